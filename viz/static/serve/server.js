// How the page asks the server that it came from. What that refuses is told as it says it; that it is gone is told once.

import { make } from "../common/dom.js";
import { say } from "./data.js";
import { tellNews } from "./parts.js";

export let lost = false;

/**
 * @param {string} method
 * @param {string} address
 * @param {BodyInit | null} body
 * @param {string} type
 */
export const send = (method, address, body, type) =>
  fetch(address, { method, headers: type ? { "Content-Type": type } : {}, body, credentials: "same-origin", cache: "no-store" }).then((answer) => {
    lost = false;
    return answer;
  }, (error) => {
    if (!lost) tellNews(say("lost"), true);
    lost = true;
    throw error;
  });

/**
 * Throw the sentence with which something was refused.
 * @param {Response} answer
 * @returns {Promise<never>}
 */
export const refused = (answer) => answer.text().then((text) => {
  let why;
  try {
    why = JSON.parse(text).why;
  } catch (error) {
    why = text; // a sentence of the guard
  }
  throw new Error(why);
});

/**
 * @param {string} method
 * @param {string} address
 * @param {object} [given]
 * @returns {Promise<any>}
 */
export const ask = (method, address, given) =>
  send(method, address, given ? JSON.stringify(given) : null, given ? "application/json" : "").then((answer) => (answer.ok ? answer.json() : refused(answer)));

/**
 * Let the server make a file, hand it to the browser to be kept, and return its name.
 * @param {string} address
 * @param {object} given
 * @returns {Promise<string>}
 */
export const fetchFile = (address, given) => send("POST", address, JSON.stringify(given), "application/json").then((answer) => {
  if (!answer.ok) return refused(answer);
  const said = answer.headers.get("Content-Disposition") || "";
  const name = decodeURIComponent(said.slice(said.indexOf("''") + 2));
  return answer.blob().then((blob) => {
    const link = make("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return name;
  });
});

/** @param {Error} error */
export const tellError = (error) => { if (!lost) tellNews(error.message, true); };
