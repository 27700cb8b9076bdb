"""The document as text that was flattened from a page: cell after cell, with the damage that this does.

A cell's lines are wrapped at the cell's width; a paragraph may have a blank line after each of its lines; some words
are hyphenated at the line's end; lines end in blanks; a page ends in blank lines and its number. All of it is drawn
from a random generator that is seeded with the document's name, so the same source gives the same text.
"""
import random

import pyphen

PAGE_WIDTH, CELLS_WIDTH, PAGE_LINES = 88, 88, 58
HYPHENS = pyphen.Pyphen(lang="et_EE", left=3, right=3)


def flat(doc, blocks, columns=None):
    """`columns`: the sizes of the parts in which the duties table runs column after column."""
    page = Page(doc)
    for b in blocks:
        BLOCK[b["t"]](page, b) if b["t"] != "grid" else grid(page, b, columns)
    return page.text()


class Page:
    def __init__(self, doc):
        self.doc, self.random = doc, random.Random(doc["slug"])
        self.lines, self.on_page, self.numbers = [], 0, []

    def put(self, line=""):
        self.lines.append(line + self.random.choice(["", "", " ", " ", "  "]))
        self.on_page += 1

    def blank(self):
        self.put(self.random.choice(["", "  "]))

    def paragraph(self, text, width=PAGE_WIDTH):
        spaced = self.random.random() < 0.2
        for line in self.wrap(text, width):
            self.put(line)
            if spaced:
                self.put()

    def wrap(self, text, width):
        """Fills lines of at most `width` characters, and now and then divides the word that does not fit."""
        lines, line = [], ""
        words = text.split()
        while words:
            word = words.pop(0)
            if not line or len(line) + 1 + len(word) <= width:
                line = f"{line} {word}" if line else word
                continue
            if self.random.random() < 0.25:
                line, word = hyphenated(line, word, width)
            lines.append(line)
            line = word
        return lines + [line]

    def may_break(self):
        if self.on_page < PAGE_LINES:
            return
        self.on_page = 0
        for _ in range(3):
            self.lines.append("")
        if self.doc.get("page_number"):
            self.numbers.append(len(self.lines))
            self.lines.append("")
        self.lines += ["", self.doc["running_header"] + "  "] if self.doc.get("running_header") else [" "]
        self.lines.append("")

    def text(self):
        if self.doc.get("page_number"):
            self.lines += ["", ""]
            self.numbers.append(len(self.lines) - 1)
        for n, at in enumerate(self.numbers, 1):
            self.lines[at] = self.doc["page_number"].format(n=n, total=len(self.numbers)) + " "
        head = [self.doc["running_header"], ""] if self.doc.get("running_header") else []
        return "\n".join(head + self.lines) + "\n"


def hyphenated(line, word, width):
    """Moves the word's beginning up to the line, where there is room for it and a place to divide it."""
    bare = word.rstrip(".,;:")
    if bare.isalpha() and bare.islower():
        for head, _ in HYPHENS.iterate(bare):
            if len(line) + 2 + len(head) <= width:
                return f"{line} {head}-", word[len(head):]
    return line, word


def heading(page, b):
    page.blank()
    page.may_break()
    page.put(b["text"] + " ")
    page.blank()


def lines(page, b):
    page.blank()
    for line in b["lines"]:
        page.put(line)


def list_block(page, b):
    last = len(b["items"]) - 1
    for i, (marker, item) in enumerate(zip(b["markers"], b["items"])):
        page.may_break()
        page.paragraph(item if b["lost_last"] and i == last else f"{marker} {item}")


def grid(page, b, columns):
    if b["role"] == "duties" and columns:
        duties_by_column(page, b, columns)
    else:
        for i, row in enumerate(b["rows"]):
            ROW[b["role"]](page, row, b["widths"], head=b["role"] == "duties" and i == 0)
    page.blank()


