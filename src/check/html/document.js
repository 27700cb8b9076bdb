// One document: its source beside its fields. What is selected is marked on both sides.

/** So many findings stand above the fields at first (style.css hides the others). */
const FIRST_CARDS = 4;

/** The document that is open: `{ doc, detail, places, fields, findings }`, or null. */
let current = null;

const address = (doc, finding) => `#doc=${encodeURIComponent(doc.path)}${doc.partIndex ? `&part=${doc.partIndex}` : ""}`
  + (finding === undefined ? "" : `&finding=${finding + 1}`);

async function openDocument(doc, finding) {
  if (current?.doc === doc) {
    if (finding !== null) selectFinding(finding);
    return;
  }
  current = { doc, detail: null, places: [], fields: new Map(), findings: [] };
  show("document");
  markOpened();
  const root = byId("document");
  root.replaceChildren(documentHead(doc), h("p", { class: "soft empty" }, t("loading")));
  byId("document-title").focus({ preventScroll: true });
  scrollTo(0, 0);
  let detail;
  try {
    detail = doc.packed ? await unpack(`d${doc.at}`) : {};
  } catch (error) {
    root.lastElementChild.textContent = t("broken");
    return;
  }
  if (current?.doc !== doc) return;
  current.detail = detail;
  const fields = drawFields(detail.record);
  const source = drawSource(detail);
  root.lastElementChild.replaceWith(documentBody(doc, detail, fields, source));
  if (finding !== null) selectFinding(finding);
  else say("");
}

function closeDocument() {
  const doc = current?.doc;
  current = null;
  byId("document").replaceChildren();
  show(byId("frame").dataset.before ?? "overview");
  const row = markOpened();
  return doc && row;
}

function documentHead(doc) {
  const at = documentsShown.indexOf(doc);
  const step = (key, other, sign) => h("a", {
    class: "button", href: other && address(other), "aria-disabled": other ? null : "true", role: other ? null : "link", "aria-label": t(key), title: t(key),
  }, sign);
  const counts = bySeverity(doc.findings);
  return h("header", { class: "document-head" },
    h("p", { class: "document-steps" },
      h("a", { class: "button", href: "#", id: "back" }, "← ", t("back")),
      h("span", { class: "spring" }),
      step("previous", documentsShown[at - 1], "↑"), step("next", at < 0 ? null : documentsShown[at + 1], "↓")),
    h("h2", { id: "document-title", tabindex: "-1" }, documentName(doc), doc.part ? h("span", { class: "soft" }, ` · ${doc.part}`) : null),
    h("p", { class: "soft small break" }, [doc.institution, doc.unit, doc.path].filter(Boolean).join(" · ")),
    h("p", { class: "document-counts" },
      doc.status === "ok" ? null : h("span", { class: "sev sev-warning" }, t(`status-${doc.status}`)),
      SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => h("span", { class: `sev sev-${severity}` }, t(severity, { n: counts[severity] })))),
    doc.message ? h("p", { class: "small break" }, doc.message) : null);
}

function documentBody(doc, detail, fields, source) {
  const tab = (name, pressed) => h("button", { class: "button", type: "button", "data-pane": name, "aria-pressed": String(pressed), click: () => showPane(name) }, t(name));
  const body = h("div", { class: "document-body", id: "panes", "data-pane": "fields" },
    h("div", { class: "pane-bar" },
      h("div", { class: "pane-switch", role: "group", "aria-label": t("show") }, tab("source", false), tab("fields", true)),
      h("p", { class: "selected small", id: "selected" }, t("hint"))),
    h("section", { class: "pane pane-source", "aria-label": t("source"), tabindex: "-1" }, legend(), source),
    h("section", { class: "pane pane-fields", "aria-label": t("fields"), tabindex: "-1" },
      findingCards(doc), coverage(detail.record), fields));
  rove(body.querySelector(".pane-source"), ".spot").reset();
  rove(body.querySelector(".pane-fields"), ".card, .leaf").reset();
  body.addEventListener("click", pick);
  body.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.closest(".spot")) {
      event.preventDefault();
      selectSpot(Number(event.target.closest(".spot").dataset.spot), true);
    }
  });
  return body;
}

function legend() {
  return h("p", { class: "legend small soft" }, ["field", "label", "unrecognised", "finding"].map((kind) =>
    h("span", {}, h("span", { class: `key key-${kind}`, "aria-hidden": "true" }), t(`legend-${kind}`))));
}

function findingCards(doc) {
  if (doc.findings.length === 0) return h("p", { class: "soft no-findings" }, t("no-findings-here"));
  const cards = h("ol", { class: "cards" }, doc.findings.map((finding, at) => {
    const rule = index.rules[finding.rule];
    const detail = current.detail.findings?.[at] ?? {};
    const card = h("button", { class: `card card-${finding.severity}`, type: "button", tabindex: "-1", "data-finding": at },
      badge(finding.severity),
      h("span", { class: "card-text" },
        h("span", { class: "card-message" }, finding.message),
        excerpt(detail.excerpt),
        h("span", { class: "small soft" }, rule.code && h("code", {}, rule.code), ` ${rule.name}`, where(detail.at))));
    current.findings.push(card);
    return h("li", {}, card);
  }));
  const rest = doc.findings.length - FIRST_CARDS;
  if (rest <= 1) return cards;
  cards.dataset.short = "";
  return [cards, h("button", { class: "button more-cards", type: "button", id: "more-cards", click: allCards }, t("all-of-them", { n: rest }))];
}

