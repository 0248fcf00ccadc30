// Where names stand on a drawing: beside their shapes, on nothing else.

/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */
/** @typedef {{ x: number, y: number, radius: number, text: string }} Named A shape and its name. */
/** @typedef {{ x: number, y: number, text: string }} Placed The middle of a name, and the name. */

export const HIGH = 15;

/**
 * About how wide a text is at 12 pixels: signs of full width count as one, others as little more than half.
 * @param {string} text
 */
export const wideOf = (text) => Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 12 : 7), 0);

/**
 * @param {Box} one
 * @param {Box} other
 */
export const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/**
 * The places of names, in the order in which they are given: below their shape, above, right or left of it. A name that
 * would lie on a shape, on another name or outside is left out.
 * @param {Named[]} shapes All that is drawn; those without a text only keep their room.
 * @param {number} width
 * @param {number} height
 * @returns {Placed[]}
 */
export const placeNames = (shapes, width, height) => {
  /** @type {Box[]} */
  const taken = shapes.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  /** @type {Placed[]} */
  const placed = [];
  for (const { x, y, radius, text } of shapes) {
    if (!text) continue;
    const half = wideOf(text) / 2;
    const [down, side] = [radius + HIGH / 2 + 1, radius + half + 3];
    for (const [right, below] of [[0, down], [0, -down], [side, 0], [-side, 0]]) {
      /** @type {Box} */
      const box = [x + right - half, y + below - HIGH / 2, x + right + half, y + below + HIGH / 2];
      if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      placed.push({ x: x + right, y: y + below, text });
      break;
    }
  }
  return placed;
};
