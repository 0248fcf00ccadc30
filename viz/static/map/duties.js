// The panel of an overview: what a line, an agency or a plan stands for, every task with role, basis, deadline and clause.

import { button, byId, make } from "../common/dom.js";
import { caption, content, kindOf, nameOf, nodes, planOf, roleOf, say, titleOf, words } from "./data.js";
import { counted, countOf, owning, strongest } from "./overview.js";
import {
  amountOf, basisOf, captionOfKind, choose, colourBar, edgeRow, factList, glyphOf, heading, mentionList, otherFacts, panel, start,
} from "./panel.js";
import { applyFilters, narrow } from "./filters.js";
import { isNarrow } from "./drawers.js";
import { graded } from "./around.js";

/** @import { Bundle, Edge, Item, NamedFacts, PlanShape } from "./data.js" */

const UNFOLDED = 40; // with more entries than this the lists of a panel stay closed until asked for

/**
 * A list that can be opened; it is filled when it is, for an agency may have thousands of entries.
 * @template T
 * @param {string} title
 * @param {string} colour
 * @param {string | number} count
 * @param {T[]} entries
 * @param {(entry: T) => Node} row
 * @param {boolean} open
 */
export const foldable = (title, colour, count, entries, row, open) => {
  const box = panel.appendChild(make("details"));
  const summary = box.appendChild(make("summary"));
  if (colour) summary.appendChild(colourBar(colour));
  summary.appendChild(make("span", "", title));
  summary.appendChild(make("span", "count", String(count)));
  let filled = false;
  const fill = () => {
    if (filled || !box.open) return;
    filled = true;
    const list = box.appendChild(make("ul"));
    for (const entry of entries) list.appendChild(row(entry));
  };
  box.addEventListener("toggle", fill);
  box.open = open;
  fill();
  return box;
};

/** @type {(facts: NamedFacts) => string} */
const dated = (facts) => facts.deadline || (facts.due || facts.due_derived ? say("due_in", { n: facts.due || facts.due_derived }) : "");
/** @type {(thing: Item) => string} */
const titled = (thing) => (thing.kind === "Task" ? titleOf(thing) : kindOf(thing).glyph + " " + [thing.name, amountOf(thing.facts)].join(" "));

/**
 * One responsibility: what, in which role, on what grounds, until when, and the clause that says so.
 * @type {(edge: Edge) => HTMLElement}
 */
const dutyRow = (edge) => {
  const row = make("li", edge.visible ? "duty" : "duty off");
  const role = roleOf(edge);
  const word = edge.facts.text("role_word");
  row.appendChild(button(titled(edge.to), "go", () => choose(edge.to)));
  const said = row.appendChild(make("div", "said"));
  said.appendChild(colourBar(role.colour));
  said.appendChild(document.createTextNode([
    role.caption + (word && word !== role.caption ? "（" + word + "）" : ""), basisOf(edge), edge.facts.get("open_ended") ? caption(edge.kind, "open_ended") : "", dated(edge.to.facts),
  ].filter(Boolean).join(" · ")));
  const why = said.appendChild(button(words.sentence, "why", () => choose(edge)));
  why.title = words.sentence_of;
  why.setAttribute("aria-label", why.textContent + "，" + words.sentence_of + "：" + edge.to.name);
  row.appendChild(make("div", "clause", edge.facts.text("quote") || edge.to.facts.text));
  return row;
};

/** @type {(members: Edge[]) => Edge[]} */
const inOrder = (members) => members.slice().sort((a, b) => a.to.i - b.to.i || owning.indexOf(roleOf(a)) - owning.indexOf(roleOf(b)));
/**
 * How many tasks and targets are left of those of some relationships.
 * @type {(members: Edge[]) => string}
 */
export const shareOf = (members) => {
  const all = countOf(members);
  const left = countOf(members.filter((edge) => edge.visible));
  return left === all ? String(all) : left + "/" + all;
};
/**
 * How many of each role, the strongest first: 牵头 12　配合 3.
 * @type {(members: Edge[]) => [string, string][]}
 */
const byRole = (members) => owning.map((role) => members.filter((edge) => edge.kind === role.name)).filter((held) => held.length)
  .map((held) => [roleOf(held[0]).caption, shareOf(held)]);

