// One position: whom it reports to and why we think so, what it asks, how it has changed.

function drawPosition(chapter, position) {
  const said = (relation) => position.references.filter((reference) => reference.relation === relation);
  const saidOfIt = (relation) => position.named.filter((reference) => reference.relation === relation);
  const others = (references) => [...new Set(references.map((reference) => chapter.positions[reference.from]))].filter((other) => other !== position);
  const section = (title, content) => h("section", { class: "position-part" }, h("h3", {}, title), content);
  const names = (title, references) => references.length > 0 && section(title, h("ul", { class: "names" }, references.map((reference) => h("li", {}, drawReference(chapter, reference)))));
  const links = (title, positions) => positions.length > 0 && section(title, h("ul", { class: "names" }, positions.map((other) => h("li", {}, positionLink(other), other.unit ? h("span", { class: "soft small" }, ` · ${other.unit}`) : null))));
  const findings = findingsOf(position);
  return [
    h("a", { class: "button position-back", href: address({ p: null }) }, "← ", t("structure")),
    h("h2", { id: "position-title", tabindex: "-1" }, position.title),
    position.unit ? h("p", { class: "soft" }, position.path.length > 1 ? position.path.map((id) => chapter.units[id]).join(" › ") : position.unit) : null,
    findings.length > 0 && section(t("findings"), h("ul", { class: "cards" }, findings.map(drawFinding))),
    names(t("reports-to"), said("reports-to")),
    links(t("reported-by"), position.children.length > 0 ? position.children : others(saidOfIt("reports-to"))),
    names(t("has-subordinate"), said("has-subordinate")),
    names(t("substituted-by"), said("substituted-by")),
    names(t("substitutes"), said("substitutes")),
    links(t("substituted-for"), others(saidOfIt("substituted-by"))),
    section(t("asks"), drawAsks(latest(position))),
    section(t("history"), drawHistory(position)),
  ];
}

/** A name as the record has it, and what it was taken for. */
function drawReference(chapter, reference) {
  const targets = reference.to.map((to) => chapter.positions[to]);
  const quoted = h("q", { class: "quoted" }, reference.text);
  if (reference.result === "matched") {
    return [targets.map((target, at) => [at > 0 ? ", " : "", positionLink(target)]),
      reference.how === "exact" ? null : h("span", { class: "soft small" }, ` ${t("written")} `, quoted, ` (${howText(reference.how)})`)];
  }
  return [quoted, h("span", { class: "soft small" }, ` – ${t(`result-${reference.result}`)}`),
    targets.length > 0 && h("span", { class: "small" }, ": ", targets.map((target, at) => [at > 0 ? ", " : "", positionLink(target)]))];
}

function howText(how) {
  const slip = how.match(/^slip of (\d+)$/u);
  if (slip) return t("how-slip", { n: Number(slip[1]) });
  const [form, plural] = how.split(" ");
  return [t(`case-${form}`), plural && t("plural")].filter(Boolean).join(", ");
}

function drawAsks(record) {
  const education = record.education ? t(`v.${record.education}`) : null;
  const languages = record.languages.map(([code, level]) => [languageName(code), level === "native" ? t("v.native") : level].filter(Boolean).join(" "));
  const rows = [
    [t("education"), education],
    [t("years"), record.years === null ? null : t("n-years", { n: record.years })],
    [t("management"), record.management === null ? null : t("n-years", { n: record.management })],
    [t("languages"), languages.join(", ") || null],
  ];
  return h("dl", { class: "pairs" }, rows.map(([name, value]) => h("div", { class: "pair" }, h("dt", {}, name), h("dd", { class: value ? null : "soft" }, value ?? t("not-asked")))));
}

const languageNames = new Intl.DisplayNames([language], { type: "language" });
const languageName = (code) => (/^[a-z]{2,3}$/u.test(code) ? languageNames.of(code) : code);

/** A date as it is written in the page's language; the document may give only the year or month. */
const dateText = (date) => (language === "et" ? date.split("-").reverse().join(".") : date);

/** The position's documents from the latest to the earliest, with what changed in what is asked. */
function drawHistory(position) {
  const records = [...position.records].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  return h("ol", { class: "history" }, records.map((record, at) => {
    const before = records[at + 1];
    return h("li", {},
      h("span", { class: "history-date number" }, record.date ? dateText(record.date) : t("undated")),
      h("span", { class: "history-text" },
        [record.by, record.number ? t("act-number", { number: record.number }) : null].filter(Boolean).join(" · "), record.by || record.number ? h("br") : null,
        documentLink(record),
        before ? drawChanges(before, record) : null));
  }));
}

function drawChanges(before, after) {
  const text = (record) => ({
    education: record.education ? t(`v.${record.education}`) : t("not-asked"),
    years: record.years === null ? t("not-asked") : t("n-years", { n: record.years }),
    languages: record.languages.map(([code, level]) => [languageName(code), level].filter(Boolean).join(" ")).join(", ") || t("not-asked"),
  });
  const [old, now] = [text(before), text(after)];
  const changed = Object.keys(old).filter((key) => old[key] !== now[key]);
  return changed.length > 0 && h("span", { class: "small soft changes" }, changed.map((key) => h("span", {}, `${t(key)}: ${old[key]} → ${now[key]}`)));
}
