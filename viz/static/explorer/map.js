// The map: agencies among the tasks of a plan, or of all plans; where these are too many, agencies among plans. Where
// each stands was computed when the page was made; what stands there and the lines are what the other views show.

import { button, clear, make, put } from "../common/dom.js";
import { placeNames, wideOf } from "../common/names.js";
import { agencies, captionOf, data, most, planOf, plans, roleNames, roles, say, tasks, weight } from "./data.js";
import { address } from "./address.js";
import { conditions, draw, heading, planChoices, tools } from "./parts.js";

/** @import { Box } from "../common/names.js" */
/** @import { Agency, Plan, Task } from "./data.js" */
/** @import { Field, Now, View } from "./parts.js" */

/** @typedef {[at: number, x: number, y: number]} Spot */
/** @typedef {{ plan: number | null, agencies: Spot[], tasks?: Spot[], plans?: Spot[] }} Drawing */
/** @typedef {{ agency: Agency, thing: Task | Plan, role: string, count: number }} Line All that an agency has to do with a task or a plan. */
/** @typedef {{ thing: Agency | Task | Plan, kind: "agency" | "task" | "plan", x: number, y: number, radius: number, text: string, brief?: string, around?: Box, href: string, full: string }} Shape */
/** @typedef {{ letters: string, shape: Shape }} Keyed */

/** @type {Drawing[]} */
const drawings = data.drawings;
const [MARGIN, RIM] = window.innerWidth < 700 ? [24, 24] : [60, 30]; // beside a drawing, and above and below it: for names
const ROOMY = 0.5; // of the size for which names have room; in a smaller drawing shapes are smaller too
const SMALLEST = 0.2; // of their size to which shapes shrink
const BELOW = 20; // of the window below its frame
const SIDES = 52; // of the width that the rims of page and frame take
const LEAST_HIGH = 300;
const MOST_NAMED = 400;
const ALWAYS = 20; // so many of the heaviest agencies have a name or letters, and all plans
const KEY_SHARE = 0.3; // most of the room of map and key that the key takes

/**
 * @param {string} text
 * @param {number} [most]
 */
const cut = (text, most = 13) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
/**
 * The name of an agency, behind which stands its region where several are called so.
 * @param {Agency} agency
 */
const nameOf = (agency) => cut(agency.name) + (agency.label === agency.name ? "" : "·" + agency.region);
/**
 * The title of a plan, behind the name of its place where that is not in it.
 * @param {Plan} plan
 */
const titleOf = ({ region, title }) => (plans.length > 1 && region && !title.includes(region.length > 2 ? region.slice(0, -1) : region) ? region + "·" : "") + title;
/** @param {string} role */
const rank = (role) => roleNames.indexOf(role);

/**
 * One line for all that an agency does in a task or a plan, told by its strongest role.
 * @param {Drawing} drawing
 * @param {Now} now
 */
const linesOf = (drawing, now) => {
  /** @type {Map<string, Line>} */
  const found = new Map();
  const held = drawing.tasks ? drawing.tasks.map((spot) => tasks[spot[0]]) : tasks;
  for (const task of held) {
    const thing = drawing.tasks ? task : task.plan;
    const counted = new Set();
    for (const { agency, role } of task.owners) {
      if ((now.role && role !== now.role) || (now.agency && agency.id !== now.agency)) continue;
      const key = agency.at + " " + thing.at;
      const line = found.get(key) || { agency, thing, role, count: 0 };
      if (!counted.has(key)) line.count += 1;
      counted.add(key);
      if (rank(role) < rank(line.role)) line.role = role;
      found.set(key, line);
    }
  }
  return Array.from(found.values()).sort((a, b) => rank(b.role) - rank(a.role));
};

/**
 * The shapes of a drawing at their places, the heaviest first; what a condition leaves without a line is left out.
 * @param {Drawing} drawing
 * @param {Line[]} lines
 * @param {boolean} all Whether shapes without a line stand too.
 * @returns {Shape[]}
 */
