"""The words in which the documents of families T1 and T3 to T8 are written.

Each call of a `Doc` says what stands on the page and what it means; the page's blocks and the expected record grow
side by side. What two careful readers could read differently is named in `open` and stays out of the record.
"""
import re

LISTS = ("manager", "substituted_by", "substitutes", "subordinates")
NUMBER = re.compile(r"^(\d+(?:\.\d+)*\.?|[IVX]+\.?)\s+")


def f(label, value, key="other_fields", meaning=None, line=None):
    """A field; key None: two readers may differ. `meaning`: what the value stands for where it is not the value itself;
    `line`: the whole sentence."""
    if meaning is None:
        meaning = [value] if key in LISTS else value
    return {"label": label, "value": value, "key": key, "meaning": meaning, "line": line}


def d(number, text, results=(), sub=(), share=None):
    """A duty. `sub`: texts (bullets) or pairs (number, text)."""
    pairs = [s if isinstance(s, tuple) else (None, s) for s in sub]
    return {"number": number, "text": text, "results": list(results), "sub": pairs, "share": share}


def r(number, label, *lines, bullets=None, **meaning):
    """A requirement: education=(level, eqf), experience=[(years, kind)], languages=[(code, level[, preferred])],
    computer=True, other=True, skills=[name or (name, explanation)]. Without lines only a label stands on the page."""
    return {"number": number, "label": label, "lines": list(lines), "bullets": bullets, "meaning": meaning}


class Doc:
    def __init__(self, family, slug, *, bullet="-", ruled=True, page_number=None, running_header=None, forms=None,
                 layout_of=None, wrap=92, spaced=False, loose=False, flat_open=()):
        """`forms`: producer -> style, with `odt`, `rtf`, `html` beside the producers of PDFs; `lo` makes the DOCX too.
        `wrap`, `spaced`: line length of the flat text and whether a blank line parts its blocks; `loose`: also a
        flat text with words divided and blank lines within sentences; `flat_open`: what the flat text does not decide,
        so that it becomes a case by itself."""
        self.family, self.slug, self.bullet, self.ruled = family, slug, bullet, ruled
        self.page_number, self.running_header = page_number, running_header
        self.forms, self.layout_of, self.wrap, self.spaced, self.loose = forms or {}, layout_of, wrap, spaced, loose
        self.blocks, self.variants, self.flat_open = [], [], flat_open
        self.gold = {"sections": [], "general": {}, "purpose": None, "duties": []}

    def as_dict(self):
        """The document as the renderers of the two-column family know it."""
        title = next(b["text"] for b in self.blocks if b["t"] == "title")
        return {"slug": self.slug, "title": title, "bullet": self.bullet, "ruled": self.ruled,
                "page_number": self.page_number, "running_header": self.running_header}

    # ---- what stands on the page without a meaning of its own ----

    def block(self, t, **content):
        self.blocks.append({"t": t, **content})

    def para(self, *texts):
        for text in texts:
            self.block("para", text=text)

    def heading(self, text):
        self.block("heading", text=text)

    def title(self, text):
        self.block("title", text=text)

    def caps(self, *lines, institution=None):
        for line in lines:
            self.block("institution", text=line)
        if institution:
            self.gold["general"]["institution"] = institution

    def approval(self, *lines, by=None, act=None, number=None, date=None, left=False):
        self.block("lines" if left else "approval", lines=list(lines))
        said = {"by": by, "act": act, "number": number, "date": date}
        if any(said.values()):
            self.gold["approval"] = {k: v for k, v in said.items() if v}

    def sign(self, *lines, **meaning):
        self.block("sign", lines=list(lines))
        if meaning:
            self.gold["signature"] = meaning

    def variant(self, name, change, gold=None):
        """A damaged copy of the flat text; with `gold` (a function of the record) it is a case by itself."""
        self.variants.append((name, change, gold))

    # ---- sections ----

    def section(self, kind, heading):
        self.gold["sections"].append(kind)
        if heading:
            self.heading(heading)

    def general(self, heading, fields, form="beside", widths=(36, 64)):
        """form: beside, rows (labels over values, `fields` is a list of rows), above, colon, tab, same (one blank), lines."""
        self.section("general", heading)
        rows = fields if form == "rows" else [fields]
        GENERAL[form](self, rows, widths)
        for x in (x for row in rows for x in row):
            self.mean(x)

    def mean(self, x):
        out, label = self.gold["general"], NUMBER.sub("", x["label"] or "").rstrip(" :")
        if x["key"] is None:
            return
        if x["key"] == "other_fields":
            out.setdefault("other_fields", []).append({"label": label, "value": x["meaning"]})
        elif x["key"] == "purpose":
            self.gold["purpose"] = x["meaning"]
        elif x["key"] in LISTS:
            out[x["key"]] = out.get(x["key"], []) + x["meaning"]
        else:
            out[x["key"]] = x["meaning"]

    def purpose(self, heading, *texts, runin=False, numbers=None):
        """`runin`: heading and text stand on one line; `numbers`: the numbers of the paragraphs."""
        if runin:
            self.section("purpose", None)
            self.block("runin", heading=heading, text=texts[0])
            self.para(*texts[1:])
        else:
            self.section("purpose", heading)
            self.para(*(f"{n} {t}" for n, t in zip(numbers, texts)) if numbers else texts)
        self.gold["purpose"] = " ".join(texts)

    def duties(self, heading, duties, *, form="list", head=None, widths=None, repeat=False, lead=None, result=None,
               plain=False):
        """form: list, table (duty, results), table3 (duty, activities, results), share (number, duty, results, share)."""
        self.section("duties", heading)
        if lead:
            self.para(lead)
        DUTIES[form](self, duties, head=head, widths=widths, repeat=repeat, result=result, plain=plain,
                     marker=self.bullet)
        for x in duties:
            self.gold["duties"].append(gold_duty(x))

    def items(self, kind, heading, items, *, lead=None, numbers=None, bullets=False, loose=False):
        """A section of items: numbered by `numbers` (a pattern such as "4.{}."), with bullets, or paragraphs."""
        self.section(SECTION_OF[kind], heading)
        if lead:
            self.para(lead)
        if numbers:
            self.para(*(f"{numbers.format(i)} {t}" for i, t in enumerate(items, 1)))
        elif bullets:
            self.block("list", markers=[self.bullet] * len(items), items=list(items), lost_last=False)
        else:
            self.para(*items)
        if not loose:
            self.gold[kind] = list(items)

    def other(self, heading, items, *, lead=None, numbers=None, bullets=False):
        """A section of no known kind."""
        self.items("other", heading, items, lead=lead, numbers=numbers, bullets=bullets, loose=True)
        text = [lead] + list(items) if lead else list(items)
        self.gold.setdefault("other_sections", []).append({"heading": NUMBER.sub("", heading), "text": text})

    def requirements(self, heading, blocks, *, form="inline", sep=": ", widths=(30, 70), open=()):
        """form: inline (label, `sep`, text), beside (a table), subhead, sentences (no labels)."""
        self.section("requirements", heading)
        REQUIREMENTS[form](self, blocks, sep, widths)
        self.gold["requirements"] = {k: v for k, v in gold_requirements(blocks).items() if k not in open}

    def record(self):
        record = dict(self.gold)
        for key in ("rights", "responsibilities", "tools", "amendment"):
            record.setdefault(key, [])
        return record


