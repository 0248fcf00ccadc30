// What counts as the same when something is looked for, and the names by which an agency is found.

/**
 * Width, case, kind of brackets and white space make no difference.
 * @param {string} text
 */
export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[〔﹝【[]/g, "(").replace(/[〕﹞】\]]/g, ")").replace(/\s+/g, "");

/**
 * A name without the level that it begins with: 财政局 of 市财政局.
 * @param {string} name
 * @param {string[]} levels
 */
const bare = (name, levels) => {
  const word = levels.find((each) => name.startsWith(each) && name.length > each.length + 1);
  return word ? name.slice(word.length) : name;
};

/**
 * A region without its own kind: 洛阳 of 洛阳市.
 * @param {string} region
 * @param {string[]} levels
 */
const shortRegion = (region, levels) => (region.length > 2 && levels.includes(region.slice(-1)) ? region.slice(0, -1) : region);

/**
 * Every way to write an agency: its names with and without their level, alone and behind its region.
 * @param {{ name: string, names: string[], region: string | null }} agency
 * @param {string[]} levels Words that begin names of agencies.
 */
export const waysToWrite = (agency, levels) => {
  const found = new Set();
  for (const name of [agency.name, ...agency.names]) {
    const short = bare(name, levels);
    const { region } = agency;
    const placed = region ? [region, shortRegion(region, levels)] : [];
    for (const way of [name, short, ...placed.map((place) => place + short), ...placed.map((place) => place + name)]) found.add(fold(way));
  }
  return Array.from(found);
};

/**
 * How well names answer a query: 0 for a name, 1 for a beginning, 2 for a part of one, 9 for none.
 * @param {string[]} names
 * @param {string} query
 */
export const rankOf = (names, query) => {
  let rank = 9;
  for (const name of names) {
    const at = name.indexOf(query);
    if (at >= 0) rank = Math.min(rank, name === query ? 0 : at === 0 ? 1 : 2);
  }
  return rank;
};

/**
 * The words around the first place where something stands in a text, or nothing.
 * @param {string} text
 * @param {string} query As it was folded.
 */
export const snippet = (text, query) => {
  const [before, found] = piecesOf(text, query);
  if (found === undefined) return "";
  const end = before.length + found.length + 24;
  return (before.length > 12 ? "…" : "") + text.slice(Math.max(0, before.length - 12), end) + (end < text.length ? "…" : "");
};

/**
 * A text in pieces, every second one an occurrence of what was searched for, however it is written.
 * @param {string} text
 * @param {string} query As it was folded.
 */
export const piecesOf = (text, query) => {
  if (!query) return [text];
  let folded = "";
  /** @type {[start: number, end: number][]} */
  const signs = []; // the sign of the text that each of the folded one comes from
  let at = 0;
  for (const sign of text) {
    const alike = fold(sign);
    for (let n = 0; n < alike.length; n += 1) signs.push([at, at + sign.length]);
    folded += alike;
    at += sign.length;
  }
  const pieces = [];
  let done = 0;
  for (let found = folded.indexOf(query); found >= 0; found = folded.indexOf(query, found + query.length)) {
    const [start, end] = [signs[found][0], signs[found + query.length - 1][1]];
    if (start < done) continue;
    pieces.push(text.slice(done, start), text.slice(start, end));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces;
};
