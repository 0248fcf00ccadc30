// What the filters let through, and the numbers of what is left. The legend (legend.js) is where they are set.

import { byId } from "../common/dom.js";
import { content, edges, lightOf, nodes, otherItem, planOf, roles, say, words } from "./data.js";
import { base, bundles, chosen, drawn, overview, plans, QUIET, settle } from "./overview.js";
import { inWindow, showVisible } from "./canvas.js";
import { fitVisible } from "./fitting.js";
import { weigh } from "./weights.js";
import { graded, isOrphan } from "./around.js";
import { choose, showStart } from "./panel.js";
import { showTable } from "./table.js";
import { dueBefore, duePasses } from "./deadlines.js";
import { buildLegend, countLegend } from "./legend.js";

/** @import { Edge, Item, Kind } from "./data.js" */
/** @typedef {"industry" | "plan" | "region" | "year" | "before" | "state" | "agency"} FilterName */

/** @type {{ kinds: Set<string>, roles: Set<string>, bases: Set<string>, inherited: boolean, byAddress: boolean }} What is unticked, and whether the address said so of the roles. */
export const off = { kinds: new Set(overview ? [] : QUIET), roles: new Set(), bases: new Set(), inherited: false, byAddress: false };
/** @type {Record<FilterName, string>} */
export const narrow = { industry: "", plan: "", region: "", year: "", before: "", state: "", agency: "" };
/** @type {Set<Item>} */
export const focused = new Set(); // only these and what touches them are shown, if there are any

/** @type {(industry: Item) => Set<Item>} */
const wideToNarrow = (industry) => {
  const all = new Set([industry]);
  for (const node of all) {
    for (const edge of node.edges) if (edge.kind === "PART_OF" && edge.to === node) all.add(edge.from);
  }
  return all;
};

/** @type {(edge: Edge) => boolean} */
const edgePasses = (edge) =>
  !off.roles.has(edge.kind) && !off.bases.has(edge.facts.text("basis")) && !(off.inherited && edge.facts.get("inherited"));

/** @type {(node: { plan?: number }) => boolean} */
const planPasses = (node) =>
  (narrow.plan === "" || node.plan === Number(narrow.plan)) && (narrow.region === "" || (planOf(node) || { region: "" }).region === narrow.region);
/** @type {(node: Item) => boolean} */
const yearPasses = (node) => duePasses(node, narrow.year) && (narrow.before === "" || dueBefore(node, narrow.before));

/** @type {(task: Item) => boolean} */
const hasLead = (task) => task.edges.some((edge) => edge.kind === "LEADS" && edge.to === task);
/** @type {Map<string, (node: Item) => boolean>} */
export const STATES = new Map();
STATES.set("ownerless", isOrphan).set("unled", (node) => node.kind === "Task" && !node.hollow && !hasLead(node));
for (const light of content.lights) STATES.set(light.name, (node) => lightOf(node) === light);
/** @type {(node: Item) => boolean} */
const statePasses = (node) => (STATES.get(narrow.state) || (() => true))(node);

