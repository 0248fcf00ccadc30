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
export const writeLetter = (context, letter, node, spot) => {
  const radius = Math.max(spot.radius, 6.5);
  context.font = "700 11px " + FONT;
  if (spot.radius < 6.5) {
    context.fillStyle = node.hollow ? paint.ground : lifted(kindOf(node).colour);
    context.fillRect(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
  }
  context.fillStyle = node.hollow ? paint.agency : paint.lift ? paint.ground : "#ffffff";
  writePlain(context, letter, spot.x - widthOf(context, letter, context.font) / 2, spot.y + 0.5);
  told.push({ text: letter, box: [spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius], own: [node.i], as: "letter" });
};

/**
 * Where a key of rows stands: where it covers least, at the rim before the middle.
 * @type {(rows: number, wide: number, picture: Picture, taken: Taken<Shape>) => { box: Box, covered: number, columns: number } | null}
 */
const roomFor = (rows, wide, picture, taken) => {
  /** @type {{ box: Box, covered: number, columns: number } | null} */
  let best = null;
  const crowd = crowdedness(picture);
  for (let columns = 1; columns <= 4 && wide * columns < picture.width; columns += 1) {
    const width = wide * columns;
    const height = (Math.ceil(rows / columns) + 1) * 17 + 10;
    for (let at = 0; at <= 48; at += 1) {
      const x = 6 + ((picture.width - width - 12) * (at % 7)) / 6;
      const y = picture.height - height - 6 - ((picture.height - height - 12) * Math.floor(at / 7)) / 6;
      /** @type {Box} */
      const box = [x, y, x + width, y + height];
      let covered = crowd(box);
      if (!covered && taken.hits(box, [], 0)) covered = 0.5;
      if (!covered) return { box, covered, columns };
      if (!best || covered < best.covered) best = { box, covered, columns };
    }
  }
  return best;
};

/** @type {(context: CanvasRenderingContext2D, named: { node: Shape, name: string }[], picture: Picture, taken: Taken<Shape>) => void} */
export const writeKey = (context, named, picture, taken) => {
  if (!named.length) return;
  context.font = "12px " + FONT;
  const texts = named.map(({ node, name }, n) => LETTERS[n] + "　" + name + "　" + node.weight);
  const wide = Math.max(widthOf(context, words.key, context.font), ...texts.map((text) => widthOf(context, text, context.font))) + 20;
  const best = roomFor(texts.length, wide, picture, taken);
  if (!best) return;
  const [x, y, right, bottom] = best.box;
  context.fillStyle = paint.board;
  context.fillRect(x, y, right - x, bottom - y);
  context.lineWidth = 1;
  context.strokeStyle = paint.rim;
  context.strokeRect(x, y, right - x, bottom - y);
  context.fillStyle = paint.soft;
  ink.push({ box: best.box });
  writePlain(context, words.key, x + 8, y + 14);
  context.fillStyle = paint.agency;
  const rows = Math.ceil(texts.length / best.columns);
  texts.forEach((text, n) => writePlain(context, text, x + 8 + Math.floor(n / rows) * wide, y + 31 + (n % rows) * 17));
  told.push({ text: texts.join("\n"), box: best.box, own: named.map(({ node }) => node.i), as: "key" });
};
