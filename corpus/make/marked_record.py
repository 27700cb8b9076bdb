"""What a marked source says of one record, and the record that is compared. See marked.py for the words."""
import re

PARAGRAPHS = ("rights", "responsibilities", "tools", "amendment")


class Record:
    def __init__(self, label=None):
        self.label, self.general, self.purpose, self.duties = label, {}, [], []
        self.lists = {k: [] for k in PARAGRAPHS}
        self.sections, self.others, self.skipped = [], [], []
        self.requirements = {"education": None, "experience": None, "languages": [], "computer_skills": [], "competencies": []}
        self.approval = self.signature = None

    def section(self, kind, heading):
        if kind:
            self.sections.append(kind)
        if kind == "other":
            self.others.append({"heading": re.sub(r"^(\d+\.?|[IVX]+\.?) *", "", heading).rstrip(".:")})

    def add_duty(self, duty, level):
        duties = self.duties
        for _ in range(level - 1):
            duties = duties[-1]["subduties"]
        duties.append(duty)

    def require(self, kind, detail, label, text):
        r = self.requirements
        if kind == "edu":
            level, _, eqf = detail.partition(" ")
            r["education"] = {"text": text, "level": None if level == "null" else level, "eqf": int(eqf) if eqf else None}
        elif kind == "exp":
            items = [i.split() for i in detail.split(", ")]
            r["experience"] = {"text": text, "items": [{"min_years": None if y == "?" else int(y), "kind": k} for y, k in items]}
        elif kind == "lang":
            r["languages"] += [language(d) for d in detail.split(", ")]
        elif kind == "computer":
            r["computer_skills"].append(text)
        elif kind == "comp":
            name, _, explanation = text.partition(": ")
            item = {"name": name, "indicators": [explanation] if explanation else []}
            r["competencies"].append({**item, "group": detail} if detail else item)
        elif kind == "other":
            r.setdefault("other", []).append({"label": label_only(label) or None, "text": text})


def language(text):
    code, level = text.split()
    level = None if level == "-" else level
    if code.startswith("?"):                                    # "?en/ru": one foreign language, these preferred
        return {"language": None, "level": level, "preferred": [c for c in code[1:].split("/") if c]}
    return {"language": code, "level": level, "preferred": []}


def label_only(label):
    return re.sub(r"^\d[\d.]*\s*", "", label).rstrip(": ")


def finished(r):
    """The record as it is compared; None for an order in front of its annexes."""
    if not r.duties:
        return None
    out = {"source": {"part": {} if r.label == "-" else {"label": r.label}}} if r.label else {}
    out |= {"sections": r.sections, "general": r.general, "purpose": " ".join(r.purpose) or None, "duties": r.duties, **r.lists}
    out["requirements"] = r.requirements
    out["other_sections"] = r.others
    for key in ("approval", "signature"):
        if getattr(r, key):
            out[key] = getattr(r, key)
    for key in r.skipped:
        holder, _, last = key.rpartition(".")
        (out[holder] if holder else out).pop(last)
    return out
