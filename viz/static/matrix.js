"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const search = document.getElementById("search");
const plan = document.getElementById("plan");
const count = document.getElementById("count");
const panel = document.getElementById("sentence");
const sections = [...document.querySelectorAll("section")];
const rows = [...document.querySelectorAll("tr.row")];
const texts = rows.map((row, at) =>
  [row.textContent, row.closest("tbody").querySelector(".section")?.textContent ?? "", data[at][0], ...data[at][2].map((owner) => owner[0])].join(" ").toLowerCase());
let agency = "";

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const here = sections[plan.selectedIndex];
  let shown = 0;
  rows.forEach((row, at) => {
    row.hidden = !words.every((word) => texts[at].includes(word)) || (agency && !data[at][2].some((owner) => owner[0] === agency));
    if (!row.hidden && here.contains(row)) shown += 1;
  });
  for (const body of document.querySelectorAll("tbody:not(.sums)")) body.hidden = !body.querySelector("tr.row:not([hidden])");
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
  box.replaceChildren();
  add(box, row.querySelector("th").textContent, "title");
  for (const [who, note] of owners) if (!name || who === name) add(box, `${who}：${note}`, "owner");
  add(box, text, "text");
  add(box, place, "place");
  document.querySelector("tr.on")?.classList.remove("on");
  row.classList.add("on");
  panel.hidden = false;
}

document.addEventListener("click", (event) => {
  const head = event.target.closest("th.agency");
  const row = event.target.closest("tr.row");
  if (head) {
    document.querySelector("th.agency.on")?.classList.remove("on");
    agency = agency === head.textContent ? "" : head.textContent;
    if (agency) head.classList.add("on");
    show();
  } else if (row) tell(row, event.target.closest("td.cell")?.title ?? "");
});
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("tr.row");
  if (event.key === "Enter" && row) tell(row, "");
  if (event.key === "Escape") panel.hidden = true;
});
panel.querySelector("button").addEventListener("click", () => { panel.hidden = true; });
search.addEventListener("input", show);
plan.addEventListener("change", () => {
  agency = "";
  document.querySelector("th.agency.on")?.classList.remove("on");
  sections.forEach((section, at) => { section.hidden = at !== plan.selectedIndex; });
  show();
});
show();
