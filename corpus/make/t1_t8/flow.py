"""The document as flat text: cell after cell, line after line, and the damage that a variant does to it."""
import textwrap

PAGE_LINES = 52


def flow(doc):
    lines = []
    for b in doc.blocks:
        lines += [*block_lines(doc, b), *([""] if doc.spaced else [])]
    return "\n".join(with_furniture(doc, lines)).rstrip() + "\n"


def block_lines(doc, b):
    kind = b["t"]
    if kind in ("approval", "lines", "sign"):
        return list(b["lines"])
    if kind == "tab":
        return wrapped(doc, f"{b['label']}\t{b['value']}")
    if kind == "runin":
        return wrapped(doc, f"{b['heading']} {b['text']}")
    if kind == "list":
        return [line for m, i in zip(b["markers"], b["items"]) for line in wrapped(doc, f"{m} {i}")]
    if kind == "grid":
        return [line for row in b["rows"] for cell, width in zip(row, b["widths"]) for p in cell
                for line in wrapped(doc, f"{p['b']} {p['text']}" if p["b"] else p["text"], width / 100)]
    return wrapped(doc, b["text"])


def wrapped(doc, text, share=1.0):
    width = max(12, int(doc.wrap * share))
    if "\t" in text:
        return [text]
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def with_furniture(doc, lines):
    """Page numbers and running headers between the lines, as they come when a PDF is flattened."""
    head, foot = doc.running_header, doc.page_number
    if not (head or foot):
        return lines
    total, out = -(-len(lines) // PAGE_LINES), []
    for n in range(total):
        out += [head] if head else []
        out += lines[n * PAGE_LINES:(n + 1) * PAGE_LINES]
        out += [foot.format(n=n + 1, total=total)] if foot else []
    return out


# ---- damage ---------------------------------------------------------------------------------------------------------

def swap(*pairs):
    """Replaces each first text by its second, once; it must be there."""
    def change(text):
        for old, new in pairs:
            if old not in text:
                raise ValueError(f"not in the text: {old!r}")
            text = text.replace(old, new, 1)
        return text
    return change


def before(chrome):
    return lambda text: chrome + text


def mojibake(text):
    """UTF-8 read as Windows-1252; its five holes stay control characters, as WHATWG's decoder leaves them."""
    return "".join(byte_read(b) for b in text.encode())


def byte_read(b):
    try:
        return bytes([b]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(b)


def in_turn(*changes):
    def change(text):
        for c in changes:
            text = c(text)
        return text
    return change
