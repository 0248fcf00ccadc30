// What is due when: by its last day where the plan tells one, else by the end of its year. "Today" is the reader's.

import { lightOf, nodes, say, words } from "./data.js";

/** @typedef {{kind: string, years?: number[], facts: Record<string, any>}} Dated A task or a target. */

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
const dayOf = (/** @type {Date} */ date) => [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
const now = new Date();
export const today = dayOf(now);
const quarterBegins = Math.floor(now.getMonth() / 3) * 3;
const QUARTER = [dayOf(new Date(now.getFullYear(), quarterBegins, 1)), dayOf(new Date(now.getFullYear(), quarterBegins + 3, 0))];

/**
 * The last day of a task or target as YYYY-MM-DD, empty where nothing tells one.
 * @param {Dated} node
 * @returns {string}
 */
export const dueOf = (node) => {
  const year = node.facts.due || node.facts.due_derived;
  return node.facts.due_by || (year ? year + "-12-31" : "");
};
const hasDeadline = (/** @type {Dated} */ node) => node.kind === "Task" || node.kind === "Target";

/** @type {Map<string, (node: Dated) => boolean>} */
const CHOICES = new Map([
  ["past", (node) => dueOf(node) !== "" && dueOf(node) < today && !(lightOf(node) && node.facts.light === "green")],
  ["quarter", (node) => dueOf(node) >= QUARTER[0] && dueOf(node) <= QUARTER[1]],
  ["none", (node) => dueOf(node) === "" && !(node.years || []).length],
]);

/**
 * Whether something passes the filter of deadlines: one of the choices above, or a year, its own or of its targets.
 * @param {Dated} node
 * @param {string} choice
 */
export const duePasses = (node, choice) => {
  if (choice === "") return true;
  const passes = CHOICES.get(choice);
  return passes ? passes(node) : (node.years || []).includes(Number(choice));
};
/**
 * Whether something is due by a day.
 * @param {Dated} node
 * @param {string} day
 */
export const dueBefore = (node, day) => dueOf(node) !== "" && dueOf(node) <= day;

/** What the filter of deadlines offers, each with the number of tasks: pairs of value and words. */
export const dueChoices = () => {
  const things = nodes.filter(hasDeadline);
  const tasks = nodes.filter((/** @type {Dated} */ node) => node.kind === "Task");
  const years = Array.from(new Set([].concat(...things.map((/** @type {Dated} */ node) => node.years || [])))).sort();
  if (!years.length && !things.some(dueOf)) return [];
  const named = Array.from(CHOICES.keys(), (name) => [name, words["due_" + name]]);
  const choices = named.filter(([name]) => things.some((/** @type {Dated} */ node) => duePasses(node, name))).concat(years.map((year) => [String(year), say("due_in", { n: year })]));
  return choices.map(([name, text]) => [name, text + "　" + tasks.filter((/** @type {Dated} */ node) => duePasses(node, name)).length]);
};
