// The address behind # names the view: #agency=agency-…, #tasks&plan=…&role=lead. Back and forward are the browser's.

import { byId, clear, make, put } from "./common/dom.js";
import { data, say } from "./explorer/data.js";
import { link } from "./explorer/parts.js";
import { shownTables } from "./explorer/table.js";
import { overviewView } from "./explorer/overview.js";
import { agenciesView, agencyView } from "./explorer/agencies.js";
import { relationsView } from "./explorer/relations.js";
import { tasksView, taskView } from "./explorer/tasks.js";
import { matrixView } from "./explorer/matrix.js";
import { targetsView } from "./explorer/targets.js";
import { auditView } from "./explorer/audit.js";
import { progressView } from "./explorer/progress.js";
import { cascadeView } from "./explorer/cascade.js";
import { asked } from "./explorer/address.js";
import { mapView } from "./explorer/map.js";

/** @import { View } from "./explorer/parts.js" */

/** @type {Map<string, View<any>>} What each is about is its own matter. */
const views = new Map(/** @type {[string, View<any>][]} */ ([
  ["overview", overviewView], ["agencies", agenciesView], ["agency", agencyView], ["tasks", tasksView], ["task", taskView],
  ["matrix", matrixView], ["map", mapView], ["targets", targetsView], ["audit", auditView], ["progress", progressView], ["cascade", cascadeView], ["relations", relationsView],
]));
/** @param {string} name */
const viewOf = (name) => views.get(name) || overviewView;
const SHOWN = ["overview", "agencies", "tasks", "matrix", "map", "targets", "progress", "audit", "cascade", "relations"].filter((name) => !viewOf(name).hidden);

const main = byId("main");
const nav = byId("nav");
const scrolled = new Map(); // how far down a view was left, by its address
let here = "";
let byLink = true;

for (const name of SHOWN) {
  const item = link(viewOf(name).caption, "#" + name);
  item.setAttribute("data-view", name);
  nav.appendChild(item);
}

const open = () => {
  const wanted = asked(location.hash);
  const view = viewOf(wanted.view);
  const about = (view.about || view.optional || new Map()).get(wanted.about);
  clear(main);
  shownTables.length = 0;
  document.body.className = "view-" + (views.has(wanted.view) ? wanted.view : "overview");
  const missing = wanted.about && !about && (view.about || view.optional);
  let target = null;
  if (missing || (view.about && !about)) put(main, make("p", "banner", say("missing")));
  if (!view.about || about) target = view.show(about, wanted.given, main) || null;
  const shown = view.parent || (views.has(wanted.view) ? wanted.view : "overview");
  Array.from(nav.children).forEach((item) => {
    if (item.getAttribute("data-view") === shown) item.setAttribute("aria-current", "page");
    else item.removeAttribute("aria-current");
  });
  document.title = (about && view.titleOf ? view.titleOf(about) : view.caption) + " - " + data.title;
  here = location.hash;
  const top = byLink ? 0 : scrolled.get(here) || 0;
  for (const table of shownTables) while (document.documentElement.scrollHeight < top + window.innerHeight && table.more());
  if (target) target.scrollIntoView({ block: "center" });
  else window.scrollTo(0, top);
  byLink = false;
};

if ("scrollRestoration" in history) history.scrollRestoration = "manual";
window.addEventListener("scroll", () => scrolled.set(here, window.pageYOffset), { passive: true });
document.addEventListener("click", (event) => {
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  if (anchor && (anchor.getAttribute("href") || "").startsWith("#")) byLink = true;
});
/** @type {HTMLElement} */ (document.querySelector(".skip")).addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener("hashchange", () => {
  const followed = byLink;
  open();
  if (followed) main.focus({ preventScroll: true });
});
open();
document.documentElement.setAttribute("data-open", "");
