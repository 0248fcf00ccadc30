// A table that is sorted at a click, and whose rows are made when they come into view: a thousand tasks cost nothing
// until somebody scrolls to them. Printing makes all of them.

import { button, clear, make } from "../shared/dom.js";
import { data, say } from "./data.js";
import { copyText, link } from "./parts.js";

export const STEP = 60;
export const shownTables = []; // those of the view that is open

export const showsMore = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const each of shownTables) if (each.end === entry.target) each.more();
  }
}, { rootMargin: "600px" });

// What a spreadsheet would take for a formula is kept a text.
const cellText = (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text);
const quoted = (text) => '"' + text.split('"').join('""') + '"';

// columns: {caption, text(row), cell(row), value(row), className}; `cell` makes elements, `text` words, `value` sorts.
export const makeTable = (columns, given, options) => {
  const chosen = options || {};
  let rows = given;
  let sorted = null;
  let made = 0;
  const body = make("tbody");
  const head = make("tr");
  const end = make("div", "end");
  const count = make("span", "count");
  count.setAttribute("role", "status");
  const element = make("table", chosen.className || "");
  if (chosen.caption) element.appendChild(make("caption", "unseen", chosen.caption));
  element.appendChild(make("thead", "", head));
  element.appendChild(body);

  const more = () => {
    for (const row of rows.slice(made, made + STEP)) {
      const line = make("tr", chosen.rowClass ? chosen.rowClass(row) : "");
      columns.forEach((column, i) => {
        const cell = make(i === (chosen.head || 0) ? "th" : "td", column.className || "", column.cell ? column.cell(row) : column.text(row));
        if (i === (chosen.head || 0)) cell.setAttribute("scope", "row");
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
      const sign = sorted.down ? -1 : 1;
      rows = rows.map((row, at) => ({ row, at, value: value(row) })).sort((a, b) => {
        const empty = (a.value === null || a.value === "") - (b.value === null || b.value === "");
        if (empty) return empty;
        const order = typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : String(a.value).localeCompare(String(b.value), "zh");
        return sign * order || a.at - b.at;
      }).map((each) => each.row);
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
      button(say("copy"), "", () => copyText(lines().map((line) => line.map((text) => cellText(text.replace(/\s+/g, " "))).join("\t")).join("\n"))),
      button(say("csv"), "", () => {
        const text = "\ufeff" + lines().map((line) => line.map((each) => quoted(cellText(each))).join(",")).join("\r\n") + "\r\n";
        const anchor = link("", URL.createObjectURL(new Blob([text], { type: "text/csv" })));
        anchor.download = (chosen.file || data.title) + ".csv";
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
