// What positions ask of their holders: how it is spread, and within one kind of work.

const LEVELS = ["basic", "secondary", "vocational", "higher", "applied_higher", "bachelor", "master", "doctorate"];
const CEFR = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];

function drawDemands(chapter, wanted) {
  const families = grouped(chapter.positions, family);
  const chosen = wanted.get("family");
  const positions = chapter.positions.filter((position) => !chosen || family(position) === chosen);
  const records = positions.map(latest).filter(Boolean);
  const select = h("select", {
    class: "field", "aria-label": t("family"), change: (event) => { location.hash = address({ family: event.target.value || null }); },
  }, h("option", { value: "" }, t("all-families", { n: chapter.positions.length })),
    families.map(([name, members]) => h("option", { value: name, selected: name === chosen }, `${name} (${count(members.length)})`)));
  return [
    h("p", { class: "lead" }, t("lead-demands")),
    h("label", { class: "family" }, h("span", {}, t("family")), select),
    h("div", { class: "columns" },
      h("section", { class: "panel" }, h("h2", {}, t("education")), bars(educationRows(records))),
      h("section", { class: "panel" }, h("h2", {}, t("years")), bars(yearRows(records))),
      h("section", { class: "panel" }, h("h2", {}, t("languages")), languageTable(records))),
    familyTable(families, chosen),
  ];
}

function educationRows(records) {
  const n = (level) => records.filter((record) => (record.education ?? null) === level).length;
  const rows = LEVELS.map((level) => ({ label: t(`v.${level}`), parts: [["accent", n(level)]] }));
  return [...rows.filter((row) => row.parts[0][1] > 0), { label: t("not-asked"), parts: [["soft", n(null)]] }];
}

function yearRows(records) {
  const values = [...new Set(records.map((record) => record.years))].filter((years) => years !== null).sort((a, b) => a - b);
  const n = (years) => records.filter((record) => record.years === years).length;
  return [...values.map((years) => ({ label: t("n-years", { n: years }), parts: [["accent", n(years)]] })), { label: t("not-asked"), parts: [["soft", n(null)]] }];
}

/** Languages by level; the darker a cell, the more positions ask it. */
function languageTable(records) {
  const asked = new Map();
  for (const record of records) {
    for (const [code, level] of record.languages) {
      const levels = asked.get(code) ?? new Map();
      levels.set(level, (levels.get(level) ?? 0) + 1);
      asked.set(code, levels);
    }
  }
  if (asked.size === 0) return h("p", { class: "soft" }, t("not-asked"));
  const total = (levels) => [...levels.values()].reduce((sum, n) => sum + n, 0);
  const rows = [...asked].sort((a, b) => total(b[1]) - total(a[1]));
  const columns = [...CEFR, null].filter((level) => rows.some(([, levels]) => levels.has(level)));
  const most = Math.max(...rows.flatMap(([, levels]) => [...levels.values()]));
  return h("div", { class: "scroll" }, h("table", { class: "heat" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, h("span", { class: "unseen" }, t("languages"))), columns.map((level) => h("th", { scope: "col" }, level === null ? t("no-level") : level === "native" ? t("v.native") : level)))),
    h("tbody", {}, rows.map(([code, levels]) => h("tr", {}, h("th", { scope: "row" }, languageName(code)),
      columns.map((level) => {
        const n = levels.get(level) ?? 0;
        return h("td", { class: n === 0 ? "heat-0" : `heat-${Math.max(1, Math.ceil((n / most) * 4))}` }, n === 0 ? "" : count(n));
      }))))));
}

/** Kinds of work, with the range of what is asked: where it differs, somebody should look. */
function familyTable(families, chosen) {
  const range = (values, name) => {
    const groups = grouped(values.filter((value) => value !== null), (value) => value);
    return groups.length === 0 ? t("not-asked") : groups.map(([value, same]) => `${name(value)}${groups.length > 1 ? ` (${count(same.length)})` : ""}`).join(", ");
  };
  const rows = families.filter(([name, members]) => members.length > 1 || name === chosen).slice(0, 60);
  return rows.length > 0 && h("section", { class: "panel" }, h("h2", {}, t("by-family")), h("p", { class: "soft small" }, t("by-family-note")),
    h("div", { class: "scroll" }, h("table", { class: "table" },
      h("thead", {}, h("tr", {}, ["family", "positions", "education", "years"].map((key) => h("th", { scope: "col", class: key === "positions" ? "right" : null }, t(key))))),
      h("tbody", {}, rows.map(([name, members]) => {
        const records = members.map(latest);
        return h("tr", {}, h("td", {}, h("a", { href: address({ family: name }) }, name)), h("td", { class: "right" }, count(members.length)),
          h("td", {}, range(records.map((record) => record.education), (level) => t(`v.${level}`))),
          h("td", {}, range(records.map((record) => record.years), (years) => t("n-years", { n: years }))));
      })))));
}