const shapesOf = (drawing, lines, all) => {
  /** @type {Map<Agency | Task | Plan, number>} */
  const held = new Map();
  for (const line of lines) for (const end of [line.agency, line.thing]) held.set(end, (held.get(end) || 0) + line.count);
  /** @type {Shape[]} */
  const found = [];
  /**
   * @param {Spot[] | undefined} spots
   * @param {(Agency | Task | Plan)[]} things
   * @param {"agency" | "task" | "plan"} kind
   * @param {(at: number) => { text: string, brief?: string, href: string, full: string, radius: number }} told
   */
  const add = (spots, things, kind, told) => {
    for (const [at, x, y] of spots || []) if (all || held.has(things[at])) found.push({ thing: things[at], kind, x, y, ...told(at) });
  };
  add(drawing.agencies, agencies, "agency", (at) => {
    const agency = agencies[at];
    const count = held.get(agency) || 0;
    return { text: nameOf(agency) + " " + count, href: address("agency", agency.id), full: agency.label + " " + count, radius: 7 + Math.min(9, 1.6 * Math.sqrt(count)) };
  });
  add(drawing.plans, plans, "plan", (at) => ({ text: cut(titleOf(plans[at])), brief: cut(titleOf(plans[at]), 9), href: address("map", "", { plan: plans[at].id }), full: plans[at].label, radius: 12 }));
  add(drawing.tasks, tasks, "task", (at) => {
    const name = (tasks[at].number + " " + tasks[at].title).trim();
    return { text: cut(tasks[at].title), href: address("task", tasks[at].id), full: name, radius: 6 };
  });
  const order = ["plan", "agency", "task"];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (held.get(b.thing) || 0) - (held.get(a.thing) || 0) || a.thing.at - b.thing.at);
};

/** @param {Shape} shape */
const outline = ({ kind, x, y, radius, thing }) => {
  if (kind === "task") return draw("circle", { cx: x, cy: y, r: radius, class: /** @type {Task} */ (thing).owners.length ? "task" : "task nobody" });
  if (kind === "agency") return draw("rect", { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, class: /** @type {Agency} */ (thing).kind === "collective" ? "agency hollow" : "agency" });
  const corners = [0, 1, 2, 3, 4, 5].map((turn) => [x + radius * Math.cos((turn * Math.PI) / 3), y + radius * Math.sin((turn * Math.PI) / 3)].map(Math.round).join(","));
  return draw("polygon", { points: corners.join(" "), class: "plan" });
};

/**
 * A line from the rim of an agency to the rim of what it has to do with; a lead ends in an arrow.
 * @param {Shape} from
 * @param {Shape} to
 * @param {Line} line
 * @param {number} small What part of its width is left to a line.
 */
const stroke = (from, to, line, small) => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [right, down] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [to.x - right * to.radius, to.y - down * to.radius];
  const wide = (line.role === "lead" ? 2.6 : 1.5) * small * (to.kind === "plan" ? Math.min(4, 0.7 + Math.sqrt(line.count) / 2) : 1);
  const parts = [draw("line", { x1: from.x, y1: from.y, x2: x.toFixed(1), y2: y.toFixed(1), "stroke-width": wide.toFixed(1) })];
  if (line.role === "lead") {
    const size = 6 * small + wide;
    const side = size * 0.45;
    parts.push(draw("polygon", { points: [[x, y], [x - right * size - down * side, y - down * size + right * side], [x - right * size + down * side, y - down * size - right * side]].map((point) => point.map((value) => value.toFixed(1)).join(",")).join(" ") }));
  }
  return draw("g", { class: "tie tie-" + line.role }, parts);
};

/**
 * @param {Shape[]} given
 * @param {Line[]} lines
 * @param {[across: number, down: number]} scale
 * @param {string} label
 */
