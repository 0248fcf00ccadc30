// Targets, on a time line and as a list.

import { button, clear, make, put } from "../common/dom.js";
import { agencies, AND, captionOf, COLON, most, plans, say, tally, targets } from "./data.js";
import { agencyLink, conditions, heading, planChoices, planColumn, taskLink, tools } from "./parts.js";
import { makeTable } from "./table.js";
import { MOST_NAMES } from "./owners.js";
import { fold } from "../common/matching.js";

/** @import { Target } from "./data.js" */
/** @import { Field, Now, View } from "./parts.js" */
/** @import { Column } from "./table.js" */

/** @type {Column<Target>} */
const targetOwners = {
  caption: say("owners"),
  className: "owners",
  text: (target) => target.owners.map((owner) => owner.agency.label + "（" + captionOf(owner.role) + "）").join(AND) || say("nobody"),
  cell: (target) => {
    if (!target.owners.length) return make("span", "chip warning", say("nobody"));
    const said = make("span");
    target.owners.slice(0, MOST_NAMES).forEach((owner, i) => put(said, [i ? AND : "", agencyLink(owner.agency)]));
    return put(said, target.owners.length > MOST_NAMES ? say("owners_n", { n: target.owners.length }) : "");
  },
};
/** @type {Column<Target>} */
const targetPlace = { caption: say("place"), text: (target) => target.place, className: "quiet place" };
/**
 * On the page of a task its owners and its place stand above: its targets need not say them again.
 * @param {Target[]} rows
 * @param {string} file
 * @param {boolean} [ofTask]
 */
export const targetTable = (rows, file, ofTask) => makeTable([
  { caption: say("due"), text: (target) => target.due || say("no_year"), value: (target) => target.year, className: "short" },
  { caption: say("metric"), text: (target) => target.metric, cell: (target) => (target.task && !ofTask ? taskLink(target.task, target.metric) : target.metric), className: "name" },
  { caption: say("value"), text: (target) => target.value || (target.quantitative ? "" : say("qualitative")), className: "short" },
  ...(ofTask ? [] : [targetOwners]),
  { caption: say("text"), text: (target) => target.text, className: "long" },
  ...(ofTask ? [] : [targetPlace, ...planColumn]),
], rows, { caption: say("targets"), file, head: 1 });

/**
 * A square for each target above its year; years between the first and the last stand there also when they are empty.
 * @param {Target[]} rows
 * @param {(year: number) => void} choose
 */
const timeline = (rows, choose) => {
  const years = rows.map((target) => target.year || 0).filter(Boolean);
  if (!years.length) return "";
  const first = Math.min(...years);
  const last = Math.max(...years);
  const box = make("div", "timeline");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", say("timeline"));
  for (let year = first; year <= last; year += 1) {
    const held = rows.filter((target) => target.year === year);
    const squares = make("span", "squares", held.map((target) => make("i", target.quantitative ? "full" : "hollow")));
    const column = button([make("b", "", held.length ? String(held.length) : ""), squares, make("span", "year", String(year))], "column", () => choose(year));
    column.setAttribute("data-year", String(year));
    column.disabled = !held.length;
    column.title = say("in_year", { year }) + COLON + held.length;
    box.appendChild(column);
  }
  return box;
};

/** @type {View<undefined>} */
export const targetsView = {
  caption: say("targets"),
  show: (about, given, main) => {
    if (!targets.length) {
      put(main, [heading(say("targets"), say("no_targets"), "h1")]);
      return;
    }
    const rows = targets.slice().sort((a, b) => (a.year || 9999) - (b.year || 9999) || a.at - b.at);
    const table = targetTable(rows, say("targets"));
    const years = Array.from(tally(targets, (target) => target.year || "none").keys()).sort();
    const owners = most(agencies.filter((agency) => agency.targets.length), (agency) => agency.targets.length);
    const line = make("div");
    /** @type {Field[]} */
    const fields = [
      { name: "q", caption: say("search_target") },
      { name: "plan", caption: say("plan"), options: planChoices(plans.filter((plan) => plan.targets.length)) },
      { name: "agency", caption: say("agency"), options: owners.map((agency) => [agency.id, agency.label + "（" + agency.targets.length + "）"]) },
      { name: "year", caption: say("year"), options: years.map((year) => [String(year), year === "none" ? say("no_year") : String(year)]) },
      { name: "kind", caption: say("kind"), options: [["quantitative", say("quantitative")], ["qualitative", say("qualitative")]] },
    ];
    /** @param {Now} now */
    const filter = (now) => {
      const words = now.q.split(/\s+/).map(fold).filter(Boolean);
      /** @param {Target} target */
      const fits = (target) => (!now.plan || target.plan.id === now.plan)
        && (!now.agency || target.owners.some((owner) => owner.agency.id === now.agency))
        && (!now.kind || target.quantitative === (now.kind === "quantitative"))
        && words.every((word) => fold(target.metric + " " + target.text).includes(word));
      table.filter((target) => fits(target) && (!now.year || String(target.year || "none") === now.year));
      clear(line);
      put(line, timeline(targets.filter(fits), (year) => {
        const input = /** @type {HTMLSelectElement} */ (form.form.elements.namedItem("year"));
        input.value = form.now.year === String(year) ? "" : String(year);
        input.dispatchEvent(new Event("change"));
      }));
      Array.from(line.querySelectorAll(".column")).forEach((column) => {
        column.setAttribute("aria-pressed", String(column.getAttribute("data-year") === now.year));
      });
    };
    const form = conditions("targets", fields, given, filter);
    put(main, [heading(say("targets"), say("timeline_doc"), "h1"), tools(), form.box, line, table.box]);
    filter(form.now);
  },
};
