// The colours of the picture: light, dark as the reader's system asks for it, or the system's own where colours are forced.
// Paper and saved pictures are always light.

/**
 * @typedef {{name: string, ground: string, ink: string, soft: string, quiet: string, agency: string, plan: string, region: string,
 *   halo: string, veil: string, board: string, rim: string, orphan: string, lift: number}} Palette
 */

/** @type {Palette} */
const LIGHT = {
  name: "light", ground: "#ffffff", ink: "#1c2733", soft: "#5b6875", quiet: "#3a4652", agency: "#10324a", plan: "#5a4316", region: "#6b5a2e",
  halo: "rgba(255, 255, 255, 0.94)", veil: "rgba(255, 255, 255, 0.8)", board: "rgba(255, 255, 255, 0.92)", rim: "#c3cbd3", orphan: "#c8102e", lift: 0,
};
/** @type {Palette} */
const DARK = {
  name: "dark", ground: "#14191f", ink: "#e6ebf0", soft: "#a3afbb", quiet: "#c3ccd6", agency: "#cfe6f7", plan: "#f0ddb0", region: "#d9c27e",
  halo: "rgba(20, 25, 31, 0.92)", veil: "rgba(20, 25, 31, 0.82)", board: "rgba(20, 25, 31, 0.92)", rim: "#4a5663", orphan: "#ff7a85", lift: 0.32,
};

const systemColour = (/** @type {string} */ name) => {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.cssText = "forced-color-adjust: none; color: " + name;
  const found = (getComputedStyle(probe).color.match(/[\d.]+/g) || ["0", "0", "0"]).slice(0, 3).map(Number);
  document.body.removeChild(probe);
  return found;
};
const forcedPalette = () => {
  const ground = systemColour("Canvas");
  const ink = "rgb(" + systemColour("CanvasText").join(", ") + ")";
  const over = (/** @type {number} */ opacity) => "rgba(" + ground.concat([opacity]).join(", ") + ")";
  const isDark = ground.reduce((sum, part) => sum + part, 0) < 384;
  return {
    name: "forced" + ground.join(), ground: over(1), ink, soft: ink, quiet: ink, agency: ink, plan: ink, region: ink,
    halo: over(0.94), veil: over(0.8), board: over(0.94), rim: ink, orphan: isDark ? DARK.orphan : LIGHT.orphan, lift: isDark ? DARK.lift : 0,
  };
};

const darkAsked = matchMedia("(prefers-color-scheme: dark)");
const forcedAsked = matchMedia("(forced-colors: active)");
const wanted = () => (forcedAsked.matches ? forcedPalette() : darkAsked.matches ? DARK : LIGHT);

/** @type {Palette} */
export let paint = wanted();

/**
 * A colour of a line or shape as it is drawn: on a dark ground a little lighter.
 * @param {string} colour as #rrggbb
 */
export const lifted = (colour) => {
  if (!paint.lift) return colour;
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return "#" + parts.map((part) => Math.round(part + (255 - part) * paint.lift).toString(16).padStart(2, "0")).join("");
};

/**
 * Do something with the colours of paper, and then have the reader's again.
 * @template T
 * @param {() => void} changed is called after each change of colours
 * @param {() => T} act
 * @returns {T}
 */
export const onPaper = (changed, act) => {
  const before = paint;
  if (before === LIGHT) return act();
  paint = LIGHT;
  changed();
  const result = act();
  paint = before;
  changed();
  return result;
};

/**
 * Call a function whenever the reader's system asks for other colours.
 * @param {() => void} changed
 */
export const whenColoursChange = (changed) => {
  const look = () => {
    const now = wanted();
    if (now.name === paint.name) return;
    paint = now;
    changed();
  };
  for (const asked of [darkAsked, forcedAsked]) asked.addEventListener("change", look);
};
