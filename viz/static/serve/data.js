// What the template gives the page, and the words of it with their values.

import { byId } from "../common/dom.js";
import { filled } from "../common/words.js";

/** @type {{ words: Record<string, string>, megabytes: number, examples: string[], run: string }} */
export const data = JSON.parse(byId("data").textContent || "");
/**
 * @param {string} name
 * @param {Record<string, unknown>} [values]
 */
export const say = (name, values) => filled(data.words[name], values);
