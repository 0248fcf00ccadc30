// Plans: what was read of each file and what was not, and what is in the store.

import { button, byId, clear, make, put } from "../common/dom.js";
import { data, say } from "./data.js";
import { dropZone } from "./files.js";
import { details, sure, tableOf } from "./parts.js";
import { ask, tellError } from "./server.js";
import { held, listeners, now, refresh } from "./state.js";

/** @typedef {import("./state.js").DroppedFile} DroppedFile */
/** @typedef {{ number: string, title: string, owners: [role: string, name: string][], deadline: string | null, place: string }} ReadTask */
/** @typedef {{ metric: string, value: string, due: string, text: string, place: string }} ReadTarget */
/** @typedef {{ text: string, word: string, reason: string | null, place: string }} Sentence */
/** @typedef {{ tasks: ReadTask[], targets: ReadTarget[], sentences: Sentence[], explained: Sentence[] }} WholeReport */

/**
 * @param {number} count
 * @param {string} caption
 * @param {boolean} [alarm] Whether any of them is one too many.
 */
const figure = (count, caption, alarm) => make("span", "figure" + (alarm && count ? " alarm" : ""), [make("b", "", count), make("span", "", caption)]);

/** @param {import("./state.js").ReadPlan} plan */
const planLine = (plan) => {
  const about = [plan.region, plan.number, plan.issued, plan.draft ? say("draft") : ""].filter(Boolean).join("\u3000");
  return make("p", "plan-line", [make("b", "", plan.title || say("untitled")), " ", make("span", "quiet", about)]);
};

/** @param {ReadTask} task */
const ownersOf = (task) => (task.owners.length ? task.owners.map((owner) => make("span", "line", owner.join(" "))) : make("span", "alarm", say("nobody")));

/** @param {Sentence[]} rows */
const sentences = (rows) => tableOf([say("text"), say("word"), say("place")], rows.map((row) => [row.text, row.word, row.place]), ["long", "", "place"]);
/** @param {Sentence[]} rows */
const explained = (rows) =>
  tableOf([say("text"), say("word"), say("reason"), say("place")], rows.map((row) => [row.text, row.word, row.reason, row.place]), ["long", "", "", "place"]);
/** @param {ReadTask[]} rows */
const readTasks = (rows) => tableOf(
  [say("number"), say("task"), say("owners"), say("deadline"), say("place")],
  rows.map((task) => [task.number, task.title, ownersOf(task), task.deadline, task.place]),
  ["", "name", "owners", "", "place"],
);
/** @param {ReadTarget[]} rows */
const readTargets = (rows) => tableOf(
  [say("metric"), say("value"), say("due"), say("text"), say("place")],
  rows.map((target) => [target.metric, target.value, target.due, target.text, target.place]),
  ["name", "", "", "long", "place"],
);

/**
 * Lists of what was read, fetched when somebody opens one.
 * @param {DroppedFile} file
 * @param {Record<string, number>} counts
 */
const lists = (file, counts) => {
  /** @type {[count: number, caption: string, shown: (found: WholeReport) => HTMLElement][]} */
  const known = [
    [counts.tasks, "see_tasks", (found) => readTasks(found.tasks)],
    [counts.targets, "see_targets", (found) => readTargets(found.targets)],
    [counts.sentences, "see_left", (found) => sentences(found.sentences)],
    [counts.explained, "see_explained", (found) => explained(found.explained)],
  ];
  return known.filter((list) => list[0]).map((list) => details(say(list[1], { count: list[0] }), (box) => {
    ask("GET", "/files/" + file.id).then((found) => put(box, list[2](found))).catch(tellError);
  }));
};

/** @param {DroppedFile} file */
const regionForm = (file) => {
  const form = make("form", "region-form");
  const input = make("input");
  input.value = file.region || "";
  input.maxLength = 40;
  put(form, [make("label", "", [say("region") + " ", input]), make("button", "", say("read_again"))]);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask("POST", "/files/" + file.id, { region: input.value }).then(refresh).catch(tellError);
  });
  return make("div", "banner", [make("p", "note", say("no_region")), form]);
};

/**
 * @param {DroppedFile[]} files
 * @param {boolean} replace
 */
const load = (files, replace) => ask("POST", "/load", { files: files.map((file) => file.id), replace }).then(refresh).catch(tellError);
/** @param {DroppedFile} file */
export const discard = (file) => ask("DELETE", "/files/" + file.id).then(refresh).catch(tellError);

