// Sentences of a page with the values that belong into them.

/**
 * @param {string} text With places like {n}; one without a value stays as it is.
 * @param {Record<string, unknown>} [values]
 */
export const filled = (text, values) => {
  const known = new Map(Object.entries(values || {}));
  return text.replace(/\{(\w+)\}/g, (place, name) => (known.has(name) ? String(known.get(name)) : place));
};
