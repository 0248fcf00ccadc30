// What part of the picture is taken, so that words find room.

/** @import { Box } from "../common/names.js" */
/** @typedef {{ x: number, y: number, radius: number }} Spot Where a shape stands on the screen. */
/** @typedef {{ width: number, height: number, scale: number, spots: Spot[] }} Picture What the window shows; spots are at the numbers of their shapes. */

/**
 * Boxes already taken, in a coarse grid, so that a test looks at neighbours only.
 * @template T What a box may belong to.
 */
export class Taken {
  constructor() {
    /** @type {Map<number, [Box, T | null][]>} */
    this.cells = new Map();
  }
  /**
   * @param {Box} box
   * @param {(cell: number) => boolean} act
   */
  each(box, act) {
    for (let x = Math.floor(box[0] / 64); x <= Math.floor(box[2] / 64); x += 1) {
      for (let y = Math.floor(box[1] / 32); y <= Math.floor(box[3] / 32); y += 1) {
        if (act(x * 100003 + y)) return true;
      }
    }
    return false;
  }
  /**
   * Whether another box is met; to shapes that are not of `own` there must be more room than to its own.
   * @param {Box} box
   * @param {T[]} own
   * @param {number} room
   */
  hits(box, own, room) {
    /** @type {Box} */
    const wide = [box[0] - room, box[1] - room, box[2] + room, box[3] + room];
    return this.each(wide, (cell) => (this.cells.get(cell) || []).some(([other, owner]) => {
      if (owner !== null && own.includes(owner)) return false;
      const near = owner === null ? box : wide;
      return near[0] < other[2] && other[0] < near[2] && near[1] < other[3] && other[1] < near[3];
    }));
  }
  /**
   * @param {Box} box
   * @param {T | null} owner
   */
  add(box, owner) {
    this.each(box, (cell) => {
      const held = this.cells.get(cell);
      if (held) held.push([box, owner]);
      else this.cells.set(cell, [[box, owner]]);
      return false;
    });
  }
}

/**
 * How many shapes a box would cover, from sums over cells, whatever their number.
 * @type {(picture: Picture) => (box: Box) => number}
 */
export const crowdedness = (picture) => {
  const cell = 12;
  const [across, down] = [Math.ceil(picture.width / cell) + 1, Math.ceil(picture.height / cell) + 1];
  const sums = new Int32Array((across + 1) * (down + 1));
  picture.spots.forEach((spot) => {
    for (let x = Math.max(0, Math.floor((spot.x - spot.radius) / cell)); x <= Math.min(across - 1, Math.floor((spot.x + spot.radius) / cell)); x += 1) {
      for (let y = Math.max(0, Math.floor((spot.y - spot.radius) / cell)); y <= Math.min(down - 1, Math.floor((spot.y + spot.radius) / cell)); y += 1) sums[(x + 1) * (down + 1) + y + 1] += 1;
    }
  });
  for (let x = 1; x <= across; x += 1) for (let y = 1; y <= down; y += 1) sums[x * (down + 1) + y] += sums[(x - 1) * (down + 1) + y] + sums[x * (down + 1) + y - 1] - sums[(x - 1) * (down + 1) + y - 1];
  /** @type {(x: number, y: number) => number} */
  const at = (x, y) => sums[Math.min(across, Math.max(0, x)) * (down + 1) + Math.min(down, Math.max(0, y))];
  return (box) => {
    const [left, top, right, bottom] = [Math.floor(box[0] / cell), Math.floor(box[1] / cell), Math.ceil(box[2] / cell), Math.ceil(box[3] / cell)];
    return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
  };
};
