// Who answers for a task, in a cell, as a list, and in the words of the plan.

import { make, put } from "../common/dom.js";
import { AND, captionOf, COLON, COMMA, roles, say, SEMICOLON } from "./data.js";
import { agencyLink } from "./parts.js";
import { placesOf } from "./clauses.js";

/** @import { Agency, Owner, Task } from "./data.js" */

export const MOST_NAMES = 6;

/**
 * The owners of a task role by role; long lists are cut and say how many there are.
 * @param {Task} task
 */
export const ownersCell = (task) => {
  if (!task.owners.length) return [make("span", "chip error", say("nobody"))];
  const found = [];
  let left = MOST_NAMES;
  for (const role of roles) {
    const held = task.owners.filter((owner) => owner.role === role.name);
    if (!held.length || left <= 0) continue;
    const line = make("span", "line", [make("span", "tag role-" + role.name, role.caption), " "]);
    held.slice(0, left).forEach((owner, i) => put(line, [i ? AND : "", agencyLink(owner.agency)]));
    left -= held.length;
    found.push(line);
  }
  if (task.owners.length > MOST_NAMES) found.push(make("span", "quiet", say("owners_n", { n: task.owners.length })));
  return found;
};
/** @param {Task} task */
export const ownersText = (task) => roles.map((role) => {
  const held = task.owners.filter((owner) => owner.role === role.name);
  return held.length ? role.caption + COLON + held.map((owner) => owner.agency.label).join(AND) : "";
}).filter(Boolean).join(SEMICOLON) || say("nobody");
/** @param {Owner} owner */
export const basisText = (owner) => [captionOf(owner.basis), owner.inherited ? say("inherited") : "", owner.openEnded ? say("open_ended") : ""].filter(Boolean).join(COMMA);

/**
 * A sentence with the names of the agency that is asked for underlined.
 * @param {string} text
 * @param {Owner[]} owners
 * @param {Agency | undefined} agency
 */
const sentence = (text, owners, agency) => {
  const mark = make("mark");
  const asked = owners.find((owner) => owner.agency === agency);
  const name = asked && asked.written && text.includes(asked.written) ? asked.written : "";
  if (asked) mark.classList.add("on");
  if (name) {
    const at = text.indexOf(name);
    put(mark, [text.slice(0, at), make("b", "", name), text.slice(at + name.length)]);
  } else put(mark, text);
  mark.title = owners.map((owner) => owner.agency.label + COLON + captionOf(owner.role) + COMMA + basisText(owner)).join("\n");
  return mark;
};

/**
 * The full text of a task with every clause marked, that of one agency above all.
 * @param {Task} task
 * @param {Agency | undefined} agency
 */
export const textOf = (task, agency) => {
  const places = placesOf(task.text, task.owners);
  const box = make("blockquote", "source");
  let at = 0;
  for (const place of places.found) {
    put(box, [task.text.slice(at, place[0]), sentence(task.text.slice(place[0], place[1]), place[2], agency)]);
    at = place[1];
  }
  put(box, task.text.slice(at));
  /** @type {HTMLElement[]} */
  const parts = [box];
  if (places.elsewhere.length) {
    parts.push(make("p", "note", say("quote_elsewhere")));
    for (const each of places.elsewhere) parts.push(make("blockquote", "source", sentence(each[0], each[1], agency)));
  }
  return parts;
};
