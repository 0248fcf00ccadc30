// Search: what `zerentu resolve` takes (full, short and other names, with or without the place), then words of texts,
// years, and the questions of the audit by their captions.

import { clear, make } from "../common/dom.js";
import { active, arrows, closeSearch, composing, foundBox, point, searchBox } from "../common/listbox.js";
import { agencies, COLON, COMMA, data, plans, rules, say, targets, tasks, weight } from "./data.js";
import { link, rolesOf } from "./parts.js";
import { address } from "./address.js";
import { fold, rankOf, snippet, waysToWrite } from "../common/matching.js";
import { numberKey, numberRank } from "../common/numbers.js";

/** @import { Agency, Task } from "./data.js" */

/** @param {Agency} agency */
const namesOf = (agency) => {
  if (!agency.folded) agency.folded = waysToWrite(agency, data.levels);
  return agency.folded;
};
/**
 * @param {Agency} agency
 * @param {string} query
 */
export const nameRank = (agency, query) => rankOf(namesOf(agency), query);
/** @param {Task} task */
export const foldedTask = (task) => {
  if (!task.folded) task.folded = fold([task.number, task.title, task.text].concat(task.owners.map((owner) => owner.quote || "")).join(" "));
  return task.folded;
};

const MOST_FOUND = 12;
/**
 * Everything that a query means: [text, note, address] each.
 * @param {string} typed
 */
const findAll = (typed) => {
  const query = fold(typed);
  /** @type {[text: string, note: string, address: string][]} */
  const found = [];
  if (!query) return found;
  const named = agencies.map((agency) => ({ agency, rank: nameRank(agency, query), at: agency.at })).filter((each) => each.rank < 9)
    .sort((a, b) => a.rank - b.rank || weight(b.agency) - weight(a.agency) || a.at - b.at);
  for (const each of named.slice(0, MOST_FOUND)) {
    found.push([each.agency.name, [each.agency.region, rolesOf(each.agency).filter((part) => part[0]).map((part) => part[2]).join(COMMA)].filter(Boolean).join("　"), address("agency", each.agency.id)]);
  }
  if (/^(19|20)\d\d年?$/.test(query)) {
    const year = query.slice(0, 4);
    const due = tasks.filter((task) => task.years.includes(Number(year))).length;
    if (due) found.push([say("filter_with", { what: say("due_in", { year }), n: due }), "", address("tasks", "", { year })]);
    const held = targets.filter((target) => target.year === Number(year)).length;
    if (held) found.push([say("targets") + " " + year, say("rows_n", { n: held }), address("targets", "", { year })]);
  }
  for (const rule of rules) {
    const caption = fold(rule.caption);
    if (rule.findings.length && query.length > 1 && (caption.includes(query) || query.includes(caption) || (query.startsWith("无主") && rule.name === "no_owner"))) {
      found.push([say("audit") + COLON + rule.caption, say("findings_n", { n: rule.findings.length }), address("audit", rule.name)]);
    }
  }
  for (const plan of plans.filter((each) => fold(each.title + (each.number || "")).includes(query)).slice(0, 5)) {
    found.push([plan.label, say("plan") + " " + (plan.region || ""), address("tasks", "", { plan: plan.id })]);
  }
  /** @param {Task} task */
  const title = (task) => fold(task.number + task.title).includes(query);
  const number = numberKey(query);
  const numbered = number ? tasks.map((task) => ({ task, rank: numberRank(numberKey(task.number), number) })).filter((each) => each.rank !== null) : [];
  const meant = numbered.sort((a, b) => Number(a.rank) - Number(b.rank) || a.task.at - b.task.at).map((each) => each.task);
  for (const task of meant.slice(0, MOST_FOUND)) found.push([(task.number + " " + task.title).trim(), task.plan.label, address("task", task.id)]);
  if (meant.length > MOST_FOUND) found.push([say("more_found", { n: meant.length - MOST_FOUND }), "", address("tasks", "", { q: typed.trim() })]);
  const holding = tasks.filter((task) => foldedTask(task).includes(query) && !meant.includes(task));
  const first = holding.filter(title).concat(holding.filter((task) => !title(task)));
  for (const task of first.slice(0, MOST_FOUND)) {
    found.push([(task.number + " " + task.title).trim(), snippet(task.text, query) || task.plan.label, address("task", task.id)]);
  }
  if (holding.length > MOST_FOUND) found.push([say("more_found", { n: holding.length - MOST_FOUND }), "", address("tasks", "", { q: typed.trim() })]);
  return found;
};
const showFound = () => {
  clear(foundBox);
  if (!searchBox.value.trim()) {
    closeSearch();
    return;
  }
  const found = findAll(searchBox.value);
  found.forEach((each, i) => {
    const option = link([make("span", "", each[0]), make("small", "", each[1])], each[2]);
    option.id = "found-" + i;
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    foundBox.appendChild(option);
  });
  if (!found.length) foundBox.appendChild(make("p", "note", say("nothing")));
  foundBox.hidden = false;
  searchBox.setAttribute("aria-expanded", "true");
  point(0);
};
searchBox.addEventListener("compositionend", () => {
  showFound();
});
searchBox.addEventListener("input", (event) => { if (!composing && !event.isComposing) showFound(); });
searchBox.addEventListener("focus", () => { if (searchBox.value) showFound(); });
searchBox.addEventListener("blur", () => setTimeout(closeSearch, 150));
searchBox.addEventListener("keydown", (event) => {
  if (arrows(event, showFound)) return;
  if (event.key === "Escape") {
    searchBox.value = "";
    showFound();
  }
});
/** @type {HTMLFormElement} */ (searchBox.form).addEventListener("submit", (event) => {
  event.preventDefault();
  if (foundBox.hidden) showFound();
  const option = foundBox.querySelectorAll('[role="option"]')[active];
  if (!(option instanceof HTMLElement)) return;
  closeSearch();
  option.click();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    searchBox.focus();
    searchBox.select();
  }
});