SECTION_OF = {"rights": "rights", "responsibilities": "responsibilities", "tools": "tools", "amendment": "amendment",
              "other": "other"}


# ---- the general section --------------------------------------------------------------------------------------------

def beside(doc, rows, widths):
    cells = [[[cell(x["label"])], [cell(x["value"])]] for row in rows for x in row]
    doc.blocks.append(grid("beside", cells, list(widths), doc.ruled))


def over(doc, rows, widths):
    for row in rows:
        cells = [[[cell(x["label"])] for x in row], [[cell(x["value"])] for x in row]]
        doc.blocks.append(grid("rows", cells, [100 / len(row)] * len(row), doc.ruled))


def one_by_one(pattern):
    return lambda doc, rows, widths: doc.para(*(pattern.format(**x) for row in rows for x in row))


def above(doc, rows, widths):
    for x in (x for row in rows for x in row):
        doc.para(x["label"], x["value"])


def tabbed(doc, rows, widths):
    for x in (x for row in rows for x in row):
        doc.block("tab", label=x["label"], value=x["value"])


def sentences(doc, rows, widths):
    """Each sentence once, though it may say two fields."""
    doc.para(*dict.fromkeys(x["line"] for row in rows for x in row))


GENERAL = {"beside": beside, "rows": over, "above": above, "tab": tabbed, "lines": sentences,
           "colon": one_by_one("{label}: {value}"), "same": one_by_one("{label} {value}")}


# ---- duties ---------------------------------------------------------------------------------------------------------

def duty_list(doc, duties, *, result, marker, **_):
    for x in duties:
        doc.para(numbered(x))
        for number, text in x["sub"]:
            if number:
                doc.para(f"{number} {text}")
            else:
                doc.block("list", markers=[marker], items=[text], lost_last=False)
        if x["share"]:
            doc.para(x["share"][0])
        if x["results"] and result:
            doc.para(f"{result} {' '.join(x['results'])}")


def duty_table(doc, duties, *, head, widths, repeat, plain, marker, **_):
    rows = [[[cell(h)] for h in head]]
    for x in duties:
        sub = [cell(f"{n} {t}" if n else t, None if n else marker) for n, t in x["sub"]]
        rows.append([[cell(numbered(x))] + sub, [cell(t, None if plain else marker) for t in x["results"]]])
    doc.blocks.append(grid("duties", rows, widths or [48, 52], doc.ruled, repeat))


