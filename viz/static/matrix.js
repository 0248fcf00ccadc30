// The matrix: rows are narrowed by words, columns by an agency, and a row tells its sentence. A long table is cut into
// blocks that the browser lays out only where they are seen.

import { byId, make, put } from "./common/dom.js";

/** @type {[text: string, place: string, owners: [name: string, note: string][]][]} */
const data = JSON.parse(byId("data").textContent || "");
const search = /** @type {HTMLInputElement} */ (byId("search"));
const plan = /** @type {HTMLSelectElement} */ (byId("plan"));
const count = byId("count");
const panel = byId("sentence");
/**
 * All elements of the page, or of a part of it, that a selector finds.
 * @param {string} selector
 * @param {ParentNode} [within]
 */
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector), (each) => /** @type {HTMLElement} */ (each));
/**
 * The text of the first element within another that a selector finds.
 * @param {string} selector
 * @param {ParentNode} within
 */
const textIn = (selector, within) => all(selector, within).map((each) => each.textContent || "")[0] || "";
const sections = all("section");
const rows = all("tr.row");
const bodies = /** @type {HTMLTableSectionElement[]} */ (all("tbody:not(.sums)"));
let titled = "";
/** @type {Map<Element | null, string>} */
const titles = new Map();
for (const body of bodies) {
  titled = textIn(".section th", body) || titled;
  titles.set(body, titled);
}
const texts = rows.map((row, at) =>
  [textIn("th", row), titles.get(row.parentElement), data[at][0], ...data[at][2].map((owner) => owner[0])].join(" ").toLowerCase());
const BLOCK = 50; // rows that are laid out together
const HEIGHT = 42; // of a row that nobody has seen yet
let agency = "";

/**
 * Cut the rows of a table into blocks below it, each a table of its own with the same columns.
 * @param {HTMLElement} table
 */
function cut(table) {
  /** @type {HTMLElement[]} */
  const blocks = [];
  /** @type {HTMLElement | null} */
  let part = null;
  let held = 0;
  for (const body of /** @type {HTMLTableSectionElement[]} */ (all("tbody", table))) {
    if (!part || held + body.rows.length > BLOCK) {
      part = make("table", "", all("colgroup", table).map((columns) => columns.cloneNode(true)));
      blocks.push(make("div", "block", part));
      held = 0;
    }
    held += body.rows.length;
    blocks[blocks.length - 1].style.setProperty("--height", `${held * HEIGHT}px`);
    part.append(body);
  }
  if (table.parentElement) put(table.parentElement, blocks);
  table.classList.add("head");
}

/**
 * Make one table again, so that a printer repeats its header on every page.
 * @param {HTMLElement} table
 */
function join(table) {
  const place = table.parentElement || document;
  put(table, all(".block tbody", place));
  all(".block", place).forEach((block) => block.remove());
  table.classList.remove("head");
}

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const here = sections[plan.selectedIndex];
  let shown = 0;
  const filled = new Set();
  rows.forEach((row, at) => {
    const kept = words.every((word) => texts[at].includes(word)) && (!agency || data[at][2].some((owner) => owner[0] === agency));
    if (row.hidden === kept) row.hidden = !kept;
    if (!kept) return;
    filled.add(row.parentElement);
    if (here.contains(row)) shown += 1;
  });
  for (const body of bodies) body.hidden = !filled.has(body);
  for (const block of all(".block")) block.hidden = !block.querySelector("tbody:not([hidden])");
  count.textContent = `${shown} / ${all("tr.row", here).length}`;
}

/**
 * @param {HTMLElement} row
 * @param {string} name The agency whose cell was pointed at, if it was one.
 */
function tell(row, name) {
  const [text, place, owners] = data[Number(row.dataset.row)];
  const [box] = all("div", panel);
  box.textContent = "";
  put(box, [
    make("p", "title", textIn("th", row)),
    ...owners.filter(([who]) => !name || who === name).map(([who, note]) => make("p", "owner", `${who}：${note}`)),
    make("p", "text", text),
    make("p", "place", place),
  ]);
  all("tr.on").forEach((each) => each.classList.remove("on"));
  row.classList.add("on");
  panel.hidden = false;
}

/** @param {Element | null} head */
function choose(head) {
  all("th.agency.on").forEach((each) => each.classList.remove("on"));
  agency = head && agency !== head.textContent ? head.textContent || "" : "";
  if (head && agency) head.classList.add("on");
  show();
}

/** @param {EventTarget | null} target */
function act(target) {
  if (!(target instanceof Element)) return;
  const head = target.closest("th.agency");
  const row = target.closest("tr.row");
  if (head) choose(head);
  else if (row instanceof HTMLElement) {
    const cell = target.closest("td.cell");
    tell(row, cell instanceof HTMLElement ? cell.title : "");
  }
}

document.addEventListener("click", (event) => act(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter") act(event.target);
  if (event.key === "Escape") panel.hidden = true;
});
all("button", panel).forEach((close) => close.addEventListener("click", () => { panel.hidden = true; }));
search.addEventListener("input", show);
plan.addEventListener("change", () => {
  sections.forEach((section, at) => { section.hidden = at !== plan.selectedIndex; });
  choose(null);
});
addEventListener("beforeprint", () => all("table.head").forEach(join));
addEventListener("afterprint", () => {
  all("table.whole").forEach(cut);
  show();
});
all("table.whole").forEach(cut);
show();
