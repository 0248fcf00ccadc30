// How heavy a shape is: by the tasks that it holds, whatever number of lines stands for them.

import { kindOf, lightOf, roleOf } from "./data.js";
import { drawn } from "./overview.js";

/** @import { Shape } from "./data.js" */

/** @type {(node: Shape) => number} */
const weightOf = (node) => {
  if (node.kind === "Plan") return node.tasks.filter((task) => task.visible).length;
  if (node.kind === "Group") return node.items.filter((item) => item.visible).length;
  if (node.kind !== "Agency") return node.lines.filter((line) => line.visible).length;
  return new Set(node.edges.filter((edge) => edge.visible && roleOf(edge).graded).map((edge) => edge.to)).size;
};
/** @type {(node: Shape) => boolean} */
export const large = (node) => node.kind === "Agency" || node.kind === "Plan" || node.kind === "Group";
/**
 * A task that is overdue is named before others.
 * @type {(node: Shape) => boolean}
 */
export const isRed = (node) => lightOf(node) !== null && node.facts.light === "red";
/** @type {Shape[]} */
export let byWeight = [];
export const weigh = () => {
  for (const node of drawn.nodes) node.weight = weightOf(node);
  byWeight = drawn.nodes.slice().sort((a, b) => Number(large(b)) - Number(large(a)) || Number(isRed(b)) - Number(isRed(a))
    || (large(a) ? b.weight - a.weight : kindOf(b).rank * (b.weight + 1) - kindOf(a).rank * (a.weight + 1)) || a.i - b.i);
};
