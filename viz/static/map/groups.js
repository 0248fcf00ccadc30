// An overview as two columns: who on the left, by line or one by one, and what on the right, by region, plan or section.
// A group stands for all that it holds until it is opened; then its parts stand below it, down to single tasks.

import { byId } from "../common/dom.js";
import { content, edges, Facts, isLine, kinds, nodes, regionOf, roleOf, words } from "./data.js";
import { owning, plans, settle, tasksOf } from "./overview.js";
import { cut, graded, isOrphan } from "./around.js";

/** @import { Bundle, Edge, Group, GroupOnly, Item, Kind, Shape, Thing } from "./data.js" */
/** @import { Asked, Lit, PlacedLook, Scene } from "./overview.js" */
/** @typedef {"who" | "what"} Side */
/** @typedef {Item | Group} Row A shape of a column: a group, or an agency, task or target by itself. */
/** @typedef {{ thing: Row, depth: number, open: boolean }} PlacedRow */
/** @typedef {Pick<GroupOnly, "level" | "items" | "holds"> & Partial<GroupOnly> & { name: string, plan?: number }} Made What makes a group. */

const MOST = 24; // rows of one list; the others wait in a group of their own
/** @type {Map<string, Group>} */
const made = new Map();
kinds.set("Group", Object.assign({}, /** @type {Kind} */ (kinds.get("Plan")), { name: "Group", caption: words.group }));

/**
 * The group of a key, the same object each time, so that it stays chosen from view to view.
 * @type {(key: string, make: () => Made) => Group}
 */
const groupAt = (key, make) => {
  const known = made.get(key);
  if (known) return known;
  /** @type {Group} */
  const group = Object.assign({ kind: /** @type {"Group"} */ ("Group"), key, i: nodes.length + plans.length + made.size, facts: {}, edges: [], bundles: [], lines: [], visible: true, at: { x: 0, y: 0 }, size: 0, weight: 0 }, make());
  made.set(key, group);
  return group;
};

const items = nodes.filter((node) => node.kind === "Task" || node.owned);
/** @type {(agency: Shape) => Item[]} */
const dutiesOf = (agency) => agency.edges.filter((edge) => graded(edge) && edge.from === agency).map((edge) => edge.to);

/** @type {(held: Item[], nameFor: (item: Item) => string) => [string, Item[]][]} */
const byName = (held, nameFor) => {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of held) {
    const name = nameFor(item);
    const own = found.get(name);
    if (own) own.push(item);
    else found.set(name, [item]);
  }
  return Array.from(found);
};
/** @type {(a: Group, b: Group) => number} */
const heaviest = (a, b) => b.items.length - a.items.length || a.i - b.i;

/** @type {(p: number, held: Item[]) => Group} */
const planGroup = (p, held) => groupAt("p" + p, () => ({ level: "plan", name: content.plans[p].title, plan: p, depth: 0, items: held, holds: held }));
/** @type {(held: Item[]) => Group[]} */
const plansOf = (held) => byName(held, (item) => String(item.plan)).map(([p, own]) => planGroup(Number(p), own)).sort(heaviest);
/** @type {(held: Item[]) => Group[]} */
const regionGroups = (held) => byName(held, (item) => regionOf({ plan: item.plan, facts: {} }) || words.no_region)
  .map(([name, own]) => groupAt("r" + own[0].plan, () => ({ level: "region", name, items: own, holds: own }))).sort(heaviest);
/**
 * The sections below a heading in their order, and what stands in none of them.
 * @type {(held: Item[], depth: number) => Row[]}
 */
const sectionsOf = (held, depth) => {
  /** @type {Row[]} */
  const found = [];
  for (const [, own] of byName(held, (item) => item.plan + "/" + ((item.path || [])[depth] || ""))) {
    const name = (own[0].path || [])[depth];
    if (name) found.push(groupAt("s" + depth + "." + own[0].i, () => ({ level: "section", name, depth: depth + 1, plan: own[0].plan, items: own, holds: own })));
    else found.push(...own);
  }
  return found;
};
/** @type {(bodies: Item[]) => Item[]} */
const agenciesOf = (bodies) => bodies.slice().sort((a, b) => dutiesOf(b).length - dutiesOf(a).length || a.i - b.i);
/** @type {(bodies: Item[]) => Group[]} */
const lineGroups = (bodies) => byName(bodies, (body) => body.facts.functional_line || words.no_line)
  .map(([name, own]) => groupAt("l" + own[0].i, () => ({ level: "line", name, side: "who", items: union(own.map(dutiesOf)), holds: own })))
  .sort((a, b) => Number(a.name === words.no_line) - Number(b.name === words.no_line) || heaviest(a, b));
