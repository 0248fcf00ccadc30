// Small parts of every view: news, a question to be sure, tables.

import { button, byId, make } from "../common/dom.js";
import { say } from "./data.js";

/** @typedef {import("../common/dom.js").Content} Content */

/**
 * @param {string} text
 * @param {boolean} bad
 */
export const tellNews = (text, bad) => {
  const box = make("div", bad ? "banner alarm" : "banner", make("span", "", text));
  box.appendChild(button(say("close"), "", () => box.remove()));
  byId("news").appendChild(box);
  box.scrollIntoView({ block: "nearest" });
};

/**
 * Ask something that is answered with yes or no.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export const sure = (text) => new Promise((decide) => {
  const box = /** @type {HTMLDialogElement} */ (byId("sure"));
  if (!("showModal" in box)) {
    decide(window.confirm(text));
    return;
  }
  byId("sure-text").textContent = text;
  let answer = false;
  byId("sure-yes").onclick = () => { answer = true; box.close(); };
  byId("sure-no").onclick = () => box.close();
  box.onclose = () => decide(answer);
  box.showModal();
  byId("sure-no").focus();
});

/**
 * A table of captions and rows of cells.
 * @param {string[]} captions
 * @param {Content[][]} rows
 * @param {string[]} [classes] Of the cells of each column.
 */
export const tableOf = (captions, rows, classes) => {
  const head = make("tr", "", captions.map((caption, at) => {
    const cell = make("th", (classes || [])[at] || "", caption);
    cell.scope = "col";
    return cell;
  }));
  const body = make("tbody", "", rows.map((row) => make("tr", "", row.map((content, at) => {
    const cell = make("td", (classes || [])[at] || "", content);
    cell.setAttribute("data-caption", captions[at]);
    return cell;
  }))));
  return make("div", "table", make("div", "wide", make("table", "", [make("thead", "", head), body])));
};

/**
 * A part that is filled when somebody opens it.
 * @param {string} caption
 * @param {(box: HTMLElement) => void} fill
 */
export const details = (caption, fill) => {
  const box = make("details", "", make("summary", "", caption));
  let full = false;
  box.addEventListener("toggle", () => {
    if (!box.open || full) return;
    full = true;
    fill(box);
  });
  return box;
};
