// Numbers of tasks as people say them find the task that a plan numbers otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";

import { numberKey, numberRank } from "../../viz/static/common/numbers.js";

test("signs between the parts of a number, their width and the words for its parts make no difference", () => {
  for (const text of ["二/（四）/3", "二（四）3", "二(四)3", "二、(四) 3", "第二章（四）3", "第二章第四条3"]) assert.equal(numberKey(text), "二(四)3", text);
  assert.equal(numberKey("专栏2"), "专栏2");
  assert.equal(numberKey("第三章/第三节"), numberKey("第三章第三节"));
});

test("words and years in words are no numbers", () => {
  for (const text of ["改造管网", "十四五规划", "2027年", "", "章"]) assert.equal(numberKey(text), "", text);
});

test("a number means its task before those below it, and an article may be counted in digits", () => {
  assert.equal(numberRank("二(四)3", numberKey("二（四）3")), 0);
  assert.equal(numberRank("二(四)3", numberKey("二（四）")), 1);
  assert.equal(numberRank("二(四)3", numberKey("（四）3")), 1);
  assert.equal(numberRank("二3", numberKey("第二章第三条")), 0);
  assert.equal(numberRank("三(四)3", numberKey("二（四）")), null);
  assert.equal(numberRank("13", numberKey("3")), null);
});
