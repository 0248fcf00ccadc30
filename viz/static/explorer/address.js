// The address behind # names the view: #agency=agency-…, #tasks&plan=…&role=lead.

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

/** @param {string} text */
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text; // a link that somebody cut
  }
};

/**
 * What an address asks for; without a view it is the overview.
 * @param {string} hash
 */
export const asked = (hash) => {
  /** @type {[string, string][]} */
  const pairs = hash.slice(1).split("&").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
  });
  return { view: pairs[0][0] || "overview", about: pairs[0][1], given: new Map(pairs.slice(1)) };
};
