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
