// In a narrow window the legend and the panel are drawers over the map: opened by a button or by choosing something,
// closed by their own button, by Esc, or by choosing nothing. In a wide one they stand beside the map and this does nothing.

import { byId } from "../common/dom.js";

const narrowWindow = matchMedia("(max-width: 900px)");
const DRAWERS = ["legend", "panel"];

/**
 * Open or close a drawer; the other one closes.
 * @param {string} name legend or panel
 * @param {boolean} open
 */
export const openDrawer = (name, open) => {
  for (const each of DRAWERS) {
    const now = open && each === name;
    document.body.classList.toggle("with-" + each, now);
    byId("open-" + each).setAttribute("aria-expanded", String(now));
  }
};
export const isNarrow = () => narrowWindow.matches;

for (const name of DRAWERS) {
  byId("open-" + name).addEventListener("click", () => openDrawer(name, !document.body.classList.contains("with-" + name)));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") openDrawer("legend", false);
});
