// Search: names first, then sentences. Plain substrings of folded text; Chinese needs no tokenizer.

import { byId, clear, make } from "../common/dom.js";
import { active, arrows, closeSearch, composing, foundBox, point, searchBox } from "../common/listbox.js";
import { fold, rankOf, snippet, waysToWrite } from "../common/matching.js";
import { kindOf, nameOf, namesOf, nodes, regionOf, say, titleOf, words } from "./data.js";
import { chosen, plans } from "./overview.js";
import { choose, glyphOf, markInto } from "./panel.js";
import { applyFilters, narrow } from "./filters.js";
import { buildLegend } from "./legend.js";
import { showTable } from "./table.js";
import { lifted } from "./colours.js";
import { duePasses } from "./deadlines.js";
import { numberKey, numberRank } from "../common/numbers.js";

/** @import { Item, PlanShape } from "./data.js" */
/** @typedef {{ name: "state" | "year", value: string, text: string }} Question A filter that is asked for in words. */
/** @typedef {{ node: Item | PlanShape, names: string[], ways: string[][], sentences: string[], folded: string[], initials: string[], number: string }} Entry */
/** @typedef {{ node: Item | PlanShape, rank: number, snippet: string, question?: undefined } | { question: Question }} Hit */

const SHOWN = 50;
const LEVELS = ["省", "市", "县", "区", "州", "盟", "旗"]; // words that begin names of agencies

// Made when the first word is typed: folding all the text of thousands of tasks takes as long as drawing them.
/** @type {Entry[] | null} */
let index = null;
const makeIndex = () => [...nodes, ...plans].map((node) => {
  const sentences = [node.facts.text || "", node.facts.clause || ""].filter(Boolean);
  if (node.kind === "Task") {
    for (const edge of node.edges) {
      const text = edge.facts.text("quote");
      if (text && !sentences.some((known) => known.includes(text))) sentences.push(text);
    }
  }
  const names = namesOf(node).concat(node.facts.number ? [titleOf(node)] : []);
  // 洛阳市工信局: an agency is also called by its place and any of its names.
  const ways = names.map((name) => (node.kind === "Agency" ? waysToWrite({ name, names: [], region: node.facts.region || null }, LEVELS) : [fold(name)]));
  return { node, names, ways, sentences, folded: sentences.map(fold), initials: node.initials || [], number: numberKey(node.facts.number || "") };
});

// Words that ask for a filter instead of a name: tasks without an owner or a lead, a year.
const OWNERLESS = /^(无主(任务)?|孤儿任务|无(责任单位|人负责)(的?任务)?|没有责任单位(的?任务)?|no owner|orphans?)$/;
const UNLED = /^(无|没有|未写明|未明确)牵头(单位)?(的?任务)?$|^no lead$/;
/** @type {[pattern: RegExp, choice: string][]} */
const DUE = [
  [/^(逾期|过期|已到期|到期未完成)(的?任务)?$|^(overdue|past due)$/, "past"],
  [/^本季度?(到期)?(的?任务)?$|^this quarter$/, "quarter"],
  [/^(无|没有|未写明|未明确)(完成)?(时限|期限|日期)(的?任务)?$|^no deadline$/, "none"],
];
/**
 * The filter that words ask for, if any.
 * @type {(typed: string) => Question | null}
 */
export const asQuestion = (typed) => {
  const query = typed.normalize("NFKC").toLowerCase().trim();
  if (OWNERLESS.test(query)) return { name: "state", value: "ownerless", text: words.find_ownerless };
  if (UNLED.test(query)) return { name: "state", value: "unled", text: words.find_unled };
  const due = DUE.find(([pattern]) => pattern.test(query));
  if (due && nodes.some((node) => (node.kind === "Task" || node.kind === "Target") && duePasses(node, due[1]))) return { name: "year", value: due[1], text: say("find_due", { name: words["due_" + due[1]] }) };
  const year = /^(20\d\d)(年(底前|前|到期|底)?)?$/.exec(query);
  if (year && nodes.some((node) => (node.years || []).includes(Number(year[1])))) return { name: "year", value: year[1], text: say("find_year", { n: year[1] }) };
  return null;
};

