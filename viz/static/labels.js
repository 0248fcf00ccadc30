// Names on the map. The heaviest shapes, by the tasks they hold, are always named: beside themselves where a name fits
// without lying nearer to another shape, else by a letter on the shape that a key spells out.

import { byId } from "./common/dom.js";
import { kinds, lightOf, lightWord, nodes, planOf, roleOf, say, titleOf, words } from "./data.js";
import { chosen, drawn, overview, plans, rowsOf } from "./overview.js";
import { lit, network } from "./canvas.js";
import { cut, isOrphan } from "./around.js";
import { crowdedness, Taken } from "./taken.js";
import { minimapBox, minimapShown } from "./minimap.js";
import { lifted, paint } from "./colours.js";

export const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
export const widths = new Map();
const widthOf = (context, text, font) => {
  const key = font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
};

// Tasks say how heavy a shape is, whatever number of lines stands for them.
const weightOf = (node) => {
  if (node.kind === "Plan") return node.tasks.filter((task) => task.visible).length;
  if (node.kind === "Group") return node.items.filter((item) => item.visible).length;
  if (node.kind !== "Agency") return node.lines.filter((line) => line.visible).length;
  return new Set(node.edges.filter((edge) => edge.visible && roleOf(edge).graded).map((edge) => edge.to)).size;
};
const large = (node) => node.kind === "Agency" || node.kind === "Plan" || node.kind === "Group";
export let byWeight = [];
export const weigh = () => {
  for (const node of drawn.nodes) node.weight = weightOf(node);
  byWeight = drawn.nodes.slice().sort((a, b) => large(b) - large(a) || (large(a) ? b.weight - a.weight : kinds.get(b.kind).rank * (b.weight + 1) - kinds.get(a.kind).rank * (a.weight + 1)) || a.i - b.i);
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LEGIBLE = 3.6; // radius on the screen below which a task or target is a dot among many, and its label noise
const ORPHANS = 20; // so many tasks without an owner are all named
const GAP = 4;
let labelZoom = 1; // larger in the exported picture, which is looked at from further away
export const setLabelZoom = (zoom) => { labelZoom = zoom; };
let told = []; // what stands where, for whoever asks the page

const halo = (context) => {
  context.lineWidth = 3.5;
  context.strokeStyle = paint.halo;
};
// What was written, for a file of vectors.
export let ink = [];
const inked = (context, text, x, y, plain) => {
  const size = /([\d.]+)px/.exec(context.font)[1];
  const weight = /bold|[67]00 /.test(context.font.split("px")[0] + " ") ? "600" : "400";
  ink.push({ text, x, y, size, weight, fill: context.fillStyle, plain });
};
const write = (context, text, x, y) => {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
  inked(context, text, x, y, false);
};
const writePlain = (context, text, x, y) => {
  context.fillText(text, x, y);
  inked(context, text, x, y, true);
};

// Several regions: from afar each one's name stands, large and pale, among its agencies or above its plans, on no shape.
const regions = new Map();
for (const node of overview ? plans : nodes) {
  const region = overview ? planOf(node).region : node.facts.region;
  if (!(overview || node.kind === "Agency") || !region) continue;
  if (!regions.has(region)) regions.set(region, []);
  regions.get(region).push(node);
}
const STEPS = [];
for (let ring = 0; ring < 8; ring += 1) for (let turn = 0; turn < Math.max(1, 8 * ring); turn += 1) STEPS.push([Math.cos((turn * Math.PI) / 4 / Math.max(ring, 1)) * ring * 30, Math.sin((turn * Math.PI) / 4 / Math.max(ring, 1)) * ring * 18]);
// Whether the shape that is nearest to a box is one of its own.
const belongs = (box, own, picture) => {
  const known = new Set(own.map((node) => node.i));
  let [near, other] = [Infinity, Infinity];
  picture.spots.forEach((spot, i) => {
    const away = Math.hypot(Math.max(spot.x - spot.radius - box[2], box[0] - spot.x - spot.radius, 0), Math.max(spot.y - spot.radius - box[3], box[1] - spot.y - spot.radius, 0));
    if (known.has(i)) near = Math.min(near, away);
    else other = Math.min(other, away);
  });
  return near < other;
};
const drawRegions = (context, picture, taken) => {
  if (drawn.half || regions.size < 2 || (drawn.nodes.length < 200 && !overview)) return;
  const font = "700 17px " + FONT;
  context.font = font;
  context.fillStyle = paint.region;
  regions.forEach((members, name) => {
    const spot = (node) => picture.spots[node.i];
    const seen = members.filter(spot);
    if (seen.length < (overview ? 2 : 3)) return;
    const all = overview ? Array.from(new Set([].concat(...seen.map((node) => [node].concat(node.lines.map((line) => line.from)))))).filter(spot) : seen;
    const half = widthOf(context, name, font) / 2;
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const x = mean(seen.map((node) => spot(node).x));
    const y = overview ? Math.min(...all.map((node) => spot(node).y - spot(node).radius)) - 26 : mean(seen.map((node) => spot(node).y));
    for (const [right, down] of STEPS) {
      const box = [x + right - half - 4, y + down - 11, x + right + half + 4, y + down + 11];
      if (box[0] < 0 || box[1] < 0 || box[2] > picture.width || box[3] > picture.height || taken.hits(box, [], 1) || !belongs(box, all, picture)) continue;
      taken.add(box, null);
      told.push({ text: name, box, own: all.map((node) => node.i), as: "region" });
      write(context, name, x + right - half, y + down);
      return;
    }
  });
};

const writeRows = (context, rows, lengths, x, y, align) => {
  const wide = Math.max(...lengths);
  rows.forEach((row, n) => write(context, row, x + (wide - lengths[n]) * align, y + LINE * n));
};

// The words beside a shape, in one row or several.
// The word of a task's light, for those who cannot tell the colours apart; nothing where nobody reported.
const lightMark = (node) => (lightOf(node) && node.facts.light !== "grey" ? say("light_mark", { light: lightWord(node.facts.light) }) : "");
// Where room is given: the last part of the number and the title, in one row or two.
const briefRows = (node) => {
  const number = node.kind === "Task" ? (node.facts.number || "").split("/").pop() + (node.facts.of > 1 ? "〔" + node.facts.part + "〕" : "") : "";
  const text = node.kind === "Task" ? (lightMark(node) + number + " " + node.name).trim() : drawn.oneRegion ? node.name : node.short || node.name;
  if (!node.twoRows || text.length <= node.brief) return [cut(text, node.brief)];
  let first = Math.min(node.brief, Math.ceil(text.length / 2));
  while (first < node.brief && "）〕】》、，；".includes(text[first])) first += 1; // none of these begins a row
  return [text.slice(0, first), cut(text.slice(first), node.brief)];
};
const labelOf = (node, scale) => {
  if (node.kind === "Group") return [node.label];
  if (node.brief) return briefRows(node);
  if (node.kind === "Plan") return rowsOf(node, scale);
  if (!node.centre || node.kind === "Agency") return [overview && node.kind === "Agency" ? node.name : lightMark(node) + (node === chosen && node.kind !== "Agency" ? node.name.slice(0, 28) : node.short)];
  const rows = [];
  const text = lightMark(node) + titleOf(node);
  for (let at = 0; at < text.length && rows.length < 4; at += 12) rows.push(text.slice(at, at + 12));
  return rows;
};
const SIDES = [0, 1, 2, 3];
const LINE = 16;

// Where the words may stand, the best first: below, right, above, left, each in the middle and then along the shape.
const placesOf = (node, spot, wide, half, ringed) => {
  const gap = spot.radius + GAP + (ringed ? spot.radius * 0.5 + 6 : 0);
  const along = Math.max(0, wide / 2 - spot.radius);
  const up = Math.max(0, spot.radius - half);
  const sides = [
    [0, along, -along].map((by) => [spot.x - wide / 2 + by, spot.y + gap + half]),
    [0, up, -up].map((by) => [spot.x + gap, spot.y + by]),
    [0, along, -along].map((by) => [spot.x - wide / 2 + by, spot.y - gap - half]),
    [0, up, -up].map((by) => [spot.x - gap - wide, spot.y + by]),
  ];
  const order = node.sides || SIDES;
  return order.map((side) => [sides[side][0], side]).concat(...(node.file ? [] : order.concat(SIDES.filter((side) => !order.includes(side))).map((side) => sides[side].map((place) => [place, side]))));
};

const styleOf = (context, node) => {
  context.font = (node === chosen || large(node) ? "600 13" : "12") + "px " + FONT;
  context.fillStyle = node.kind === "Agency" ? paint.agency : node.kind === "Plan" || node.look === "Plan" ? paint.plan : node.look === "Agency" ? paint.agency : paint.quiet;
};

// Where a name may stand that a thin line ties to its shape: around it, further and further out.
const LEADERS = [];
for (let reach = 22; reach <= 130; reach += 18) for (let turn = 0; turn < 16; turn += 1) LEADERS.push([(turn * Math.PI) / 8, reach]);
const tied = (spot, wide, half, [turn, reach]) => {
  const [right, down] = [Math.cos(turn), Math.sin(turn)];
  const end = [spot.x + right * (spot.radius + reach), spot.y + down * (spot.radius + reach)];
  const left = right > 0.3 ? end[0] + 3 : right < -0.3 ? end[0] - 3 - wide : end[0] - wide / 2;
  const middle = Math.abs(right) > 0.3 ? end[1] : end[1] + Math.sign(down) * (half + 2);
  return { x: left, y: middle, from: [spot.x + right * spot.radius, spot.y + down * spot.radius], end };
};
const crosses = ({ from, end }, node, taken) => {
  const steps = Math.ceil(Math.hypot(end[0] - from[0], end[1] - from[1]) / 6);
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [0, 1].map((axis) => from[axis] + ((end[axis] - from[axis]) * step) / steps);
    if (taken.hits([x - 1.5, y - 1.5, x + 1.5, y + 1.5], [node], 1)) return true;
  }
  return false;
};

