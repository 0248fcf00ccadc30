// What is drawn. In most maps it is all there is; in an overview agencies and plans are, and a line (a bundle) stands
// for all that an agency does in a plan. `drawn` holds shapes and lines either way, `lines` of a shape those that meet it.

import { content, edges, Facts, isEdge, lines, nodes, otherEnd, planOf, roleOf, shapes } from "./data.js";

export const overview = Boolean(content.ends);
export const owning = content.roles.filter((role) => role.graded);

export const plans = !overview ? [] : content.plans.map((plan, p) => ({
  kind: "Plan", i: nodes.length + p, plan: p, name: plan.title, facts: plan.facts, mentions: plan.mentions, initials: plan.initials, edges: [], tasks: [], targets: [], visible: true,
}));
for (const node of nodes) {
  if (overview && node.plan !== undefined && node.kind === "Task") plans[node.plan].tasks.push(node);
  if (overview && node.plan !== undefined && node.kind === "Target") plans[node.plan].targets.push(node);
}

export let drawn = overview ? { nodes: nodes.filter((node) => node.kind === "Agency").concat(plans), edges: [] } : { nodes, edges };
export const setDrawn = (scene) => { drawn = scene; };
export let chosen = null; // a node or an edge
export const setChosen = (thing) => { chosen = thing; };
drawn.nodes.forEach((node, n) => {
  node.size = shapes[n].size;
  node.shape = shapes[n];
  node.lines = overview ? [] : node.edges;
});

if (overview) {
  const byShape = new Map(drawn.nodes.map((node) => [node.i, node]));
  const byEnds = new Map();
  lines.forEach((line, i) => {
    const bundle = { i, kind: "", facts: new Facts([]), from: byShape.get(line.from), to: byShape.get(line.to), members: [], count: 0, visible: true };
    byEnds.set(line.from + " " + line.to, bundle);
    bundle.from.lines.push(bundle);
    bundle.to.lines.push(bundle);
    drawn.edges.push(bundle);
  });
  for (const edge of edges) {
    edge.bundle = roleOf(edge).graded && edge.to.plan !== undefined ? byEnds.get(edge.from.i + " " + plans[edge.to.plan].i) : null;
    if (edge.bundle) edge.bundle.members.push(edge);
  }
}

export const countOf = (members) => new Set(members.map((edge) => edge.to)).size;
export const strongest = (members) => owning.find((role) => members.some((edge) => edge.kind === role.name));

// What passes the filters says how wide a line is and what colour it has.
export const settle = (bundle) => {
  const left = bundle.members.filter((edge) => edge.visible);
  bundle.visible = left.length > 0 && bundle.from.visible && bundle.to.visible;
  bundle.count = countOf(left);
  bundle.kind = strongest(left.length ? left : bundle.members).name;
};
export const bundles = overview ? drawn.edges : [];
bundles.forEach(settle);

export const SAMPLES = [1, 10, 50]; // entries of the lines in the legend
export const widthFor = (count) => Math.min(0.6 + 1.3 * Math.sqrt(count), 16);

// Tasks, targets and industries have no shape in an overview: the lines and plans that they belong to are lit for them.
export const tasksOf = (thing) => {
  if (thing.kind === "Industry") return thing.edges.filter((edge) => edge.kind === "CONCERNS").map((edge) => edge.from);
  if (thing.kind === "Target") return thing.edges.filter((edge) => edge.kind === "SETS").map((edge) => edge.from).concat([thing]);
  return [thing];
};
export const standIns = (thing) => {
  const of = new Set(isEdge(thing) ? (thing.bundle ? [thing.to] : tasksOf(thing.from)) : tasksOf(thing));
  const found = new Set();
  const ringed = new Set();
  for (const task of of) {
    if (task.plan !== undefined) ringed.add(plans[task.plan]);
    for (const edge of task.edges) if (edge.bundle && edge.to === task && (!thing.bundle || edge === thing)) found.add(edge.bundle);
  }
  const around = new Set(ringed);
  for (const bundle of found) around.add(bundle.from);
  return { nodes: Array.from(around), edges: Array.from(found).filter((bundle) => bundle.visible), ringed: Array.from(ringed) };
};

