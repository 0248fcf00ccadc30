// Agencies: the list, and a page for each with all it answers for.

import { make, put } from "../common/dom.js";
import {
  agencies, agencyOf, AND, captionOf, COLON, COMMA, countIn, data, most, roles, say, tally, weight,
} from "./data.js";
import {
  agencyLink, bar, chipsInList, choices, conditions, facts, heading, legend, link, planColumn, roleBar, rolesOf,
  taskLink, tools,
} from "./parts.js";
import { makeTable } from "./table.js";
import { basisText } from "./owners.js";
import { barRow, chart, figure } from "./overview.js";
import { targetTable } from "./targets.js";
import { nameRank } from "./search.js";
import { address } from "./address.js";
import { fold } from "../common/matching.js";

/** @import { Agency, Named, Role, Task } from "./data.js" */
/** @import { Field, Now, View } from "./parts.js" */
/** @import { Column } from "./table.js" */

/** @param {Agency} agency */
const regionOf = (agency) => agency.region || "";
/**
 * @param {Role} role
 * @returns {Column<Agency>}
 */
const roleColumn = (role) => ({
  caption: role.caption,
  text: (agency) => String(countIn(agency, role.name) || ""),
  value: (agency) => countIn(agency, role.name),
  className: "number",
});

/** @type {View<undefined>} */
export const agenciesView = {
  caption: say("agencies"),
  show: (about, given, main) => {
    const rows = most(agencies, weight);
    const whole = Math.max(1, ...rows.map((agency) => rolesOf(agency).reduce((sum, part) => sum + part[0], 0)));
    const table = makeTable([
      { caption: say("agency"), text: (agency) => agency.label, cell: agencyLink, className: "name" },
      { caption: say("region"), text: regionOf, className: "short" },
      { caption: say("kind"), text: (agency) => captionOf(agency.kind), className: "short" },
      { caption: say("role"), text: (agency) => rolesOf(agency).filter((part) => part[0]).map((part) => part[2]).join(COMMA), cell: (agency) => roleBar(agency, whole), value: (agency) => agency.tasks.length, className: "drawing" },
      ...roles.map(roleColumn),
      { caption: say("total"), text: (agency) => String(agency.tasks.length), value: (agency) => agency.tasks.length, className: "number" },
      { caption: say("targets"), text: (agency) => String(agency.targets.length || ""), value: (agency) => agency.targets.length, className: "number" },
    ], rows, { caption: say("agencies"), file: say("agencies") });
    /** @type {Field[]} */
    const fields = [
      { name: "q", caption: say("search_agency") },
      { name: "region", caption: say("region"), options: choices(agencies, regionOf) },
      { name: "kind", caption: say("kind"), options: /** @type {Named[]} */ (data.kinds).filter((kind) => agencies.some((agency) => agency.kind === kind.name)).map((kind) => [kind.name, kind.caption]) },
    ];
    /** @param {Now} now */
    const filter = (now) => {
      const query = fold(now.q);
      table.filter((agency) => (!now.region || agency.region === now.region) && (!now.kind || agency.kind === now.kind) && (!query || nameRank(agency, query) < 9));
    };
    const form = conditions("agencies", fields, given, filter);
    put(main, [heading(say("agencies"), say("agencies_doc"), "h1"), tools(), form.box, legend(), table.box]);
    filter(form.now);
  },
};

/** @typedef {{ agency: Agency, at: number, tasks: Task[], leads: number, led: number }} Partner */
/**
 * Who else has a place in its tasks, and who of both leads them.
 * @param {Agency} agency
 */
export const partnersOf = (agency) => {
  /** @type {Map<Agency, Partner>} */
  const found = new Map();
  /** @type {Map<Task, Set<string>>} */
  const mine = new Map();
  for (const duty of agency.duties) {
    const held = mine.get(duty.task) || new Set();
    mine.set(duty.task, held.add(duty.owner.role));
  }
  mine.forEach((held, task) => {
    for (const other of new Set(task.owners.map((owner) => owner.agency))) {
      if (other === agency) continue;
      const partner = found.get(other) || { agency: other, at: other.at, tasks: [], leads: 0, led: 0 };
      found.set(other, partner);
      const leads = held.has("lead");
      const led = task.owners.some((owner) => owner.agency === other && owner.role === "lead");
      partner.tasks.push(task);
      if (leads && !led) partner.leads += 1;
      if (led && !leads) partner.led += 1;
    }
  });
  return most(Array.from(found.values()), (partner) => partner.tasks.length);
};

