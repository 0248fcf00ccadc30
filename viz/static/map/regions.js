// Several regions: from afar each one's name stands, large and pale, among its agencies or above its plans, on no shape.

import { nodes, regionOf } from "./data.js";
import { drawn, overview, plans } from "./overview.js";
import { paint } from "./colours.js";
import { FONT, told, widthOf, write } from "./writing.js";

/** @import { Box } from "../common/names.js" */
/** @import { Shape } from "./data.js" */
/** @import { Picture, Spot, Taken } from "./taken.js" */

/** @type {Map<string, Shape[]>} */
const regions = new Map();
for (const node of overview ? plans : nodes) {
  const region = overview ? regionOf({ plan: node.plan, facts: {} }) : node.facts.region;
  if (!(overview || node.kind === "Agency") || !region) continue;
  const held = regions.get(region);
  if (held) held.push(node);
  else regions.set(region, [node]);
}
/** @type {[right: number, down: number][]} */
const STEPS = [];
for (let ring = 0; ring < 8; ring += 1) {
  for (let turn = 0; turn < Math.max(1, 8 * ring); turn += 1) {
    const angle = (turn * Math.PI) / 4 / Math.max(ring, 1);
    STEPS.push([Math.cos(angle) * ring * 30, Math.sin(angle) * ring * 18]);
  }
}
/**
 * How far a shape is from a box.
 * @type {(box: Box, spot: Spot) => number}
 */
const apart = (box, { x, y, radius }) => Math.hypot(Math.max(x - radius - box[2], box[0] - x - radius, 0), Math.max(y - radius - box[3], box[1] - y - radius, 0));
/**
 * Whether the shape that is nearest to a box is one of its own, `all` being what is seen.
 * @type {(box: Box, own: Set<Spot>, all: Spot[]) => boolean}
 */
const belongs = (box, own, all) => {
  let near = Infinity;
  own.forEach((spot) => { near = Math.min(near, apart(box, spot)); });
  return !all.some((spot) => Math.abs(spot.y - (box[1] + box[3]) / 2) <= near + spot.radius + 12 && apart(box, spot) <= near + 0.5 && !own.has(spot));
};
/** @type {(values: number[]) => number} */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @type {(context: CanvasRenderingContext2D, picture: Picture, taken: Taken<Shape>) => void} */
export const drawRegions = (context, picture, taken) => {
  if (drawn.half || regions.size < 2 || (drawn.nodes.length < 200 && !overview)) return;
  const font = "700 17px " + FONT;
  context.font = font;
  context.fillStyle = paint.region;
  const everything = picture.spots.filter(Boolean);
  regions.forEach((members, name) => {
    /** @param {Shape} node */
    const spot = (node) => picture.spots[node.i];
    const seen = members.filter(spot);
    if (seen.length < (overview ? 2 : 3)) return;
    /** @type {Set<Shape>} */
    const around = new Set(seen);
    if (overview) for (const node of seen) for (const line of node.lines) around.add(line.from);
    const all = Array.from(around).filter(spot);
    const own = new Set(all.map(spot));
    const half = widthOf(context, name, font) / 2;
    const x = mean(seen.map((node) => spot(node).x));
    const y = overview ? Math.min(...all.map((node) => spot(node).y - spot(node).radius)) - 26 : mean(seen.map((node) => spot(node).y));
    for (const [right, down] of STEPS) {
      /** @type {Box} */
      const box = [x + right - half - 4, y + down - 11, x + right + half + 4, y + down + 11];
      if (box[0] < 0 || box[1] < 0 || box[2] > picture.width || box[3] > picture.height || taken.hits(box, [], 1) || !belongs(box, own, everything)) continue;
      taken.add(box, null);
      told.push({ text: name, box, own: all.map((node) => node.i), as: "region" });
      write(context, name, x + right - half, y + down);
      return;
    }
  });
};
