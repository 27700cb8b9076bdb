// The source, drawn from what was read of it: pages to scale, lines, or paragraphs and tables.
//
// A spot is a place with what it became: `{ place, pointers, findings, unrecognised, elements }`. Places that are the same
// share a spot, so that each place is one thing to click.

function drawSource(detail) {
  const spots = new Map();
  const spot = (place) => {
    const key = JSON.stringify(place);
    if (!spots.has(key)) spots.set(key, { place, pointers: new Set(), findings: new Set(), unrecognised: false, elements: [] });
    return spots.get(key);
  };
  const split = detail.view?.kind === "text" ? (place, words) => eachSegment(detail.view.lines, place, words) : (place) => [place];
  const each = (places, words, use) => (places ?? []).flatMap((place) => split(place, words)).forEach((place) => use(spot(place)));
  for (const [pointer, places] of Object.entries(detail.record?.provenance ?? {})) {
    each(places, valueAt(detail.record, pointer), (s) => s.pointers.add(pointer));
  }
  (detail.record?.unrecognised ?? []).forEach((piece, at) => each(piece.at, piece.text, (s) => {
    s.unrecognised = true;
    s.pointers.add(`/unrecognised/${at}/text`);
  }));
  (detail.findings ?? []).forEach((finding, at) => {
    const places = finding.at?.length > 0 ? finding.at : detail.record?.provenance[finding.pointer];
    each(places, valueAt(detail.record, finding.pointer), (s) => s.findings.add(at));
  });
  current.places = [...spots.values()].sort((a, b) => compare(order(a.place), order(b.place)));
  current.places.forEach((s, at) => { s.at = at; });
  const draw = { pages: drawPages, text: drawText, flow: drawFlow }[detail.view?.kind];
  return draw ? draw(detail.view) : h("p", { class: "soft empty" }, t("no-view"));
}

/** The value at a JSON Pointer, or undefined. */
function valueAt(record, pointer) {
  const keys = (pointer ?? "").split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return pointer && keys.reduce((value, key) => value?.[key], record);
}

/**
 * The pieces of lines that a value stands in. Columns of a text file stand on the same lines, so a line is cut where two
 * blanks are, and those pieces count that share their words with the value; all of them if none does.
 */
function eachSegment(lines, { line_from, line_to }, value) {
  const text = typeof value === "string" ? squeezed(value) : "";
  const places = [];
  for (let line = line_from; line <= line_to; line += 1) {
    const all = segments(lines[line - 1] ?? "");
    const own = all.filter(({ words }) => text && (text.includes(squeezed(words)) || squeezed(words).includes(text)));
    places.push(...(own.length > 0 ? own : all).map(({ from, to }) => ({ line_from: line, from, to })));
  }
  return places;
}

/** A line's pieces, cut at two blanks or more, and behind a number or bullet at its beginning. */
function segments(line) {
  return [...line.matchAll(/(?:\d+(?:\.\d+)*\.?|[-–•*])(?=\s\S)|\S+(?:\s\S+)*/gu)]
    .map((found) => ({ words: found[0], from: found.index, to: found.index + found[0].length }));
}

/** Without blanks and hyphens, which lines and records write differently. */
function squeezed(text) {
  return fold(text.replace(/[\s\u00ad-]+/gu, ""));
}

/** Reading order: by page and height; big boxes first, so that small ones lie above them. */
function order(place) {
  if (place.page) return [place.page, Math.round(place.bbox[1]), place.bbox[0]];
  return [place.line_from ?? 0, place.from ?? 0, place.table ?? 0, place.row ?? 0, place.column ?? 0, place.paragraph ?? 0];
}

