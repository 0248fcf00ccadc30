// The page that zerentu serve serves: views by the address behind #, the button that ends the program, and the first look.

import { byId, clear, make, put } from "./common/dom.js";
import { say } from "./serve/data.js";
import { sure } from "./serve/parts.js";
import { ask, tellError } from "./serve/server.js";
import { busy, refresh, stopAsking } from "./serve/state.js";
import "./serve/plans.js";
import "./serve/questions.js";
import "./serve/downloads.js";
import "./serve/returns.js";

const sections = Array.from(document.querySelectorAll("main > section"), (each) => /** @type {HTMLElement} */ (each));
const open = () => {
  const wanted = location.hash.slice(1);
  const view = sections.some((section) => section.dataset.view === wanted) ? wanted : "plans";
  sections.forEach((section) => { section.hidden = section.dataset.view !== view; });
  Array.from(document.querySelectorAll("nav a")).forEach((each) => {
    if (each.getAttribute("href") === "#" + view) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  });
  document.title = say(view) + " - " + say("brand");
  window.scrollTo(0, 0);
  if (view === "ask") byId("question").focus();
};
const stop = () => {
  stopAsking();
  ask("POST", "/stop", {}).then(() => {
    put(clear(document.body), make("main", "", [make("h1", "", say("stopped")), make("p", "", say("stopped_note"))]));
    document.documentElement.setAttribute("data-stopped", "");
  }).catch(tellError);
};

window.addEventListener("hashchange", open);
/** @type {HTMLElement} */ (document.querySelector(".skip")).addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
byId("stop").addEventListener("click", () => sure(say(busy() ? "stop_busy" : "stop_sure")).then((yes) => { if (yes) stop(); }));
open();
refresh().then(() => document.documentElement.setAttribute("data-open", ""));
