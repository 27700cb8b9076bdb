"""PDF by fpdf2."""
import datetime

from fpdf import FPDF
from fpdf.fonts import FontFace

from render_reportlab import FILES, FONTS


def fpdf2(doc, blocks, style, path):
    pdf = Pdf(doc, style)
    for b in blocks:
        getattr(pdf, "put_" + b["t"], pdf.put_text)(b)
    pdf.output(str(path))


class Pdf(FPDF):
    def __init__(self, doc, style):
        super().__init__(format="A4")
        self.doc_source, self.size = doc, style["size"]
        for weight, file in zip(("", "B"), FILES[style["font"]]):
            self.add_font("text", weight, FONTS / file)
        self.set_creation_date(datetime.datetime(2025, 1, 15, tzinfo=datetime.timezone.utc))
        self.set_margins(28, 22, 18)
        self.set_auto_page_break(True, 20)
        self.step = self.size * 0.44
        self.add_page()
        self.plain()

    def plain(self, bold=False):
        self.set_font("text", "B" if bold else "", self.size)

    def footer(self):
        if self.doc_source.get("page_number"):
            self.set_y(-14)
            self.set_font("text", "", 9)
            text = self.doc_source["page_number"].format(n=self.page_no(), total="{nb}")
            self.cell(0, 5, text, align="C")

    def line_of(self, text, bold=False, align="L", before=0.0, indent=0):
        self.ln(before)
        self.plain(bold)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, self.step, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def put_text(self, b):
        kind = b["t"]
        if kind in ("heading", "subhead") and self.will_page_break(self.step * 4):
            self.add_page()
        self.line_of(b["text"], bold=kind != "para" and b.get("level") != 2, align="C" if kind == "title" else "L",
                     before={"heading": 4, "title": 5, "subhead": 1.5}.get(kind, 0))
        self.ln({"title": 3, "heading": 1.5}.get(kind, 0.5))

    def put_list(self, b):
        for marker, text in zip(b["markers"], b["items"]):
            self.line_of(f"{marker} {text}")

    def put_approval(self, b):
        for line in b["lines"]:
            self.line_of(line, indent=85)

    def put_sign(self, b):
        for i, line in enumerate(b["lines"]):
            self.line_of(line, before=8 if i == 0 else 0)

    def put_tabs(self, b):
        self.put_grid({**b, "widths": [36, 64], "ruled": False, "repeat": False})

    def put_pagebreak(self, b):
        self.add_page()

    def put_grid(self, b):
        self.plain()
        heads = b["role"] == "duties"
        with self.table(col_widths=b["widths"], line_height=self.step, text_align="LEFT", v_align="TOP",
                        borders_layout="ALL" if b["ruled"] else "NONE", first_row_as_headings=heads,
                        headings_style=FontFace(emphasis="BOLD"), repeat_headings=1 if b["repeat"] else 0,
                        padding=1) as table:
            for row in b["rows"]:
                table.row(["\n".join(f"{p['b']} {p['text']}" if p["b"] else p["text"] for p in cell) for cell in row])
        self.plain()
        self.ln(2)
