// The legend is the filter: what is unticked leaves the picture, and the count below it says what is left.

import { button, byId, clear, make } from "./shared/dom.js";
import { content, edges, lightOf, lights, nodes, otherEnd, planOf, roleOf, roles, say, words } from "./data.js";
import {
  base, bundles, chosen, drawn, drawnKinds, drawnRoles, overview, plans, QUIET, SAMPLES, settle, widthFor,
} from "./overview.js";
import { drawSample, fitVisible, showVisible } from "./canvas.js";
import { weigh } from "./labels.js";
import { graded, isOrphan } from "./around.js";
import { choose, showStart } from "./panel.js";
import { showTable } from "./table.js";

export const off = { kinds: new Set(overview ? [] : QUIET), roles: new Set(), bases: new Set(), inherited: false };
export const narrow = { industry: "", plan: "", region: "", year: "", state: "", agency: "" };
let focused = null;

const wideToNarrow = (industry) => {
  const all = new Set([industry]);
  for (const node of all) {
    for (const edge of node.edges) if (edge.kind === "PART_OF" && edge.to === node) all.add(edge.from);
  }
  return all;
};

const edgePasses = (edge) =>
  !off.roles.has(edge.kind) && !(edge.facts.get("basis") && off.bases.has(edge.facts.get("basis"))) && !(off.inherited && edge.facts.get("inherited"));

const planPasses = (node) =>
  (narrow.plan === "" || node.plan === Number(narrow.plan)) && (narrow.region === "" || (planOf(node) || {}).region === narrow.region);
const yearPasses = (node) => narrow.year === "" || (node.years || []).includes(Number(narrow.year));

const hasLead = (task) => task.edges.some((edge) => edge.kind === "LEADS" && edge.to === task);
const STATES = new Map([["ownerless", isOrphan], ["unled", (node) => node.kind === "Task" && !node.hollow && !hasLead(node)]]);
for (const light of content.lights) STATES.set(light.name, (node) => lightOf(node) === light);
const statePasses = (node) => narrow.state === "" || STATES.get(narrow.state)(node);

export const applyFilters = (fit) => {
  const industries = narrow.industry === "" ? null : wideToNarrow(nodes[Number(narrow.industry)]);
  const near = focused === null ? null : new Set([focused].concat(focused.edges.map((edge) => otherEnd(edge, focused))));
  const graded = roles.size && (Array.from(off.roles).some((name) => roles.get(name).graded) || off.bases.size || off.inherited);
  const narrowed = Object.keys(narrow).some((name) => name !== "agency" && narrow[name]) || focused !== null || graded;
  for (const edge of edges) edge.visible = edgePasses(edge);
  for (const node of nodes) {
    if (node.kind === "Task") {
      const links = node.edges.filter((edge) => edge.visible);
      node.visible = planPasses(node) && yearPasses(node) && statePasses(node)
        && (industries === null || links.some((edge) => industries.has(otherEnd(edge, node))))
        && (near === null || near.has(node))
        && (!graded || links.some((edge) => roleOf(edge).graded));
    }
  }
  // The rest stands with the tasks it touches, as soon as the tasks are chosen by something that is not its own;
  // an agency also with the targets that it answers for itself.
  const touches = (node, kind) => node.edges.some((edge) => edge.visible && otherEnd(edge, node).kind === kind && otherEnd(edge, node).visible);
  const joined = (node) => node === focused || touches(node, "Task") || (node.kind === "Agency" && touches(node, "Target"));
  const owned = (node) => node.edges.some((edge) => edge.visible && roleOf(edge).graded);
  const chosenItself = (node) => industries === null && narrow.state === "" && (near === null || near.has(node)) && (!graded || owned(node));
  const cutOff = (node) => node.edges.length > 0 && !node.edges.some((edge) => edge.visible);
  for (const node of nodes.filter((item) => item.kind === "Target").concat(nodes.filter((item) => item.kind !== "Target"))) {
    if (node.kind === "Target") node.visible = planPasses(node) && yearPasses(node) && (chosenItself(node) || joined(node));
    else if (node.kind === "Industry" && industries !== null) node.visible = industries.has(node);
    else if (node.kind !== "Task") node.visible = !narrowed || joined(node);
    if (node.kind !== "Task") node.visible = node.visible && !cutOff(node);
  }
  const kindPasses = (node) => !off.kinds.has(node.kind) || (node.owned && !off.kinds.has("Task"));
  for (const node of nodes) node.visible = node.visible && kindPasses(node);
  for (const edge of edges) edge.visible = edge.visible && edge.from.visible && edge.to.visible;
  for (const plan of plans) plan.visible = !off.kinds.has("Plan") && planPasses(plan) && (!narrowed || plan.tasks.concat(plan.targets).some((item) => item.visible));
  bundles.forEach(settle);
  weigh();
  showVisible();
  if (fit) fitVisible();
  byId("empty").hidden = drawn.nodes.some((node) => node.visible);
  if (started) tellFilters();
};

