// Links, chips and other parts of every view.

import { copied } from "../common/copying.js";
import { button, byId, make, put } from "../common/dom.js";
import { COLON, COMMA, countIn, plans, roles, ruleNamed, say, STATES, tally } from "./data.js";
import { address } from "./address.js";

/** @typedef {import("../common/dom.js").Content} Content */
/** @typedef {import("./data.js").Agency} Agency */
/** @typedef {import("./data.js").Plan} Plan */
/** @typedef {import("./data.js").Task} Task */
/** @typedef {import("./table.js").Column<{ plan: Plan | null }>} PlanColumn */
/** @typedef {Record<string, string>} Now What the conditions of a list are at the moment. */
/** @typedef {string[]} Choice Value and caption. */
/** @typedef {{ name: string, caption: string, all?: string, options?: Choice[] }} Field */
/** @typedef {[size: number, className: string, title: string]} BarPart */
/**
 * A view of the explorer.
 * @template T What it may be about.
 * @typedef {object} View
 * @property {string} caption
 * @property {boolean} [hidden]
 * @property {string} [parent] The view that the navigation marks in its place.
 * @property {Map<string, T>} [about] What it is about, by the id in the address.
 * @property {Map<string, T>} [optional] The same, where it can also be shown without.
 * @property {(about: T) => string} [titleOf]
 * @property {(about: T, given: Map<string, string>, main: HTMLElement) => Element | null | void} show
 */

/**
 * @param {Content} content
 * @param {string} href
 * @param {string} [className]
 */
export const link = (content, href, className) => {
  const element = make("a", className, content);
  element.setAttribute("href", href);
  return element;
};
/** @param {Agency} agency */
export const agencyLink = (agency) => link(agency.label, address("agency", agency.id));
/**
 * @param {Task} task
 * @param {Content} [content]
 * @param {Agency | null} [agency] Whose clause is shown first.
 */
export const taskLink = (task, content, agency) =>
  link(content || task.title || task.number, address("task", task.id, { agency: agency ? agency.id : "" }));
/** @param {Plan} plan */
export const planLink = (plan) => link(plan.label, address("tasks", "", { plan: plan.id }));
/** @param {string} text */
const announce = (text) => { byId("status").textContent = text; };

// Drawings: the name space is taken from a drawing that the page holds, so that the page names no address.
const SPACE = byId("shape").namespaceURI;
/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Content} [content]
 */
export const draw = (tag, attributes, content) => {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return put(element, content);
};
/**
 * A bar in parts: [size, class, title] each, on a scale up to `whole`.
 * @param {BarPart[]} parts
 * @param {number} whole
 * @param {string} label
 */
export const bar = (parts, whole, label) => {
  const svg = draw("svg", { class: "bar", viewBox: "0 0 1000 16", preserveAspectRatio: "none", role: "img", "aria-label": label });
  let at = 0;
  for (const part of parts) {
    const width = (part[0] / (whole || 1)) * 1000;
    if (width > 0) svg.appendChild(draw("rect", { x: at, y: 0, width: Math.max(width - 2, 1), height: 16, class: part[1] }, draw("title", {}, part[2])));
    at += width;
  }
  return svg;
};
/**
 * @param {Agency} agency
 * @returns {BarPart[]}
 */
export const rolesOf = (agency) => roles.map((role) => {
  const count = countIn(agency, role.name);
  return [count, "role-" + role.name, role.caption + " " + count];
});
/**
 * @param {Agency} agency
 * @param {number} whole
 */
export const roleBar = (agency, whole) => {
  const parts = rolesOf(agency);
  return bar(parts, whole, agency.label + COLON + parts.filter((part) => part[0]).map((part) => part[2]).join(COMMA));
};
export const legend = () => make("p", "legend", roles.map((role) => {
  const item = make("span", "key", [make("span", "swatch role-" + role.name), role.caption]);
  item.title = role.doc;
  return item;
}));

/**
 * @param {string} text
 * @param {string} [note]
 * @param {"h1" | "h2"} [level]
 */
