// The side panel: what the source says of the thing that was clicked.

import { button, byId, clear, make } from "../common/dom.js";
import {
  basisFor, caption, content, edges, isLine, kindOf, nameOf, nodes, otherItem, planOf, planOfEdge, roleOf, say, words,
} from "./data.js";
import { baseKinds, bundles, chosen, overview, plans, setChosen } from "./overview.js";
import { lit, network, redrawSoon } from "./canvas.js";
import { agencyDuties, foldable, ownerlessTasks, showBundle, showPlan } from "./duties.js";
import { fold, piecesOf } from "../common/matching.js";
import { focused, focusOn, sayCount, started } from "./filters.js";
import { offerAround } from "./scenes.js";
import { isNarrow, openDrawer } from "./drawers.js";
import { showGroup } from "./levels.js";

/** @import { Edge, Fact, Item, Kind, Mention, NamedFacts, Role, Shape, Thing } from "./data.js" */
/** @typedef {[caption: string, value: Fact | null | undefined]} Pair */

export const panel = byId("panel");

/** @type {(text: string) => HTMLElement} */
export const heading = (text) => panel.appendChild(make("h3", "", text));

/** @type {(colour: string) => HTMLElement} */
export const colourBar = (colour) => {
  const bar = make("span", "bar");
  bar.style.background = colour;
  return bar;
};
/** @type {(shape: Shape) => string} */
export const glyphOf = (shape) => (shape.hollow ? kindOf(shape).hollow : kindOf(shape).glyph);
/** @type {(kind: string) => string} */
export const captionOfKind = (kind) => kindOf({ kind }).caption;

/** @type {(value: Fact) => string} */
export const shown = (value) => {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (Array.isArray(value)) return value.join("、");
  const key = "value_" + value;
  return Object.prototype.hasOwnProperty.call(words, key) ? words[key] : String(value);
};

/**
 * Pairs of caption and text; nothing that is empty.
 * @param {Pair[]} pairs
 */
export const factList = (pairs) => {
  const list = make("dl");
  for (const [name, value] of pairs) {
    if (value === undefined || value === null || value === "") continue;
    list.appendChild(make("dt", "", name));
    list.appendChild(make("dd", "", shown(value)));
  }
  if (list.firstChild) panel.appendChild(list);
};

/** @type {(title: string, text: string | undefined, query: string) => void} */
const quote = (title, text, query) => {
  if (!text) return;
  heading(title);
  const block = panel.appendChild(make("blockquote"));
  markInto(block, text, query);
};

/**
 * Write a text with every occurrence of what was searched for marked.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {string} query As it was folded.
 */
export const markInto = (element, text, query) => {
  piecesOf(text, query).forEach((piece, n) => element.appendChild(n % 2 ? make("mark", "", piece) : document.createTextNode(piece)));
};

/** @type {(facts: { page?: unknown, line?: unknown }) => string} */
export const placeOf = (facts) => [
  typeof facts.page === "number" ? say("page_no", { n: facts.page }) : "",
  typeof facts.line === "number" ? say("line_no", { n: facts.line }) : "",
].filter(Boolean).join("，");

/** @type {(edge: Edge) => string} */
export const basisOf = (edge) => {
  const basis = basisFor(edge);
  return [basis ? basis.caption : "", edge.facts.get("inherited") ? words.inherited : ""].filter(Boolean).join("，");
};

/** @type {(edge: Edge, node: Item) => HTMLElement} */
export const edgeRow = (edge, node) => {
  const other = otherItem(edge, node);
  const row = make("li");
  row.appendChild(button(nameOf(other), "go", () => choose(other)));
  const why = row.appendChild(button(basisOf(edge) || words.sentence, "why", () => choose(edge)));
  why.title = words.sentence_of;
  why.setAttribute("aria-label", why.textContent + "，" + words.sentence_of + "：" + other.name);
  return row;
};

/**
 * Everything a node is joined to, one list a relationship type, in the order of the schema.
 * @param {Item} node
 */
const edgeLists = (node) => {
  for (const role of content.roles) {
    const found = node.edges.filter((edge) => edge.kind === role.name);
    if (!found.length) continue;
    if (node.kind === "Task") found.sort((a, b) => Number(a.facts.get("order") || 0) - Number(b.facts.get("order") || 0));
    const title = heading("");
    title.appendChild(colourBar(role.colour));
    title.appendChild(document.createTextNode(role.caption + " " + found.length));
    const list = panel.appendChild(make("ul"));
    for (const edge of found) list.appendChild(edgeRow(edge, node));
  }
};

/** @param {Mention[] | undefined} mentions */
export const mentionList = (mentions) => {
  if (!mentions || !mentions.length) return;
  heading(words.mentions + " " + mentions.length);
  for (const mention of mentions) {
    panel.appendChild(make("p", "quiet", [mention.word, mention.reason, placeOf(mention)].filter(Boolean).join(" · ")));
    if (mention.text) panel.appendChild(make("blockquote", "", mention.text));
  }
};

