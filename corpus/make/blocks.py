"""From a document's source to the few kinds of block that every renderer knows.

A block is a dict with `t`: approval, institution, title, heading, subhead, para, list, grid or sign.
A cell of a grid is a list of paragraphs `{"b": bullet or None, "text": ...}`.
"""


def blocks(doc):
    out = []
    if "approval" in doc:
        out.append({"t": "approval", "lines": doc["approval"]["lines"]})
    if doc.get("institution"):
        out.append({"t": "institution", "text": doc["institution"]})
    out.append({"t": "title", "text": doc["title"]})
    for s in doc["sections"]:
        out.append({"t": "heading", "text": s["heading"]})
        out += SECTION.get(s["kind"], list_section)(doc, s)
    if "signature" in doc:
        out.append({"t": "sign", "lines": doc["signature"]["lines"]})
    return out


def cell(text, bullet=None):
    return {"b": bullet, "text": text}


def general_section(doc, s):
    if s["form"] == "beside":
        rows = [[[cell(label(f))], [cell(f["value"])]] for row in s["rows"] for f in row]
        return [grid("beside", rows, doc, widths=[34, 66])]
    return [grid("rows", [[[cell(label(f))] for f in row], [[cell(f["value"])] for f in row]], doc,
                 widths=[100 / len(row)] * len(row)) for row in s["rows"]]


def label(f):
    return f"{f['number']} {f['label']}" if f["number"] else f["label"]


def purpose_section(doc, s):
    return [{"t": "para", "text": s["text"]}]


def duties_section(doc, s):
    bullet, plain = doc["bullet"], s.get("plain_results", False)
    rows = [[[cell(h)] for h in s["head"]]]
    for d in s["duties"]:
        results = [cell(r, None if plain else bullet) for r in d["results"]]
        sub = [cell(t, bullet) for t in d["sub"]]
        if s.get("number_column"):
            rows.append([[cell(d["number"])], [cell(d["text"])] + sub, results])
        else:
            rows.append([[cell(f"{d['number']} {d['text']}")] + sub, results])
    widths = [8, 44, 48] if s.get("number_column") else s.get("widths", [48, 52])
    return [grid("duties", rows, doc, widths=widths, repeat=s.get("repeat_head", False))]


def grid(role, rows, doc, *, widths, repeat=False):
    return {"t": "grid", "role": role, "rows": rows, "widths": widths, "repeat": repeat, "ruled": doc["ruled"]}


def list_section(doc, s):
    out = [{"t": "para", "text": s["lead"]}] if s.get("lead") else []
    if s.get("form") == "paragraphs":
        return out + [{"t": "para", "text": t} for t in s["items"]]
    numbers = s["heading"].split(".")[0] if s.get("form") == "numbers" else None
    markers = [f"{numbers}.{i}" if numbers else doc["bullet"] for i in range(1, len(s["items"]) + 1)]
    return out + [{"t": "list", "markers": markers, "items": s["items"], "lost_last": s.get("lost_last", False)}]


def requirements_section(doc, s):
    out = []
    for b in s["blocks"]:
        out.append({"t": "subhead", "text": b["heading"]})
        if b["bullets"]:
            out.append(bullets(doc, b["lines"]))
        else:
            out += [{"t": "para", "text": t} for t in b["lines"]]
        for name, indicators in b["groups"]:
            out += [{"t": "subhead", "text": name + ":", "level": 2}, bullets(doc, indicators)]
        if b["named"]:
            out.append(bullets(doc, [": ".join(n) for n in b["named"]]))
    return out


def bullets(doc, items):
    return {"t": "list", "markers": [doc["bullet"]] * len(items), "items": list(items), "lost_last": False}


SECTION = {"general": general_section, "purpose": purpose_section, "duties": duties_section,
           "requirements": requirements_section}