/** @param {DroppedFile} file */
const toolsOf = (file) => {
  const tools = make("p", "tools");
  if (file.state === "read") tools.appendChild(button(say("load"), "main-button", () => load([file], false)));
  if (file.state === "older") tools.appendChild(button(say("replace"), "", () => load([file], true)));
  if (file.state === "loaded") {
    const see = make("a", "button", say("explore"));
    see.href = "/explore";
    tools.appendChild(see);
  }
  const names = new Map([["reading", "stop_reading"], ["loaded", "put_away"]]);
  if (file.state !== "loading") tools.appendChild(button(say(names.get(file.state) || "discard"), "", () => discard(file)));
  return tools;
};

/**
 * @param {HTMLElement} card
 * @param {DroppedFile} file
 */
const fill = (card, file) => {
  clear(card);
  card.className = "card-file is-" + file.state;
  const wrong = file.state === "refused" || file.state === "older";
  put(card, make("h3", "", [file.name, make("span", wrong ? "chip error" : "chip", say(file.state))]));
  // What was left unread stands in its own list.
  const said = file.said.filter((sentence) => !file.report || !file.report.unread.includes(sentence));
  put(card, said.map((sentence) => make("p", file.state === "loaded" ? "plan-line" : "alarm", sentence)));
  const report = file.report;
  if (report) {
    const counts = report.counts;
    put(card, report.plans.map(planLine));
    put(card, make("p", "figures", [
      figure(counts.tasks, say("tasks")), figure(counts.nobody, say("nobody"), true), figure(counts.no_lead, say("no_lead")),
      figure(counts.agencies, say("agencies")), figure(counts.targets, say("targets")), figure(counts.sentences, say("left"), true),
    ]));
    if (report.unread.length) put(card, [make("p", "alarm", say("unread")), make("ul", "", report.unread.map((each) => make("li", "", each)))]);
    if (file.state === "read" && report.plans.some((plan) => !plan.region)) card.appendChild(regionForm(file));
    put(card, lists(file, counts));
  }
  card.appendChild(toolsOf(file));
};

/** @type {Map<string, { element: HTMLElement, said: string }>} By id of the file: its card, and what that says. */
const cards = new Map();
const showFiles = () => {
  const files = now.files.filter((file) => file.purpose === "plan");
  const box = byId("cards");
  for (const [id, card] of Array.from(cards)) {
    if (files.some((file) => file.id === id)) continue;
    card.element.remove();
    cards.delete(id);
  }
  for (const file of files) {
    const said = JSON.stringify(file);
    const card = cards.get(file.id) || { element: make("article"), said: "" };
    if (!cards.has(file.id)) box.insertBefore(card.element, box.firstChild);
    cards.set(file.id, card);
    // A card that says the same is left alone: somebody may be reading in it.
    if (card.said === said) continue;
    card.said = said;
    fill(card.element, file);
  }
  byId("files").hidden = !files.length;
  const ready = files.filter((file) => file.state === "read");
  const counted = ["read", "loaded", "older", "refused"].map((state) => [state, files.filter((file) => file.state === state).length]).filter((pair) => pair[1]);
  byId("files-count").textContent = files.length > 1 ? counted.map(([state, count]) => say(String(state)) + " " + count).join("\u3000") : "";
  const all = byId("load-all");
  all.hidden = ready.length < 2;
  all.textContent = say("load_all", { count: ready.length });
  all.onclick = () => load(ready, false);
};

/** @param {import("./state.js").HeldPlan} plan */
const remove = (plan) => sure(say("remove_sure", { title: plan.title || plan.source, count: plan.tasks }))
  .then((yes) => (yes ? ask("POST", "/remove", { plan: plan.id }).then(refresh) : null)).catch(tellError);

let shownHeld = "";
const showHeld = () => {
  byId("empty").hidden = held.length > 0;
  byId("held").hidden = !held.length;
  const said = JSON.stringify(held);
  if (said === shownHeld) return;
  shownHeld = said;
  byId("held-caption").textContent = say("in_store", { count: held.length });
  const captions = ["plan", "region", "numbered", "issued", "tasks", "owned", "targets", "source"].map((name) => say(name));
  const rows = held.map((plan) => [
    plan.title || plan.source, plan.region, plan.number, plan.issued, plan.tasks, plan.owned_tasks, plan.targets, plan.source,
    button(say("remove"), "", () => remove(plan)),
  ]);
  put(clear(byId("held-table")), tableOf([...captions, ""], rows, ["name", "", "", "short", "number", "number", "number", "place", ""]));
};

listeners.push(showFiles, showHeld);
dropZone("plans", "plan");
byId("drop-note").textContent = say("drop_note", { megabytes: data.megabytes });
