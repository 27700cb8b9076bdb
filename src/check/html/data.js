// What the report holds, and which part of it the filters let through.

const index = readJson("index");
const SEVERITIES = ["error", "warning", "info"];
const NO_UNIT = "\u0000";
const filter = { query: "", severities: new Set(), rule: null, unit: null, status: null };

index.documents.forEach((doc, at) => {
  doc.at = at;
  doc.unitKey = doc.unit ?? NO_UNIT;
  doc.searched = fold([doc.title, doc.path, doc.part, doc.unit, doc.institution].join("\n"));
  for (const finding of doc.findings) {
    finding.doc = doc;
    const rule = index.rules[finding.rule];
    finding.searched = fold([rule.code, rule.name, rule.title, finding.message, finding.words].join("\n"));
  }
});

function fold(text) {
  return text.toLocaleLowerCase(language);
}

const unitName = (key) => (key === NO_UNIT ? t("no-unit") : key);
const documentName = (doc) => doc.title ?? t("untitled");

/** Whether a document itself meets the filters; `except` is left out. */
function documentPasses(doc, except) {
  return (except === "unit" || filter.unit === null || doc.unitKey === filter.unit)
    && (filter.status === null || matchesStatus(doc, filter.status));
}

function matchesStatus(doc, status) {
  if (status === "with-findings") return doc.findings.length > 0;
  if (status === "without-findings") return doc.findings.length === 0;
  return doc.status === status;
}

function findingPasses(finding, except) {
  return (except === "severity" || filter.severities.size === 0 || filter.severities.has(finding.severity))
    && (except === "rule" || filter.rule === null || finding.rule === filter.rule)
    && (filter.query === "" || finding.doc.searched.includes(filter.query) || finding.searched.includes(filter.query));
}

/** The findings that meet the filters, all but the one named. */
function passingFindings(except) {
  const passing = [];
  for (const doc of index.documents) {
    if (!documentPasses(doc, except)) continue;
    for (const finding of doc.findings) if (findingPasses(finding, except)) passing.push(finding);
  }
  return passing;
}

/** The documents that meet the filters: as long as findings are not asked for, those without any too. */
function passingDocuments() {
  const anyFinding = filter.severities.size === 0 && filter.rule === null;
  return index.documents.filter((doc) => documentPasses(doc)
    && ((anyFinding && (filter.query === "" || doc.searched.includes(filter.query)))
      || doc.findings.some((finding) => findingPasses(finding))));
}

/** Findings counted by severity: `{ error, warning, info }`. */
function bySeverity(findings) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** Groups, the one with the most findings first: `[key, findings]`. */
function grouped(findings, key) {
  const groups = new Map();
  for (const finding of findings) {
    const name = key(finding);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(finding);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length || collator.compare(String(a[0]), String(b[0])));
}

/** A badge: the severity's letter, or its count. */
function badge(severity, n) {
  const name = n === undefined ? t(severity[0].toUpperCase() + severity.slice(1)) : t(severity, { n });
  const text = n === undefined ? t(`letter-${severity}`) : `${t(`letter-${severity}`)} ${count(n)}`;
  return h("span", { class: `sev sev-${severity}`, title: name }, h("span", { "aria-hidden": "true" }, text), h("span", { class: "unseen" }, name));
}
