"""The HTML pages in a real browser: run.py PROGRAM [--pictures FOLDER]

PROGRAM writes three pages: `check` of one PDF, `check` of thousands of documents, `audit` of the corpus. Every test drives a
page as a reader does, by mouse or by keyboard alone, and then asks what the page shows.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from chrome import Page, find

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
ONE = CORPUS / "t2/peainspektor/peainspektor.chromium.pdf"
MANY = 2000
CONTRAST = (HERE / "contrast.js").read_text()
ACTIVE = "document.activeElement"


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def text(page, selector):
    return page.js(f"document.querySelector({selector!r})?.textContent ?? ''")


def open_first(page):
    page.click("#documents .row")
    page.wait("document.querySelector('.fields')")


def back(page):
    page.js("location.hash = ''")
    page.wait("document.getElementById('document').hidden")


def comes_into_view(page, selector, message):
    """Pages scroll smoothly, so it may take a while."""
    page.wait(f"""(() => {{ const r = document.querySelector({selector!r})?.getBoundingClientRect();
        return r && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth; }})()""", message)


def fields_and_places(page):
    """Click a field: its place is marked. Click that place: the field is marked."""
    open_first(page)
    pointers = page.js("[...document.querySelectorAll('.leaf')].map(leaf => leaf.dataset.pointer)")
    check(len(pointers) > 10, f"too few fields to test: {pointers}")
    for pointer in [p for p in pointers if p.startswith("/duties/")][:6] + pointers[:3]:
        leaf = f'.leaf[data-pointer="{pointer}"]'
        page.click(leaf)
        page.wait("document.querySelector('.spot.on')", f"{pointer}: no place is marked")
        comes_into_view(page, ".spot.on", f"{pointer}: the place is out of view")
        check(page.js(f"document.querySelector({leaf!r}).textContent"), f"{pointer} is empty")
        spot = page.js("document.querySelector('.spot.on').dataset.spot")
        said = text(page, "#selected")
        page.click(f'.spot[data-spot="{spot}"]')
        page.wait(f"document.querySelector('#selected').textContent !== {json.dumps(said)}", f"{pointer}: its place cannot be selected")
        page.wait(f"document.querySelector('{leaf}.on')", f"{pointer}: its place does not lead back to it")
        comes_into_view(page, leaf, f"{pointer}: the field is out of view")
    page.click(".card")
    page.wait("document.querySelector('.spot.on.found')", "a finding marks no place")
    back(page)


def drawn_to_scale(page):
    """Words stand in their boxes, and the page has its proportions."""
    open_first(page)
    page.wait("document.querySelectorAll('.page text').length > 20")
    far = page.js("""[...document.querySelectorAll('.page')].slice(0, 1).flatMap(drawing => {
        const frame = drawing.getBoundingClientRect(), box = drawing.viewBox.baseVal, scale = frame.width / box.width;
        const off = Math.abs(frame.height / box.height - scale) > 0.01 ? ['proportions'] : [];
        return off.concat([...drawing.querySelectorAll('text')].filter(word => {
            const r = word.getBoundingClientRect();
            return Math.abs(r.width - word.getAttribute('textLength') * scale) > 2.5
                || Math.abs((r.left - frame.left) - word.getAttribute('x') * scale) > 1.5;
        }).map(word => word.textContent));
    })""")
    check(not far, f"not to scale: {far[:5]}")
    back(page)


def filters(page):
    rows = "document.querySelectorAll('#documents .row').length"
    before = text(page, "#shown")
    page.click("#query")
    page.type("zzzz")
    page.wait(f"{rows} === 0")
    check(text(page, "#shown") != before, "the number of documents stays")
    page.click("#clear")
    page.wait(f"{rows} > 0")
    check(text(page, "#shown") == before, "the filter is not cleared")
    total = text(page, "#findings-shown")
    page.click(".chart:nth-child(2) .bar")
    check(page.js("document.querySelector('.chart:nth-child(2) .bar').getAttribute('aria-pressed')") == "true", "the bar is not pressed")
    check(page.js("document.activeElement.className") == "bar", "the bar loses the focus")
    rules = page.js("new Set([...document.querySelectorAll('.finding-rule')].map(rule => rule.textContent)).size")
    check(rules == 1, f"{rules} rules are shown")
    page.click(".chart:nth-child(2) .bar")
    check(text(page, "#findings-shown") == total, "the filter stays")
    severity = page.js("document.querySelector('.finding .sev').className.match(/sev-(\\w+)/)[1]")
    page.click(f"[data-severity={severity}]")
    shown = page.js("[...new Set([...document.querySelectorAll('.finding .sev')].map(badge => badge.className))]")
    check(shown == [f"sev sev-{severity}"], f"shown: {shown}")
    page.click("#clear")


def tab_to(page, condition, limit=60):
    """Presses Tab until the focus is where it is wanted; each stop must show that it has the focus."""
    for _ in range(limit):
        page.key("Tab")
        visible = page.js(f"""(() => {{ const s = getComputedStyle({ACTIVE}.querySelector(':scope > .node') ?? {ACTIVE});
            return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || parseFloat(s.strokeWidth) >= 3 || {ACTIVE} === document.body; }})()""")
        check(visible, "the focus cannot be seen on " + page.js(f"{ACTIVE}.outerHTML.slice(0, 120)"))
        if page.js(condition):
            return
    raise AssertionError(f"Tab does not reach: {condition}")


def keyboard(page):
    """From the top of the page to a field's place and back, without a mouse."""
    page.reload()
    page.key("Tab")
    check(page.js(f"{ACTIVE}.id") == "skip", "the skip link is not first")
    page.key("Enter")
    check(page.js(f"{ACTIVE}.id") == "main", "the skip link does not skip")
    page.reload()
    tab_to(page, f"{ACTIVE}.matches('.row')")
    if page.js("document.querySelectorAll('.row').length") > 1:
        page.key("ArrowDown")
        check(page.js(f"{ACTIVE} === document.querySelectorAll('.row')[1]"), "the arrow does not go down")
        page.key("Home")
    page.key("Enter")
    page.wait("document.querySelector('.fields')")
    check(page.js(f"{ACTIVE}.id") == "document-title", "the document's title does not get the focus")
    tab_to(page, f"{ACTIVE}.matches('.spot')")
    page.key("End")
    tab_to(page, f"{ACTIVE}.matches('.card, .leaf')")
    page.key("End")
    pointer = page.js(f"{ACTIVE}.dataset.pointer")
    page.key("Enter")
    check(page.js(f"{ACTIVE}.matches('.spot.on')"), f"Enter on {pointer} does not go to its place")
    check("source" in text(page, "#selected") or "allikas" in text(page, "#selected"), "it is not said what was selected")
    page.key("Enter")
    check(page.js(f"{ACTIVE}.matches('.leaf.on, .card.on')"), "Enter on the place does not go back to a field")
    page.key("Escape")
    check(page.js("document.querySelectorAll('.on').length") == 0, "Escape leaves the selection")
    page.key("Escape")
    page.wait("document.getElementById('document').hidden")
    check(page.js(f"{ACTIVE}.matches('.row')"), "the focus does not return to the list")