def three_columns(doc, duties, *, head, widths, repeat, plain, marker, **_):
    rows = [[[cell(h)] for h in head]]
    for x in duties:
        activities = [cell(f"{n} {t}" if n else t, None if n or plain else marker) for n, t in x["sub"]]
        results = [cell(t, None if plain else marker) for t in x["results"]]
        rows.append([[cell(numbered(x))], activities, results])
    doc.blocks.append(grid("duties", rows, widths or [28, 38, 34], doc.ruled, repeat))


def with_share(doc, duties, *, head, widths, repeat, plain, marker, **_):
    rows = [[[cell(h)] for h in head]]
    for x in duties:
        results = [cell(t, None if plain else marker) for t in x["results"]]
        rows.append([[cell(numbered(x))], results, [cell(x["share"][0])]])
    doc.blocks.append(grid("duties", rows, widths or [42, 44, 14], doc.ruled, repeat))


DUTIES = {"list": duty_list, "table": duty_table, "table3": three_columns, "share": with_share}


def numbered(x):
    return f"{x['number']} {x['text']}" if x["number"] else x["text"]


def gold_duty(x):
    sub = [{"number": n.rstrip(".") if n else None, "text": t, "results": [], "subduties": []} for n, t in x["sub"]]
    out = {"number": x["number"].rstrip(".") if x["number"] else None, "text": x["text"], "results": x["results"],
           "subduties": sub}
    return {**out, "share_percent": x["share"][1]} if x["share"] else out


# ---- requirements ---------------------------------------------------------------------------------------------------

def said(b):
    return f"{b['number']} {b['label']}" if b["number"] else b["label"]


def skill(s):
    return s if isinstance(s, str) else ": ".join(s)


def inline(doc, blocks, sep, widths):
    for b in blocks:
        skills = b["meaning"].get("skills", ())
        if len(b["lines"]) == 1 and not skills:
            doc.para(f"{said(b)}{sep}{b['lines'][0]}")
        else:
            doc.para(said(b) + sep.rstrip())
            under(doc, b, b["lines"] + [skill(s) for s in skills])


def under(doc, b, lines):
    if b["bullets"] == "-":
        doc.block("list", markers=[doc.bullet] * len(lines), items=lines, lost_last=False)
    elif b["bullets"]:
        doc.para(*(f"{b['bullets'].format(i)} {t}" for i, t in enumerate(lines, 1)))
    else:
        doc.para(*lines)


def requirement_table(doc, blocks, sep, widths):
    rows = []
    for b in blocks:
        marker = doc.bullet if b["bullets"] else None
        rows.append([[cell(said(b))], [cell(t, marker) for t in b["lines"] + [skill(s) for s in b["meaning"].get("skills", ())]]])
    doc.blocks.append(grid("beside", rows, list(widths), doc.ruled))


def subheads(doc, blocks, sep, widths):
    for b in blocks:
        doc.block("subhead", text=said(b))
        under(doc, b, b["lines"] + [skill(s) for s in b["meaning"].get("skills", ())])


def bare(doc, blocks, sep, widths):
    for b in blocks:
        doc.para(*(f"{b['number']} {t}" if b["number"] else t for t in b["lines"]))


REQUIREMENTS = {"inline": inline, "beside": requirement_table, "subhead": subheads, "sentences": bare}


def gold_requirements(blocks):
    out = {"languages": [], "computer_skills": [], "competencies": []}
    for b in blocks:
        text, meaning = " ".join(b["lines"]), b["meaning"]
        if "education" in meaning:
            out["education"] = {"text": text, "level": meaning["education"][0], "eqf": meaning["education"][1]}
        if "experience" in meaning:
            items = [{"min_years": years, "kind": kind} for years, kind in meaning["experience"]]
            out["experience"] = {"text": text, "items": items}
        for language, level, *preferred in meaning.get("languages", ()):
            out["languages"].append({"language": language, "preferred": preferred[0] if preferred else [], "level": level})
        if meaning.get("computer"):
            out["computer_skills"] += b["lines"]
        if meaning.get("other"):
            out.setdefault("other", []).extend({"label": b["label"], "text": line} for line in b["lines"])
        for s in meaning.get("skills", ()):
            name, *explanation = (s,) if isinstance(s, str) else s
            item = {"name": name.rstrip(".;"), "indicators": explanation}
            out["competencies"].append({**item, "group": b["label"].strip(" :")})
    return out


def cell(text, bullet=None):
    return {"b": bullet, "text": text}


def grid(role, rows, widths, ruled, repeat=False):
    return {"t": "grid", "role": role, "rows": rows, "widths": widths, "repeat": repeat, "ruled": ruled}
