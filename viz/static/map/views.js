// The two views of the page: the map, and the tables.

import { byId } from "../common/dom.js";
import { showTable } from "./table.js";

/** @param {"map" | "table"} name */
export const showView = (name) => {
  const table = name === "table";
  byId("table").hidden = !table;
  document.body.classList.toggle("tabled", table);
  byId("show-map").setAttribute("aria-pressed", String(!table));
  byId("show-table").setAttribute("aria-pressed", String(table));
  if (table) showTable();
};
