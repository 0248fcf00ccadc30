// The picture: vis-network draws shapes and lines where Python put them; labels and the highlight are a layer of ours.

import { byId } from "../common/dom.js";
import { basisFor, isLine, kindOf, lightOf, lookOf, nodes, otherEnd, read, roleOf } from "./data.js";
import { chosen, drawn, owning, plans, standIns, widthFor } from "./overview.js";
import { lifted, paint } from "./colours.js";
import { lightNetwork } from "./lighter.js";

/** @import { Edge, Item, Line, Mark, Shape, Thing } from "./data.js" */
/** @import { Lit, Scene } from "./overview.js" */
/** @typedef {{ color: string, dashes: number[], width: number, opacity: number, mark?: Mark }} Stroke */

/** @type {(edge: Line) => Stroke} */
export const strokeOf = (edge) => {
  const role = roleOf(edge);
  if (edge.members) return { color: lifted(role.colour), dashes: [], width: widthFor(edge.count), opacity: edge.kind === "LEADS" ? 0.95 : 0.7 };
  const basis = basisFor(edge);
  const inherited = edge.facts.get("inherited") === true;
  // Around one thing its own lines are what is asked for, those of its partners the ground.
  const partner = drawn.centre && edge.from !== drawn.centre && edge.to !== drawn.centre && role.graded;
  const opacity = (edge.kind === "LEADS" ? 1 : 0.8) * (inherited ? 0.6 : 1) * (partner ? 0.45 : 1);
  return { color: lifted(role.colour), dashes: basis ? basis.dashes : [], width: role.width * (inherited ? 0.6 : 1) * (partner ? 0.7 : 1), opacity };
};

/**
 * Two relationships between the same two things would lie on each other: bend all but the first.
 * @type {(drawnEdges: Line[]) => Map<Line, object>}
 */
const bends = (drawnEdges) => {
  const seen = new Map();
  const found = new Map();
  const span = nodes.length + plans.length;
  for (const edge of drawnEdges) {
    const pair = Math.min(edge.from.i, edge.to.i) * span + Math.max(edge.from.i, edge.to.i);
    const nth = seen.get(pair) || 0;
    seen.set(pair, nth + 1);
    if (nth) found.set(edge, { enabled: true, type: nth % 2 ? "curvedCW" : "curvedCCW", roundness: 0.18 * Math.ceil(nth / 2) });
  }
  return found;
};

/**
 * With thousands of lines each must be fainter, or the middle of the picture is one blot.
 * @type {(count: number) => number}
 */
const crowdOf = (count) => Math.min(1, Math.max(0.3, Math.sqrt(700 / Math.max(count, 1))));
/**
 * Who leads stands above all else, and is told by the mark at the end of its line as well as by colour and width.
 * @type {(edge: Line) => number}
 */
export const layerOf = (edge) => (roleOf(edge).graded ? owning.length - owning.indexOf(roleOf(edge)) : 0);
const MARKED = 1500; // lines above which marks are only noise
/** @type {(edge: Line, count: number) => object | undefined} */
const markOf = (edge, count) => {
  const mark = roleOf(edge).mark;
  const ground = edge.members || (drawn.centre && edge.from !== drawn.centre && edge.to !== drawn.centre);
  if (!mark || count > MARKED || (ground && edge.kind !== "LEADS")) return undefined;
  const end = { enabled: true, type: mark, scaleFactor: mark === "arrow" ? 0.6 : mark === "circle" ? 0.34 : 0.42 };
  return edge.members ? { middle: end } : { to: end };
};

const options = JSON.parse(read("data-options")); // a text in a text: pyvis says its options as a text
/** @type {Record<string, { shape: string, color: object, borderWidth: number }>} */
const looks = options.groups;
delete options.groups; // each shape is given what it looks like: vis would look it up twice

