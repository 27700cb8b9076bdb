// What does not agree, rule by rule, with the rule's manual page.

const FINDING_STEP = 100;

function drawFindings(chapter, wanted) {
  const rule = wanted.get("rule");
  const findings = chapter.findings.filter((finding) => !rule || finding.rule === rule)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const rows = grouped(chapter.findings, (finding) => finding.rule).map(([code, own]) => ({
    code, label: ruleOf.get(code).title, parts: counts(own), pressed: code === rule,
    click: () => { location.hash = address({ rule: code === rule ? null : code }); },
  }));
  const list = h("ul", { class: "cards" });
  const more = h("button", { class: "button", type: "button", click: () => extend() }, t("more"));
  const extend = () => {
    const next = findings.slice(list.childElementCount, list.childElementCount + FINDING_STEP);
    list.append(...next.map((finding) => drawFinding(finding, chapter.records[finding.record])));
    more.hidden = list.childElementCount >= findings.length;
  };
  extend();
  return [
    h("p", { class: "lead" }, t("lead-findings")),
    chapter.findings.length === 0 ? h("p", { class: "panel soft" }, t("no-findings")) : h("div", { class: "findings" },
      h("section", { class: "panel" }, h("h2", {}, t("rules")), bars(rows), rule && h("div", { class: "manual" }, manual(ruleOf.get(rule).manual))),
      h("section", {}, h("p", { class: "soft small", role: "status" }, t("finding-count", { n: findings.length })), list, more)),
  ];
}

function drawFinding(finding, record) {
  const rule = ruleOf.get(finding.rule);
  return h("li", { class: `card card-${finding.severity}` }, badge(finding.severity),
    h("div", {}, h("p", {}, finding.message),
      h("p", { class: "small soft" }, h("a", { href: address({ view: "findings", rule: rule.code, p: null }) }, rule.code, " ", rule.name),
        record?.position ? [" · ", positionLink(record.position)] : null,
        record ? [" · ", documentLink(record)] : null)));
}

/** A manual page: paragraphs, **bold** and `code` are all the Markdown that it has. */
function manual(text) {
  return text.split(/\n\s*\n/u).map((paragraph) => h("p", {}, paragraph.split(/(\*\*.+?\*\*|`[^`]+`)/u).map((piece) => {
    if (piece.startsWith("**")) return h("strong", {}, piece.slice(2, -2));
    if (piece.startsWith("`")) return h("code", {}, piece.slice(1, -1));
    return piece;
  })));
}
