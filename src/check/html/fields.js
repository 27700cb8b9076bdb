// The record, as a reader wants it: sections, labels, values. Each value that has a place is a button.

const LEFT_OUT = new Set(["schema_version", "tool", "source", "grammar", "coverage", "provenance", "diagnostics", "sections", "fixes"]);
const NAMED = new Set(["kind", "level"]);

function drawFields(record) {
  if (!record) return h("p", { class: "soft empty" }, t("no-record"));
  const sections = Object.entries(record).filter(([key, value]) => !LEFT_OUT.has(key) && !isEmpty(value));
  const headings = record.sections.map((section, at) => (section.number
    ? [leaf(`/sections/${at}/number`, section.number, fieldName("section")), " ", leaf(`/sections/${at}/heading`, section.heading, fieldName("section"))]
    : [leaf(`/sections/${at}/heading`, section.heading, fieldName("section"))]));
  return h("div", { class: "fields" },
    sections.map(([key, value]) => h("section", { class: "fields-section" },
      h("h3", {}, fieldName(key)), drawValue(value, `/${key}`, key, fieldName(key)))),
    headings.length > 0 && h("section", { class: "fields-section" }, h("h3", {}, fieldName("sections")),
      h("ul", { class: "values" }, headings.map((content) => h("li", {}, content)))));
}

const fieldName = (key) => (`f.${key}` in words ? t(`f.${key}`) : key);
const isEmpty = (value) => value === null || value === undefined || value === "" || (typeof value === "object" && Object.values(value).every(isEmpty));

function drawValue(value, pointer, key, label) {
  if (key === "duties" || key === "subduties") return h("ol", { class: "duties" }, value.map((duty, at) => drawDuty(duty, `${pointer}/${at}`)));
  if (Array.isArray(value)) {
    const items = value.map((item, at) => h("li", {}, drawValue(item, `${pointer}/${at}`, key, label)));
    return h("ul", { class: typeof value[0] === "object" ? "values things" : "values" }, items);
  }
  if (typeof value === "object") return drawObject(value, pointer, label);
  return leaf(pointer, valueText(value, key), label);
}

function drawObject(object, pointer, path) {
  const entries = Object.entries(object).filter(([key]) => key !== "at");
  const given = entries.filter(([, value]) => !isEmpty(value));
  const missing = entries.filter(([key, value]) => isEmpty(value) && `f.${key}` in words && path === fieldName("general"));
  return h("dl", { class: "pairs" },
    given.map(([key, value]) => h("div", { class: typeof value === "object" && !isScalarList(value) ? "pair wide" : "pair" },
      h("dt", {}, fieldName(key)), h("dd", {}, drawValue(value, `${pointer}/${key}`, key, `${path} › ${fieldName(key)}`)))),
    missing.length > 0 && h("div", { class: "pair wide" }, h("dd", { class: "soft small" },
      t("not-given", { labels: missing.map(([key]) => fieldName(key).toLocaleLowerCase(language)).join(", ") }))));
}

const isScalarList = (value) => Array.isArray(value) && typeof value[0] !== "object";

function drawDuty(duty, pointer) {
  const name = `${fieldName("duty")}${duty.number ? ` ${duty.number}` : ""}`;
  const list = (key, one) => duty[key].length > 0 && h("ul", { class: `duty-list duty-${key}`, "aria-label": fieldName(key) },
    duty[key].map((text, at) => h("li", {}, leaf(`${pointer}/${key}/${at}`, text, `${name} › ${fieldName(one)} ${at + 1}`))));
  return h("li", { class: "duty" },
    h("span", { class: "duty-number" }, duty.number ? leaf(`${pointer}/number`, duty.number, `${name} › ${fieldName("number")}`) : "–"),
    h("div", { class: "duty-body" },
      leaf(`${pointer}/text`, duty.text, name),
      duty.share_percent !== null && leaf(`${pointer}/share_percent`, `${count(duty.share_percent)} %`, `${name} › ${fieldName("share_percent")}`),
      list("results", "result"), list("indicators", "indicator"),
      duty.subduties.length > 0 && drawValue(duty.subduties, `${pointer}/subduties`, "subduties", name)));
}

function valueText(value, key) {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return count(value);
  return NAMED.has(key) && `v.${value}` in words ? t(`v.${value}`) : value;
}

/** A value: a button if it has a place in the source. */
function leaf(pointer, text, label) {
  const places = pointer.startsWith("/unrecognised/") || current.detail.record.provenance[pointer];
  const element = places
    ? h("button", { class: "leaf", type: "button", tabindex: "-1", "data-pointer": pointer }, text)
    : h("span", { class: "plain" }, text);
  current.fields.set(pointer, { element, label });
  return element;
}
