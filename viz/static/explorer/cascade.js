// What plans below make of the plans above, where several levels of one subject are in the page.

import { make, put } from "../common/dom.js";
import { byKey, data, plans, records, say, targets, tasks } from "./data.js";
import { heading, link, planLink, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";
import { address } from "./address.js";

/** @import { Plan, Target, Task } from "./data.js" */
/** @import { View } from "./parts.js" */
/** @import { Content } from "../common/dom.js" */
/** @import { Column } from "./table.js" */

/** @template T @typedef {{ at: number, verdict: string, serious: boolean, up: T | null, down: T | null, note: string | null }} Link */
/**
 * @typedef {object} Cascade
 * @property {number} at
 * @property {string} id
 * @property {Plan} above
 * @property {Plan} below
 * @property {Link<Task>[]} tasks
 * @property {Link<Target>[]} targets
 * @property {Link<Task>[]} owners
 */

/**
 * Links of things that a row names by their places.
 * @template T
 * @param {any[][]} rows
 * @param {T[]} things
 * @returns {Link<T>[]}
 */
const links = (rows, things) => rows.map(([verdict, serious, up, down, note], at) => ({
  at, verdict, serious, up: up === null ? null : things[up], down: down === null ? null : things[down], note,
}));
/** @type {Cascade[]} */
const cascades = records(data.cascades).map((each) => ({
  at: each.at,
  id: plans[each.below].id + "~" + plans[each.above].id,
  above: plans[each.above],
  below: plans[each.below],
  tasks: links(each.tasks, tasks),
  targets: links(each.targets, targets),
  owners: links(each.owners, tasks),
}));
/** @param {Task | null} task */
const taskName = (task) => (task ? (task.number + " " + task.title).trim() : "");
/** @param {Target | null} target */
const targetName = (target) => (target ? target.text : "");
/** @param {Link<unknown>} row */
const verdictCell = (row) => make("span", "chip " + (row.serious ? "warning" : "notice"), row.verdict);
/**
 * @template T
 * @param {Link<T>[]} rows
 * @param {string} upper
 * @param {string} lower
 * @param {(thing: T | null) => string} name
 * @param {(thing: T | null) => Content} cell
 * @param {string} file
 */
const linkTable = (rows, upper, lower, name, cell, file) => {
  /** @type {Column<Link<T>>[]} */
  const columns = [
    { caption: say("verdict"), text: (row) => row.verdict, cell: verdictCell, className: "short" },
    { caption: upper, text: (row) => name(row.up), cell: (row) => cell(row.up), className: "name" },
    { caption: lower, text: (row) => name(row.down), cell: (row) => cell(row.down), className: "name" },
    { caption: say("about"), text: (row) => row.note || "", className: "long" },
  ];
  return makeTable(columns.filter((column, i) => i !== 3 || rows.some((row) => row.note)), rows, { caption: file, file, head: 1 });
};
/** @param {Cascade} found */
const unmatched = (found) => found.tasks.filter((row) => !row.down);
/** @param {Cascade} found */
const fresh = (found) => found.tasks.filter((row) => !row.up);
/** @param {Cascade} found */
const matched = (found) => found.tasks.filter((row) => row.up && row.down);

/** @type {View<Cascade | undefined>} */
export const cascadeView = {
  caption: say("cascade"),
  hidden: !cascades.length,
  optional: byKey(cascades),
  titleOf: (found) => (found ? found.below.label : ""),
  show: (found, given, main) => {
    if (found) {
      /** @param {Task | null} each */
      const task = (each) => (each ? taskLink(each, taskName(each)) : "—");
      /** @param {Target | null} each */
      const target = (each) => (each ? (each.task ? taskLink(each.task, each.text) : each.text) : "—");
      put(main, [
        make("p", "trail", link(say("all_pairs"), "#cascade")),
        heading(found.above.label + " → " + found.below.label, "", "h1"),
        tools(),
      ]);
      /**
       * @template T
       * @param {string} caption
       * @param {Link<T>[]} rows
       * @param {string} upper
       * @param {string} lower
       * @param {(thing: T | null) => string} name
       * @param {(thing: T | null) => Content} cell
       */
      const part = (caption, rows, upper, lower, name, cell) => {
        if (rows.length) put(main, [heading(caption + " " + rows.length), linkTable(rows, upper, lower, name, cell, caption).box]);
      };
      const upper = say("tasks_above");
      const lower = say("tasks_below");
      part(say("not_taken_up"), unmatched(found), upper, lower, taskName, task);
      part(say("less"), found.targets.filter((row) => row.serious), say("targets_above"), say("targets_below"), targetName, target);
      part(say("owner_changes"), found.owners, upper, lower, taskName, task);
      part(say("taken_up"), matched(found), upper, lower, taskName, task);
      part(say("new_below"), fresh(found), upper, lower, taskName, task);
      return;
    }
    /**
     * @param {string} caption
     * @param {(found: Cascade) => unknown[]} rows
     * @param {string} [className]
     * @returns {Column<Cascade>}
     */
    const number = (caption, rows, className) => ({ caption, text: (each) => String(rows(each).length), value: (each) => rows(each).length, className: "number " + (className || "") });
    put(main, [heading(say("cascade"), say("cascade_doc"), "h1"), tools(), makeTable([
      { caption: say("above"), text: (each) => each.above.label, cell: (each) => planLink(each.above), className: "name" },
      { caption: say("below"), text: (each) => each.below.label, cell: (each) => link(each.below.label, address("cascade", each.id)), className: "name" },
      number(say("not_taken_up"), unmatched, "alarm"),
      number(say("taken_up"), (each) => Array.from(new Set(matched(each).map((row) => row.up)))),
      number(say("new_below"), fresh),
      number(say("less"), (each) => each.targets.filter((row) => row.serious), "alarm"),
      number(say("owner_changes"), (each) => each.owners),
    ], cascades, { caption: say("cascade"), file: say("cascade"), head: 1 }).box]);
  },
};
