// The filters and the list of documents.

const DOCUMENT_STEP = 200;
let documentsShown = [];

function buildFilters() {
  const { documents, rules } = index;
  const option = (value, text) => h("option", { value }, text);
  const used = rules.map((rule, at) => [rule, at]).sort(([a], [b]) => collator.compare(a.code ?? "~" + a.name, b.code ?? "~" + b.name));
  byId("rule").append(option("", t("all-rules")), ...used.map(([rule, at]) => option(at, [rule.code, rule.title].filter(Boolean).join(" "))));
  const units = [...new Set(documents.map((doc) => doc.unitKey))].sort((a, b) => collator.compare(a, b));
  byId("unit").append(option("", t("all-units")), ...units.map((unit) => option(unit, unitName(unit))));
  const statuses = [...new Set(documents.map((doc) => doc.status))].sort();
  byId("status").append(option("", t("all-statuses")), option("with-findings", t("with-findings")),
    option("without-findings", t("without-findings")), ...statuses.map((status) => option(status, t(`status-${status}`))));
  byId("severities").append(...SEVERITIES.map((severity) => h("button", {
    class: "button", type: "button", "data-severity": severity, "aria-pressed": "false", click: () => toggleSeverity(severity),
  }, h("span", { class: `dot dot-${severity}`, "aria-hidden": "true" }), t(severity[0].toUpperCase() + severity.slice(1)))));

  const choice = (id, read) => byId(id).addEventListener("change", (event) => setFilter({ [id]: event.target.value === "" ? null : read(event.target.value) }));
  choice("rule", Number);
  choice("unit", String);
  choice("status", String);
  let wait;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(wait);
    wait = setTimeout(() => setFilter({ query: fold(event.target.value.trim()) }), 120);
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => setFilter({ query: "", severities: new Set(), rule: null, unit: null, status: null }));
}

function toggleSeverity(severity) {
  const severities = new Set(filter.severities);
  if (!severities.delete(severity)) severities.add(severity);
  setFilter({ severities });
}

/** Changes filters and draws everything that depends on them; the focus stays on what was pressed. */
function setFilter(changes) {
  const focused = document.activeElement?.closest(".bar");
  const place = focused && [[...document.querySelectorAll(".charts .bars")].indexOf(focused.parentNode), focused.querySelector(".bar-label").textContent];
  Object.assign(filter, changes);
  byId("rule").value = filter.rule ?? "";
  byId("unit").value = filter.unit ?? "";
  byId("status").value = filter.status ?? "";
  for (const button of byId("severities").children) button.setAttribute("aria-pressed", String(filter.severities.has(button.dataset.severity)));
  drawOverview();
  drawList();
  if (place && place[0] >= 0) {
    const again = [...document.querySelectorAll(".charts .bars")[place[0]]?.children ?? []];
    again.find((bar) => bar.querySelector(".bar-label").textContent === place[1])?.focus();
  }
}

function drawList() {
  documentsShown = passingDocuments();
  byId("shown").textContent = t("shown-documents", { n: documentsShown.length, all: index.documents.length });
  byId("documents").replaceChildren();
  if (documentsShown.length === 0) byId("documents").append(h("li", { class: "soft empty" }, t("nothing")));
  moreDocuments();
  markOpened();
}

/** Appends the next documents; whether there were any. */
function moreDocuments() {
  const list = byId("documents");
  const next = documentsShown.slice(list.childElementCount, list.childElementCount + DOCUMENT_STEP);
  list.append(...next.map((doc) => h("li", {}, documentRow(doc))));
  if (next.length > 0) end.observe(list.lastElementChild);
  return next.length > 0;
}

function documentRow(doc) {
  const counts = bySeverity(doc.findings);
  const badges = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => badge(severity, counts[severity]));
  const read = doc.status === "ok";
  return h("a", { class: "row", tabindex: "-1", href: address(doc), "data-document": doc.at },
    h("span", { class: "row-title" }, documentName(doc)),
    h("span", { class: "row-badges" }, badges),
    h("span", { class: "row-path small soft", title: doc.path }, pathParts(doc)),
    read ? null : h("span", { class: "row-status small" }, t(`status-${doc.status}`)));
}

/** The folder gives way first where there is little room. */
function pathParts(doc) {
  const cut = doc.path.lastIndexOf("/") + 1;
  return [
    h("span", { class: "path-folder" }, doc.path.slice(0, cut)),
    h("span", { class: "path-file" }, doc.path.slice(cut), doc.part ? ` · ${doc.part}` : ""),
  ];
}

/** Marks the document that is open, and makes it the list's tab stop. */
function markOpened() {
  const list = byId("documents");
  list.querySelectorAll("[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
  const row = current && list.querySelector(`[data-document="${current.doc.at}"]`);
  row?.setAttribute("aria-current", "page");
  if (row) documentRoving.hold(row);
  else documentRoving.reset();
  return row;
}

const end = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    end.unobserve(entry.target);
    if (entry.target === byId("documents").lastElementChild) moreDocuments();
  }
}, { rootMargin: "600px" });
const documentRoving = rove(byId("documents"), ".row", moreDocuments);
