#!/usr/bin/env python3
"""Builds the documents of corpus/t2 from their sources. usage: build.py [--text-only] [slug ...]"""
import importlib
import json
import pathlib
import subprocess
import sys

import blocks as block_list
import model
import render_docx
import render_fpdf2
import render_html
import render_reportlab
import render_text
import render_typst

HERE = pathlib.Path(__file__).parent
CORPUS = HERE.parent
PDF = {"chromium": render_html.chromium, "weasyprint": render_html.weasyprint, "typst": render_typst.typst,
       "reportlab": render_reportlab.reportlab, "fpdf2": render_fpdf2.fpdf2}


def main(arguments):
    text_only = "--text-only" in arguments
    wanted = [a for a in arguments if not a.startswith("-")]
    for slug in wanted or sorted(p.stem for p in (HERE / "docs").glob("[a-z]*.py")):
        build(importlib.import_module(f"docs.{slug}").DOC, text_only)


def build(doc, text_only):
    slug, content = doc["slug"], block_list.blocks(doc)
    folder = CORPUS / "t2" / slug
    folder.mkdir(parents=True, exist_ok=True)
    write_gold(folder / f"{slug}.gold.json", model.gold(doc))
    text = render_text.flat(doc, content)
    (folder / f"{slug}.flat.txt").write_text(text)
    for name in doc.get("encodings", ()):
        (folder / f"{slug}.{name}.txt").write_bytes(render_text.encoded(text, name))
    if "columns" in doc:
        (folder / f"{slug}-columns.txt").write_text(render_text.flat(doc, content, doc["columns"]))
        write_gold(folder / f"{slug}-columns.gold.json", model.gold_without_pairs(doc))
    if not text_only:
        pages(doc, content, folder, slug)


def pages(doc, content, folder, slug):
    for producer, style in doc["producers"].items():
        path = folder / f"{slug}.{producer}.pdf"
        if producer == "lo":
            render_docx.docx(doc, content, style, folder / f"{slug}.docx")
            render_docx.libreoffice(folder / f"{slug}.docx", path)
        else:
            PDF[producer](doc, content, style, path)
        print(path.name, path.stat().st_size)
    for key, name in (("layout_of", "layout"), ("narrow_layout_of", "layout-narrow")):
        if key in doc:
            source = folder / f"{slug}.{doc[key]}.pdf"
            subprocess.run(["pdftotext", "-layout", source, folder / f"{slug}.{name}.txt"], check=True)


def write_gold(path, record):
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
