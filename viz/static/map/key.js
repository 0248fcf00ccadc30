// Where there is no room for a name, a letter stands on the shape and a key spells it out.

import { kindOf, words } from "./data.js";
import { lifted, paint } from "./colours.js";
import { crowdedness } from "./taken.js";
import { FONT, ink, told, widthOf, writePlain } from "./writing.js";

/** @import { Box } from "../common/names.js" */
/** @import { Shape } from "./data.js" */
/** @import { Picture, Spot, Taken } from "./taken.js" */

export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** @type {(context: CanvasRenderingContext2D, letter: string, node: Shape, spot: Spot) => void} */
const writeLetter = (context, letter, node, spot) => {
  const radius = Math.max(spot.radius, 6.5);
  context.font = "700 11px " + FONT;
  if (spot.radius < 6.5) {
    context.fillStyle = node.hollow ? paint.ground : lifted(kindOf(node).colour);
    context.fillRect(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
    if (node.hollow) {
      context.lineWidth = 1.5;
      context.strokeStyle = lifted(kindOf(node).hollow_colour);
      context.strokeRect(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
    }
  }
  context.fillStyle = node.hollow ? paint.agency : paint.lift ? paint.ground : "#ffffff";
  writePlain(context, letter, spot.x - widthOf(context, letter, context.font) / 2, spot.y + 0.5);
  told.push({ text: letter, box: [spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius], own: [node.i], as: "letter" });
};

/** @typedef {{ box: Box, covered: number, rows: number, lefts: number[] }} Room Where a key stands, what that covers, and where its columns begin. */

/**
 * Where a key stands: where it covers least, shapes counting more than names, at the rim before the middle.
 * @type {(lengths: number[], title: number, crowd: (box: Box) => number, picture: Picture, taken: Taken<Shape>, blocked: Box[]) => Room | null}
 */
const roomFor = (lengths, title, crowd, picture, taken, blocked) => {
  /** @type {Room | null} */
  let best = null;
  for (let columns = 1; columns <= Math.min(6, lengths.length); columns += 1) {
    const rows = Math.ceil(lengths.length / columns);
    /** @type {number[]} */
    const lefts = [];
    let width = 0;
    for (let at = 0; at < lengths.length; at += rows) {
      lefts.push(width);
      width += Math.max(...lengths.slice(at, at + rows)) + 20;
    }
    width = Math.max(width, title + 20);
    if (width > picture.width - 12) break;
    const height = (rows + 1) * 17 + 10;
    for (let at = 0; at <= 48; at += 1) {
      const x = 6 + ((picture.width - width - 12) * (at % 7)) / 6;
      const y = picture.height - height - 6 - ((picture.height - height - 12) * Math.floor(at / 7)) / 6;
      /** @type {Box} */
      const box = [x, y, x + width, y + height];
      if (blocked.some((other) => meets(other, box))) continue;
      let covered = crowd(box);
      if (!best || covered < best.covered) covered += told.filter((name) => meets(name.box, box)).length / 2;
      if (!covered && taken.hits(box, [], 0)) covered = 0.25;
      if (!best || covered < best.covered) best = { box, covered, rows, lefts };
      if (!covered) return best;
    }
  }
  return best;
};
/** @type {(one: Box, other: Box) => boolean} */
const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/**
 * Write a letter on each of some shapes and what the letters say, and return of how many: of so many, the first before
 * the others, as let the key cover no shape and no name. It never stands on what is `blocked`.
 * @type {(context: CanvasRenderingContext2D, named: { node: Shape, name: string }[], picture: Picture, taken: Taken<Shape>, blocked: Box[]) => number}
 */
export const writeKey = (context, named, picture, taken, blocked) => {
  const font = "12px " + FONT;
  context.font = font;
  const texts = named.map(({ node, name }, n) => LETTERS[n] + "　" + name + "　" + node.weight);
  const lengths = texts.map((text) => widthOf(context, text, font));
  const title = widthOf(context, words.key, font);
  const crowd = named.length ? crowdedness(picture) : () => 0;
  let count = named.length;
  let best = count ? roomFor(lengths, title, crowd, picture, taken, blocked) : null;
  while (count > 1 && (!best || best.covered >= 0.5)) {
    count -= Math.max(1, count >> 3);
    best = roomFor(lengths.slice(0, count), title, crowd, picture, taken, blocked);
  }
  if (best && best.covered >= 1) best = null;
  if (!best) return 0;
  const kept = named.slice(0, count);
  kept.forEach(({ node }, n) => writeLetter(context, LETTERS[n], node, picture.spots[node.i]));
  const [x, y, right, bottom] = best.box;
  taken.add(best.box, null);
  context.font = font;
  context.fillStyle = paint.board;
  context.fillRect(x, y, right - x, bottom - y);
  context.lineWidth = 1;
  context.strokeStyle = paint.rim;
  context.strokeRect(x, y, right - x, bottom - y);
  context.fillStyle = paint.soft;
  ink.push({ box: best.box });
  writePlain(context, words.key, x + 8, y + 14);
  context.fillStyle = paint.agency;
  const { rows, lefts } = best;
  kept.forEach((each, n) => writePlain(context, texts[n], x + 8 + lefts[Math.floor(n / rows)], y + 31 + (n % rows) * 17));
  told.push({ text: texts.slice(0, count).join("\n"), box: best.box, own: kept.map(({ node }) => node.i), as: "key" });
  return count;
};
