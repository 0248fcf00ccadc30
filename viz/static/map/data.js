// What the page holds, read once from its JSON islands. Lookups by text use Map, never {}: a name may be "__proto__".

import { byId } from "../common/dom.js";
import { filled } from "../common/words.js";

/** @typedef {{ name: string, caption: string, glyph: string, hollow: string, colour: string, hollow_colour: string, rank: number, count: number }} Kind */
/** @typedef {"arrow" | "box" | "diamond" | "bar" | "circle" | ""} Mark What a line of a role ends in. */
/** @typedef {{ name: string, caption: string, colour: string, width: number, mark: Mark, graded: boolean }} Role A relationship; those that are graded give a responsibility. */
/** @typedef {{ name: string, caption: string, doc: string, dashes: number[] }} Basis */
/** @typedef {{ name: string, colour: string }} Light */
/** @typedef {string | number | boolean | string[]} Fact */
/** @typedef {Fact | null | [number]} Cell A fact of a relationship, or the place of a string that several share. */
/** @typedef {{ word?: string, reason?: string, text?: string, page?: number, line?: number, [name: string]: Fact | undefined }} Mention A trigger word that nobody read. */
/**
 * What the source says of a thing.
 * @typedef {object} ThingFacts
 * @property {string} [number]
 * @property {number} [part]
 * @property {number} [of]
 * @property {string} [text]
 * @property {string} [clause]
 * @property {string} [region]
 * @property {string} [functional_line]
 * @property {string[]} [aliases]
 * @property {string} [light]
 * @property {string} [deadline]
 * @property {number} [due]
 * @property {number} [due_derived]
 * @property {string} [due_by]
 * @property {number} [page]
 * @property {number} [line]
 * @property {number} [value]
 * @property {string} [unit]
 * @property {string} [change]
 * @property {string} [comparator]
 */
/** @typedef {ThingFacts & { [name: string]: Fact | undefined }} NamedFacts */

/** @typedef {{ x: number, y: number }} Point */
/**
 * How a shape looks in the picture that is drawn now.
 * @typedef {object} Look
 * @property {number} size Its radius.
 * @property {Line[]} lines Those that meet it.
 * @property {number[]} [sides] Where its name may stand, the best first: 0 below, 1 right, 2 above, 3 left.
 * @property {boolean} [file] Its name stands in a column of names.
 * @property {boolean} [own] A plan that shares no agency.
 * @property {number} [brief] Its name has room for so many signs.
 * @property {boolean} [twoRows]
 * @property {boolean} [centre]
 */
/**
 * What is drawn as a shape.
 * @typedef {object} Drawable
 * @property {number} i Its number, also that of its shape in the drawing.
 * @property {string} name
 * @property {NamedFacts} facts
 * @property {Edge[]} edges
 * @property {Bundle[]} bundles In an overview, its lines there.
 * @property {boolean} visible Whether the filters let it through.
 * @property {Point} at
 * @property {number} weight The tasks that it stands for.
 * @property {string} [short]
 * @property {boolean} [hollow] An agency that is a collective, a task without an owner, a group that is open.
 * @property {"Agency" | "Plan"} [look] As what it is drawn, if not as what it is.
 * @property {number} [plan] The place of its plan.
 * @property {number[]} [years]
 * @property {string[]} [path] The headings that it stands below.
 * @property {Mention[]} [mentions]
 * @property {string[]} [initials]
 * @property {boolean} [owned] A target with an owner of its own.
 * @property {boolean} [open] A group of which the parts are drawn.
 * @property {undefined} [members]
 */
/** @typedef {Drawable & Look & { kind: "Agency" | "Task" | "Industry" | "Target", short: string }} Item */
/** @typedef {Drawable & Look & { kind: "Plan", plan: number, tasks: Item[], targets: Item[] }} PlanShape A plan in an overview. */
/**
 * @typedef {object} GroupOnly What a sum of an overview holds.
 * @property {"Group"} kind
 * @property {string} key
 * @property {"region" | "plan" | "section" | "line" | "rest"} level
 * @property {"who" | "what"} [side] The left or the right column, the right one if nothing says so.
 * @property {number} [depth] Of the headings below it.
 * @property {Shape[]} [parts] Of a list that was cut.
 * @property {Item[]} items Tasks, and targets with an owner of their own.
 * @property {Item[]} holds What it stands for in the picture.
 */
