// What stands around one thing: its roles as sectors, one below the other on both sides, and its partners outside.
// An agency has its tasks by role, a task its bodies by role, a plan its tasks by chapter. What is more than a page holds
// is left out and counted.

import { byId } from "../common/dom.js";
import { edges, isLine, nodes, otherItem, roleOf, say, words } from "./data.js";
import { owning } from "./overview.js";
import { lifted, paint } from "./colours.js";

/** @import { Item, Line, PlanShape, Shape, Thing } from "./data.js" */
/** @import { Heading, PlacedLook, Scene } from "./overview.js" */
/** @typedef {{ caption: string, colour: string, rank: number, nodes: Item[] }} Sector */
/** @typedef {{ caption: string, colour: string, count: number, again?: boolean }} SectorHead */
/** @typedef {{ head: SectorHead, node?: undefined } | { node: Item, head?: undefined }} SectorRow */
/** @typedef {Item | PlanShape} Centre */

const ITEMS = 120;
const PARTNERS = 44;
const ROWED = 17; // from row to row
const CORNER = 64;
const SIGN_WIDE = 12.3; // of a name
const SIZES = { Agency: 10, Task: 7, Target: 6, Industry: 7 };
/** @type {(edge: Line) => boolean} */
export const graded = (edge) => roleOf(edge).graded;
/** @type {(node: Shape) => boolean} */
export const isOrphan = (node) => node.kind === "Task" && Boolean(node.hollow);

/**
 * The things around a centre in groups, each with the words that head it.
 * @type {(centre: Centre) => Sector[]}
 */
const groupsOf = (centre) => {
  /** @type {Map<string, Sector>} */
  const groups = new Map();
  /** @type {(caption: string, colour: string, rank: number, node: Item) => void} */
  const put = (caption, colour, rank, node) => {
    const group = groups.get(caption) || { caption, colour, rank, nodes: [] };
    group.nodes.push(node);
    groups.set(caption, group);
  };
  if (centre.kind === "Plan") {
    const inside = nodes.filter((node) => node.kind === "Task" && node.plan === centre.plan);
    for (const task of inside) {
      if (isOrphan(task)) put(words.ownerless_short, paint.orphan, Infinity, task);
      else put((task.path || [])[0] || words.task_list, paint.plan, task.i, task);
    }
  } else {
    /** @type {Map<Item, number>} */
    const role = new Map();
    for (const edge of centre.edges.filter(graded)) {
      const rank = owning.indexOf(roleOf(edge));
      const other = otherItem(edge, centre);
      role.set(other, Math.min(rank, role.has(other) ? Number(role.get(other)) : rank));
    }
    role.forEach((rank, other) => put(owning[rank].caption, lifted(owning[rank].colour), rank, other));
  }
  const found = Array.from(groups.values()).sort((a, b) => a.rank - b.rank);
  for (const group of found) group.nodes.sort((a, b) => a.i - b.i);
  return found;
};

/** @type {(text: string, most: number) => string} */
export const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

/**
 * What stands around a centre, made for the window, or for paper of another size.
 * @type {(centre: Centre, frame?: { clientWidth: number, clientHeight: number }) => Scene}
 */
