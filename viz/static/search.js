// Search: names first, then sentences. Plain substrings after NFKC and lower case; Chinese needs no tokenizer.

import { byId, clear, make } from "./common/dom.js";
import { active, closeSearch, composing, foundBox, point, searchBox } from "./common/listbox.js";
import { kinds, namesOf, nodes, planOf, say, titleOf, words } from "./data.js";
import { chosen, plans } from "./overview.js";
import { choose, markInto } from "./panel.js";
import { applyFilters, narrow } from "./filters.js";
import { buildLegend } from "./legend.js";
import { showTable } from "./table.js";
import { lifted } from "./colours.js";
import { duePasses } from "./deadlines.js";

export const fold = (text) => text.normalize("NFKC").toLowerCase();
const SHOWN = 50;

// Made when the first word is typed: folding all the text of thousands of tasks takes as long as drawing them.
let index = null;
const makeIndex = () => nodes.concat(plans).map((node) => {
  const sentences = [node.facts.text, node.facts.clause].filter(Boolean);
  if (node.kind === "Task") {
    for (const edge of node.edges) {
      const text = edge.facts.get("quote");
      if (text && !sentences.some((known) => known.includes(text))) sentences.push(text);
    }
  }
  const names = namesOf(node).concat(node.facts.number ? [titleOf(node)] : []);
  // 洛阳市工信局: an agency is also called by its place and any of its names.
  if (node.kind === "Agency" && node.facts.region) for (const name of names.slice()) if (!name.startsWith(node.facts.region)) names.push(node.facts.region + name.replace(/^[省市县区州盟旗]/, ""));
  return { node, names, sentences, foldedNames: names.map(fold), foldedSentences: sentences.map(fold), initials: node.initials || [] };
});

// Words that ask for a filter instead of a name: tasks without an owner or a lead, a year.
const OWNERLESS = /^(无主(任务)?|孤儿任务|无(责任单位|人负责)(的?任务)?|没有责任单位(的?任务)?|no owner|orphans?)$/;
const UNLED = /^(无|没有|未写明|未明确)牵头(单位)?(的?任务)?$|^no lead$/;
const DUE = [
  [/^(逾期|过期|已到期|到期未完成)(的?任务)?$|^(overdue|past due)$/, "past"],
  [/^本季度?(到期)?(的?任务)?$|^this quarter$/, "quarter"],
  [/^(无|没有|未写明|未明确)(完成)?(时限|期限|日期)(的?任务)?$|^no deadline$/, "none"],
];
export const asQuestion = (query) => {
  if (OWNERLESS.test(query)) return { name: "state", value: "ownerless", text: words.find_ownerless };
  if (UNLED.test(query)) return { name: "state", value: "unled", text: words.find_unled };
  const due = DUE.find(([pattern]) => pattern.test(query));
  if (due && nodes.some((node) => node.kind === "Task" && duePasses(node, due[1]))) return { name: "year", value: due[1], text: say("find_due", { name: words["due_" + due[1]] }) };
  const year = /^(20\d\d)(年(底前|前|到期|底)?)?$/.exec(query);
  if (year && nodes.some((node) => (node.years || []).includes(Number(year[1])))) return { name: "year", value: year[1], text: say("find_year", { n: year[1] }) };
  return null;
};

const find = (query) => {
  const found = [];
  if (index === null) index = makeIndex();
  const letters = /^[a-z0-9]{2,}$/.test(query);
  for (const entry of index) {
    let rank = 9;
    let snippet = "";
    entry.foldedNames.forEach((name, i) => {
      const at = name.indexOf(query);
      const here = name === query ? 0 : at === 0 ? 1 : at > 0 ? 2 : 9;
      if (here < rank) {
        rank = here;
        snippet = i ? entry.names[i] : "";
      }
    });
    // gxj: the first letters of the pinyin of a name, made where the page was.
    if (rank === 9 && letters && entry.initials.some((known) => known.includes(query))) rank = entry.initials.some((known) => known.startsWith(query)) ? 1.5 : 2.5;
    if (rank === 9) {
      const i = entry.foldedSentences.findIndex((sentence) => sentence.includes(query));
      if (i < 0) continue;
      rank = 3;
      const at = entry.foldedSentences[i].indexOf(query);
      const from = Math.max(0, at - 12);
      snippet = (from ? "…" : "") + entry.sentences[i].slice(from, at + query.length + 24) + "…";
    }
    found.push({ node: entry.node, rank, snippet });
  }
  found.sort((a, b) => a.rank - b.rank || kinds.get(b.node.kind).rank - kinds.get(a.node.kind).rank || b.node.edges.length - a.node.edges.length || a.node.i - b.node.i);
  return found;
};

let found = [];

const showFound = () => {
  const query = fold(searchBox.value.trim());
  clear(foundBox);
  if (!query) {
    found = [];
    closeSearch();
    return;
  }
  found = find(query);
  const question = asQuestion(query);
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
    const kind = kinds.get(hit.node.kind);
    const glyph = option.appendChild(make("span", "", (hit.node.hollow ? kind.hollow : kind.glyph) + " "));
    glyph.style.color = lifted(kind.colour);
    markInto(option.appendChild(make("span")), hit.node.kind === "Task" ? titleOf(hit.node) : hit.node.name, query);
    const where = hit.node.facts.region || (planOf(hit.node) || {}).region;
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

const take = (i) => {
  if (!found[i]) return;
  closeSearch();
  if (found[i].question) {
    narrow[found[i].question.name] = found[i].question.value;
    buildLegend();
    applyFilters(true);
    return;
  }
  choose(found[i].node, fold(searchBox.value.trim()));
};

searchBox.addEventListener("compositionend", () => {
  showFound();
  tableFollows();
});
let tableWait = 0;
const tableFollows = () => {
  if (byId("table").hidden) return;
  clearTimeout(tableWait);
  tableWait = setTimeout(showTable, 150);
};
searchBox.addEventListener("input", (event) => {
  if (composing || event.isComposing) return;
  showFound();
  tableFollows();
});
searchBox.addEventListener("focus", () => { if (searchBox.value) showFound(); });
searchBox.addEventListener("blur", closeSearch);
searchBox.addEventListener("keydown", (event) => {
  if (composing || event.isComposing || event.keyCode === 229) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (foundBox.hidden) showFound();
    else point(active + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter") {
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
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    searchBox.focus();
    searchBox.select();
  } else if (event.key === "Escape" && chosen !== null) {
    choose(null);
  }
});
