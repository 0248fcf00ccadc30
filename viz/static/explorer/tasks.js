// Tasks: the list with its conditions, and a page for each with its full text.

import { make, put } from "../common/dom.js";
import {
  agencies, agencyOf, AND, captionOf, COLON, docOf, most, plans, roles, ruleNamed, say, STATES, tally, taskOf, tasks,
  weight,
} from "./data.js";
import {
  agencyLink, chips, chipsInList, conditions, facts, heading, link, planChoices, planColumn, planLink, taskLink,
  tools,
} from "./parts.js";
import { makeTable } from "./table.js";
import { basisText, ownersCell, ownersText, textOf } from "./owners.js";
import { targetTable } from "./targets.js";
import { findingTable } from "./audit.js";
import { progressFacts } from "./progress.js";
import { numberKey, numberRank } from "../common/numbers.js";
import { foldedTask } from "./search.js";
import { address } from "./address.js";
import { fold } from "../common/matching.js";

/** @import { Task } from "./data.js" */
/** @import { Field, Now, View } from "./parts.js" */

/** @type {View<undefined>} */
export const tasksView = {
  caption: say("tasks"),
  show: (about, given, main) => {
    const table = makeTable([
      { caption: say("number"), text: (task) => task.number, className: "short" },
      { caption: say("title"), text: (task) => task.title, cell: (task) => [taskLink(task), ...chipsInList(task)], className: "name" },
      { caption: say("owners"), text: ownersText, cell: ownersCell, className: "long" },
      { caption: say("deadline"), text: (task) => task.deadline || task.years.join(AND), value: (task) => task.years[0] || null },
      { caption: say("section"), text: (task) => task.section || "", className: "section quiet" },
      ...planColumn,
    ], tasks, { caption: say("tasks"), file: say("tasks"), head: 1, rowClass: (task) => (task.states.has("no_owner") ? "orphan" : "") });
    const years = Array.from(tally(tasks, (task) => task.years).keys()).sort((a, b) => a - b);
    const named = most(agencies, weight).map((agency) => [agency.id, agency.label + "（" + agency.tasks.length + "）"]);
    /** @type {Field[]} */
    const fields = [
      { name: "q", caption: say("search_task") },
      { name: "plan", caption: say("plan"), options: planChoices(plans) },
      { name: "agency", caption: say("agency"), options: named },
      { name: "role", caption: say("role"), options: roles.map((role) => [role.name, role.caption]) },
      { name: "year", caption: say("year"), options: years.map((year) => [String(year), String(year)]) },
      { name: "state", caption: say("state"), all: say("any_state"), options: STATES.map((state) => [state, ruleNamed(state).caption + "（" + tasks.filter((task) => task.states.has(state)).length + "）"]) },
      { name: "with", caption: say("partners"), options: named },
    ];
    /** @param {Now} now */
    const filter = (now) => {
      const words = now.q.split(/\s+/).map(fold).filter(Boolean);
      const number = numberKey(now.q);
      /**
       * @param {Task} task
       * @param {string} id
       * @param {string} role
       */
      const holds = (task, id, role) => task.owners.some((owner) => (!id || owner.agency.id === id) && (!role || owner.role === role));
      table.filter((task) =>
        (!now.plan || task.plan.id === now.plan)
        && (!(now.agency || now.role) || holds(task, now.agency, now.role))
        && (!now.with || holds(task, now.with, ""))
        && (!now.year || task.years.includes(Number(now.year)))
        && (!now.state || task.states.has(now.state))
        && (words.every((word) => foldedTask(task).includes(word)) || (number !== "" && numberRank(numberKey(task.number), number) !== null)));
    };
    const form = conditions("tasks", fields, given, filter);
    put(main, [heading(say("tasks"), "", "h1"), tools(), form.box, table.box]);
    filter(form.now);
  },
};

/** @param {Task} task */
const ownersTable = (task) => makeTable([
  { caption: say("agency"), text: (owner) => owner.agency.label, cell: (owner) => agencyLink(owner.agency), className: "name" },
  { caption: say("role"), text: (owner) => captionOf(owner.role), cell: (owner) => make("span", "tag role-" + owner.role, captionOf(owner.role)) },
  { caption: say("basis"), text: basisText, cell: (owner) => { const said = make("span", "", basisText(owner)); said.title = docOf(owner.basis); return said; } },
  { caption: say("sentence"), text: (owner) => owner.quote || "", cell: (owner) => (owner.quote ? link(owner.quote, address("task", task.id, { agency: owner.agency.id }), "quote") : ""), className: "long" },
], task.owners, { caption: say("owners"), file: task.title });

/** @type {View<Task>} */
export const taskView = {
  parent: "tasks",
  caption: say("title"),
  about: taskOf,
  titleOf: (task) => (task.number + " " + task.title).trim(),
  show: (task, given, main) => {
    const agency = agencyOf.get(given.get("agency") || "");
    const at = task.plan.tasks.indexOf(task);
    /**
     * @param {Task | undefined} other
     * @param {string} caption
     */
    const beside = (other, caption) => (other ? taskLink(other, caption + COLON + (other.number + " " + other.title).trim()) : "");
    put(main, [
      make("p", "trail", [link(say("tasks"), "#tasks"), " › ", planLink(task.plan), task.section ? " › " + task.section : ""]),
      heading((task.number + " " + task.title).trim(), "", "h1"),
      make("p", "", chips(task)),
      tools(link(say("to_matrix"), address("matrix", "", { plan: task.plan.id, q: task.title }), "button")),
      task.owners.length ? "" : make("p", "banner alarm", say("nobody_note")),
      facts([[say("plan"), planLink(task.plan)], [say("deadline"), task.deadline], [say("year"), task.years.join(AND)], [say("place"), task.place]]),
      heading(say("full_text")),
      ...textOf(task, agency),
    ]);
    if (task.owners.length) put(main, [heading(say("owners")), ownersTable(task).box]);
    put(main, progressFacts(task));
    if (task.targets.length) put(main, [heading(say("task_targets")), targetTable(task.targets, task.title, true).box]);
    if (task.findings.length) put(main, [heading(say("task_findings")), findingTable(task.findings, task.title, true).box]);
    put(main, make("p", "beside", [beside(task.plan.tasks[at - 1], say("previous")), beside(task.plan.tasks[at + 1], say("next"))]));
    const on = main.querySelector("mark.on");
    return agency && on ? on : null;
  },
};
