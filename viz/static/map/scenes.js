// From the whole to what stands around one thing, and back; the address (address.js) holds where one is.

import { pairsOf } from "../common/addresses.js";
import { button, byId, clear, make } from "../common/dom.js";
import { content, edges, nameOf, nodes, planOf, say, words } from "./data.js";
import { base, drawn, overview, owning, QUIET, setChosen, setDrawn } from "./overview.js";
import { aroundScene, canStandAround, cut, graded } from "./around.js";
import { addressOf, meant, relationshipOf } from "./address.js";
import { choose, panel, trail } from "./panel.js";
import { overviewNotice } from "./duties.js";
import { applyFilters, off } from "./filters.js";
import { buildLegend } from "./legend.js";
import { showView } from "./views.js";
import { isNarrow } from "./drawers.js";
import { askedSum, firstSum, showLevels, showSum, sumNotice } from "./levels.js";

/** @import { Thing } from "./data.js" */
/** @import { Centre } from "./around.js" */
/** @import { Scene } from "./overview.js" */

/**
 * Put the shapes of a scene where it has them.
 * @param {Scene} scene
 */
export const stand = (scene) => {
  setDrawn(scene);
  scene.looks.forEach((look, node) => Object.assign(node, { sides: undefined, file: false, own: false, brief: undefined, twoRows: false, centre: false }, look, { at: { x: look.x, y: look.y } }));
};
/** @param {Scene} scene */
export const enter = (scene) => {
  const bundledBefore = drawn.bundled;
  stand(scene);
  if (bundledBefore !== scene.bundled) off.kinds = new Set(scene.bundled ? [] : QUIET);
  showNotice();
  showCrumbs(); // before the picture is fitted into what room they leave
  buildLegend();
  applyFilters(true);
};

/** @type {Centre[]} */
let visited = []; // what the views on the way here stand around

export const route = () => {
  const wanted = new Map(pairsOf(location.hash.slice(1) || (content.focus === undefined ? firstSum() : "")));
  const thing = meant(wanted);
  const role = wanted.get("role");
  const only = relationshipOf(role);
  if (only || (role === undefined && off.byAddress)) {
    off.roles.clear();
    if (only) for (const item of owning) if (item.name !== only) off.roles.add(item.name);
    off.byAddress = Boolean(only);
  }
  const sum = thing === null ? askedSum(wanted) : null;
  if (sum) {
    visited = [];
    showSum(sum);
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

/** @param {Centre} thing */
export const startAround = (thing) => {
  const at = visited.indexOf(thing);
  visited = at >= 0 ? visited.slice(0, at + 1) : visited.concat([thing]);
  setChosen(null);
  trail.length = 0;
  enter(aroundScene(thing));
  choose(thing, "", true);
};
/** @param {Centre} thing */
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

/** @param {Thing} thing */
export const offerAround = (thing) => {
  if (thing === drawn.centre || !canStandAround(thing)) return;
  panel.appendChild(make("p")).appendChild(button(words.around, "around", () => goAround(thing)));
};

// Where one is, how one came here, and what is not drawn here.
const showCrumbs = () => {
  const box = clear(byId("crumbs"));
  box.hidden = drawn === base || Boolean(drawn.sum);
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
    if (!graded(edge) || edge.to.kind !== "Task") continue;
    owned.add(edge.to.plan);
    if (edge.kind === "LEADS" && edge.facts.get("basis") !== "sole") led.add(edge.to.plan);
  }
  return content.plans.filter((plan, p) => owned.has(p) && !led.has(p));
})();
export const notices = () => {
  /** @type {string[]} */
  const found = [];
  const here = drawn.centre ? unled.filter((plan) => drawn.nodes.some((node) => planOf(node) === plan)) : unled;
  if (here.length) {
    // So short that all of it is seen at once, in a narrow window too.
    const most = isNarrow() ? 1 : 3;
    const named = here.slice(0, most).map((plan) => "《" + cut(plan.title, 20) + "》").join("");
    found.push(say(here.length > most ? "unled_more" : "unled", { names: named, n: here.length }));
  }
  if (overview && !drawn.centre) found.push(drawn.sum ? sumNotice(drawn.sum) : overviewNotice());
  return found;
};
export const showNotice = () => {
  const box = clear(byId("notice"));
  for (const text of notices()) box.appendChild(make("span", "", text));
  box.hidden = !box.firstChild;
};