const drawn = (given, lines, [across, down], label) => {
  const small = Math.min(1, Math.max(SMALLEST, down / ROOMY));
  const [lefts, tops] = [given.map((shape) => shape.x), given.map((shape) => shape.y)];
  const [left, top] = [Math.min(...lefts), Math.min(...tops)];
  const width = Math.round((Math.max(...lefts) - left) * across + 2 * MARGIN);
  const height = Math.round((Math.max(...tops) - top) * down + 2 * RIM);
  const shapes = given.map((shape) => ({ ...shape, radius: shape.radius * small, x: Math.round((shape.x - left) * across + MARGIN), y: Math.round((shape.y - top) * down + RIM) }));
  const of = new Map(shapes.map((shape) => [shape.thing, shape]));
  const svg = draw("svg", { class: "map", viewBox: "0 0 " + width + " " + height, width, height, role: "group", "aria-label": label });
  for (const line of lines) {
    const [from, to] = [of.get(line.agency), of.get(line.thing)];
    if (from && to) svg.appendChild(stroke(from, to, line, small));
  }
  for (const shape of shapes) svg.appendChild(draw("a", { href: shape.href, "aria-label": shape.full }, [draw("title", {}, shape.full), outline(shape)]));
  const alone = shapes.filter((shape) => shape.kind === "task" && !(/** @type {Task} */ (shape.thing).owners.length));
  if (alone.length) {
    const told = say("map_nobody", { n: alone.length });
    const x = Math.max(4, Math.min(width - wideOf(told) - 6, Math.min(...alone.map((shape) => shape.x)) - 6));
    svg.appendChild(draw("text", { x, y: Math.min(...alone.map((shape) => shape.y)) - 16, class: "nobody" }, told));
  }
  // The title of a plan that shares no agency stands above all of its agencies.
  for (const shape of shapes) {
    if (shape.kind !== "plan") continue;
    const own = lines.filter((line) => line.thing === shape.thing).map((line) => line.agency);
    if (own.length < 3 || lines.some((line) => line.thing !== shape.thing && own.includes(line.agency))) continue;
    const held = own.map((agency) => /** @type {Shape} */ (of.get(agency)));
    const [lefts_, tops_, rights, bottoms] = [held.map((each) => each.x - each.radius), held.map((each) => each.y - each.radius), held.map((each) => each.x + each.radius), held.map((each) => each.y + each.radius)];
    shape.around = [Math.min(...lefts_), Math.min(...tops_), Math.max(...rights), Math.max(...bottoms)];
  }
  const titles = new Set(shapes.filter((shape) => shape.kind === "plan").reduce((/** @type {(string | undefined)[]} */ all, shape) => all.concat(shape.text, shape.brief), []));
  const heaviest = new Set(shapes.filter((shape) => shape.kind === "agency").slice(0, ALWAYS));
  /** @type {Keyed[]} */
  const keyed = [];
  for (const name of placeNames(shapes.map((shape, i) => (i < MOST_NAMED ? { ...shape, must: shape.kind === "plan" || heaviest.has(shape) } : { ...shape, text: "" })), width, height)) {
    if (name.tie) svg.appendChild(draw("line", { x1: name.tie[0].toFixed(1), y1: name.tie[1].toFixed(1), x2: name.tie[2].toFixed(1), y2: name.tie[3].toFixed(1), class: "to-name" }));
    if (name.letters !== undefined) {
      const half = wideOf(name.text) / 2 + 1.5;
      svg.appendChild(draw("rect", { x: name.x - half, y: name.y - 7, width: 2 * half, height: 14, class: "letters" }));
      keyed.push({ letters: name.text, shape: shapes[name.letters] });
    }
    svg.appendChild(draw("text", { x: name.x, y: name.y, class: titles.has(name.text) ? "name title" : "name" }, name.text));
  }
  return { svg, keyed };
};

/**
 * What the letters on a drawing mean.
 * @param {Keyed[]} keyed
 */
const keyOf = (keyed) => make("ul", "map-key", keyed.map(({ letters, shape }) => {
  const link = make("a", "", [make("b", "", letters), " " + shape.full]);
  link.href = shape.href;
  return make("li", "", link);
}));

const tieLegend = () => make("p", "legend", roles.map((role) => make("span", "key", [
  draw("svg", { class: "map sample", viewBox: "0 0 46 12", width: 46, height: 12, "aria-hidden": "true" }, draw("g", { class: "tie tie-" + role.name }, [
    draw("line", { x1: 2, y1: 6, x2: 38, y2: 6, "stroke-width": role.name === "lead" ? 2.6 : 1.5 }),
    role.name === "lead" ? draw("polygon", { points: "45,6 36,2 36,10" }) : null,
  ])),
  role.caption,
])));

