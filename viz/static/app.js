// Everything put together: clicks, the two views, the picture as a file.

const showView = (name) => {
  const table = name === "table";
  tableBox.hidden = !table;
  document.body.className = table ? "tabled" : "";
  byId("show-map").setAttribute("aria-pressed", String(!table));
  byId("show-table").setAttribute("aria-pressed", String(table));
  if (table) showTable();
};

// A finger's width around the pointer, the nearest shape first, then lines.
const thingAt = (spot) => {
  const scale = network.getScale();
  const at = network.DOMtoCanvas(spot);
  let best = null;
  let nearest = Infinity;
  for (const node of drawn.nodes) {
    if (!node.visible) continue;
    const shape = network.body.nodes[node.i];
    const distance = Math.hypot(shape.x - at.x, shape.y - at.y) - node.size;
    if (distance < 4 / scale && distance < nearest) {
      best = node;
      nearest = distance;
    }
  }
  if (best) return best;
  for (const edge of drawn.edges) {
    if (!edge.visible) continue;
    const line = network.body.edges[edge.i];
    const distance = line.edgeType.getDistanceToEdge(line.from.x, line.from.y, line.to.x, line.to.y, at.x, at.y);
    if (distance < 6 / scale && distance < nearest) {
      best = edge;
      nearest = distance;
    }
  }
  return best;
};

network.on("click", (event) => choose(thingAt(event.pointer.DOM), "", true));
byId("network").addEventListener("mousemove", (event) => {
  if (drawn.nodes.length + drawn.edges.length > 8000 || event.buttons) return;
  byId("network").style.cursor = thingAt({ x: event.offsetX, y: event.offsetY }) ? "pointer" : "grab";
});
byId("show-map").addEventListener("click", () => showView("map"));
byId("show-table").addEventListener("click", () => showView("table"));
byId("fit").addEventListener("click", () => {
  showView("map");
  fitVisible();
});

const PICTURE = { width: 2400, height: 1600, head: 96, foot: 120 };

// Draw the map once in a larger box, with its title above and its legend below, then put everything back.
const picture = () => {
  const box = byId("network");
  const view = { position: network.getViewPosition(), scale: network.getScale() };
  box.style.right = box.style.bottom = "auto";
  network.setSize(PICTURE.width + "px", PICTURE.height + "px");
  labelZoom = 1.5;
  fitVisible();
  network.redraw();
  const canvas = make("canvas");
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.head + PICTURE.height + PICTURE.foot;
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(network.canvas.frame.canvas, 0, PICTURE.head, PICTURE.width, PICTURE.height);
  context.fillStyle = "#1c2733";
  context.textBaseline = "middle";
  context.font = "700 40px " + FONT;
  context.fillText(document.title, 40, 48, 1300);
  context.font = "22px " + FONT;
  context.textAlign = "right";
  context.fillText(byId("count").textContent, PICTURE.width - 40, 52, 1000);
  context.textAlign = "left";
  let x = 40;
  let y = PICTURE.head + PICTURE.height + 34;
  const item = (width, draw, text) => {
    const whole = width + 12 + context.measureText(text).width + 36;
    if (x + whole > PICTURE.width - 40) {
      x = 40;
      y += 48;
    }
    draw(x, y);
    context.fillStyle = "#1c2733";
    context.fillText(text, x + width + 12, y);
    x += whole;
  };
  const mark = (text, colour) => (left, middle) => {
    context.fillStyle = colour;
    context.fillText(text, left, middle);
  };
  const stroke = (style) => (left, middle) => drawSample(context, left, middle, 64, style);
  for (const kind of drawnKinds) {
    item(22, mark(kind.glyph, kind.colour), kind.caption);
    if (hollowCaption(kind)) item(22, mark(kind.hollow, kind.colour), hollowCaption(kind));
  }
  for (const role of drawnRoles) item(64, stroke({ color: role.colour, width: role.width * 1.6, dashes: [], opacity: 1 }), role.caption);
  if (overview) for (const count of SAMPLES) item(64, stroke({ color: "#3a4652", width: widthFor(count), dashes: [], opacity: 1 }), say("tasks_n", { n: count }));
  else {
    for (const basis of content.bases) item(64, stroke({ color: "#3a4652", width: 2.6, dashes: basis.dashes, opacity: 1 }), basis.caption);
    item(64, stroke({ color: "#3a4652", width: 1.3, dashes: [], opacity: 0.5 }), words.inherited_line);
  }
  labelZoom = 1;
  box.style.right = box.style.bottom = "";
  network.setSize("100%", "100%");
  network.redraw();
  network.moveTo(Object.assign(view, { animation: false }));
  return canvas;
};

byId("png").addEventListener("click", () => picture().toBlob((blob) => {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = document.title.replace(/[\\/:*?"<>|\s]+/g, "_") + ".png";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}, "image/png"));

// The box that vis made is the one that takes its keys: arrows pan, + and - zoom.
network.canvas.frame.setAttribute("role", "application");
network.canvas.frame.setAttribute("aria-label", words.map_keys);

if (overview) {
  document.documentElement.className = "overview";
  byId("notice").textContent = overviewNotice();
  byId("notice").hidden = false;
  network.setSize("100%", "100%");
}
buildLegend();
applyFilters(true);
showStart();
// Fonts of the system may arrive after the first drawing; widths measured before that are wrong.
document.fonts.ready.then(() => {
  widths.clear();
  network.redraw();
  document.documentElement.setAttribute("data-drawn", "true");
});
