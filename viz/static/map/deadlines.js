// What is due when: by its last day where the plan tells one, else by the end of its year. "Today" is the reader's.

import { lightOf, nodes, say, words } from "./data.js";
import { dayOf, lastDay, quarterOf } from "./days.js";

/** @import { NamedFacts } from "./data.js" */
/** @typedef {{ kind: string, years?: number[], facts: NamedFacts }} Dated A task or a target. */

const now = new Date();
export const today = dayOf(now);
const [QUARTER_BEGINS, QUARTER_ENDS] = quarterOf(now);

/** @type {(node: Dated) => string} */
export const dueOf = (node) => lastDay(node.facts);
/** @type {(node: Dated) => boolean} */
const hasDeadline = (node) => node.kind === "Task" || node.kind === "Target";

/** @type {Map<string, (node: Dated) => boolean>} */
const CHOICES = new Map([
  ["past", (node) => dueOf(node) !== "" && dueOf(node) < today && !(lightOf(node) && node.facts.light === "green")],
  ["quarter", (node) => dueOf(node) >= QUARTER_BEGINS && dueOf(node) <= QUARTER_ENDS],
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
  const tasks = nodes.filter((node) => node.kind === "Task");
  const years = Array.from(new Set(/** @type {number[]} */ ([]).concat(...things.map((node) => node.years || [])))).sort();
  if (!years.length && !things.some(dueOf)) return [];
  const named = Array.from(CHOICES.keys(), (name) => [name, words["due_" + name]]);
  const choices = named.filter(([name]) => things.some((node) => duePasses(node, name))).concat(years.map((year) => [String(year), say("due_in", { n: year })]));
  return choices.map(([name, text]) => [name, text + "　" + tasks.filter((node) => duePasses(node, name)).length]);
};