/** Shows the findings that were left out at first. */
function allCards() {
  byId("more-cards")?.remove();
  delete byId("document").querySelector(".cards").dataset.short;
}

/** The source's words, with those marked that the finding is about. */
function excerpt(value) {
  if (!value) return null;
  const characters = [...value.text];
  const piece = (from, to) => characters.slice(from, to).join("");
  return h("span", { class: "excerpt" }, piece(0, value.from), h("mark", {}, piece(value.from, value.to)), piece(value.to));
}

function where(places) {
  const place = places?.[0];
  return place ? ` · ${placeName(place)}` : null;
}

function placeName(place) {
  if (place.page) return t("page-short", { n: place.page });
  if (place.line_from) return t("line-short", { n: place.line_from });
  if (place.table) return t("table-short", place);
  return t("paragraph-short", { n: place.paragraph });
}

function coverage(record) {
  const whole = record?.coverage.characters;
  if (!whole) return null;
  const kinds = [["accent", "assigned"], ["soft", "labels"], ["track", "furniture"], ["warning", "unrecognised"]];
  const shares = Object.fromEntries(kinds.map(([, key]) => [key, Math.round((record.coverage[key] / whole) * 1000) / 10]));
  let x = 0;
  return h("figure", { class: "coverage" },
    svg("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }, kinds.map(([kind, key]) => {
      const rect = svg("rect", { class: `fill-${kind}`, x, y: 0, width: shares[key], height: 6 });
      x += shares[key];
      return rect;
    })),
    h("figcaption", { class: "small soft" }, `${t("coverage")}: `, t("coverage-text", shares)));
}

function showPane(name) {
  const panes = byId("panes");
  panes.dataset.pane = name;
  panes.querySelectorAll(".pane-switch button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.pane === name)));
}

/** A click, or Enter on a button, which is a click without a pointer: then the focus goes to the other side. */
function pick(event) {
  const spot = event.target.closest(".spot");
  const leaf = event.target.closest(".leaf");
  const card = event.target.closest(".card");
  const byKey = event.detail === 0;
  if (spot) selectSpot(Number(spot.dataset.spot), byKey);
  else if (leaf) selectField(leaf.dataset.pointer, byKey);
  else if (card) selectFinding(Number(card.dataset.finding), byKey);
}

function clearSelection() {
  const marked = byId("document").querySelectorAll(".on");
  marked.forEach((element) => element.classList.remove("on"));
  return marked.length > 0;
}

/** A field: where did it come from? */
function selectField(pointer, moveFocus) {
  clearSelection();
  current.fields.get(pointer)?.element.classList.add("on");
  const spots = current.places.filter((spot) => spot.pointers.has(pointer));
  const label = current.fields.get(pointer)?.label ?? pointer;
  say(spots.length > 0 ? t("from", { n: spots.length, label }) : t("no-place", { label }));
  mark(spots, moveFocus);
}

/** A place: what did it become? */
function selectSpot(at, moveFocus) {
  clearSelection();
  const spot = current.places[at];
  spot.elements.forEach((element) => element.classList.add("on"));
  const fields = [...spot.pointers].map((pointer) => current.fields.get(pointer)).filter(Boolean);
  const cards = [...spot.findings].map((finding) => current.findings[finding]).filter(Boolean);
  const targets = [...fields.map((field) => field.element), ...cards];
  targets.forEach((element) => element.classList.add("on"));
  if (cards.length > 0) allCards();
  const rules = [...spot.findings].map((finding) => index.rules[current.doc.findings[finding].rule].name);
  say([
    fields.length > 0 && t("became", { labels: [...new Set(fields.map((field) => field.label))].join("; ") }),
    rules.length > 0 && t("became-finding", { labels: [...new Set(rules)].join(", ") }),
  ].filter(Boolean).join(" "));
  showPane("fields");
  reveal(targets[0], "center");
  if (moveFocus) targets[0]?.focus({ preventScroll: true });
}

function selectFinding(at, moveFocus) {
  clearSelection();
  const card = current.findings[at];
  if (!card) return;
  if (at >= FIRST_CARDS) allCards();
  card.classList.add("on");
  const pointer = current.detail.findings[at].pointer;
  const field = pointer && current.fields.get(pointer);
  field?.element.classList.add("on");
  const spots = current.places.filter((spot) => spot.findings.has(at));
  const label = index.rules[current.doc.findings[at].rule].name;
  say(spots.length > 0 ? t("from", { n: spots.length, label }) : t("no-place", { label }));
  reveal(card);
  mark(spots, moveFocus);
}

function mark(spots, moveFocus) {
  const elements = spots.flatMap((spot) => spot.elements);
  elements.forEach((element) => element.classList.add("on"));
  if (elements.length === 0) return;
  showPane("source");
  reveal(elements[0], "center");
  if (moveFocus) elements[0].focus({ preventScroll: true });
}

/** Says what the selection means: to be seen, and to be heard. */
function say(text) {
  byId("said").textContent = text;
  const line = byId("selected");
  if (line) line.textContent = text || t("hint");
}
