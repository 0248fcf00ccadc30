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
