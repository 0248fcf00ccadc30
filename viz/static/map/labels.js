// Names on the map. The heaviest shapes, by the tasks they hold, are always named: beside themselves where a name fits
// without lying nearer to another shape, else by a letter on the shape that a key spells out.

import { byId } from "../common/dom.js";
import { lightOf, lightWord, say, titleOf } from "./data.js";
import { chosen, drawn, overview, rowsOf } from "./overview.js";
import { lit, network } from "./canvas.js";
import { cut, isOrphan } from "./around.js";
import { labelOfGroup } from "./groups.js";
import { Taken } from "./taken.js";
import { minimapBox, minimapShown } from "./minimap.js";
import { paint } from "./colours.js";
import { beginWriting, FONT, halo, ink, labelZoom, told, widthOf, write } from "./writing.js";
import { byWeight, isRed, large } from "./weights.js";
import { drawRegions } from "./regions.js";
import { LETTERS, writeKey } from "./key.js";

/** @import { Box } from "../common/names.js" */
/** @import { Bundle, Line, Shape } from "./data.js" */
/** @import { Heading } from "./overview.js" */
/** @import { Picture, Spot } from "./taken.js" */
/** @typedef {[x: number, y: number]} Corner The left end of the middle of a row. */
/** @typedef {[turn: number, reach: number]} Leader Where a name may stand that a thin line ties to its shape. */
/** @typedef {{ x: number, y: number, from: [number, number], end: [number, number] }} Tied */

const LEGIBLE = 3.6; // radius on the screen below which a task or target is a dot among many, and its label noise
const TITLED = 30; // so many plans are all named, and so many agencies leave room for each other
const KEYED = 14; // signs of a name in the key
const FEW = 20; // so many tasks without an owner, or overdue ones, are all named
const GAP = 4;
const LINE = 16;
/** @type {(context: CanvasRenderingContext2D, rows: string[], lengths: number[], x: number, y: number, align: number) => void} */
const writeRows = (context, rows, lengths, x, y, align) => {
  const wide = Math.max(...lengths);
  rows.forEach((row, n) => write(context, row, x + (wide - lengths[n]) * align, y + LINE * n));
};

/**
 * The word of a task's light, for those who cannot tell the colours apart; nothing where nobody reported.
 * @type {(node: Shape) => string}
 */
const lightMark = (node) => (lightOf(node) && node.facts.light !== "grey" ? say("light_mark", { light: lightWord(String(node.facts.light)) }) : "");
/**
 * Where room is given: the last part of the number and the title, in one row or two.
 * @type {(node: Shape, room: number) => string[]}
 */
const briefRows = (node, room) => {
  const { number, part, of } = node.facts;
  const short = (number || "").split("/").slice(-1)[0] + (Number(of) > 1 ? "〔" + part + "〕" : "");
  const text = node.kind === "Task" ? (lightMark(node) + short + " " + node.name).trim() : drawn.oneRegion ? node.name : node.short || node.name;
  if (!node.twoRows || text.length <= room) return [cut(text, room)];
  let first = Math.min(room, Math.ceil(text.length / 2));
  while (first < room && "）〕】》、，；".includes(text[first])) first += 1; // none of these begins a row
  return [text.slice(0, first), cut(text.slice(first), room)];
};
/**
 * The words beside a shape, in one row or several.
 * @type {(node: Shape, scale: number) => string[]}
 */
const labelOf = (node, scale) => {
  if (node.kind === "Group") return [labelOfGroup(node)];
  if (node.brief) return briefRows(node, node.brief);
  if (node.kind === "Plan") return rowsOf(node, scale);
  if (!node.centre || node.kind === "Agency") return [overview && node.kind === "Agency" ? node.name : lightMark(node) + (node === chosen && node.kind !== "Agency" ? node.name.slice(0, 28) : node.short)];
  const rows = [];
  const text = lightMark(node) + titleOf(node);
  for (let at = 0; at < text.length && rows.length < 4; at += 12) rows.push(text.slice(at, at + 12));
  return rows;
};
const SIDES = [0, 1, 2, 3];

/**
 * Where the words may stand, the best first: below, right, above, left, each in the middle and then along the shape.
 * @type {(node: Shape, spot: Spot, wide: number, half: number, ringed: boolean) => [Corner, number][]}
 */