/** @param {Bundle} bundle */
export const showBundle = (bundle) => {
  const plan = planOf(bundle.to);
  start(words.bundle);
  panel.appendChild(make("h2", "", bundle.from.name + " · " + say("entries_n", { n: countOf(bundle.members) })));
  if (!bundle.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  const ends = panel.appendChild(make("ul"));
  for (const node of [bundle.from, bundle.to]) {
    ends.appendChild(make("li")).appendChild(button(glyphOf(node) + " " + nameOf(node), "go", () => choose(node)));
  }
  factList([[words.region, plan ? plan.region : ""], ...byRole(bundle.members)]);
  heading(words.entries + " " + shareOf(bundle.members));
  const list = panel.appendChild(make("ul"));
  for (const edge of inOrder(bundle.members)) list.appendChild(dutyRow(edge));
};

/**
 * An agency's responsibilities, one list a plan, the plan with most of them first.
 * @param {Item} agency
 */
export const agencyDuties = (agency) => {
  const bundles = agency.bundles.slice().sort((a, b) => countOf(b.members) - countOf(a.members) || a.i - b.i);
  /** @type {Edge[]} */
  const members = [];
  for (const bundle of bundles) members.push(...bundle.members);
  factList(byRole(members));
  heading(words.entries + " " + shareOf(members) + "　" + words.plan + " " + bundles.length);
  for (const bundle of bundles) {
    const box = foldable(bundle.to.name, strongest(bundle.members).colour, shareOf(bundle.members), inOrder(bundle.members), dutyRow, members.length <= UNFOLDED);
    if (!bundle.visible) box.className = "off";
  }
  const rest = agency.edges.filter((edge) => !edge.bundle);
  if (!rest.length) return;
  heading(words.relation + " " + rest.length);
  const list = panel.appendChild(make("ul"));
  for (const edge of rest) list.appendChild(edgeRow(edge, agency));
};

/**
 * A task or target of a plan with its owners, role by role, and its clause, or its text where it has none.
 * @type {(task: Item) => HTMLElement}
 */
const taskRow = (task) => {
  const row = make("li", task.visible ? "duty" : "duty off");
  row.appendChild(button(titled(task), "go", () => choose(task)));
  const when = dated(task.facts);
  if (when) row.appendChild(make("div", "said", when));
  const owners = task.edges.filter((edge) => edge.to === task && graded(edge)).sort((a, b) => Number(a.facts.get("order") || 0) - Number(b.facts.get("order") || 0));
  for (const role of owning) {
    const named = owners.filter((edge) => edge.kind === role.name).map((edge) => {
      const basis = basisOf(edge);
      return edge.from.name + (basis ? "（" + basis + "）" : "");
    });
    if (!named.length) continue;
    const said = row.appendChild(make("div", "said"));
    said.appendChild(colourBar(role.colour));
    said.appendChild(document.createTextNode(role.caption + "：" + named.join("、")));
  }
  if (!owners.length && task.kind === "Task") row.appendChild(make("div", "said warned", words.nobody));
  row.appendChild(make("div", "clause", task.facts.clause || task.facts.text));
  return row;
};

// Tasks without an owner have no line: they are told first.
export const ownerlessTasks = () => {
  const found = nodes.filter((node) => node.kind === "Task" && node.hollow && node.visible);
  /** @type {(task: Item) => HTMLElement} */
  const row = (task) => {
    const entry = taskRow(task);
    const plan = planOf(task);
    if (plan) entry.insertBefore(make("div", "said", plan.title), entry.children[1] || null);
    return entry;
  };
  if (found.length) foldable(words.ownerless, "", found.length, found, row, false);
};

/** @type {(bundle: Bundle) => HTMLElement} */
const lineRow = (bundle) => {
  const row = make("li");
  row.appendChild(colourBar(strongest(bundle.members).colour));
  row.appendChild(button(bundle.from.name, "go", () => choose(bundle)));
  row.appendChild(make("span", "why", byRole(bundle.members).map((pair) => pair.join(" ")).join("，")));
  return row;
};

/** @param {PlanShape} plan */
export const showPlan = (plan) => {
  const said = content.plans[plan.plan];
  const bundles = plan.bundles.slice().sort((a, b) => countOf(b.members) - countOf(a.members) || a.i - b.i);
  const ownerless = plan.tasks.filter((task) => task.hollow).length;
  const open = plan.tasks.length + bundles.length <= UNFOLDED;
  start(glyphOf(plan) + " " + kindOf(plan).caption);
  panel.appendChild(make("h2", "", plan.name));
  if (!plan.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  if (ownerless) panel.appendChild(make("p", "warn", say("ownerless_n", { n: ownerless })));
  factList([[words.region, said.region], ...otherFacts("Plan", plan.facts, ["title", "region"])]);
  if (bundles.length) foldable(captionOfKind("Agency"), "", bundles.length, bundles, lineRow, open);
  if (plan.tasks.length) foldable(captionOfKind("Task"), "", plan.tasks.length, plan.tasks, taskRow, open);
  if (plan.targets.length) foldable(captionOfKind("Target"), "", plan.targets.length, plan.targets, taskRow, false);
  mentionList(said.mentions);
  panel.appendChild(make("p")).appendChild(button(words.only, "only", () => {
    narrow.plan = String(plan.plan);
    /** @type {HTMLSelectElement} */ (byId("filter-plan")).value = narrow.plan;
    applyFilters(true);
  }));
};

// What the whole page holds: first that it is an overview, and how to have the details drawn.
export const overviewNotice = () => say(isNarrow() ? "overview_brief" : "overview_notice", {
  tasks: counted("Task"), targets: counted("Target"), agencies: counted("Agency"), plans: counted("Plan"),
});
