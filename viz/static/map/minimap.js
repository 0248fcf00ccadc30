// Above 500 shapes, where the window shows a part of them, a small picture of the whole says which; a click or a drag there
// moves the window.

import { byId } from "../common/dom.js";
import { kindOf } from "./data.js";
import { drawn } from "./overview.js";
import { network } from "./canvas.js";
import { lifted, paint } from "./colours.js";

/** @import { Box } from "../common/names.js" */
/** @import { Shape } from "./data.js" */

const MANY_SHAPES = 500;
const [WIDTH, HEIGHT, RIM] = [168, 116, 6];
const canvas = /** @type {HTMLCanvasElement} */ (byId("minimap"));
const ratio = Math.max(1, Math.round(window.devicePixelRatio || 1));
canvas.width = WIDTH * ratio;
canvas.height = HEIGHT * ratio;

/** @typedef {{ dots: HTMLCanvasElement, key: string, scale: number, left: number, top: number, low: number[], high: number[] }} Whole */
/** @type {Whole | null} */
let whole = null; // the dots, drawn once for each set of shapes that is left

export const minimapShown = () => !canvas.hidden && canvas.offsetWidth > 0;
/**
 * What the small picture covers of the large one, in pixels of the window: no name stands there.
 * @type {(width: number, height: number) => Box}
 */
export const minimapBox = (width, height) => [width - WIDTH - 12, height - HEIGHT - 12, width, height];

/** @type {(left: Shape[], key: string) => Whole} */
const dotsOf = (left, key) => {
  const [xs, ys] = [left.map((node) => node.at.x), left.map((node) => node.at.y)];
  const [low, high] = [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
  const scale = Math.min((WIDTH - 2 * RIM) / Math.max(1, high[0] - low[0]), (HEIGHT - 2 * RIM) / Math.max(1, high[1] - low[1]));
  const dots = document.createElement("canvas");
  dots.width = canvas.width;
  dots.height = canvas.height;
  const context = /** @type {CanvasRenderingContext2D} */ (dots.getContext("2d"));
  context.scale(ratio, ratio);
  const found = { dots, key, scale, low, high, left: low[0] - (WIDTH / scale - (high[0] - low[0])) / 2, top: low[1] - (HEIGHT / scale - (high[1] - low[1])) / 2 };
  for (const node of left) {
    const kind = kindOf(node);
    context.fillStyle = lifted(node.hollow ? kind.hollow_colour : kind.colour);
    const side = node.kind === "Agency" ? 2.6 : 1.6;
    context.fillRect((node.at.x - found.left) * scale - side / 2, (node.at.y - found.top) * scale - side / 2, side, side);
  }
  return found;
};

network.on("afterDrawing", () => {
  const left = drawn.nodes.filter((node) => node.visible);
  if (left.length > MANY_SHAPES && !drawn.half) {
    const key = paint.name + " " + left.length + " " + left.reduce((sum, node) => (sum * 31 + node.i) % 1000003, 7);
    if (!whole || whole.key !== key) whole = dotsOf(left, key);
  } else whole = null;
  const frame = network.canvas.frame.canvas;
  const [from, to] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight })];
  canvas.hidden = !whole || (from.x <= whole.low[0] && from.y <= whole.low[1] && to.x >= whole.high[0] && to.y >= whole.high[1]);
  if (!whole || !minimapShown()) return;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paint.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(whole.dots, 0, 0);
  context.scale(ratio, ratio);
  context.strokeStyle = paint.ink;
  context.lineWidth = 1.5;
  context.strokeRect((from.x - whole.left) * whole.scale, (from.y - whole.top) * whole.scale, (to.x - from.x) * whole.scale, (to.y - from.y) * whole.scale);
});

const moveTo = (/** @type {PointerEvent} */ event) => {
  if (!whole) return;
  network.moveTo({ position: { x: event.offsetX / whole.scale + whole.left, y: event.offsetY / whole.scale + whole.top }, animation: false });
};
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  moveTo(event);
});
canvas.addEventListener("pointermove", (event) => { if (event.buttons) moveTo(event); });
