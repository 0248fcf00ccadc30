// How an overview is summed up: a switch above the picture, the groups that are open, and what a group says of itself.

import { button, byId, clear, make } from "../common/dom.js";
import { content, nodes, say, words } from "./data.js";
import { drawn, overview, plans } from "./overview.js";
import { cut, isOrphan } from "./around.js";
import { choose, factList, heading, panel, start } from "./panel.js";
import { groupScene, leftOf, levelsHere, partsOf, rolesOf } from "./groups.js";
import { enter, goAround } from "./scenes.js";
import { isNarrow } from "./drawers.js";

/** @import { Group, Thing } from "./data.js" */
/** @import { Asked } from "./overview.js" */

const MANY_PLANS = 60; // more are one blot of lines
const MANY_TASKS = 40; // of one plan, which as a single shape says nothing

/** What an overview opens on: agencies and plans, or sums where these say nothing or too much. */
export const firstSum = () => {
  if (!overview) return "";
  if (content.plans.length > MANY_PLANS && levelsHere().includes("region")) return "by=region&lines=1";
  return content.plans.length === 1 && nodes.filter((node) => node.kind === "Task").length > MANY_TASKS ? "by=section" : "";
};

/**
 * The sum that the address asks for.
 * @type {(wanted: Map<string, string>) => Asked | null}
 */
export const askedSum = (wanted) => {
  const by = wanted.get("by");
  if (!overview || by === undefined || !levelsHere().includes(by)) return null;
  return { by, lines: wanted.get("lines") === "1", open: new Set((wanted.get("open") || "").split("_").filter(Boolean)) };
};
/** @type {(asked: Asked) => string} */
const addressOfSum = ({ by, lines, open }) => "by=" + by + (lines ? "&lines=1" : "") + (open.size ? "&open=" + Array.from(open).join("_") : "");

/** @param {Asked} asked */
export const showSum = (asked) => {
  const scene = groupScene(asked);
  const before = drawn.sum ? chosenGroup : null;
  enter(scene);
  chosenGroup = null;
  choose(before && scene.members.has(before) ? before : null, "", true);
};

/** @type {Group | null} */
let chosenGroup = null; // the group that was opened or closed: it stays chosen in the next picture

/**
 * Open a group, or close it with all that is open below it.
 * @param {Group} group
 */
export const toggleGroup = (group) => {
  if (!drawn.sum) return;
  const { asked } = drawn.sum;
  const open = new Set(asked.open);
  if (open.has(group.key)) open.delete(group.key);
  else open.add(group.key);
  chosenGroup = group;
  location.hash = addressOfSum({ by: asked.by, lines: asked.lines, open });
};

/** The switch of sums, with what is open as a trail. */
export const showLevels = () => {
  const box = clear(byId("levels"));
  box.hidden = !overview || Boolean(drawn.centre);
  if (box.hidden) return;
  const now = drawn.sum ? drawn.sum.asked : { by: "", lines: false, open: new Set() };
  /** @type {(text: string, pressed: boolean, address: string) => HTMLElement} */
  const choice = (text, pressed, address) => {
    const element = button(text, "", () => { location.hash = address; });
    element.setAttribute("aria-pressed", String(pressed));
    return element;
  };
  box.appendChild(make("span", "quiet", words.sum_by));
  const what = box.appendChild(make("span", "switch"));
  what.appendChild(choice(words.sum_map, !now.by, "all"));
  for (const level of levelsHere()) what.appendChild(choice(words["sum_" + level], now.by === level, addressOfSum({ by: level, lines: now.lines, open: new Set() })));
  if (!drawn.sum) return;
  const who = box.appendChild(make("span", "switch"));
  for (const lines of [false, true]) who.appendChild(choice(lines ? words.sum_lines : words.sum_agencies, now.lines === lines, addressOfSum({ by: now.by, lines, open: now.open })));
  for (const group of drawn.sum.groups.filter((row) => row.open)) {
    box.appendChild(make("span", "", "›"));
    box.appendChild(button(cut(group.name, 12) + " ×", "", () => toggleGroup(group))).title = words.fold_up;
  }
};

/** @type {(sum: { asked: Asked, hidden: number }) => string} */
export const sumNotice = (sum) => say(isNarrow() ? "sum_brief" : "sum_notice", { by: words["sum_" + sum.asked.by], tasks: nodes.filter((node) => node.kind === "Task").length, n: sum.hidden });

/** @param {Group} group */
export const showGroup = (group) => {
  start(words.group);
  panel.appendChild(make("h2", "", group.name));
  if (!group.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  const acts = panel.appendChild(make("p"));
  acts.appendChild(button(group.open ? words.fold_up : words.unfold, "unfold", () => toggleGroup(group)));
  if (group.level === "plan") acts.appendChild(button(words.around, "around", () => goAround(plans[Number(group.plan)])));
  const orphans = group.side === "who" ? [] : group.items.filter(isOrphan);
  if (orphans.length) panel.appendChild(make("p", "warn", say("ownerless_n", { n: orphans.length })));
  factList([[words.entries, leftOf(group.items)], ...rolesOf(group)]);
  const parts = partsOf(group);
  heading(words.group_parts + " " + parts.length);
  const list = panel.appendChild(make("ul"));
  for (const part of parts.slice(0, 200)) {
    const row = list.appendChild(make("li"));
    row.appendChild(button(part.short || part.name, "go", () => choose(part)));
    if (part.kind === "Group") row.appendChild(make("span", "why", leftOf(part.items)));
  }
  if (parts.length > 200) panel.appendChild(make("p", "quiet", say("more_results", { n: parts.length - 200 })));
};
/**
 * @param {Thing | null} thing
 * @returns {thing is Group}
 */
export const isGroup = (thing) => thing !== null && thing.kind === "Group";