/** @type {(node: Shape) => object} */
const shapeOf = (node) => {
  const look = looks[(node.look || node.kind) + (node.hollow ? "Hollow" : "")];
  const light = lightOf(node);
  let { color } = look;
  if (light) color = { background: light.colour, border: node.hollow ? kindOf(node).hollow_colour : "#3a4652" };
  else if (paint.lift) {
    const kind = lookOf(node);
    color = node.hollow ? { background: paint.ground, border: lifted(kind.hollow_colour) } : { background: lifted(kind.colour), border: paint.ground };
  }
  return { id: node.i, x: node.at.x, y: node.at.y, size: node.size, shape: look.shape, borderWidth: look.borderWidth, color };
};
/** @type {(edge: Line, stroke: Stroke, opacity: number) => object} */
const lineOf = (edge, stroke, opacity) => ({
  id: edge.i, from: edge.from.i, to: edge.to.i, color: { color: stroke.color, opacity },
  dashes: stroke.dashes.length ? stroke.dashes : false, width: stroke.width, smooth: drawn.bends && drawn.bends.get(edge), arrows: markOf(edge, drawn.edges.length),
});

options.interaction.keyboard.speed = { x: 14, y: 14, zoom: 0.03 };
options.interaction.hideEdgesOnDrag = options.interaction.hideEdgesOnZoom = drawn.edges.length > 6000;
export const network = lightNetwork(byId("network"), options);
export const redrawSoon = () => network.body.emitter.emit("_requestRedraw");

// vis is given what is to be seen, the rest when it is asked for: half of a map waits in the legend at first.
/** @type {Scene | null} */
export let loaded = null; // the scene of which vis has something
/** @type {Set<Thing>} */
let held = new Set();
// Colours that vis holds are given to it anew.
export const recolour = () => {
  const view = { position: network.getViewPosition(), scale: network.getScale(), animation: false };
  loaded = null;
  showVisible();
  network.moveTo(view);
};
/** @type {(opacityOf: (edge: Line) => number) => Set<Line>} */
const load = (opacityOf) => {
  if (loaded !== drawn) {
    held = new Set();
    if (!drawn.bends) drawn.bends = bends(drawn.edges);
  }
  /** @type {(item: Thing) => boolean} */
  const missing = (item) => item.visible && !held.has(item);
  const nodes_ = drawn.nodes.filter(missing);
  const edges_ = drawn.edges.filter(missing);
  const data = { nodes: nodes_.map(shapeOf), edges: edges_.map((edge) => lineOf(edge, strokeOf(edge), opacityOf(edge))) };
  for (const item of nodes_) held.add(item);
  for (const item of edges_) held.add(item);
  if (loaded !== drawn) network.setData(data);
  else {
    if (data.nodes.length) network.body.data.nodes.add(data.nodes);
    if (data.edges.length) network.body.data.edges.add(data.edges);
  }
  loaded = drawn;
  return new Set(edges_);
};

// vis adds and removes each item one by one when a DataView changes (a second at 5,000 nodes), so visibility is set on
// its own objects and drawn once.
export const showVisible = () => {
  const crowd = drawn.centre ? 1 : crowdOf(drawn.edges.filter((edge) => edge.visible).length);
  /** @type {(edge: Line) => number} */
  const opacityOf = (edge) => strokeOf(edge).opacity * (edge.kind === "LEADS" ? Math.sqrt(crowd) : crowd);
  const asked = network.renderer.redrawRequested;
  network.body.emitter.emit("_blockRedraw");
  const fresh = load(opacityOf);
  for (const node of drawn.nodes) if (held.has(node)) network.body.nodes[node.i].options.hidden = !node.visible;
  for (const edge of drawn.edges) {
    if (!held.has(edge) || fresh.has(edge)) continue;
    const line = network.body.edges[edge.i];
    const stroke = strokeOf(edge);
    line.options.hidden = !edge.visible;
    line.options.width = stroke.width;
    line.options.color.color = stroke.color;
    line.options.color.opacity = opacityOf(edge);
  }
  network._updateVisibleIndices();
  const ranks = new Map(drawn.edges.map((edge) => [edge.i, layerOf(edge)]));
  network.body.edgeIndices.sort((a, b) => Number(ranks.get(a)) - Number(ranks.get(b)) || a - b);
  network.body.emitter.emit("_allowRedraw");
  // It forgets that a picture was asked for: at first one was, and two would be drawn.
  if (asked) network.renderer.redrawRequested = true;
  else redrawSoon();
};

