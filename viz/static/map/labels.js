// Names on the map. The heaviest shapes, by the tasks they hold, are always named: beside themselves where a name fits
// without lying nearer to another shape, else by letters that a key beside the map spells out.

import { byId, make } from "../common/dom.js";
import { say } from "./data.js";
import { chosen, drawn } from "./overview.js";
import { lit, network } from "./canvas.js";
import { isOrphan } from "./around.js";
import { labelOf, titlesOf } from "./naming.js";
import { Taken } from "./taken.js";
import { minimapBox, minimapShown } from "./minimap.js";
import { paint } from "./colours.js";
import { beginWriting, FONT, halo, labelZoom, told, widthOf, write } from "./writing.js";
import { byWeight, isRed, large } from "./weights.js";
import { drawRegions } from "./regions.js";
import { crosses, drawTie, inside, leadersFrom, tellKey, tied, writeKey } from "./key.js";

/** @import { Box } from "../common/names.js" */
/** @import { Bundle, Line, Shape } from "./data.js" */
/** @import { Heading } from "./overview.js" */
/** @import { Picture, Spot } from "./taken.js" */
/** @typedef {[x: number, y: number]} Corner The left end of the middle of a row. */

const LEGIBLE = 3.6; // radius on the screen below which a task or target is a dot among many, and its label noise
const TITLED = 60; // so many plans are all named
const [ALWAYS, AT_MOST, AREA] = [20, 26, 18000]; // so many of the heaviest are named at any size, so many in a large picture, and the room of one
const FEW = 20; // so many tasks without an owner, or overdue ones, are all named
const TRIED = 900; // names of what need not be named that are tried
const GAP = 4;
const LINE = 16;
/** @type {(context: CanvasRenderingContext2D, rows: string[], lengths: number[], x: number, y: number, align: number) => void} */
const writeRows = (context, rows, lengths, x, y, align) => {
  const wide = Math.max(...lengths);
  rows.forEach((row, n) => write(context, row, x + (wide - lengths[n]) * align, y + LINE * n));
};

const SIDES = [0, 1, 2, 3];
const IN_ROWS = [1, 3, 0, 2]; // what stands in rows has its name on the right

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
  const order = node.sides || (isOrphan(node) ? IN_ROWS : SIDES);
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

const LEADERS = leadersFrom(22, 130);

/**
 * How far words at a corner are from a box.
 * @type {(corner: Corner, wide: number, half: number, box: Box) => number}
 */
const apartFrom = ([x, y], wide, half, box) => Math.hypot(Math.max(0, box[0] - x - wide, x - box[2]), Math.max(0, box[1] - y - half, y - half - box[3]));

/** @typedef {{ text: string[], lengths: number[], wide: number, half: number }} Rows */
/** @type {(context: CanvasRenderingContext2D, node: Shape, text: string[]) => Rows} */
const measured = (context, node, text) => {
  const lengths = text.map((row) => widthOf(context, row, context.font));
  return { text, lengths, wide: Math.max(...lengths), half: node.file && text.length === 1 ? 7 : 8 * text.length };
};

/**
 * Write a name beside its shape, if there is room.
 * @type {(context: CanvasRenderingContext2D, node: Shape, rows: Rows, picture: Picture, taken: Taken<Shape>, ringed: boolean) => boolean}
 */
const writeBeside = (context, node, { text, lengths, wide, half }, picture, taken, ringed) => {
  const spot = picture.spots[node.i];
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
    told.push({ text: text.join(""), box, own: own.map((item) => item.i), as: "name" });
    writeRows(context, text, lengths, x, y - 8 * (text.length - 1), side === 1 ? 0 : side === 3 ? 1 : 0.5);
    return true;
  }
  return false;
};

/**
 * Write a name that a thin line ties to its shape, if there is room.
 * @type {(context: CanvasRenderingContext2D, node: Shape, rows: Rows, picture: Picture, taken: Taken<Shape>) => boolean}
 */
