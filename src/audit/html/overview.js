// What the collection is, in numbers, and what does not agree.

function drawOverview(chapter, number) {
  const unmanaged = chapter.positions.filter((position) => !position.references.some((reference) => reference.relation === "reports-to"));
  const approximate = chapter.references.filter((reference) => reference.result === "matched" && reference.how !== "exact").length;
  const sure = chapter.references.filter((reference) => reference.result === "matched").length;
  return [
    h("p", { class: "lead" }, t("lead-overview", { name: institutionName(number), records: chapter.records.length, n: chapter.records.length })),
    h("dl", { class: "tiles" },
      tile(t("positions"), chapter.positions.length, t("positions-note")),
      tile(t("units"), chapter.units.length, t("units-note")),
      tile(t("relations"), sure, t("relations-note", { n: approximate })),
      tile(t("findings"), chapter.findings.length, t("findings-note"))),
    h("div", { class: "columns" },
      h("section", { class: "panel" }, h("h2", {}, t("disagreements")),
        chapter.findings.length === 0 ? h("p", { class: "soft" }, t("no-findings")) : bars(ruleRows(chapter)),
        h("p", { class: "soft small" }, t("disagreements-note"))),
      h("section", { class: "panel" }, h("h2", {}, t("names")), bars(nameRows(chapter)),
        h("p", { class: "soft small" }, t("names-note")),
        unmanaged.length > 0 && h("p", { class: "small" }, t("unmanaged", { n: unmanaged.length }))),
      h("section", { class: "panel" }, h("h2", {}, t("biggest-units")), bars(unitRows(chapter)))),
    index.institutions.length > 1 && institutionTable(),
  ];
}

function tile(name, n, note) {
  return h("div", { class: "panel tile" }, h("dt", {}, name), h("dd", { class: "tile-number" }, count(n)), h("dd", { class: "soft small" }, note));
}

function ruleRows(chapter) {
  return grouped(chapter.findings, (finding) => finding.rule).map(([code, findings]) => ({
    code, label: ruleOf.get(code).title, parts: counts(findings), click: () => { location.hash = address({ view: "findings", rule: code, p: null }); },
  }));
}

/** What became of the names by which records speak of other positions. */
function nameRows(chapter) {
  const kind = (reference) => (reference.result === "matched" ? (reference.how === "exact" ? "exact" : "form") : reference.result);
  const colour = { exact: "good", form: "accent", ambiguous: "warning", unknown: "warning" };
  return grouped(chapter.references, kind).map(([key, references]) => ({ label: t(`name-${key}`), parts: [[colour[key] ?? "soft", references.length]] }));
}

function unitRows(chapter) {
  const groups = grouped(chapter.positions, (position) => position.unit ?? t("no-unit"));
  return groups.slice(0, 12).map(([unit, positions]) => ({ label: unit, parts: [["accent", positions.length]] }));
}

function institutionTable() {
  const head = ["institution", "records", "positions", "units", "findings"];
  return h("section", { class: "panel" }, h("h2", {}, t("institutions")),
    h("div", { class: "scroll" }, h("table", { class: "table" },
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col", class: key === "institution" ? null : "right" }, t(key))))),
      h("tbody", {}, index.institutions.map((institution, number) => h("tr", {},
        h("td", {}, h("a", { href: address({ i: number, p: null, rule: null }) }, institutionName(number))),
        ["records", "positions", "units"].map((key) => h("td", { class: "right" }, count(institution[key]))),
        h("td", { class: "right" }, SEVERITIES.filter((severity) => institution[severity] > 0).map((severity) => [badge(severity, institution[severity]), " "]))))))));
}