const placesOf = (node, spot, wide, half, ringed) => {
  const gap = spot.radius + GAP + (ringed ? spot.radius * 0.5 + 6 : 0);
  const along = Math.max(0, wide / 2 - spot.radius);
  const up = Math.max(0, spot.radius - half);
  /** @type {Corner[][]} */
  const sides = [
    [0, along, -along].map((by) => [spot.x - wide / 2 + by, spot.y + gap + half]),
    [0, up, -up].map((by) => [spot.x + gap, spot.y + by]),
    [0, along, -along].map((by) => [spot.x - wide / 2 + by, spot.y - gap - half]),
    [0, up, -up].map((by) => [spot.x - gap - wide, spot.y + by]),
  ];
  const order = node.sides || SIDES;
  /** @type {[Corner, number][]} */
  const found = order.map((side) => [sides[side][0], side]);
  if (node.file) return found;
  for (const side of order.concat(SIDES.filter((each) => !order.includes(each)))) for (const place of sides[side]) found.push([place, side]);
  return found;
};

/** @type {(context: CanvasRenderingContext2D, node: Shape) => void} */
const styleOf = (context, node) => {
  context.font = (node === chosen || large(node) ? "600 13" : "12") + "px " + FONT;
  context.fillStyle = node.kind === "Agency" ? paint.agency : node.kind === "Plan" || node.look === "Plan" ? paint.plan : node.look === "Agency" ? paint.agency : paint.quiet;
};

// Around it, further and further out.
/** @type {Leader[]} */
const LEADERS = [];
for (let reach = 22; reach <= 130; reach += 18) for (let turn = 0; turn < 16; turn += 1) LEADERS.push([(turn * Math.PI) / 8, reach]);
/** @type {(spot: Spot, wide: number, half: number, leader: Leader) => Tied} */
const tied = (spot, wide, half, [turn, reach]) => {
  const [right, down] = [Math.cos(turn), Math.sin(turn)];
  /** @type {[number, number]} */
  const end = [spot.x + right * (spot.radius + reach), spot.y + down * (spot.radius + reach)];
  const left = right > 0.3 ? end[0] + 3 : right < -0.3 ? end[0] - 3 - wide : end[0] - wide / 2;
  const middle = Math.abs(right) > 0.3 ? end[1] : end[1] + Math.sign(down) * (half + 2);
  return { x: left, y: middle, from: [spot.x + right * spot.radius, spot.y + down * spot.radius], end };
};
/** @type {(tie: Tied, node: Shape, taken: Taken<Shape>) => boolean} */
const crosses = ({ from, end }, node, taken) => {
  const steps = Math.ceil(Math.hypot(end[0] - from[0], end[1] - from[1]) / 6);
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [0, 1].map((axis) => from[axis] + ((end[axis] - from[axis]) * step) / steps);
    if (taken.hits([x - 1.5, y - 1.5, x + 1.5, y + 1.5], [node], 1)) return true;
  }
  return false;
};

/**
 * How far words at a corner are from a box.
 * @type {(corner: Corner, wide: number, half: number, box: Box) => number}
 */
const apartFrom = ([x, y], wide, half, box) => Math.hypot(Math.max(0, box[0] - x - wide, x - box[2]), Math.max(0, box[1] - y - half, y - half - box[3]));

/** @type {(box: Box, picture: Picture) => boolean} */
const inside = (box, picture) => box[0] >= 2 && box[1] >= 2 && box[2] <= picture.width - 2 && box[3] <= picture.height - 2;

/**
 * Write a name beside its shape, or if it must stand somewhere tie it to its shape; return whether there was room.
 * @type {(context: CanvasRenderingContext2D, node: Shape, picture: Picture, taken: Taken<Shape>, ringed: boolean, must: boolean) => boolean}
 */
