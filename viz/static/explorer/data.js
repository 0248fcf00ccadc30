// What the page holds, read once. Rows refer to each other by their places; here they become references.
// Lookups by text use Map, never {}: a name may be "__proto__".

import { byId } from "../common/dom.js";
import { filled } from "../common/words.js";

/** @typedef {{ name: string, caption: string }} Named */
/** @typedef {Named & { doc: string }} Role */
/** @typedef {{ task: Task, owner: Owner }} Duty */
/**
 * @typedef {object} Plan
 * @property {number} at
 * @property {string} id
 * @property {string} title
 * @property {string} label
 * @property {string | null} region
 * @property {string | null} number
 * @property {string | null} issued
 * @property {string} source
 * @property {boolean} lead_written
 * @property {number[]} columns
 * @property {[string, number][]} groups
 * @property {Task[]} tasks
 * @property {Target[]} targets
 * @property {Finding[]} findings
 */
/**
 * @typedef {object} Agency
 * @property {number} at
 * @property {string} id
 * @property {string} name
 * @property {string} label
 * @property {string | null} region
 * @property {string} kind
 * @property {string | null} functional_line
 * @property {string[]} names
 * @property {Duty[]} duties Its place in each task.
 * @property {Task[]} tasks
 * @property {Target[]} targets
 * @property {Map<string, number>} count How many tasks it has in a role.
 * @property {string[]} [folded]
 */
/**
 * @typedef {object} Owner
 * @property {Agency} agency
 * @property {string} role
 * @property {string} basis
 * @property {boolean} inherited
 * @property {boolean} openEnded
 * @property {string | null} word
 * @property {string | null} written
 * @property {string | null} quote
 */
/**
 * @typedef {object} Progress
 * @property {string} light
 * @property {string} why
 * @property {string | null} due
 * @property {string} state
 * @property {number | null} share
 * @property {string | null} said
 * @property {string | null} agency
 * @property {string | null} reported
 */
/**
 * @typedef {object} Task
 * @property {number} at
 * @property {string} id
 * @property {Plan} plan
 * @property {string} number
 * @property {string} title
 * @property {string} section
 * @property {string} text
 * @property {string | null} clause
 * @property {string | null} deadline
 * @property {number[]} years
 * @property {string} place
 * @property {Owner[]} owners
 * @property {Progress | null} progress
 * @property {Target[]} targets
 * @property {Finding[]} findings
 * @property {Set<string>} states
 * @property {string} [folded]
 */
/**
 * @typedef {object} Target
 * @property {number} at
 * @property {string} id
 * @property {Plan} plan
 * @property {Task | null} task
 * @property {string | null} section
 * @property {string} metric
 * @property {boolean} quantitative
 * @property {string} value
 * @property {number | null} year
 * @property {string} due
 * @property {string} text
 * @property {string} place
 * @property {{ agency: Agency, role: string }[]} owners
 */
/**
 * @typedef {object} Rule
 * @property {number} at
 * @property {string} name
 * @property {string} caption
 * @property {string} doc
 * @property {string} severity
 * @property {Finding[]} findings
 */
/**
 * @typedef {object} Finding
 * @property {number} at
 * @property {Rule} rule
 * @property {string} severity
 * @property {Plan | null} plan
 * @property {Task | null} task
 * @property {string | null} number
 * @property {string | null} title
 * @property {string[]} agencies
 * @property {string | null} sentence
 * @property {string | null} about
 * @property {string} place
 */

export const data = JSON.parse(byId("data").textContent || "");
const texts = data.texts;
/**
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export const say = (key, values) => filled(data.words[key] || key, values);

// The signs between words and sentences of this language.
export const AND = say("and");
export const COMMA = say("comma");
export const SEMICOLON = say("semicolon");
export const COLON = say("colon");

/**
 * @param {{ columns: string[], rows: any[][] }} table
 * @returns {any[]}
 */
export const records = (table) => table.rows.map((row, at) => {
  /** @type {Record<string, any>} */
  const record = { at };
  table.columns.forEach((column, i) => { record[column] = row[i]; });
  return record;
});
/** @type {Role[]} */
export const roles = data.roles;
export const roleNames = roles.map((role) => role.name);
const captions = new Map([...roles, ...data.bases, ...data.kinds].map((each) => [each.name, each.caption]));
/**
 * What this page calls a role, basis or kind.
 * @param {string} name
 * @returns {string}
 */
export const captionOf = (name) => captions.get(name) || name;
const docs = new Map([...roles, ...data.bases].map((each) => [each.name, each.doc]));
/**
 * @param {string} name
 * @returns {string}
 */
export const docOf = (name) => docs.get(name) || "";
/** @type {Plan[]} */
export const plans = records(data.plans);
/** @type {Agency[]} */
export const agencies = records(data.agencies);
/** @type {Task[]} */
export const tasks = records(data.tasks);
/** @type {Target[]} */
export const targets = records(data.targets);
/** @type {Rule[]} */
export const rules = records(data.rules);
/** @type {Finding[]} */
const findings = records(data.findings);

