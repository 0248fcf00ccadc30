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
  const ordered = drawn.nodes.map((node) => ({ node, large: large(node), red: isRed(node), order: large(node) ? node.weight : kindOf(node).rank * (node.weight + 1) }));
  ordered.sort((a, b) => Number(b.large) - Number(a.large) || Number(b.red) - Number(a.red) || b.order - a.order || a.node.i - b.node.i);
  byWeight = ordered.map(({ node }) => node);
};
