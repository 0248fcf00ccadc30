// Where there is no room for a name, letters stand on the shape, or a thin line ties them to it, and a key beside the
// map spells them out. It covers nothing, has room for any number, and is a list: its rows can be reached and chosen.

import { byId, clear, make } from "../common/dom.js";
import { lettersOf, meet } from "../common/names.js";
import { cut } from "./around.js";
import { kindOf, say, words } from "./data.js";
import { lifted, paint } from "./colours.js";
import { wholeName } from "./naming.js";
import { FONT, halo, ink, labelZoom, told, widthOf, writePlain } from "./writing.js";

/** @import { Box } from "../common/names.js" */
/** @import { Shape } from "./data.js" */
/** @import { Picture, Spot, Taken } from "./taken.js" */
/** @typedef {{ letters: string, node: Shape, name: string }} Entry */
/** @typedef {[turn: number, reach: number]} Leader Where what a thin line ties to its shape may stand. */
/** @typedef {{ x: number, y: number, from: [number, number], end: [number, number] }} Tied */

const HALF = 6.5; // half of the side of what letters stand on
const [SHARE, FRAME, KEY_LINE] = [0.3, 4, 18]; // most of the room of map and key that the key takes; its frame and a row of it

/**
 * The places around a shape in 16 directions, further and further out.
 * @type {(from: number, to: number) => Leader[]}
 */
export const leadersFrom = (from, to) => {
  /** @type {Leader[]} */
  const found = [];
  for (let reach = from; reach <= to; reach += 18) for (let turn = 0; turn < 16; turn += 1) found.push([(turn * Math.PI) / 8, reach]);
  return found;
};
/** @type {(spot: Spot, wide: number, half: number, leader: Leader) => Tied} */
export const tied = (spot, wide, half, [turn, reach]) => {
  const [right, down] = [Math.cos(turn), Math.sin(turn)];
  /** @type {[number, number]} */
  const end = [spot.x + right * (spot.radius + reach), spot.y + down * (spot.radius + reach)];
  const left = right > 0.3 ? end[0] + 3 : right < -0.3 ? end[0] - 3 - wide : end[0] - wide / 2;
  const middle = Math.abs(right) > 0.3 ? end[1] : end[1] + Math.sign(down) * (half + 2);
  return { x: left, y: middle, from: [spot.x + right * spot.radius, spot.y + down * spot.radius], end };
};
/** @type {(tie: Tied, node: Shape, taken: Taken<Shape>) => boolean} */
export const crosses = ({ from, end }, node, taken) => {
  const steps = Math.ceil(Math.hypot(end[0] - from[0], end[1] - from[1]) / 6);
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [0, 1].map((axis) => from[axis] + ((end[axis] - from[axis]) * step) / steps);
    if (taken.hits([x - 1.5, y - 1.5, x + 1.5, y + 1.5], [node], 1)) return true;
  }
  return false;
};
/**
 * Draw the line of a tie and keep it free of other words.
 * @type {(context: CanvasRenderingContext2D, tie: Tied, taken: Taken<Shape>) => void}
 */
export const drawTie = (context, { from, end }, taken) => {
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
};
/** @type {(box: Box, picture: Picture) => boolean} */
export const inside = (box, picture) => box[0] >= 2 && box[1] >= 2 && box[2] <= picture.width - 2 && box[3] <= picture.height - 2;

/** @type {(context: CanvasRenderingContext2D, box: Box, fill: string, rim: string) => void} */
const board = (context, box, fill, rim) => {
  context.fillStyle = fill;
  context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  context.lineWidth = 1;
  context.strokeStyle = rim;
  context.strokeRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  ink.push({ box, fill, rim });
};
const BOLD = "700 11px " + FONT;
/** @type {(context: CanvasRenderingContext2D, letters: string, node: Shape, box: Box) => void} */
const writeIn = (context, letters, node, box) => {
  context.font = BOLD;
  writePlain(context, letters, (box[0] + box[2] - widthOf(context, letters, BOLD)) / 2, (box[1] + box[3]) / 2 + 0.5);
  told.push({ text: letters, box, own: [node.i], as: "letter" });
};
/** @type {(context: CanvasRenderingContext2D, letters: string, node: Shape, box: Box, spot: Spot) => void} */
const writeOn = (context, letters, node, box, spot) => {
  const kind = kindOf(node);
  if (box[2] - box[0] > 2 * spot.radius) board(context, box, node.hollow ? paint.ground : lifted(kind.colour), lifted(node.hollow ? kind.hollow_colour : kind.colour));
  context.fillStyle = node.hollow ? paint.agency : paint.lift ? paint.ground : "#ffffff";
  writeIn(context, letters, node, box);
};
/** @type {(context: CanvasRenderingContext2D, letters: string, node: Shape, box: Box, tie: Tied, taken: Taken<Shape>) => void} */
const writeAside = (context, letters, node, box, tie, taken) => {
  drawTie(context, tie, taken);
  board(context, box, paint.board, paint.quiet);
  context.fillStyle = paint.agency;
  writeIn(context, letters, node, box);
};

