"""Builds the documents of families T1 and T3 to T8. usage: python3 -m t1_t8.build [--text-only] [family or slug ...]"""
import copy
import importlib
import json
import pathlib
import subprocess
import sys

import render_text

from . import flow, render

CORPUS = pathlib.Path(__file__).parent.parent.parent
FAMILIES = ("t1", "t3", "t4", "t5", "t6", "t7", "t8")
MODULES = (*FAMILIES, "more.first")


def main(arguments):
    wanted = [a for a in arguments if not a.startswith("-")]
    for doc in documents():
        if not wanted or doc.family in wanted or doc.slug in wanted:
            build(doc, "--text-only" in arguments)


def documents():
    for module in MODULES:
        yield from importlib.import_module(f"t1_t8.{module}").DOCS


def build(doc, text_only):
    folder = CORPUS / doc.family / doc.slug
    folder.mkdir(parents=True, exist_ok=True)
    write_gold(folder / f"{doc.slug}.gold.json", doc.record())
    text = flow.flow(doc)
    if doc.flat_open:
        own_case(folder, f"{doc.slug}-flat", text, {k: v for k, v in doc.record().items() if k not in doc.flat_open})
    else:
        (folder / f"{doc.slug}.flat.txt").write_text(text)
    if doc.loose:
        loose = render_text.flat(doc.as_dict(), render.lowered(doc.blocks))
        (folder / f"{doc.slug}.flat-loose.txt").write_text(loose)
    for name, change, gold in doc.variants:
        if gold:
            own_case(folder, f"{doc.slug}-{name}", change(text), gold(copy.deepcopy(doc.record())))
        else:
            (folder / f"{doc.slug}.flat-{name}.txt").write_text(change(text))
    if not text_only:
        pages(doc, folder)


def pages(doc, folder):
    source = folder / f"{doc.slug}.docx"
    for form, style in doc.forms.items():
        path = folder / f"{doc.slug}.{'lo.pdf' if form == 'lo' else form if form in ('odt', 'rtf', 'html') else form + '.pdf'}"
        if form in ("lo", "docx"):
            render.docx(doc, style, source)
        if form == "docx":
            continue
        if form in ("lo", "odt", "rtf"):
            render.convert(source, path, "pdf" if form == "lo" else form)
        elif form == "html":
            render.html(doc, style, path)
        else:
            render.pdf(doc, form, style, path)
        print(path.name, path.stat().st_size, flush=True)
    if doc.layout_of:
        pdf = folder / f"{doc.slug}.{doc.layout_of}.pdf"
        subprocess.run(["pdftotext", "-layout", pdf, folder / f"{doc.slug}.layout.txt"], check=True)


def own_case(folder, case, text, record):
    (folder / f"{case}.flat.txt").write_text(text)
    write_gold(folder / f"{case}.gold.json", record)


def write_gold(path, record):
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
