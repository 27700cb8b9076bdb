"""PDF by ReportLab."""
import html
import pathlib

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = pathlib.Path("/usr/share/fonts/truetype")
FILES = {"DejaVu Sans": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
         "Liberation Sans": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
         "Liberation Serif": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf")}
WIDTH = A4[0] - 46 * mm


def reportlab(doc, blocks, style, path):
    for name, file in zip(("text", "bold"), FILES[style["font"]]):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    size = style["size"]
    plain = ParagraphStyle("plain", fontName="text", fontSize=size, leading=size * 1.22, spaceAfter=3)
    bold = ParagraphStyle("bold", parent=plain, fontName="bold", keepWithNext=1)
    styles = {"plain": plain, "bold": bold, "item": ParagraphStyle("item", parent=plain, leftIndent=11),
              "title": ParagraphStyle("title", parent=bold, alignment=TA_CENTER, spaceBefore=12, spaceAfter=12),
              "heading": ParagraphStyle("heading", parent=bold, spaceBefore=11, spaceAfter=6, keepWithNext=0),
              "subhead": ParagraphStyle("subhead", parent=bold, spaceBefore=5),
              "approval": ParagraphStyle("approval", parent=plain, leftIndent=WIDTH * 0.52, spaceAfter=14)}
    story = [f for b in blocks for f in flowables(b, styles)]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=28 * mm, rightMargin=18 * mm, topMargin=24 * mm,
                      bottomMargin=20 * mm, title=doc["title"], invariant=1).build(story, canvasmaker=numbered(doc))


def flowables(b, styles):
    kind = b["t"]
    if kind in ("approval", "sign"):
        text = "<br/>".join(html.escape(l, quote=False) for l in b["lines"])
        return [Spacer(1, 20 if kind == "sign" else 0), Paragraph(text, styles["approval" if kind == "approval" else "plain"])]
    if kind == "list":
        return [paragraph(t, styles, m) for m, t in zip(b["markers"], b["items"])]
    if kind == "pagebreak":
        return [PageBreak()]
    if kind == "tabs":
        b = {**b, "widths": [36, 64], "ruled": False, "repeat": False}
    if kind in ("grid", "tabs"):
        rows = [[[paragraph(p["text"], styles, p["b"], bold=b["role"] == "duties" and i == 0) for p in cell] for cell in row]
                for i, row in enumerate(b["rows"])]
        rules = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 4),
                 ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
        if b["ruled"]:
            rules.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
        return [Table(rows, colWidths=[WIDTH * w / 100 for w in b["widths"]], style=TableStyle(rules), splitInRow=1,
                      repeatRows=1 if b["repeat"] else 0), Spacer(1, 5)]
    name = {"title": "title", "heading": "heading", "subhead": "subhead", "institution": "bold"}.get(kind, "plain")
    return [Paragraph(html.escape(b["text"], quote=False), styles[name])]


def paragraph(text, styles, marker=None, bold=False):
    text = html.escape(text, quote=False)
    if marker and not marker[0].isdigit():
        return Paragraph(text, styles["item"], bulletText=marker)
    return Paragraph(f"{marker} {text}" if marker else text, styles["bold" if bold else "plain"])


def numbered(doc):
    """A canvas that knows the number of pages when it writes their furniture."""
    class Numbered(Canvas):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.states = []

        def showPage(self):
            self.states.append(dict(self.__dict__))
            self._startPage()

        def save(self):
            states, total = self.states, len(self.states)
            for n, state in enumerate(states, 1):
                self.__dict__.update(state)
                self.setFont("text", 9)
                if doc.get("page_number"):
                    self.drawCentredString(A4[0] / 2, 11 * mm, doc["page_number"].format(n=n, total=total))
                if doc.get("running_header"):
                    self.drawRightString(A4[0] - 18 * mm, A4[1] - 14 * mm, doc["running_header"])
                super().showPage()
            super().save()
    return Numbered
