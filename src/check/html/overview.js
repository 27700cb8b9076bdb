// Charts and the list of findings.

const SHORT = 10;
const STEP = 100;
const opened = { rule: false, unit: false };
let listed = STEP;

function drawOverview() {
  drawTotals();
  byId("charts").replaceChildren(severityChart(), ruleChart(), unitChart());
  listed = STEP;
  drawFindings();
}

function drawTotals() {
  const { counts } = index;
  const clean = index.documents.filter((doc) => doc.findings.length === 0).length;
  byId("totals").replaceChildren(
    h("span", {}, t("document-count", { n: index.documents.length })),
    ...SEVERITIES.map((severity) => h("span", { class: `sev sev-${severity}` }, t(severity, { n: counts[severity] }))),
    h("span", { class: "soft" }, t("clean", { n: clean })),
    ...["known", "fixed"].filter((key) => counts[key] > 0).map((key) => h("span", { class: "soft" }, t(key, { n: counts[key] }))),
  );
  byId("tool").textContent = t("tool", index.tool);
}

function chart(title, content) {
  return h("section", { class: "panel chart" }, h("h3", {}, title), content);
}

function severityChart() {
  const counts = bySeverity(passingFindings("severity"));
  const rows = SEVERITIES.map((severity) => ({
    label: t(severity[0].toUpperCase() + severity.slice(1)),
    parts: [[severity, counts[severity]]],
    pressed: filter.severities.has(severity),
    click: () => toggleSeverity(severity),
  }));
  const documents = passingDocuments();
  const withFindings = documents.filter((doc) => doc.findings.length > 0).length;
  const state = [
    { label: t("with-findings"), parts: [["soft", withFindings]] },
    { label: t("without-findings"), parts: [["good", documents.length - withFindings]] },
  ];
  return chart(t("by-severity"), [bars(rows), h("h3", { class: "chart-second" }, t("documents")), bars(state)]);
}

function ruleChart() {
  const rows = grouped(passingFindings("rule"), (finding) => finding.rule).map(([rule, findings]) => ({
    code: index.rules[rule].code,
    label: index.rules[rule].title,
    title: `${index.rules[rule].name}: ${index.rules[rule].title}`,
    parts: parts(findings),
    pressed: filter.rule === rule,
    click: () => setFilter({ rule: filter.rule === rule ? null : rule }),
  }));
  return chart(t("by-rule"), shortened("rule", rows));
}

function unitChart() {
  const rows = grouped(passingFindings("unit"), (finding) => finding.doc.unitKey).map(([unit, findings]) => ({
    label: unitName(unit),
    parts: parts(findings),
    pressed: filter.unit === unit,
    click: () => setFilter({ unit: filter.unit === unit ? null : unit }),
  }));
  return chart(t("by-unit"), shortened("unit", rows));
}

const parts = (findings) => Object.entries(bySeverity(findings));

/** The first rows, and a button for the others. */
function shortened(kind, rows) {
  if (rows.length === 0) return h("p", { class: "soft chart-none" }, t("no-findings"));
  const rest = rows.length - SHORT;
  const shown = opened[kind] || rest <= 0 ? rows : rows.slice(0, SHORT);
  const toggle = () => {
    opened[kind] = !opened[kind];
    drawOverview();
    byId(`more-${kind}`)?.focus();
  };
  return [
    bars(shown),
    rest > 0 && h("button", { class: "button more", type: "button", id: `more-${kind}`, click: toggle },
      opened[kind] ? t("fewer") : t("all-of-them", { n: rest })),
  ];
}

function drawFindings() {
  const weight = (finding) => SEVERITIES.indexOf(finding.severity);
  const findings = passingFindings().sort((a, b) => weight(a) - weight(b));
  const all = index.documents.reduce((sum, doc) => sum + doc.findings.length, 0);
  byId("findings-shown").textContent = t("shown-findings", { n: findings.length, all });
  const rows = findings.slice(0, listed).map((finding) => h("li", {}, findingRow(finding)));
  byId("findings").replaceChildren(...(rows.length > 0 ? rows : [h("li", { class: "soft empty" }, t("no-findings"))]));
  byId("more").hidden = findings.length <= listed;
  findingRoving.reset();
}

function findingRow(finding) {
  const { doc } = finding;
  const rule = index.rules[finding.rule];
  return h("a", { class: "finding", tabindex: "-1", href: address(doc, doc.findings.indexOf(finding)) },
    badge(finding.severity),
    h("span", { class: "finding-text" },
      h("span", { class: "finding-message" }, finding.message),
      finding.words && h("q", { class: "finding-words" }, finding.words)),
    h("span", { class: "finding-rule small soft" }, rule.code && h("code", {}, rule.code), ` ${rule.name}`),
    h("span", { class: "finding-where small soft" }, documentName(doc), doc.part ? ` · ${doc.part}` : ""));
}

function moreFindings() {
  if (byId("more").hidden) return false;
  listed += STEP;
  drawFindings();
  return true;
}

const findingRoving = rove(byId("findings"), ".finding");
byId("more").addEventListener("click", () => {
  const first = listed;
  moreFindings();
  byId("findings").children[first]?.querySelector("a").focus();
});