def label_row(page, row, widths, head):
    """A row of labels, or a row of values: each cell goes on where the one before ended."""
    line = ""
    for cell, width in zip(row, widths):
        wrapped = page.wrap(cell[0]["text"], int(CELLS_WIDTH * width / 100))
        gap = page.doc.get("value_gap", "  ") if len(row) == 2 and not row[0][0]["text"][:1].isdigit() else "  "
        first = f"{line}{gap}{wrapped[0]}" if line else wrapped[0]
        if len(wrapped) == 1:
            line = first
            continue
        page.put(first)
        for middle in wrapped[1:]:
            page.put(middle)
        line = ""
        page.put()
    if line:
        page.put(line)
    if not row[0][0]["text"][:1].isdigit():
        page.blank()


def beside_row(page, row, widths, head):
    label, value = row[0][0]["text"], row[1][0]["text"]
    wrapped = page.wrap(value, int(CELLS_WIDTH * widths[1] / 100))
    page.put(f"{label}  {wrapped[0]}")
    for line in wrapped[1:]:
        page.put(line)


def tabs(page, b):
    for label, value in b["rows"]:
        first, *rest = page.wrap(value[0]["text"], PAGE_WIDTH - 30)
        page.put(f"{label[0]['text']}{page.doc.get('value_gap', '  ')}{first}")
        for line in rest:
            page.put(line)


def page_break(page, b):
    page.on_page = PAGE_LINES
    page.may_break()


def duty_row(page, row, widths, head):
    page.may_break()
    number = row[0][0]["text"] if len(row) == 3 else ""
    text, results = row[-2], row[-1]
    text = [{**text[0], "text": f"{number}  {text[0]['text']}" if number else text[0]["text"]}] + text[1:]
    left, right = (int(CELLS_WIDTH * w / 100) for w in widths[-2:])
    first = page.wrap(marked(results[0]), right)
    if len(text) == 1 and len(text[0]["text"]) <= left:
        page.put(f"{text[0]['text']}  {first[0]}")
        for line in first[1:]:
            page.put(line)
        results = results[1:]
    else:
        put_cell(page, text, left)
        if head or results[0]["b"] is None or page.random.random() < 0.5:
            page.put()
    put_cell(page, results, right)
    if not head and page.random.random() < 0.6:
        page.put()


def put_cell(page, cell, width):
    plain = cell and cell[0]["b"] is None
    for p in cell:
        if plain:                       # blank lines within it would hide where the cell ends
            for line in page.wrap(marked(p), width):
                page.put(line)
        else:
            page.paragraph(marked(p), width)


def marked(p):
    return f"{p['b']} {p['text']}" if p["b"] else p["text"]


def duties_by_column(page, b, sizes):
    head, rows = b["rows"][0], b["rows"][1:]
    left, right = (int(CELLS_WIDTH * w / 100) for w in b["widths"][-2:])
    at = 0
    for size in sizes:
        for column, width in ((-2, left), (-1, right)):
            page.put(head[column][0]["text"])
            for row in rows[at:at + size]:
                put_cell(page, row[column], width)
                page.may_break()
            page.put()
        at += size


ROW = {"rows": label_row, "beside": beside_row, "duties": duty_row}
BLOCK = {"approval": lines, "institution": heading, "title": heading, "heading": heading, "list": list_block,
         "subhead": lambda page, b: (page.may_break(), page.put(), page.put(b["text"])),
         "para": lambda page, b: (page.may_break(), page.paragraph(b["text"])), "sign": lines,
         "tabs": tabs, "pagebreak": page_break}


# ---- 8-bit and Unicode variants -------------------------------------------------------------------------------------

def encoded(text, name):
    """The bytes of the text; a bullet that the character set does not have becomes a hyphen, nothing else may change."""
    if name == "utf8bom":
        return text.encode("utf-8-sig")
    if name == "utf16":
        return text.encode("utf-16")
    codec = {"cp1257": "cp1257", "iso8859-13": "iso8859_13", "iso8859-15": "iso8859_15"}[name]
    for bullet in "▪•":
        try:
            bullet.encode(codec)
        except UnicodeEncodeError:
            text = text.replace(bullet, "-")
    return text.encode(codec)
