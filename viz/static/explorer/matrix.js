// Who answers for what, a plan at a time: tasks by agencies.

import { clear, make, put } from "../common/dom.js";
import { agencies, AND, captionOf, COLON, COMMA, planOf, plans, say, SEMICOLON } from "./data.js";
import { conditions, heading, link, planChoices, taskLink, tools } from "./parts.js";
import { shownTables, showsMore, STEP } from "./table.js";
import { basisText } from "./owners.js";
import { foldedTask } from "./search.js";
import { address } from "./address.js";
import { fold } from "../common/matching.js";

/** @import { Owner, Plan, Task } from "./data.js" */
/** @import { Now, View } from "./parts.js" */

const SIGNS = new Map([["lead", "●"], ["sole", "○"], ["co_own", "◐"], ["support", "△"], ["guide", "☆"], ["implement", "▲"]]);
/** @param {Owner} owner */
const signOf = (owner) => SIGNS.get(owner.role === "lead" && owner.basis === "sole" ? "sole" : owner.role);

/** @param {Plan} plan */
const matrixHead = (plan) => {
  const groups = make("tr", "groups", [make("th", "task", say("title")), make("th", "due", say("deadline"))]);
  for (const cell of Array.from(groups.cells)) cell.rowSpan = 2;
  for (const group of plan.groups) {
    // A word that has no room above its columns is told when pointed at.
    const cell = make("th", "", group[1] > 1 && group[0].length * 12 < group[1] * 28 ? group[0] : "");
    cell.title = group[0];
    cell.colSpan = group[1];
    groups.appendChild(cell);
  }
  const last = make("th", "sum", say("count"));
  last.rowSpan = 2;
  groups.appendChild(last);
  const names = make("tr", "", plan.columns.map((place) => {
    const agency = agencies[place];
    const cell = make("th", "agency" + (agency.name.length > 15 ? " long" : ""), make("span", "", link(agency.name, address("agency", agency.id))));
    cell.title = agency.label;
    return cell;
  }));
  Array.from(groups.children).concat(Array.from(names.children)).forEach((cell) => cell.setAttribute("scope", "col"));
  return make("thead", "", [groups, names]);
};

/**
 * @param {Task} task
 * @param {Map<number, number>} place Column by agency.
 */
const matrixRow = (task, place) => {
  const name = make("th", "task", taskLink(task, [make("small", "", task.number), " " + task.title]));
  name.setAttribute("scope", "row");
  const row = make("tr", task.owners.length ? "" : "orphan", [name, make("td", "due", task.deadline || task.years.join(AND))]);
  /** @type {Map<number, Owner[]>} */
  const cells = new Map();
  for (const owner of task.owners) {
    const column = /** @type {number} */ (place.get(owner.agency.at));
    cells.set(column, [...(cells.get(column) || []), owner]);
  }
  let at = 0;
  /** @param {number} to */
  const gap = (to) => {
    if (to <= at) return;
    const cell = make("td", "gap");
    cell.colSpan = to - at;
    row.appendChild(cell);
  };
  for (const [here, held] of Array.from(cells).sort((a, b) => a[0] - b[0])) {
    gap(here);
    const anchor = taskLink(task, held.map(signOf).join(""), held[0].agency);
    const cell = make("td", "cell basis-" + held[0].basis, anchor);
    const said = held[0].agency.label + COLON + held.map((owner) => captionOf(owner.role) + COMMA + basisText(owner)).join(SEMICOLON);
    cell.title = said;
    anchor.setAttribute("aria-label", said);
    row.appendChild(cell);
    at = here + 1;
  }
  gap(place.size);
  row.appendChild(make("td", "sum", task.owners.length ? String(cells.size) : say("nobody")));
  return row;
};

/**
 * @param {Plan} plan
 * @param {Task[]} rows
 */
const matrixTable = (plan, rows) => {
  const place = new Map(plan.columns.map((agency, at) => [agency, at]));
  const body = make("tbody");
  const table = make("table", "matrix", [make("caption", "unseen", plan.label), matrixHead(plan), body]);
  table.style.setProperty("--columns", String(plan.columns.length));
  const leads = make("tr", "sums", [make("th", "task", say("led_here")), make("td", "due")]);
  for (const agency of plan.columns) {
    const led = plan.tasks.filter((task) => task.owners.some((owner) => owner.agency.at === agency && owner.role === "lead")).length;
    leads.appendChild(make("td", "cell", led ? String(led) : ""));
  }
  leads.appendChild(make("td", "sum"));
  const end = make("div", "end");
  let made = 0;
  let section = "";
  const more = () => {
    for (const task of rows.slice(made, made + STEP)) {
      if (task.section !== section) {
        section = task.section;
        if (section) {
          const rest = make("td");
          rest.colSpan = plan.columns.length + 2;
          body.appendChild(make("tr", "section", [make("th", "", section), rest]));
        }
      }
      body.appendChild(matrixRow(task, place));
    }
    made = Math.min(rows.length, made + STEP);
    end.hidden = made >= rows.length;
    if (made >= rows.length && !leads.parentNode) body.appendChild(leads);
    if (showsMore === null) while (made < rows.length) more();
    else if (!end.hidden) {
      showsMore.unobserve(end);
      showsMore.observe(end);
    }
    return made < rows.length;
  };
  shownTables.push({ end, more });
  more();
  const box = make("div", "wide grid", [table, end]);
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", plan.label);
  return box;
};

/** @type {View<undefined>} */
export const matrixView = {
  caption: say("matrix"),
  show: (about, given, main) => {
    const held = plans.filter((plan) => plan.columns.length);
    const count = make("span", "count");
    count.setAttribute("role", "status");
    const place = make("div");
    /** @param {Now} now */
    const show = (now) => {
      const plan = planOf.get(now.plan) || held[0];
      clear(place);
      shownTables.length = 0;
      if (!plan) return;
      const words = now.q.split(/\s+/).map(fold).filter(Boolean);
      const rows = plan.tasks.filter((task) => words.every((word) => foldedTask(task).includes(word)));
      count.textContent = say("rows_of", { n: rows.length, all: plan.tasks.length });
      put(place, [
        plan.lead_written ? "" : make("p", "banner", say("plan_writes_no_lead")),
        make("h2", "", plan.label),
        rows.length ? matrixTable(plan, rows) : make("p", "note", say("none_left")),
      ]);
    };
    const form = conditions("matrix", [
      { name: "plan", caption: say("plan"), all: held.length ? held[0].label : say("all"), options: planChoices(held.slice(1)) },
      { name: "q", caption: say("search_task") },
    ], given, show);
    put(main, [heading(say("matrix"), say("matrix_doc"), "h1"), tools(count), form.box, place]);
    show(form.now);
  },
};
