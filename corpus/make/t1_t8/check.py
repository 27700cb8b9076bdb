"""Looks whether the documents say what their expected records say. usage: python3 -m t1_t8.check

In texts, DOCX and HTML every string of the record must be found as it is; in a PDF each letter as often as in the flat text.
"""
import html
import json
import pathlib
import re

import check as of_t2

from . import build

NUMBER = re.compile(r"(?<!\S)\d+(\.\d+)+\.?\s+")     # a purpose may stand in numbered paragraphs

def main():
    furniture = {doc.slug: furniture_of(doc) for doc in build.documents()}
    for doc in build.documents():
        for gold in sorted((build.CORPUS / doc.family / doc.slug).glob("*.gold.json")):
            case = gold.name[:-len(".gold.json")]
            strings = list(of_t2.leaves(json.loads(gold.read_text())))
            for path in sorted(gold.parent.glob(f"{case}.*")):
                check(path, min(gold.parent.glob("*.flat.txt"), key=lambda p: len(p.name)), strings, furniture[gold.parent.name])


def furniture_of(doc):
    """Lines that are a page number or the running header: they may stand within a sentence."""
    number = re.escape(doc.page_number or " ").replace(r"\{n\}", r"\d+").replace(r"\{total\}", r"\d+")
    return re.compile(rf"^\f?\s*({number}|{re.escape(doc.running_header or ' ')})\s*$", re.M)


def check(path, flat, strings, furniture):
    if path.suffix == ".pdf":
        of_t2.count(path, flat.read_text())
    elif path.suffix in (".txt", ".docx", ".html") and ".layout" not in path.name:
        found = of_t2.folded(furniture.sub("", text_of(path)))
        bare = NUMBER.sub("", found)
        for s in (s for s in strings if of_t2.folded(s) not in found and of_t2.folded(s) not in bare):
            print(f"{path.name}: not found: {s}")


def text_of(path):
    if path.suffix == ".html":
        return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text()))
    if "mojibake" in path.name:
        return b"".join(byte_of(c) for c in path.read_text()).decode()
    return of_t2.text_of(path)


def byte_of(c):
    try:
        return c.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(c)])


if __name__ == "__main__":
    main()
