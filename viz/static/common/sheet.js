// Rows of cells as text that a spreadsheet reads.

/**
 * What a spreadsheet would take for a formula is kept a text, also where its first sign is of full width.
 * @param {string} text
 */
export const harmless = (text) => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text);

/**
 * The content of a file of comma-separated values that Excel opens as UTF-8.
 * @param {string[][]} rows
 */
export const csvOf = (rows) =>
  "\ufeff" + rows.map((cells) => cells.map((cell) => '"' + harmless(cell).split('"').join('""') + '"').join(",")).join("\r\n") + "\r\n";

/**
 * What is pasted into cells: a tab between cells, a line a row.
 * @param {string[][]} rows
 */
export const tsvOf = (rows) => rows.map((cells) => cells.map((cell) => harmless(cell.replace(/\s+/g, " "))).join("\t")).join("\n");

const collator = new Intl.Collator("zh-CN", { numeric: true });

/**
 * Which of two cells stands first: numbers by size, texts as a Chinese reader sorts them, empty ones last in any case.
 * @param {string | number | null | undefined} one
 * @param {string | number | null | undefined} other
 * @param {boolean} down
 */
export const cellOrder = (one, other, down) => {
  const [no, none] = [one, other].map((value) => value === null || value === undefined || value === "");
  if (no || none) return Number(no) - Number(none);
  const numbers = [one, other].map((value) => (typeof value === "number" || /^\d+(\.\d+)?$/.test(String(value)) ? Number(value) : NaN));
  const order = numbers.some(Number.isNaN) ? collator.compare(String(one), String(other)) : numbers[0] - numbers[1];
  return down ? -order : order;
};
