// One agency and its partners as a drawing in columns: nothing lies over anything, and every box has its name.

import { make, put } from "../common/dom.js";
import { agencies, agencyOf, COLON, COMMA, most, say, weight } from "./data.js";
import { agencyLink, draw, heading, rolesOf, tools } from "./parts.js";
import { partnersOf } from "./agencies.js";
import { address } from "./address.js";

/** @import { Partner } from "./agencies.js" */
/** @import { Agency } from "./data.js" */
/** @import { View } from "./parts.js" */

const MOST_PARTNERS = 10;
const ROW = 34;
const BOX = 210;

/** @typedef {{ left: Partner[], right: Partner[], below: Partner[] }} Sides Who leads with its help, who helps it, the rest. */
/** @typedef {[caption: string, partners: Partner[], count: (partner: Partner) => number]} Side */

/** @param {Agency} agency */
const sidesOf = (agency) => {
  const partners = partnersOf(agency);
  return {
    left: most(partners.filter((partner) => partner.led > partner.leads), (partner) => partner.led),
    right: most(partners.filter((partner) => partner.leads && partner.leads >= partner.led), (partner) => partner.leads),
    below: partners.filter((partner) => !partner.led && !partner.leads),
  };
};
/**
 * What the drawing shows as lists, for a screen that has no room for it.
 * @param {Sides} sides
 */
const relationsLists = (sides) => {
  /** @type {Side[]} */
  const lists = [
    [say("helpers"), sides.right, (partner) => partner.leads],
    [say("they_lead"), sides.left, (partner) => partner.led],
    [say("beside"), sides.below, (partner) => partner.tasks.length],
  ];
  return make("div", "relations-lists", lists.filter((side) => side[1].length).map(([caption, partners, count]) => make("section", "", [
    make("h2", "", caption + " " + partners.length),
    make("ul", "plain", partners.map((partner) => make("li", "", [agencyLink(partner.agency), " ", make("b", "", String(count(partner)))]))),
  ])));
};
/**
 * @param {Agency} agency
 * @param {Sides} sides
 */
const relationsDrawing = (agency, sides) => {
  /** @param {keyof Sides} side */
  const shownOn = (side) => sides[side].slice(0, MOST_PARTNERS);
  const rows = Math.max(shownOn("left").length, shownOn("right").length, 1) + 1;
  const below = Math.ceil(shownOn("below").length / 3);
  const width = 900;
  const middle = 30 + (rows * ROW) / 2;
  const height = 50 + rows * ROW + (below ? 50 + below * ROW : 0);
  const svg = draw("svg", { class: "relations", viewBox: "0 0 " + width + " " + height, width, height, role: "group", "aria-label": agency.label + COLON + say("partners") });
  /** @param {string} text */
  const name = (text) => (text.length > 14 ? text.slice(0, 13) + "…" : text);
  /**
   * @param {number} x
   * @param {number} y
   * @param {string} label
   * @param {string} href
   * @param {string} className
   * @param {string} full
   */
  const box = (x, y, label, href, className, full) => {
    const group = draw("a", { href, class: className }, [
      draw("title", {}, full),
      draw("rect", { x, y, width: BOX, height: ROW - 8, rx: 4 }),
      draw("text", { x: x + BOX / 2, y: y + 18, "text-anchor": "middle" }, label),
    ]);
    svg.appendChild(group);
  };
  /**
   * @param {number} x1
   * @param {number} y1
   * @param {number} x2
   * @param {number} y2
   * @param {number} count
   * @param {string} className
   */
  const line = (x1, y1, x2, y2, count, className) => {
    svg.appendChild(draw("path", { d: "M" + x1 + " " + y1 + " C" + (x1 + x2) / 2 + " " + y1 + " " + (x1 + x2) / 2 + " " + y2 + " " + x2 + " " + y2, class: className, "stroke-width": Math.min(8, 1 + count / 2) }));
  };
  /**
   * @param {number} x
   * @param {number} y
   * @param {string} text
   */
  const title = (x, y, text) => svg.appendChild(draw("text", { x, y, "text-anchor": "middle", class: "heading" }, text));
  const left = 10;
  const centre = (width - BOX) / 2;
  const right = width - BOX - 10;
  /**
   * @param {"left" | "right"} side
   * @param {number} x
   * @param {(partner: Partner) => number} count
   * @param {string} className
   */
  const column = (side, x, count, className) => {
    const held = shownOn(side);
    if (!held.length) return;
    title(x + BOX / 2, 20, side === "left" ? say("they_lead") : say("helpers"));
    held.forEach((partner, i) => {
      const y = 34 + i * ROW;
      if (side === "left") line(x + BOX, y + 13, centre, middle, count(partner), className);
      else line(centre + BOX, middle, x, y + 13, count(partner), className);
    });
    held.forEach((partner, i) => box(x, 34 + i * ROW, name(partner.agency.label) + " " + count(partner), address("agency", partner.agency.id), "partner", partner.agency.label));
    const more = sides[side].length - held.length;
    if (more > 0) title(x + BOX / 2, 34 + held.length * ROW + 16, say("more_partners", { n: more }));
  };
  column("left", left, (partner) => partner.led, "line-support");
  column("right", right, (partner) => partner.leads, "line-lead");
  box(centre, middle - 13, name(agency.label) + " " + agency.tasks.length, address("agency", agency.id), "self", agency.label);
  if (below) {
    const top = 50 + rows * ROW;
    title(width / 2, top + 16, say("beside") + (sides.below.length > MOST_PARTNERS ? COMMA + say("more_partners", { n: sides.below.length - MOST_PARTNERS }) : ""));
    line(centre + BOX / 2, middle + 13, centre + BOX / 2, top, 1, "line-co_own");
    shownOn("below").forEach((partner, i) => box([left, centre, right][i % 3], top + 30 + Math.floor(i / 3) * ROW, name(partner.agency.label) + " " + partner.tasks.length, address("agency", partner.agency.id), "partner", partner.agency.label));
  }
  return make("div", "wide drawing-box", svg);
};

/** @type {View<Agency | undefined>} */
export const relationsView = {
  caption: say("relations"),
  optional: agencyOf,
  titleOf: (agency) => (agency ? agency.label : ""),
  show: (about, given, main) => {
    const rows = most(agencies, weight);
    const agency = about || rows[0];
    const select = make("select", "", rows.map((each) => new Option(each.label + "（" + each.tasks.length + "）", each.id)));
    if (agency) select.value = agency.id;
    select.addEventListener("change", () => { location.hash = address("relations", select.value).slice(1); });
    put(main, [
      heading(say("relations"), say("relations_doc", { n: MOST_PARTNERS }), "h1"),
      tools(),
      make("form", "conditions", make("label", "", [make("span", "", say("choose_agency")), select])),
    ]);
    if (!agency) return;
    const sides = sidesOf(agency);
    put(main, [make("p", "", [agencyLink(agency), " ", rolesOf(agency).filter((part) => part[0]).map((part) => part[2]).join(COMMA)]), relationsDrawing(agency, sides), relationsLists(sides)]);
  },
};
