// What is drawn. In most maps it is all there is; in an overview agencies and plans are, and a line (a bundle) stands
// for all that an agency does in a plan. `drawn` holds shapes and lines either way, `lines` of a shape those that meet it.

import { content, edges, Facts, isLine, lines, nodes, otherEnd, places, planOf, roleOf } from "./data.js";

/** @import { Bundle, Edge, Group, Item, Line, Look, PlanShape, Point, Role, Shape, Thing } from "./data.js" */

/** @typedef {Point & Look} PlacedLook */
/** @typedef {{ text: string, colour: string, x: number, y: number, right: boolean }} Heading Words that head a sector. */
/** @typedef {{ nodes: Shape[], edges: Line[], ringed: Shape[] }} Lit What stands out when something is chosen. */
/** @typedef {{ by: string, lines: boolean, open: Set<string> }} Asked How an overview is summed up, and which groups are open. */
/**
 * @typedef {object} Scene
 * @property {Shape[]} nodes
 * @property {Line[]} edges
 * @property {boolean} bundled Whether its lines stand for several relationships.
 * @property {Map<Shape, PlacedLook>} looks
 * @property {Heading[]} words
 * @property {Set<Thing>} members
 * @property {string[]} missing What it leaves out, in words.
 * @property {Item | PlanShape} [centre]
 * @property {number} [half] Half of its width, where it was made for a window.
 * @property {boolean} [tall] Whether it is higher than the window, and begins at its top.
 * @property {boolean} [oneRegion]
 * @property {Map<Line, object>} [bends]
 * @property {{ asked: Asked, groups: Group[], bundles: Bundle[], hidden: number }} [sum]
 * @property {(thing: Thing) => Lit} [standIns] What is lit for a thing that has no shape here.
 */

export const overview = Boolean(content.ends);
export const owning = content.roles.filter((role) => role.graded);

/** @type {PlanShape[]} */
export const plans = !overview ? [] : content.plans.map((plan, p) => ({
  kind: "Plan", i: nodes.length + p, plan: p, name: plan.title, facts: plan.facts, mentions: plan.mentions, initials: plan.initials,
  edges: [], lines: [], bundles: [], tasks: [], targets: [], visible: true, at: { x: 0, y: 0 }, size: 0, weight: 0,
}));
for (const node of nodes) {
  if (!overview || node.plan === undefined) continue;
  if (node.kind === "Task") plans[node.plan].tasks.push(node);
  if (node.kind === "Target") plans[node.plan].targets.push(node);
}

/** @type {Shape[]} */
const shapes = overview ? [...nodes.filter((node) => node.kind === "Agency"), ...plans] : nodes;
/** @type {Bundle[]} */
export const bundles = [];
shapes.forEach((shape, n) => {
  shape.size = places[n].size;
  shape.at = { x: places[n].x, y: places[n].y };
  shape.lines = overview ? [] : shape.edges;
  shape.bundles = [];
});

/** @type {(members: Edge[]) => number} */
export const countOf = (members) => new Set(members.map((edge) => edge.to)).size;
/** @type {(members: Edge[]) => Role} */
export const strongest = (members) => /** @type {Role} */ (owning.find((role) => members.some((edge) => edge.kind === role.name)));

/**
 * What passes the filters says how wide a line is and what colour it has.
 * @type {(bundle: Bundle) => void}
 */
export const settle = (bundle) => {
  const left = bundle.members.filter((edge) => edge.visible);
  bundle.visible = left.length > 0 && bundle.from.visible && bundle.to.visible;
  bundle.count = countOf(left);
  bundle.kind = strongest(left.length ? left : bundle.members).name;
};
if (overview) {
  const byShape = new Map(shapes.map((shape) => [shape.i, shape]));
  /** @type {Map<string, Bundle>} */
  const byEnds = new Map();
  lines.forEach((line, i) => {
    const [from, to] = /** @type {[Shape, Shape]} */ ([byShape.get(line.from), byShape.get(line.to)]);
    /** @type {Bundle} */
    const bundle = { i, kind: "", facts: new Facts([]), from, to, members: [], count: 0, visible: true };
    byEnds.set(line.from + " " + line.to, bundle);
    for (const end of [from, to]) {
      end.lines.push(bundle);
      end.bundles.push(bundle);
    }
    bundles.push(bundle);
  });
  for (const edge of edges) {
    edge.bundle = (roleOf(edge).graded && edge.to.plan !== undefined && byEnds.get(edge.from.i + " " + plans[edge.to.plan].i)) || null;
    if (edge.bundle) edge.bundle.members.push(edge);
  }
  bundles.forEach(settle);
}