function compare(a, b) {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

/** Class names of a spot: what it is in the first place. */
function spotClass(spot) {
  const severity = SEVERITIES.find((kind) => [...spot.findings].some((at) => current.doc.findings[at]?.severity === kind));
  const labels = [...spot.pointers].every((pointer) => pointer.startsWith("/sections/")) && spot.pointers.size > 0;
  const kind = spot.unrecognised ? "unrecognised" : labels ? "label" : spot.pointers.size > 0 ? "field" : "bare";
  return `spot spot-${kind}${severity ? ` found found-${severity}` : ""}`;
}

/** What makes an element a spot: it can be clicked, reached by keys and read aloud. */
function spotAttributes(spot) {
  const fields = [...spot.pointers].map((pointer) => current.fields.get(pointer)?.label).filter(Boolean);
  const rules = [...spot.findings].map((at) => index.rules[current.doc.findings[at].rule].name);
  const label = [...new Set([...fields, ...rules])].join("; ");
  return { class: spotClass(spot), "data-spot": spot.at, role: "button", tabindex: "-1", "aria-label": label };
}

function drawPages({ pages }) {
  return h("div", { class: "pages" }, pages.map((page) => {
    const words = svg("g", { class: "page-words", "aria-hidden": "true" });
    const spots = current.places.filter((spot) => spot.place.page === page.number).map((spot) => pageSpot(spot));
    const drawing = svg("svg", { class: "page", viewBox: `0 0 ${page.width} ${page.height}`, role: "group", "aria-label": t("page", { n: page.number }) },
      svg("g", { class: "page-rules" }, page.rules.map(([x1, y1, x2, y2]) => svg("line", { x1, y1, x2, y2 }))),
      words, spots);
    whenNear(drawing, () => words.append(...page.words.map(pageWord)));
    return h("figure", {}, drawing, h("figcaption", { class: "small soft" }, t("page", { n: page.number })));
  }));
}

/** A word fills its box exactly, whatever font this machine has. */
function pageWord({ text, bbox: [x0, y0, x1, y1], size, bold }) {
  return svg("text", {
    x: x0, y: y0 + (y1 - y0) * 0.79, "font-size": size, class: bold ? "bold" : null, textLength: Math.max(0.1, x1 - x0), lengthAdjust: "spacingAndGlyphs",
  }, text);
}

function pageSpot(spot) {
  const [x0, y0, x1, y1] = spot.place.bbox;
  const rect = svg("rect", { x: x0 - 1.5, y: y0 - 1, width: Math.max(1, x1 - x0) + 3, height: Math.max(1, y1 - y0) + 2, rx: 1.5, ...spotAttributes(spot) });
  spot.elements.push(rect);
  return rect;
}

/** Draws words only of pages that come near the view: a file may have hundreds. */
function whenNear(element, draw) {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    draw();
  }, { rootMargin: "800px" });
  observer.observe(element);
}

function drawText({ lines }) {
  const byLine = new Map(grouped(current.places, (spot) => spot.place.line_from));
  return h("ol", { class: "lines" }, lines.map((line, at) => {
    const content = [];
    let done = 0;
    for (const spot of byLine.get(at + 1) ?? []) {
      content.push(line.slice(done, spot.place.from), lineSpot(spot, line.slice(spot.place.from, spot.place.to)));
      done = spot.place.to;
    }
    return h("li", { class: "line" }, h("span", { class: "line-number", "aria-hidden": "true" }, at + 1), h("span", {}, content, line.slice(done) || " "));
  }));
}

/** The words themselves are what is read aloud. */
function lineSpot(spot, words) {
  const element = h("span", { ...spotAttributes(spot), "aria-label": null }, words);
  spot.elements.push(element);
  return element;
}

function drawFlow({ blocks }) {
  return h("div", { class: "flow" }, blocks.map((block) => (block.table ? flowTable(block.table) : flowParagraph(block.paragraph))));
}

function flowTable(rows) {
  return h("div", { class: "flow-scroll" }, h("table", {}, h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) =>
    h("td", { colspan: cell.span > 1 ? cell.span : null, class: cell.continues ? "continues" : null }, cell.paragraphs.map(flowParagraph))))))));
}

function flowParagraph({ place, lines }) {
  const spot = current.places.find((other) => compare(order(other.place), order(place)) === 0);
  const content = lines.flatMap((line, at) => (at > 0 ? [h("br"), line] : [line]));
  if (!spot) return h("p", {}, content);
  const element = h("p", { ...spotAttributes(spot), "aria-label": null }, content);
  spot.elements.push(element);
  return element;
}
