// The institution that is looked at, with what follows from its lists.

const index = readJson("index");
const SEVERITIES = ["error", "warning", "info"];
const ruleOf = new Map(index.rules.map((rule) => [rule.code, rule]));
const chapters = new Map();

function institutionName(number) {
  const { name, folder } = index.institutions[number];
  return name ?? (folder ? t("in-folder", { folder }) : t("no-institution"));
}

/** The chapter of an institution, unpacked once. */
async function chapterOf(number) {
  if (!chapters.has(number)) chapters.set(number, complete(await unpack(`i${number}`)));
  return chapters.get(number);
}

/** Adds to positions what records and other positions say of them. */
function complete(chapter) {
  const { positions, references, findings, records } = chapter;
  records.forEach((record, at) => Object.assign(record, { at, findings: [] }));
  positions.forEach((position, at) => Object.assign(position, {
    at, references: [], named: [], parent: null, children: [], records: position.records.map((number) => records[number]),
  }));
  positions.forEach((position) => position.records.forEach((record) => { record.position = position; }));
  for (const reference of references) {
    positions[reference.from].references.push(reference);
    if (reference.result === "matched") reference.to.forEach((to) => positions[to].named.push(reference));
  }
  for (const finding of findings) records[finding.record].findings.push(finding);
  for (const position of positions) position.parent = parentOf(position, positions);
  for (const position of positions) position.parent?.children.push(position);
  const order = (a, b) => Number(b.head) - Number(a.head) || collator.compare(a.title, b.title);
  positions.forEach((position) => position.children.sort(order));
  chapter.roots = positions.filter((position) => position.parent === null).sort((a, b) => size(b) - size(a) || order(a, b));
  return chapter;
}

/** Whom a position reports to, as long as that leads to no circle. */
function parentOf(position, positions) {
  const said = position.references.find((reference) => reference.relation === "reports-to" && reference.result === "matched" && reference.to[0] !== position.at);
  const parent = said && positions[said.to[0]];
  for (let above = parent; above; above = above.parent) if (above === position) return null;
  return parent ?? null;
}

/** How many positions are below one. */
function size(position) {
  return position.children.reduce((sum, child) => sum + 1 + size(child), 0);
}

const findingsOf = (position) => position.records.flatMap((record) => record.findings);

/** The kind of work: the last word of the title. */
function family(position) {
  const words = position.title.replace(/\(.*?\)/gu, " ").split(",")[0].trim().toLocaleLowerCase(language).split(/\s+/u);
  return words.at(-1) || position.title;
}

/** The latest record of a position. */
function latest(position) {
  return [...position.records].sort((a, b) => (a.date ?? "").localeCompare(b.date ?? "")).at(-1);
}

function gravest(findings) {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

function counts(findings) {
  return SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
}

const severityName = (severity) => t(severity[0].toUpperCase() + severity.slice(1));

function badge(severity, n) {
  const name = n === undefined ? severityName(severity) : t(severity, { n });
  return h("span", { class: `sev sev-${severity}`, title: name }, h("span", { "aria-hidden": "true" }, t(`letter-${severity}`), n === undefined ? null : ` ${count(n)}`), h("span", { class: "unseen" }, name));
}

/** Groups, the biggest first: `[key, items]`. */
function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length || collator.compare(String(a[0]), String(b[0])));
}

/** Where a view is: `#i=0&view=structure&p=12`. */
function address(changes) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) wanted.delete(key);
    else wanted.set(key, value);
  }
  return `#${wanted}`;
}

const positionAddress = (position) => address({ view: "structure", p: position.at, rule: null });

/** A link to the document in the page of `check`, if there is one. */
function documentLink(record) {
  const name = [record.source, record.label].filter(Boolean).join(" · ");
  if (!index.checkPage) return h("span", { class: "break" }, name);
  const part = record.part ? `&part=${record.part}` : "";
  return h("a", { class: "break", href: `${index.checkPage}#doc=${encodeURIComponent(record.source)}${part}` }, name);
}

const positionLink = (position) => h("a", { href: positionAddress(position) }, position.title);
