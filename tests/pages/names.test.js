// Where names stand on a drawing: the first given has the first choice, and nothing lies on anything.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HIGH, lettersOf, meet, placeNames, wideOf } from "../../viz/static/common/names.js";

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

test("a title stands above all that is around its shape, or below it", () => {
  const titled = { x: 100, y: 100, radius: 8, text: "节水方案", around: [60, 70, 140, 130] };
  assert.deepEqual(placeNames([titled], 200, 200), [{ x: 100, y: 70 - HIGH / 2 - 2, text: "节水方案" }]);
  const wall = { x: 100, y: 62, radius: 5, text: "" };
  assert.deepEqual(placeNames([titled, wall], 200, 200), [{ x: 100, y: 130 + HIGH / 2 + 2, text: "节水方案" }]);
});

test("where a title has no room a shorter one stands, and one that has none beside its shape is tied to it", () => {
  const named = { x: 60, y: 60, radius: 8, text: "某市节水型社会建设实施方案", brief: "节水方案" };
  assert.deepEqual(placeNames([named], 120, 120).map((name) => name.text), ["节水方案"]);
  const ring = Array.from({ length: 12 }, (none, n) => ({ x: 60 + 17 * Math.cos((n * Math.PI) / 6), y: 60 + 17 * Math.sin((n * Math.PI) / 6), radius: 4, text: "" }));
  const [name] = placeNames([named, ...ring], 400, 400);
  assert.equal(name.text, "节水方案");
  const [x, y, endX, endY] = name.tie;
  assert.ok(Math.abs(Math.hypot(x - 60, y - 60) - 8) < 1e-9);
  const [left, top, right, bottom] = boxOf(name);
  assert.ok(Math.hypot(Math.max(left - endX, endX - right, 0), Math.max(top - endY, endY - bottom, 0)) < 4);
  assert.deepEqual(placeNames([{ ...named, brief: undefined }, ...ring], 120, 120), []);
});

test("what must be named has letters on it where no name has room, and they say for what they stand", () => {
  const wall = (x) => ({ x, y: 30, radius: 6, text: "" });
  const named = { x: 20, y: 30, radius: 6, text: "市住房和城乡建设局", must: true };
  const placed = placeNames([named, { ...named, x: 50 }, wall(80)], 100, 60);
  assert.deepEqual(placed.map(({ text, x, letters }) => [text, x, letters]), [["A", 20, 0], ["B", 50, 1]]);
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

test("letters go on as columns of a spreadsheet do", () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(lettersOf), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
