// How far tasks are, where offices have reported: the lights by agency, then task by task with the reason.

import { make, put } from "../common/dom.js";
import { AND, COLON, COMMA, data, leadsOf, most, plans, say, tasks } from "./data.js";
import { agencyLink, bar, conditions, facts, heading, planChoices, planColumn, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";
import { barRow, chart, figure, FIRST } from "./overview.js";
import { address } from "./address.js";

/** @import { Agency, Progress, Task } from "./data.js" */
/** @import { BarPart, Now, View } from "./parts.js" */

export const LIGHTS = ["red", "yellow", "grey", "green"]; // the most urgent first
/** @typedef {Task & { progress: Progress }} Reported */
/** @type {Reported[]} */
export const reportedTasks = /** @type {any} */ (tasks.filter((task) => task.progress));
/** @param {string} light */
const lightTag = (light) => make("span", "light light-" + light, say("light_" + light));
/**
 * @param {Reported[]} rows
 * @param {number} whole
 * @param {string} label
 */
const lightBar = (rows, whole, label) => {
  const parts = LIGHTS.map((light) => {
    const count = rows.filter((task) => task.progress.light === light).length;
    return /** @type {BarPart} */ ([count, "light-" + light, say("light_" + light) + " " + count]);
  });
  return bar(parts, whole, label + COLON + parts.map((part) => part[2]).join(COMMA));
};
/**
 * Who answers for a task: those who lead it, else all its owners.
 * @param {Task} task
 */
const answering = (task) => {
  const leads = leadsOf(task);
  return Array.from(new Set((leads.length ? leads : task.owners).map((owner) => owner.agency)));
};
/** @param {Task} task */
export const progressFacts = (task) => {
  const held = task.progress;
  if (!held) return [];
  return [heading(say("progress")), facts([
    [say("light"), [lightTag(held.light), " ", held.why]],
    [say("last_day"), held.due],
    [say("state"), held.state + (held.share === null ? "" : " " + held.share + "%")],
    [say("report"), held.said],
    [say("reporter"), held.agency],
    [say("reported"), held.reported],
  ])];
};
/** @param {Reported[]} rows */
const progressTable = (rows) => makeTable([
  { caption: say("light"), text: (task) => say("light_" + task.progress.light), cell: (task) => lightTag(task.progress.light), value: (task) => LIGHTS.indexOf(task.progress.light), className: "short" },
  { caption: say("number"), text: (task) => task.number, className: "short" },
  { caption: say("title"), text: (task) => task.title, cell: (task) => taskLink(task), className: "name" },
  { caption: say("why"), text: (task) => task.progress.why, className: "owners" },
  { caption: say("last_day"), text: (task) => task.progress.due || "", className: "short" },
  { caption: say("owners"), text: (task) => answering(task).map((agency) => agency.label).join(AND), className: "owners" },
  { caption: say("report"), text: (task) => [task.progress.state, task.progress.share === null ? "" : task.progress.share + "%", task.progress.said || ""].filter(Boolean).join(" "), className: "long" },
  { caption: say("reported"), text: (task) => task.progress.reported || "", className: "short" },
  ...planColumn,
], rows, { caption: say("progress"), file: say("progress"), head: 2 });

/** @type {View<undefined>} */
export const progressView = {
  caption: say("progress"),
  hidden: !reportedTasks.length,
  show: (about, given, main) => {
    const rows = reportedTasks.slice().sort((a, b) => LIGHTS.indexOf(a.progress.light) - LIGHTS.indexOf(b.progress.light) || a.at - b.at);
    /** @type {(agency: { rows: Reported[] }, light: string) => number} */
    const count = (agency, light) => agency.rows.filter((task) => task.progress.light === light).length;
    /** @type {Map<Agency, { agency: Agency, at: number, rows: Reported[] }>} */
    const held = new Map();
    for (const task of rows) {
      for (const agency of answering(task)) {
        const entry = held.get(agency) || { agency, at: agency.at, rows: [] };
        entry.rows.push(task);
        held.set(agency, entry);
      }
    }
    const busy = Array.from(held.values()).sort((a, b) => count(b, "red") - count(a, "red") || count(b, "yellow") - count(a, "yellow") || b.rows.length - a.rows.length || a.at - b.at).slice(0, FIRST);
    const whole = Math.max(1, ...busy.map((each) => each.rows.length));
    const table = progressTable(rows);
    /** @param {Now} now */
    const filter = (now) => table.filter((task) => (!now.light || task.progress.light === now.light) && (!now.plan || task.plan.id === now.plan) && (!now.agency || task.owners.some((owner) => owner.agency.id === now.agency)));
    const form = conditions("progress", [
      { name: "light", caption: say("light"), options: LIGHTS.map((light) => [light, say("light_" + light)]) },
      { name: "agency", caption: say("agency"), options: most(Array.from(held.values()), (each) => each.rows.length).map((each) => [each.agency.id, each.agency.label]) },
      { name: "plan", caption: say("plan"), options: planChoices(plans) },
    ], given, filter);
    put(main, [
      heading(say("progress"), say("progress_doc", { day: data.made }), "h1"),
      tools(),
      make("div", "figures", LIGHTS.map((light) => figure(rows.filter((task) => task.progress.light === light).length, say("light_" + light), address("progress", "", { light }), "of-" + light))),
      heading(say("by_agency")),
      chart(say("by_agency"), busy.map((each) => barRow(agencyLink(each.agency), lightBar(each.rows, whole, each.agency.label), each.rows.length))),
      heading(say("tasks")),
      form.box,
      table.box,
    ]);
    filter(form.now);
  },
};
