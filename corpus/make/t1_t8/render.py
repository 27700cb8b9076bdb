"""Renders a `Doc` with the renderers of the two-column family, and adds what they do not know."""
import pathlib
import subprocess
import tempfile

from docx.shared import Cm

import render_docx
import render_fpdf2
import render_html
import render_reportlab
import render_typst

PDF = {"chromium": render_html.chromium, "weasyprint": render_html.weasyprint, "typst": render_typst.typst,
       "reportlab": render_reportlab.reportlab, "fpdf2": render_fpdf2.fpdf2}
render_html.BLOCK["runin"] = lambda b, style: (
    f"<p><b>{render_html.esc(b['heading'])}</b> {render_html.esc(b['text'])}</p>")


class Writer(render_docx.Writer):
    def tab(self, b):
        p = self.add(f"{b['label']}\t{b['value']}")
        p.paragraph_format.tab_stops.add_tab_stop(Cm(6))
        p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Cm(6), Cm(-6)

    def runin(self, b):
        p = self.add(b["heading"], bold=True)
        p.paragraph_format.space_before = Cm(0.4)
        p.add_run(" " + b["text"])


def docx(doc, style, path):
    writer = Writer(doc.as_dict(), style)
    for b in lowered(doc.blocks, ("tab", "runin")):
        getattr(writer, b["t"])(b)
    writer.document.save(path)


def convert(source, path, kind):
    """By LibreOffice; `kind` is an extension."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", folder, str(source)], check=True, capture_output=True, timeout=180)
        path.write_bytes((pathlib.Path(folder) / f"{source.stem}.{kind}").read_bytes())


def pdf(doc, producer, style, path):
    keep = ("runin",) if producer in ("chromium", "weasyprint") else ()
    PDF[producer](doc.as_dict(), lowered(doc.blocks, keep), style, path)


def html(doc, style, path):
    path.write_text(render_html.page_html(doc.as_dict(), lowered(doc.blocks, ("runin",)), style) + "\n")


def lowered(blocks, keep=()):
    """The blocks in the kinds that every renderer knows, but for those it keeps."""
    out = []
    for b in blocks:
        kind = b["t"]
        if kind == "lines":
            out += [{"t": "para", "text": line} for line in b["lines"]]
        elif kind == "tab" and "tab" not in keep:
            row = [[{"b": None, "text": b["label"]}], [{"b": None, "text": b["value"]}]]
            if out and out[-1].get("tabbed"):
                out[-1]["rows"].append(row)
            else:
                out.append({"t": "grid", "role": "beside", "rows": [row], "widths": [36, 64], "repeat": False,
                            "ruled": False, "tabbed": True})
        elif kind == "runin" and "runin" not in keep:
            out.append({"t": "para", "text": f"{b['heading']} {b['text']}"})
        else:
            out.append(b)
    return out