export const heading = (text, note, level) => {
  const parts = [make(level || "h2", "", text)];
  if (note) parts.push(make("p", "note", note));
  return make("div", "heading", parts);
};
/** @param {[string, Content][]} pairs */
export const facts = (pairs) => {
  const list = make("dl", "facts");
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.appendChild(make("dt", "", name));
    list.appendChild(make("dd", "", value));
  }
  return list;
};
/** @param {string[]} states */
const makeChips = (states) => states.map((state) => {
  const rule = ruleNamed(state);
  const chip = make("span", "chip " + rule.severity, rule.caption);
  chip.title = rule.doc;
  return chip;
});
/** @param {Task} task */
export const chips = (task) => makeChips(STATES.filter((state) => task.states.has(state)));
/**
 * In a list only what tells a task from the others: a plan that nowhere writes who leads says so once, in its banner.
 * @param {Task} task
 */
export const chipsInList = (task) => makeChips(STATES.filter((state) => task.states.has(state) && state !== "open_ended" && (state !== "no_lead" || task.plan.lead_written)));

/** @param {string} text */
export const copyText = (text) => { copied(text).then((done) => announce(done ? say("copied") : say("not_copied"))); };
/**
 * What every view offers at its head.
 * @param {Node | string} [more]
 */
export const tools = (more) => make("p", "tools", [
  more || "",
  button(say("copy_link"), "", () => copyText(location.href)),
  button(say("print"), "", () => window.print()),
]);

/**
 * Conditions of a list, kept in the address: a select or a field each. `act` is told what they are now.
 * @param {string} view
 * @param {Field[]} fields
 * @param {Map<string, string>} given
 * @param {(now: Now) => void} act
 */
export const conditions = (view, fields, given, act) => {
  const form = make("form", "conditions");
  const box = make("details", "filters", [make("summary", "", say("conditions")), form]);
  // A narrow screen has no room for them until somebody asks.
  box.open = window.innerWidth > 700 || fields.some((field) => given.get(field.name));
  /** @type {Now} */
  const now = {};
  const changed = () => {
    history.replaceState(null, "", address(view, "", now));
    act(now);
  };
  /** @type {(HTMLSelectElement | HTMLInputElement)[]} */
  const inputs = [];
  for (const field of fields) {
    now[field.name] = given.get(field.name) || "";
    /** @type {HTMLSelectElement | HTMLInputElement} */
    let input;
    if (field.options) {
      input = make("select", "", [new Option(field.all || say("all"), "")].concat(field.options.map((option) => new Option(option[1], option[0]))));
      input.value = now[field.name];
      if (input.value !== now[field.name]) {
        now[field.name] = "";
        input.value = "";
      }
      input.addEventListener("change", () => { now[field.name] = input.value; changed(); });
    } else {
      input = make("input");
      input.type = "search";
      input.placeholder = field.caption;
      input.value = now[field.name];
      input.addEventListener("input", (event) => {
        if (/** @type {InputEvent} */ (event).isComposing) return;
        now[field.name] = input.value;
        changed();
      });
      input.addEventListener("compositionend", () => { now[field.name] = input.value; changed(); });
    }
    input.name = field.name;
    inputs.push(input);
    form.appendChild(make("label", "", [make("span", "", field.caption), input]));
  }
  form.appendChild(button(say("reset"), "", () => {
    inputs.forEach((input) => { input.value = ""; });
    fields.forEach((field) => { now[field.name] = ""; });
    changed();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  return { box, form, now };
};
/**
 * @template R
 * @param {R[]} rows
 * @param {(row: R) => string | null} key
 */
export const choices = (rows, key) => Array.from(tally(rows, key)).filter((pair) => pair[0] !== null && pair[0] !== "")
  .map((pair) => [String(pair[0]), pair[0] + "（" + pair[1] + "）"]);
// The column of the plan, where there are several.
/** @type {PlanColumn[]} */
export const planColumn = plans.length > 1 ? [{ caption: say("plan"), text: (row) => (row.plan ? row.plan.label : ""), cell: (row) => (row.plan ? planLink(row.plan) : ""), className: "plan" }] : [];
/** @param {Plan[]} rows */
export const planChoices = (rows) => rows.map((plan) => [plan.id, plan.label]);
