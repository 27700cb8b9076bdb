"""DOCX by python-docx, and the PDF that LibreOffice makes of it."""
import pathlib
import re
import subprocess
import tempfile

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

NUMBERED = re.compile(r"^(\d+(?:\.\d+)?)\.?\s+")


def libreoffice(source, path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                        "--outdir", folder, str(source)], check=True, capture_output=True, timeout=180)
        (pathlib.Path(folder) / (source.stem + ".pdf")).replace(path)


def docx(doc, blocks, style, path):
    w = Writer(doc, style)
    for b in blocks:
        getattr(w, b["t"])(b)
    w.document.save(path)


class Writer:
    def __init__(self, doc, style):
        self.style, self.document = style, Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = style["font"], Pt(style["size"])
        normal.element.rPr.rFonts.set(qn("w:cs"), style["font"])
        normal.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="et-EE"/>'))
        normal.paragraph_format.space_after = Pt(3)
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(2.8), Cm(1.8), Cm(2.2), Cm(2)
        self.bullets = self.numbering(BULLETS.format(marker=doc["bullet"])) if style.get("lists") else None
        self.outline = self.numbering(OUTLINE) if style.get("autonumber") else None
        furniture(page, doc)

    def numbering(self, levels):
        """Adds a list definition and returns its number."""
        root = self.document.part.numbering_part.element
        n = 900 + len(root.findall(qn("w:abstractNum")))
        root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{n}">{levels}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'))
        return n

    def write(self, p, text, bold=False, italic=False, outline=False):
        m = NUMBERED.match(text) if outline and self.outline else None
        if m:
            in_list(p, self.outline, m[1].count("."))
            text = text[m.end():]
        run = p.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        return p

    def add(self, text, **how):
        return self.write(self.document.add_paragraph(), text, **how)

    def item(self, p, marker, text):
        if self.bullets and not marker[0].isdigit():
            in_list(p, self.bullets, 0)
            return self.write(p, text)
        if not marker[0].isdigit():
            p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Pt(11), Pt(-11)
        return self.write(p, f"{marker} {text}")

    def lines(self, b, indent=None):
        p = self.document.add_paragraph()
        p.paragraph_format.left_indent = indent
        for i, line in enumerate(b["lines"]):
            run = p.add_run(line)
            if i + 1 < len(b["lines"]):
                run.add_break()
        return p

    def approval(self, b):
        self.lines(b, Cm(9)).paragraph_format.space_after = Pt(18)

    def sign(self, b):
        self.lines(b).paragraph_format.space_before = Pt(24)

    def institution(self, b):
        self.add(b["text"], bold=True)

    def title(self, b):
        p = self.add(b["text"], bold=True)
        p.alignment, p.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(12)

    def heading(self, b):
        p = self.add(b["text"], bold=True, outline=True)
        p.paragraph_format.space_before, p.paragraph_format.keep_with_next = Pt(12), True

    def subhead(self, b):
        p = self.add(b["text"], bold=b.get("level") != 2, italic=b.get("level") == 2)
        p.paragraph_format.space_before, p.paragraph_format.keep_with_next = Pt(6), True

    def para(self, b):
        p = self.add(b["text"])
        if self.style.get("justify"):
            p.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def list(self, b):
        if self.style.get("autolist") and NUMBERED.match(b["markers"][0] + " "):
            return self.own_numbers(b)
        for marker, text in zip(b["markers"], b["items"]):
            self.item(self.document.add_paragraph(), marker, text)

    def own_numbers(self, b):
        """A list whose numbers are Word's own; it begins again at the first marker's number."""
        prefix, first = re.fullmatch(r"(.*?)(\d+)\.?", b["markers"][0]).groups()
        dot = "." if b["markers"][0].endswith(".") else ""
        n = self.numbering(COUNTED.format(start=first, pattern=f"{prefix}%1{dot}"))
        for text in b["items"]:
            p = self.document.add_paragraph()
            in_list(p, n, 0)
            self.write(p, text)

    def tabs(self, b):
        """Label, tab, value: what a person types who knows no tables."""
        for label, value in b["rows"]:
            p = self.add(f"{label[0]['text']}\t{value[0]['text']}")
            p.paragraph_format.tab_stops.add_tab_stop(Cm(6))
            p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Cm(6), Cm(-6)

    def pagebreak(self, b):
        self.document.add_page_break()

    def grid(self, b):
        table = self.document.add_table(rows=0, cols=len(b["widths"]))
        table.autofit = False
        if b["ruled"]:
            table.style = "Table Grid"
        for column, width in zip(table.columns, b["widths"]):
            column.width = Cm(16.4 * width / 100)
        for i, row in enumerate(b["rows"]):
            cells = table.add_row().cells
            for cell, width, paragraphs in zip(cells, b["widths"], row):
                cell.width = Cm(16.4 * width / 100)
                self.fill(cell, paragraphs, bold=b["role"] == "duties" and i == 0)
        if b["repeat"]:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def fill(self, cell, paragraphs, bold):
        for i, content in enumerate(paragraphs):
            p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            p.paragraph_format.space_after = Pt(1)
            if content["b"]:
                self.item(p, content["b"], content["text"])
            else:
                self.write(p, content["text"], bold=bold, outline=True)


def in_list(p, number, level):
    p._p.get_or_add_pPr().append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))


def furniture(page, doc):
    if doc.get("running_header"):
        p = page.header.paragraphs[0]
        p.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        p.add_run(doc["running_header"]).font.size = Pt(9)
    if doc.get("page_number"):
        p = page.footer.paragraphs[0]
        p.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in re.split(r"(\{n\}|\{total\})", doc["page_number"]):
            name = {"{n}": "PAGE", "{total}": "NUMPAGES"}.get(part)
            if name:
                p._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
            elif part:
                p.add_run(part)


BULLETS = ('<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
           '<w:lvlText w:val="{marker}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl>')
OUTLINE = ('<w:multiLevelType w:val="multilevel"/>'
           '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
           '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl>'
           '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/>'
           '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>')
COUNTED = ('<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>'
           '<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl>')
