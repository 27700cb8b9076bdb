// The organisation as a tree to walk through: by who reports to whom, or by units.

let treeKind = "reports";
let treeQuery = "";
const unfolded = new Set();

function drawStructure(chapter, wanted) {
  const chosen = chapter.positions[Number(wanted.get("p"))];
  const hasChosen = wanted.has("p") && chosen;
  const tree = h("div", { class: "tree-body" });
  const kinds = h("div", { class: "tree-kinds", role: "group", "aria-label": t("arrange") }, ["reports", "units"].map((kind) =>
    h("button", {
      class: "button", type: "button", "aria-pressed": String(kind === treeKind), click: (event) => {
        treeKind = kind;
        for (const button of event.currentTarget.parentNode.children) button.setAttribute("aria-pressed", String(button === event.currentTarget));
        fillTree(tree, chapter, chosen);
      },
    }, t(`arrange-${kind}`))));
  const search = h("input", {
    class: "field", type: "search", placeholder: t("find-position"), "aria-label": t("find-position"), value: treeQuery, input: (event) => {
      treeQuery = event.target.value.trim().toLocaleLowerCase(language);
      fillTree(tree, chapter, chosen);
    },
  });
  fillTree(tree, chapter, hasChosen ? chosen : null);
  treeKeys(tree);
  return [
    h("p", { class: "lead" }, t("lead-structure")),
    h("div", { class: "structure", "data-chosen": hasChosen ? "" : null },
      h("section", { class: "panel tree-panel", "aria-label": t("structure") }, h("div", { class: "tree-tools" }, search, kinds), tree),
      h("article", { class: "panel position", id: "position", "aria-live": "polite" },
        hasChosen ? drawPosition(chapter, chosen) : h("p", { class: "soft" }, t("choose-position")))),
  ];
}

function fillTree(body, chapter, chosen) {
  if (chosen && treeKind === "reports") for (let above = chosen.parent; above; above = above.parent) unfolded.add(`p${above.at}`);
  const roots = treeQuery ? found(chapter) : treeKind === "units" ? unitRoots(chapter) : reportRoots(chapter);
  body.replaceChildren(roots.length > 0
    ? h("ul", { role: "tree", "aria-label": t("structure") }, roots.map((node) => treeItem(node, 1, chosen)))
    : h("p", { class: "soft" }, t("nothing")));
  const first = body.querySelector("[aria-selected=true]") ?? body.querySelector("[role=treeitem]");
  first?.setAttribute("tabindex", "0");
}

/**
 * A node: `{ key, label, position, unitShown, n, children, open }`; children are made when they are wanted. The unit stands there
 * where it is another than that of the node above.
 */
function positionNode(position) {
  const unitShown = position.unit && position.unit !== position.parent?.unit ? position.unit : null;
  return { key: `p${position.at}`, label: position.title, position, unitShown, n: size(position), children: () => position.children.map(positionNode) };
}

/** A position without what is below it. */
function leafNode(position, unitShown = null) {
  return { key: `p${position.at}`, label: position.title, position, unitShown, n: 0, children: () => [] };
}

function reportRoots(chapter) {
  const [tops, loose] = [chapter.roots.filter((root) => root.children.length > 0), chapter.roots.filter((root) => root.children.length === 0)];
  const nodes = tops.map((root, at) => ({ ...positionNode(root), open: at === 0 }));
  if (loose.length > 0) nodes.push({ key: "loose", label: t("loose"), n: loose.length, children: () => loose.map(positionNode), open: tops.length === 0 });
  return nodes;
}

function unitRoots(chapter) {
  const unit = (path) => {
    const here = chapter.positions.filter((position) => path.every((id, depth) => position.path[depth] === id));
    const inner = [...new Set(here.filter((position) => position.path.length > path.length).map((position) => position.path[path.length]))];
    const own = here.filter((position) => position.path.length === path.length);
    return {
      key: `u${path.join("-")}`, label: path.length > 0 ? chapter.units[path.at(-1)] : t("no-unit"), n: here.length,
      children: () => [...own.map((position) => leafNode(position)), ...inner.map((id) => unit([...path, id]))],
    };
  };
  const tops = [...new Set(chapter.positions.map((position) => position.path[0]))];
  const outside = chapter.positions.filter((position) => position.path.length === 0);
  const nodes = tops.filter((id) => id !== undefined).map((id) => unit([id])).sort((a, b) => b.n - a.n || collator.compare(a.label, b.label));
  if (outside.length > 0) nodes.unshift({ key: "u", label: t("no-unit"), n: outside.length, children: () => outside.map((position) => leafNode(position)) });
  return nodes;
}

function found(chapter) {
  const hit = (position) => `${position.title} ${position.unit ?? ""}`.toLocaleLowerCase(language).includes(treeQuery);
  return chapter.positions.filter(hit).slice(0, 200).map((position) => leafNode(position, position.unit));
}

function treeItem(node, level, chosen) {
  const open = node.n > 0 && (node.open || unfolded.has(node.key));
  const findings = node.position ? findingsOf(node.position) : [];
  const severity = gravest(findings);
  const selected = node.position && node.position === chosen;
  const row = h("div", { class: node.position ? "node" : "node node-group" },
    h("span", { class: "fold", "aria-hidden": "true" }, node.n > 0 ? "▸" : ""),
    h("span", { class: "node-label" }, node.label, node.unitShown ? h("span", { class: "soft small" }, ` · ${node.unitShown}`) : null),
    node.n > 0 && h("span", { class: "soft small number" }, count(node.n)),
    severity && badge(severity));
  const item = h("li", {
    role: "treeitem", tabindex: "-1", "aria-level": level, "aria-expanded": node.n > 0 ? String(open) : null,
    "aria-selected": node.position ? String(Boolean(selected)) : null, "data-p": node.position ? node.position.at : null,
  }, row);
  item.unfold = (wanted) => {
    if (node.n === 0) return;
    item.setAttribute("aria-expanded", String(wanted));
    unfolded[wanted ? "add" : "delete"](node.key);
    item.querySelector(":scope > ul")?.remove();
    if (wanted) item.append(h("ul", { role: "group" }, node.children().map((child) => treeItem(child, level + 1, chosen))));
  };
  if (open) item.unfold(true);
  return item;
}

/** Mouse and keys, as trees have them: right opens or goes in, left closes or goes out, Enter chooses. */
function treeKeys(body) {
  const isOpen = (item) => item.getAttribute("aria-expanded");
  const choose = (item) => {
    if (item.dataset.p !== undefined) location.hash = address({ view: "structure", p: item.dataset.p });
    else item.unfold(isOpen(item) !== "true");
  };
  body.addEventListener("click", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    if (event.target.closest(".fold")) item.unfold(isOpen(item) !== "true");
    else choose(item);
  });
  body.addEventListener("keydown", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    const out = item.parentElement.closest("[role=treeitem]");
    if (event.key === "Enter" || event.key === " ") choose(item);
    else if (event.key === "ArrowRight" && isOpen(item) === "false") item.unfold(true);
    else if (event.key === "ArrowLeft" && isOpen(item) === "true") item.unfold(false);
    else if (event.key === "ArrowLeft") out?.focus();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  rove(body, "[role=treeitem]");
}
