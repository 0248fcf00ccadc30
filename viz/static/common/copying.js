// Texts that go to the clipboard.

import { make } from "./dom.js";

/**
 * Copy a text; whether the browser did it.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export const copied = (text) => {
  if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text).then(() => true, () => copiedByHand(text));
  return Promise.resolve(copiedByHand(text));
};
/** @param {string} text */
const copiedByHand = (text) => {
  const box = document.body.appendChild(make("textarea", "", text));
  box.style.position = "fixed";
  box.style.opacity = "0";
  box.select();
  const done = document.execCommand("copy");
  document.body.removeChild(box);
  return done;
};
