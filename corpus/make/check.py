#!/usr/bin/env python3
"""Looks whether the documents say what their expected records say. usage: check.py

In texts and DOCX every string of the record must be found as it is. The reading order of a table in a PDF is not fixed,
so there the letters are counted: a PDF must hold each letter as often as the flat text without its running header.
"""
import collections
import html
import json
import pathlib
import re
import subprocess
import zipfile

from docx import Document

CORPUS = pathlib.Path(__file__).parent.parent
CODECS = {"cp1257": "cp1257", "iso8859-13": "iso8859_13", "iso8859-15": "iso8859_15", "utf16": "utf-16",
          "utf8bom": "utf-8-sig"}
LOOKED_AT = (".txt", ".pdf", ".docx", ".odt", ".html")
NUMBER = re.compile(r"(?<!\S)\d+(\.\d+)+\.?\s+")


def main():
    for gold in sorted(CORPUS.glob("*/*/*.gold.json")):
        case = re.sub(r"(\.\d+)?\.gold\.json$", "", gold.name)             # an annex's record stands by its order
        strings = list(leaves(json.loads(gold.read_text())))
        for path in sorted(p for p in gold.parent.glob(f"{case}.*") if p.suffix in LOOKED_AT):
            if path.suffix == ".pdf":
                count(path, text_of(gold.with_name(f"{case}.flat.txt")))
            elif ".layout" not in path.name:
                found = folded(text_of(path))
                unnumbered = NUMBER.sub("", found)                              # a purpose of several items is one string
                for s in (s for s in strings if folded(s) not in found and folded(s) not in unnumbered):
                    print(f"{path.name}: not found: {s}")


def count(path, flat):
    lines = collections.Counter(flat.splitlines())
    once = letters("\n".join(l for l, n in lines.items() if n == 1))               # a running header stands more often
    got = letters(text_of(path))
    missing, more = once - got, got - letters(flat)
    if missing:
        print(f"{path.name}: missing letters {dict(missing)}")
    if sum(more.values()) > 200:
        print(f"{path.name}: {sum(more.values())} letters too many")


def letters(text):
    return collections.Counter(c.lower() for c in text if c.isalpha())


def leaves(value, key=None):
    if key in ("sections", "level", "kind", "language", "preferred", "number", "date", "source", "group"):
        return
    if isinstance(value, str):
        yield value
    for k, v in value.items() if isinstance(value, dict) else ():
        yield from leaves(v, k)
    for v in value if isinstance(value, list) else ():
        yield from leaves(v, key)


def text_of(path):
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    if path.suffix == ".docx":
        document = Document(path)
        cells = (c for t in document.tables for r in t.rows for c in r.cells)
        return "\n".join(p.text for holder in [document, *cells] for p in holder.paragraphs)
    if path.suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            return tagless(archive.read("content.xml").decode())
    if path.suffix == ".html":
        return tagless(path.read_text())
    return path.read_bytes().decode(CODECS.get(path.name.split(".")[1], "utf-8"))


def tagless(markup):
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def folded(text):
    text = text.replace("\u00ad", "").replace("\f", "\n")
    text = re.sub(r"(?<=[a-zäöüõšž])[-\u2010]\s*\n\s*(?=[a-zäöüõšž])(?!ja |või |ning )", "", text)
    return re.sub(r"\s+", " ", text)


if __name__ == "__main__":
    main()
