// What part of the picture is taken, so that words find room.

// Boxes already taken, in a coarse grid, so that a test looks at neighbours only.
export class Taken {
  constructor() { this.cells = new Map(); }
  each(box, act) {
    for (let x = Math.floor(box[0] / 64); x <= Math.floor(box[2] / 64); x += 1) {
      for (let y = Math.floor(box[1] / 32); y <= Math.floor(box[3] / 32); y += 1) {
        if (act(x * 100003 + y)) return true;
      }
    }
    return false;
  }
  // Whether another box is met; to shapes that are not of `own` there must be more room than to its own.
  hits(box, own, room) {
    const wide = [box[0] - room, box[1] - room, box[2] + room, box[3] + room];
    return this.each(wide, (cell) => (this.cells.get(cell) || []).some(([other, owner]) => {
      if (owner !== null && own.includes(owner)) return false;
      const near = owner === null ? box : wide;
      return near[0] < other[2] && other[0] < near[2] && near[1] < other[3] && other[1] < near[3];
    }));
  }
  add(box, owner) {
    this.each(box, (cell) => {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([box, owner]);
      return false;
    });
  }
}

// How many shapes a box would cover, from sums over cells, whatever their number.
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
  const at = (x, y) => sums[Math.min(across, Math.max(0, x)) * (down + 1) + Math.min(down, Math.max(0, y))];
  return (box) => {
    const [left, top, right, bottom] = [Math.floor(box[0] / cell), Math.floor(box[1] / cell), Math.ceil(box[2] / cell), Math.ceil(box[3] / cell)];
    return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
  };
};
