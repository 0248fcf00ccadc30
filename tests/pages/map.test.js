// The map's functions that need no page: room for words, the next shape by keyboard, days, names in an address.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pairsOf } from "../../viz/static/common/addresses.js";
import { dayOf, lastDay, quarterOf } from "../../viz/static/map/days.js";
import { Taken } from "../../viz/static/map/taken.js";
import { nextOn, WAYS } from "../../viz/static/map/ways.js";

test("a box that is taken is met by what lies on it, across the cells of the grid", () => {
  const taken = new Taken();
  taken.add([60, 30, 70, 34], null);
  assert.equal(taken.hits([0, 0, 61, 31], [], 0), true);
  assert.equal(taken.hits([69, 33, 200, 90], [], 0), true);
  assert.equal(taken.hits([70, 30, 80, 34], [], 0), false); // they only touch
  assert.equal(taken.hits([-500, -500, -400, -400], [], 0), false);
});

test("a word keeps away from the shapes of others, not from its own, nor from other words", () => {
  const [own, other, word] = [{}, {}, null];
  const taken = new Taken();
  taken.add([0, 0, 10, 10], own);
  taken.add([30, 0, 40, 10], other);
  taken.add([0, 30, 40, 40], word);
  assert.equal(taken.hits([11, 0, 25, 10], [own], 4), false);
  assert.equal(taken.hits([11, 0, 27, 10], [own], 4), true);
  assert.equal(taken.hits([11, 0, 25, 10], [], 4), true);
  assert.equal(taken.hits([0, 18, 40, 30], [own, other], 4), false);
});

test("Shift and an arrow go to the nearest shape ahead, not to one aside", () => {
  const at = (name, x, y) => ({ name, at: { x, y } });
  const here = at("here", 0, 0);
  const shapes = [here, at("near but aside", 40, 30), at("ahead", 60, 2), at("far", 400, 0), at("behind", -10, 0), at("above", 3, -50)];
  const next = (key) => nextOn(here, shapes, WAYS.get(key));
  assert.equal(next("ArrowRight").name, "ahead");
  assert.equal(next("ArrowLeft").name, "behind");
  assert.equal(next("ArrowUp").name, "above");
  assert.equal(next("ArrowDown").name, "near but aside");
  assert.equal(nextOn(here, [here, at("above", 3, -50)], WAYS.get("ArrowDown")), null);
});

test("a quarter ends on its last day, in a leap year too", () => {
  assert.equal(dayOf(new Date(2027, 0, 5)), "2027-01-05");
  assert.deepEqual(quarterOf(new Date(2028, 1, 29)), ["2028-01-01", "2028-03-31"]);
  assert.deepEqual(quarterOf(new Date(2026, 11, 31)), ["2026-10-01", "2026-12-31"]);
  assert.deepEqual(quarterOf(new Date(2026, 5, 1)), ["2026-04-01", "2026-06-30"]);
});

test("something is due on its day, else at the end of its year, written or derived, else never", () => {
  assert.equal(lastDay({ due_by: "2026-06-30", due: 2026 }), "2026-06-30");
  assert.equal(lastDay({ due: 2026, due_derived: 2027 }), "2026-12-31");
  assert.equal(lastDay({ due_derived: 2027 }), "2027-12-31");
  assert.equal(lastDay({}), "");
});

test("an address is read in its order, whatever its values hold, also where it was cut", () => {
  assert.deepEqual(pairsOf("task=%E4%BA%8C%2F1%2BN&role=lead&q=a=b"), [["task", "二/1+N"], ["role", "lead"], ["q", "a=b"]]);
  assert.deepEqual(pairsOf("agency=1+N"), [["agency", "1+N"]]);
  assert.deepEqual(pairsOf("all"), [["all", ""]]);
  assert.deepEqual(pairsOf("task=%E4%B"), [["task", "%E4%B"]]);
});
