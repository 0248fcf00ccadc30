// Files to take away.

import { button, byId, clear, make, put } from "../common/dom.js";
import { say } from "./data.js";
import { fetchFile } from "./server.js";
import { held, listeners } from "./state.js";

/** @typedef {[name: string, type: string, longest: number]} Wish What a kind of file can be given besides the plan. */
/** @type {[name: string, files: [address: string, caption: string][], wishes: Wish[]][]} */
const OFFERS = [
  ["d_matrix", [["matrix.xlsx", "f_xlsx"], ["matrix.html", "f_html"]], []],
  ["d_tasks", [["tasks.docx", "f_docx"]], []],
  ["d_bulletin", [["bulletin.docx", "f_docx"]], [["sender", "text", 60]]],
  ["d_sheets", [["sheets.zip", "f_zip"], ["sheets.xlsx", "f_book"]], [["return_by", "date", 10], ["quarters", "text", 40]]],
  ["d_explorer", [["explorer.html", "f_html"]], []],
  ["d_map", [["map.html", "f_html"]], []],
];
const made = byId("made");
/** @type {Map<string, HTMLInputElement>} */
const wishes = new Map();
/** @param {Wish} wish */
const wishField = ([name, type, longest]) => {
  const field = make("input");
  field.type = type;
  field.maxLength = longest;
  field.autocomplete = "off";
  wishes.set(name, field);
  return make("label", "", [make("span", "", say(name)), field]);
};
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
  /** @type {Record<string, string>} */
  const wished = { plan: choice.value };
  wishes.forEach((field, name) => { wished[name] = field.value; });
  fetchFile("/download/" + address, wished)
    .then((name) => tell(say("made", { name }), false), (error) => tell(error.message, true))
    .then(() => { pressed.disabled = false; });
};

/** @type {HTMLButtonElement[]} */
const offered = [];
put(byId("offers"), OFFERS.map(([name, files, wanted]) => make("article", "offer", [
  make("h2", "", say(name)),
  make("p", "quiet", say(name + "_note")),
  wanted.length ? make("p", "wishes", wanted.map(wishField)) : null,
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