// Whether anything of what the filters leave is in the window.
export const inWindow = () => {
  const frame = network.canvas.frame.canvas;
  const left = drawn.nodes.filter((node) => node.visible);
  return !left.length || left.some((node) => {
    const spot = network.canvasToDOM(node.at);
    return spot.x > 0 && spot.y > 0 && spot.x < frame.clientWidth && spot.y < frame.clientHeight;
  });
};

/** @type {() => Lit | null} */
export const lit = () => {
  if (chosen === null) return null;
  const thing = chosen;
  if (thing === drawn.centre || (!isLine(thing) && thing.open)) return null; // what it holds stands around it
  if (!drawn.members.has(thing)) return drawn.standIns ? drawn.standIns(thing) : drawn.bundled ? standIns(/** @type {Item | Edge} */ (thing)) : null;
  if (isLine(thing)) return { nodes: [thing.from, thing.to], edges: [thing], ringed: [thing.from, thing.to] };
  const around = thing.lines.filter((edge) => edge.visible);
  return { nodes: around.map((edge) => otherEnd(edge, thing)).concat([thing]), edges: around, ringed: [thing] };
};

/** @type {(context: CanvasRenderingContext2D, node: Shape) => void} */
export const drawRing = (context, node) => {
  const shape = network.body.nodes[node.i];
  context.beginPath();
  context.arc(shape.x, shape.y, node.size * 1.5 + 4, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = paint.ink;
  context.stroke();
};

/**
 * A veil over everything, and what is chosen drawn again on top: nothing has to be restyled, whatever the size.
 * @type {(context: CanvasRenderingContext2D) => void}
 */
export const drawHighlight = (context) => {
  const light = lit();
  if (!light) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paint.veil;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  // From afar the lines of an overview are hairlines; those that are lit keep the width of a pen.
  const pen = drawn.bundled ? Math.max(1, 0.7 / network.getScale()) : 1;
  for (const edge of light.edges) {
    const line = network.body.edges[edge.i];
    const { width, color } = line.options;
    const opacity = color.opacity;
    line.options.width = width * pen;
    color.opacity = 1;
    if (edge.visible) line.draw(context);
    line.options.width = width;
    color.opacity = opacity;
  }
  for (const node of light.nodes) if (node.visible) network.body.nodes[node.i].draw(context);
  for (const node of light.ringed) if (node.visible) drawRing(context, node);
};

network.on("beforeDrawing", (context) => {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paint.ground;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
});

/** @type {Record<Exclude<Mark, "">, number[][]>} */
const MARKS = {
  arrow: [[0, 0], [-9, -4.5], [-9, 4.5]],
  box: [[0, -3], [-6, -3], [-6, 3], [0, 3]],
  diamond: [[0, 0], [-5, -4], [-10, 0], [-5, 4]],
  bar: [[0, -5], [-2, -5], [-2, 5], [0, 5]],
  circle: Array.from({ length: 12 }, (none, n) => [-3.5 + 3.5 * Math.cos((n * Math.PI) / 6), 3.5 * Math.sin((n * Math.PI) / 6)]),
};
/**
 * A line as the map draws it, for legends.
 * @type {(context: CanvasRenderingContext2D, x: number, y: number, length: number, stroke: Stroke) => void}
 */
export const drawSample = (context, x, y, length, stroke) => {
  context.save();
  context.globalAlpha = stroke.opacity;
  context.strokeStyle = context.fillStyle = stroke.color;
  context.lineWidth = stroke.width;
  context.setLineDash(stroke.dashes);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + length - (stroke.mark ? 4 : 0), y);
  context.stroke();
  if (stroke.mark) {
    context.setLineDash([]);
    context.beginPath();
    MARKS[stroke.mark].forEach(([right, down], n) => (n ? context.lineTo(x + length + right, y + down) : context.moveTo(x + length + right, y + down)));
    context.closePath();
    context.fill();
  }
  context.restore();
};
