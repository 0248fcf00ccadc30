// The legend is the filter: what is unticked leaves the picture, and each entry says what is left of how much.

import { button, byId, clear, make } from "../common/dom.js";
import { content, edges, lightOf, lights, nodes, say, words } from "./data.js";
import { drawn, drawnKinds, drawnRoles, plans, QUIET, SAMPLES, widthFor } from "./overview.js";
import { drawSample } from "./canvas.js";
import { graded } from "./around.js";
import { applyFilters, focused, narrow, off, resetFilters, started, STATES } from "./filters.js";
import { lifted, paint } from "./colours.js";
import { openDrawer } from "./drawers.js";
import { dueChoices, dueOf } from "./deadlines.js";

/** @import { Kind, Role } from "./data.js" */
/** @import { Stroke } from "./canvas.js" */
/** @import { FilterName } from "./filters.js" */

const legend = byId("legend");

// The numbers of the legend: what is left of how much, counted in one pass.
/** @type {[span: HTMLElement, all: number, name: string][]} */
let counters = [];
export const countLegend = () => {
  /** @type {Map<string, number>} */
  const left = new Map();
  /** @param {string} name */
  const add = (name) => left.set(name, (left.get(name) || 0) + 1);
  for (const node of nodes) {
    if (node.visible) add(node.kind);
    if (node.visible && node.hollow) add(node.kind + "Hollow");
    if (node.visible && lightOf(node)) add("light " + node.facts.light);
  }
  for (const plan of plans) if (plan.visible) add("Plan");
  for (const edge of edges) {
    if (!edge.visible) continue;
    add(edge.kind);
    add("basis " + edge.facts.text("basis"));
    if (edge.facts.get("inherited")) add("inherited");
  }
  for (const [span, all, name] of counters) span.textContent = (left.get(name) || 0) === all ? String(all) : (left.get(name) || 0) + "/" + all;
};

/** @type {(filled: HTMLElement, caption: string, count: number, flip: (isOff: boolean) => void, isOff: boolean, counts: string) => HTMLElement} */
const tick = (filled, caption, count, flip, isOff, counts) => {
  const row = make("label");
  const box = row.appendChild(make("input"));
  box.type = "checkbox";
  box.checked = !isOff;
  box.addEventListener("change", () => {
    flip(!box.checked);
    if (QUIET.length) showQuietRoles();
    applyFilters(false);
  });
  row.appendChild(filled);
  row.appendChild(make("span", "", caption));
  counters.push([row.appendChild(make("span", "count", String(count))), count, counts]);
  return legend.appendChild(row);
};

// The lines of what waits join the legend with it.
const showQuietRoles = () => {
  const shown = ["CONCERNS", "SETS", "PART_OF"].some((name) => document.getElementById("role-" + name));
  if (!drawn.bundled && shown !== QUIET.some((kind) => !off.kinds.has(kind))) buildLegend();
};

/** @type {(set: Set<string>, name: string) => (isOff: boolean) => void} */
const flipIn = (set, name) => (isOff) => (isOff ? set.add(name) : set.delete(name));

/** @type {(text: string, colour: string) => HTMLElement} */
const glyph = (text, colour) => {
  const element = make("span", "glyph", text);
  element.style.color = lifted(colour);
  element.setAttribute("aria-hidden", "true");
  return element;
};

/** @param {Stroke} stroke */
const sample = (stroke) => {
  const canvas = make("canvas");
  canvas.width = 80;
  canvas.height = 24;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(2, 2);
  drawSample(context, 0, 6, 40, stroke);
  return canvas;
};

/** @type {(filled: HTMLElement, text: string, count?: number, counts?: string) => void} */
const key = (filled, text, count, counts) => {
  const row = legend.appendChild(make("div", "key"));
  row.appendChild(filled);
  row.appendChild(make("span", "", text));
  if (count && counts) counters.push([row.appendChild(make("span", "count", String(count))), count, counts]);
};

/** @type {(name: FilterName, title: string, options: string[][]) => void} */
const select = (name, title, options) => {
  if (!options.length) return;
  const row = legend.appendChild(make("label", "field"));
  row.appendChild(make("span", "", title));
  const box = row.appendChild(make("select"));
  box.id = "filter-" + name;
  for (const [value, text] of [["", words.all], ...options]) box.appendChild(make("option", "", text)).value = value;
  box.value = narrow[name];
  box.addEventListener("change", () => {
    narrow[name] = box.value;
    if (name === "agency") focused.clear();
    if (name === "agency" && box.value !== "") focused.add(nodes[Number(box.value)]);
    applyFilters(true);
  });
};

// A day by which things are due; a year of four digits only, or the browser has not been told the whole date yet.
const beforeField = () => {
  const row = legend.appendChild(make("label", "field"));
  row.appendChild(make("span", "", words.due_before));
  const box = row.appendChild(make("input"));
  box.type = "date";
  box.id = "filter-before";
  box.value = narrow.before;
  box.addEventListener("change", () => {
    narrow.before = /^\d{4}-/.test(box.value) ? box.value : "";
    applyFilters(true);
  });
};

