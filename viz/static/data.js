// What the page holds, read once from its JSON islands. Lookups by text use Map, never {}: a name may be "__proto__".

performance.mark("begun"); // for whoever measures: from here to the mark "drawn" is ours
export const read = (id) => JSON.parse(document.getElementById(id).textContent);
export const content = read("data-content");
export const words = content.words;
export const say = (key, values) => {
  let text = words[key];
  for (const name of Object.keys(values || {})) text = text.split("{" + name + "}").join(String(values[name]));
  return text;
};

export const kinds = new Map(content.kinds.map((kind) => [kind.name, kind]));
export const roles = new Map(content.roles.map((role) => [role.name, role]));
export const bases = new Map(content.bases.map((basis) => [basis.name, basis]));
const captionsOf = new Map(Object.keys(content.captions).map((kind) => [kind, new Map(Object.entries(content.captions[kind]))]));
export const caption = (kind, property) => (captionsOf.get(kind) || new Map()).get(property) || property;

export const nodes = content.nodes;
export const shapes = read("data-nodes");
export const lines = read("data-edges");
nodes.forEach((node, i) => {
  node.i = i;
  node.edges = [];
  node.visible = true;
});
// Strings that edges share stand once in content.texts; an edge holds [index] in their place.
const unpool = (value) => (Array.isArray(value) ? content.texts[value[0]] : value);
const columnOf = new Map(content.columns.map((column, c) => [column, c + 1]));
// What a relationship says of itself, read from its row as it is asked for: a map of thousands of them would take as
// long to fill as the picture to draw.
export class Facts {
  constructor(row) { this.row = row; }
  get(name) {
    const value = this.row[columnOf.get(name)];
    return value === null || value === undefined ? undefined : unpool(value);
  }
  forEach(act) {
    for (const column of content.columns) if (this.get(column) !== undefined) act(this.get(column), column);
  }
}
const ends = content.ends || lines.map((line) => [line.from, line.to]);
export const edges = content.edges.map((row, i) => ({ i, kind: unpool(row[0]), facts: new Facts(row), from: nodes[ends[i][0]], to: nodes[ends[i][1]], visible: true }));
for (const edge of edges) {
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
}
export const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
export const roleOf = (edge) => roles.get(edge.kind);
// Where offices have reported, a task is filled with its light.
export const lights = new Map(content.lights.map((light) => [light.name, light]));
export const lightOf = (node) => (node.kind === "Task" && lights.get(node.facts.light)) || null;
export const lightWord = (name) => words["light_" + name].split(/[：:]/)[0];
export const planOf = (node) => (node.plan === undefined ? null : content.plans[node.plan]);

// Names of a thing: what search looks at first. An agency answers to every name a plan writes it by.
export const namesOf = (node) => {
  const names = [node.name].concat(node.facts.aliases || []);
  for (const edge of node.edges) {
    if (edge.from === node && kinds.get(node.kind).name === "Agency") names.push(edge.facts.get("written"), edge.facts.get("name"));
    if (edge.to === node && node.kind === "Industry") names.push(edge.facts.get("written"));
  }
  return Array.from(new Set(names.filter(Boolean)));
};
export const isEdge = (thing) => thing !== null && thing.facts instanceof Facts;
export const titleOf = (node) => {
  const number = node.facts.number || "";
  const part = node.facts.of > 1 ? "〔" + node.facts.part + "/" + node.facts.of + "〕" : "";
  return (number + part + " " + node.name).trim();
};