/** @type {(lists: Item[][]) => Item[]} */
const union = (lists) => {
  /** @type {Set<Item>} */
  const found = new Set();
  for (const list of lists) for (const item of list) found.add(item);
  return Array.from(found);
};

/** @type {(group: Group) => Row[]} */
export const partsOf = (group) => {
  if (group.level === "rest") return /** @type {Row[]} */ (group.parts);
  if (group.level === "line") return agenciesOf(group.holds);
  if (group.level === "region") return plansOf(group.items);
  return sectionsOf(group.items, group.depth || 0);
};
/**
 * A long list is cut, and says so: what is left is one more group.
 * @type {(list: Row[], key: string, side: Side) => Row[]}
 */
const shortened = (list, key, side) => {
  if (list.length <= MOST) return list;
  const parts = list.slice(MOST - 1);
  /** @type {(part: Row) => Item[]} */
  const itemsOf = (part) => (part.kind === "Group" ? part.items : side === "who" ? dutiesOf(part) : [part]);
  /** @type {Item[]} */
  const holds = [];
  for (const part of parts) holds.push(...(part.kind === "Group" ? part.holds : [part]));
  return [...list.slice(0, MOST - 1), groupAt(key + "+", () => ({ level: "rest", name: words.group_rest, side, parts, items: union(parts.map(itemsOf)), holds }))];
};

/** Which sums are worth offering: with one plan there is nothing to sum by region or plan. */
export const levelsHere = () => {
  const owned = content.plans.length > 1;
  return (new Set(content.plans.map((plan) => plan.region)).size > 1 ? ["region"] : []).concat(owned ? ["plan"] : [], ["section"]);
};

/**
 * The picture of what is asked for.
 * @type {(asked: Asked) => Scene}
 */
export const groupScene = (asked) => {
  const roots = asked.by === "region" ? regionGroups(items) : asked.by === "plan" ? plansOf(items) : sectionsOf(items, 0);
  const bodies = nodes.filter((node) => node.kind === "Agency" && dutiesOf(node).length);
  /** @type {Map<Item, Row>} */
  const rowOf = new Map();
  /** @type {{ who: PlacedRow[], what: PlacedRow[] }} */
  const columns = { who: [], what: [] };
  /** @type {(list: Row[], key: string, side: Side, depth: number) => void} */
  const put = (list, key, side, depth) => {
    for (const thing of shortened(list, key, side)) {
      const open = thing.kind === "Group" && asked.open.has(thing.key);
      columns[side].push({ thing, depth, open });
      if (thing.kind === "Group" && open) put(partsOf(thing), thing.key, side, depth + 1);
      else for (const held of thing.kind === "Group" ? thing.holds : [thing]) rowOf.set(held, thing);
    }
  };
  put(asked.lines ? lineGroups(bodies) : agenciesOf(bodies), "who", "who", 0);
  put(roots, "what", "what", 0);

  /** @type {Map<string, Bundle>} */
  const byEnds = new Map();
  /** @type {Map<Edge, Bundle>} */
  const bundleOf = new Map();
  for (const edge of edges) {
    const [from, to] = [rowOf.get(edge.from), rowOf.get(edge.to)];
    if (!from || !to || !roleOf(edge).graded) continue;
    const key = from.i + " " + to.i;
    /** @type {Bundle} */
    const bundle = byEnds.get(key) || { i: byEnds.size, kind: "", facts: new Facts([]), from, to, members: [], count: 0, visible: true };
    bundle.members.push(edge);
    byEnds.set(key, bundle);
    bundleOf.set(edge, bundle);
  }
  const drawnBundles = Array.from(byEnds.values());
  drawnBundles.forEach(settle);
  const { groups, half, looks } = placed(columns, drawnBundles, rowOf);
  const inside = Array.from(looks.keys());
  return {
    half, looks, nodes: inside, edges: drawnBundles, bundled: true, words: [], missing: [], members: new Set([...inside, ...drawnBundles]),
    oneRegion: new Set(inside.filter((thing) => thing.kind === "Agency").map((body) => body.facts.region)).size < 2,
    standIns: (thing) => standInsHere(thing, rowOf, bundleOf),
    sum: { asked, groups, bundles: drawnBundles, hidden: groups.reduce((sum, group) => sum + (group.side === "who" || group.open ? 0 : group.items.length), 0) },
  };
};

/**
 * Two columns, each as tall as its rows: parts stand a step further out than what they are parts of.
 * @type {(columns: { who: PlacedRow[], what: PlacedRow[] }, drawnBundles: Bundle[], rowOf: Map<Item, Row>) => { groups: Group[], half: number, looks: Map<Shape, PlacedLook> }}
 */
