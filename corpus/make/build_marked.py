#!/usr/bin/env python3
"""Builds the documents of corpus/ whose sources are in make/marked. usage: build_marked.py [--text-only] [slug ...]"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import build
import marked
import render_docx
import render_html
import render_text

SOURCES = pathlib.Path(__file__).parent / "marked"


def main(arguments):
    text_only = "--text-only" in arguments
    wanted = [a for a in arguments if not a.startswith("-")]
    for source in sorted(SOURCES.glob("*/*.txt")):
        if not wanted or source.stem in wanted or source.parent.name in wanted:
            make(source, text_only)


def make(source, text_only):
    doc, blocks, records = marked.read(source.read_text(), source.stem)
    slug, folder = doc["slug"], build.CORPUS / source.parent.name / source.stem
    folder.mkdir(parents=True, exist_ok=True)
    write_records(folder, slug, [r for r in records if r])
    (folder / f"{slug}.flat.txt").write_text(flat(doc, blocks))
    if "site" in doc:                                           # the same text as a web page's visitor copies it
        (folder / f"{slug}.site.txt").write_text("\n".join([*doc["site"], flat(doc, blocks)]))
    for name, change in doc.get("variants", {}).items():       # the same text with something around it or within
        (folder / f"{slug}.flat-{name}.txt").write_text(changed(flat(doc, blocks), **change))
    if doc.get("macroman"):
        (folder / f"{slug}.macroman.txt").write_bytes(flat(doc, blocks).encode("mac_roman"))
    if doc.get("labels_apart"):                                 # a case by itself: all labels, then all values
        (folder / f"{slug}-labels.txt").write_text(render_text.flat(doc, apart(blocks)))
        write_records(folder, f"{slug}-labels", [r for r in records if r])
    if not text_only:
        build.pages(doc, blocks, folder, slug)
        for form, style in doc.get("also", {}).items():
            OTHER[form](doc, blocks, style, folder / f"{slug}.{form}")


def write_records(folder, slug, records):
    parts = [r for r in records if "source" in r]
    if len(parts) < 2:
        records[0].pop("source", None)
        return build.write_gold(folder / f"{slug}.gold.json", records[0])
    for i, record in enumerate(parts, 1):
        record["source"]["part"] |= {"index": i, "count": len(parts)}
        build.write_gold(folder / f"{slug}.{i}.gold.json", record)


def flat(doc, blocks):
    """The flattened text; with `cover_line` all in front of the first annex is one unbroken line."""
    if not doc.get("cover_line"):
        return render_text.flat(doc, blocks)
    at = next(i for i, b in enumerate(blocks) if b["t"] == "pagebreak")
    cover = " ".join(t for b in blocks[:at] for t in words(b))
    return cover + "\n" + render_text.flat(doc, blocks[at + 1:])


def changed(text, before=(), after=(), replace=()):
    for old, new in replace:
        if old not in text:
            raise ValueError(f"not in the text: {old!r}")
        text = text.replace(old, new, 1)
    return "\n".join([*before, text.rstrip("\n"), *after]) + "\n"


def apart(blocks):
    """The blocks with each block of labels and values as two columns, one read after the other."""
    for b in blocks:
        if b["t"] == "tabs":
            for column in (0, 1):
                yield from ({"t": "para", "text": row[column][0]["text"]} for row in b["rows"])
        else:
            yield b


def words(b):
    if b["t"] == "list":
        return [f"{m} {i}" for m, i in zip(b["markers"], b["items"])]
    return b.get("lines") or [b["text"]]


# ---- forms that are neither text nor PDF -------------------------------------------------------------------------------

def html(doc, blocks, style, path):
    path.write_text(render_html.page_html(doc, blocks, style))


def docx(doc, blocks, style, path):
    render_docx.docx(doc, blocks, style, path)


def converted(doc, blocks, style, path):
    """ODT or RTF, as LibreOffice writes it from the DOCX."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{path.name.split('.')[0]}.docx"
        render_docx.docx(doc, blocks, style, source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", path.suffix[1:],
                        "--outdir", folder, str(source)], check=True, capture_output=True, timeout=180)
        shutil.move(source.with_suffix(path.suffix), path)
    print(path.name, path.stat().st_size)


OTHER = {"html": html, "docx": docx, "odt": converted, "rtf": converted}


if __name__ == "__main__":
    main(sys.argv[1:])
