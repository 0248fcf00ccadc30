// The address behind # names the view: #agency=agency-…, #tasks&plan=…&role=lead. Back and forward are the browser's.

import { byId, clear, make, put } from "./shared/dom.js";
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

const views = new Map([
  ["overview", overviewView], ["agencies", agenciesView], ["agency", agencyView], ["tasks", tasksView], ["task", taskView],
  ["matrix", matrixView], ["targets", targetsView], ["audit", auditView], ["progress", progressView], ["cascade", cascadeView], ["relations", relationsView],
]);
const SHOWN = ["overview", "agencies", "tasks", "matrix", "targets", "progress", "audit", "cascade", "relations"].filter((name) => !views.get(name).hidden);

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text; // a link that somebody cut
  }
};
const addressNow = () => {
  const pairs = location.hash.slice(1).split("&").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
  });
  return { view: pairs[0][0] || "overview", about: pairs[0][1], given: new Map(pairs.slice(1)) };
};

const main = byId("main");
const nav = byId("nav");
const scrolled = new Map(); // how far down a view was left, by its address
let here = "";
let byLink = true;

for (const name of SHOWN) {
  const item = link(views.get(name).caption, "#" + name);
  item.setAttribute("data-view", name);
  nav.appendChild(item);
}

const open = () => {
  const asked = addressNow();
  const view = views.get(asked.view) || overviewView;
  const about = (view.about || view.optional || new Map()).get(asked.about);
  clear(main);
  shownTables.length = 0;
  document.body.className = "view-" + (views.has(asked.view) ? asked.view : "overview");
  const missing = asked.about && !about && (view.about || view.optional);
  let target = null;
  if (missing || (view.about && !about)) put(main, make("p", "banner", say("missing")));
  if (!view.about || about) target = view.show(about, asked.given, main) || null;
  const shown = view.parent || (views.has(asked.view) ? asked.view : "overview");
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
  const anchor = event.target.closest ? event.target.closest("a") : null;
  if (anchor && anchor.getAttribute("href") && anchor.getAttribute("href").startsWith("#")) byLink = true;
});
document.querySelector(".skip").addEventListener("click", (event) => {
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