/** @type {View<undefined>} */
export const mapView = {
  caption: say("map"),
  hidden: !tasks.length,
  show: (about, given, main) => {
    const place = make("div", "wide grid map-box");
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", say("map"));
    const count = make("span", "count");
    count.setAttribute("role", "status");
    const note = make("p", "note");
    const key = make("div", "map-keys");
    key.setAttribute("role", "region");
    key.setAttribute("aria-label", say("letters"));
    key.tabIndex = 0;
    let zoom = 1;
    /** @param {Now} now */
    const show = (now) => {
      const plan = planOf.get(now.plan);
      const drawing = drawings.find((each) => plan !== undefined && each.plan === plan.at) || drawings[0];
      const lines = linesOf(drawing, now);
      const shapes = shapesOf(drawing, lines, !(now.role || now.agency));
      const held = shapes.filter((shape) => shape.kind === "agency").length;
      count.textContent = say("map_holds", { agencies: held, kind: say(drawing.plans ? "plans" : "tasks"), others: shapes.length - held, lines: lines.length });
      note.textContent = drawing.plans ? say("map_doc_plans") : say("map_doc");
      if (!shapes.length) {
        put(clear(place), make("p", "note", say("none_left")));
        return;
      }
      /** @param {number[]} values */
      const spread = (values) => Math.max(...values) - Math.min(...values) || 1;
      // All of it in its frame, the key of letters below it; a wide window draws it wider, for names are.
      const room = Math.max(LEAST_HIGH, window.innerHeight - place.getBoundingClientRect().top - window.pageYOffset - BELOW);
      const width = main.clientWidth - 2 * MARGIN - SIDES;
      const across = width / spread(shapes.map((shape) => shape.x));
      /** @param {number} high */
      const drawIn = (high) => {
        place.style.maxHeight = high + "px";
        const down = (high - 2 * RIM - 4) / spread(shapes.map((shape) => shape.y));
        const fit = Math.min(1.15, across, down);
        return drawn(shapes, lines, [Math.min(across, 1.7 * fit) * zoom, fit * zoom], plan ? plan.label : say("map"));
      };
      let made = drawIn(room);
      put(clear(key), made.keyed.length ? keyOf(made.keyed) : null);
      key.style.maxHeight = Math.round(room * KEY_SHARE) + "px";
      const below = key.offsetHeight;
      if (below) {
        made = drawIn(Math.max(LEAST_HIGH, room - below));
        put(clear(key), keyOf(made.keyed));
        key.style.maxHeight = below + "px";
      }
      const middle = ["Left", "Top"].map((side, n) => (/** @type {any} */ (place)["scroll" + side] + [place.clientWidth, place.clientHeight][n] / 2) / (/** @type {any} */ (place)["scroll" + ["Width", "Height"][n]] || 1));
      put(clear(place), made.svg);
      // What stood in the middle of the frame still does.
      place.scrollLeft = middle[0] * place.scrollWidth - place.clientWidth / 2;
      place.scrollTop = middle[1] * place.scrollHeight - place.clientHeight / 2;
    };
    /** @type {Field[]} */
    const fields = [
      { name: "plan", caption: say("plan"), all: plans.length > 1 ? say("whole_map") : plans[0].label, options: plans.length > 1 ? planChoices(plans) : [] },
      { name: "agency", caption: say("agency"), options: most(agencies.filter((agency) => agency.tasks.length), weight).map((agency) => [agency.id, agency.label + "（" + agency.tasks.length + "）"]) },
      { name: "role", caption: say("role"), options: roles.map((role) => [role.name, captionOf(role.name)]) },
    ];
    const form = conditions("map", fields, given, show);
    /**
     * @param {string} sign
     * @param {string} told
     * @param {number} factor
     */
    const zoomer = (sign, told, factor) => {
      const made = button(sign, "zoom", () => {
        zoom = Math.min(12, Math.max(1, zoom * factor));
        show(form.now);
      });
      made.title = told;
      made.setAttribute("aria-label", told);
      return made;
    };
    const whole = button(say("whole"), "zoom", () => {
      zoom = 1;
      show(form.now);
    });
    put(main, [heading(say("map"), "", "h1"), note, tools(make("span", "", [zoomer("+", say("zoom_in"), 1.3), " ", zoomer("−", say("zoom_out"), 1 / 1.3), " ", whole, " ", count])), tieLegend(), form.box, place, key]);
    show(form.now);
  },
};
