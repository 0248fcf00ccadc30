// The address behind # says where one is, so that back, forward and a link that was passed on lead there:
// #agency=市工业和信息化局, #task=二/（一）&role=lead, #plan=…, #by=region&lines=1&open=….

import { fold } from "../common/matching.js";
import { nameOf, namesOf, nodes, planOf, regionOf } from "./data.js";
import { owning, plans } from "./overview.js";
import { off } from "./filters.js";

/** @import { Item, PlanShape, Shape } from "./data.js" */

const ROLES = new Map([["lead", "LEADS"], ["co_own", "CO_OWNS"], ["support", "SUPPORTS"], ["guide", "GUIDES"], ["implement", "IMPLEMENTS"]]);

/** @type {(shape: Shape) => string} */
const planTitleOf = (shape) => {
  const plan = planOf(shape);
  return plan ? plan.title : "";
};

/**
 * The address of a thing, as short as is unmistakable.
 * @type {(thing: Shape) => string}
 */
export const addressOf = (thing) => {
  const key = thing.kind === "Agency" ? "agency" : thing.kind === "Plan" ? "plan" : "task";
  const parts = [[key, nameOf(thing)]];
  const twins = nodes.filter((node) => node.kind === thing.kind && nameOf(node) === nameOf(thing));
  if (key !== "plan" && twins.length > 1) parts.push(key === "agency" ? ["region", regionOf(thing)] : ["plan", planTitleOf(thing)]);
  const role = Array.from(ROLES).find((pair) => owning.some((item) => item.name === pair[1]) && owning.every((item) => (item.name === pair[1]) !== off.roles.has(item.name)));
  if (role && owning.length > 1) parts.push(["role", role[0]]);
  return "#" + parts.map((pair) => pair[0] + "=" + encodeURIComponent(pair[1])).join("&");
};

/**
 * What an address names: by any name that is known, the whole name first.
 * @type {(wanted: Map<string, string>) => Item | PlanShape | null}
 */
export const meant = (wanted) => {
  const kind = wanted.get("agency") ? "Agency" : wanted.get("task") ? "Task" : "Plan";
  const text = fold(wanted.get(kind.toLowerCase()) || "");
  if (!text) return null;
  const pool = [...nodes, ...plans].filter((node) => node.kind === kind
    && (!wanted.get("region") || regionOf(node) === wanted.get("region"))
    && (kind !== "Task" || !wanted.get("plan") || planTitleOf(node) === wanted.get("plan")));
  /** @type {(node: Shape) => string[]} */
  const known = (node) => namesOf(node).concat([nameOf(node), node.facts.number || ""]).map(fold);
  return pool.find((node) => fold(nameOf(node)) === text) || pool.find((node) => known(node).includes(text)) || pool.find((node) => known(node).some((name) => name.includes(text))) || null;
};

/**
 * The only role that an address asks for, by its name or its caption, as the relationship that gives it.
 * @type {(role: string | undefined) => string | undefined}
 */
export const relationshipOf = (role) => {
  if (!role) return undefined;
  const named = owning.find((item) => item.caption === role);
  return ROLES.get(role) || (named && named.name);
};
