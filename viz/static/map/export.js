// The picture as a file and on paper: PNG and SVG of what is seen, and for the printer the whole map with its title,
// legend, date and counts on one page, and the table on those that follow.

import { copied } from "../common/copying.js";
import { byId, clear, make } from "../common/dom.js";
import { content, isShape, lightOf, nameOf, nodes, say, words } from "./data.js";
import { chosen, drawn, drawnKinds, drawnRoles, SAMPLES, widthFor } from "./overview.js";
import { drawSample, network, recolour, showVisible } from "./canvas.js";
import { aroundScene } from "./around.js";
import { weigh } from "./weights.js";
import { fitVisible } from "./fitting.js";
import { onPaper } from "./colours.js";
import { keyed, keyRows, keyTitle } from "./key.js";
import { FONT, setLabelZoom } from "./writing.js";
import { off } from "./filters.js";
import { hollowCaption } from "./legend.js";
import { today } from "./deadlines.js";
import { rowsNow, tableNow } from "./table.js";
import { rowsTold, textsOf, wideClass } from "./tables.js";
import { addressOf } from "./address.js";
import { notices, stand } from "./scenes.js";
import { svgOf } from "./svg.js";
import { showView } from "./views.js";

/** @import { Stroke } from "./canvas.js" */
/** @import { Scene } from "./overview.js" */
/** @typedef {(context: CanvasRenderingContext2D, left: number, middle: number) => void} Draw */
/** @typedef {[width: number, draw: Draw, text: string]} LegendItem */

const SHEET_WIDTH = 2400;
const HEAD = 96;
const FOOT = 120;
const PAPER = 1332; // height of the map and of what is noted above it, on a page
const HEAD_WIDE = 1200;
const ZOOMED = 1.5; // names on paper
const NOTICE = 36; // height of a note
const [KEY_ROW, KEY_COLUMNS, KEY_SIGNS] = [32, 5, 16];
const keyHeight = () => (keyed.length ? KEY_ROW * (Math.ceil(keyed.length / KEY_COLUMNS) + 1) + 12 : 0);

/**
 * What a legend says, each as its width, how it is drawn, and its words.
 * @type {() => LegendItem[]}
 */
const legendItems = () => {
  /** @type {(text: string, colour: string) => Draw} */
  const mark = (text, colour) => (context, left, middle) => {
    context.fillStyle = colour;
    context.fillText(text, left, middle);
  };
  /** @type {(style: Stroke) => Draw} */
  const stroke = (style) => (context, left, middle) => drawSample(context, left, middle, 64, style);
  /** @type {LegendItem[]} */
  const items = [];
  for (const kind of drawnKinds().filter((item) => !off.kinds.has(item.name))) {
    items.push([22, mark(kind.glyph, kind.colour), kind.caption]);
    if (hollowCaption(kind)) items.push([22, mark(kind.hollow, kind.hollow_colour), hollowCaption(kind)]);
  }
  if (!drawn.bundled) for (const light of content.lights) if (nodes.some((node) => node.visible && lightOf(node) === light)) items.push([22, mark("●", light.colour), words["light_" + light.name]]);
  for (const role of drawnRoles().filter((item) => document.getElementById("role-" + item.name) && !off.roles.has(item.name))) {
    items.push([64, stroke({ color: role.colour, width: role.width * 1.6, dashes: [], opacity: 1, mark: drawn.bundled && role.name !== "LEADS" ? "" : role.mark }), role.caption]);
  }
  if (drawn.bundled) for (const count of SAMPLES) items.push([64, stroke({ color: "#3a4652", width: widthFor(count), dashes: [], opacity: 1 }), say("tasks_n", { n: count })]);
  else {
    for (const basis of content.bases) items.push([64, stroke({ color: "#3a4652", width: 2.6, dashes: basis.dashes, opacity: 1 }), basis.caption]);
    items.push([64, stroke({ color: "#3a4652", width: 1.3, dashes: [], opacity: 0.5 }), words.inherited_line]);
  }
  return items;
};

const headOf = () => document.title + (drawn.centre && !document.title.includes(nameOf(drawn.centre)) ? "　" + nameOf(drawn.centre) : "");

/**
 * Draw the map once in a larger box, as it is seen or as a whole, and then put everything back.
 * @template T
 * @param {number} height
 * @param {boolean} whole
 * @param {() => T} act
 */
const enlarged = (height, whole, act) => {
  const box = byId("network");
  const frame = network.canvas.frame.canvas;
  const view = { position: network.getViewPosition(), scale: network.getScale() };
  const zoom = Math.min(SHEET_WIDTH / frame.clientWidth, height / frame.clientHeight);
  box.style.right = box.style.bottom = "auto";
  setLabelZoom(whole ? ZOOMED : zoom);
  // The whole shares its page with the key; a smaller picture may need more letters, once or twice.
  for (let [round, room] = [0, 0]; round < 4; round += 1) {
    network.setSize(SHEET_WIDTH + "px", height - room + "px");
    if (whole) fitVisible(true);
    else network.moveTo({ position: view.position, scale: view.scale * zoom, animation: false });
    network.redraw();
    if (!whole || keyHeight() <= room) break;
    room = keyHeight();
  }
  const result = act();
  setLabelZoom(1);
  box.style.right = box.style.bottom = "";
  network.setSize("100%", "100%");
  network.redraw();
  network.moveTo(Object.assign(view, { animation: false }));
  network.redraw();
  return result;
};

/**
 * What stands around one thing was made for the window, and is made anew for the width of paper.
 * @template T
 * @param {number} height
 * @param {() => T} act
 */