// Facts that have a place of their own in the panel; the rest are listed as the schema captions them.
const SPECIAL = ["title", "name", "text", "clause", "part", "of", "metric", "comparator", "value", "unit", "change"];
/** @type {(kind: string, facts: NamedFacts | Mention, but: string[]) => [string, Fact][]} */
export const otherFacts = (kind, facts, but) => {
  /** @type {[string, Fact][]} */
  const found = [];
  for (const name of Object.keys(content.captions[kind] || {})) {
    const value = /** @type {{ [name: string]: Fact | undefined }} */ (facts)[name];
    if (value !== undefined && !but.includes(name) && name !== "line" && name !== "page") found.push([caption(kind, name), value]);
  }
  return found;
};
const SIGNS = new Map([[">=", "≥"], ["<=", "≤"], [">", ">"], ["<", "<"], ["=", "="], ["~", "≈"]]);

/** @type {(facts: NamedFacts) => string} */
export const amountOf = (facts) => {
  if (facts.value === undefined) return "";
  return [facts.change ? shown(facts.change) : "", SIGNS.get(facts.comparator || "") || "", facts.value, facts.unit || ""].join(" ").replace(/\s+/g, " ").trim();
};

/** @type {(kindText: string) => void} */
export const start = (kindText) => {
  clear(panel);
  panel.scrollTop = 0;
  panel.appendChild(button("×", "close", () => choose(null))).setAttribute("aria-label", words.close);
  if (trail.length) panel.appendChild(button(words.back, "back", goBack));
  panel.appendChild(make("div", "kind", kindText));
};

