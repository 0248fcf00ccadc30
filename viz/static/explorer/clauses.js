// Where the clauses that name owners stand in the text of a task.

/**
 * Where sentences stand in a text, none over another, and those that stand elsewhere.
 * @template {{ quote: string | null }} O
 * @param {string} text
 * @param {O[]} owners
 */
export const placesOf = (text, owners) => {
  /** @type {Map<string, O[]>} */
  const quotes = new Map();
  for (const owner of owners) {
    if (owner.quote) quotes.set(owner.quote, [...(quotes.get(owner.quote) || []), owner]);
  }
  /** @type {[from: number, to: number, owners: O[]][]} */
  const found = [];
  /** @type {[quote: string, owners: O[]][]} */
  const elsewhere = [];
  Array.from(quotes).sort((a, b) => b[0].length - a[0].length).forEach(([quote, saying]) => {
    let at = text.indexOf(quote);
    /** @param {number} from */
    const taken = (from) => found.some((place) => from < place[1] && from + quote.length > place[0]);
    while (at >= 0 && taken(at)) at = text.indexOf(quote, at + 1);
    if (at >= 0) {
      found.push([at, at + quote.length, saying]);
      return;
    }
    const around = found.find((place) => text.slice(place[0], place[1]).includes(quote));
    if (around) around[2].push(...saying);
    else elsewhere.push([quote, saying]);
  });
  return { found: found.sort((a, b) => a[0] - b[0]), elsewhere };
};
