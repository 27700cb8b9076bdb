#!/usr/bin/env python3
"""Makes the PDF and the empty `.refuse` file beside each text of corpus/refuse. usage: build_refuse.py [name ...]

The text is the source. Lines with columns two blanks apart, one below the other, become a table.
"""
import pathlib
import re
import sys

import render_docx
import render_html
import render_reportlab
import render_typst

REFUSE = pathlib.Path(__file__).parent.parent / "refuse"
PRODUCERS = {"osakonna-pohimaarus": render_typst.typst, "tookorralduse-reeglid": render_html.chromium,
             "koosseis": render_html.chromium, "kutsestandard": render_reportlab.reportlab,
             "asjaajamiskord": render_typst.typst, "kehtetuks-tunnistamine": render_reportlab.reportlab,
             "kasundusleping": render_html.chromium, "konkursikuulutus": render_html.weasyprint,
             "elulookirjeldus": render_typst.typst, "kaskkiri-ainult-tuhistab": render_typst.typst,
             "koosoleku-protokoll": render_reportlab.reportlab, "kursuse-ainekava": render_html.weasyprint,
             "volituste-andmine": render_typst.typst, "sisekorraeeskiri": render_html.weasyprint,
             "ametikirjeldus-arborist": render_reportlab.reportlab,
             "ametijuhendite-kehtetus": render_html.weasyprint, "palgajuhend": render_typst.typst,
             "dokumendihalduskord": render_reportlab.reportlab}
WORD = ("kasundusleping", "konkursikuulutus", "elulookirjeldus", "kursuse-ainekava")     # these as DOCX too
STYLE = {"font": "Liberation Serif", "size": 11.5}
HEADING = re.compile(r"^(\d+\. [A-ZÕÄÖÜŠŽ -]+|[ABC][-.].*)$")


def main(wanted):
    for path in sorted(p for p in REFUSE.glob("*.txt") if not wanted or p.stem in wanted):
        doc = {"title": path.stem, "ruled": True, "page_number": "{n} ({total})"}
        PRODUCERS[path.stem](doc, list(blocks(path.read_text())), STYLE, path.with_suffix(".pdf"))
        if path.stem in WORD:
            render_docx.docx(doc, list(blocks(path.read_text())), STYLE, path.with_suffix(".docx"))
        path.with_suffix(".refuse").touch()


def blocks(text):
    for i, part in enumerate(text.strip().split("\n\n")):
        lines = part.split("\n")
        if all("  " in line for line in lines):
            rows = [[[{"b": None, "text": c}] for c in line.split("  ")] for line in lines]
            yield {"t": "grid", "role": "rows", "rows": rows, "widths": [100 / len(rows[0])] * len(rows[0]),
                   "repeat": False, "ruled": True}
        elif i == 0 and len(lines) > 1:
            yield {"t": "approval", "lines": lines}
        elif len(lines) == 1 and lines[0].isupper() and not lines[0][0].isdigit():
            yield {"t": "title", "text": lines[0]}
        elif len(lines) == 1 and HEADING.match(lines[0]):
            yield {"t": "heading", "text": lines[0]}
        elif lines[0].startswith("("):
            yield {"t": "sign", "lines": lines}
        else:
            yield from ({"t": "para", "text": line} for line in lines)


if __name__ == "__main__":
    main(sys.argv[1:])
