// Addresses and keys.

/** Shows "overview", "list" or "document"; where there is room, the list stays beside the other two. */
function show(what) {
  const frame = byId("frame");
  if (what !== "document") frame.dataset.before = what;
  frame.dataset.show = what;
  byId("overview").hidden = what === "document";
  byId("document").hidden = what !== "document";
  byId("switch").querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.show === what)));
}

/**
 * The document of a path. Other pages know it by its path within the folder that was read: then the one that ends so counts,
 * also if what was checked is its record (`PATH.json`, `PATH.2.json`).
 */
function findDocument(path, part) {
  const isPart = (doc) => part === 0 || doc.partIndex === part;
  const ending = (doc) => {
    const own = doc.path.replace(/(\.\d+)?\.json$/u, "");
    return own === path || own.endsWith(`/${path}`);
  };
  return index.documents.find((doc) => doc.path === path && isPart(doc)) ?? index.documents.find((doc) => ending(doc) && isPart(doc));
}

/** Goes where the address says: `#doc=PATH&part=N&finding=N`, or the overview. */
function route() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const path = wanted.get("doc");
  const part = Number(wanted.get("part") ?? 0);
  const doc = path === null ? null : findDocument(path, part);
  if (!doc) {
    if (current) closeDocument();
    return;
  }
  const finding = Number(wanted.get("finding") ?? 0);
  openDocument(doc, finding > 0 ? finding - 1 : null);
}

/** Escape: first the selection goes, then the document; the focus returns to where it came from. */
function escape() {
  if (!current) return;
  const focused = document.activeElement?.closest(".spot, .leaf, .card");
  if (clearSelection()) {
    say("");
    focused?.focus({ preventScroll: true });
    return;
  }
  const { doc } = current;
  location.hash = "";
  closeDocument();
  byId("documents").querySelector(`[data-document="${doc.at}"]`)?.focus();
}

buildFilters();
drawOverview();
drawList();
byId("switch").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  show(button.dataset.show);
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && event.target.type !== "search") escape();
});
addEventListener("hashchange", route);
route();
