// What is pointed at on the map, and from shape to shape by keyboard.

import { chosen, drawn } from "./overview.js";
import { network } from "./canvas.js";
import { byWeight } from "./weights.js";
import { choose } from "./panel.js";
import { nextOn } from "./ways.js";

/** @import { Point, Thing } from "./data.js" */
/** @import { Way } from "./ways.js" */

/**
 * What lies under a finger's width around a point of the window, the nearest shape first, then lines.
 * @type {(spot: Point) => Thing | null}
 */
export const thingAt = (spot) => {
  const scale = network.getScale();
  const at = network.DOMtoCanvas(spot);
  /** @type {Thing | null} */
  let best = null;
  let nearest = Infinity;
  for (const node of drawn.nodes) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    const distance = Math.hypot(shape.x - at.x, shape.y - at.y) - node.size;
    if (distance < 4 / scale && distance < nearest) {
      best = node;
      nearest = distance;
    }
  }
  if (best) return best;
  for (const edge of drawn.edges) {
    if (!edge.visible) continue;
    const line = network.body.edges[edge.i];
    const distance = line.edgeType.getDistanceToEdge(line.from.x, line.from.y, line.to.x, line.to.y, at.x, at.y);
    if (distance < 6 / scale && distance < nearest) {
      best = edge;
      nearest = distance;
    }
  }
  return best;
};

/** @param {Way} way */
export const walk = (way) => {
  const here = drawn.nodes.find((node) => node === chosen);
  const next = here ? nextOn(here, drawn.nodes.filter((node) => node.visible), way) : byWeight.find((node) => node.visible);
  if (next) choose(next);
};
