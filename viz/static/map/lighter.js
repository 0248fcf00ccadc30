// What vis-network prepares for each shape and line, and no map uses: fonts of labels, shadows, icons, scales. Without it
// a shape or a line takes half the time to make. The library is one known file, held by its checksum.

/**
 * Options that each shape gets a copy of only as far as it has its own; the rest stands where it stood, once.
 * @type {(options: { [name: string]: object }, own: string[]) => { [name: string]: object }}
 */
const shared = (options, own) => {
  const made = Object.create(options);
  for (const name of own) made[name] = options[name];
  return made;
};

/**
 * A network of which shapes and lines are made lightly; it has one shape, the first.
 * @type {(box: HTMLElement, options: object) => vis.Network}
 */
export const lightNetwork = (box, options) => {
  const network = new vis.Network(box, { nodes: [{ id: "first" }], edges: [] }, options);
  network.nodesHandler.options = shared(network.nodesHandler.options, ["color"]);
  network.edgesHandler.options = shared(network.edgesHandler.options, ["arrows", "color", "smooth"]);
  const { first } = network.body.nodes;
  const node = /** @type {vis.Shape} */ (Object.getPrototypeOf(first));
  node.updateLabelModule = () => {};
  // What would write the label of a shape is asked for by none.
  const draw = node.draw;
  node.draw = function (context) {
    draw.call(this, context);
    return {};
  };
  const label = /** @type {vis.Label} */ (Object.getPrototypeOf(first.labelModule));
  label.update = () => {};
  label.initFontOptions = () => {};
  return network;
};