/**
 * @param {Agency} agency
 * @param {Role} role
 */
const dutyTable = (agency, role) => {
  const rows = agency.duties.filter((duty) => duty.owner.role === role.name).map((duty) => ({ task: duty.task, owner: duty.owner, plan: duty.task.plan }));
  return makeTable([
    { caption: say("number"), text: (duty) => duty.task.number, className: "short" },
    { caption: say("title"), text: (duty) => duty.task.title, cell: (duty) => [taskLink(duty.task, "", agency), ...chipsInList(duty.task)], className: "name" },
    { caption: say("sentence"), text: (duty) => duty.owner.quote || "", cell: (duty) => (duty.owner.quote ? link(duty.owner.quote, address("task", duty.task.id, { agency: agency.id }), "quote") : ""), className: "long" },
    { caption: say("basis"), text: (duty) => basisText(duty.owner) },
    { caption: say("deadline"), text: (duty) => duty.task.deadline || duty.task.years.join(AND), value: (duty) => duty.task.years[0] || null },
    ...planColumn,
  ], rows, { caption: role.caption, file: agency.label + role.caption, head: 1 });
};

/** @param {Agency} agency */
const deadlinesOf = (agency) => {
  const counts = tally(agency.tasks, (task) => task.years);
  const years = Array.from(counts.keys()).sort((a, b) => a - b);
  const whole = Math.max(1, ...counts.values());
  return chart(say("deadlines"), years.map((year) => barRow(
    link(String(year), address("tasks", "", { agency: agency.id, year })),
    bar([[counts.get(year) || 0, "target", ""]], whole, year + COLON + counts.get(year)),
    counts.get(year) || 0,
  )));
};

/** @type {View<Agency>} */
export const agencyView = {
  parent: "agencies",
  caption: say("agency"),
  about: agencyOf,
  titleOf: (agency) => agency.label,
  show: (agency, given, main) => {
    const partners = partnersOf(agency);
    put(main, [
      make("p", "trail", [link(say("agencies"), "#agencies"), agency.region ? " › " + agency.region : ""]),
      heading(agency.label, agency.names.length ? say("also", { names: agency.names.join(AND) }) : "", "h1"),
      tools(link(say("in_map"), address("relations", agency.id), "button")),
      agency.kind === "collective" ? make("p", "banner", say("collective_note")) : "",
      facts([[say("region"), agency.region], [say("kind"), captionOf(agency.kind)], [say("line"), agency.functional_line]]),
      make("div", "figures", roles.filter((role) => countIn(agency, role.name)).map((role) =>
        figure(countIn(agency, role.name), role.caption, address("tasks", "", { agency: agency.id, role: role.name }), "of-" + role.name))
        .concat(figure(agency.targets.length, say("targets"), address("targets", "", { agency: agency.id })))),
    ]);
    for (const role of roles) {
      if (countIn(agency, role.name)) put(main, [heading(say("tasks_in_role", { role: role.caption, n: countIn(agency, role.name) }), role.doc), dutyTable(agency, role).box]);
    }
    if (agency.targets.length) put(main, [heading(say("targets_of", { n: agency.targets.length })), targetTable(agency.targets, agency.label + say("targets")).box]);
    if (agency.tasks.some((task) => task.years.length)) put(main, [heading(say("deadlines")), deadlinesOf(agency)]);
    put(main, heading(say("partners"), partners.length ? say("partners_doc") : say("no_partners")));
    if (partners.length) {
      put(main, makeTable([
        { caption: say("agency"), text: (partner) => partner.agency.label, cell: (partner) => agencyLink(partner.agency), className: "name" },
        { caption: say("shared"), text: (partner) => String(partner.tasks.length), cell: (partner) => link(String(partner.tasks.length), address("tasks", "", { agency: agency.id, with: partner.agency.id })), value: (partner) => partner.tasks.length, className: "number" },
        { caption: say("it_leads"), text: (partner) => String(partner.leads || ""), value: (partner) => partner.leads, className: "number" },
        { caption: say("other_leads"), text: (partner) => String(partner.led || ""), value: (partner) => partner.led, className: "number" },
      ], partners, { caption: say("partners"), file: agency.label + say("partners") }).box);
    }
  },
};
