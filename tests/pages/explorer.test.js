// The explorer's functions that draw nothing: names and texts that a search finds, addresses, places of clauses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, asked } from "../../viz/static/explorer/address.js";
import { placesOf } from "../../viz/static/explorer/clauses.js";
import { fold, rankOf, snippet, waysToWrite } from "../../viz/static/explorer/matching.js";

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

test("the words around a find say where they were cut", () => {
  const text = "到二〇三〇年，全市建成一批绿色工厂，改造水泥窑炉十二台，并形成长效机制，逐年考核通报，结果公开。";
  assert.equal(snippet(text, "水泥"), "…市建成一批绿色工厂，改造水泥窑炉十二台，并形成长效机制，逐年考核通报，结果公…");
  assert.equal(snippet("改造窑炉。", "窑炉"), "改造窑炉。");
  assert.equal(snippet(text, "钢铁"), "");
});

test("an address comes back as it was written, whatever its values hold", () => {
  const text = address("tasks", "", { plan: "p&1", role: "lead", q: "50% =", year: 2030, empty: "" });
  assert.equal(text, "#tasks&plan=p%261&role=lead&q=50%25%20%3D&year=2030");
  const found = asked(text);
  assert.equal(found.view, "tasks");
  assert.deepEqual(Object.fromEntries(found.given), { plan: "p&1", role: "lead", q: "50% =", year: "2030" });
  assert.equal(asked(address("agency", "agency-1")).about, "agency-1");
});

test("no address is the overview, a link that was cut is read as far as it goes", () => {
  assert.equal(asked("").view, "overview");
  assert.equal(asked("#task=%E4%B8").about, "%E4%B8");
});

test("clauses are marked once each, none over another, and those of no place are told", () => {
  const owner = (quote) => ({ quote });
  const [whole, part, again, elsewhere, none] = ["市财政局、市税务局负责", "市税务局", "市财政局、市税务局负责", "各县负责", null].map(owner);
  const text = "减税。（市财政局、市税务局负责）宣传。（市税务局）";
  const places = placesOf(text, [whole, part, again, elsewhere, none]);
  assert.deepEqual(places.found, [[4, 15, [whole, again]], [text.lastIndexOf("市税务局"), text.length - 1, [part]]]);
  assert.deepEqual(places.elsewhere, [["各县负责", [elsewhere]]]);
});

test("a clause within another that has no place of its own belongs to it", () => {
  const [whole, part] = [{ quote: "市财政局、市税务局负责" }, { quote: "市税务局负责" }];
  assert.deepEqual(placesOf("（市财政局、市税务局负责）", [whole, part]).found, [[1, 12, [whole, part]]]);
});