export const SAMPLES = [1, 10, 50]; // entries of the lines in the legend
/** @type {(count: number) => number} */
export const widthFor = (count) => Math.min(0.6 + 1.3 * Math.sqrt(count), 16);

// Words stand away from the lines: on the side where a shape has no neighbours. The title of a plan that shares no
// agency with another stands above all of its agencies, those in an outer column stand one below the other.
/** @type {Map<number, [top: number, bottom: number, count: number]>} */
const files = new Map();
/** @type {(plan: PlanShape) => [top: number, bottom: number, count: number]} */
const fileOf = (plan) => files.get(places[places.length - plans.length + plan.plan].x) || [Infinity, -Infinity, 0];
for (const plan of plans) {
  const [top, bottom, count] = fileOf(plan);
  files.set(plan.at.x, [Math.min(top, plan.at.y), Math.max(bottom, plan.at.y), count + 1]);
}
// Columns are two with all agencies between them; plans that a layout in rows has one below the other are none.
const inColumns = () => {
  const [low, high] = [Math.min(...plans.map((plan) => plan.at.x)), Math.max(...plans.map((plan) => plan.at.x))];
  return files.size === 2 && shapes.every(({ kind, at }) => kind === "Plan" || (at.x > low && at.x < high));
};
for (const plan of plans) plan.file = plan.lines.length > 0 && fileOf(plan)[2] > 1 && inColumns();
for (const shape of overview ? shapes : []) {
  const apart = shape.lines.map((line) => [shape.at.x - otherEnd(line, shape).at.x, shape.at.y - otherEnd(line, shape).at.y]);
  const [x, y] = [0, 1].map((axis) => apart.reduce((sum, step) => sum + step[axis], 0));
  const far = apart.reduce((sum, step) => sum + Math.hypot(step[0], step[1]), 0);
  const open = [y, x, -y, -x]; // below, right, above, left
  if (Math.hypot(x, y) > 0.3 * far) shape.sides = [0, 1, 2, 3].sort((a, b) => open[b] - open[a]);
  if (shape.file) shape.sides = [x > 0 ? 1 : 3];
  // Between two columns the agencies stand in two staggered files: names to the left of one and to the right of the other.
  const across = apart.map((step) => step[0]);
  const middle = Math.max(...across) + Math.min(...across);
  if (shape.kind === "Agency" && shape.lines.some((line) => line.to.file)) shape.sides = middle > 0 ? [1, 0, 2, 3] : [3, 0, 2, 1];
  shape.own = shape.kind === "Plan" && shape.lines.length > 2 && shape.lines.every((line) => line.from.lines.length === 1);
}

// What waits until the legend shows it: it is most of the lines and says nothing of who leads. A target with an owner of
// its own is a responsibility like a task and does not wait.
export const QUIET = nodes.some((node) => node.kind === "Task") ? ["Industry", "Target"] : [];
for (const node of nodes) node.owned = node.kind === "Target" && node.edges.some((edge) => edge.to === node && roleOf(edge).graded);

/** @type {Scene} */
export const base = { // the whole; other scenes stand around one thing or sum it up
  nodes: shapes, edges: overview ? bundles : edges, bundled: overview, words: [], missing: [],
  looks: new Map(shapes.map((shape) => [shape, { x: shape.at.x, y: shape.at.y, size: shape.size, sides: shape.sides, file: shape.file, own: shape.own, lines: shape.lines }])),
  members: new Set([...shapes, ...(overview ? bundles : edges)]),
};
export let drawn = base;
/** @type {(scene: Scene) => void} */
export const setDrawn = (scene) => { drawn = scene; };
/** @type {Thing | null} */
export let chosen = null;
/** @type {(thing: Thing | null) => void} */
export const setChosen = (thing) => { chosen = thing; };