/** @param {boolean} fit Whether what is left is to fill the window. */
export const applyFilters = (fit) => {
  const industries = narrow.industry === "" ? null : wideToNarrow(nodes[Number(narrow.industry)]);
  const near = focused.size ? new Set(focused) : null;
  if (near) for (const node of focused) for (const edge of node.edges) near.add(otherItem(edge, node));
  const someRoles = Array.from(roles.values()).some((role) => role.graded && off.roles.has(role.name)) || off.bases.size > 0 || off.inherited;
  const narrowed = Object.entries(narrow).some(([name, value]) => name !== "agency" && value) || near !== null || someRoles;
  for (const edge of edges) edge.visible = edgePasses(edge);
  for (const node of nodes) {
    if (node.kind === "Task") {
      const links = node.edges.filter((edge) => edge.visible);
      node.visible = planPasses(node) && yearPasses(node) && statePasses(node)
        && (industries === null || links.some((edge) => industries.has(otherItem(edge, node))))
        && (near === null || near.has(node))
        && (!someRoles || links.some(graded));
    }
  }
  // The rest stands with the tasks it touches, as soon as the tasks are chosen by something that is not its own;
  // an agency also with the targets that it answers for itself.
  /** @type {(node: Item, kind: string) => boolean} */
  const touches = (node, kind) => node.edges.some((edge) => edge.visible && otherItem(edge, node).kind === kind && otherItem(edge, node).visible);
  /** @type {(node: Item) => boolean} */
  const joined = (node) => focused.has(node) || touches(node, "Task") || (node.kind === "Agency" && touches(node, "Target"));
  /** @type {(node: Item) => boolean} */
  const owned = (node) => node.edges.some((edge) => edge.visible && graded(edge));
  /** @type {(node: Item) => boolean} */
  const chosenItself = (node) => industries === null && narrow.state === "" && (near === null || near.has(node)) && (!someRoles || owned(node));
  /** @type {(node: Item) => boolean} */
  const cutOff = (node) => node.edges.length > 0 && !node.edges.some((edge) => edge.visible);
  for (const node of nodes.filter((item) => item.kind === "Target").concat(nodes.filter((item) => item.kind !== "Target"))) {
    if (node.kind === "Target") node.visible = planPasses(node) && yearPasses(node) && (chosenItself(node) || joined(node));
    else if (node.kind === "Industry" && industries !== null) node.visible = industries.has(node);
    else if (node.kind !== "Task") node.visible = !narrowed || joined(node);
    if (node.kind !== "Task") node.visible = node.visible && !cutOff(node);
  }
  /** @type {(node: Item) => boolean} */
  const kindPasses = (node) => !off.kinds.has(node.kind) || (Boolean(node.owned) && !off.kinds.has("Task"));
  for (const node of nodes) node.visible = node.visible && kindPasses(node);
  for (const edge of edges) edge.visible = edge.visible && edge.from.visible && edge.to.visible;
  for (const plan of plans) plan.visible = !off.kinds.has("Plan") && planPasses(plan) && (!narrowed || [...plan.tasks, ...plan.targets].some((item) => item.visible));
  const touched = new Set(nodes.filter((node) => node.visible).map((node) => node.plan));
  content.plans.forEach((plan, p) => { plan.visible = planPasses({ plan: p }) && (!narrowed || touched.has(p)); });
  for (const group of drawn.sum ? drawn.sum.groups : []) group.visible = group.holds.some((held) => held.visible);
  bundles.forEach(settle);
  if (drawn.sum) drawn.sum.bundles.forEach(settle);
  weigh();
  showVisible();
  if (fit || !inWindow()) fitVisible();
  byId("empty").hidden = drawn.nodes.some((node) => node.visible);
  if (started) tellFilters();
};

// What the filters leave, in numbers and lists.
export let started = false; // lists and numbers wait until the picture is there
const tellFilters = () => {
  countLegend();
  if (chosen !== null) choose(chosen, "", true);
  else {
    showStart();
    sayCount();
  }
  if (!byId("table").hidden) showTable();
};

// What is on the picture, of how much, and what waits or is left out.
export const sayCount = () => {
  const pool = drawn.bundled ? [...nodes, ...plans] : drawn.nodes;
  /** @type {(kind: Kind) => number} */
  const seen = (kind) => pool.filter((node) => node.kind === kind.name && node.visible).length;
  /** @type {(kind: Kind) => boolean} */
  const waits = (kind) => off.kinds.has(kind.name) && QUIET.includes(kind.name);
  const drawnHere = new Set(pool.map((node) => node.kind));
  const parts = content.kinds.filter((kind) => kind.count && (kind.name !== "Plan" || drawnHere.has("Plan")) && !(waits(kind) && !seen(kind))).map((kind) => {
    const visible = seen(kind);
    return kind.caption + " " + (visible === kind.count ? visible : visible + "/" + kind.count);
  });
  const visible = drawn.edges.filter((edge) => edge.visible).length;
  const all = drawn === base || drawn.sum ? drawn.edges.length : edges.length;
  parts.push(words.lines + " " + (visible === all ? visible : visible + "/" + all));
  let text = (drawn.bundled ? words.overview : words.showing) + "：" + parts.join("　");
  const waiting = content.kinds.filter((kind) => kind.count && waits(kind) && seen(kind) < kind.count);
  if (waiting.length) text += "　" + say("waiting", { names: waiting.map((kind) => kind.caption + " " + (kind.count - seen(kind))).join("、") });
  if (focused.size) text += "　" + say("only_now", { name: Array.from(focused, (node) => node.name).join("、") });
  byId("count").textContent = text;
};

/**
 * Only what touches a thing, or what touches one more besides those that are asked for already.
 * @type {(node: Item, more: boolean) => void}
 */
export const focusOn = (node, more) => {
  if (!more) focused.clear();
  focused.add(node);
  narrow.agency = focused.size === 1 && node.kind === "Agency" ? String(node.i) : "";
  const picker = document.getElementById("filter-agency");
  if (picker instanceof HTMLSelectElement) picker.value = narrow.agency;
  applyFilters(true);
};

export const resetFilters = () => {
  off.kinds = new Set(drawn.bundled ? [] : QUIET);
  off.roles.clear();
  off.bases.clear();
  off.inherited = false;
  focused.clear();
  Object.assign(narrow, { industry: "", plan: "", region: "", year: "", before: "", state: "", agency: "" });
  buildLegend();
};

export const beginLists = () => {
  started = true;
  buildLegend();
  tellFilters();
  document.documentElement.setAttribute("data-ready", "true");
};
