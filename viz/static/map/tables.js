// What the tables hold: rows of texts, some of which lead to a thing on the map.

import { caption, content, edges, kindOf, nameOf, nodes, planOf, planOfEdge, regionOf, roleOf, say, words } from "./data.js";
import { bundles, overview, owning } from "./overview.js";
import { layerOf } from "./canvas.js";
import { basisOf, captionOfKind, otherFacts, placeOf, shown } from "./panel.js";
import { shareOf } from "./duties.js";

/** @import { Mention, NamedFacts, Plan, Shape, Thing } from "./data.js" */
/** @typedef {{ text: string, thing: Thing }} Lead A text that leads to a thing. */
/** @typedef {string | Lead} TableCell */
/**
 * @typedef {object} Row
 * @property {() => TableCell[]} cells
 * @property {() => boolean} visible Whether the filters let it through.
 * @property {(thing: Shape) => boolean} touches
 * @property {number} rank Of the rows of a thing the strongest role stands first.
 */
/** @typedef {{ title: string, heads: string[], rows: () => Row[] }} Table */

/** @type {(shape: Shape) => Lead} */
const lead = (shape) => ({ text: nameOf(shape), thing: shape });
/** @type {(plan: Plan | null) => [title: string, region: string]} */
const planAndRegion = (plan) => [plan ? plan.title : "", (plan && plan.region) || ""];
/** @type {(kind: string, facts: NamedFacts | Mention, but: string[]) => string} */
const factsText = (kind, facts, but) => otherFacts(kind, facts, but).map(([name, value]) => name + "：" + shown(value)).join("\n");

/** @type {() => Row[]} */
const bundleRows = () => bundles.map((bundle) => ({
  cells: () => [
    lead(bundle.from), lead(bundle.to), regionOf(bundle.to), { text: shareOf(bundle.members), thing: bundle },
    ...owning.map((role) => String(bundle.members.filter((edge) => edge.visible && edge.kind === role.name).length || "")),
  ],
  visible: () => bundle.visible,
  touches: (thing) => bundle.from === thing || bundle.to === thing,
  rank: 0,
}));
/** @type {() => Row[]} */
const edgeRows = () => edges.map((edge) => ({
  cells: () => {
    const { facts, from, to } = edge;
    const word = facts.text("role_word");
    const text = facts.text("quote") || (to.kind === "Target" ? to.facts.text || "" : facts.text("written"));
    return [
      lead(from), roleOf(edge).caption + (word ? "（" + word + "）" : ""), basisOf(edge) + (facts.get("open_ended") ? "，" + caption(edge.kind, "open_ended") : ""), lead(to),
      ...planAndRegion(planOfEdge(edge)), placeOf({ page: facts.get("page"), line: facts.get("line") }), text,
    ];
  },
  visible: () => edge.visible,
  touches: (thing) => edge.from === thing || edge.to === thing,
  rank: layerOf(edge),
}));
/** @type {() => Row[]} */
const nodeRows = () => nodes.map((node) => ({
  cells: () => [
    captionOfKind(node.kind), lead(node), planAndRegion(planOf(node))[0], regionOf(node), placeOf(node.facts),
    factsText(node.kind, node.facts, ["name", "title", "number", "text", "region", "part", "of"]), node.facts.text || "",
  ],
  visible: () => node.visible,
  touches: (thing) => node === thing,
  rank: 0,
}));
/** @type {() => Row[]} */
const planRows = () => content.plans.map((plan) => ({
  cells: () => [...planAndRegion(plan), factsText("Plan", plan.facts, ["title", "region"])],
  visible: () => plan.visible,
  touches: (thing) => planOf(thing) === plan,
  rank: 0,
}));
/** @type {() => Row[]} */
const mentionRows = () => {
  /** @type {Row[]} */
  const rows = [];
  for (const plan of content.plans) {
    for (const mention of plan.mentions) {
      rows.push({
        cells: () => [...planAndRegion(plan), placeOf(mention), factsText("UnreadTrigger", mention, ["text"]), mention.text || ""],
        visible: () => plan.visible,
        touches: (thing) => planOf(thing) === plan,
        rank: 0,
      });
    }
  }
  return rows;
};

/** @type {(make: () => Row[]) => () => Row[]} */
const once = (make) => {
  /** @type {Row[] | null} */
  let rows = null;
  return () => {
    if (rows === null) rows = make();
    return rows;
  };
};
/** @type {Map<string, Table>} */
export const TABLES = new Map();
if (overview) TABLES.set("bundles", { title: words.bundles, heads: [kindOf({ kind: "Agency" }).caption, words.plan, words.region, words.entries, ...owning.map((role) => role.caption)], rows: once(bundleRows) });
TABLES.set("edges", { title: words.table_edges, heads: [words.from, words.relation, words.basis, words.to, words.plan, words.region, words.place, words.source], rows: once(edgeRows) })
  .set("nodes", { title: words.table_nodes, heads: [words.kind, words.name, words.plan, words.region, words.place, words.facts, words.source], rows: once(nodeRows) })
  .set("plans", { title: words.table_plans, heads: [words.plan, words.region, words.facts], rows: once(planRows) })
  .set("mentions", { title: words.mentions, heads: [words.plan, words.region, words.place, words.facts, words.source], rows: once(mentionRows) });

/** @type {(row: Row) => string[]} */
export const textsOf = (row) => row.cells().map((cell) => (typeof cell === "string" ? cell : cell.text));
/**
 * How wide a cell of a text is to be, as a class.
 * @type {(text: string) => string}
 */
export const wideClass = (text) => (text.length > 40 ? "long" : text.length > 8 ? "middle" : "short");
/** @type {(left: number, all: number) => string} */
export const rowsTold = (left, all) => say("rows", { n: left, all });