// What the filters leave, in numbers and lists.
let started = false; // lists and numbers wait until the picture is there
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
  const pool = drawn.bundled ? nodes.concat(plans) : drawn.nodes;
  const seen = (kind) => pool.filter((node) => node.kind === kind.name && node.visible).length;
  const waits = (kind) => off.kinds.has(kind.name) && QUIET.includes(kind.name);
  const parts = content.kinds.filter((kind) => kind.count && !(waits(kind) && !seen(kind))).map((kind) => {
    const visible = seen(kind);
    return kind.caption + " " + (visible === kind.count ? visible : visible + "/" + kind.count);
  });
  const visible = drawn.edges.filter((edge) => edge.visible).length;
  const all = drawn === base ? base.edges.length : edges.length;
  parts.push(words.lines + " " + (visible === all ? visible : visible + "/" + all));
  let text = (drawn.bundled ? words.overview : words.showing) + "：" + parts.join("　");
  const waiting = content.kinds.filter((kind) => kind.count && waits(kind) && seen(kind) < kind.count);
  if (waiting.length) text += "　" + say("waiting", { names: waiting.map((kind) => kind.caption + " " + (kind.count - seen(kind))).join("、") });
  if (focused !== null) text += "　" + say("only_now", { name: focused.name });
  byId("count").textContent = text;
};

export const focusOn = (node) => {
  focused = node;
  narrow.agency = node.kind === "Agency" ? String(node.i) : "";
  if (byId("filter-agency")) byId("filter-agency").value = narrow.agency;
  applyFilters(true);
};

const legend = byId("legend");

// The numbers of the legend: what is left of how much, counted in one pass.
let counters = [];
const countLegend = () => {
  const left = new Map();
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
    if (edge.facts.get("basis")) add("basis " + edge.facts.get("basis"));
    if (edge.facts.get("inherited")) add("inherited");
  }
  for (const [span, all, name] of counters) span.textContent = (left.get(name) || 0) === all ? String(all) : (left.get(name) || 0) + "/" + all;
};

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
  if (count !== null) counters.push([row.appendChild(make("span", "count", String(count))), count, counts]);
  return legend.appendChild(row);
};

// The lines of what waits join the legend with it.
const showQuietRoles = () => {
  const shown = Boolean(byId("role-CONCERNS") || byId("role-SETS") || byId("role-PART_OF"));
  if (!drawn.bundled && shown !== QUIET.some((kind) => !off.kinds.has(kind))) buildLegend();
};

const flipIn = (set, name) => (isOff) => (isOff ? set.add(name) : set.delete(name));

const glyph = (text, colour) => {
  const element = make("span", "glyph", text);
  element.style.color = colour;
  element.setAttribute("aria-hidden", "true");
  return element;
};

const sample = (stroke) => {
  const canvas = make("canvas");
  canvas.width = 80;
  canvas.height = 24;
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  drawSample(context, 0, 6, 40, stroke);
  return canvas;
};

const key = (filled, text, count, counts) => {
  const row = legend.appendChild(make("div", "key"));
  row.appendChild(filled);
  row.appendChild(make("span", "", text));
  if (count) counters.push([row.appendChild(make("span", "count", String(count))), count, counts]);
};

const select = (name, title, options) => {
  if (!options.length) return;
  const row = legend.appendChild(make("label", "field"));
  row.appendChild(make("span", "", title));
  const box = row.appendChild(make("select"));
  box.id = "filter-" + name;
  for (const [value, text] of [["", words.all]].concat(options)) box.appendChild(make("option", "", text)).value = value;
  box.value = narrow[name];
  box.addEventListener("change", () => {
    narrow[name] = box.value;
    if (name === "agency") focused = box.value === "" ? null : nodes[Number(box.value)];
    applyFilters(true);
  });
};