const writeTied = (context, node, { text, lengths, wide, half }, picture, taken) => {
  const spot = picture.spots[node.i];
  const inner = drawn.bundled && node.kind === "Agency" ? node.lines.map((line) => picture.spots[line.to.i]).filter(Boolean) : [];
  for (const step of LEADERS) {
    // Between an agency and its plans a name would pass for theirs.
    if (inner.some((at) => Math.cos(step[0]) * (at.x - spot.x) + Math.sin(step[0]) * (at.y - spot.y) > 0.3 * Math.hypot(at.x - spot.x, at.y - spot.y))) continue;
    const place = tied(spot, wide, half, step);
    /** @type {Box} */
    const box = [place.x - 2, place.y - half, place.x + wide + 2, place.y + half];
    if (!inside(box, picture) || taken.hits(box, [], 3) || crosses(place, node, taken)) continue;
    taken.add(box, null);
    told.push({ text: text.join(""), box, own: [node.i], as: "tied" });
    drawTie(context, place, taken);
    writeRows(context, text, lengths, place.x, place.y - half + 8, 0.5);
    return true;
  }
  return false;
};

/**
 * Write a name beside its shape, or if it must stand somewhere tie it to its shape; return whether there was room.
 * @type {(context: CanvasRenderingContext2D, node: Shape, picture: Picture, taken: Taken<Shape>, ringed: boolean, must: boolean) => boolean}
 */
const writeName = (context, node, picture, taken, ringed, must) => {
  styleOf(context, node);
  const narrow = must && node.kind === "Plan" && !node.file && node !== chosen;
  const tried = (narrow ? titlesOf(node, picture) : [labelOf(node, picture.scale)]).map((text) => measured(context, node, text));
  return tried.some((rows) => writeBeside(context, node, rows, picture, taken, ringed)) || (must && tried.some((rows) => writeTied(context, node, rows, picture, taken)));
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

/** @type {Spot[]} */
let seen = [];
/**
 * Write the names on a picture of this size; on trial only those that must stand somewhere, to learn how many need letters.
 * @type {(context: CanvasRenderingContext2D, boxWidth: number, boxHeight: number, boxRatio: number, trial: boolean) => void}
 */
const writeAll = (context, boxWidth, boxHeight, boxRatio, trial) => {
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
  const most = drawn.half ? AT_MOST : Math.max(ALWAYS, Math.min(AT_MOST, Math.round((width * height) / AREA)));
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
  /** @type {(node: Shape) => boolean} */
  const few = (node) => (isOrphan(node) && orphans <= FEW) || (isRed(node) && reds <= FEW);
  /** @type {(node: Shape) => boolean} */
  const dot = (node) => !light && !drawn.half && picture.spots[node.i].radius < LEGIBLE && !large(node);
  /** @type {(node: Shape) => boolean} */
  const ringed = (node) => light !== null && light.ringed.includes(node);
  // What must be named comes first, then the letters of what found no room, then the regions, and then the rest.
  const must = new Set(drawn.half ? [] : order.filter((node) => heaviest.has(node) || titles.has(node) || few(node)));
  must.forEach((node) => {
    if (!writeName(context, node, picture, taken, ringed(node), true)) key.push(node);
  });
  writeKey(context, key, picture, taken);
  if (trial) {
    context.restore();
    return;
  }
  halo(context);
  if (!light && scale < 0.6) drawRegions(context, picture, taken);
  const rest = order.filter((node) => !must.has(node) && !dot(node));
  for (const node of rest.slice(0, TRIED)) writeName(context, node, picture, taken, ringed(node), false);
  if (light && drawn.bundled) drawCounts(context, light.edges, picture, taken);
  context.restore();
  seen = picture.spots;
};
/** @type {(context: CanvasRenderingContext2D, width: number, height: number, ratio: number) => void} */
export const drawLabels = (context, width, height, ratio) => {
  writeAll(context, width, height, ratio, false);
  tellKey();
};

const trial = /** @type {CanvasRenderingContext2D} */ (make("canvas").getContext("2d"));
/** What the picture would have letters for as it is now placed, without drawing it. */
export const tryLabels = () => {
  const frame = network.canvas.frame.canvas;
  writeAll(trial, frame.clientWidth, frame.clientHeight, 1, true);
};

// Whoever asks (a test, an assistive tool) is told what stands where, by an event that the page answers in place.
byId("network").addEventListener("describe", () => {
  network.redraw();
  byId("network").dataset.picture = JSON.stringify({
    labels: told,
    view: Object.assign({ scale: network.getScale() }, network.getViewPosition()),
    shapes: drawn.nodes.filter((node) => seen[node.i]).map((node) => Object.assign({ i: node.i, kind: node.kind, name: node.name, weight: node.weight }, seen[node.i])),
  });
});
