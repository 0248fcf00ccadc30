// The address behind # names the view: #agency=agency-…, #tasks&plan=…&role=lead.

import { pairsOf } from "../common/addresses.js";

/**
 * The address of a view: with the thing it is about if there is one, then its conditions.
 * @param {string} view
 * @param {string} about The id of what it shows.
 * @param {Record<string, string | number>} [conditions]
 */
export const address = (view, about, conditions) => {
  let text = "#" + view + (about ? "=" + encodeURIComponent(about) : "");
  for (const [name, value] of Object.entries(conditions || {})) {
    if (value) text += "&" + name + "=" + encodeURIComponent(value);
  }
  return text;
};

/**
 * What an address asks for; without a view it is the overview.
 * @param {string} hash
 */
export const asked = (hash) => {
  const pairs = pairsOf(hash.slice(1));
  return { view: pairs[0][0] || "overview", about: pairs[0][1], given: new Map(pairs.slice(1)) };
};
