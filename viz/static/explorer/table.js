// A table that is sorted at a click, and whose rows are made when they come into view: a thousand tasks cost nothing
// until somebody scrolls to them. Printing makes all of them.

import { button, clear, make } from "../common/dom.js";
import { cellOrder, csvOf, tsvOf } from "../common/sheet.js";
import { say } from "./data.js";
import { copyText, link } from "./parts.js";

/** @import { Content } from "../common/dom.js" */

export const STEP = 60;
/** @type {{ end: HTMLElement, more: () => boolean }[]} */
export const shownTables = []; // those of the view that is open

export const showsMore = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const each of shownTables) if (each.end === entry.target) each.more();
  }
}, { rootMargin: "600px" });

/**
 * A column: its words, what stands in a cell instead, and what it is sorted by.
 * @template R
 * @typedef {object} Column
 * @property {string} caption
 * @property {(row: R) => string} text
 * @property {(row: R) => Content} [cell]
 * @property {(row: R) => string | number | null | undefined} [value]
 * @property {string} [className]
 */
/**
 * @template R
 * @param {Column<R>[]} columns
 * @param {R[]} given
 * @param {{ caption: string, file: string, head?: number, className?: string, rowClass?: (row: R) => string }} options
 */
export const makeTable = (columns, given, options) => {
  let rows = given;
  /** @type {{ column: Column<R>, down: boolean } | null} */
  let sorted = null;
  let made = 0;
  const body = make("tbody");
  const head = make("tr");
  const end = make("div", "end");
  const count = make("span", "count");
  count.setAttribute("role", "status");
  const element = make("table", options.className || "");
  element.appendChild(make("caption", "unseen", options.caption));
  element.appendChild(make("thead", "", head));
  element.appendChild(body);

  const more = () => {
    for (const row of rows.slice(made, made + STEP)) {
      const line = make("tr", options.rowClass ? options.rowClass(row) : "");
      columns.forEach((column, i) => {
        const cell = make(i === (options.head || 0) ? "th" : "td", column.className || "", column.cell ? column.cell(row) : column.text(row));
        if (i === (options.head || 0)) cell.setAttribute("scope", "row");
        cell.setAttribute("data-caption", column.caption);
        line.appendChild(cell);
      });
      body.appendChild(line);
    }
    made = Math.min(rows.length, made + STEP);
    end.hidden = made >= rows.length;
    if (showsMore === null) while (made < rows.length) more();
    else if (!end.hidden) {
      // Asked anew: an end that stays in view is not told of again.
      showsMore.unobserve(end);
      showsMore.observe(end);
    }
    return made < rows.length;
  };
  const show = () => {
    clear(body);
    made = 0;
    if (sorted) {
      const value = sorted.column.value || sorted.column.text;
      const { down } = sorted;
      rows = rows.map((row, at) => ({ row, at, value: value(row) }))
        .sort((a, b) => cellOrder(a.value, b.value, down) || a.at - b.at).map((each) => each.row);
    }
    count.textContent = rows.length === given.length ? say("rows_n", { n: rows.length }) : say("rows_of", { n: rows.length, all: given.length });
    nothing.hidden = rows.length > 0;
    element.hidden = rows.length === 0;
    more();
  };
  columns.forEach((column) => {
    const cell = make("th", column.className || "");
    cell.setAttribute("scope", "col");
    cell.setAttribute("data-caption", column.caption);
    cell.appendChild(button(column.caption, "sort", () => {
      const down = sorted && sorted.column === column ? !sorted.down : Boolean(column.value);
      sorted = { column, down };
      Array.from(head.children).forEach((other) => other.removeAttribute("aria-sort"));
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      show();
    }));
    head.appendChild(cell);
  });
  const lines = () => [columns.map((column) => column.caption)].concat(rows.map((row) => columns.map((column) => String(column.text(row)))));
  const nothing = make("p", "note", say("none_left"));
  const box = make("div", "table", [
    make("p", "tools", [
      count,
      button(say("copy"), "", () => copyText(tsvOf(lines()))),
      button(say("csv"), "", () => {
        const anchor = link("", URL.createObjectURL(new Blob([csvOf(lines())], { type: "text/csv" })));
        anchor.download = options.file + ".csv";
        document.body.appendChild(anchor);
        anchor.click();
        document.body.removeChild(anchor);
      }),
    ]),
    make("div", "wide", element),
    nothing,
    end,
  ]);
  const table = {
    box,
    end,
    more,
    /** @param {(row: R) => boolean} keep */
    filter: (keep) => {
      rows = given.filter(keep);
      show();
    },
  };
  shownTables.push(table);
  show();
  return table;
};
window.addEventListener("beforeprint", () => {
  for (const table of shownTables) while (table.more());
});
