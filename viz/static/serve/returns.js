// Sheets that offices filled in: taken in together, told file by file.

import { button, byId, clear, make, put } from "../common/dom.js";
import { say } from "./data.js";
import { dropZone } from "./files.js";
import { tableOf } from "./parts.js";
import { discard } from "./plans.js";
import { ask, tellError } from "./server.js";
import { listeners, now, refresh } from "./state.js";

/** @param {string[]} sentences */
const listOf = (sentences) => make("ul", "", sentences.map((each) => make("li", "", each)));

/**
 * What became of a file, those first to be seen that need somebody's hand.
 * @param {import("./state.js").Returned["files"][number]} file
 */
const stateOf = (file) => {
  if (!file.refused && !file.problems) return say("file_taken");
  return make("span", "alarm", say(file.refused ? "file_refused" : file.added + file.known ? "file_partly" : "file_nothing"));
};

/** @param {import("./state.js").Returned | null} found */
const showReturned = (found) => {
  const box = clear(byId("returned"));
  if (!found) return;
  const captions = ["file", "taken", "added", "known", "problems"].map((name) => say(name));
  const rows = found.files.map((file) => [
    file.file, stateOf(file), file.added, file.known, file.problems,
  ]);
  put(box, [make("p", "said", found.summary), tableOf(captions, rows, ["name", "", "number", "number", "number"])]);
  if (found.problems.length) put(box, [make("h2", "alarm", say("not_taken")), listOf(found.problems)]);
  if (found.disagreements.length) put(box, [make("h2", "", say("disagree")), listOf(found.disagreements)]);
  if (found.blank) box.appendChild(make("p", "", say("blank", { count: found.blank })));
  if (found.missing.length) {
    put(box, [make("h2", "", say("missing", { count: found.missing.length })), make("p", "", found.missing.map((each) => `${each.agency}（${each.tasks}）`).join("、"))]);
  }
  const see = make("a", "button", say("see_progress"));
  see.href = "/explore#progress";
  box.appendChild(make("p", "tools", see));
};

const showSheets = () => {
  const sheets = now.files.filter((file) => file.purpose === "sheet");
  put(clear(byId("sheets")), sheets.map((file) => make("article", "card-file", [
    make("h3", "", [file.name, make("span", "chip", say(file.state))]),
    file.state === "waiting" ? make("p", "tools", button(say("discard"), "", () => discard(file))) : null,
  ])));
  const ready = sheets.filter((file) => file.state === "waiting");
  const take = byId("take-in");
  take.hidden = !ready.length;
  take.textContent = say("take_in", { count: ready.length });
  take.onclick = () => ask("POST", "/import", { files: ready.map((file) => file.id) }).then(refresh).catch(tellError);
};

let shownReturns = "";
listeners.push(() => {
  const said = JSON.stringify([now.returned, now.files.filter((file) => file.purpose === "sheet")]);
  if (said === shownReturns) return;
  shownReturns = said;
  showSheets();
  showReturned(now.returned);
});
dropZone("returns", "sheet");