def contrast(page):
    for scheme in ["light", "dark"]:
        page.media(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        for state in ["overview", "document", "selection"]:
            if state == "document":
                open_first(page)
                page.wait("document.querySelectorAll('.page text, .line, .flow p').length > 5")
            if state == "selection":
                page.click(".leaf:nth-of-type(1)")
            result = page.js(CONTRAST)
            check(result["seen"] > 20, f"too little text was judged: {result}")
            check(not result["short"], f"{scheme}, {state}: {result['short'][:6]}")
        back(page)
    page.media()


def narrow(page):
    wide = "document.documentElement.scrollWidth > innerWidth"
    for width in [400, 320]:
        page.size(width, 800)
        check(not page.js(wide), f"the overview is wider than {width}")
        page.click("[data-show=list]")
        check(not page.js(wide), f"the list is wider than {width}")
        open_first(page)
        for pane in ["source", "fields"]:
            page.click(f"[data-pane={pane}].button")
            check(not page.js(wide), f"the {pane} pane is wider than {width}")
            check(page.js(f"document.querySelector('.pane-{pane}').checkVisibility()"), f"the {pane} pane is hidden")
        page.click(".leaf")
        check(page.js("document.querySelector('.pane-source').checkVisibility()"), "a field does not lead to the source")
        back(page)
        page.click("[data-show=overview]")
    page.size(1400, 900)


def calm(page):
    page.media(prefers_reduced_motion="reduce")
    moving = page.js("""[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
        return s.transitionDuration.split(', ').some(d => d !== '0s') || s.animationName !== 'none' || s.scrollBehavior === 'smooth'; }).length""")
    check(moving == 0, f"{moving} elements move")
    page.media()


def many(page):
    """Thousands of documents: the list goes on, the last document opens."""
    rows = "document.querySelectorAll('#documents .row').length"
    total = page.js("JSON.parse(document.getElementById('index').textContent).documents.length")
    check(total >= 2000, f"only {total} documents")
    first = page.js(rows)
    check(first < total, "all rows are made at once")
    page.js("document.querySelector('#documents').lastElementChild.scrollIntoView()")
    page.wait(f"{rows} > {first}")
    path = page.js("JSON.parse(document.getElementById('index').textContent).documents.findLast(d => d.packed).path")
    page.js(f"location.hash = '#doc=' + encodeURIComponent({path!r})")
    page.wait("document.querySelector('.fields')")
    back(page)


def shows(page, view):
    """Waits until that view of the audit is drawn."""
    link = f"document.querySelector('[data-view={view}]')"
    page.wait(f"{link}.getAttribute('aria-current') === 'page' && document.querySelector('#main > h2')?.textContent === {link}.textContent")


def audit_views(page):
    """Each view has its content and fits; Escape leads from a position back to the tree."""
    wide = "document.documentElement.scrollWidth > innerWidth"
    for width in [1400, 400, 320]:
        page.size(width, 800)
        for view in ["overview", "structure", "demands", "findings"]:
            page.click(f"[data-view={view}]")
            shows(page, view)
            check(page.js("document.querySelector('#main').textContent.length") > 80, f"{view} is empty")
            check(not page.js(wide), f"{view} is wider than {width}")


def audit_tree(page):
    """By keyboard: into the tree, down, open, choose a position, back."""
    page.js("location.hash = '#view=structure'")
    page.wait("document.querySelector('[role=treeitem]')")
    page.reload()
    page.wait("document.querySelector('[role=treeitem]')")
    tab_to(page, f"{ACTIVE}.matches('[role=treeitem]')")
    if page.js(f"{ACTIVE}.getAttribute('aria-expanded')") == "false":
        page.key("ArrowRight")
    for _ in range(20):
        if page.js(f"{ACTIVE}.dataset.p !== undefined"):
            break
        page.key("ArrowDown")
    title = page.js(f"{ACTIVE}.querySelector('.node-label').firstChild.textContent")
    page.key("Enter")
    page.wait("document.querySelector('#position-title')")
    check(text(page, "#position-title") == title, f"Enter on {title} shows " + text(page, "#position-title"))
    check(page.js(f"{ACTIVE}.id") == "position-title", "the position's title does not get the focus")
    page.key("Escape")
    page.wait("!document.querySelector('#position-title')")
    page.wait(f"{ACTIVE}.matches('[role=treeitem]')")


def audit_links(page):
    """A position's document leads to the same document in the page of `check`."""
    page.js("location.hash = '#view=structure&p=0'")
    page.wait("document.querySelector('.history a')")
    address = page.js("document.querySelector('.history a').href")
    title = text(page, "#position-title")
    with Page() as other:
        other.open(address)
        other.wait("document.querySelector('.fields')")
        check(title in text(other, "#document-title"), f"{address} shows " + text(other, "#document-title"))
        check(not other.complaints, f"the browser complains: {other.complaints}")


def audit_contrast(page):
    for scheme in ["light", "dark"]:
        page.media(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        for place in ["view=overview", "view=structure&p=0", "view=demands", "view=findings"]:
            page.js(f"location.hash = '#{place}'")
            shows(page, place.partition("&")[0].removeprefix("view="))
            result = page.js(CONTRAST)
            check(result["seen"] > 10, f"too little text was judged: {result}")
            check(not result["short"], f"{scheme}, {place}: {result['short'][:6]}")
    page.media()


def pictures(page, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for width, scheme in [(1400, "light"), (1400, "dark"), (400, "light")]:
        page.size(width, 900)
        page.media(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        page.picture(folder / f"overview-{width}-{scheme}.png")
        page.js("location.hash = document.querySelector('.row').getAttribute('href')")
        page.wait("document.querySelector('.fields')")
        page.js("document.querySelectorAll('.duty .leaf')[5]?.click()")
        page.drawn()
        page.picture(folder / f"document-{width}-{scheme}.png")
        back(page)


def write_pages(program, folder):
    """The pages, each with its tests."""
    def run(*arguments):
        # Exit code 1 says that there are findings.
        if subprocess.run([program, *map(str, arguments)], stdout=subprocess.DEVNULL).returncode > 1:
            sys.exit(f"{program} {' '.join(map(str, arguments))} failed.")

    documents = sorted(p for p in CORPUS.glob("t*/*/*") if p.suffix in {".pdf", ".docx", ".odt", ".txt"})
    collection = folder / "documents"
    for number in range(MANY):
        source = documents[number % len(documents)]
        target = collection / str(number // len(documents)) / source.relative_to(CORPUS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    run("check", ONE, "--format", "html", "-o", folder / "one.html", "--quiet", "--lang", "et")
    run("check", collection, "--format", "html", "-o", folder / "many.html", "--quiet", "--lang", "en")
    run("extract", collection / "0", "-o", folder / "records", "--quiet")
    run("audit", folder / "records", "-o", folder / "audit", "--check-page", "../many.html", "--lang", "et")
    return [
        (folder / "one.html", [drawn_to_scale, fields_and_places, filters, keyboard, contrast, narrow, calm]),
        (folder / "many.html", [many, filters, keyboard, contrast, narrow]),
        (folder / "audit/audit.html", [audit_views, audit_tree, audit_links, audit_contrast, calm]),
    ]


def try_page(file, tests, folder):
    """Runs the tests of one page; how many failed."""
    url = file.as_uri()
    failed = 0
    with Page() as page:
        seconds = page.open(url)
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB, opened in {seconds:.2f} s")
        for test in tests:
            page.size(1400, 900)
            try:
                test(page)
                check(not page.complaints, f"the browser complains: {page.complaints}")
                fetched = {request.split("#")[0] for request in page.requests}
                check(fetched == {url}, f"fetched: {fetched}")
                print(f"   good: {test.__name__}")
            except (AssertionError, RuntimeError, TimeoutError) as error:
                failed += 1
                print(f"   FAILED: {test.__name__}: {error}")
                page.media()
                page.open(url)
                page.reload()
                page.complaints.clear()
        if folder and file.stem != "audit":
            pictures(page, folder / file.stem)
    return failed


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("--pictures", type=pathlib.Path)
    arguments = arguments.parse_args()
    if not find():
        sys.exit("No Chromium is installed: install the package chromium, or name the browser in the variable CHROME.")
    with tempfile.TemporaryDirectory() as folder:
        plan = write_pages(arguments.program.resolve(), pathlib.Path(folder).resolve())
        failed = sum(try_page(*page, arguments.pictures) for page in plan)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
