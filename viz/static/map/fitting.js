// Let what the filters leave fill the picture, with room for what stands beside it.

import { drawn } from "./overview.js";
import { network } from "./canvas.js";
import { tryLabels } from "./labels.js";
import { closeKey, keyed, sizeKey, tellKey } from "./key.js";
import { labelZoom } from "./writing.js";

const NARROWEST = 560; // width of a picture that leaves no room at its sides
const BUTTONS = [46, 76]; // what the buttons that zoom take of the upper right corner
const [ROOM, TITLE] = [14, 34]; // above and below: for a row, and for the title of a plan
const MANY = 500; // shapes for which a second trial takes too long: the key can be scrolled
const TOP = 20; // above the first row of what is higher than the window

/** Made for the width of the window, names and the words that head a sector included. */
const fitHalf = () => {
  const ys = drawn.nodes.filter((node) => node.visible).map((node) => node.at.y).concat(drawn.words.map((head) => head.y));
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const frame = network.canvas.frame.canvas;
  const wide = Math.min(frame.clientWidth / (2 * Number(drawn.half) + 16), 3);
  const scale = drawn.tall && labelZoom === 1 ? wide : Math.min(wide, frame.clientHeight / (high - low + 64));
  const middle = drawn.tall ? Math.min((low + high) / 2, low + (frame.clientHeight / 2 - TOP) / scale) : (low + high) / 2;
  network.moveTo({ position: { x: 0, y: middle }, scale, animation: false });
};

/** Room for names and the buttons at the rim. */
const fitWhole = () => {
  const frame = network.canvas.frame.canvas;
  const [width, height] = [frame.clientWidth, frame.clientHeight];
  const left = drawn.nodes.filter((node) => node.visible);
  const [x, y] = /** @type {("x" | "y")[]} */ (["x", "y"]).map((axis) => left.reduce(([low, high], node) => [Math.min(low, node.at[axis] - node.size), Math.max(high, node.at[axis] + node.size)], [Infinity, -Infinity]));
  const rim = Math.min(height * 0.08, drawn.bundled ? TITLE : ROOM) * labelZoom;
  /** @type {(right: number) => void} */
  const fit = (right) => {
    const scale = Math.min((width - Math.max(width * 0.06, width < NARROWEST ? right : 2 * BUTTONS[0])) / Math.max(1, x[1] - x[0]), (height - 2 * rim) / Math.max(1, y[1] - y[0]), 1.5);
    network.moveTo({ position: { x: (x[0] + x[1]) / 2 + (width < NARROWEST ? right : 0) / 2 / scale, y: (y[0] + y[1]) / 2 }, scale, animation: false });
  };
  const under = () => left.some((node) => {
    const spot = network.canvasToDOM(node.at);
    const radius = node.size * network.getScale();
    return spot.x + radius > width - BUTTONS[0] && spot.y - radius < BUTTONS[1];
  });
  fit(0);
  // A narrow picture is as wide as the window, unless something would stand below the buttons.
  if (width < NARROWEST && under()) fit(BUTTONS[0]);
};

/**
 * Let what the filters leave fill the picture.
 * @param {boolean} [sized] Whether its size was set for this, as for paper; else it is that of the window.
 */
export const fitVisible = (sized) => {
  if (!drawn.nodes.some((node) => node.visible)) return;
  const fit = drawn.half ? fitHalf : fitWhole;
  if (sized) {
    fit();
    return;
  }
  // The key takes what it needs of the room of the picture, and the picture then may need more letters, once.
  closeKey();
  const rounds = drawn.nodes.length > MANY ? 2 : 3;
  for (let round = 0; round < rounds; round += 1) {
    network.setSize("100%", "100%"); // vis takes a new size of the window late, and would then zoom what fits by the difference
    fit();
    if (drawn.half) return;
    if (round === rounds - 1) return;
    const before = keyed.length;
    tryLabels();
    if (!keyed.length || (round && keyed.length <= before)) return;
    tellKey();
    sizeKey();
  }
};
