// The tables of a report, narrowed to the rows that hold every word that is typed.

import { byId } from "./common/dom.js";

const box = /** @type {HTMLInputElement} */ (byId("filter"));
const rows = Array.from(document.querySelectorAll("tbody tr"), (row) => /** @type {HTMLElement} */ (row));
const texts = rows.map((row) => (row.textContent || "").toLowerCase());
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  rows.forEach((row, at) => { row.hidden = !words.every((word) => texts[at].includes(word)); });
});
