// Shared by the pages: elements, words, packed data, keyboard, bars.

/** Makes an element. Strings become text, never markup; `null` and `false` are left out; functions listen. */
function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Makes an SVG element, in the same way. */
function svg(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const byId = (id) => document.getElementById(id);
const readJson = (id) => JSON.parse(byId(id).textContent);
const words = readJson("words");
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const collator = new Intl.Collator(language, { numeric: true });
const count = (n) => numbers.format(n);

/** A sentence of the page's language; `{name}` stands for a value, and `n` decides between singular and plural. */
function t(key, values = {}) {
  let text = words[key] ?? key;
  if (typeof text === "object") text = text[plural.select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? count(values[name]) : String(values[name]));
}

/** Data that was packed: JSON, raw deflate, base64. */
async function unpack(id) {
  const packed = atob(byId(id).textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Brings an element into view without moving what is in view already. */
function reveal(element, block = "nearest") {
  element?.scrollIntoView({ block, inline: "nearest", behavior: calm.matches ? "instant" : "smooth" });
}

/**
 * One tab stop for many items (`selector` within `container`): arrows, Home and End move between them. `more` is asked for
 * further items when the last has been reached.
 */
function rove(container, selector, more) {
  const items = () => [...container.querySelectorAll(selector)];
  const hold = (item) => {
    container.querySelectorAll(`${selector}[tabindex="0"]`).forEach((other) => other.setAttribute("tabindex", "-1"));
    item?.setAttribute("tabindex", "0");
  };
  container.addEventListener("focusin", (event) => {
    const item = event.target.closest(selector);
    if (item) hold(item);
  });
  container.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    const item = event.target.closest(selector);
    if (step === undefined || !item || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    let all = items();
    const at = all.indexOf(item);
    if (step === 1 && at === all.length - 1 && more?.()) all = items();
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next?.focus({ preventScroll: true });
    reveal(next);
  });
  return { hold, reset: () => hold(items()[0]) };
}

/**
 * Bars as inline SVG. A row is `{ label, code, parts: [[class, n], …], pressed, click, title }`; its length is the sum of
 * its parts against the longest row.
 */
function bars(rows) {
  const total = (row) => row.parts.reduce((sum, [, n]) => sum + n, 0);
  const longest = Math.max(1, ...rows.map(total));
  return h("div", { class: "bars" }, rows.map((row) => {
    let x = 0;
    const rects = row.parts.filter(([, n]) => n > 0).map(([kind, n]) => {
      const width = (n / longest) * 100;
      x += width;
      return svg("rect", { class: `fill-${kind}`, x: x - width, y: 0, width, height: 10 });
    });
    const content = [
      h("span", { class: "bar-label", title: row.title ?? row.label }, row.code ? h("code", {}, row.code) : null, row.label),
      h("span", { class: "bar-count" }, row.count ?? count(total(row))),
      svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("rect", { class: "fill-track", x: 0, y: 0, width: 100, height: 10 }), rects),
    ];
    return row.click
      ? h("button", { class: "bar", type: "button", "aria-pressed": String(Boolean(row.pressed)), click: row.click }, content)
      : h("div", { class: "bar" }, content);
  }));
}