// Write a name beside its shape, or if it must stand somewhere tie it to its shape; return whether there was room.
const writeName = (context, node, picture, taken, ringed, must) => {
  const spot = picture.spots[node.i];
  styleOf(context, node);
  const rows = labelOf(node, picture.scale);
  const lengths = rows.map((row) => widthOf(context, row, context.font));
  const wide = Math.max(...lengths);
  const half = node.file && rows.length === 1 ? 7 : 8 * rows.length;
  const places = placesOf(node, spot, wide, half, ringed).map(([place, side]) => [place, side, [node], node.brief ? 1 : GAP + 2]);
  if (node.own) {
    // The title of a plan that shares no agency stands above all of its agencies.
    const leaves = node.lines.map((line) => line.from).filter((leaf) => picture.spots[leaf.i]);
    const top = Math.min(...leaves.map((leaf) => picture.spots[leaf.i].y - picture.spots[leaf.i].radius));
    for (const above of [6, 22]) places.unshift([[spot.x - wide / 2, top - above - half], 0, [node].concat(leaves), above + 2]);
  }
  for (const [[x, y], side, own, room] of places) {
    const box = [x - 2, y - half, x + wide + 2, y + half];
    if (box[0] < 2 || box[1] < 2 || box[2] > picture.width - 2 || box[3] > picture.height - 2) continue;
    if (taken.hits(box, own, room)) continue;
    taken.add(box, null);
    told.push({ text: rows.join(""), box, own: own.map((item) => item.i), as: "name" });
    writeRows(context, rows, lengths, x, y - 8 * (rows.length - 1), side === 1 ? 0 : side === 3 ? 1 : 0.5);
    return true;
  }
  for (const step of must ? LEADERS : []) {
    const place = tied(spot, wide, half, step);
    const box = [place.x - 2, place.y - half, place.x + wide + 2, place.y + half];
    if (box[0] < 2 || box[1] < 2 || box[2] > picture.width - 2 || box[3] > picture.height - 2) continue;
    if (taken.hits(box, [], 3) || crosses(place, node, taken)) continue;
    taken.add(box, null);
    told.push({ text: rows.join(""), box, own: [node.i], as: "tied" });
    const [from, end] = [place.from, place.end];
    ink.push({ line: from.concat(end) });
    taken.add([Math.min(from[0], end[0]), Math.min(from[1], end[1]), Math.max(from[0], end[0]), Math.max(from[1], end[1])], null);
    for (const [colour, width] of [[paint.halo, 3], [paint.quiet, 1]]) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(from[0], from[1]);
      context.lineTo(end[0], end[1]);
      context.stroke();
    }
    halo(context);
    writeRows(context, rows, lengths, place.x, place.y - half + 8, 0.5);
    return true;
  }
  return false;
};

