"""PDF by Typst."""
import json
import pathlib
import shutil
import tempfile

import typst as compiler

TEMPLATE = pathlib.Path(__file__).with_name("t2.typ")


def typst(doc, blocks, style, path):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(TEMPLATE, folder / "t2.typ")
        head = {"page_number": doc.get("page_number"), "running_header": doc.get("running_header")}
        (folder / "data.json").write_text(json.dumps({"doc": head, "blocks": blocks, "style": style}))
        compiler.compile(str(folder / "t2.typ"), output=str(path), root=str(folder))