const madeForPaper = (height, act) => {
  const before = drawn;
  const view = { position: network.getViewPosition(), scale: network.getScale(), animation: false };
  /** @type {(scene: Scene) => void} */
  const show = (scene) => {
    stand(scene);
    weigh();
    showVisible();
  };
  if (before.centre) show(aroundScene(before.centre, { clientWidth: SHEET_WIDTH / ZOOMED, clientHeight: height / ZOOMED }));
  const result = act();
  if (before.centre) {
    show(before);
    network.moveTo(view);
  }
  return result;
};

/** @type {(height: number, whole: boolean) => HTMLCanvasElement} */
const picture = (height, whole) => onPaper(recolour, () => enlarged(height, whole, () => {
  const canvas = make("canvas");
  const warned = notices();
  const head = HEAD + NOTICE * warned.length;
  const high = network.canvas.frame.canvas.clientHeight;
  canvas.width = SHEET_WIDTH;
  canvas.height = whole ? head + height + FOOT : head + high + keyHeight() + FOOT;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(network.canvas.frame.canvas, 0, head, SHEET_WIDTH, high);
  context.fillStyle = "#1c2733";
  context.textBaseline = "middle";
  context.font = "700 40px " + FONT;
  context.fillText(asFits(context, headOf(), HEAD_WIDE), 40, 48);
  context.font = "22px " + FONT;
  context.textAlign = "right";
  context.fillText(byId("count").textContent + "　" + today, SHEET_WIDTH - 40, 52, 1100);
  context.textAlign = "left";
  warned.forEach((text, n) => context.fillText(text, 40, HEAD + NOTICE * (n + 0.4), SHEET_WIDTH - 80));
  const keyTop = head + high + KEY_ROW / 2 + 4;
  if (keyed.length) context.fillText(keyTitle(), 40, keyTop);
  for (const { text, column, row } of keyRows(KEY_COLUMNS, KEY_SIGNS)) context.fillText(text, 40 + (column * (SHEET_WIDTH - 80)) / KEY_COLUMNS, keyTop + KEY_ROW * (row + 1));
  let x = 40;
  let y = canvas.height - FOOT + 34;
  for (const [width, draw, text] of legendItems()) {
    const wide = width + 12 + context.measureText(text).width + 36;
    if (x + wide > SHEET_WIDTH - 40) {
      x = 40;
      y += 48;
    }
    draw(context, x, y);
    context.fillStyle = "#1c2733";
    context.fillText(text, x + width + 12, y);
    x += wide;
  }
  return canvas;
}));

/**
 * As much of a text as has room; the page of the table has all of it.
 * @type {(context: CanvasRenderingContext2D, text: string, room: number) => string}
 */
const asFits = (context, text, room) => {
  if (context.measureText(text).width <= room) return text;
  let length = text.length - 1;
  while (length > 1 && context.measureText(text.slice(0, length) + "…").width > room) length -= 1;
  return text.slice(0, length) + "…";
};
const seenHeight = () => {
  const frame = network.canvas.frame.canvas;
  return Math.round((SHEET_WIDTH * frame.clientHeight) / Math.max(1, frame.clientWidth));
};

/** @type {(blob: Blob, ending: string) => void} */
export const save = (blob, ending) => {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = headOf().replace(/[\\/:*?"<>|\s]+/g, "_") + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

byId("png").addEventListener("click", () => {
  showView("map");
  picture(seenHeight(), false).toBlob((blob) => { if (blob) save(blob, ".png"); }, "image/png");
});

byId("svg").addEventListener("click", () => {
  showView("map");
  const file = onPaper(recolour, () => svgOf(headOf(), byId("count").textContent + "　" + today, legendItems().map((item) => item[2]).join("　")));
  save(new Blob([file], { type: "image/svg+xml" }), ".svg");
});

// On paper: the whole map on the first page, then the table that is chosen, every row of it.
const forPaper = () => {
  const sheet = clear(byId("paper"));
  const hidden = byId("stage").offsetHeight === 0;
  const height = PAPER - NOTICE * notices().length;
  if (!hidden) sheet.appendChild(madeForPaper(height, () => picture(height, true)));
  const table = tableNow();
  sheet.appendChild(make("h2", "", headOf() + "　" + table.title));
  const rows = rowsNow();
  sheet.appendChild(make("p", "quiet", rowsTold(rows.length, table.rows().length) + "　" + today));
  for (const text of notices()) sheet.appendChild(make("p", "", text));
  sheet.appendChild(make("table", "", [
    make("thead", "", make("tr", "", table.heads.map((text) => make("th", "", text)))),
    make("tbody", "", rows.map((row) => make("tr", "", textsOf(row).map((text) => make("td", wideClass(text), text))))),
  ]));
};
window.addEventListener("beforeprint", forPaper);
window.addEventListener("afterprint", () => clear(byId("paper")));
byId("print").addEventListener("click", () => window.print());

// The address of what is chosen, to pass on.
byId("link").addEventListener("click", () => {
  const thing = isShape(chosen) && ["Agency", "Task", "Plan"].includes(chosen.kind) ? chosen : drawn.centre;
  const text = location.href.split("#")[0] + (thing ? addressOf(thing) : "");
  copyText(text, byId("link"));
});
/**
 * Copy a text; the button that was pressed says so.
 * @type {(text: string, near: HTMLElement) => void}
 */
export const copyText = (text, near) => {
  const before = near.textContent;
  copied(text).then((done) => {
    near.textContent = done ? words.copied : words.not_copied;
    setTimeout(() => { near.textContent = before; }, 1500);
  });
};
