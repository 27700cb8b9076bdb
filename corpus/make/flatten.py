#!/usr/bin/env python3
"""Texts as programs that keep no layout take them out of the PDFs of a document. usage: flatten.py <family/document> …

`.mupdf.txt` is PyMuPDF's text, `.raw.txt` that of `pdftotext -raw`, each of the document's first PDF by name. Cells follow each
other; a short cell and the next may share a line.
"""
import subprocess
import sys

import pymupdf

import build


def main(documents):
    for document in documents:
        folder = build.CORPUS / document
        pdf = sorted(folder.glob("*.pdf"))[0]
        pages = [page.get_text() for page in pymupdf.open(pdf)]
        (folder / f"{folder.name}.mupdf.txt").write_text("\f".join(pages))
        raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True)
        (folder / f"{folder.name}.raw.txt").write_text(raw.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