/** @type {(query: string) => Hit[]} */
const find = (query) => {
  /** @type {{ node: Item | PlanShape, rank: number, snippet: string }[]} */
  const hits = [];
  if (index === null) index = makeIndex();
  const number = numberKey(query);
  const letters = /^[a-z0-9]{2,}$/.test(query);
  for (const entry of index) {
    let rank = 9;
    let shown = "";
    entry.ways.forEach((ways, i) => {
      const here = rankOf(ways, query);
      if (here >= rank) return;
      rank = here;
      shown = i ? entry.names[i] : "";
    });
    // gxj: the first letters of the pinyin of a name, made where the page was.
    if (rank === 9 && letters && entry.initials.some((known) => known.includes(query))) rank = entry.initials.some((known) => known.startsWith(query)) ? 1.5 : 2.5;
    const numbered = number && entry.number ? numberRank(entry.number, number) : null;
    if (numbered !== null) rank = Math.min(rank, numbered);
    if (rank === 9) {
      const i = entry.folded.findIndex((sentence) => sentence.includes(query));
      if (i < 0) continue;
      rank = 3;
      shown = snippet(entry.sentences[i], query);
    }
    hits.push({ node: entry.node, rank, snippet: shown });
  }
  return hits.sort((a, b) => a.rank - b.rank || kindOf(b.node).rank - kindOf(a.node).rank || b.node.edges.length - a.node.edges.length || a.node.i - b.node.i);
};

/** @type {Hit[]} */
let found = [];

const showFound = () => {
  const query = fold(searchBox.value);
  clear(foundBox);
  if (!query) {
    found = [];
    closeSearch();
    return;
  }
  found = find(query);
  const question = asQuestion(searchBox.value);
  if (question) found.unshift({ question });
  found.slice(0, SHOWN).forEach((hit, i) => {
    const option = make("div");
    option.id = "found-" + i;
    option.setAttribute("role", "option");
    if (hit.question) {
      option.appendChild(make("b", "", hit.question.text));
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(i);
      });
      foundBox.appendChild(option);
      return;
    }
    option.appendChild(make("span", "", glyphOf(hit.node) + " ")).style.color = lifted(kindOf(hit.node).colour);
    markInto(option.appendChild(make("span")), nameOf(hit.node), query);
    const where = regionOf(hit.node);
    if (where) option.appendChild(make("span", "where", where));
    if (hit.snippet) markInto(option.appendChild(make("span", "snippet")), hit.snippet, query);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(i);
    });
    foundBox.appendChild(option);
  });
  if (!found.length) foundBox.appendChild(make("div", "note", words.no_results));
  if (found.length > SHOWN) foundBox.appendChild(make("div", "note", say("more_results", { n: found.length - SHOWN })));
  foundBox.hidden = false;
  searchBox.setAttribute("aria-expanded", "true");
  point(0);
};

/** @param {number} i */
const take = (i) => {
  const hit = found[i];
  if (!hit) return;
  closeSearch();
  if (hit.question) {
    narrow[hit.question.name] = hit.question.value;
    buildLegend();
    applyFilters(true);
    return;
  }
  choose(hit.node, fold(searchBox.value));
};

searchBox.addEventListener("compositionend", () => {
  showFound();
  tableFollows();
});
/** @type {ReturnType<typeof setTimeout>} */
let tableWait;
const tableFollows = () => {
  if (byId("table").hidden) return;
  clearTimeout(tableWait);
  tableWait = setTimeout(showTable, 150);
};
searchBox.addEventListener("input", (event) => {
  if (composing || /** @type {InputEvent} */ (event).isComposing) return;
  showFound();
  tableFollows();
});
searchBox.addEventListener("focus", () => { if (searchBox.value) showFound(); });
searchBox.addEventListener("blur", closeSearch);
searchBox.addEventListener("keydown", (event) => {
  if (arrows(event, showFound)) return;
  if (event.key === "Enter") {
    if (foundBox.hidden) showFound();
    take(active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    searchBox.value = "";
    showFound();
    searchBox.blur();
    choose(null);
  }
});
document.addEventListener("keydown", (event) => {
  const into = event.target;
  const typing = into instanceof Element && /^(INPUT|SELECT|TEXTAREA)$/.test(into.tagName) && !(into instanceof HTMLInputElement && into.type === "checkbox");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    searchBox.focus();
    searchBox.select();
  } else if (event.key === "Escape" && chosen !== null) {
    choose(null);
  }
});
