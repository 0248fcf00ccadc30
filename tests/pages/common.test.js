// What all pages share: sentences with values, and rows as a spreadsheet reads them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { cellOrder, csvOf, harmless, tsvOf } from "../../viz/static/common/sheet.js";
import { filled } from "../../viz/static/common/words.js";

test("a sentence takes every value, and nothing else is a place for one", () => {
  assert.equal(filled("共 {n} 项，{n} 项中 {left} 项未办", { n: 3, left: 0 }), "共 3 项，3 项中 0 项未办");
  assert.equal(filled("{n} {m}", { n: "{m}", m: "$&" }), "{m} $&");
  assert.equal(filled("{n}"), "{n}");
});

test("a spreadsheet takes no cell for a formula, whatever the width of its sign", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]) assert.equal(harmless(sign + "1"), "'" + sign + "1");
  for (const text of ["市财政局", "1-2", "", " =1"]) assert.equal(harmless(text), text);
});

test("comma-separated values open in Excel as UTF-8 and keep quotes, commas and line ends", () => {
  assert.equal(csvOf([["甲,乙", '说"好"'], ["一\n二", "=1"]]), '\ufeff"甲,乙","说""好"""\r\n"一\n二","\'=1"\r\n');
});

test("what is pasted has a line a row and a tab between cells", () => {
  assert.equal(tsvOf([["甲\t乙", "丙"], ["丁\r\n戊", "+1"]]), "甲 乙\t丙\n丁 戊\t'+1");
});

test("cells are sorted as numbers, as numbered texts, in Chinese; empty ones are last either way", () => {
  const sorted = (values, down) => values.slice().sort((a, b) => cellOrder(a, b, down));
  assert.deepEqual(sorted(["10", "9", "", "2.5"], false), ["2.5", "9", "10", ""]);
  assert.deepEqual(sorted([3, null, 20, undefined, 1], true), [20, 3, 1, null, undefined]);
  assert.deepEqual(sorted(["第10条", "第9条"], false), ["第9条", "第10条"]);
  assert.deepEqual(sorted(["市住建局", "市财政局", "区财政局"], false), ["区财政局", "市财政局", "市住建局"]);
});
