// The same content as plain tables: for screen readers, for copying, and where a picture says too much at once.

import { button, byId, clear, make } from "./common/dom.js";
import { searchBox } from "./common/listbox.js";
import { caption, content, edges, Facts, isEdge, kinds, nodes, planOf, roleOf, say, titleOf, words } from "./data.js";
import { bundles, chosen, drawn, overview, owning } from "./overview.js";
import { rankOf } from "./canvas.js";
import { basisOf, choose, otherFacts, placeOf, shown } from "./panel.js";
import { shareOf } from "./duties.js";
import { asQuestion, fold } from "./search.js";
import { copyText, save } from "./export.js";
import { showView } from "./app.js";

export const tableBox = byId("table");
export let tableKind = overview ? "bundles" : "edges";
let tableRun = 0;
const SLICE = 400;
const SHEET = 10 * SLICE; // an overview may have a hundred thousand rows: it asks before it goes on

const nameButton = (node) => button(node.kind === "Task" ? titleOf(node) : node.name, "", () => {
  showView("map");
  choose(node);
});

const factsText = (kind, facts, but) => otherFacts(kind, facts, new Set(but))
  .map((name) => caption(kind, name) + "：" + shown(facts[name])).join("\n");

export const TABLES = Object.assign(!overview ? {} : {
  bundles: {
    title: () => words.bundles,
    heads: () => [kinds.get("Agency").caption, words.plan, words.region, words.entries].concat(owning.map((role) => role.caption)),
    all: () => bundles,
    row: (bundle) => [nameButton(bundle.from), nameButton(bundle.to), content.plans[bundle.to.plan].region || "",
      button(shareOf(bundle.members), "", () => {
        showView("map");
        choose(bundle);
      })].concat(owning.map((role) => String(bundle.members.filter((edge) => edge.kind === role.name).length || ""))),
  },
}, {
  edges: {
    title: () => words.table_edges,
    heads: () => [words.from, words.relation, words.basis, words.to, words.plan, words.region, words.place, words.source],
    all: () => edges,
    row: (edge) => {
      const facts = edge.facts;
      const plan = planOf(edge.to) || planOf(edge.from) || {};
      const text = facts.get("quote") || (edge.to.kind === "Target" ? edge.to.facts.text : facts.get("written")) || "";
      const role = roleOf(edge).caption + (facts.get("role_word") ? "（" + facts.get("role_word") + "）" : "");
      const basis = basisOf(edge) + (facts.get("open_ended") ? "，" + caption(edge.kind, "open_ended") : "");
      return [nameButton(edge.from), role, basis, nameButton(edge.to), plan.title || "", plan.region || "", placeOf({ page: facts.get("page"), line: facts.get("line") }), text];
    },
  },
  nodes: {
    title: () => words.table_nodes,
    heads: () => [words.kind, words.name, words.plan, words.region, words.place, words.facts, words.source],
    all: () => nodes,
    row: (node) => {
      const plan = planOf(node) || {};
      return [kinds.get(node.kind).caption, nameButton(node), plan.title || "", plan.region || node.facts.region || "", placeOf(node.facts),
        factsText(node.kind, node.facts, ["name", "title", "number", "text", "region", "part", "of"]), node.facts.text || ""];
    },
  },
  plans: {
    title: () => words.table_plans,
    heads: () => [words.plan, words.region, words.facts],
    all: () => content.plans,
    row: (plan) => [plan.title, plan.region || "", factsText("Plan", plan.facts, ["title", "region"])],
  },
  mentions: {
    title: () => words.mentions,
    heads: () => [words.plan, words.region, words.place, words.facts, words.source],
    all: () => [].concat(...content.plans.map((plan) => plan.mentions.map((mention) => ({ plan, mention })))),
    row: ({ plan, mention }) => [plan.title, plan.region || "", placeOf(mention), factsText("UnreadTrigger", mention, ["text"]), mention.text || ""],
  },
});

