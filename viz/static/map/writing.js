// Words on the picture: how they are written, and a record of what was written where.

import { paint } from "./colours.js";

/** @import { Box } from "../common/names.js" */
/** @typedef {"region" | "name" | "tied" | "head" | "letter"} TextKind */
/** @typedef {{ text: string, box: Box, own: number[], as: TextKind }} Told What stands where, and the numbers of the shapes that it names. */
/** @typedef {{ text: string, x: number, y: number, size: string, weight: string, fill: string, plain: boolean }} WrittenText */
/** @typedef {{ line: number[], text?: undefined, box?: undefined } | { box: Box, fill: string, rim: string, text?: undefined, line?: undefined } | (WrittenText & { line?: undefined, box?: undefined })} Ink */

export const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';
/** @type {Map<string, number>} */
export const widths = new Map();
const SQUARE = /[\u3400-\u9fff]+/g; // all as wide as one, so that only what stands between them is measured
/** @type {(context: CanvasRenderingContext2D, text: string, font: string) => number} */
export const widthOf = (context, text, font) => {
  const key = font + text;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const rest = text.length > 1 ? text.replace(SQUARE, "") : text;
  const wide = rest === text ? context.measureText(text).width : (text.length - rest.length) * widthOf(context, "国", font) + (rest ? widthOf(context, rest, font) : 0);
  widths.set(key, wide);
  return wide;
};

export let labelZoom = 1; // larger in the exported picture, which is looked at from further away
/** @type {(zoom: number) => void} */
export const setLabelZoom = (zoom) => { labelZoom = zoom; };

/** @type {Told[]} */
export let told = []; // for whoever asks the page
/** @type {Ink[]} */
export let ink = []; // for a file of vectors
export const beginWriting = () => {
  told = [];
  ink = [];
};

/** @type {(context: CanvasRenderingContext2D) => void} */
export const halo = (context) => {
  context.lineWidth = 3.5;
  context.strokeStyle = paint.halo;
};
/** @type {(context: CanvasRenderingContext2D, text: string, x: number, y: number, plain: boolean) => void} */
const inked = (context, text, x, y, plain) => {
  const [before, after] = context.font.split("px");
  const weight = after !== undefined && /bold|[67]00 /.test(before + " ") ? "600" : "400";
  ink.push({ text, x, y, size: String(parseFloat(before.split(" ").slice(-1)[0])), weight, fill: String(context.fillStyle), plain });
};
/** @type {(context: CanvasRenderingContext2D, text: string, x: number, y: number) => void} */
export const write = (context, text, x, y) => {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
  inked(context, text, x, y, false);
};
/** @type {(context: CanvasRenderingContext2D, text: string, x: number, y: number) => void} */
export const writePlain = (context, text, x, y) => {
  context.fillText(text, x, y);
  inked(context, text, x, y, true);
};
