// Addresses behind #: names and values.

/** @param {string} text */
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text; // a link that somebody cut
  }
};

/**
 * The names and values of an address, in its order; a value that is not given is empty.
 * @param {string} text What stands behind the #.
 * @returns {[name: string, value: string][]}
 */
export const pairsOf = (text) => text.split("&").map((pair) => {
  const at = pair.indexOf("=");
  return at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
});