/** @typedef {Drawable & Look & GroupOnly} Group */
/** @typedef {Item | PlanShape | Group} Shape */
/**
 * @typedef {object} Edge A relationship.
 * @property {number} i
 * @property {string} kind
 * @property {Facts} facts
 * @property {Item} from
 * @property {Item} to
 * @property {boolean} visible
 * @property {Bundle | null} [bundle] The line of the overview that stands for it.
 * @property {undefined} [members]
 */
/**
 * @typedef {object} Bundle A line that stands for several relationships.
 * @property {number} i
 * @property {string} kind The strongest of them.
 * @property {Facts} facts
 * @property {Shape} from
 * @property {Shape} to
 * @property {Edge[]} members
 * @property {number} count The tasks that are left of it.
 * @property {boolean} visible
 */
/** @typedef {Edge | Bundle} Line */
/** @typedef {Shape | Line} Thing What can be chosen. */
/**
 * @typedef {object} Plan
 * @property {string} title
 * @property {string | null} region
 * @property {NamedFacts} facts
 * @property {Mention[]} mentions
 * @property {string[]} initials
 * @property {boolean} visible
 */
/**
 * @typedef {object} Content What the page says, made by viz/page.py.
 * @property {Record<string, string>} words
 * @property {Kind[]} kinds
 * @property {Role[]} roles
 * @property {Basis[]} bases
 * @property {Light[]} lights
 * @property {Record<string, Record<string, string>>} captions
 * @property {Plan[]} plans
 * @property {Item[]} nodes
 * @property {string[]} columns
 * @property {Cell[][]} edges
 * @property {string[]} texts
 * @property {{ caption: string, count: number }[]} omitted
 * @property {[from: number, to: number][]} [ends] Of the relationships, in an overview.
 * @property {number} [focus] What the page opens on.
 */
/** @typedef {Point & { id: number, size: number, group: string }} Place Where Python put a shape. */

performance.mark("begun"); // for whoever measures: from here to the mark "drawn" is ours
/** @type {(id: string) => any} */
export const read = (id) => JSON.parse(byId(id).textContent || "");
/** @type {Content} */
export const content = read("data-content");
export const words = content.words;
export const nodes = content.nodes;
/** @type {(key: string, values?: Record<string, unknown>) => string} */
export const say = (key, values) => filled(words[key], values);

export const kinds = new Map(content.kinds.map((kind) => [kind.name, kind]));
export const roles = new Map(content.roles.map((role) => [role.name, role]));
export const bases = new Map(content.bases.map((basis) => [basis.name, basis]));
const captionsOf = new Map(Object.keys(content.captions).map((kind) => [kind, new Map(Object.entries(content.captions[kind]))]));
/** @type {(kind: string, property: string) => string} */
export const caption = (kind, property) => (captionsOf.get(kind) || new Map()).get(property) || property;

/** @type {Place[]} */
export const places = read("data-nodes");
/** @type {{ from: number, to: number }[]} */
export const lines = read("data-edges");
nodes.forEach((node, i) => {
  node.i = i;
  node.edges = [];
  node.visible = true;
});
const columnOf = new Map(content.columns.map((column, c) => [column, c + 1]));
/**
 * Strings that relationships share stand once in content.texts.
 * @type {(value: Cell) => Fact | undefined}
 */
const unpool = (value) => (Array.isArray(value) ? content.texts[Number(value[0])] : value === null ? undefined : value);
/**
 * What a relationship says of itself, read from its row as it is asked for: a map of thousands of them would take as
 * long to fill as the picture to draw.
 */
