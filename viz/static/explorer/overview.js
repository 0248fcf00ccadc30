// The first view: who leads how much and what has nobody, before any click.

import { make, put } from "../common/dom.js";
import {
  agencies, AND, COLON, COMMA, countIn, data, leadsOf, most, plans, roles, ruleNamed, rules, say, SEMICOLON, STATES,
  tally, targets, tasks, weight,
} from "./data.js";
import { agencyLink, bar, heading, legend, link, planLink, roleBar, rolesOf, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";
import { LIGHTS, reportedTasks } from "./progress.js";
import { address } from "./address.js";

/** @import { Plan } from "./data.js" */
/** @import { BarPart, View } from "./parts.js" */
/** @import { Content } from "../common/dom.js" */
/** @import { Column } from "./table.js" */

export const FIRST = 15;

/**
 * @param {number} count
 * @param {string} caption
 * @param {string} href
 * @param {string} [className]
 */
export const figure = (count, caption, href, className) => link([make("b", "", String(count)), make("span", "", caption)], href, "figure " + (className || ""));
/**
 * A row of a chart: name, bar, number.
 * @param {Content} name
 * @param {Content} drawing
 * @param {number} count
 * @param {string} [className]
 */
export const barRow = (name, drawing, count, className) => make("tr", className || "", [
  make("th", "", name), make("td", "drawing", drawing), make("td", "number", String(count)),
]);
/**
 * @param {string} caption
 * @param {HTMLElement[]} rows
 */
export const chart = (caption, rows) => {
  const element = make("table", "chart", [make("caption", "unseen", caption), make("tbody", "", rows)]);
  Array.from(element.querySelectorAll("th")).forEach((cell) => cell.setAttribute("scope", "row"));
  return element;
};

const leadersChart = () => {
  const first = most(agencies, weight).filter((agency) => agency.tasks.length).slice(0, FIRST);
  const whole = Math.max(1, ...first.map((agency) => rolesOf(agency).reduce((sum, part) => sum + part[0], 0)));
  const head = make("tr", "", [make("th", "", say("agency")), make("td", "drawing")].concat(roles.map((role) => make("td", "number", role.caption))));
  const body = first.map((agency) => make("tr", "", [
    make("th", "", agencyLink(agency)),
    make("td", "drawing", roleBar(agency, whole)),
  ].concat(roles.map((role) => make("td", "number role" + (role.name === "lead" ? " first" : ""), String(countIn(agency, role.name) || ""))))));
  const element = make("table", "chart roles", [make("caption", "unseen", say("who_leads")), make("thead", "", head), make("tbody", "", body)]);
  Array.from(element.querySelectorAll("tbody th")).forEach((cell) => cell.setAttribute("scope", "row"));
  return make("section", "card wide-card", [
    heading(say("who_leads"), say("who_leads_doc", { n: first.length, roles: roles.map((role) => role.caption).join(AND) })),
    legend(),
    element,
    make("p", "", link(say("all_agencies", { n: agencies.length }), "#agencies")),
  ]);
};

const orphansCard = () => {
  const kinds = STATES.map(ruleNamed).concat(rules.filter((rule) => rule.name === "target_without_owner"));
  const whole = Math.max(1, ...kinds.map((rule) => rule.findings.length));
  const rows = kinds.map((rule) => barRow(
    link(rule.caption, address("audit", rule.name)),
    bar([[rule.findings.length, "severity-" + rule.severity, rule.caption]], whole, rule.caption + " " + rule.findings.length),
    rule.findings.length,
  ));
  const orphans = tasks.filter((task) => task.states.has("no_owner"));
  const list = make("ul", "plain", orphans.slice(0, 8).map((task) => make("li", "", [
    taskLink(task, (task.number + " " + task.title).trim()), make("span", "quiet", " " + (plans.length > 1 ? task.plan.label : task.section)),
  ])));
  return make("section", "card", [
    heading(say("what_nobody"), say("what_nobody_doc")),
    chart(say("what_nobody"), rows),
    make("h3", orphans.length ? "alarm" : "", orphans.length ? say("nobody_tasks") + " " + orphans.length : say("nobody_none")),
    orphans.length ? list : "",
    orphans.length > 8 ? make("p", "", link(say("all_n", { n: orphans.length }), address("tasks", "", { state: "no_owner" }))) : "",
  ]);
};

const yearsCard = () => {
  const counts = tally(targets, (target) => target.year || 0);
  const years = Array.from(counts.keys()).sort((a, b) => (a || 9999) - (b || 9999));
  const whole = Math.max(1, ...counts.values());
  const rows = years.map((year) => barRow(
    link(year ? String(year) : say("no_year"), address("targets", "", { year: year || "none" })),
    bar([[counts.get(year) || 0, year ? "target" : "vague", say("targets") + " " + counts.get(year)]], whole, (year || say("no_year")) + COLON + counts.get(year)),
    counts.get(year) || 0,
  ));
  return make("section", "card", [
    heading(say("by_year"), say("by_year_doc")),
    rows.length ? chart(say("by_year"), rows) : make("p", "note", say("no_targets")),
  ]);
};

const planTable = () => {
  /** @param {Plan} plan */
  const led = (plan) => plan.tasks.filter((task) => leadsOf(task).length).length;
  /**
   * @param {Plan} plan
   * @param {string} state
   */
  const lacking = (plan, state) => plan.tasks.filter((task) => task.states.has(state)).length;
  /**
   * @param {string} caption
   * @param {(plan: Plan) => number} value
   * @param {string} [className]
   * @returns {Column<Plan>}
   */
  const number = (caption, value, className) => ({ caption, text: (plan) => String(value(plan) || ""), value, className: "number " + (className || "") });
  return makeTable([
    { caption: say("plan"), text: (plan) => plan.label, cell: planLink, className: "long" },
    { caption: say("region"), text: (plan) => plan.region || "" },
    number(say("tasks"), (plan) => plan.tasks.length),
    number(say("share_led"), led),
    number(say("without_lead"), (plan) => lacking(plan, "no_lead")),
    number(say("without_owner"), (plan) => lacking(plan, "no_owner"), "alarm"),
    number(say("targets"), (plan) => plan.targets.length),
    { caption: say("document_number"), text: (plan) => plan.number || "" },
    { caption: say("issued"), text: (plan) => plan.issued || "", className: "short" },
    { caption: say("file"), text: (plan) => plan.source, className: "quiet" },
  ], plans, { caption: say("by_plan"), file: say("by_plan") });
};

// How many tasks have a lead, only others, nobody: one bar for all of them.
const ledCard = () => {
  /** @type {BarPart[]} */
  const parts = [
    [tasks.filter((task) => leadsOf(task).length).length, "role-lead", say("with_lead")],
    [tasks.filter((task) => task.owners.length && !leadsOf(task).length).length, "role-support", say("owners_only")],
    [tasks.filter((task) => !task.owners.length).length, "severity-error", say("nobody_at_all")],
  ];
  const told = parts.map((part) => part[2] + " " + part[0]).join(COMMA);
  return make("div", "led", [
    make("p", "legend", parts.map((part) => make("span", "key", [make("span", "swatch " + part[1]), part[2] + " ", make("b", "", String(part[0])), " (" + Math.round((100 * part[0]) / (tasks.length || 1)) + "%)"]))),
    bar(parts, tasks.length, told),
  ]);
};
// Plans that nowhere write who leads: a few by name, the others when asked for.
const silentBanner = () => {
  const silent = plans.filter((plan) => !plan.lead_written);
  if (!silent.length) return "";
  if (plans.length === 1) return make("p", "banner", say("plan_writes_no_lead"));
  return make("div", "banner", [
    say("no_lead_written", { n: silent.length, all: plans.length }),
    make("details", "", [make("summary", "", say("which_plans")), make("ul", "plain", silent.map((plan) => make("li", "", planLink(plan))))]),
  ]);
};

/** @type {View<undefined>} */
export const overviewView = {
  caption: say("overview"),
  show: (about, given, main) => {
    const orphans = ruleNamed("no_owner").findings.length;
    put(main, [
      heading(say("overview"), [say("held", { plans: plans.length, tasks: tasks.length }), SEMICOLON, say("made", { day: data.made })].join(""), "h1"),
      tools(),
      silentBanner(),
      make("div", "figures", [
        figure(plans.length, say("plans"), "#overview"),
        figure(tasks.length, say("tasks"), "#tasks"),
        figure(agencies.length, say("agencies_n"), "#agencies"),
        figure(targets.length, say("targets"), "#targets"),
        figure(orphans, say("without_owner"), address("tasks", "", { state: "no_owner" }), orphans ? "alarm" : ""),
        figure(ruleNamed("no_lead").findings.length, say("without_lead"), address("tasks", "", { state: "no_lead" }), "warn"),
      ].concat(reportedTasks.length ? LIGHTS.slice(0, 2).map((light) => figure(reportedTasks.filter((task) => task.progress.light === light).length, say("progress") + " " + say("light_" + light), address("progress", "", { light }), "of-" + light)) : [])),
      ledCard(),
      make("div", "cards", [leadersChart(), orphansCard(), yearsCard()]),
      plans.length > 1 ? heading(say("by_plan")) : "",
      plans.length > 1 ? planTable().box : "",
    ]);
  },
};
