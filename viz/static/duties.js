// The panel of an overview: what a line, an agency or a plan stands for, every task with role, basis, deadline and clause.

import { button, byId, make } from "./common/dom.js";
import { caption, content, kinds, nodes, planOf, roleOf, say, titleOf, words } from "./data.js";
import { counted, countOf, owning, strongest } from "./overview.js";
import {
  amountOf, basisOf, choose, edgeRow, factList, heading, mentionList, otherFacts, panel, start,
} from "./panel.js";
import { applyFilters, narrow } from "./filters.js";

const UNFOLDED = 40; // with more entries than this the lists of a panel stay closed until asked for

// A list that can be opened; it is filled when it is, for an agency may have thousands of entries.
export const foldable = (title, colour, count, entries, row, open) => {
  const box = panel.appendChild(make("details"));
  const summary = box.appendChild(make("summary"));
  if (colour) summary.appendChild(make("span", "bar")).style.background = colour;
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

const dated = (facts) => facts.deadline || (facts.due || facts.due_derived ? say("due_in", { n: facts.due || facts.due_derived }) : "");
const titled = (thing) => (thing.kind === "Task" ? titleOf(thing) : kinds.get("Target").glyph + " " + [thing.name, amountOf(thing.facts)].join(" "));

// One responsibility: what, in which role, on what grounds, until when, and the clause that says so.
const dutyRow = (edge) => {
  const row = make("li", edge.visible ? "duty" : "duty off");
  const role = roleOf(edge);
  const word = edge.facts.get("role_word");
  row.appendChild(button(titled(edge.to), "go", () => choose(edge.to)));
  const said = row.appendChild(make("div", "said"));
  said.appendChild(make("span", "bar")).style.background = role.colour;
  said.appendChild(document.createTextNode([
    role.caption + (word && word !== role.caption ? "（" + word + "）" : ""), basisOf(edge), edge.facts.get("open_ended") ? caption(edge.kind, "open_ended") : "", dated(edge.to.facts),
  ].filter(Boolean).join(" · ")));
  const why = said.appendChild(button(words.sentence, "why", () => choose(edge)));
  why.title = words.sentence_of;
  why.setAttribute("aria-label", why.textContent + "，" + words.sentence_of + "：" + edge.to.name);
  row.appendChild(make("div", "clause", edge.facts.get("quote") || edge.to.facts.text || ""));
  return row;
};

const inOrder = (members) => members.slice().sort((a, b) => a.to.i - b.to.i || owning.indexOf(roleOf(a)) - owning.indexOf(roleOf(b)));
export const shareOf = (members) => {
  const all = countOf(members);
  const left = countOf(members.filter((edge) => edge.visible));
  return left === all ? String(all) : left + "/" + all;
};
// How many of each role, the strongest first: 牵头 12　配合 3.
const byRole = (members) => owning.map((role) => [role.caption, members.filter((edge) => edge.kind === role.name).length]).filter((pair) => pair[1]);

export const showBundle = (bundle) => {
  const plan = content.plans[bundle.to.plan] || {};
  start(words.bundle);
  panel.appendChild(make("h2", "", bundle.from.name + " · " + say("entries_n", { n: countOf(bundle.members) })));
  if (!bundle.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  const ends = panel.appendChild(make("ul"));
  for (const node of [bundle.from, bundle.to]) {
    const kind = kinds.get(node.kind);
    ends.appendChild(make("li")).appendChild(button((node.hollow ? kind.hollow : kind.glyph) + " " + (node.kind === "Task" ? titleOf(node) : node.name), "go", () => choose(node)));
  }
  factList([[words.region, plan.region]].concat(byRole(bundle.members)));
  heading(words.entries + " " + shareOf(bundle.members));
  const list = panel.appendChild(make("ul"));
  for (const edge of inOrder(bundle.members)) list.appendChild(dutyRow(edge));
};

// An agency's responsibilities, one list a plan, the plan with most of them first.
export const agencyDuties = (agency) => {
  const bundles = agency.bundles.slice().sort((a, b) => countOf(b.members) - countOf(a.members) || a.i - b.i);
  const members = [].concat(...bundles.map((bundle) => bundle.members));
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

// A task or target of a plan with its owners, role by role, and its clause, or its text where it has none.
const taskRow = (task) => {
  const row = make("li", task.visible ? "duty" : "duty off");
  row.appendChild(button(titled(task), "go", () => choose(task)));
  const when = dated(task.facts);
  if (when) row.appendChild(make("div", "said", when));
  const owners = task.edges.filter((edge) => edge.to === task && roleOf(edge).graded).sort((a, b) => (a.facts.get("order") || 0) - (b.facts.get("order") || 0));
  for (const role of owning) {
    const named = owners.filter((edge) => edge.kind === role.name).map((edge) => {
      const basis = basisOf(edge);
      return edge.from.name + (basis ? "（" + basis + "）" : "");
    });
    if (!named.length) continue;
    const said = row.appendChild(make("div", "said"));
    said.appendChild(make("span", "bar")).style.background = role.colour;
    said.appendChild(document.createTextNode(role.caption + "：" + named.join("、")));
  }
  if (!owners.length && task.kind === "Task") row.appendChild(make("div", "said warned", words.nobody));
  row.appendChild(make("div", "clause", task.facts.clause || task.facts.text || ""));
  return row;
};

// Tasks without an owner have no line: they are told first.
export const ownerlessTasks = () => {
  const found = nodes.filter((node) => node.kind === "Task" && node.hollow && node.visible);
  const row = (task) => {
    const entry = taskRow(task);
    entry.insertBefore(make("div", "said", (planOf(task) || {}).title), entry.firstChild.nextSibling);
    return entry;
  };
  if (found.length) foldable(words.ownerless, "", found.length, found, row, false);
};

const lineRow = (bundle) => {
  const row = make("li");
  row.appendChild(make("span", "bar")).style.background = strongest(bundle.members).colour;
  row.appendChild(button(bundle.from.name, "go", () => choose(bundle)));
  row.appendChild(make("span", "why", byRole(bundle.members).map((pair) => pair.join(" ")).join("，")));
  return row;
};

export const showPlan = (plan) => {
  const said = content.plans[plan.plan];
  const bundles = plan.bundles.slice().sort((a, b) => countOf(b.members) - countOf(a.members) || a.i - b.i);
  const ownerless = plan.tasks.filter((task) => task.hollow).length;
  const open = plan.tasks.length + bundles.length <= UNFOLDED;
  start(kinds.get("Plan").glyph + " " + kinds.get("Plan").caption);
  panel.appendChild(make("h2", "", plan.name));
  if (!plan.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  if (ownerless) panel.appendChild(make("p", "warn", say("ownerless_n", { n: ownerless })));
  factList([[words.region, said.region]].concat(otherFacts("Plan", plan.facts, new Set(["title", "region"])).map((name) => [caption("Plan", name), plan.facts[name]])));
  if (bundles.length) foldable(kinds.get("Agency").caption, "", bundles.length, bundles, lineRow, open);
  if (plan.tasks.length) foldable(kinds.get("Task").caption, "", plan.tasks.length, plan.tasks, taskRow, open);
  if (plan.targets.length) foldable(kinds.get("Target").caption, "", plan.targets.length, plan.targets, taskRow, false);
  mentionList(said.mentions);
  panel.appendChild(make("p")).appendChild(button(words.only, "only", () => {
    byId("filter-plan").value = narrow.plan = String(plan.plan);
    applyFilters(true);
  }));
};

// What the whole page holds: first that it is an overview, and how to have the details drawn.
export const overviewNotice = () => say("overview_notice", {
  tasks: counted("Task"), targets: counted("Target"), agencies: counted("Agency"), plans: counted("Plan"),
});
