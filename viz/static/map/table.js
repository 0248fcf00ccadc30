// The same content as plain tables: for screen readers, for copying, and where a picture says too much at once.

import { button, byId, clear, make } from "../common/dom.js";
import { searchBox } from "../common/listbox.js";
import { cellOrder, csvOf, tsvOf } from "../common/sheet.js";
import { fold } from "../common/matching.js";
import { isLine, say, words } from "./data.js";
import { chosen, drawn, overview } from "./overview.js";
import { focused } from "./filters.js";
import { choose } from "./panel.js";
import { asQuestion } from "./search.js";
import { copyText, save } from "./export.js";
import { rowsTold, TABLES, textsOf, wideClass } from "./tables.js";
import { showView } from "./views.js";

/** @import { Row, Table, TableCell } from "./tables.js" */

const tableBox = byId("table");
let tableKind = overview ? "bundles" : "edges";
let tableRun = 0;
const SLICE = 400;
const SHEET = 10 * SLICE; // an overview may have a hundred thousand rows: it asks before it goes on

/** The table that is chosen. */
export const tableNow = () => /** @type {Table} */ (TABLES.get(tableKind));

/** @type {[column: number, down: boolean] | null} */
let sorting = null;
/** The words that the table is searched for; those that ask for a filter are none. */
const sought = () => (asQuestion(searchBox.value) === null ? searchBox.value.trim() : "");

/**
 * The rows as they are asked for: what passes the filters and holds the words of the search, those of the chosen body
 * first, or sorted by a column.
 * @type {() => Row[]}
 */
export const rowsNow = () => {
  const query = fold(sought());
  /** @type {Map<Row, string[]>} */
  const texts = new Map();
  /** @param {Row} row */
  const said = (row) => {
    const known = texts.get(row) || textsOf(row);
    texts.set(row, known);
    return known;
  };
  const rows = tableNow().rows().filter((row) => row.visible() && (!query || fold(said(row).join("\n")).includes(query)));
  if (sorting) {
    const [column, down] = sorting;
    return rows.map((row, n) => ({ row, n, cell: said(row)[column] })).sort((a, b) => cellOrder(a.cell, b.cell, down) || a.n - b.n).map(({ row }) => row);
  }
  const body = chosen !== null && !isLine(chosen) ? chosen : drawn.centre || Array.from(focused)[0];
  if (!body) return rows;
  const own = rows.filter((row) => row.touches(body));
  const order = new Map(own.map((row, n) => [row, n]));
  own.sort((a, b) => b.rank - a.rank || Number(order.get(a)) - Number(order.get(b)));
  return own.concat(rows.filter((row) => !order.has(row)));
};

/** @type {(cell: TableCell) => HTMLElement} */
const boxOf = (cell) => {
  if (typeof cell === "string") return make("td", wideClass(cell), cell);
  return make("td", "", button(cell.text, "", () => {
    showView("map");
    choose(cell.thing);
  }));
};

/** @type {(rows: Row[]) => HTMLElement} */
const tabsFor = (rows) => {
  const table = tableNow();
  const tabs = make("div", "tabs");
  TABLES.forEach((each, name) => {
    if (!each.rows().length) return;
    const tab = tabs.appendChild(button(each.title + " " + each.rows().length, "", () => {
      tableKind = name;
      sorting = null;
      showTable();
    }));
    tab.setAttribute("aria-pressed", String(name === tableKind));
  });
  const text = sought();
  const status = tabs.appendChild(make("span", "rows", rowsTold(rows.length, table.rows().length) + (text ? "，" + say("matching", { text }) : "")));
  status.setAttribute("role", "status");
  const tools = tabs.appendChild(make("span", "tools"));
  const cells = () => [table.heads].concat(rows.map(textsOf));
  const copying = tools.appendChild(button(words.copy_rows, "copy", () => copyText(tsvOf(cells()), copying)));
  tools.appendChild(button(words.save_rows, "csv", () => save(new Blob([csvOf(cells())], { type: "text/csv" }), "_" + table.title + ".csv")));
  return tabs;
};

/** @type {() => HTMLElement} */
const headFor = () => {
  const head = make("tr");
  tableNow().heads.forEach((text, column) => {
    const cell = head.appendChild(make("th"));
    cell.scope = "col";
    const down = sorting && sorting[0] === column ? sorting[1] : null;
    if (down !== null) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    cell.appendChild(button(text + (down === null ? "" : down ? " ▼" : " ▲"), "", () => {
      sorting = down === null ? [column, false] : down ? null : [column, true];
      showTable();
    })).title = say("sort_by", { name: text });
  });
  return make("thead", "", head);
};

export const showTable = () => {
  const rows = rowsNow();
  clear(tableBox).appendChild(tabsFor(rows));
  const element = tableBox.appendChild(make("table"));
  element.appendChild(make("caption")).hidden = true;
  element.appendChild(headFor());
  const body = element.appendChild(make("tbody"));
  const run = (tableRun += 1);
  /**
   * In slices, so that fifteen thousand rows do not freeze the page.
   * @param {number} from
   */
  const more = (from) => {
    if (run !== tableRun) return;
    const part = document.createDocumentFragment();
    for (const row of rows.slice(from, from + SLICE)) part.appendChild(make("tr", "", row.cells().map(boxOf)));
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
