// From the whole to what stands around one thing, and back. The address holds where one is, so that back, forward and a
// link that was passed on lead there: #agency=市工业和信息化局, #task=二/（一）&role=lead, #plan=….

import { button, byId, clear, make } from "./common/dom.js";
import { content, edges, namesOf, nodes, planOf, roleOf, say, titleOf, words } from "./data.js";
import { base, drawn, overview, owning, plans, QUIET, setChosen, setDrawn } from "./overview.js";
import { aroundScene, canStandAround, cut } from "./around.js";
import { choose, panel, trail } from "./panel.js";
import { overviewNotice } from "./duties.js";
import { fold } from "./search.js";
import { applyFilters, off } from "./filters.js";
import { buildLegend } from "./legend.js";
import { showView } from "./app.js";
import { askedSum, firstSum, showLevels, showSum, sumNotice } from "./levels.js";

const ROLES = new Map([["lead", "LEADS"], ["co_own", "CO_OWNS"], ["support", "SUPPORTS"], ["guide", "GUIDES"], ["implement", "IMPLEMENTS"]]);

export const enter = (scene) => {
  const bundledBefore = drawn.bundled;
  setDrawn(scene);
  scene.looks.forEach((look, node) => Object.assign(node, { sides: undefined, file: false, own: false, brief: undefined, twoRows: false, centre: false }, look, { at: { x: look.x, y: look.y } }));
  if (bundledBefore !== scene.bundled) off.kinds = new Set(scene.bundled ? [] : QUIET);
  showNotice();
  buildLegend();
  applyFilters(true);
};

let visited = []; // what the views on the way here stand around

export const nameOf = (thing) => (thing.kind === "Task" ? titleOf(thing) : thing.name);
const placeNameOf = (thing) => thing.facts.region || (planOf(thing) || {}).region || "";
const twins = (thing) => nodes.filter((node) => node.kind === thing.kind && nameOf(node) === nameOf(thing));

// The address of a thing, as short as is unmistakable.
export const addressOf = (thing) => {
  const key = thing.kind === "Agency" ? "agency" : thing.kind === "Plan" ? "plan" : "task";
  const parts = [[key, nameOf(thing)]];
  if (key !== "plan" && twins(thing).length > 1) parts.push(key === "agency" ? ["region", placeNameOf(thing)] : ["plan", (planOf(thing) || {}).title]);
  const role = Array.from(ROLES).find((pair) => owning.some((item) => item.name === pair[1]) && owning.every((item) => (item.name === pair[1]) !== off.roles.has(item.name)));
  if (role && owning.length > 1) parts.push(["role", role[0]]);
  return "#" + parts.map((pair) => pair[0] + "=" + encodeURIComponent(pair[1] || "")).join("&");
};

const asked = () => {
  const found = new Map();
  const address = location.hash.slice(1) || (content.focus === undefined ? firstSum() : "");
  for (const part of address.split("&")) {
    const at = part.indexOf("=");
    if (at > 0) try { found.set(part.slice(0, at), decodeURIComponent(part.slice(at + 1).split("+").join(" "))); } catch (error) { found.set(part.slice(0, at), part.slice(at + 1)); }
  }
  return found;
};
// What an address names: by any name that is known, the whole name first.
const meant = (wanted) => {
  const key = ["agency", "task", "plan"].find((name) => wanted.get(name));
  if (!key) return null;
  if (key === "plan" && !plans.length) return null;
  const text = fold(wanted.get(key));
  const kind = key === "agency" ? "Agency" : key === "task" ? "Task" : "Plan";
  const pool = (key === "plan" ? plans : nodes).filter((node) => node.kind === kind
    && (!wanted.get("region") || placeNameOf(node) === wanted.get("region"))
    && (key !== "task" || !wanted.get("plan") || (planOf(node) || {}).title === wanted.get("plan")));
  const known = (node) => namesOf(node).concat([nameOf(node), node.facts.number || ""]).map(fold);
  return pool.find((node) => fold(nameOf(node)) === text) || pool.find((node) => known(node).includes(text)) || pool.find((node) => known(node).some((name) => name.includes(text))) || null;
};

