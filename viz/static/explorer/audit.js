// What the audit found, rule by rule, every finding with its sentence.

import { make, put } from "../common/dom.js";
import { AND, plans, ruleOf, rules, say } from "./data.js";
import { bar, conditions, heading, link, planChoices, planColumn, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";
import { MOST_NAMES } from "./owners.js";
import { address } from "./address.js";

/** @import { Finding, Rule } from "./data.js" */
/** @import { Now, View } from "./parts.js" */
/** @import { Column } from "./table.js" */

/** @type {Record<string, Column<Finding>>} */
const findingColumns = {
  rule: { caption: say("state"), text: (finding) => finding.rule.caption, className: "short" },
  severity: { caption: say("severity"), text: (finding) => say("severity_" + finding.severity), cell: (finding) => make("span", "chip " + finding.severity, say("severity_" + finding.severity)) },
  number: { caption: say("number"), text: (finding) => finding.number || "", className: "short" },
  title: { caption: say("title"), text: (finding) => finding.title || "", cell: (finding) => (finding.task ? taskLink(finding.task, finding.title || finding.number) : finding.title || ""), className: "name" },
  sentence: { caption: say("sentence"), text: (finding) => finding.sentence || "", className: "long" },
  about: { caption: say("about"), text: (finding) => finding.about || "", className: "owners" },
  owners: { caption: say("owners"), className: "owners", text: (finding) => finding.agencies.slice(0, MOST_NAMES).join(AND) + (finding.agencies.length > MOST_NAMES ? say("owners_n", { n: finding.agencies.length }) : "") },
  place: { caption: say("place"), text: (finding) => finding.place, className: "quiet place" },
};
/**
 * On the page of a task its rule tells one finding from another, elsewhere its task; a column without any word is left out.
 * @param {Finding[]} rows
 * @param {string} file
 * @param {boolean} ofTask
 */
export const findingTable = (rows, file, ofTask) => {
  const names = ofTask ? ["rule", "severity", "sentence", "about"] : ["number", "title", "severity", "sentence", "about", "owners", "place"];
  const columns = names.map((name) => findingColumns[name]).filter((column) => rows.some((row) => column.text(row)));
  return makeTable([...columns, ...(ofTask ? [] : planColumn)], rows, { caption: file, file, head: Math.max(0, columns.indexOf(findingColumns.title)) });
};

const SEVERITIES = ["error", "warning", "notice"];
/**
 * A rule is as serious as the worst it found.
 * @param {Rule} rule
 */
const worst = (rule) => Math.min(...rule.findings.map((finding) => SEVERITIES.indexOf(finding.severity)));

/** @type {View<Rule | undefined>} */
export const auditView = {
  caption: say("audit"),
  optional: ruleOf,
  titleOf: (rule) => (rule ? rule.caption : ""),
  show: (rule, given, main) => {
    if (rule) {
      const held = plans.filter((plan) => rule.findings.some((finding) => finding.plan === plan));
      const table = findingTable(rule.findings, rule.caption, false);
      /** @param {Now} now */
      const filter = (now) => table.filter((finding) => (!now.plan || (finding.plan !== null && finding.plan.id === now.plan)) && (!now.severity || finding.severity === now.severity));
      const form = conditions(address("audit", rule.name).slice(1), [
        { name: "plan", caption: say("plan"), options: planChoices(held) },
        { name: "severity", caption: say("severity"), options: SEVERITIES.map((name) => [name, say("severity_" + name)]) },
      ], given, filter);
      put(main, [make("p", "trail", link(say("all_rules"), "#audit")), heading(rule.caption + " " + rule.findings.length, rule.doc, "h1"), tools(), form.box, table.box]);
      filter(form.now);
      return;
    }
    const found = rules.filter((each) => each.findings.length).sort((a, b) => worst(a) - worst(b) || a.at - b.at);
    const none = rules.filter((each) => !each.findings.length);
    put(main, [heading(say("audit"), say("audit_doc"), "h1"), tools()]);
    const whole = Math.max(1, ...found.map((each) => each.findings.length));
    put(main, make("table", "chart rules", [make("caption", "unseen", say("audit")), make("tbody", "", found.map((each) => make("tr", "", [
      make("th", "", [link(each.caption, address("audit", each.name)), make("p", "note", each.doc)]),
      make("td", "drawing", bar(SEVERITIES.map((name) => {
        const count = each.findings.filter((finding) => finding.severity === name).length;
        return [count, "severity-" + name, say("severity_" + name) + " " + count];
      }), whole, each.caption + " " + each.findings.length)),
      make("td", "number", SEVERITIES.map((name) => [name, each.findings.filter((finding) => finding.severity === name).length]).filter((pair) => pair[1]).map((pair) => make("span", "chip " + pair[0], say("severity_" + pair[0]) + " " + pair[1]))),
    ])))]));
    if (none.length) put(main, make("p", "note", say("not_found", { rules: none.map((each) => each.caption).join(AND) })));
  },
};
