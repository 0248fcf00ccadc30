// The explorer's functions that draw nothing: addresses, places of clauses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, asked } from "../../viz/static/explorer/address.js";
import { placesOf } from "../../viz/static/explorer/clauses.js";

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
