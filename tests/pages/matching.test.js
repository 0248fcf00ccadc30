// What a search counts as the same, and how what it found is marked in a text that is written otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, piecesOf, rankOf, snippet, waysToWrite } from "../../viz/static/common/matching.js";

const LEVELS = ["省", "市", "县", "区", "州"];

test("width, case, brackets and white space make no difference to a search", () => {
  assert.equal(fold("云政办〔2023〕 7 号"), fold("云政办［2023］7号"));
  assert.equal(fold("ＣＯ２ 排放（t）"), "co2排放(t)");
});

test("an agency is found by its names, with and without its place and its level", () => {
  const agency = { name: "市工业和信息化局", names: ["市工信局"], region: "云泽市" };
  const ways = waysToWrite(agency, LEVELS);
  for (const text of ["市工信局", "工信局", "云泽市工信局", "云泽工信局", "云泽市工业和信息化局"]) assert.equal(rankOf(ways, fold(text)), 0, text);
  assert.equal(rankOf(ways, "云泽"), 1);
  assert.equal(rankOf(ways, "信息化"), 2);
  assert.equal(rankOf(ways, "财政局"), 9);
});

test("a name that begins with a level is not cut to one sign, nor a region of two", () => {
  assert.deepEqual(waysToWrite({ name: "区委", names: [], region: null }, LEVELS), ["区委"]);
  assert.deepEqual(waysToWrite({ name: "民政局", names: [], region: "沙市" }, LEVELS), ["民政局", "沙市民政局"]);
});

test("what was found is marked as the text writes it", () => {
  assert.deepEqual(piecesOf("云政办〔2023〕 7 号文，云政办［2023］7号", fold("云政办(2023)7号")), ["", "云政办〔2023〕 7 号", "文，", "云政办［2023］7号", ""]);
  assert.deepEqual(piecesOf("年产１２万吨", "12"), ["年产", "１２", "万吨"]);
  assert.deepEqual(piecesOf("𠮷田水库", "田"), ["𠮷", "田", "水库"]);
  assert.deepEqual(piecesOf("水利局", "财政"), ["水利局"]);
  assert.deepEqual(piecesOf("水利局", ""), ["水利局"]);
});

test("a sign that is folded to several is marked whole, and once", () => {
  assert.deepEqual(piecesOf("约㎏㎏", "kg"), ["约", "㎏", "", "㎏", ""]);
  assert.deepEqual(piecesOf("㎏", "g"), ["", "㎏", ""]);
  assert.deepEqual(piecesOf("…", "."), ["", "…", ""]);
});

test("the pieces are the text, whatever is looked for", () => {
  const text = "（一）推进节能改造 Ⅱ 期，② ﷺ ﬁ½ 到2027年";
  for (const query of ["一", "2", "ii", "1", "节能改造ii期", "صلى", "年"]) assert.equal(piecesOf(text, fold(query)).join(""), text);
});

test("the words around a find say where they were cut", () => {
  const text = "到二〇三〇年，全市建成一批绿色工厂，改造水泥窑炉十二台，并形成长效机制，逐年考核通报，结果公开。";
  assert.equal(snippet(text, "水泥"), "…市建成一批绿色工厂，改造水泥窑炉十二台，并形成长效机制，逐年考核通报，结果公…");
  assert.equal(snippet("改造窑炉。", "窑炉"), "改造窑炉。");
  assert.equal(snippet(text, "钢铁"), "");
});
