// The picture: vis-network draws shapes and lines where Python put them; labels and the highlight are a layer of ours.

const strokeOf = (edge) => {
  if (edge.members) return { color: roleOf(edge).colour, dashes: [], width: widthFor(edge.count), opacity: 0.8 };
  const role = roleOf(edge);
  const basis = bases.get(edge.facts.get("basis"));
  const inherited = edge.facts.get("inherited") === true;
  return { color: role.colour, dashes: basis ? basis.dashes : [], width: role.width * (inherited ? 0.5 : 1), opacity: inherited ? 0.5 : 0.85 };
};

// Two relationships between the same two things would lie on each other: bend all but the first.
const bends = () => {
  const seen = new Map();
  return drawn.edges.map((edge) => {
    const pair = Math.min(edge.from.i, edge.to.i) + " " + Math.max(edge.from.i, edge.to.i);
    const nth = seen.get(pair) || 0;
    seen.set(pair, nth + 1);
    return nth ? { enabled: true, type: nth % 2 ? "curvedCW" : "curvedCCW", roundness: 0.18 * Math.ceil(nth / 2) } : false;
  });
};

// With thousands of lines each must be fainter, or the middle of the picture is one blot.
const crowdOf = (count) => Math.min(1, Math.max(0.3, Math.sqrt(700 / Math.max(count, 1))));

const network = (() => {
  const bend = bends();
  const drawnLines = lines.map((line, i) => {
    const stroke = strokeOf(drawn.edges[i]);
    return Object.assign(line, {
      color: { color: stroke.color, opacity: stroke.opacity }, dashes: stroke.dashes.length ? stroke.dashes : false, width: stroke.width, smooth: bend[i],
    });
  });
  const options = JSON.parse(read("data-options"));
  options.interaction.hideEdgesOnDrag = drawn.edges.length > 6000;
  options.interaction.hideEdgesOnZoom = drawn.edges.length > 6000;
  options.interaction.keyboard.speed = { x: 14, y: 14, zoom: 0.03 };
  return new vis.Network(byId("network"), { nodes: new vis.DataSet(shapes), edges: new vis.DataSet(drawnLines) }, options);
})();

// vis adds and removes each item one by one when a DataView changes (a second at 5,000 nodes), so visibility is set on
// its own objects and announced once. The library is one known file, held by its checksum.
const showVisible = () => {
  for (const node of drawn.nodes) network.body.nodes[node.i].options.hidden = !node.visible;
  const crowd = crowdOf(drawn.edges.filter((edge) => edge.visible).length);
  for (const edge of drawn.edges) {
    const line = network.body.edges[edge.i];
    const stroke = strokeOf(edge);
    line.options.hidden = !edge.visible;
    line.options.width = stroke.width;
    line.options.color.color = stroke.color;
    line.options.color.opacity = stroke.opacity * crowd;
  }
  network.body.emitter.emit("_dataChanged");
};

const fitVisible = () => {
  const ids = drawn.nodes.filter((node) => node.visible).map((node) => node.i);
  if (!ids.length) return;
  network.fit({ nodes: ids, maxZoomLevel: 1.6, animation: false });
  network.moveTo({ scale: network.getScale() * 0.94, animation: false }); // room for the labels at the rim
};

let chosen = null; // a node or an edge
const lit = () => {
  if (chosen === null) return null;
  if (overview && !chosen.members && !chosen.lines) return standIns(chosen);
  if (isEdge(chosen)) return { nodes: [chosen.from, chosen.to], edges: [chosen], ringed: [chosen.from, chosen.to] };
  const around = chosen.lines.filter((edge) => edge.visible);
  return { nodes: around.map((edge) => otherEnd(edge, chosen)).concat([chosen]), edges: around, ringed: [chosen] };
};

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const widths = new Map();
const widthOf = (context, text, font) => {
  const key = font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
};