export class Facts {
  /** @param {Cell[]} row */
  constructor(row) { this.row = row; }
  /** @param {string} name */
  get(name) {
    const column = columnOf.get(name);
    const value = column === undefined ? undefined : this.row[column];
    return value === undefined ? undefined : unpool(value);
  }
  /**
   * A fact that is a text, empty where nothing is said.
   * @param {string} name
   */
  text(name) { return String(this.get(name) || ""); }
  /** @param {(value: Fact, name: string) => void} act */
  forEach(act) {
    for (const column of content.columns) {
      const value = this.get(column);
      if (value !== undefined) act(value, column);
    }
  }
}
const ends = content.ends || lines.map((line) => [line.from, line.to]);
/** @type {Edge[]} */
export const edges = content.edges.map((row, i) => ({ i, kind: String(unpool(row[0])), facts: new Facts(row), from: nodes[ends[i][0]], to: nodes[ends[i][1]], visible: true }));
for (const edge of edges) {
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
}
/** @type {(line: Line, shape: Shape) => Shape} */
export const otherEnd = (line, shape) => (line.from === shape ? line.to : line.from);
/** @type {(edge: Edge, item: Item) => Item} */
export const otherItem = (edge, item) => (edge.from === item ? edge.to : edge.from);
/** @type {(line: { kind: string }) => Role} */
export const roleOf = (line) => /** @type {Role} */ (roles.get(line.kind));
/**
 * The kind of a thing, or that as which it is drawn.
 * @type {(thing: { kind: string }) => Kind}
 */
export const kindOf = (thing) => /** @type {Kind} */ (kinds.get(thing.kind));
/** @type {(shape: Shape) => Kind} */
export const lookOf = (shape) => /** @type {Kind} */ (kinds.get(shape.look || shape.kind));
/** @type {(edge: Edge) => Basis | undefined} */
export const basisFor = (edge) => bases.get(edge.facts.text("basis"));
// Where offices have reported, a task is filled with its light.
export const lights = new Map(content.lights.map((light) => [light.name, light]));
/** @type {(thing: { kind: string, facts: NamedFacts }) => Light | null} */
export const lightOf = (thing) => (thing.kind === "Task" && lights.get(thing.facts.light || "")) || null;
/** @type {(name: string) => string} */
export const lightWord = (name) => words["light_" + name].split(/[：:]/)[0];
/** @type {(thing: { plan?: number }) => Plan | null} */
export const planOf = (thing) => (thing.plan === undefined ? null : content.plans[thing.plan]);
/** @type {(edge: Edge) => Plan | null} */
export const planOfEdge = (edge) => planOf(edge.to) || planOf(edge.from);
/**
 * Where a thing belongs: its own region, or that of its plan.
 * @type {(shape: { plan?: number, facts: NamedFacts }) => string}
 */
export const regionOf = (shape) => shape.facts.region || (planOf(shape) || { region: null }).region || "";

/**
 * Names of a thing: what search looks at first. An agency answers to every name a plan writes it by.
 * @type {(shape: Shape) => string[]}
 */
export const namesOf = (shape) => {
  const names = [shape.name].concat(shape.facts.aliases || []);
  for (const edge of shape.edges) {
    if (edge.from === shape && shape.kind === "Agency") names.push(edge.facts.text("written"), edge.facts.text("name"));
    if (edge.to === shape && shape.kind === "Industry") names.push(edge.facts.text("written"));
  }
  return Array.from(new Set(names.filter(Boolean)));
};
/**
 * @param {Thing | null} thing
 * @returns {thing is Line}
 */
export const isLine = (thing) => thing !== null && thing.facts instanceof Facts;
/**
 * @param {Thing | null} thing
 * @returns {thing is Shape}
 */
export const isShape = (thing) => thing !== null && !isLine(thing);
/** @type {(shape: Shape) => string} */
export const titleOf = (shape) => {
  const { number, part, of } = shape.facts;
  return ((number || "") + (Number(of) > 1 ? "〔" + part + "/" + of + "〕" : "") + " " + shape.name).trim();
};
/** @type {(shape: Shape) => string} */
export const nameOf = (shape) => (shape.kind === "Task" ? titleOf(shape) : shape.name);
