// The box of a search and the list below it: which entry is pointed at, and when the list is closed.

import { byId } from "./dom.js";

export const searchBox = /** @type {HTMLInputElement} */ (byId("search"));
export const foundBox = byId("found");
export let active = 0;
export let composing = false; // an input method is still choosing characters: its Enter and arrows are not ours
searchBox.addEventListener("compositionstart", () => { composing = true; });
searchBox.addEventListener("compositionend", () => { composing = false; });

export const closeSearch = () => {
  foundBox.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
};
/** @param {number} i */
export const point = (i) => {
  const options = foundBox.querySelectorAll('[role="option"]');
  if (!options.length) return;
  active = (i + options.length) % options.length;
  options.forEach((option, n) => option.setAttribute("aria-selected", String(n === active)));
  options[active].scrollIntoView({ block: "nearest" });
  searchBox.setAttribute("aria-activedescendant", options[active].id);
};
/**
 * Move in the list with the arrows, and return whether the key is done with: an input method has its own.
 * @param {KeyboardEvent} event
 * @param {() => void} show
 */
export const arrows = (event, show) => {
  if (composing || event.isComposing || event.keyCode === 229) return true;
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return false;
  event.preventDefault();
  if (foundBox.hidden) show();
  else point(active + (event.key === "ArrowDown" ? 1 : -1));
  return true;
};
