// Small parts of every page. Text of a plan only ever goes through textContent.

/** @typedef {Node | string | number | null | undefined} Piece */
/** @typedef {Piece | Piece[]} Content What is put into an element: texts and elements, or lists of them. */

/**
 * The element that the template of the page gives this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Put texts and elements, or lists of them, into an element.
 * @template {Element} E
 * @param {E} element
 * @param {Content} [content]
 * @returns {E}
 */
export const put = (element, content) => {
  /** @type {Piece[]} */
  const pieces = Array.isArray(content) ? content : [content];
  for (const each of pieces) {
    if (each !== undefined && each !== null) element.appendChild(each instanceof Node ? each : document.createTextNode(String(each)));
  }
  return element;
};

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {Content} [content]
 * @returns {HTMLElementTagNameMap[K]}
 */
export const make = (tag, className, content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return put(element, content);
};

/**
 * @template {Element} E
 * @param {E} element
 * @returns {E}
 */
export const clear = (element) => {
  while (element.firstChild) element.removeChild(element.firstChild);
  return element;
};

/**
 * @param {Content} text
 * @param {string} className
 * @param {(event: MouseEvent) => void} act
 */
export const button = (text, className, act) => {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
};
