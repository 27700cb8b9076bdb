"""HTML for Chromium and WeasyPrint, and their PDFs."""
import html
import pathlib
import re
import subprocess
import tempfile

import pyphen

HYPHENS = pyphen.Pyphen(lang="et_EE", left=3, right=3)


def chromium(doc, blocks, style, path):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(page_html(doc, soft(blocks) if style.get("hyphenate") else blocks, style))
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", page.as_uri()],
                       check=True, capture_output=True, timeout=120)


def soft(value):
    """The blocks with soft hyphens in long words: Chromium has no Estonian dictionary of its own."""
    if isinstance(value, dict):
        keep = value.get("t") in ("approval", "institution", "title", "heading", "subhead", "sign")
        return value if keep else {k: v if k in ("t", "role", "b", "markers") else soft(v) for k, v in value.items()}
    if isinstance(value, list):
        return [soft(v) for v in value]
    if isinstance(value, str):
        return re.sub(r"(?<![\w-])[a-zäöüõšž]{7,}(?![\w-])", lambda m: HYPHENS.inserted(m[0], "\u00ad"), value)
    return value


def weasyprint(doc, blocks, style, path):
    import weasyprint as wp
    wp.HTML(string=page_html(doc, blocks, style)).write_pdf(path)


def page_html(doc, blocks, style):
    body = "\n".join(BLOCK[b["t"]](b, style) for b in blocks)
    return (f'<!doctype html><html lang="et"><head><meta charset="utf-8"><title>{esc(doc["title"])}</title>'
            f"<style>{css(doc, style)}</style></head><body>{body}</body></html>")


def css(doc, style):
    margins = []
    if doc.get("page_number"):
        margins.append(f"@bottom-center {{ content: {counter(doc['page_number'])}; font-size: 9pt }}")
    if doc.get("running_header"):
        margins.append(f"@top-right {{ content: \"{doc['running_header']}\"; font-size: 9pt }}")
    rule = "1px solid #000" if doc["ruled"] else "none"
    text = "justify" if style.get("justify") else "left"
    hyphens = "auto" if style.get("hyphenate") else "manual"
    return f"""
@page {{ size: A4; margin: 22mm 18mm 20mm 28mm; {' '.join(margins)} }}
body {{ font: {style['size']}pt "{style['font']}"; line-height: 1.2; text-align: {text}; hyphens: {hyphens}; margin: 0 }}
p, h1, h2, h3 {{ margin: 0 0 4pt 0 }}
h1, h2, h3 {{ font-size: 100%; hyphens: manual; text-align: left; break-after: avoid }}
h1 {{ text-align: center; margin: 14pt 0 }} h1.left {{ text-align: left }}
h2 {{ margin: 12pt 0 6pt }} h3 {{ margin: 6pt 0 3pt }} h3.second {{ font-weight: normal; font-style: italic }}
.approval {{ margin-left: 55%; text-align: left; margin-bottom: 18pt }} .sign {{ margin-top: 28pt; text-align: left }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; margin-bottom: 6pt }}
td, th {{ border: {rule}; padding: 2pt 4pt; vertical-align: top; text-align: {text}; font-weight: normal }}
th {{ font-weight: bold; text-align: left; hyphens: manual }}
.b {{ padding-left: 11pt; text-indent: -11pt }} .b span {{ display: inline-block; width: 11pt; text-indent: 0 }}
.tabs {{ padding-left: 6cm; text-indent: -6cm }} .tabs span {{ display: inline-block; width: 6cm; text-indent: 0 }}
ul {{ margin: 0 0 4pt; padding-left: 14pt }} li {{ margin-bottom: 2pt }} td ul {{ padding-left: 12pt }}
"""


def counter(pattern):
    pattern = '"' + pattern.replace("{n}", '" counter(page) "').replace("{total}", '" counter(pages) "') + '"'
    return pattern.replace('""', "").strip()


def esc(text):
    return html.escape(text, quote=False)


def list_html(b, style):
    if style.get("lists") and not b["markers"][0][0].isdigit():
        return ul(b["items"], b["markers"][0])
    return "".join(marked(m, i) for m, i in zip(b["markers"], b["items"]))


def ul(items, marker):
    return f"<ul style=\"list-style-type: '{marker} '\">" + "".join(f"<li>{esc(i)}</li>" for i in items) + "</ul>"


def marked(marker, text):
    if marker[0].isdigit():
        return f"<p>{marker} {esc(text)}</p>"
    return f'<p class="b"><span>{marker}</span> {esc(text)}</p>'


def grid_html(b, style):
    cols = "".join(f'<col style="width: {w}%">' for w in b["widths"])
    rows = b["rows"]
    head = ""
    if b["role"] == "duties":
        tag = "thead" if b["repeat"] else "tbody"
        head = f"<{tag}><tr>" + "".join(f"<th>{esc(c[0]['text'])}</th>" for c in rows[0]) + f"</tr></{tag}>"
        rows = rows[1:]
    body = "".join("<tr>" + "".join(f"<td>{cell_html(c, style)}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><colgroup>{cols}</colgroup>{head}<tbody>{body}</tbody></table>"


def cell_html(cell, style):
    if style.get("lists"):
        plain = "".join(f"<p>{esc(p['text'])}</p>" for p in cell if not p["b"])
        items = [p["text"] for p in cell if p["b"]]
        return plain + (ul(items, next(p["b"] for p in cell if p["b"])) if items else "")
    return "".join(marked(p["b"], p["text"]) if p["b"] else f"<p>{esc(p['text'])}</p>" for p in cell)


def tabs_html(b, style):
    return "".join(f'<p class="tabs"><span>{esc(l[0]["text"])}</span>&emsp;{esc(v[0]["text"])}</p>' for l, v in b["rows"])


def lines_html(kind):
    return lambda b, style: f'<p class="{kind}">' + "<br>".join(map(esc, b["lines"])) + "</p>"


BLOCK = {
    "approval": lines_html("approval"), "sign": lines_html("sign"),
    "institution": lambda b, style: f'<h1 class="left">{esc(b["text"])}</h1>',
    "title": lambda b, style: f"<h1>{esc(b['text'])}</h1>",
    "heading": lambda b, style: f"<h2>{esc(b['text'])}</h2>",
    "subhead": lambda b, style: f'<h3 class="{"second" if b.get("level") == 2 else "first"}">{esc(b["text"])}</h3>',
    "para": lambda b, style: f"<p>{esc(b['text'])}</p>", "list": list_html, "grid": grid_html,
    "tabs": tabs_html, "pagebreak": lambda b, style: '<div style="break-after: page"></div>',
}