// The words that head a sector, and the tasks without an owner, wherever they stand.
const writeWords = (context, picture, taken) => {
  const heads = drawn.words.slice();
  const alone = drawn.bundled || drawn.centre ? [] : drawn.nodes.filter((node) => node.visible && isOrphan(node));
  if (alone.length) {
    const x = Math.min(...alone.map((node) => node.at.x - node.size));
    const y = Math.min(...alone.map((node) => node.at.y)) - 20 / picture.scale;
    heads.push({ text: say("ownerless_head", { n: alone.length }), colour: paint.orphan, x, y, right: true });
  }
  context.font = "700 13px " + FONT;
  for (const head of heads) {
    const at = network.canvasToDOM({ x: head.x, y: head.y });
    const wide = widthOf(context, head.text, context.font);
    const x = at.x / labelZoom - (head.right ? 0 : wide);
    const y = at.y / labelZoom;
    context.fillStyle = head.colour;
    taken.add([x - 2, y - 8, x + wide + 2, y + 8], null);
    told.push({ text: head.text, box: [x - 2, y - 8, x + wide + 2, y + 8], own: [], as: "head" });
    write(context, head.text, x, y);
  }
};

// A letter on the shape itself, for the key.
const writeLetter = (context, letter, node, spot) => {
  const radius = Math.max(spot.radius, 6.5);
  context.font = "700 11px " + FONT;
  if (spot.radius < 6.5) {
    context.fillStyle = node.hollow ? paint.ground : lifted(kinds.get(node.kind).colour);
    context.fillRect(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
  }
  context.fillStyle = node.hollow ? paint.agency : paint.lift ? paint.ground : "#ffffff";
  writePlain(context, letter, spot.x - widthOf(context, letter, context.font) / 2, spot.y + 0.5);
  told.push({ text: letter, box: [spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius], own: [node.i], as: "letter" });
};

// The key stands where it covers least, at the rim before the middle.
const writeKey = (context, key, picture, taken) => {
  if (!key.length) return;
  context.font = "12px " + FONT;
  const texts = key.map((node, n) => LETTERS[n] + "　" + labelOf(node, 1).join("") + "　" + node.weight);
  const wide = Math.max(widthOf(context, words.key, context.font), ...texts.map((text) => widthOf(context, text, context.font))) + 20;
  let best = null;
  const crowd = crowdedness(picture);
  for (let columns = 1; columns <= 4 && wide * columns < picture.width; columns += 1) {
    const width = wide * columns;
    const height = (Math.ceil(texts.length / columns) + 1) * 17 + 10;
    for (let at = 0; at <= 48; at += 1) {
      const x = 6 + ((picture.width - width - 12) * (at % 7)) / 6;
      const y = picture.height - height - 6 - ((picture.height - height - 12) * Math.floor(at / 7)) / 6;
      const box = [x, y, x + width, y + height];
      let covered = crowd(box);
      if (!covered && taken.hits(box, [], 0)) covered = 0.5;
      if (!best || covered < best.covered) best = { box, covered, columns };
      if (!covered) break;
    }
    if (!best.covered) break;
  }
  if (!best) return;
  const [x, y, right, bottom] = best.box;
  context.fillStyle = paint.board;
  context.fillRect(x, y, right - x, bottom - y);
  context.lineWidth = 1;
  context.strokeStyle = paint.rim;
  context.strokeRect(x, y, right - x, bottom - y);
  context.fillStyle = paint.soft;
  ink.push({ box: best.box });
  writePlain(context, words.key, x + 8, y + 14);
  context.fillStyle = paint.agency;
  const rows = Math.ceil(texts.length / best.columns);
  texts.forEach((text, n) => writePlain(context, text, x + 8 + Math.floor(n / rows) * wide, y + 31 + (n % rows) * 17));
  told.push({ text: texts.join("\n"), box: best.box, own: key.map((node) => node.i), as: "key" });
};

// The number of tasks on each line that is lit, where there is room.
const drawCounts = (context, bundles, picture, taken) => {
  context.font = "600 12px " + FONT;
  context.fillStyle = paint.ink;
  for (const bundle of bundles) {
    const [from, to] = [picture.spots[bundle.from.i], picture.spots[bundle.to.i]];
    if (!from || !to) continue;
    const text = String(bundle.count);
    const half = widthOf(context, text, context.font) / 2 + 2;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const box = [x - half, y - 8, x + half, y + 8];
    if (taken.hits(box, [], 0)) continue;
    taken.add(box, null);
    write(context, text, x - half + 2, y);
  }
};

// Every shape on the screen with its place there.
export const spotsOf = (shown, scale, width, height) => {
  const spots = [];
  for (const node of shown) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    const { x, y } = network.canvasToDOM({ x: shape.x, y: shape.y });
    const spot = { x: x / labelZoom, y: y / labelZoom, radius: Math.max(node.size * scale, 1.5) };
    if (spot.x > -20 && spot.y > -20 && spot.x < width + 20 && spot.y < height + 20) spots[node.i] = spot;
  }
  return spots;
};

