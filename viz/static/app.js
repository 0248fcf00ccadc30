// Everything put together: clicks, the two views, the picture as a file.

import { byId } from "./common/dom.js";
import { content, nodes, words } from "./data.js";
import { chosen, drawn } from "./overview.js";
import { drawHighlight, drawRing, fitVisible, loaded, network, recolour, redrawSoon } from "./canvas.js";
import { byWeight, drawLabels, widths } from "./labels.js";
import { canStandAround } from "./around.js";
import { choose } from "./panel.js";
import { applyFilters, beginLists } from "./filters.js";
import { showTable, tableBox } from "./table.js";
import { buildLegend } from "./legend.js";
import "./minimap.js";
import { whenColoursChange } from "./colours.js";
import { isGroup, toggleGroup } from "./levels.js";
import { goAround, route, showNotice, startAround } from "./scenes.js";

export const showView = (name) => {
  const table = name === "table";
  tableBox.hidden = !table;
  document.body.classList.toggle("tabled", table);
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

network.on("afterDrawing", (context) => {
  drawHighlight(context);
  if (drawn.centre) drawRing(context, drawn.centre);
  const frame = network.canvas.frame.canvas;
  const middle = network.getViewPosition();
  byId("network").dataset.view = [network.getScale(), middle.x, middle.y].map((value) => value.toFixed(4)).join(" ");
  drawLabels(context, frame.clientWidth, frame.clientHeight, frame.width / frame.clientWidth);
});

network.on("doubleClick", (event) => {
  const thing = thingAt(event.pointer.DOM);
  if (thing !== null && thing !== drawn.centre && canStandAround(thing)) goAround(thing);
});
network.on("click", (event) => {
  const thing = thingAt(event.pointer.DOM);
  if (isGroup(thing)) toggleGroup(thing);
  else choose(thing, "", true);
});
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

const zoomBy = (factor) => network.moveTo({ scale: Math.min(8, Math.max(0.02, network.getScale() * factor)), animation: false });
byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));

// From shape to shape by keyboard: Shift and an arrow go to the nearest one that way, Enter draws what stands around it.
const WAYS = new Map([["ArrowRight", [1, 0]], ["ArrowLeft", [-1, 0]], ["ArrowDown", [0, 1]], ["ArrowUp", [0, -1]]]);
const walk = ([right, down]) => {
  const start_ = drawn.nodes.includes(chosen) ? chosen : byWeight.find((node) => node.visible);
  if (!start_) return;
  if (start_ !== chosen) {
    choose(start_);
    return;
  }
  let best = null;
  let least = Infinity;
  for (const node of drawn.nodes) {
    if (!node.visible || node === start_) continue;
    const [x, y] = [node.at.x - start_.at.x, node.at.y - start_.at.y];
    const ahead = x * right + y * down;
    const beside = Math.abs(x * down - y * right);
    if (ahead <= 0 || beside > 1.5 * ahead) continue;
    const far = ahead + 2 * beside;
    if (far < least) {
      least = far;
      best = node;
    }
  }
  if (best) choose(best);
};
byId("network").addEventListener("keydown", (event) => {
  if (event.shiftKey && WAYS.has(event.key)) {
    event.preventDefault();
    event.stopPropagation();
    walk(WAYS.get(event.key));
  } else if (event.key === "Enter" && isGroup(chosen)) {
    event.preventDefault();
    toggleGroup(chosen);
  } else if (event.key === "Enter" && chosen !== null && canStandAround(chosen) && chosen !== drawn.centre) {
    event.preventDefault();
    goAround(chosen);
  }
}, true);

// The box that vis made is the one that takes its keys: arrows pan, + and - zoom.
network.canvas.frame.setAttribute("role", "application");
network.canvas.frame.setAttribute("aria-label", words.map_keys);

// The picture first, the legend and the lists once it stands.
network.once("afterDrawing", () => {
  performance.mark("drawn");
  document.documentElement.setAttribute("data-drawn", "true");
  setTimeout(beginLists, 0);
});
showNotice();
if (content.focus !== undefined) startAround(nodes[content.focus]);
route();
if (loaded === null) applyFilters(true);
whenColoursChange(() => {
  recolour();
  buildLegend();
});
// Fonts may arrive after the first drawing; widths measured before that are wrong.
if (document.fonts.status !== "loaded") {
  document.fonts.ready.then(() => {
    widths.clear();
    redrawSoon();
  });
}
