// The map, put together: what clicks and keys do, and in which order the page fills.

import { byId } from "./common/dom.js";
import { content, nodes, words } from "./map/data.js";
import { chosen, drawn } from "./map/overview.js";
import { drawHighlight, drawRing, loaded, network, recolour, redrawSoon } from "./map/canvas.js";
import { fitVisible } from "./map/fitting.js";
import { drawLabels } from "./map/labels.js";
import { widths } from "./map/writing.js";
import { canStandAround } from "./map/around.js";
import { choose } from "./map/panel.js";
import { applyFilters, beginLists } from "./map/filters.js";
import { buildLegend } from "./map/legend.js";
import "./map/minimap.js";
import { whenColoursChange } from "./map/colours.js";
import { isGroup, toggleGroup } from "./map/levels.js";
import { thingAt, walk } from "./map/pointing.js";
import { WAYS } from "./map/ways.js";
import { goAround, route, showNotice, startAround } from "./map/scenes.js";
import { showView } from "./map/views.js";

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
byId("key").addEventListener("click", (event) => {
  const row = /** @type {Element} */ (event.target).closest("button");
  const shape = row && drawn.nodes.find((node) => String(node.i) === row.dataset.shape);
  if (shape) choose(shape, "", true);
});
byId("show-map").addEventListener("click", () => showView("map"));
byId("show-table").addEventListener("click", () => showView("table"));
byId("fit").addEventListener("click", () => {
  showView("map");
  fitVisible();
});

/** @param {number} factor */
const zoomBy = (factor) => network.moveTo({ scale: Math.min(8, Math.max(0.02, network.getScale() * factor)), animation: false });
byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));

// Shift and an arrow go to the nearest shape that way, Enter draws what stands around it.
byId("network").addEventListener("keydown", (event) => {
  const way = WAYS.get(event.key);
  if (event.shiftKey && way) {
    event.preventDefault();
    event.stopPropagation();
    walk(way);
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
if (content.focus !== undefined) startAround(/** @type {import("./map/around.js").Centre} */ (nodes[content.focus]));
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