/** @type {(kind: Kind) => string} */
export const hollowCaption = (kind) =>
  nodes.some((node) => node.kind === kind.name && node.hollow) ? (kind.name === "Agency" ? words.collective : words.ownerless) : "";

export const buildLegend = () => {
  if (!started) return;
  clear(legend);
  counters = [];
  const bundled = drawn.bundled;
  legend.appendChild(button("×", "drawer-close", () => openDrawer("legend", false))).setAttribute("aria-label", words.close);
  legend.appendChild(make("h2", "", words.things));
  for (const kind of drawnKinds()) {
    const row = tick(glyph(kind.glyph, kind.colour), kind.caption, kind.count, flipIn(off.kinds, kind.name), off.kinds.has(kind.name), kind.name);
    if (QUIET.includes(kind.name)) row.title = words.waiting_doc;
    if (hollowCaption(kind)) key(glyph(kind.hollow, kind.hollow_colour), hollowCaption(kind), nodes.filter((node) => node.kind === kind.name && node.hollow).length, kind.name + "Hollow");
  }
  if (lights.size && !bundled) {
    legend.appendChild(make("h2", "", words.lights));
    for (const light of content.lights) {
      const count = nodes.filter((node) => lightOf(node) === light).length;
      if (count) key(glyph("●", light.colour), words["light_" + light.name], count, "light " + light.name);
    }
  }
  if (drawnRoles().length) legend.appendChild(make("h2", "", bundled ? words.strongest_role : words.roles));
  /** @type {(role: Role) => boolean} */
  const waits = (role) => !bundled && !role.graded && QUIET.some((kind) => off.kinds.has(kind));
  for (const role of drawnRoles().filter((item) => !waits(item))) {
    const row = tick(sample({ color: lifted(role.colour), width: role.width + 0.4, dashes: [], opacity: 1, mark: bundled && role.name !== "LEADS" ? "" : role.mark }), role.caption, edges.filter((edge) => edge.kind === role.name).length, flipIn(off.roles, role.name), off.roles.has(role.name), role.name);
    row.id = "role-" + role.name;
  }
  if (content.roles.some((role) => role.graded)) {
    if (bundled) {
      legend.appendChild(make("h2", "", words.line_width));
      for (const count of SAMPLES) key(sample({ color: paint.quiet, width: widthFor(count), dashes: [], opacity: 1 }), say("tasks_n", { n: count }));
    }
    legend.appendChild(make("h2", "", bundled ? words.basis : words.bases));
    for (const basis of content.bases) {
      const row = tick(bundled ? make("span") : sample({ color: paint.quiet, width: 1.8, dashes: basis.dashes, opacity: 1 }), basis.caption, edges.filter((edge) => edge.facts.get("basis") === basis.name).length, flipIn(off.bases, basis.name), off.bases.has(basis.name), "basis " + basis.name);
      row.title = basis.doc;
    }
    const row = tick(bundled ? make("span") : sample({ color: paint.quiet, width: 0.9, dashes: [], opacity: 0.5 }), bundled ? words.inherited : words.inherited_line, edges.filter((edge) => edge.facts.get("inherited")).length, (isOff) => { off.inherited = isOff; }, off.inherited, "inherited");
    row.title = words.inherited_doc;
  }
  const industries = nodes.filter((node) => node.kind === "Industry").sort((a, b) => b.edges.length - a.edges.length || a.i - b.i);
  legend.appendChild(make("h2", "", words.narrow));
  const bodies = nodes.filter((node) => node.kind === "Agency").map((node) => ({ node, count: new Set(node.edges.filter(graded).map((edge) => edge.to)).size }));
  bodies.sort((a, b) => b.count - a.count || a.node.i - b.node.i);
  select("agency", words.agency, bodies.map(({ node, count }) => [String(node.i), node.short + "　" + count]));
  /** @type {string[][]} */
  const states = [];
  STATES.forEach((passes, name) => {
    const count = nodes.filter(passes).length;
    const text = name === "ownerless" ? words.ownerless_short : name === "unled" ? words.unled_tasks : words["light_" + name];
    if (count) states.push([name, text + "　" + count]);
  });
  select("state", words.state, states);
  select("plan", words.plan, content.plans.map((plan, i) => [String(i), plan.title]));
  select("region", words.region, Array.from(new Set(content.plans.map((plan) => plan.region || "").filter(Boolean))).sort().map((name) => [name, name]));
  select("industry", words.industry, industries.map((node) => [String(node.i), node.name]));
  select("year", words.year, dueChoices());
  if (nodes.some(dueOf)) beforeField();
  legend.appendChild(button(words.reset, "", () => {
    resetFilters();
    applyFilters(true);
  })).id = "reset";
};
