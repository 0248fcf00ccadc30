const data = JSON.parse(document.getElementById("data").textContent);
const search = document.getElementById("search");
const plan = document.getElementById("plan");
const count = document.getElementById("count");
const panel = document.getElementById("sentence");
const sections = [...document.querySelectorAll("section")];
const rows = [...document.querySelectorAll("tr.row")];
const bodies = [...document.querySelectorAll("tbody:not(.sums)")];
let titled = "";
const titles = new Map(bodies.map((body) => {
  const heading = body.querySelector(".section th");
  if (heading) titled = heading.textContent;
  return [body, titled];
}));
const texts = rows.map((row, at) =>
  [row.querySelector("th").textContent, titles.get(row.parentElement), data[at][0], ...data[at][2].map((owner) => owner[0])].join(" ").toLowerCase());
const BLOCK = 50; // rows that are laid out together
const HEIGHT = 42; // of a row that nobody has seen yet
let agency = "";

/* The rows of a table in blocks below it, each a table of its own with the same columns. */
function cut(table) {
  let block = null;
  let held = 0;
  for (const body of [...table.querySelectorAll("tbody")]) {
    if (!block || held + body.rows.length > BLOCK) {
      block = document.createElement("div");
      block.className = "block";
      const part = block.appendChild(document.createElement("table"));
      part.append(table.querySelector("colgroup").cloneNode(true));
      table.parentElement.append(block);
      held = 0;
    }
    held += body.rows.length;
    block.style.setProperty("--height", `${held * HEIGHT}px`);
    block.firstElementChild.append(body);
  }
  table.classList.add("head");
}

/* One table again, so that a printer repeats its header on every page. */
function join(table) {
  table.append(...table.parentElement.querySelectorAll(".block tbody"));
  table.parentElement.querySelectorAll(".block").forEach((block) => block.remove());
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
  for (const block of document.querySelectorAll(".block")) block.hidden = !block.querySelector("tbody:not([hidden])");
  count.textContent = `${shown} / ${here.querySelectorAll("tr.row").length}`;
}

function add(parent, text, kind) {
  const line = document.createElement("p");
  line.textContent = text;
  line.className = kind;
  parent.append(line);
}

function tell(row, name) {
  const [text, place, owners] = data[Number(row.dataset.row)];
  const box = panel.querySelector("div");
  box.textContent = "";
  add(box, row.querySelector("th").textContent, "title");
  for (const [who, note] of owners) if (!name || who === name) add(box, `${who}：${note}`, "owner");
  add(box, text, "text");
  add(box, place, "place");
  document.querySelectorAll("tr.on").forEach((each) => each.classList.remove("on"));
  row.classList.add("on");
  panel.hidden = false;
}

function choose(head) {
  document.querySelectorAll("th.agency.on").forEach((each) => each.classList.remove("on"));
  agency = head && agency !== head.textContent ? head.textContent : "";
  if (agency) head.classList.add("on");
  show();
}

function act(target) {
  const head = target.closest("th.agency");
  const row = target.closest("tr.row");
  if (head) choose(head);
  else if (row) {
    const cell = target.closest("td.cell");
    tell(row, cell ? cell.title : "");
  }
}

document.addEventListener("click", (event) => act(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter") act(event.target);
  if (event.key === "Escape") panel.hidden = true;
});
panel.querySelector("button").addEventListener("click", () => { panel.hidden = true; });
search.addEventListener("input", show);
plan.addEventListener("change", () => {
  sections.forEach((section, at) => { section.hidden = at !== plan.selectedIndex; });
  choose(null);
});
addEventListener("beforeprint", () => document.querySelectorAll("table.head").forEach(join));
addEventListener("afterprint", () => { document.querySelectorAll("table.whole").forEach(cut); show(); });
document.querySelectorAll("table.whole").forEach(cut);
show();