export const hollowCaption = (kind) =>
  nodes.some((node) => node.kind === kind.name && node.hollow) ? (kind.name === "Agency" ? words.collective : words.ownerless) : "";

export const buildLegend = () => {
  if (!started) return;
  clear(legend);
  counters = [];
  const bundled = drawn.bundled;
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
  const waits = (role) => !bundled && !role.graded && QUIET.some((kind) => off.kinds.has(kind));
  for (const role of drawnRoles().filter((item) => !waits(item))) {
    const row = tick(sample({ color: role.colour, width: role.width + 0.4, dashes: [], opacity: 1, mark: bundled && role.name !== "LEADS" ? "" : role.mark }), role.caption, edges.filter((edge) => edge.kind === role.name).length, flipIn(off.roles, role.name), off.roles.has(role.name), role.name);
    row.id = "role-" + role.name;
  }
  if (content.roles.some((role) => role.graded)) {
    if (bundled) {
      legend.appendChild(make("h2", "", words.line_width));
      for (const count of SAMPLES) key(sample({ color: "#3a4652", width: widthFor(count), dashes: [], opacity: 1 }), say("tasks_n", { n: count }));
    }
    legend.appendChild(make("h2", "", bundled ? words.basis : words.bases));
    for (const basis of content.bases) {
      const row = tick(bundled ? make("span") : sample({ color: "#3a4652", width: 1.8, dashes: basis.dashes, opacity: 1 }), basis.caption, edges.filter((edge) => edge.facts.get("basis") === basis.name).length, flipIn(off.bases, basis.name), off.bases.has(basis.name), "basis " + basis.name);
      row.title = basis.doc;
    }
    const row = tick(bundled ? make("span") : sample({ color: "#3a4652", width: 0.9, dashes: [], opacity: 0.5 }), bundled ? words.inherited : words.inherited_line, edges.filter((edge) => edge.facts.get("inherited")).length, (isOff) => { off.inherited = isOff; }, off.inherited, "inherited");
    row.title = words.inherited_doc;
  }
  const some = (values) => Array.from(new Set(values)).sort();
  const industries = nodes.filter((node) => node.kind === "Industry").sort((a, b) => b.edges.length - a.edges.length || a.i - b.i);
  legend.appendChild(make("h2", "", words.narrow));
  const bodies = nodes.filter((node) => node.kind === "Agency").map((node) => [node, new Set(node.edges.filter(graded).map((edge) => edge.to)).size]);
  bodies.sort((a, b) => b[1] - a[1] || a[0].i - b[0].i);
  select("agency", words.agency, bodies.map(([node, count]) => [String(node.i), node.short + "　" + count]));
  const states = [["ownerless", words.ownerless_short], ["unled", words.unled_tasks]].concat(content.lights.map((light) => [light.name, words["light_" + light.name]])).map(([name, text]) => [name, text + "　" + nodes.filter(STATES.get(name)).length, nodes.some(STATES.get(name))]);
  select("state", words.state, states.filter((item) => item[2]));
  select("plan", words.plan, content.plans.map((plan, i) => [String(i), plan.title]));
  select("region", words.region, some(content.plans.map((plan) => plan.region).filter(Boolean)).map((name) => [name, name]));
  select("industry", words.industry, industries.map((node) => [String(node.i), node.name]));
  select("year", words.year, some([].concat(...nodes.map((node) => node.years || []))).map((year) => [String(year), say("due_in", { n: year })]));
  legend.appendChild(button(words.reset, "", () => {
    resetFilters();
    applyFilters(true);
  })).id = "reset";
};

const resetFilters = () => {
  off.kinds = new Set(drawn.bundled ? [] : QUIET);
  off.roles.clear();
  off.bases.clear();
  off.inherited = false;
  focused = null;
  for (const name of Object.keys(narrow)) narrow[name] = "";
  buildLegend();
};

export const beginLists = () => {
  started = true;
  buildLegend();
  tellFilters();
  document.documentElement.setAttribute("data-ready", "true");
};