/** @type {(node: Item, query: string) => void} */
const showNode = (node, query) => {
  const facts = node.facts;
  const plan = planOf(node);
  start(glyphOf(node) + " " + captionOfKind(node.kind));
  panel.appendChild(make("h2", "", nameOf(node)));
  if (!node.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  if (node.kind === "Task" && node.hollow) panel.appendChild(make("p", "warn", words.nobody));
  if (node.kind === "Target") quote(words.source, facts.text, query);
  factList([
    [caption("Target", "value"), amountOf(facts)],
    [words.plan, plan ? plan.title : null],
    [words.region, plan ? plan.region : null],
    [words.path, node.path ? node.path.join(" / ") : null],
    [words.place, placeOf(facts)],
    ...otherFacts(node.kind, facts, SPECIAL),
  ]);
  if (node.kind === "Task") quote(words.clause, facts.clause, query);
  if (overview && node.kind === "Agency") agencyDuties(node);
  else edgeLists(node);
  if (node.kind === "Task") quote(words.source, facts.text, query);
  mentionList(node.mentions);
  offerAround(node);
  if (!node.edges.length) return;
  const more = panel.appendChild(make("p"));
  more.appendChild(button(words.only, "only", () => focusOn(node, false)));
  if (focused.size && !focused.has(node)) more.appendChild(button(words.widen, "widen", () => focusOn(node, true)));
};

/** @param {Edge} edge */
const showEdge = (edge) => {
  const role = roleOf(edge);
  const facts = edge.facts;
  const basis = basisFor(edge);
  const plan = planOfEdge(edge);
  start(words.relation);
  const title = panel.appendChild(make("h2"));
  title.appendChild(colourBar(role.colour));
  title.appendChild(document.createTextNode(role.caption));
  if (!edge.visible) panel.appendChild(make("p", "warn", words.hidden_now));
  const ends = panel.appendChild(make("ul"));
  for (const node of [edge.from, edge.to]) {
    ends.appendChild(make("li")).appendChild(button(glyphOf(node) + " " + nameOf(node), "go", () => choose(node)));
  }
  const said = facts.text("quote");
  if (said) quote(words.clause, said, "");
  else quote(words.source, edge.to.kind === "Target" ? edge.to.facts.text : edge.from.facts.text, fold(facts.text("written")));
  /** @type {Pair[]} */
  const rows = [
    [caption(edge.kind, "role_word"), facts.get("role_word")],
    [words.basis, basis ? basis.caption + "：" + basis.doc : null],
    [words.inherited, facts.get("inherited") ? words.inherited_doc : null],
    [caption(edge.kind, "open_ended"), facts.get("open_ended") ? words.open_ended : null],
    [words.written, facts.get("written")],
    [caption(edge.kind, "name"), facts.get("name")],
    [caption(edge.kind, "order"), facts.get("order")],
    [words.place, placeOf({ page: facts.get("page"), line: facts.get("line") })],
    [words.plan, plan ? plan.title : null],
    [words.region, plan ? plan.region : null],
  ];
  const known = new Set(["role", "role_word", "basis", "inherited", "open_ended", "written", "name", "order", "page", "line", "quote"]);
  facts.forEach((value, name) => { if (!known.has(name)) rows.push([caption(edge.kind, name), value]); });
  factList(rows);
  if (said && (edge.to.kind === "Task" || edge.to.kind === "Target")) quote(words.source, edge.to.facts.text, "");
};

export const showStart = () => {
  clear(panel);
  panel.appendChild(make("h2", "", words.start_title));
  panel.appendChild(make("p", "quiet", overview ? words.overview_hint : words.start_hint));
  ownerlessTasks();
  leaders();
  /** @type {(left: number, all: number) => string} */
  const share = (left, all) => (left === all ? String(all) : left + "/" + all);
  /** @type {(kind: Kind) => Pair} */
  const kindRow = (kind) => [kind.glyph + " " + kind.caption, share([...plans, ...nodes].filter((node) => node.kind === kind.name && node.visible).length, kind.count)];
  /** @type {(role: Role) => Pair} */
  const roleRow = (role) => [role.caption, share(edges.filter((edge) => edge.kind === role.name && edge.visible).length, edges.filter((edge) => edge.kind === role.name).length)];
  heading(words.drawn);
  factList(overview ? [...baseKinds.map(kindRow), [words.lines, share(bundles.filter((bundle) => bundle.visible).length, bundles.length)]] : [...content.kinds.map(kindRow), ...content.roles.map(roleRow)]);
  const besides = overview ? [...content.kinds.filter((kind) => !baseKinds.includes(kind)).map(kindRow), ...content.roles.map(roleRow)] : [];
  if (besides.length || content.omitted.length) {
    heading(overview ? words.in_panels : words.not_drawn);
    factList([...besides, ...content.omitted.map((item) => /** @type {Pair} */ ([item.caption, item.count]))]);
  }
  if (content.plans.length) {
    heading(words.plan + " " + share(content.plans.filter((plan) => plan.visible).length, content.plans.length));
    const list = overview ? panel.appendChild(make("ul")) : panel;
    content.plans.forEach((plan, p) => {
      if (!plan.visible) return;
      const text = [plan.region, plan.title].filter(Boolean).join(" · ");
      if (!overview) {
        list.appendChild(make("p", "", text));
        return;
      }
      const row = list.appendChild(make("li"));
      row.appendChild(button(text, "go", () => choose(plans[p])));
      row.appendChild(make("span", "why", share(plans[p].tasks.filter((task) => task.visible).length, plans[p].tasks.length)));
    });
  }
};

// Who leads, the one with most leads first; then who has most tasks.
const SHOWN_LEADERS = 10;
const leaders = () => {
  const duties = nodes.filter((node) => node.kind === "Agency").map((node) => {
    const own = node.edges.filter((edge) => edge.visible && edge.from === node && roleOf(edge).graded);
    return { node, leads: new Set(own.filter((edge) => edge.kind === "LEADS").map((edge) => edge.to)).size, all: new Set(own.map((edge) => edge.to)).size };
  }).filter((item) => item.all);
  duties.sort((a, b) => b.leads - a.leads || b.all - a.all || a.node.i - b.node.i);
  if (!duties.length) return;
  heading(words.leaders);
  /** @type {(of: { node: Item, leads: number, all: number }) => HTMLElement} */
  const row = ({ node, leads, all }) => {
    const line = make("li");
    line.appendChild(button(node.short, "go", () => choose(node)));
    line.appendChild(make("span", "why", say("leads_of", { leads, all })));
    return line;
  };
  const list = panel.appendChild(make("ul"));
  for (const item of duties.slice(0, SHOWN_LEADERS)) list.appendChild(row(item));
  const rest = duties.slice(SHOWN_LEADERS);
  if (rest.length) foldable(words.further, "", rest.length, rest, row, false);
};

// In an overview one goes down from plan to line to task, and back.
/** @type {Thing[]} */
export const trail = [];
const goBack = () => {
  const last = trail.pop();
  setChosen(null);
  choose(last || null);
};

/**
 * Choose a thing, or nothing. `still` leaves the view alone: whoever clicked the map sees what was clicked.
 * @type {(thing: Thing | null, query?: string, still?: boolean) => void}
 */
export const choose = (thing, query, still) => {
  if (thing === null) trail.length = 0;
  else if (overview && chosen !== null && chosen !== thing) trail.push(chosen);
  const another = thing !== chosen;
  setChosen(thing);
  if (thing === null) showStart();
  else if (isLine(thing)) {
    if (thing.members) showBundle(thing);
    else showEdge(thing);
  } else if (thing.kind === "Group") showGroup(thing);
  else if (thing.kind === "Plan") showPlan(thing);
  else showNode(thing, query || "");
  if (thing !== null && !still && byId("table").hidden) bringIntoView();
  if (isNarrow() && started && another) openDrawer("panel", thing !== null);
  redrawSoon();
  sayCount();
};

// Move the view only as far as needed: from afar to where the chosen thing and its neighbours fill the window.
const bringIntoView = () => {
  const light = lit();
  const around = light ? light.nodes.filter((node) => node.visible) : [];
  if (!around.length) return;
  const frame = network.canvas.frame.canvas;
  const outside = around.some((node) => {
    const spot = network.canvasToDOM(network.getPosition(node.i));
    return spot.x < 20 || spot.y < 20 || spot.x > frame.clientWidth - 20 || spot.y > frame.clientHeight - 20;
  });
  if (outside || network.getScale() < 0.5) network.fit({ nodes: around.map((node) => node.i), maxZoomLevel: 1.1, animation: false });
};