export const drawLabels = (context, boxWidth, boxHeight, boxRatio) => {
  const light = lit();
  const ratio = boxRatio * labelZoom;
  const [width, height] = [boxWidth / labelZoom, boxHeight / labelZoom];
  const scale = network.getScale() / labelZoom;
  const shown = light ? light.nodes : drawn.nodes;
  const picture = { width, height, scale, spots: spotsOf(shown, scale, width, height) };
  const taken = new Taken();
  for (const node of shown) {
    const spot = picture.spots[node.i];
    if (spot) taken.add([spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius], node);
  }
  if (labelZoom === 1 && minimapShown()) taken.add(minimapBox(width, height), null);
  if (labelZoom === 1) taken.add([width - 44, 0, width, 74], null); // the buttons that zoom
  told = [];
  ink = [];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  halo(context);
  // A small window has room for fewer.
  const bright = new Set(light ? light.nodes : []);
  const always = drawn.half ? LETTERS.length : Math.min(LETTERS.length, Math.round((width * height) / 20000));
  const order = (light ? Array.from(new Set(light.ringed.concat(byWeight.filter((node) => bright.has(node))))) : byWeight).filter((node) => node.visible && picture.spots[node.i] && picture.spots[node.i].x > 0 && picture.spots[node.i].y > 0 && picture.spots[node.i].x < width && picture.spots[node.i].y < height);
  const key = [];
  const orphans = order.filter(isOrphan).length;
  writeWords(context, picture, taken);
  let tried = 0;
  order.forEach((node, n) => {
    if (n === always && !light && scale < 0.6) drawRegions(context, picture, taken);
    if (!light && !drawn.half && picture.spots[node.i].radius < LEGIBLE && !large(node)) return;
    if ((tried += 1) > 900) return;
    const must = !drawn.half && ((n < always && (large(node) || Boolean(light))) || (isOrphan(node) && orphans <= ORPHANS));
    if (!writeName(context, node, picture, taken, light && light.ringed.includes(node), must) && must && key.length < LETTERS.length) key.push(node);
  });
  key.forEach((node, n) => writeLetter(context, LETTERS[n], node, picture.spots[node.i]));
  writeKey(context, key, picture, taken);
  if (light && drawn.bundled) drawCounts(context, light.edges, picture, taken);
  context.restore();
  told.always = order.filter(large).slice(0, always).map((node) => node.i);
  told.spots = picture.spots;
};

// Whoever asks (a test, an assistive tool) is told what stands where, by an event that the page answers in place.
byId("network").addEventListener("describe", () => {
  network.redraw();
  byId("network").dataset.picture = JSON.stringify({
    labels: told.slice(),
    always: told.always,
    view: Object.assign({ scale: network.getScale() }, network.getViewPosition()),
    shapes: drawn.nodes.filter((node) => told.spots[node.i]).map((node) => Object.assign({ i: node.i, kind: node.kind, name: node.name, weight: node.weight }, told.spots[node.i])),
  });
});