/**
 * Tasks, targets and industries have no shape in an overview: the lines and plans that they belong to are lit for them.
 * @type {(thing: Item) => Item[]}
 */
export const tasksOf = (thing) => {
  if (thing.kind === "Industry") return thing.edges.filter((edge) => edge.kind === "CONCERNS").map((edge) => edge.from);
  if (thing.kind === "Target") return thing.edges.filter((edge) => edge.kind === "SETS").map((edge) => edge.from).concat([thing]);
  return [thing];
};
/** @type {(thing: Item | Edge) => Lit} */
export const standIns = (thing) => {
  const own = isLine(thing) ? thing.bundle : null;
  const of = new Set(isLine(thing) ? (own ? [thing.to] : tasksOf(thing.from)) : tasksOf(thing));
  /** @type {Set<Bundle>} */
  const found = new Set();
  /** @type {Set<Shape>} */
  const ringed = new Set();
  for (const task of of) {
    if (task.plan !== undefined) ringed.add(plans[task.plan]);
    for (const edge of task.edges) if (edge.bundle && edge.to === task && (!own || edge === thing)) found.add(edge.bundle);
  }
  const around = new Set(ringed);
  for (const bundle of found) around.add(bundle.from);
  return { nodes: Array.from(around), edges: Array.from(found).filter((bundle) => bundle.visible), ringed: Array.from(ringed) };
};

const several = new Set(content.plans.map((plan) => plan.region)).size > 1;
/**
 * The title of a plan, behind the name of its place where there are several and it does not name its own.
 * @type {(plan: PlanShape) => string}
 */
export const placedTitle = (plan) => {
  const region = (planOf(plan) || { region: null }).region || "";
  return several && region && !plan.name.includes(region.length > 2 ? region.slice(0, -1) : region) ? region + "·" + plan.name : plan.name;
};
const [OPENING, CLOSING] = ["“‘《（〈「", "”’》）〉」、，；"]; // what ends no row, and what begins none
export const ROW = 12; // signs of a row of a title
/**
 * The title of a plan takes as many rows as it needs when its plan is chosen, from afar two, in a column one.
 * @type {(plan: PlanShape, scale: number, row?: number) => string[]}
 */
export const rowsOf = (plan, scale, row = ROW) => {
  const name = plan.name;
  if (plan.file && plan !== chosen) {
    const region = (planOf(plan) || { region: null }).region || "";
    const rest = region && name.startsWith(region) ? name.slice(region.length) : name;
    const [top, bottom] = fileOf(plan);
    const room = Math.min(16, Math.max(8, Math.floor((bottom - top) * scale * 0.03)));
    return [rest.length > room ? rest.slice(0, room - 1) + "…" : rest];
  }
  const title = placedTitle(plan);
  const count = Math.ceil(title.length / row);
  const size = count > 2 && plan !== chosen ? row : Math.ceil(title.length / count);
  const rows = [];
  for (let at = 0; at < title.length;) {
    const end = at + size < title.length && OPENING.includes(title[at + size - 1]) ? at + size - 1 : at + size + (CLOSING.includes(title[at + size]) ? 1 : 0);
    rows.push(title.slice(at, end));
    at = end;
  }
  return rows.length < 3 || plan === chosen ? rows : [rows[0], rows[1].slice(0, size - 1) + "…"];
};

// Which kinds and relationships the legend can show or hide.
export const drawnKinds = () => content.kinds.filter((kind) => kind.count && (drawn.bundled ? kind.name === "Agency" || kind.name === "Plan" : kind.name !== "Plan" || drawn.nodes.some((node) => node.kind === "Plan")));
export const baseKinds = drawnKinds();
export const drawnRoles = () => (drawn.bundled ? owning : content.roles);
/** @type {(name: string) => number} */
export const counted = (name) => content.kinds.filter((kind) => kind.name === name).reduce((sum, kind) => sum + kind.count, 0);
