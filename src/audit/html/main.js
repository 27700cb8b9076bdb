// Addresses: `#i=INSTITUTION&view=…`; each view draws itself from the chapter and the address.

const VIEWS = { overview: drawOverview, structure: drawStructure, demands: drawDemands, findings: drawFindings };
let shown = "";
/** The position that Escape left: the focus returns to it when the tree has been drawn again. */
let left = null;

/** The institution that is shown first. */
function biggest() {
  const sizes = index.institutions.map((institution) => institution.positions);
  return sizes.indexOf(Math.max(...sizes));
}

async function route() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const number = wanted.get("i") in index.institutions ? Number(wanted.get("i")) : biggest();
  const view = wanted.get("view") in VIEWS ? wanted.get("view") : "overview";
  byId("institution").value = number;
  for (const link of byId("views").children) {
    link.href = address({ view: link.dataset.view, p: null, rule: null, family: null });
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const main = byId("main");
  if (index.institutions.length === 0) {
    main.replaceChildren(h("p", { class: "lead" }, t("empty")));
    return;
  }
  let chapter;
  try {
    chapter = await chapterOf(number);
  } catch (error) {
    main.replaceChildren(h("p", { class: "lead" }, t("broken")));
    return;
  }
  const scrolled = main.querySelector(".tree-panel")?.scrollTop ?? 0;
  const content = view === "overview" ? drawOverview(chapter, number) : VIEWS[view](chapter, wanted);
  main.replaceChildren(h("h2", { class: "unseen" }, t(view)), ...content.flat().filter(Boolean));
  const tree = main.querySelector(".tree-panel");
  if (tree) tree.scrollTop = scrolled;
  settle(view, wanted, `${number} ${view}`);
}

/** Where the focus and the page stand after a change. */
function settle(view, wanted, place) {
  if (view === "structure" && wanted.has("p")) {
    byId("position-title")?.focus({ preventScroll: true });
    reveal(document.querySelector("[aria-selected=true] > .node"));
  } else if (place !== shown) {
    scrollTo(0, 0);
  } else if (left !== null) {
    document.querySelector(`[data-p="${left}"]`)?.focus();
  }
  left = null;
  if (place !== shown && shown !== "") byId("said").textContent = t(view);
  shown = place;
}

byId("tool").textContent = t("tool", index.tool);
byId("institution").append(...index.institutions.map((_, number) => h("option", { value: number }, institutionName(number))));
byId("institution").parentNode.hidden = index.institutions.length < 2;
byId("institution").addEventListener("change", (event) => {
  unfolded.clear();
  location.hash = address({ i: event.target.value, p: null, rule: null, family: null });
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
document.addEventListener("keydown", (event) => {
  const chosen = new URLSearchParams(location.hash.slice(1)).get("p");
  if (event.key !== "Escape" || chosen === null || event.target.type === "search") return;
  left = chosen;
  location.hash = address({ p: null });
});
addEventListener("hashchange", route);
route();
