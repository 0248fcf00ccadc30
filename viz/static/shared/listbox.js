// The box of a search and the list below it: which entry is pointed at, and when the list is closed.

const searchBox = byId("search");
const foundBox = byId("found");
let active = 0;
let composing = false; // an input method is still choosing characters: its Enter and arrows are not ours

const closeSearch = () => {
  foundBox.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
};
const point = (i) => {
  const options = foundBox.querySelectorAll('[role="option"]');
  if (!options.length) return;
  active = (i + options.length) % options.length;
  options.forEach((option, n) => option.setAttribute("aria-selected", String(n === active)));
  options[active].scrollIntoView({ block: "nearest" });
  searchBox.setAttribute("aria-activedescendant", options[active].id);
};
