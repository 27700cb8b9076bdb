// Every visible text of the page against the ground that it stands on (WCAG 2.1, 1.4.3): `[ratio, wanted, text, path]` of
// those that fall short. Grounds that are not opaque are laid over those below them.
(() => {
  const parse = (text) => {
    const n = text.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [0, 0, 0, 0];
    const scale = text.startsWith("color(") ? 255 : 1;
    return { rgb: n.slice(0, 3).map((value) => value * scale), a: n[3] ?? 1 };
  };
  const over = (top, below) => top.rgb.map((value, at) => value * top.a + below[at] * (1 - top.a));
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return layers.reverse().reduce((below, layer) => over(layer, below), dark ? [0, 0, 0] : [255, 255, 255]);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [dim, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dim + 0.05);
  };
  const short = [];
  let seen = 0;
  const judge = (front, back, style, text, path) => {
    seen += 1;
    const size = parseFloat(style.fontSize);
    const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const found = ratio(front, back);
    if (found < wanted) short.push([Math.round(found * 100) / 100, wanted, text.slice(0, 40), path]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest("script, style, noscript, svg, .unseen, option, [aria-disabled]")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const back = ground(element);
    judge(over(parse(style.color), back), back, style, text, element.className || element.tagName);
  }
  for (const input of document.querySelectorAll("input[placeholder]")) {
    const style = getComputedStyle(input, "::placeholder");
    const back = ground(input);
    judge(over(parse(style.color), back), back, style, input.placeholder, "placeholder");
  }
  // Words of a drawn page lie under the marks, which tint word and paper alike.
  const word = document.querySelector(".page-words");
  if (word?.checkVisibility()) {
    const paper = ground(word.closest(".page"));
    for (const kind of new Set([...document.querySelectorAll("rect.spot")].map((spot) => spot.getAttribute("class")))) {
      const style = getComputedStyle(document.querySelector(`rect[class="${kind}"]`));
      const tint = parse(style.fill);
      judge(over(tint, parse(getComputedStyle(word).fill).rgb), over(tint, paper), getComputedStyle(word), "word of a page", kind);
    }
  }
  return { seen, short };
})()
