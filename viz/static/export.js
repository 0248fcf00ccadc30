// The picture as a file and on paper: PNG and SVG of what is seen, and for the printer the whole map with its title,
// legend, date and counts on one page, and the table on those that follow.

import { byId, clear, make } from "./common/dom.js";
import { content, isEdge, kinds, lightOf, nodes, say, words } from "./data.js";
import { chosen, drawn, drawnKinds, drawnRoles, SAMPLES, widthFor } from "./overview.js";
import { drawSample, fitVisible, network, rankOf, strokeOf, recolour } from "./canvas.js";
import { onPaper } from "./colours.js";
import { FONT, ink, setLabelZoom, spotsOf } from "./labels.js";
import { off } from "./filters.js";
import { hollowCaption } from "./legend.js";
import { today } from "./deadlines.js";
import { rowsNow, tableKind, TABLES } from "./table.js";
import { addressOf, nameOf, notices } from "./scenes.js";
import { showView } from "./app.js";

const SHEET_WIDTH = 2400;
const HEAD = 96;
const FOOT = 120;

// What a legend says, each as its width, how it is drawn, and its words.
const legendItems = () => {
  const mark = (text, colour) => (context, left, middle) => {
    context.fillStyle = colour;
    context.fillText(text, left, middle);
  };
  const stroke = (style) => (context, left, middle) => drawSample(context, left, middle, 64, style);
  const items = [];
  for (const kind of drawnKinds().filter((item) => !off.kinds.has(item.name))) {
    items.push([22, mark(kind.glyph, kind.colour), kind.caption]);
    if (hollowCaption(kind)) items.push([22, mark(kind.hollow, kind.hollow_colour), hollowCaption(kind)]);
  }
  if (!drawn.bundled) for (const light of content.lights) if (nodes.some((node) => node.visible && lightOf(node) === light)) items.push([22, mark("●", light.colour), words["light_" + light.name]]);
  for (const role of drawnRoles().filter((item) => byId("role-" + item.name) && !off.roles.has(item.name))) {
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

// Draw the map once in a larger box, as it is seen or as a whole, and then put everything back.
const enlarged = (height, whole, act) => {
  const box = byId("network");
  const frame = network.canvas.frame.canvas;
  const view = { position: network.getViewPosition(), scale: network.getScale() };
  const zoom = Math.min(SHEET_WIDTH / frame.clientWidth, height / frame.clientHeight);
  box.style.right = box.style.bottom = "auto";
  network.setSize(SHEET_WIDTH + "px", height + "px");
  setLabelZoom(whole ? 1.5 : zoom);
  if (whole) fitVisible();
  else network.moveTo({ position: view.position, scale: view.scale * zoom, animation: false });
  network.redraw();
  const result = act();
  setLabelZoom(1);
  box.style.right = box.style.bottom = "";
  network.setSize("100%", "100%");
  network.redraw();
  network.moveTo(Object.assign(view, { animation: false }));
  network.redraw();
  return result;
};

const picture = (height, whole) => onPaper(recolour, () => enlarged(height, whole, () => {
  const canvas = make("canvas");
  canvas.width = SHEET_WIDTH;
  canvas.height = HEAD + height + FOOT;
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(network.canvas.frame.canvas, 0, HEAD, SHEET_WIDTH, height);
  context.fillStyle = "#1c2733";
  context.textBaseline = "middle";
  context.font = "700 40px " + FONT;
  context.fillText(headOf(), 40, 48, 1200);
  context.font = "22px " + FONT;
  context.textAlign = "right";
  context.fillText(byId("count").textContent + "　" + today, SHEET_WIDTH - 40, 52, 1100);
  context.textAlign = "left";
  let x = 40;
  let y = HEAD + height + 34;
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

const seenHeight = () => {
  const frame = network.canvas.frame.canvas;
  return Math.round((SHEET_WIDTH * frame.clientHeight) / Math.max(1, frame.clientWidth));
};

export const save = (blob, ending) => {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = headOf().replace(/[\\/:*?"<>|\s]+/g, "_") + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

byId("png").addEventListener("click", () => {
  showView("map");
  picture(seenHeight(), false).toBlob((blob) => save(blob, ".png"), "image/png");
});

// SVG: the same lines, shapes and words, as shapes that a drawing program can change.
const safe = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const rounded = (value) => Math.round(value * 10) / 10;
const points = (pairs) => pairs.map((pair) => pair.map(rounded).join(",")).join(" ");
const ringOf = (x, y, radius, count, turn) => Array.from({ length: count }, (none, n) => [x + radius * Math.cos(turn + (2 * Math.PI * n) / count), y + radius * Math.sin(turn + (2 * Math.PI * n) / count)]);
const svgShape = (node, spot) => {
  const kind = kinds.get(node.look || node.kind);
  const light = lightOf(node);
  const paint = light ? 'fill="' + light.colour + '" stroke="' + (node.hollow ? kind.hollow_colour : "#3a4652") + '"' : node.hollow ? 'fill="#ffffff" stroke="' + kind.hollow_colour + '" stroke-width="2"' : 'fill="' + kind.colour + '"';
  const { x, y, radius } = spot;
  const title = "<title>" + safe(nameOf(node)) + "</title>";
  if (node.kind === "Task") return '<circle cx="' + rounded(x) + '" cy="' + rounded(y) + '" r="' + rounded(radius) + '" ' + paint + ">" + title + "</circle>";
  const corners = (node.look || node.kind) === "Agency" ? [[x - radius, y - radius], [x + radius, y - radius], [x + radius, y + radius], [x - radius, y + radius]]
    : node.kind === "Industry" ? ringOf(x, y, radius, 3, -Math.PI / 2) : node.kind === "Target" ? ringOf(x, y, radius, 4, 0) : ringOf(x, y, radius, 6, 0);
  return '<polygon points="' + points(corners) + '" ' + paint + ">" + title + "</polygon>";
};
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
const svg = () => onPaper(recolour, () => {
  network.redraw();
  const frame = network.canvas.frame.canvas;
  const [width, height, scale] = [frame.clientWidth, frame.clientHeight, network.getScale()];
  const spots = spotsOf(drawn.nodes, scale, Infinity, Infinity);
  const body = [];
  for (const edge of drawn.edges.slice().sort((a, b) => rankOf(a) - rankOf(b) || a.i - b.i)) {
    const [from, to] = [spots[edge.from.i], spots[edge.to.i]];
    if (edge.visible && from && to) body.push(svgLine(edge, from, to, scale));
  }
  for (const node of drawn.nodes) if (node.visible && spots[node.i]) body.push(svgShape(node, spots[node.i]));
  const family = safe(FONT.replace(/"/g, "'"));
  for (const item of ink) {
    if (item.line) body.push('<line x1="' + rounded(item.line[0]) + '" y1="' + rounded(item.line[1]) + '" x2="' + rounded(item.line[2]) + '" y2="' + rounded(item.line[3]) + '" stroke="#3a4652"/>');
    else if (item.box) body.push('<rect x="' + rounded(item.box[0]) + '" y="' + rounded(item.box[1]) + '" width="' + rounded(item.box[2] - item.box[0]) + '" height="' + rounded(item.box[3] - item.box[1]) + '" fill="#ffffff" stroke="#c3cbd3"/>');
    else body.push('<text x="' + rounded(item.x) + '" y="' + rounded(item.y) + '" font-size="' + item.size + '" font-weight="' + item.weight + '" fill="' + item.fill + '" stroke="#ffffff" stroke-width="' + (item.plain ? 0 : 3) + '" paint-order="stroke" dominant-baseline="central">' + safe(item.text) + "</text>");
  }
  const legendText = legendItems().map((item) => item[2]).join("　");
  return '<svg xmlns="\x68ttp://www.w3.org/2000/svg" viewBox="0 -44 ' + width + " " + (height + 88) + '" width="' + width + '" height="' + (height + 88) + '" font-family="' + family + '"><rect x="0" y="-44" width="' + width + '" height="' + (height + 88) + '" fill="#ffffff"/>'
    + '<text x="12" y="-20" font-size="18" font-weight="700">' + safe(headOf()) + "</text>" + body.join("")
    + '<text x="12" y="' + (height + 16) + '" font-size="11">' + safe(byId("count").textContent + "　" + today) + '</text><text x="12" y="' + (height + 34) + '" font-size="11">' + safe(legendText) + "</text></svg>";
});
byId("svg").addEventListener("click", () => {
  showView("map");
  save(new Blob([svg()], { type: "image/svg+xml" }), ".svg");
});

// On paper: the whole map on the first page, then the table that is chosen, every row of it.
const forPaper = () => {
  const sheet = clear(byId("paper"));
  const hidden = byId("stage").offsetHeight === 0;
  if (!hidden) sheet.appendChild(picture(1332, true));
  sheet.appendChild(make("h2", "", headOf() + "　" + TABLES[tableKind].title()));
  const rows = rowsNow();
  sheet.appendChild(make("p", "quiet", say("rows", { n: rows.length, all: TABLES[tableKind].all().length }) + "　" + today));
  for (const text of notices()) sheet.appendChild(make("p", "", text));
  const table = sheet.appendChild(make("table"));
  const head = table.appendChild(make("thead")).appendChild(make("tr"));
  for (const text of TABLES[tableKind].heads()) head.appendChild(make("th", "", text));
  const body = table.appendChild(make("tbody"));
  for (const row of rows) {
    const line = body.appendChild(make("tr"));
    for (const cell of TABLES[tableKind].row(row)) line.appendChild(make("td", "", cell instanceof Node ? cell.textContent : cell));
  }
};
window.addEventListener("beforeprint", forPaper);
window.addEventListener("afterprint", () => clear(byId("paper")));
byId("print").addEventListener("click", () => window.print());

// The address of what is chosen, to pass on.
byId("link").addEventListener("click", () => {
  const thing = chosen !== null && !isEdge(chosen) && !chosen.members && (chosen.kind === "Agency" || chosen.kind === "Task" || chosen.kind === "Plan") ? chosen : drawn.centre;
  const text = location.href.split("#")[0] + (thing ? addressOf(thing) : "");
  copyText(text, byId("link"));
});
export const copyText = (text, near) => {
  const told_ = near.textContent;
  const done = () => {
    near.textContent = words.copied;
    setTimeout(() => { near.textContent = told_; }, 1500);
  };
  const byHand = () => {
    const area = document.body.appendChild(make("textarea", "", text));
    area.select();
    document.execCommand("copy");
    document.body.removeChild(area);
    done();
  };
  if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
};
