"""The words in which a document's source is written, and the expected record that follows from it.

A source says twice what a person must decide: the wording as it stands on the page, and what it means (for
instance `languages=[("et", "C1")]`). The expected record is made from the second, never from the tool.
"""

LISTS = ("manager", "substituted_by", "substitutes", "subordinates")


def field(number, label, value, key, meaning=None):
    """One field of the general part. `meaning`: the list that the value stands for, where it is not [value]."""
    if meaning is None:
        meaning = [value] if key in LISTS else value
    return {"number": number, "label": label, "value": value, "key": key, "meaning": meaning}


def duty(number, text, results, sub=()):
    return {"number": number, "text": text, "results": list(results), "sub": list(sub)}


def section(kind, heading, **content):
    return {"kind": kind, "heading": heading, **content}


def requirement(heading, lines=(), *, bullets=False, groups=(), named=(), group=None, **meaning):
    """One block of the requirements.

    `groups`: competencies with a heading and bullets; `named`: bullets `(name, explanation)` or `(name,)`;
    `meaning`: education=(level, eqf), experience=[(years, kind)], languages=[(code, level[, preferred])],
    computer=True, other=True.
    """
    return {"heading": heading, "lines": list(lines), "bullets": bullets, "groups": list(groups),
            "named": list(named), "group": group, "meaning": meaning}


def gold(doc):
    """The expected record: the part of the contract that is compared."""
    by_kind = {s["kind"]: s for s in doc["sections"]}
    record = {"sections": [s["kind"] for s in doc["sections"]], "general": gold_general(doc, by_kind["general"])}
    record["purpose"] = by_kind["purpose"]["text"]
    record["duties"] = [gold_duty(d) for d in by_kind["duties"]["duties"]]
    for key in ("rights", "responsibilities", "tools", "amendment"):
        record[key] = list(by_kind[key]["items"]) if key in by_kind else []
    record["requirements"] = gold_requirements(by_kind["requirements"]["blocks"])
    for key in ("approval", "signature"):
        if key in doc:
            record[key] = {k: v for k, v in doc[key].items() if k != "lines"}
    return record


def gold_without_pairs(doc):
    """The expected record of a text that runs column after column: results cannot be given to duties."""
    record = gold(doc)
    record["unpaired_results"] = [r for d in record["duties"] for r in d["results"]]
    for d in record["duties"]:
        d["results"] = []
    return record


def gold_general(doc, general):
    out = {}
    if "institution" in doc:
        out["institution"] = doc["institution"]
    for f in (f for row in general["rows"] for f in row):
        if f["key"] == "other_fields":
            out.setdefault("other_fields", []).append({"label": f["label"], "value": f["value"]})
        else:
            out[f["key"]] = f["meaning"]
    return out


def gold_duty(d):
    sub = [{"number": None, "text": t, "results": [], "subduties": []} for t in d["sub"]]
    return {"number": d["number"].rstrip("."), "text": d["text"], "results": d["results"], "subduties": sub}


def gold_requirements(blocks):
    out = {"languages": [], "computer_skills": [], "competencies": []}
    for b in blocks:
        text, meaning = " ".join(b["lines"]), b["meaning"]
        if "education" in meaning:
            level, eqf = meaning["education"]
            out["education"] = {"text": text, "level": level, "eqf": eqf}
        if "experience" in meaning:
            items = [{"min_years": years, "kind": kind} for years, kind in meaning["experience"]]
            out["experience"] = {"text": text, "items": items}
        for language, level, *preferred in meaning.get("languages", ()):
            out["languages"].append({"language": language, "preferred": preferred[0] if preferred else [], "level": level})
        if meaning.get("computer"):
            out["computer_skills"] += b["lines"]
        if meaning.get("other"):
            out.setdefault("other", []).extend({"label": b["heading"], "text": line} for line in b["lines"])
        for name, indicators in b["groups"]:
            out["competencies"].append({"name": name, "indicators": list(indicators)})
        for name, *explanation in b["named"]:
            item = {"name": name, "indicators": explanation}
            out["competencies"].append({**item, "group": b["group"]} if b["group"] else item)
    return out