const writeName = (context, node, picture, taken, ringed, must) => {
  const spot = picture.spots[node.i];
  styleOf(context, node);
  const rows = labelOf(node, picture.scale);
  const lengths = rows.map((row) => widthOf(context, row, context.font));
  const wide = Math.max(...lengths);
  const half = node.file && rows.length === 1 ? 7 : 8 * rows.length;
  /** @type {[Corner, number, Shape[], number][]} */
  const places = placesOf(node, spot, wide, half, ringed).map(([place, side]) => [place, side, [node], node.brief ? 1 : GAP + 2]);
  if (node.own) {
    // The title of a plan that shares no agency stands above all of its agencies.
    const leaves = node.lines.map((line) => line.from).filter((leaf) => picture.spots[leaf.i]);
    // or, where there is no room, below or beside them.
    const around = leaves.map((leaf) => picture.spots[leaf.i]);
    /** @type {(side: (spot: Spot) => number) => number} */
    const least = (side) => Math.min(...around.map(side));
    const [left, top, right, bottom] = [least((at) => at.x - at.radius), least((at) => at.y - at.radius), -least((at) => -at.x - at.radius), -least((at) => -at.y - at.radius)];
    /** @type {Corner[]} */
    const corners = [];
    for (const shift of [0, wide / 3, -wide / 3]) for (const y of [top - 6 - half, top - 22 - half, bottom + 8 + half]) corners.push([spot.x - wide / 2 + shift, y]);
    for (const x of [right + 8, left - 8 - wide]) corners.push([x, spot.y]);
    places.unshift(...corners.map((corner) => /** @type {[Corner, number, Shape[], number]} */ ([corner, 0, [node, ...leaves], apartFrom(corner, wide, half, [left, top, right, bottom]) + 2])));
  }
  for (const [[x, y], side, own, room] of places) {
    /** @type {Box} */
    const box = [x - 2, y - half, x + wide + 2, y + half];
    if (!inside(box, picture) || taken.hits(box, own, room)) continue;
    taken.add(box, null);
    told.push({ text: rows.join(""), box, own: own.map((item) => item.i), as: "name" });
    writeRows(context, rows, lengths, x, y - 8 * (rows.length - 1), side === 1 ? 0 : side === 3 ? 1 : 0.5);
    return true;
  }
  for (const step of must ? LEADERS : []) {
    const place = tied(spot, wide, half, step);
    /** @type {Box} */
    const box = [place.x - 2, place.y - half, place.x + wide + 2, place.y + half];
    if (!inside(box, picture) || taken.hits(box, [], 3) || crosses(place, node, taken)) continue;
    taken.add(box, null);
    told.push({ text: rows.join(""), box, own: [node.i], as: "tied" });
    const [from, end] = [place.from, place.end];
    ink.push({ line: from.concat(end) });
    taken.add([Math.min(from[0], end[0]), Math.min(from[1], end[1]), Math.max(from[0], end[0]), Math.max(from[1], end[1])], null);
    for (const width of [3, 1]) {
      context.strokeStyle = width > 1 ? paint.halo : paint.quiet;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(from[0], from[1]);
      context.lineTo(end[0], end[1]);
      context.stroke();
    }
    halo(context);
    writeRows(context, rows, lengths, place.x, place.y - half + 8, 0.5);
    return true;
  }
  return false;
};

/**
 * The words that head a sector, and the tasks without an owner, wherever they stand.
 * @type {(context: CanvasRenderingContext2D, picture: Picture, taken: Taken<Shape>) => void}
 */
const writeWords = (context, picture, taken) => {
  /** @type {Heading[]} */
  const heads = drawn.words.slice();
  const alone = drawn.bundled || drawn.centre ? [] : drawn.nodes.filter((node) => node.visible && isOrphan(node));
  if (alone.length) {
    const x = Math.min(...alone.map((node) => node.at.x - node.size));
    const y = Math.min(...alone.map((node) => node.at.y)) - 20 / picture.scale;
    heads.push({ text: say("ownerless_head", { n: alone.length }), colour: paint.orphan, x, y, right: true });
  }
  context.font = "700 13px " + FONT;
  for (const head of heads) {
    const at = network.canvasToDOM({ x: head.x, y: head.y });
    const wide = widthOf(context, head.text, context.font);
    const x = at.x / labelZoom - (head.right ? 0 : wide);
    const y = at.y / labelZoom;
    context.fillStyle = head.colour;
    /** @type {Box} */
    const box = [x - 2, y - 8, x + wide + 2, y + 8];
    taken.add(box, null);
    told.push({ text: head.text, box, own: [], as: "head" });
    write(context, head.text, x, y);
  }
};

/**
 * The number of tasks on each line that is lit, where there is room.
 * @type {(context: CanvasRenderingContext2D, lines: Line[], picture: Picture, taken: Taken<Shape>) => void}
 */
const drawCounts = (context, lines, picture, taken) => {
  context.font = "600 12px " + FONT;
  context.fillStyle = paint.ink;
  for (const bundle of lines) {
    const [from, to] = [picture.spots[bundle.from.i], picture.spots[bundle.to.i]];
    if (!from || !to) continue;
    const text = String(/** @type {Bundle} */ (bundle).count);
    const half = widthOf(context, text, context.font) / 2 + 2;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    /** @type {Box} */
    const box = [x - half, y - 8, x + half, y + 8];
    if (taken.hits(box, [], 0)) continue;
    taken.add(box, null);
    write(context, text, x - half + 2, y);
  }
};

/**
 * Every shape on the screen with its place there, at its number.
 * @type {(shown: Shape[], scale: number, width: number, height: number) => Spot[]}
 */
export const spotsOf = (shown, scale, width, height) => {
  /** @type {Spot[]} */
  const spots = [];
  for (const node of shown) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    const { x, y } = network.canvasToDOM({ x: shape.x, y: shape.y });
    const spot = { x: x / labelZoom, y: y / labelZoom, radius: Math.max(node.size * scale, 1.5) };
    if (spot.x > -20 && spot.y > -20 && spot.x < width + 20 && spot.y < height + 20) spots[node.i] = spot;
  }
  return spots;
};