// Words stand away from the lines: on the side where a shape has no neighbours. The title of a plan that shares no
// agency with another stands above all of its agencies, those in an outer column stand one below the other.
const files = new Map();
for (const plan of plans) {
  const [top, bottom, count] = files.get(plan.shape.x) || [Infinity, -Infinity, 0];
  files.set(plan.shape.x, [Math.min(top, plan.shape.y), Math.max(bottom, plan.shape.y), count + 1]);
}
for (const plan of plans) plan.file = plan.lines.length > 0 && files.get(plan.shape.x)[2] > 1;
for (const node of overview ? drawn.nodes : []) {
  const apart = node.lines.map((line) => [node.shape.x - otherEnd(line, node).shape.x, node.shape.y - otherEnd(line, node).shape.y]);
  const [x, y] = [0, 1].map((axis) => apart.reduce((sum, step) => sum + step[axis], 0));
  const far = apart.reduce((sum, step) => sum + Math.hypot(step[0], step[1]), 0);
  const open = [y, x, -y, -x]; // below, right, above, left
  if (Math.hypot(x, y) > 0.3 * far) node.sides = [0, 1, 2, 3].sort((a, b) => open[b] - open[a]);
  if (node.file) node.sides = [x > 0 ? 1 : 3];
  // Between two columns the agencies stand in two staggered files: names to the left of one and to the right of the other.
  const across = apart.map((step) => step[0]);
  const middle = Math.max(...across) + Math.min(...across);
  if (node.kind === "Agency" && node.lines.some((line) => line.to.file)) node.sides = middle > 0 ? [1, 0, 2, 3] : [3, 0, 2, 1];
  node.own = node.kind === "Plan" && node.lines.length > 2 && node.lines.every((line) => line.from.lines.length === 1);
}

// A title takes as many rows as it needs when its plan is chosen, from afar two, in a column one.
const ROW = 12;
export const rowsOf = (node, scale) => {
  if (node.file && node !== chosen) {
    const region = planOf(node).region || "";
    const rest = region && node.name.startsWith(region) ? node.name.slice(region.length) : node.name;
    const [top, bottom] = files.get(node.shape.x);
    const room = Math.min(16, Math.max(8, Math.floor((bottom - top) * scale * 0.03)));
    return [rest.length > room ? rest.slice(0, room - 1) + "…" : rest];
  }
  const count = Math.ceil(node.name.length / ROW);
  const size = count > 2 && node !== chosen ? ROW : Math.ceil(node.name.length / count);
  const rows = [];
  for (let at = 0; at < node.name.length; at += size) rows.push(node.name.slice(at, at + size));
  return rows.length < 3 || node === chosen ? rows : [rows[0], rows[1].slice(0, size - 1) + "…"];
};

// Which kinds and relationships the legend can show or hide.
export const drawnKinds = () => content.kinds.filter((kind) => kind.count && (drawn.bundled ? kind.name === "Agency" || kind.name === "Plan" : kind.name !== "Plan" || drawn.nodes.some((node) => node.kind === "Plan")));
export const drawnRoles = () => (drawn.bundled ? owning : content.roles);
export const counted = (name) => content.kinds.find((kind) => kind.name === name).count;

// What waits until the legend shows it: it is most of the lines and says nothing of who leads. A target with an owner of
// its own is a responsibility like a task and does not wait.
export const QUIET = nodes.some((node) => node.kind === "Task") ? ["Industry", "Target"] : [];
for (const node of nodes) node.owned = node.kind === "Target" && node.edges.some((edge) => edge.to === node && roleOf(edge).graded);
for (const node of drawn.nodes) {
  node.at = { x: node.shape.x, y: node.shape.y };
  node.bundles = overview ? node.lines : [];
}
drawn.bundled = overview;
drawn.words = [];
drawn.looks = new Map(drawn.nodes.map((node) => [node, { x: node.shape.x, y: node.shape.y, size: node.size, sides: node.sides, file: node.file, own: node.own, lines: node.lines }]));
drawn.members = new Set(drawn.nodes.concat(drawn.edges));
export const base = drawn; // the whole; other scenes stand around one thing
base.kinds = drawnKinds();
