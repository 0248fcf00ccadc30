// The picture as shapes that a drawing program can change: the same lines, shapes and words.

import { lightOf, lookOf, nameOf } from "./data.js";
import { drawn } from "./overview.js";
import { network, layerOf, strokeOf } from "./canvas.js";
import { spotsOf } from "./labels.js";
import { keyRows, keyTitle } from "./key.js";
import { FONT, ink } from "./writing.js";

/** @import { Line, Shape } from "./data.js" */
/** @import { Spot } from "./taken.js" */

/** @type {(text: string) => string} */
const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
/** @type {(value: number) => number} */
const rounded = (value) => Math.round(value * 10) / 10;
/** @type {(pairs: number[][]) => string} */
const points = (pairs) => pairs.map((pair) => pair.map(rounded).join(",")).join(" ");
/** @type {(x: number, y: number, radius: number, count: number, turn: number) => number[][]} */
const ringOf = (x, y, radius, count, turn) => Array.from({ length: count }, (none, n) => [x + radius * Math.cos(turn + (2 * Math.PI * n) / count), y + radius * Math.sin(turn + (2 * Math.PI * n) / count)]);
/** @type {(node: Shape, spot: Spot) => string} */
const svgShape = (node, spot) => {
  const kind = lookOf(node);
  const light = lightOf(node);
  const paint = light ? 'fill="' + light.colour + '" stroke="' + (node.hollow ? kind.hollow_colour : "#3a4652") + '"' : node.hollow ? 'fill="#ffffff" stroke="' + kind.hollow_colour + '" stroke-width="2"' : 'fill="' + kind.colour + '"';
  const { x, y, radius } = spot;
  const title = "<title>" + safe(nameOf(node)) + "</title>";
  if (node.kind === "Task") return '<circle cx="' + rounded(x) + '" cy="' + rounded(y) + '" r="' + rounded(radius) + '" ' + paint + ">" + title + "</circle>";
  const corners = (node.look || node.kind) === "Agency" ? [[x - radius, y - radius], [x + radius, y - radius], [x + radius, y + radius], [x - radius, y + radius]]
    : node.kind === "Industry" ? ringOf(x, y, radius, 3, -Math.PI / 2) : node.kind === "Target" ? ringOf(x, y, radius, 4, 0) : ringOf(x, y, radius, 6, 0);
  return '<polygon points="' + points(corners) + '" ' + paint + ">" + title + "</polygon>";
};
/** @type {(edge: Line, from: Spot, to: Spot, scale: number) => string} */
const svgLine = (edge, from, to, scale) => {
  const stroke = strokeOf(edge);
  const [right, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(right, down) || 1;
  const end = [to.x - (right * to.radius) / length, to.y - (down * to.radius) / length];
  const width = Math.max(0.4, stroke.width * scale);
  let text = '<line x1="' + rounded(from.x) + '" y1="' + rounded(from.y) + '" x2="' + rounded(end[0]) + '" y2="' + rounded(end[1]) + '" stroke="' + stroke.color + '" stroke-width="' + rounded(width) + '" stroke-opacity="' + rounded(stroke.opacity) + '"'
    + (stroke.dashes.length ? ' stroke-dasharray="' + stroke.dashes.map((dash) => rounded(dash * scale)).join(" ") + '"' : "") + "/>";
  if (edge.kind === "LEADS") {
    const [ux, uy] = [right / length, down / length];
    const size = 4 + width * 1.6;
    text += '<polygon fill="' + stroke.color + '" points="' + points([end, [end[0] - ux * size - uy * size * 0.45, end[1] - uy * size + ux * size * 0.45], [end[0] - ux * size + uy * size * 0.45, end[1] - uy * size - ux * size * 0.45]]) + '"/>';
  }
  return text;
};
/**
 * The file of what is seen, with a head, a line below it and the words of the legend.
 * @type {(head: string, below: string, legend: string) => string}
 */
export const svgOf = (head, below, legend) => {
  network.redraw();
  const frame = network.canvas.frame.canvas;
  const [width, height, scale] = [frame.clientWidth, frame.clientHeight, network.getScale()];
  const spots = spotsOf(drawn.nodes, scale, Infinity, Infinity);
  const body = [];
  for (const edge of drawn.edges.slice().sort((a, b) => layerOf(a) - layerOf(b) || a.i - b.i)) {
    const [from, to] = [spots[edge.from.i], spots[edge.to.i]];
    if (edge.visible && from && to) body.push(svgLine(edge, from, to, scale));
  }
  for (const node of drawn.nodes) if (node.visible && spots[node.i]) body.push(svgShape(node, spots[node.i]));
  const family = safe(FONT.replace(/"/g, "'"));
  for (const item of ink) {
    if (item.line) body.push('<line x1="' + rounded(item.line[0]) + '" y1="' + rounded(item.line[1]) + '" x2="' + rounded(item.line[2]) + '" y2="' + rounded(item.line[3]) + '" stroke="#3a4652"/>');
    else if (item.box) body.push('<rect x="' + rounded(item.box[0]) + '" y="' + rounded(item.box[1]) + '" width="' + rounded(item.box[2] - item.box[0]) + '" height="' + rounded(item.box[3] - item.box[1]) + '" fill="' + item.fill + '" stroke="' + item.rim + '"/>');
    else body.push('<text x="' + rounded(item.x) + '" y="' + rounded(item.y) + '" font-size="' + item.size + '" font-weight="' + item.weight + '" fill="' + item.fill + '" stroke="#ffffff" stroke-width="' + (item.plain ? 0 : 3) + '" paint-order="stroke" dominant-baseline="central">' + safe(item.text) + "</text>");
  }
  const columns = Math.max(1, Math.floor(width / 240));
  const key = keyRows(columns, 13);
  const [top, bottom] = [height + 8, height + (key.length ? 17 * (Math.ceil(key.length / columns) + 1) + 8 : 0)];
  /** @type {(x: number, y: number, style: string, text: string) => string} */
  const textAt = (x, y, style, text) => '<text x="' + rounded(x) + '" y="' + rounded(y) + '" ' + style + ">" + safe(text) + "</text>";
  if (key.length) body.push(textAt(12, top + 8, 'font-size="12"', keyTitle()));
  for (const { text, column, row } of key) body.push(textAt(12 + (column * (width - 12)) / columns, top + 8 + 17 * (row + 1), 'font-size="12"', text));
  return '<svg xmlns="\x68ttp://www.w3.org/2000/svg" viewBox="0 -44 ' + width + " " + (bottom + 88) + '" width="' + width + '" height="' + (bottom + 88) + '" font-family="' + family + '"><rect x="0" y="-44" width="' + width + '" height="' + (bottom + 88) + '" fill="#ffffff"/>'
    + textAt(12, -20, 'font-size="18" font-weight="700"', head) + body.join("") + textAt(12, bottom + 16, 'font-size="11"', below) + textAt(12, bottom + 34, 'font-size="11"', legend) + "</svg>";
};
