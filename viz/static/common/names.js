// Where names stand on a drawing: beside their shapes, on nothing else.

/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */
/** @typedef {{ x: number, y: number, radius: number, text: string, brief?: string, around?: Box, must?: boolean }} Named A shape and its name, what stands where that has no room, what of its own is around it, and whether it has letters where no name has room. */
/** @typedef {{ x: number, y: number, text: string, tie?: Box, letters?: number }} Placed The middle of a name, the name, the line that ties it to its shape if it does not stand beside it, and for letters the place of that shape among all. */

export const HIGH = 15;
const WIDE = "“”‘’…—"; // full width among signs of full width
const APART = 3; // between two names in a row
/** @type {[right: number, down: number][]} */
const AROUND = [];
for (let reach = 24; reach <= 96; reach += 18) for (let turn = 0; turn < 16; turn += 1) AROUND.push([reach * Math.cos((turn * Math.PI) / 8), reach * Math.sin((turn * Math.PI) / 8)]);

/**
 * About how wide a text is at 12 pixels: signs of full width count as one, others as little more than half.
 * @param {string} text
 */
export const wideOf = (text) => Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" || WIDE.includes(sign) ? 12 : 7), 0);

/**
 * @param {Box} one
 * @param {Box} other
 */
export const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/**
 * The letters of what comes at this place: A to Z, then AA, AB and so on, as columns of a spreadsheet are called.
 * @param {number} place
 * @returns {string}
 */
export const lettersOf = (place) => (place < 26 ? "" : lettersOf(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/**
 * The places of names, in the order in which they are given: above or below all that is around their shape, if that is
 * its own, else below the shape itself, above, right or left of it. A name that would lie on a shape, on another name or
 * outside is left out, or where the shape must have one, letters stand on it or are tied to it.
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
  /**
   * Write a name with its middle at a point, if nothing is there.
   * @type {(x: number, y: number, text: string, tie?: Box) => boolean}
   */
  const put = (x, y, text, tie) => {
    const half = wideOf(text) / 2;
    /** @type {Box} */
    const box = [x - half, y - HIGH / 2, x + half, y + HIGH / 2];
    if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height || taken.some((other) => meet(box, other))) return false;
    taken.push([box[0] - APART, box[1], box[2] + APART, box[3]]);
    placed.push(tie ? { x, y, text, tie } : { x, y, text });
    return true;
  };
  /** @type {(shape: Named, text: string) => boolean} */
  const beside = ({ x, y, radius, around }, text) => {
    const [down, side] = [radius + HIGH / 2 + 1, radius + wideOf(text) / 2 + 3];
    if (around && (put(x, around[1] - HIGH / 2 - 2, text) || put(x, around[3] + HIGH / 2 + 2, text))) return true;
    return put(x, y + down, text) || put(x, y - down, text) || put(x + side, y, text) || put(x - side, y, text);
  };
  /** @type {(shape: Named, text: string) => boolean} */
  const tied = ({ x, y, radius }, text) => AROUND.some(([right, down]) => {
    const length = Math.hypot(right, down);
    /** @type {Box} */
    const tie = [x + (right / length) * radius, y + (down / length) * radius, x + right, y + down];
    const [over, under] = Math.abs(right) > length / 3 ? [Math.sign(right) * (wideOf(text) / 2 + 3), 0] : [0, Math.sign(down) * (HIGH / 2 + 1)];
    return put(x + right + over, y + down + under, text, tie);
  });
  /** @type {(shape: Named, text: string) => boolean} */
  const over = ({ x, y }, text) => {
    const half = wideOf(text) / 2;
    /** @type {Box} */
    const box = [x - half, y - HIGH / 2, x + half, y + HIGH / 2];
    if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height || taken.slice(shapes.length).some((other) => meet(box, other))) return false;
    taken.push(box);
    placed.push({ x, y, text });
    return true;
  };
  let count = 0;
  shapes.forEach((shape, n) => {
    if (!shape.text || beside(shape, shape.text)) return;
    if (shape.brief && (beside(shape, shape.brief) || tied(shape, shape.brief))) return;
    if (!shape.must) return;
    const letters = lettersOf(count);
    const alone = !taken.slice(0, shapes.length).some((other, i) => i !== n && meet(other, [shape.x - 9, shape.y - HIGH / 2, shape.x + 9, shape.y + HIGH / 2]));
    if (!(alone && over(shape, letters)) && !tied(shape, letters) && !over(shape, letters)) return;
    placed[placed.length - 1].letters = n;
    count += 1;
  });
  return placed;
};
