"""Sources of the families T9 to T14 and of the bundles: texts whose every line says what it is.

A line is `key argument | part | part`. What stands on the page is in the parts; what it means is in the key and its
argument, so that the record that is expected follows from the source and not from the tool. Keys:

    set name = value               a setting of the document (a Python literal)
    approval | line | line         the block of approval; `approved | by | act | number | date` says what it means
    institution | text             a line in capitals that names the institution; `caps | text` is one that does not
    title | text
    h kind | text                  a heading; `h+ kind | heading | text` has its text on the same line; `h` alone: no section
    text | text                    a paragraph that no group of the record holds; `item | marker | text` as a list item
    field key | label | value      a field; a last part `= a ;; b` says what the value means; key `-`: not compared
    gold key | a ;; b              what a sentence of the general section says
    head | text | text             the heads of a duties table: the duties that follow have results
    duty | marker | text           `duty2`, `duty3`: duties within it; `result | text` belongs to the duty before
    under | lead | text            a result in a line of its own below its duty; `share 20 | text` is its share of working time
    prose key | lead | text | …    one paragraph of several items
    purpose, rights, responsibilities, tools, amendment, other | marker | text
    req meaning | marker | label | text
                                   meaning: `edu level [eqf]`, `exp 2 field, 1 management`, `lang et C1, ?en/ru B1`,
                                   `computer`, `comp [group]`, `other`, or `-` for a line that is not compared
    sign | line | line             `signed digital | {A} ;; {B}` says what it means
    part label                     a new record begins, on a new page (not with `set continuous = True`);
                                   `-` where the annex has no number
    skip key                       a group that is left out of the record: two readers may differ
"""
import ast
import re

from marked_record import Record, finished, label_only
from model import LISTS


def read(text, slug):
    """The document: settings, blocks for the renderers, and records (the order in front of the annexes has none)."""
    reader = Reader(slug)
    for line in text.splitlines():
        if line.startswith("set "):
            name, value = line[4:].split(" = ", 1)
            reader.doc[name] = ast.literal_eval(value)
        elif line.strip():
            first, *parts = re.split(r"\s*\|\s*", line)
            key, _, argument = first.strip().partition(" ")
            getattr(reader, f"read_{key.replace('+', '_run')}")(argument, *parts)
    return reader.doc, reader.blocks, [finished(r) for r in reader.records]