export const aroundScene = (centre, frame = byId("stage")) => {
  const base = Math.max(frame.clientWidth, 760) / 2 - 8;
  const height = Math.max(frame.clientHeight, 420) - 24;
  /** @type {Map<Shape, PlacedLook>} */
  const looks = new Map();
  const lookAt = (/** @type {Shape} */ shape) => /** @type {PlacedLook} */ (looks.get(shape));
  /** @type {Heading[]} */
  const told = [];
  const whole = groupsOf(centre);
  const all = whole.reduce((sum, group) => sum + group.nodes.length, 0);
  let room = ITEMS;
  const groups = whole.map((group) => {
    const shown = group.nodes.slice(0, Math.max(0, room));
    room -= shown.length;
    return { caption: group.caption, colour: group.colour, nodes: shown, count: group.nodes.length };
  }).filter((group) => group.nodes.length);
  /** @type {Item[]} */
  const items = [];
  for (const group of groups) items.push(...group.nodes);

  // Sectors in order: the first half of the rows on the left going down, the rest on the right.
  /** @type {SectorRow[]} */
  const rows = [];
  for (const group of groups) {
    rows.push({ head: group });
    for (const node of group.nodes) rows.push({ node });
  }
  let split = Math.ceil(rows.length / 2);
  const borders = rows.map((row, n) => (row.head ? n : -1)).filter((n) => n > 0 && Math.abs(n - split) <= Math.max(2, rows.length * 0.2));
  if (borders.length) split = borders.reduce((a, b) => (Math.abs(b - split) < Math.abs(a - split) ? b : a));
  if (groups.length === 1 && items.length <= 6) split = rows.length;
  else if (rows[split - 1] && rows[split - 1].head) split -= 1; // the words of a sector stand with it
  const sides = [rows.slice(0, split), rows.slice(split)];
  const torn = sides[1].length && sides[1][0].node ? groups.find((group) => group.nodes.some((node) => node === sides[1][0].node)) : undefined;
  if (torn) sides[1].unshift({ head: { caption: torn.caption, colour: torn.colour, count: torn.count, again: true } });

  const small = Math.min(1, frame.clientWidth / (2 * base + 16)); // a phone shows it smaller, but not its words
  // Rows that need more height than the window has make the picture smaller: then as much more of its width is there.
  const wider = small < 0.8 || centre.kind === "Task" ? 1 : Math.max(1, (ROWED * Math.max(...sides.map((side) => side.length))) / height);
  const half = base * wider;
  /** @type {Map<Item, number>} */
  const partners = new Map();
  const shares = (/** @type {Item} */ partner) => partners.get(partner) || 0;
  if (centre.kind !== "Task") {
    for (const item of items) for (const edge of item.edges) if (graded(edge) && edge.from !== centre && edge.to === item) partners.set(edge.from, shares(edge.from) + 1);
  }
  const chosenPartners = Array.from(partners.keys()).sort((a, b) => shares(b) - shares(a) || a.i - b.i).slice(0, frame.clientWidth < 560 ? 0 : PARTNERS);
  const inner = (centre.kind === "Task" ? 60 : 76) * wider;
  const outer = half - (chosenPartners.length ? 142 : 20) * wider;
  // The bodies of a task are all named: where one column a side has no room for that, in two; where that is too wide, the picture is higher than the window.
  const longest = centre.kind === "Task" ? Math.max(...items.map((item) => Math.min(18, item.name.length))) : 0;
  const rowsLeft = Math.max(...sides.map((side) => side.length)) * ROWED > height;
  const signsIn = (/** @type {number} */ columns) => Math.min(18, Math.floor((((half - inner) / columns - 4) * small * 0.92 - 16) / 13));
  const paired = centre.kind === "Task" && rowsLeft && signsIn(2) >= Math.min(longest, 9);
  const tall = centre.kind === "Task" && rowsLeft && !paired;
  const brief = Math.max(6, Math.floor((((outer - inner) / wider - 46) * small) / SIGN_WIDE));
  looks.set(centre, { x: 0, y: 0, size: 17, sides: [0], centre: true, lines: [] });
  /** @type {Map<Item, number>} */
  const sideOf = new Map();
  sides.forEach((side, s) => {
    const sign = s || !sides[1].length ? 1 : -1; // read from the left; a few stand to the right of it
    // Of two columns each has every other row; the words of a sector stand in the inner one.
    let slots = 0;
    const slotOf = side.map((row) => {
      if (paired && row.head && slots % 2) slots += 1;
      slots += 1;
      return slots - 1;
    });
    const pitch = Math.min(centre.kind === "Task" ? 44 : 52, Math.max(paired ? ROWED / 2 : ROWED, tall ? 0 : height / Math.max(slots, 1))) / small;
    const most = centre.kind === "Task" ? (paired ? 0.6 : 0.3) * pitch : Infinity; // no shape reaches into the next row
    side.forEach((row, n) => {
      const y = (slotOf[n] - (slots - 1) / 2) * pitch;
      const bow = 26 * Math.cos((y / Math.max(height, slots * pitch)) * Math.PI) + (paired && slotOf[n] % 2 ? (half - inner) / 2 + 2 : 0);
      if (row.head) {
        told.push({ text: cut(row.head.caption, brief + 1) + " " + row.head.count + (row.head.again ? words.continued : ""), colour: row.head.colour, x: sign * (inner + bow - 4), y, right: sign > 0 });
        return;
      }
      sideOf.set(row.node, sign);
      looks.set(row.node, { x: sign * (inner + bow), y, size: Math.min(most, SIZES[row.node.kind]), sides: [sign > 0 ? 1 : 3], file: true, twoRows: pitch * small > 38, brief: row.node.kind === "Agency" ? (centre.kind === "Task" ? signsIn(paired ? 2 : 1) : 18) : brief, lines: [] });
    });
  });
  if (tall) lookAt(centre).y = Math.min(...Array.from(looks.values(), (look) => look.y)) + 2 * CORNER; // in sight at first
  // Partners outside, on the side where most of what they share stands, at its height.
  /** @type {[Item, number][][]} */
  const placed = [[], []];
  for (const partner of chosenPartners) {
    const shared = partner.edges.filter((edge) => graded(edge) && looks.has(edge.to) && edge.to !== centre).map((edge) => edge.to);
    const lean = shared.reduce((sum, node) => sum + (sideOf.get(node) || 0), 0);
    const right = lean > 0 || (lean === 0 && placed[0].length <= placed[1].length);
    const near = shared.filter((node) => sideOf.get(node) === (right ? 1 : -1));
    const y = near.reduce((sum, node) => sum + lookAt(node).y, 0) / Math.max(1, near.length);
    placed[right ? 0 : 1].push([partner, y]);
  }
  placed.forEach((column, s) => {
    column.sort((a, b) => a[1] - b[1] || a[0].i - b[0].i);
    // A long column on the right begins below the buttons that zoom.
    const clear = s || small < 0.8 || column.length * 44 < height - 2 * CORNER ? 0 : CORNER;
    const pitch = (Math.min(44, Math.max(wider > 1 ? 13 : 20, (height - clear) / Math.max(column.length, 1))) * wider) / small;
    column.forEach(([partner], n) => looks.set(partner, { x: (s ? -1 : 1) * outer, y: (n - (column.length - 1) / 2) * pitch + (clear * wider) / 2, size: 7, sides: [s ? 3 : 1], file: true, twoRows: (pitch * small) / wider > 38, brief: 9, lines: [] }));
  });
  // Targets on the inner side of their task, industries in rows below: both wait until the legend shows them.
  const low = Math.max(...Array.from(looks.values(), (look) => look.y)) + 46;
  /** @type {Map<Item, number>} */
  const beside = new Map();
  /** @type {Set<Item>} */
  const industries = new Set();
  for (const item of centre.kind === "Task" ? [...items, centre] : items) {
    for (const edge of item.edges) {
      const other = otherItem(edge, item);
      if (other.kind === "Industry") industries.add(other);
      if (edge.kind !== "SETS" || edge.from !== item || looks.has(other)) continue;
      const nth = beside.get(item) || 0;
      beside.set(item, nth + 1);
      const look = lookAt(item);
      looks.set(other, item === centre ? { x: (nth - 1) * 16, y: 44, size: 5, lines: [] } : { x: look.x - (sideOf.get(item) || 0) * (15 + 11 * nth), y: look.y, size: 4, lines: [] });
    }
  }
  Array.from(industries).sort((a, b) => a.i - b.i).forEach((industry, n) => looks.set(industry, { x: ((n % 7) - 3) * (half / 3.6), y: low + Math.floor(n / 7) * 34, size: 7, sides: [0], brief: 8, lines: [] }));
  const inside = Array.from(looks.keys());
  const between = edges.filter((edge) => looks.has(edge.from) && looks.has(edge.to) && (edge.from === centre || edge.to === centre || !(graded(edge) && items.includes(edge.from))));
  for (const edge of between) {
    lookAt(edge.from).lines.push(edge);
    if (edge.from !== edge.to) lookAt(edge.to).lines.push(edge);
  }
  const missing = [
    all > items.length ? say("left_items", { n: all - items.length }) : "",
    tall ? say("tall", { n: items.length }) : "",
    partners.size > chosenPartners.length ? say("left_partners", { n: partners.size - chosenPartners.length }) : "",
  ].filter(Boolean);
  // Around a task it is that of its plan; a place stands only where two are called the same.
  const bodies = inside.filter((node) => node.kind === "Agency");
  const oneRegion = centre.kind === "Task" ? new Set(bodies.map((node) => node.name)).size === bodies.length : new Set(bodies.map((node) => node.facts.region)).size < 2;
  return { centre, half, tall, oneRegion, nodes: inside, edges: between, bundled: false, looks, words: told, missing, members: new Set([...inside, ...between]) };
};
/**
 * @param {Thing} thing
 * @returns {thing is Centre}
 */
export const canStandAround = (thing) => !isLine(thing) && (thing.kind === "Plan" || ((thing.kind === "Agency" || thing.kind === "Task") && thing.edges.some(graded)));
