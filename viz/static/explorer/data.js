// What the page holds, read once. Rows refer to each other by their places; here they become references.
// Lookups by text use Map, never {}: a name may be "__proto__".

import { byId } from "../shared/dom.js";

export const data = JSON.parse(byId("data").textContent);
const texts = data.texts;
export const say = (key, values) => {
  let text = data.words[key] || key;
  for (const name of Object.keys(values || {})) text = text.split("{" + name + "}").join(String(values[name]));
  return text;
};

// The signs between words and sentences of this language.
export const AND = say("and");
export const COMMA = say("comma");
export const SEMICOLON = say("semicolon");
export const COLON = say("colon");

export const records = (table) => table.rows.map((row, at) => {
  const record = { at };
  table.columns.forEach((column, i) => { record[column] = row[i]; });
  return record;
});
export const roles = data.roles;
const roleNames = roles.map((role) => role.name);
export const captionOf = new Map(roles.concat(data.bases, data.kinds).map((each) => [each.name, each.caption]));
export const docOf = new Map(roles.concat(data.bases).map((each) => [each.name, each.doc]));
export const plans = records(data.plans);
export const agencies = records(data.agencies);
export const tasks = records(data.tasks);
export const targets = records(data.targets);
export const rules = records(data.rules);
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

for (const task of tasks) {
  task.plan = plans[task.plan];
  task.plan.tasks.push(task);
  task.section = texts[task.section];
  task.clause = texts[task.clause];
  task.targets = [];
  task.findings = [];
  task.states = new Set();
  task.owners = task.owners.map((row) => ({
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
for (const target of targets) {
  target.plan = plans[target.plan];
  target.plan.targets.push(target);
  target.section = texts[target.section];
  target.task = target.task === null ? null : tasks[target.task];
  if (target.task) target.task.targets.push(target);
  target.owners = target.owners.map((row) => ({ agency: agencies[row[0]], role: row[1] }));
  for (const agency of new Set(target.owners.map((owner) => owner.agency))) agency.targets.push(target);
}
for (const rule of rules) rule.findings = [];
for (const finding of findings) {
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
export const byKey = (rows) => new Map(rows.map((row) => [row.id, row]));
export const planOf = byKey(plans);
export const agencyOf = byKey(agencies);
export const taskOf = byKey(tasks);
export const ruleOf = new Map(rules.map((rule) => [rule.name, rule]));
//: What a task may lack, in the order of how serious it is.
export const STATES = ["no_owner", "only_collective", "no_lead", "several_leads", "open_ended"];
export const leadsOf = (task) => task.owners.filter((owner) => owner.role === "lead");
export const most = (rows, value) => rows.slice().sort((a, b) => value(b) - value(a) || a.at - b.at);
// Who leads most comes first; among those, who answers for more.
export const weight = (agency) => agency.count.get("lead") * 10000 + agency.tasks.length;
export const tally = (rows, key) => {
  const counts = new Map();
  for (const row of rows) for (const value of [].concat(key(row))) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
};
