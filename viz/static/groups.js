// An overview as two columns: who on the left, by line or one by one, and what on the right, by region, plan or section.
// A group stands for all that it holds until it is opened; then its parts stand below it, down to single tasks.

import { byId } from "./common/dom.js";
import { content, edges, Facts, isEdge, kinds, nodes, planOf, roleOf, words } from "./data.js";
import { owning, plans, settle, tasksOf } from "./overview.js";
import { cut, isOrphan } from "./around.js";

/**
 * @typedef {{kind: string, i: number, name: string, visible: boolean, lines: any[], edges: any[], facts: Record<string, any>, [more: string]: any}} Row
 *   A shape of a column: a group, or an agency, task or target by itself.
 * @typedef {{by: string, lines: boolean, open: Set<string>}} Asked How the map is summed up, and which groups are open.
 */

const MOST = 24; // rows of one list; the others wait in a group of their own
/** @type {Map<string, Row>} */
const made = new Map();
kinds.set("Group", Object.assign({}, kinds.get("Plan"), { name: "Group", caption: words.group }));

/**
 * The group of a key, the same object each time, so that it stays chosen from view to view.
 * @param {string} key
 * @param {() => object} make
 * @returns {Row}
 */
const groupAt = (key, make) => {
  if (!made.has(key)) made.set(key, Object.assign({ kind: "Group", key, i: nodes.length + plans.length + made.size, facts: {}, edges: [], bundles: [], lines: [], visible: true }, make()));
  return /** @type {Row} */ (made.get(key));
};

const items = nodes.filter((node) => node.kind === "Task" || node.owned);
const dutiesOf = (agency) => agency.edges.filter((edge) => roleOf(edge).graded && edge.from === agency).map((edge) => edge.to);

/** @param {any[]} held @param {(item: any) => string} nameOf @returns {Map<string, any[]>} */
const byName = (held, nameOf) => {
  const found = new Map();
  for (const item of held) {
    const name = nameOf(item);
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(item);
  }
  return found;
};
const heaviest = (a, b) => b.items.length - a.items.length || a.i - b.i;

const planGroup = (p, held) => groupAt("p" + p, () => ({ level: "plan", name: content.plans[p].title, plan: p, depth: 0, items: held, holds: held }));
const plansOf = (held) => Array.from(byName(held, (item) => String(item.plan)), ([p, own]) => planGroup(Number(p), own)).sort(heaviest);
const regionGroups = (held) => Array.from(byName(held, (item) => (planOf(item) || {}).region || words.no_region), ([name, own]) =>
  groupAt("r" + own[0].plan, () => ({ level: "region", name, items: own, holds: own }))).sort(heaviest);
// The sections below a heading in their order, and what stands in none of them.
const sectionsOf = (held, depth) => [].concat(...Array.from(byName(held, (item) => item.plan + "/" + ((item.path || [])[depth] || "")), ([, own]) => {
  const name = (own[0].path || [])[depth];
  return name ? [groupAt("s" + depth + "." + own[0].i, () => ({ level: "section", name, depth: depth + 1, plan: own[0].plan, items: own, holds: own }))] : own;
}));
const agenciesOf = (bodies) => bodies.slice().sort((a, b) => dutiesOf(b).length - dutiesOf(a).length || a.i - b.i);
const lineGroups = (bodies) => Array.from(byName(bodies, (body) => body.facts.functional_line || words.no_line), ([name, own]) =>
  groupAt("l" + own[0].i, () => ({ level: "line", name, side: "who", items: Array.from(new Set([].concat(...own.map(dutiesOf)))), holds: own })))
  .sort((a, b) => Number(a.name === words.no_line) - Number(b.name === words.no_line) || heaviest(a, b));

/** @param {Row} group @returns {Row[]} */
export const partsOf = (group) => {
  if (group.level === "rest") return group.parts;
  if (group.level === "line") return agenciesOf(group.holds);
  if (group.level === "region") return plansOf(group.items);
  return sectionsOf(group.items, group.depth);
};
// A long list is cut, and says so: what is left is one more group.
const shortened = (list, key, side) => {
  if (list.length <= MOST) return list;
  const parts = list.slice(MOST - 1);
  const itemsOf = (part) => part.items || (side === "who" ? dutiesOf(part) : [part]);
  return list.slice(0, MOST - 1).concat([groupAt(key + "+", () => ({
    level: "rest", name: words.group_rest, side, parts, items: Array.from(new Set([].concat(...parts.map(itemsOf)))), holds: [].concat(...parts.map((part) => part.holds || [part])),
  }))]);
};

/** Which sums are worth offering: with one plan there is nothing to sum by region or plan. */
export const levelsHere = () => {
  const owned = content.plans.length > 1;
  return (new Set(content.plans.map((plan) => plan.region)).size > 1 ? ["region"] : []).concat(owned ? ["plan"] : [], ["section"]);
};

/**
 * The picture of what is asked for.
 * @param {Asked} asked
 */
