// What a shape is called on the picture: as much of its name as there is room for, and its region where two are called the same.

import { lightOf, lightWord, nameOf, nodes, say, titleOf } from "./data.js";
import { chosen, drawn, overview, placedTitle, plans, ROW, rowsOf } from "./overview.js";
import { cut } from "./around.js";
import { labelOfGroup } from "./groups.js";

/** @import { PlanShape, Shape } from "./data.js" */
/** @import { Picture } from "./taken.js" */

/** @type {Map<string, number>} */
const called = new Map();
for (const node of nodes) if (node.kind === "Agency") called.set(node.name, (called.get(node.name) || 0) + 1);

/**
 * The word of a task's light, for those who cannot tell the colours apart; nothing where nobody reported.
 * @type {(node: Shape) => string}
 */
const lightMark = (node) => (lightOf(node) && node.facts.light !== "grey" ? say("light_mark", { light: lightWord(String(node.facts.light)) }) : "");
/**
 * Where room is given: the last part of the number and the title, in one row or two.
 * @type {(node: Shape, room: number) => string[]}
 */
const briefRows = (node, room) => {
  const { number, part, of } = node.facts;
  const short = (number || "").split("/").slice(-1)[0] + (Number(of) > 1 ? "〔" + part + "〕" : "");
  const text = node.kind === "Task" ? (lightMark(node) + short + " " + node.name).trim() : drawn.oneRegion ? node.name : node.short || node.name;
  if (!node.twoRows || text.length <= room) return [cut(text, room)];
  let first = Math.min(room, Math.ceil(text.length / 2));
  while (first < room && "）〕】》、，；".includes(text[first])) first += 1; // none of these begins a row
  return [text.slice(0, first), cut(text.slice(first), room)];
};
/**
 * The words beside a shape, in one row or several.
 * @type {(node: Shape, scale: number) => string[]}
 */
export const labelOf = (node, scale) => {
  if (node.kind === "Group") return [labelOfGroup(node)];
  if (node.brief) return briefRows(node, node.brief);
  if (node.kind === "Plan") return rowsOf(node, scale);
  if (overview && node.kind === "Agency") return [Number(called.get(node.name)) > 1 ? node.short : node.name];
  if (!node.centre || node.kind === "Agency") return [lightMark(node) + (node === chosen && node.kind !== "Agency" ? node.name.slice(0, 28) : node.short)];
  const rows = [];
  const text = lightMark(node) + titleOf(node);
  for (let at = 0; at < text.length && rows.length < 4; at += 12) rows.push(text.slice(at, at + 12));
  return rows;
};
/**
 * The whole name, where there is room for it, with its place where two are called the same.
 * @type {(node: Shape) => string}
 */
export const wholeName = (node) => (node.kind === "Plan" ? placedTitle(node) : node.kind === "Agency" && Number(called.get(node.name)) > 1 ? node.short : nameOf(node));

const NARROW = [ROW, 9, 7]; // signs of a row of a title, the fewer the less room there is
const SIGN = 13;
/**
 * What the title of a plan may be, the longest that its neighbours leave room for first.
 * @type {(plan: PlanShape, picture: Picture) => string[][]}
 */
export const titlesOf = (plan, picture) => {
  const spot = picture.spots[plan.i];
  const room = plans.reduce((least, other) => {
    const at = picture.spots[other.i];
    return !at || other === plan || Math.abs(at.y - spot.y) > 60 ? least : Math.min(least, Math.abs(at.x - spot.x));
  }, Infinity);
  const most = Math.max(NARROW[NARROW.length - 1], Math.floor((room - 8) / SIGN));
  return NARROW.filter((row) => row <= most || !plan.own).map((row) => rowsOf(plan, picture.scale, row));
};