class Reader:
    def __init__(self, slug):
        self.doc = {"slug": slug, "title": "Ametijuhend", "bullet": "-", "ruled": True, "fields": "lines", "producers": {}}
        self.blocks, self.grid = [], None
        self.records = [Record()]

    @property
    def record(self):
        return self.records[-1]

    def put(self, kind, **content):
        self.grid = None
        self.blocks.append({"t": kind, **content})

    def paragraph(self, marker, text):
        """A paragraph, or an item of a list that goes on where the one before ended."""
        if not marker:
            return self.put("para", text=text)
        last = self.blocks[-1] if self.blocks else {}
        if last.get("t") != "list" or last["markers"][-1][0].isdigit() != marker[0].isdigit():
            self.put("list", markers=[], items=[], lost_last=False)
        self.blocks[-1]["markers"].append(marker)
        self.blocks[-1]["items"].append(text)

    # ---- the page -----------------------------------------------------------------------------------------------------

    def read_approval(self, _, *lines):
        self.put("approval", lines=list(lines))

    def read_institution(self, _, text):
        self.put("institution", text=text)
        self.record.general["institution"] = text

    def read_caps(self, _, text):
        self.put("institution", text=text)

    def read_title(self, _, text):
        self.put("title", text=text)

    def read_h(self, kind, text):
        self.put("heading", text=text)
        self.record.section(kind, text)

    def read_h_run(self, kind, heading, text):
        self.put("para", text=f"{heading} {text}")
        self.record.section(kind, heading)
        self.record.purpose.append(text)

    def read_text(self, _, text):
        self.put("para", text=text)

    def read_item(self, _, marker, text):
        self.paragraph(marker, text)

    def read_sign(self, _, *lines):
        self.put("sign", lines=list(lines))

    def read_part(self, label):
        if not self.doc.get("continuous"):
            self.put("pagebreak")
        self.records.append(Record(label))

    # ---- fields -------------------------------------------------------------------------------------------------------

    def read_field(self, key, label, value, meaning=None):
        self.put_field(label, value)
        meaning = meaning[2:].split(" ;; ") if meaning else None
        if key == "other":
            self.record.general.setdefault("other_fields", []).append({"label": label_only(label), "value": value})
        elif key in LISTS:
            none = value.lower() in ("-", "–", "puuduvad", "puudub", "ei ole")
            self.record.general.setdefault(key, []).extend(meaning or ([] if none else [value]))
        elif key == "purpose":
            self.record.purpose.append(value)
        elif key != "-":
            self.record.general[key] = meaning[0] if meaning else value

    def put_field(self, label, value):
        form = self.doc["fields"]
        if form == "lines":
            return self.put("para", text=f"{label} {value}")
        row, role = [[{"b": None, "text": label}], [{"b": None, "text": value}]], "tabs" if form == "tabs" else "beside"
        if not self.blocks or self.blocks[-1].get("role") != role:
            if form == "tabs":
                self.put("tabs", role="tabs", rows=[])
            else:
                self.put("grid", role="beside", rows=[], widths=[34, 66], repeat=False, ruled=self.doc["ruled"])
        self.blocks[-1]["rows"].append(row)

    def read_gold(self, key, values):
        self.record.general[key] = values.split(" ;; ") if key in LISTS else values

    # ---- duties -------------------------------------------------------------------------------------------------------

    def read_head(self, _, *heads):
        rows = [[[{"b": None, "text": h}] for h in heads]]
        self.put("grid", role="duties", rows=rows, widths=[48, 52], repeat=False, ruled=self.doc["ruled"])
        self.grid = self.blocks[-1]

    def read_duty(self, level, marker, text):
        duty = {"number": marker.rstrip(".") if marker[:1].isdigit() else None, "text": text, "results": [], "subduties": []}
        self.record.add_duty(duty, int(level or 1))
        if self.grid is None:
            self.paragraph(marker, text)
        elif level:
            self.grid["rows"][-1][0].append({"b": marker, "text": text})
        else:
            self.grid["rows"].append([[{"b": None, "text": f"{marker} {text}"}], []])

    def read_duty2(self, _, marker, text):
        self.read_duty(2, marker, text)

    def read_duty3(self, _, marker, text):
        self.read_duty(3, marker, text)

    def read_result(self, _, text):
        self.grid["rows"][-1][1].append({"b": self.doc.get("result_bullet"), "text": text})
        self.record.duties[-1]["results"].append(text)

    def last_duty(self):
        duty = self.record.duties[-1]
        while duty["subduties"]:
            duty = duty["subduties"][-1]
        return duty

    def read_under(self, _, lead, text):
        self.put("para", text=f"{lead} {text}")
        self.last_duty()["results"].append(text)

    def read_share(self, percent, text):
        self.put("para", text=text)
        self.record.duties[-1]["share_percent"] = float(percent)

    def read_prose(self, key, lead, *items):
        self.put("para", text=" ".join([lead, *items]).strip())
        for item in items:
            if key == "duty":
                self.record.add_duty({"number": None, "text": item, "results": [], "subduties": []}, 1)
            else:
                self.record.lists[key].append(item)

    # ---- lists and requirements -----------------------------------------------------------------------------------------

    def read_purpose(self, _, marker, text):
        self.paragraph(marker, text)
        self.record.purpose.append(text)

    def read_other(self, _, marker, text):
        self.paragraph(marker, text)

    def read_rights(self, _, marker, text):
        self.listed("rights", marker, text)

    def read_responsibilities(self, _, marker, text):
        self.listed("responsibilities", marker, text)

    def read_tools(self, _, marker, text):
        self.listed("tools", marker, text)

    def read_amendment(self, _, marker, text):
        self.listed("amendment", marker, text)

    def listed(self, key, marker, text):
        self.paragraph(marker, text)
        self.record.lists[key].append(text)

    def read_req(self, meaning, marker, label, text):
        self.paragraph(marker, f"{label} {text}".strip())
        kind, _, detail = meaning.partition(" ")
        self.record.require(kind, detail, label, text)

    # ---- what only the record knows -------------------------------------------------------------------------------------

    def read_approved(self, _, by, act, number, date):
        values = {"by": by, "act": act, "number": number, "date": date}
        self.record.approval = {k: v for k, v in values.items() if v.strip()}

    def read_signed(self, how, placeholders=""):
        self.record.signature = {"digital": how == "digital", "placeholders": [p for p in placeholders.split(" ;; ") if p]}

    def read_skip(self, key):
        self.record.skipped.append(key)