export const groupScene = (asked) => {
  const roots = asked.by === "region" ? regionGroups(items) : asked.by === "plan" ? plansOf(items) : sectionsOf(items, 0);
  const bodies = nodes.filter((node) => node.kind === "Agency" && dutiesOf(node).length);
  const rowOf = new Map();
  const columns = { who: [], what: [] };
  const put = (list, key, side, depth) => {
    for (const thing of shortened(list, key, side)) {
      const open = thing.kind === "Group" && asked.open.has(thing.key);
      columns[side].push({ thing, depth, open });
      if (open) put(partsOf(thing), thing.key, side, depth + 1);
      else for (const held of thing.kind === "Group" ? thing.holds : [thing]) rowOf.set(held, thing);
    }
  };
  put(asked.lines ? lineGroups(bodies) : agenciesOf(bodies), "who", "who", 0);
  put(roots, "what", "what", 0);

  const byEnds = new Map();
  const bundleOf = new Map();
  for (const edge of edges) {
    const [from, to] = [rowOf.get(edge.from), rowOf.get(edge.to)];
    if (!from || !to || !roleOf(edge).graded) continue;
    const key = from.i + " " + to.i;
    if (!byEnds.has(key)) byEnds.set(key, { i: byEnds.size, kind: "", facts: new Facts([]), from, to, members: [], count: 0, visible: true });
    byEnds.get(key).members.push(edge);
    bundleOf.set(edge, byEnds.get(key));
  }
  const bundles_ = Array.from(byEnds.values());
  bundles_.forEach(settle);
  return Object.assign({ asked, by: asked.by, bundled: true, edges: bundles_, bundles: bundles_, words: [], missing: [], standIns: (thing) => standInsHere(thing, rowOf, bundleOf) }, placed(columns, bundles_, rowOf));
};

// Two columns, each as tall as its rows: parts stand a step further out than what they are parts of.
const placed = (columns, bundles_, rowOf) => {
  const frame = byId("stage");
  const half = Math.max(frame.clientWidth, 700) / 2 - 8;
  const small = Math.min(1, frame.clientWidth / (2 * half + 16));
  const height = Math.max(frame.clientHeight, 420) - 30;
  const inner = Math.min(150, half * 0.28) * (small < 1 ? small : 1);
  const looks = new Map();
  for (const side of ["who", "what"]) {
    const sign = side === "who" ? -1 : 1;
    const rows = columns[side];
    const pitch = Math.min(rows.length < 10 ? 84 : 40, Math.max(18, height / Math.max(rows.length, 1))) / small;
    rows.forEach(({ thing, depth, open }, n) => {
      const x = inner + depth * 20;
      const room = Math.max(6, Math.floor(((half - x - 22) * small) / 13));
      if (thing.kind === "Group") Object.assign(thing, { hollow: open, open, look: side === "who" ? "Agency" : "Plan", label: labelOfGroup(thing, open, room) });
      looks.set(thing, { x: sign * x, y: (n - (rows.length - 1) / 2) * pitch, size: thing.kind === "Group" && !open ? 8 : 6, sides: [sign > 0 ? 1 : 3], file: true, brief: room });
    });
  }
  const inside = Array.from(looks.keys());
  for (const thing of inside) looks.get(thing).lines = [];
  for (const bundle of bundles_) {
    looks.get(bundle.from).lines.push(bundle);
    looks.get(bundle.to).lines.push(bundle);
  }
  // An open group has the lines of its parts.
  for (const thing of inside.filter((row) => row.open)) looks.get(thing).lines = bundles_.filter((bundle) => thing.holds.some((held) => rowOf.get(held) === bundle.from || rowOf.get(held) === bundle.to));
  const bodies = inside.filter((thing) => thing.kind === "Agency");
  return {
    half, looks, nodes: inside, groups: inside.filter((thing) => thing.kind === "Group"), members: new Set(inside.concat(bundles_)),
    oneRegion: new Set(bodies.map((body) => body.facts.region)).size < 2,
    hidden: columns.what.filter((row) => row.thing.kind === "Group" && !row.open).reduce((sum, row) => sum + row.thing.items.length, 0),
  };
};
// Its name as far as there is room, and the number of what it holds whatever the room.
const labelOfGroup = (group, open, room) => {
  const orphans = group.side === "who" ? 0 : group.items.filter(isOrphan).length;
  const tail = "　" + group.items.length + (orphans && room > 14 ? words.group_orphans.replace("{n}", String(orphans)) : "");
  return (open ? "▾ " : "▸ ") + cut(group.name, Math.max(4, room - 1 - Math.ceil(tail.length * 0.7))) + tail;
};

// What has no row of its own is lit as the group that holds it.
const standInsHere = (thing, rowOf, bundleOf) => {
  const of = isEdge(thing) ? [thing.to] : thing.kind === "Agency" ? [thing] : tasksOf(thing);
  const rows = new Set(of.map((held) => rowOf.get(held)).filter(Boolean));
  const found = new Set();
  for (const held of of) for (const edge of held.edges) if (bundleOf.has(edge) && (!isEdge(thing) || edge === thing)) found.add(bundleOf.get(edge));
  const around = new Set(rows);
  for (const bundle of found) around.add(bundle.from).add(bundle.to);
  return { nodes: Array.from(around), edges: Array.from(found).filter((bundle) => bundle.visible), ringed: Array.from(rows) };
};
export const rolesOf = (group) => {
  const held = new Set(group.holds);
  const own = edges.filter((edge) => roleOf(edge).graded && (held.has(edge.to) || held.has(edge.from)));
  return owning.map((role) => [role.caption, new Set(own.filter((edge) => edge.kind === role.name).map((edge) => edge.to)).size]).filter((pair) => pair[1]);
};