for (const plan of plans) {
  plan.tasks = [];
  plan.targets = [];
  plan.findings = [];
}
for (const agency of agencies) {
  agency.duties = []; // its place in each task: {task, owner}
  agency.targets = [];
  agency.count = new Map(roleNames.map((name) => [name, 0]));
}
// Bodies of several regions may have one name: then each carries its region.
const namesakes = new Map();
for (const agency of agencies) namesakes.set(agency.name, (namesakes.get(agency.name) || 0) + 1);
for (const agency of agencies) {
  agency.label = namesakes.get(agency.name) > 1 && agency.region ? agency.name + "（" + agency.region + "）" : agency.name;
}
const titles = new Map();
for (const plan of plans) titles.set(plan.title, (titles.get(plan.title) || 0) + 1);
for (const plan of plans) plan.label = titles.get(plan.title) > 1 ? plan.title + "（" + (plan.number || plan.source) + "）" : plan.title;

// What the columns hold as places becomes what stands there.
for (const task of /** @type {any[]} */ (tasks)) {
  task.plan = plans[task.plan];
  task.plan.tasks.push(task);
  task.section = texts[task.section];
  task.clause = texts[task.clause];
  task.targets = [];
  task.findings = [];
  task.states = new Set();
  task.owners = task.owners.map((/** @type {any[]} */ row) => ({
    agency: agencies[row[0]],
    role: row[1],
    basis: row[2],
    inherited: (row[3] & 1) === 1,
    openEnded: (row[3] & 2) === 2,
    word: texts[row[4]],
    written: texts[row[5]],
    quote: texts[row[6]],
  }));
  for (const owner of task.owners) owner.agency.duties.push({ task, owner });
}
for (const agency of agencies) {
  agency.tasks = Array.from(new Set(agency.duties.map((duty) => duty.task)));
  for (const name of roleNames) {
    agency.count.set(name, new Set(agency.duties.filter((duty) => duty.owner.role === name).map((duty) => duty.task)).size);
  }
}
for (const target of /** @type {any[]} */ (targets)) {
  target.plan = plans[target.plan];
  target.plan.targets.push(target);
  target.section = texts[target.section];
  target.task = target.task === null ? null : tasks[target.task];
  if (target.task) target.task.targets.push(target);
  target.owners = target.owners.map((/** @type {any[]} */ row) => ({ agency: agencies[row[0]], role: row[1] }));
  for (const agency of new Set(/** @type {Target} */ (target).owners.map((owner) => owner.agency))) agency.targets.push(target);
}
for (const rule of rules) rule.findings = [];
for (const finding of /** @type {any[]} */ (findings)) {
  finding.rule = rules[finding.rule];
  finding.rule.findings.push(finding);
  finding.plan = finding.plan === null ? null : plans[finding.plan];
  if (finding.plan) finding.plan.findings.push(finding);
  finding.task = finding.task === null ? null : tasks[finding.task];
  finding.sentence = texts[finding.sentence];
  if (finding.task) {
    finding.task.findings.push(finding);
    finding.task.states.add(finding.rule.name);
  }
}
/**
 * @template {{ id: string }} R
 * @param {R[]} rows
 */
export const byKey = (rows) => new Map(rows.map((row) => [row.id, row]));
export const planOf = byKey(plans);
export const agencyOf = byKey(agencies);
export const taskOf = byKey(tasks);
export const ruleOf = new Map(rules.map((rule) => [rule.name, rule]));
/**
 * A rule that every page has.
 * @param {string} name
 */
export const ruleNamed = (name) => /** @type {Rule} */ (ruleOf.get(name));
//: What a task may lack, in the order of how serious it is.
export const STATES = ["no_owner", "only_collective", "no_lead", "several_leads", "open_ended"];
/** @param {Task} task */
export const leadsOf = (task) => task.owners.filter((owner) => owner.role === "lead");
/**
 * @template {{ at: number }} R
 * @param {R[]} rows
 * @param {(row: R) => number} value
 */
export const most = (rows, value) => rows.slice().sort((a, b) => value(b) - value(a) || a.at - b.at);
/**
 * How many tasks an agency has in a role.
 * @param {Agency} agency
 * @param {string} role
 */
export const countIn = (agency, role) => agency.count.get(role) || 0;
/**
 * Who leads most comes first; among those, who answers for more.
 * @param {Agency} agency
 */
export const weight = (agency) => countIn(agency, "lead") * 10000 + agency.tasks.length;
/**
 * @template R, V
 * @param {R[]} rows
 * @param {(row: R) => V | V[]} key
 * @returns {Map<V, number>}
 */
export const tally = (rows, key) => {
  const counts = new Map();
  for (const row of rows) for (const value of /** @type {V[]} */ ([]).concat(key(row))) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
};
