// Questions in plain words: what was understood, the answer with its sentences, what can be asked instead.

import { button, byId, clear, make, put } from "../common/dom.js";
import { data, say } from "./data.js";
import { tableOf } from "./parts.js";
import { ask, fetchFile, tellError } from "./server.js";

/** @typedef {{ title: string | null, captions: string[], columns: string[], rows: string[][] }} Group */
/** @typedef {{ question: string, understood: string, refused: boolean, said: string[], unknown: string, suggest: string[], groups: Group[] }} Answer */

const WIDTHS = new Map([["quote", "long"], ["text", "long"], ["title", "name"], ["agency", "name"], ["metric", "name"], ["role", "short"], ["line", "short"], ["deadline", "short"]]);
const field = /** @type {HTMLInputElement} */ (byId("question"));
const box = byId("answer");

/** @param {Answer} found */
const nearest = (found) => found.suggest.map((name) => button(name, "", () => {
  // What was not known is what the name stands for.
  field.value = found.unknown && found.question.includes(found.unknown) ? found.question.replace(found.unknown, name) : name;
  askQuestion();
}));

/** @param {Answer} found */
const showAnswer = (found) => {
  clear(box);
  if (found.understood) box.appendChild(make("p", "note", say("understood", { slots: found.understood })));
  for (const sentence of found.said) box.appendChild(make("p", found.refused ? "said alarm" : "said", sentence));
  if (found.suggest.length) put(box, make("p", "suggested", [make("span", "quiet", say("nearest") + " "), ...nearest(found)]));
  if (found.groups.length) {
    put(box, make("p", "tools", button(say("answer_csv"), "", () => fetchFile("/answer.csv", { question: found.question }).catch(tellError))));
  }
  for (const group of found.groups) {
    if (group.title) box.appendChild(make("h3", "", group.title));
    box.appendChild(tableOf(group.captions, group.rows, group.columns.map((name) => WIDTHS.get(name) || "")));
  }
};

const askQuestion = () => {
  const question = field.value.trim();
  if (!question) return;
  put(clear(box), make("p", "note", say("asking")));
  ask("POST", "/ask", { question }).then(showAnswer).catch((error) => { put(clear(box), make("p", "said alarm", error.message)); });
};

byId("ask-form").addEventListener("submit", (event) => {
  event.preventDefault();
  askQuestion();
});
put(byId("examples"), [make("span", "quiet", say("examples") + " "), ...data.examples.map((text) => button(text, "", () => {
  field.value = text;
  askQuestion();
}))]);