// The rows as they are asked for: what passes the filters and holds the words of the search, those of the chosen body
// first, or sorted by a column.
let sorting = null; // [column, whether downwards]
const textOf = (cell) => (cell instanceof Node ? cell.textContent : cell);
const textsOf = (row) => TABLES[tableKind].row(row).map(textOf);
const touches = (row, thing) => row === thing || row.from === thing || row.to === thing || (row.mention && row.plan === (planOf(thing) || {}));
export const rowsNow = () => {
  const query = fold(searchBox.value.trim());
  let rows = TABLES[tableKind].all().filter((row) => row.visible !== false && !(row.mention && !row.plan.visible));
  const texts = new Map();
  const said = (row) => {
    if (!texts.has(row)) texts.set(row, textsOf(row));
    return texts.get(row);
  };
  if (query && asQuestion(query) === null) rows = rows.filter((row) => fold(said(row).join("\n")).includes(query));
  if (sorting) {
    const [column, down] = sorting;
    const place = new Map(rows.map((row, n) => [row, n]));
    const compare = (one, other) => {
      const [a, b] = [said(one)[column] || "", said(other)[column] || ""];
      if (a === b) return place.get(one) - place.get(other);
      if (!a || !b) return a ? -1 : 1;
      const order = /^[\d.]+$/.test(a) && /^[\d.]+$/.test(b) ? Number(a) - Number(b) : a.localeCompare(b, "zh-CN", { numeric: true });
      return (down ? -order : order) || place.get(one) - place.get(other);
    };
    return rows.sort(compare);
  }
  const body = chosen !== null && !isEdge(chosen) && !chosen.members ? chosen : drawn.centre;
  if (!body) return rows;
  const rank = (row) => (row.facts instanceof Facts && row.kind ? rankOf(row) : 0);
  const own = rows.filter((row) => touches(row, body));
  const order = new Map(own.map((row, n) => [row, n]));
  own.sort((a, b) => rank(b) - rank(a) || order.get(a) - order.get(b));
  return own.concat(rows.filter((row) => !touches(row, body)));
};

// A spreadsheet takes a cell that begins with one of these signs for a formula.
const harmless = (text) => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text);
const csvOf = (rows) => [TABLES[tableKind].heads()].concat(rows.map(textsOf))
  .map((cells) => cells.map((cell) => '"' + harmless(cell).replace(/"/g, '""') + '"').join(",")).join("\r\n") + "\r\n";
const tsvOf = (rows) => [TABLES[tableKind].heads()].concat(rows.map(textsOf))
  .map((cells) => cells.map((cell) => harmless(cell).replace(/[\t\n\r]+/g, " ")).join("\t")).join("\n");

export const showTable = () => {
  const table = TABLES[tableKind];
  const all = table.all();
  const rows = rowsNow();
  clear(tableBox);
  const tabs = tableBox.appendChild(make("div", "tabs"));
  for (const name of Object.keys(TABLES)) {
    if (!TABLES[name].all().length) continue;
    const tab = tabs.appendChild(button(TABLES[name].title() + " " + TABLES[name].all().length, "", () => {
      tableKind = name;
      sorting = null;
      showTable();
    }));
    tab.setAttribute("aria-pressed", String(name === tableKind));
  }
  const query = searchBox.value.trim();
  const status = tabs.appendChild(make("span", "rows", say("rows", { n: rows.length, all: all.length }) + (query && asQuestion(fold(query)) === null ? "，" + say("matching", { text: query }) : "")));
  status.setAttribute("role", "status");
  const tools = tabs.appendChild(make("span", "tools"));
  const copying = tools.appendChild(button(words.copy_rows, "copy", () => copyText(tsvOf(rows), copying)));
  tools.appendChild(button(words.save_rows, "csv", () => save(new Blob(["\ufeff" + csvOf(rows)], { type: "text/csv" }), "_" + table.title() + ".csv")));
  const element = tableBox.appendChild(make("table"));
  element.appendChild(make("caption", "", "")).hidden = true;
  const head = element.appendChild(make("thead")).appendChild(make("tr"));
  table.heads().forEach((text, column) => {
    const cell = head.appendChild(make("th"));
    cell.scope = "col";
    const now = sorting && sorting[0] === column;
    if (now) cell.setAttribute("aria-sort", sorting[1] ? "descending" : "ascending");
    cell.appendChild(button(text + (now ? (sorting[1] ? " ▼" : " ▲") : ""), "", () => {
      sorting = now ? (sorting[1] ? null : [column, true]) : [column, false];
      showTable();
    })).title = say("sort_by", { name: text });
  });
  const body = element.appendChild(make("tbody"));
  const run = (tableRun += 1);
  // In slices, so that fifteen thousand rows do not freeze the page.
  const more = (from) => {
    if (run !== tableRun) return;
    const part = document.createDocumentFragment();
    for (const row of rows.slice(from, from + SLICE)) {
      const line = part.appendChild(make("tr"));
      for (const cell of table.row(row)) {
        const box = line.appendChild(make("td"));
        if (cell instanceof Node) box.appendChild(cell);
        else {
          box.textContent = cell;
          box.className = cell.length > 40 ? "long" : cell.length > 8 ? "middle" : "short";
        }
      }
    }
    body.appendChild(part);
    const left = rows.length - from - SLICE;
    const pause = overview && (from + SLICE) % SHEET === 0;
    element.setAttribute("aria-busy", String(left > 0 && !pause));
    if (left > 0 && !pause) setTimeout(() => more(from + SLICE), 0);
    else if (left > 0) {
      const next = tableBox.appendChild(button(say("more_rows", { n: left }), "next", () => {
        tableBox.removeChild(next);
        more(from + SLICE);
      }));
    }
  };
  more(0);
};