const NEAR = leadersFrom(10, 130);
const FAR = leadersFrom(10, 400);
/**
 * Write letters on their shape if that hides no other, else beside it with a line to it; return whether there was room.
 * @type {(context: CanvasRenderingContext2D, letters: string, node: Shape, picture: Picture, taken: Taken<Shape>) => boolean}
 */
const writeLetters = (context, letters, node, picture, taken) => {
  const spot = picture.spots[node.i];
  const half = Math.max(HALF, widthOf(context, letters, BOLD) / 2 + 2.5);
  /** @type {Box} */
  const over = [spot.x - Math.max(spot.radius, half), spot.y - Math.max(spot.radius, HALF), spot.x + Math.max(spot.radius, half), spot.y + Math.max(spot.radius, HALF)];
  const free = !told.some((other) => meet(other.box, over));
  if (free && inside(over, picture) && !taken.hits(over, [node], 0)) {
    writeOn(context, letters, node, over, spot);
    taken.add(over, null);
    return true;
  }
  /** @type {(place: Leader, strict: boolean) => boolean} */
  const aside = (place, strict) => {
    const tie = tied(spot, 2 * half, HALF, place);
    /** @type {Box} */
    const box = [tie.x, tie.y - HALF, tie.x + 2 * half, tie.y + HALF];
    if (!inside(box, picture) || taken.hits(box, [], 2) || (strict && crosses(tie, node, taken))) return false;
    writeAside(context, letters, node, box, tie, taken);
    taken.add(box, null);
    return true;
  };
  if (NEAR.some((place) => aside(place, true)) || FAR.some((place) => aside(place, false))) return true;
  if (free) writeOn(context, letters, node, over, spot);
  if (free) taken.add(over, null);
  return free;
};

/** @type {Entry[]} */
export let keyed = [];
/**
 * Write letters for shapes that have no name on the picture, the first before the others.
 * @type {(context: CanvasRenderingContext2D, without: Shape[], picture: Picture, taken: Taken<Shape>) => void}
 */
export const writeKey = (context, without, picture, taken) => {
  keyed = [];
  for (const node of without) {
    const letters = lettersOf(keyed.length);
    if (writeLetters(context, letters, node, picture, taken)) keyed.push({ letters, node, name: wholeName(node) });
  }
};

/**
 * The key as it stands below a picture, in so many columns, with so many signs of each name.
 * @type {(columns: number, most: number) => { text: string, column: number, row: number }[]}
 */
export const keyRows = (columns, most) => {
  const rows = Math.ceil(keyed.length / columns);
  return keyed.map(({ letters, node, name }, n) => ({ text: letters + "　" + cut(name, most) + "　" + node.weight, column: Math.floor(n / rows), row: n % rows }));
};

export const keyTitle = () => (keyed.length ? say("key", { n: keyed.length }) : words.key_empty);

// The key beside the map.
const keyBox = byId("key");
let listed = ""; // what the key says, as one text
export const closeKey = () => {
  clear(keyBox).hidden = true;
  listed = "";
};
/** The key says what the letters of the picture mean. Its room is that of the last fit, so that the picture keeps its own. */
export const tellKey = () => {
  if (labelZoom !== 1 || (keyBox.hidden && !keyed.length)) return;
  const text = keyed.map(({ letters, node }) => letters + node.i + " " + node.weight).join("\n") || "-";
  if (text === listed) return;
  listed = text;
  clear(keyBox).appendChild(make("p", "quiet", keyTitle()));
  const list = keyBox.appendChild(make("ul"));
  for (const { letters, node, name } of keyed) {
    const row = make("button", "", [make("b", "", letters), make("span", "", name), make("span", "count", String(node.weight))]);
    row.type = "button";
    row.title = name;
    row.dataset.shape = String(node.i);
    list.appendChild(make("li", "", row));
  }
  if (keyBox.hidden) sizeKey();
};
/** Give the key the room that it needs, whole rows up to a share of that of map and key. */
export const sizeKey = () => {
  const room = byId("stage").offsetHeight + keyBox.offsetHeight;
  keyBox.hidden = false;
  keyBox.style.height = "auto";
  const rows = Math.min((keyBox.offsetHeight - FRAME) / KEY_LINE, Math.max(3, Math.floor((room * SHARE) / KEY_LINE)));
  keyBox.style.height = FRAME + rows * KEY_LINE + "px";
};
