// Files to take away.

import { button, byId, clear, make, put } from "../shared/dom.js";
import { say } from "./data.js";
import { fetchFile } from "./server.js";
import { held, listeners } from "./state.js";

/** @type {[name: string, files: [address: string, caption: string][]][]} */
const OFFERS = [
  ["d_matrix", [["matrix.xlsx", "f_xlsx"], ["matrix.html", "f_html"]]],
  ["d_tasks", [["tasks.docx", "f_docx"]]],
  ["d_bulletin", [["bulletin.docx", "f_docx"]]],
  ["d_sheets", [["sheets.zip", "f_zip"], ["sheets.xlsx", "f_book"]]],
  ["d_explorer", [["explorer.html", "f_html"]]],
  ["d_map", [["map.html", "f_html"]]],
];
const made = byId("made");
/** @param {string} name */
const wish = (name) => /** @type {HTMLInputElement} */ (byId("wish-" + name));
const choice = /** @type {HTMLSelectElement} */ (byId("wish-plan"));

/**
 * @param {string} text
 * @param {boolean} bad
 */
const tell = (text, bad) => {
  made.textContent = text;
  made.className = bad ? "alarm" : "note";
};

/**
 * @param {string} address
 * @param {HTMLButtonElement} pressed
 */
const fetchOffer = (address, pressed) => {
  tell(say("making"), false);
  pressed.disabled = true;
  const wished = { plan: choice.value, sender: wish("sender").value, return_by: wish("return_by").value, quarters: wish("quarters").value };
  fetchFile("/download/" + address, wished)
    .then((name) => tell(say("made", { name }), false), (error) => tell(error.message, true))
    .then(() => { pressed.disabled = false; });
};

/** @type {HTMLButtonElement[]} */
const offered = [];
put(byId("offers"), OFFERS.map(([name, files]) => make("article", "offer", [
  make("h2", "", say(name)),
  make("p", "quiet", say(name + "_note")),
  make("p", "buttons", files.map(([address, caption]) => {
    const pressed = button(say(caption), "", () => fetchOffer(address, pressed));
    pressed.setAttribute("aria-label", say(name) + " " + say(caption));
    offered.push(pressed);
    return pressed;
  })),
])));
byId("wishes").addEventListener("submit", (event) => event.preventDefault());

let shownChoices = "";
listeners.push(() => {
  const said = JSON.stringify(held);
  if (said === shownChoices) return;
  shownChoices = said;
  const chosen = choice.value;
  put(clear(choice), [new Option(say("all_plans"), ""), ...held.map((plan) => new Option(plan.title || plan.source || "", plan.id))]);
  choice.value = held.some((plan) => plan.id === chosen) ? chosen : "";
  for (const each of offered) each.disabled = !held.length;
  tell(held.length ? "" : say("none_yet"), false);
});
