// Small parts of every page. Text of a plan only ever goes through textContent.

export const byId = (id) => document.getElementById(id);
// Put texts and elements, or lists of them, into an element.
export const put = (element, content) => {
  for (const each of [].concat(content === undefined || content === null ? [] : content)) {
    element.appendChild(each instanceof Node ? each : document.createTextNode(String(each)));
  }
  return element;
};
export const make = (tag, className, content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return put(element, content);
};
export const clear = (element) => {
  while (element.firstChild) element.removeChild(element.firstChild);
  return element;
};
export const button = (text, className, act) => {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
};
