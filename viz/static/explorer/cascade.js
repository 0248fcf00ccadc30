// What plans below make of the plans above, where several levels of one subject are in the page.

import { make, put } from "../shared/dom.js";
import { byKey, data, plans, records, say, targets, tasks } from "./data.js";
import { address, heading, link, planLink, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";

const links = (rows) => rows.map((row, at) => ({ at, verdict: row[0], serious: row[1], up: row[2], down: row[3], note: row[4] }));
const cascades = records(data.cascades).map((each) => {
  const task = (place) => (place === null ? null : tasks[place]);
  const target = (place) => (place === null ? null : targets[place]);
  const found = { above: plans[each.above], below: plans[each.below] };
  found.id = found.below.id + "~" + found.above.id;
  found.tasks = links(each.tasks).map((row) => Object.assign(row, { up: task(row.up), down: task(row.down) }));
  found.targets = links(each.targets).map((row) => Object.assign(row, { up: target(row.up), down: target(row.down) }));
  found.owners = links(each.owners).map((row) => Object.assign(row, { up: task(row.up), down: task(row.down) }));
  return found;
});
const taskName = (task) => (task ? (task.number + " " + task.title).trim() : "");
const targetName = (target) => (target ? target.text : "");
const verdictCell = (row) => make("span", "chip " + (row.serious ? "warning" : "notice"), row.verdict);
const linkTable = (rows, upper, lower, name, cell, file) => {
  const columns = [
    { caption: say("verdict"), text: (row) => row.verdict, cell: verdictCell, className: "short" },
    { caption: upper, text: (row) => name(row.up), cell: (row) => cell(row.up), className: "name" },
    { caption: lower, text: (row) => name(row.down), cell: (row) => cell(row.down), className: "name" },
    { caption: say("about"), text: (row) => row.note || "", className: "long" },
  ].filter((column, i) => i !== 3 || rows.some((row) => row.note));
  return makeTable(columns, rows, { caption: file, file, head: 1 });
};
const unmatched = (found) => found.tasks.filter((row) => !row.down);
const fresh = (found) => found.tasks.filter((row) => !row.up);
const matched = (found) => found.tasks.filter((row) => row.up && row.down);

export const cascadeView = {
  caption: say("cascade"),
  hidden: !cascades.length,
  optional: byKey(cascades),
  titleOf: (found) => found.below.label,
  show: (found, given, main) => {
    if (found) {
      const task = (each) => (each ? taskLink(each, taskName(each)) : "—");
      const target = (each) => (each ? (each.task ? taskLink(each.task, each.text) : each.text) : "—");
      put(main, [
        make("p", "trail", link(say("all_pairs"), "#cascade")),
        heading(found.above.label + " → " + found.below.label, "", "h1"),
        tools(),
      ]);
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
