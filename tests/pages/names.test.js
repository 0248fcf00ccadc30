// Where names stand on a drawing: the first given has the first choice, and nothing lies on anything.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HIGH, meet, placeNames, wideOf } from "../../viz/static/common/names.js";

/** Return the box of a name that was placed. */
const boxOf = ({ x, y, text }) => [x - wideOf(text) / 2, y - HIGH / 2, x + wideOf(text) / 2, y + HIGH / 2];

test("a Chinese sign is a pixel square, a letter about half", () => {
  assert.equal(wideOf("市财政局 12"), 4 * 12 + 3 * 7);
  assert.equal(wideOf("𠮷"), 12);
});

test("boxes that only touch do not meet", () => {
  assert.equal(meet([0, 0, 10, 10], [10, 0, 20, 10]), false);
  assert.equal(meet([0, 0, 10, 10], [9, 9, 20, 20]), true);
});

test("a name stands below its shape, else above, right or left of it", () => {
  const named = { x: 100, y: 100, radius: 8, text: "市水利局" };
  const wall = (x, y) => ({ x, y, radius: 5, text: "" });
  const side = 8 + 24 + 3;
  assert.deepEqual(placeNames([named], 200, 200), [{ x: 100, y: 116.5, text: "市水利局" }]);
  assert.deepEqual(placeNames([named, wall(100, 116)], 200, 200), [{ x: 100, y: 83.5, text: "市水利局" }]);
  assert.deepEqual(placeNames([named, wall(100, 116), wall(100, 84)], 200, 200), [{ x: 100 + side, y: 100, text: "市水利局" }]);
  assert.deepEqual(placeNames([named, wall(100, 116), wall(100, 84), wall(130, 100)], 200, 200), [{ x: 100 - side, y: 100, text: "市水利局" }]);
});

test("a name without room is left out, and none stands outside", () => {
  assert.deepEqual(placeNames([{ x: 20, y: 20, radius: 6, text: "市住房和城乡建设局" }], 60, 60), []);
});

test("of many shapes close together no name lies on a shape or on another name", () => {
  const shapes = Array.from({ length: 120 }, (none, i) => ({ x: 60 + (i % 12) * 46, y: 40 + Math.floor(i / 12) * 30, radius: 5 + (i % 4), text: "单位" + i }));
  const placed = placeNames(shapes, 640, 380).map(boxOf);
  assert.ok(placed.length > 60, String(placed.length));
  for (const [i, one] of placed.entries()) {
    assert.ok(placed.slice(i + 1).every((other) => !meet(one, other)));
    assert.ok(shapes.every(({ x, y, radius }) => !meet(one, [x - radius, y - radius, x + radius, y + radius])));
  }
});