const placed = (columns, drawnBundles, rowOf) => {
  const frame = byId("stage");
  const half = Math.max(frame.clientWidth, 700) / 2 - 8;
  const small = Math.min(1, frame.clientWidth / (2 * half + 16));
  const height = Math.max(frame.clientHeight, 420) - 30;
  const inner = Math.min(150, half * 0.28) * (small < 1 ? small : 1);
  /** @type {Map<Shape, PlacedLook>} */
  const looks = new Map();
  for (const side of /** @type {Side[]} */ (["who", "what"])) {
    const sign = side === "who" ? -1 : 1;
    const rows = columns[side];
    const pitch = Math.min(rows.length < 10 ? 84 : 40, Math.max(18, height / Math.max(rows.length, 1))) / small;
    rows.forEach(({ thing, depth, open }, n) => {
      const x = inner + depth * 20;
      const room = Math.max(6, Math.floor(((half - x - 22) * small) / 13));
      if (thing.kind === "Group") Object.assign(thing, { hollow: open, open, look: side === "who" ? "Agency" : "Plan" });
      looks.set(thing, { x: sign * x, y: (n - (rows.length - 1) / 2) * pitch, size: thing.kind === "Group" && !open ? 8 : 6, sides: [sign > 0 ? 1 : 3], file: true, brief: room, lines: [] });
    });
  }
  for (const bundle of drawnBundles) for (const end of [bundle.from, bundle.to]) /** @type {PlacedLook} */ (looks.get(end)).lines.push(bundle);
  // An open group has the lines of its parts.
  /** @type {Group[]} */
  const groups = [];
  looks.forEach((look, thing) => {
    if (thing.kind !== "Group") return;
    groups.push(thing);
    const parts = new Set(thing.open ? thing.holds.map((held) => rowOf.get(held)) : []);
    if (thing.open) look.lines = drawnBundles.filter((bundle) => parts.has(/** @type {Row} */ (bundle.from)) || parts.has(/** @type {Row} */ (bundle.to)));
  });
  return { groups, half, looks };
};
/**
 * How many of some things the filters leave: 12, or 3/12.
 * @type {(items: Item[]) => string}
 */
export const leftOf = (items) => {
  const left = items.filter((item) => item.visible).length;
  return left === items.length ? String(left) : left + "/" + items.length;
};
/**
 * Its name as far as there is room, and the number of what it holds whatever the room.
 * @type {(group: Group) => string}
 */
export const labelOfGroup = (group) => {
  const [open, room] = [group.open, group.brief || MOST];
  const orphans = group.side === "who" ? 0 : group.items.filter((item) => item.visible && isOrphan(item)).length;
  const tail = "　" + leftOf(group.items) + (orphans && room > 14 ? words.group_orphans.replace("{n}", String(orphans)) : "");
  return (open ? "▾ " : "▸ ") + cut(group.name, Math.max(4, room - 1 - Math.ceil(tail.length * 0.7))) + tail;
};

/**
 * What has no row of its own is lit as the group that holds it.
 * @type {(thing: Thing, rowOf: Map<Item, Row>, bundleOf: Map<Edge, Bundle>) => Lit}
 */
const standInsHere = (thing, rowOf, bundleOf) => {
  /** @type {Item[]} */
  const of = isLine(thing) ? (thing.members ? thing.members.map((edge) => edge.to) : [thing.to]) : thing.kind === "Plan" ? [...thing.tasks, ...thing.targets]
    : thing.kind === "Group" ? thing.holds : thing.kind === "Agency" ? [thing] : tasksOf(thing);
  /** @type {Set<Shape>} */
  const rows = new Set();
  /** @type {Set<Bundle>} */
  const found = new Set();
  for (const held of of) {
    const row = rowOf.get(held);
    if (row) rows.add(row);
    for (const edge of held.edges) {
      const bundle = bundleOf.get(edge);
      if (bundle && (!isLine(thing) || edge === thing || (thing.members && thing.members.includes(edge)))) found.add(bundle);
    }
  }
  const around = new Set(rows);
  for (const bundle of found) around.add(bundle.from).add(bundle.to);
  return { nodes: Array.from(around), edges: Array.from(found).filter((bundle) => bundle.visible), ringed: Array.from(rows) };
};
/** @type {(group: Group) => [string, number][]} */
export const rolesOf = (group) => {
  const held = new Set(group.holds);
  const own = edges.filter((edge) => edge.visible && graded(edge) && (held.has(edge.to) || held.has(edge.from)));
  return owning.map((role) => /** @type {[string, number]} */ ([role.caption, new Set(own.filter((edge) => edge.kind === role.name).map((edge) => edge.to)).size])).filter((pair) => pair[1]);
};