/** @type {number[]} */
let always = []; // the numbers of the shapes that are always named
/** @type {Spot[]} */
let seen = [];
/** @type {(context: CanvasRenderingContext2D, boxWidth: number, boxHeight: number, boxRatio: number) => void} */
export const drawLabels = (context, boxWidth, boxHeight, boxRatio) => {
  const light = lit();
  const ratio = boxRatio * labelZoom;
  const [width, height] = [boxWidth / labelZoom, boxHeight / labelZoom];
  const scale = network.getScale() / labelZoom;
  const shown = light ? light.nodes : drawn.nodes;
  const picture = { width, height, scale, spots: spotsOf(shown, scale, width, height) };
  /** @type {Taken<Shape>} */
  const taken = new Taken();
  for (const node of shown) {
    const spot = picture.spots[node.i];
    if (spot) taken.add([spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius], node);
  }
  /** @type {Box[]} */
  const blocked = labelZoom === 1 ? [[width - 44, 0, width, 74]] : []; // the buttons that zoom
  if (labelZoom === 1 && minimapShown()) blocked.push(minimapBox(width, height));
  for (const box of blocked) taken.add(box, null);
  beginWriting();
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  halo(context);
  // A small window has room for fewer, a picture of many as well.
  const area = byWeight.filter(large).length > TITLED ? 24000 : 20000;
  const most = drawn.half ? LETTERS.length : Math.min(LETTERS.length, Math.round((width * height) / area));
  const bright = new Set(light ? light.nodes : []);
  const inWindow = (/** @type {Spot | undefined} */ spot) => spot !== undefined && spot.x > 0 && spot.y > 0 && spot.x < width && spot.y < height;
  const ordered = (light ? Array.from(new Set(light.ringed.concat(byWeight.filter((node) => bright.has(node))))) : byWeight).filter((node) => node.visible && inWindow(picture.spots[node.i]));
  const heaviest = new Set(light ? ordered.slice(0, most) : ordered.slice(0, most).filter(large));
  // Plans, as far as they are few, before all: without their names nobody knows of what an overview speaks.
  /** @type {Shape[]} */
  const titled = light || drawn.half ? [] : ordered.filter((node) => node.kind === "Plan");
  const titles = new Set(titled.length <= TITLED ? titled : []);
  const order = Array.from(titles).concat(ordered.filter((node) => !titles.has(node)));
  /** @type {Shape[]} */
  const key = [];
  const [orphans, reds] = [order.filter(isOrphan).length, order.filter(isRed).length];
  writeWords(context, picture, taken);
  let tried = 0;
  order.forEach((node, n) => {
    if (n === Math.max(most, titles.size) && !light && scale < 0.6) drawRegions(context, picture, taken);
    const few = (isOrphan(node) && orphans <= FEW) || (isRed(node) && reds <= FEW);
    const dot = !light && !drawn.half && picture.spots[node.i].radius < LEGIBLE && !large(node);
    if (dot && !few) return;
    if ((tried += 1) > 900) return;
    const must = !drawn.half && (heaviest.has(node) || titles.has(node) || few);
    if (!writeName(context, node, picture, taken, light !== null && light.ringed.includes(node), must) && must && !dot) key.push(node);
  });
  const first = key.filter((node) => heaviest.has(node) || !titles.has(node));
  const keyed = first.concat(key.filter((node) => !first.includes(node))).slice(0, LETTERS.length);
  const count = writeKey(context, keyed.map((node) => ({ node, name: cut(labelOf(node, 1).join(""), KEYED) })), first.length, picture, taken, blocked);
  if (light && drawn.bundled) drawCounts(context, light.edges, picture, taken);
  context.restore();
  const lost = new Set(key.filter((node) => keyed.indexOf(node) < 0 || keyed.indexOf(node) >= count));
  const named = ordered.filter(large).slice(0, most);
  const end = named.findIndex((node) => lost.has(node));
  always = named.slice(0, end < 0 ? most : end).map((node) => node.i);
  seen = picture.spots;
};

// Whoever asks (a test, an assistive tool) is told what stands where, by an event that the page answers in place.
byId("network").addEventListener("describe", () => {
  network.redraw();
  byId("network").dataset.picture = JSON.stringify({
    labels: told,
    always,
    view: Object.assign({ scale: network.getScale() }, network.getViewPosition()),
    shapes: drawn.nodes.filter((node) => seen[node.i]).map((node) => Object.assign({ i: node.i, kind: node.kind, name: node.name, weight: node.weight }, seen[node.i])),
  });
});