// Boxes already taken, in a coarse grid, so that a test looks at neighbours only.
class Taken {
  constructor() { this.cells = new Map(); }
  each(box, act) {
    for (let x = Math.floor(box[0] / 64); x <= Math.floor(box[2] / 64); x += 1) {
      for (let y = Math.floor(box[1] / 32); y <= Math.floor(box[3] / 32); y += 1) {
        if (act(x * 100003 + y)) return true;
      }
    }
    return false;
  }
  // Own shapes do not count, and none do for words that may stand on shapes.
  hits(box, but, onShapes) {
    return this.each(box, (cell) => (this.cells.get(cell) || []).some(([other, owner]) =>
      (owner === null || !(onShapes || owner === but)) && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
  }
  add(box, owner) {
    this.each(box, (cell) => {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([box, owner]);
      return false;
    });
  }
}

const byWeight = drawn.nodes.slice().sort((a, b) => kinds.get(b.kind).rank * (b.lines.length + 1) - kinds.get(a.kind).rank * (a.lines.length + 1) || a.i - b.i);

// Several regions: from afar each one's name stands, large and pale, at the middle of its agencies or above its plans.
const regions = new Map();
for (const node of overview ? plans : nodes) {
  const region = overview ? planOf(node).region : node.facts.region;
  if (!(overview || node.kind === "Agency") || !region) continue;
  if (!regions.has(region)) regions.set(region, []);
  regions.get(region).push(node);
}
const drawRegions = (context, spots, taken) => {
  if (regions.size < 2 || (drawn.nodes.length < 200 && !overview)) return;
  const font = "700 17px " + FONT;
  context.font = font;
  context.fillStyle = "#6b5a2e";
  regions.forEach((members, name) => {
    const seen = members.map((node) => spots[node.i]).filter(Boolean);
    const all = overview ? [].concat(...members.map((node) => [node].concat(node.lines.map((line) => line.from)))).map((node) => spots[node.i]).filter(Boolean) : seen;
    if (seen.length < (overview ? 2 : 3)) return;
    const wide = widthOf(context, name, font);
    const x = seen.reduce((sum, spot) => sum + spot.x, 0) / seen.length - wide / 2;
    const y = overview ? Math.min(...all.map((spot) => spot.y - spot.radius)) - 26 : seen.reduce((sum, spot) => sum + spot.y, 0) / seen.length;
    const box = [x - 4, y - 11, x + wide + 4, y + 11];
    if (taken.hits(box, null, true)) return;
    taken.add(box, null);
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
  });
};

// The words beside a shape, in one row or several, and where they may stand: below, right, above, left, the best first.
const labelOf = (node, scale) => (overview ? rowsOf(node, scale) : [node === chosen && node.kind !== "Agency" ? node.name.slice(0, 28) : node.short]);
const SIDES = [0, 1, 2, 3];

// The number of tasks on each line that is lit, where there is room.
const drawCounts = (context, bundles, spots, taken) => {
  const font = "600 12px " + FONT;
  context.font = font;
  for (const bundle of bundles) {
    const [from, to] = [spots[bundle.from.i], spots[bundle.to.i]];
    if (!from || !to) continue;
    const text = String(bundle.count);
    const half = widthOf(context, text, font) / 2 + 2;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const box = [x - half, y - 8, x + half, y + 8];
    if (taken.hits(box, null)) continue;
    taken.add(box, null);
    context.fillStyle = "#1c2733";
    context.strokeText(text, x - half + 2, y);
    context.fillText(text, x - half + 2, y);
  }
};

const LEGIBLE = 3.6; // radius on the screen below which a task or target is a dot among many, and its label noise
let labelZoom = 1; // larger in the exported picture, which is looked at from further away
const drawLabels = (context, boxWidth, boxHeight, boxRatio) => {
  const width = boxWidth / labelZoom;
  const height = boxHeight / labelZoom;
  const ratio = boxRatio * labelZoom;
  const light = lit();
  const first = new Set(light ? light.ringed.concat(light.nodes) : []);
  const scale = network.getScale() / labelZoom;
  const order = Array.from(first).concat(light ? [] : byWeight);
  const taken = new Taken();
  const spots = [];
  for (const node of light ? light.nodes : drawn.nodes) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    const spot = network.canvasToDOM({ x: shape.x, y: shape.y });
    spot.x /= labelZoom;
    spot.y /= labelZoom;
    if (spot.x < -20 || spot.y < -20 || spot.x > width + 20 || spot.y > height + 20) continue;
    const radius = Math.max(node.size * scale, 1.5);
    spots[node.i] = { x: spot.x, y: spot.y, radius };
    if (radius >= LEGIBLE || node.kind === "Agency" || node.kind === "Plan") taken.add([spot.x - radius * 0.9, spot.y - radius * 0.9, spot.x + radius * 0.9, spot.y + radius * 0.9], node);
  }
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = "rgba(255, 255, 255, 0.94)";
  if (!light && scale < 0.6) drawRegions(context, spots, taken);
  let tried = 0;
  for (const node of order) {
    const spot = spots[node.i];
    if (!spot || !node.visible) continue;
    if (!light && spot.radius < LEGIBLE && (node.kind === "Task" || node.kind === "Target")) continue;
    if ((tried += 1) > 900) break;
    const large = node.kind === "Agency" || node.kind === "Plan";
    const font = (node === chosen || large ? "600 " : "") + (large ? 13 : 12) + "px " + FONT;
    context.font = font;
    const rows = labelOf(node, scale);
    const wide = Math.max(...rows.map((row) => widthOf(context, row, font)));
    const half = node.file ? 7 : 8 * rows.length;
    const gap = (light && light.ringed.includes(node) ? node.size * 1.5 * scale + 4 * scale + 4 : spot.radius + 4);
    const places = [[spot.x - wide / 2, spot.y + gap + half - 1], [spot.x + gap, spot.y], [spot.x - wide / 2, spot.y - gap - half + 1], [spot.x - gap - wide, spot.y]];
    let sides = node.sides || SIDES;
    let tries = 0;
    if (node.own) {
      places.push([spot.x - wide / 2, Math.min(...node.lines.map((line) => spots[line.from.i]).filter(Boolean).map((leaf) => leaf.y - leaf.radius)) - 20 - half]);
      sides = [4].concat(sides);
    }
    const anyhow = node.kind === "Plan" && !node.file ? [0] : []; // a plan's title may stand on shapes rather than not at all
    for (const side of sides.concat(anyhow)) {
      const [left, middle] = places[side];
      tries += 1;
      const x = Math.min(Math.max(left, 4), width - wide - 4);
      const y = Math.min(Math.max(middle, 10), height - 10);
      if (Math.abs(x - left) > wide / 2 + 20 || Math.abs(y - middle) > 20) continue;
      const box = [x - 2, y - half, x + wide + 2, y + half];
      if (taken.hits(box, x === left && y === middle ? node : undefined, tries > sides.length)) continue; // pushed in from the edge, it may lie on its own shape
      taken.add(box, null);
      context.fillStyle = node.kind === "Agency" ? "#10324a" : node.kind === "Plan" ? "#5a4316" : "#3a4652";
      rows.forEach((row, n) => {
        const slack = wide - widthOf(context, row, font);
        const at = x + (side === 1 ? 0 : side === 3 ? slack : slack / 2);
        context.strokeText(row, at, y - half + 16 * n + 8);
        context.fillText(row, at, y - half + 16 * n + 8);
      });
      break;
    }
  }
  if (light && overview) drawCounts(context, light.edges, spots, taken);
  context.restore();
};

// A veil over everything, and what is chosen drawn again on top: nothing has to be restyled, whatever the size.
const drawHighlight = (context) => {
  const light = lit();
  if (!light) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = "rgba(255, 255, 255, 0.8)";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  // From afar the lines of an overview are hairlines; those that are lit keep the width of a pen.
  const pen = overview ? Math.max(1, 0.7 / network.getScale()) : 1;
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
  for (const node of light.ringed) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    context.beginPath();
    context.arc(shape.x, shape.y, node.size * 1.5 + 4, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = "#1c2733";
    context.stroke();
  }
};

network.on("beforeDrawing", (context) => {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
});
network.on("afterDrawing", (context) => {
  drawHighlight(context);
  const frame = network.canvas.frame.canvas;
  const middle = network.getViewPosition();
  byId("network").dataset.view = [network.getScale(), middle.x, middle.y].map((value) => value.toFixed(4)).join(" ");
  drawLabels(context, frame.clientWidth, frame.clientHeight, frame.width / frame.clientWidth);
});

// A line as the map draws it, for legends.
const drawSample = (context, x, y, length, stroke) => {
  context.save();
  context.globalAlpha = stroke.opacity;
  context.strokeStyle = stroke.color;
  context.lineWidth = stroke.width;
  context.setLineDash(stroke.dashes);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + length, y);
  context.stroke();
  context.restore();
};