export const route = () => {
  const wanted = asked();
  const thing = meant(wanted);
  const role = wanted.get("role");
  const only = role && (ROLES.get(role) || (owning.find((item) => item.caption === role) || {}).name);
  if (only || (role === undefined && off.byAddress)) {
    off.roles.clear();
    if (only) for (const item of owning) if (item.name !== only) off.roles.add(item.name);
    off.byAddress = Boolean(only);
  }
  const sum = thing === null && askedSum(wanted);
  if (sum) {
    visited = [];
    showSum(sum);
    showCrumbs();
    return;
  }
  if (thing === null) {
    if (location.hash && content.focus !== undefined && location.hash !== "#all" && drawn.centre === nodes[content.focus]) return;
    if (drawn !== base && !(content.focus !== undefined && !location.hash)) {
      visited = [];
      enter(base);
      choose(null);
    } else if (only) {
      buildLegend();
      applyFilters(true);
    }
    showCrumbs();
    return;
  }
  showView("map");
  if (canStandAround(thing)) startAround(thing);
  else {
    if (only) applyFilters(true);
    choose(thing);
  }
};

export const startAround = (thing) => {
  const at = visited.indexOf(thing);
  visited = at >= 0 ? visited.slice(0, at + 1) : visited.concat([thing]);
  setChosen(null);
  trail.length = 0;
  enter(aroundScene(thing));
  choose(thing, "", true);
  showCrumbs();
};
export const goAround = (thing) => {
  const address = addressOf(thing);
  if (location.hash === address) startAround(thing);
  else location.hash = address;
};
const goHome = () => {
  if (location.hash === "#all") route();
  else location.hash = "all";
};
window.addEventListener("hashchange", route);

export const offerAround = (thing) => {
  if (thing === drawn.centre || !canStandAround(thing)) return;
  panel.appendChild(make("p")).appendChild(button(words.around, "around", () => goAround(thing)));
};

// Where one is, how one came here, and what is not drawn here.
const showCrumbs = () => {
  const box = clear(byId("crumbs"));
  box.hidden = drawn === base || Boolean(drawn.groups);
  showLevels();
  if (box.hidden) return;
  box.appendChild(button(words.whole, "", goHome));
  for (const thing of visited) {
    box.appendChild(make("span", "", "›"));
    if (thing === drawn.centre) box.appendChild(make("b", "", nameOf(thing)));
    else box.appendChild(button(cut(nameOf(thing), 18), "", () => goAround(thing)));
  }
  const left = base.nodes.filter((node) => !drawn.members.has(node)).length;
  box.appendChild(make("span", "quiet", [say("left_out", { n: left })].concat(drawn.missing).join("；")));
};

// Above the picture: what kind of picture it is, and which plans do not say who leads.
const unled = (() => {
  const owned = new Set();
  const led = new Set();
  for (const edge of edges) {
    if (!roleOf(edge).graded || edge.to.kind !== "Task") continue;
    owned.add(edge.to.plan);
    if (edge.kind === "LEADS" && edge.facts.get("basis") !== "sole") led.add(edge.to.plan);
  }
  return content.plans.filter((plan, p) => owned.has(p) && !led.has(p));
})();
export const notices = () => {
  const found_ = !overview || drawn.centre ? [] : [drawn.groups ? sumNotice() : overviewNotice()];
  const here = drawn.centre ? unled.filter((plan) => drawn.nodes.some((node) => planOf(node) === plan)) : unled;
  if (here.length) {
    const named = here.slice(0, 3).map((plan) => "《" + plan.title + "》").join("");
    found_.push(say(here.length > 3 ? "unled_more" : "unled", { names: named, n: here.length }));
  }
  return found_;
};
export const showNotice = () => {
  const box = clear(byId("notice"));
  for (const text of notices()) box.appendChild(make("span", "", text));
  box.hidden = !box.firstChild;
};
