// The legend is the filter: what is unticked leaves the picture, and the count below it says what is left.

const off = { kinds: new Set(), roles: new Set(), bases: new Set(), inherited: false };
const narrow = { industry: "", plan: "", region: "", year: "" };
let focused = null;

const wideToNarrow = (industry) => {
  const all = new Set([industry]);
  for (const node of all) {
    for (const edge of node.edges) if (edge.kind === "PART_OF" && edge.to === node) all.add(edge.from);
  }
  return all;
};

const edgePasses = (edge) =>
  !off.roles.has(edge.kind) && !(edge.facts.get("basis") && off.bases.has(edge.facts.get("basis"))) && !(off.inherited && edge.facts.get("inherited"));

const planPasses = (node) =>
  (narrow.plan === "" || node.plan === Number(narrow.plan)) && (narrow.region === "" || (planOf(node) || {}).region === narrow.region);
const yearPasses = (node) => narrow.year === "" || (node.years || []).includes(Number(narrow.year));

const applyFilters = (fit) => {
  const industries = narrow.industry === "" ? null : wideToNarrow(nodes[Number(narrow.industry)]);
  const near = focused === null ? null : new Set([focused].concat(focused.edges.map((edge) => otherEnd(edge, focused))));
  const graded = roles.size && (Array.from(off.roles).some((name) => roles.get(name).graded) || off.bases.size || off.inherited);
  const narrowed = Object.values(narrow).some(Boolean) || focused !== null || graded;
  for (const edge of edges) edge.visible = edgePasses(edge);
  for (const node of nodes) {
    if (node.kind === "Task") {
      const links = node.edges.filter((edge) => edge.visible);
      node.visible = planPasses(node) && yearPasses(node)
        && (industries === null || links.some((edge) => industries.has(otherEnd(edge, node))))
        && (near === null || near.has(node))
        && (!graded || links.some((edge) => roleOf(edge).graded));
    }
  }
  // The rest stands with the tasks it touches, as soon as the tasks are chosen by something that is not its own;
  // an agency also with the targets that it answers for itself.
  const touches = (node, kind) => node.edges.some((edge) => edge.visible && otherEnd(edge, node).kind === kind && otherEnd(edge, node).visible);
  const joined = (node) => node === focused || touches(node, "Task") || (node.kind === "Agency" && touches(node, "Target"));
  const owned = (node) => node.edges.some((edge) => edge.visible && roleOf(edge).graded);
  const chosenItself = (node) => industries === null && (near === null || near.has(node)) && (!graded || owned(node));
  const cutOff = (node) => node.edges.length > 0 && !node.edges.some((edge) => edge.visible);
  for (const node of nodes.filter((item) => item.kind === "Target").concat(nodes.filter((item) => item.kind !== "Target"))) {
    if (node.kind === "Target") node.visible = planPasses(node) && yearPasses(node) && (chosenItself(node) || joined(node));
    else if (node.kind === "Industry" && industries !== null) node.visible = industries.has(node);
    else if (node.kind !== "Task") node.visible = !narrowed || joined(node);
    if (node.kind !== "Task") node.visible = node.visible && !cutOff(node);
  }
  for (const node of nodes) node.visible = node.visible && !off.kinds.has(node.kind);
  for (const edge of edges) edge.visible = edge.visible && edge.from.visible && edge.to.visible;
  for (const plan of plans) plan.visible = !off.kinds.has("Plan") && planPasses(plan) && (!narrowed || plan.tasks.concat(plan.targets).some((item) => item.visible));
  if (overview) drawn.edges.forEach(settle);
  weigh();
  showVisible();
  if (fit) fitVisible();
  byId("empty").hidden = drawn.nodes.some((node) => node.visible);
  if (chosen !== null) choose(chosen, "", true);
  else sayCount();
  if (!byId("table").hidden) showTable();
};

const sayCount = () => {
  const parts = content.kinds.filter((kind) => kind.count).map((kind) => {
    const visible = (kind.name === "Plan" ? plans : nodes).filter((node) => node.kind === kind.name && node.visible).length;
    return kind.caption + " " + (visible === kind.count ? visible : visible + "/" + kind.count);
  });
  const visible = drawn.edges.filter((edge) => edge.visible).length;
  parts.push(words.lines + " " + (visible === drawn.edges.length ? visible : visible + "/" + drawn.edges.length));
  let text = (overview ? words.overview : words.showing) + "：" + parts.join("　");
  if (focused !== null) text += "　" + say("only_now", { name: focused.name });
  byId("count").textContent = text;
};

const focusOn = (node) => {
  focused = node;
  applyFilters(true);
};

const legend = byId("legend");
const ticks = [];

const tick = (filled, caption, count, flip) => {
  const row = make("label");
  const box = row.appendChild(make("input"));
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => {
    flip(!box.checked);
    applyFilters(false);
  });
  ticks.push(box);
  row.appendChild(filled);
  row.appendChild(make("span", "", caption));
  if (count !== null) row.appendChild(make("span", "count", String(count)));
  return legend.appendChild(row);
};

const flipIn = (set, name) => (isOff) => (isOff ? set.add(name) : set.delete(name));

const glyph = (text, colour) => {
  const element = make("span", "glyph", text);
  element.style.color = colour;
  element.setAttribute("aria-hidden", "true");
  return element;
};

const sample = (stroke) => {
  const canvas = make("canvas");
  canvas.width = 80;
  canvas.height = 24;
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  drawSample(context, 0, 6, 40, stroke);
  return canvas;
};

const key = (filled, text) => {
  const row = legend.appendChild(make("div", "key"));
  row.appendChild(filled);
  row.appendChild(make("span", "", text));
};

const select = (name, title, options) => {
  if (!options.length) return;
  const row = legend.appendChild(make("label", "field"));
  row.appendChild(make("span", "", title));
  const box = row.appendChild(make("select"));
  box.id = "filter-" + name;
  for (const [value, text] of [["", words.all]].concat(options)) box.appendChild(make("option", "", text)).value = value;
  box.addEventListener("change", () => {
    narrow[name] = box.value;
    applyFilters(true);
  });
};

const hollowCaption = (kind) =>
  nodes.some((node) => node.kind === kind.name && node.hollow) ? (kind.name === "Agency" ? words.collective : words.ownerless) : "";

const buildLegend = () => {
  legend.appendChild(make("h2", "", words.things));
  for (const kind of drawnKinds) {
    tick(glyph(kind.glyph, kind.colour), kind.caption, kind.count, flipIn(off.kinds, kind.name));
    if (hollowCaption(kind)) key(glyph(kind.hollow, kind.colour), hollowCaption(kind));
  }
  if (drawnRoles.length) legend.appendChild(make("h2", "", overview ? words.strongest_role : words.roles));
  for (const role of drawnRoles) {
    tick(sample({ color: role.colour, width: role.width + 0.4, dashes: [], opacity: 1 }), role.caption, edges.filter((edge) => edge.kind === role.name).length, flipIn(off.roles, role.name));
  }
  if (content.roles.some((role) => role.graded)) {
    if (overview) {
      legend.appendChild(make("h2", "", words.line_width));
      for (const count of SAMPLES) key(sample({ color: "#3a4652", width: widthFor(count), dashes: [], opacity: 1 }), say("tasks_n", { n: count }));
    }
    legend.appendChild(make("h2", "", overview ? words.basis : words.bases));
    for (const basis of content.bases) {
      const row = tick(overview ? make("span") : sample({ color: "#3a4652", width: 1.8, dashes: basis.dashes, opacity: 1 }), basis.caption, edges.filter((edge) => edge.facts.get("basis") === basis.name).length, flipIn(off.bases, basis.name));
      row.title = basis.doc;
    }
    const row = tick(overview ? make("span") : sample({ color: "#3a4652", width: 0.9, dashes: [], opacity: 0.5 }), overview ? words.inherited : words.inherited_line, edges.filter((edge) => edge.facts.get("inherited")).length, (isOff) => { off.inherited = isOff; });
    row.title = words.inherited_doc;
  }
  const some = (values) => Array.from(new Set(values)).sort();
  const industries = nodes.filter((node) => node.kind === "Industry").sort((a, b) => b.edges.length - a.edges.length || a.i - b.i);
  legend.appendChild(make("h2", "", words.narrow));
  select("plan", words.plan, content.plans.map((plan, i) => [String(i), plan.title]));
  select("region", words.region, some(content.plans.map((plan) => plan.region).filter(Boolean)).map((name) => [name, name]));
  select("industry", words.industry, industries.map((node) => [String(node.i), node.name]));
  select("year", words.year, some([].concat(...nodes.map((node) => node.years || []))).map((year) => [String(year), say("due_in", { n: year })]));
  const reset = legend.appendChild(button(words.reset, "", () => {
    off.kinds.clear();
    off.roles.clear();
    off.bases.clear();
    off.inherited = false;
    focused = null;
    for (const box of ticks) box.checked = true;
    for (const name of Object.keys(narrow)) narrow[name] = "";
    for (const box of legend.querySelectorAll("select")) box.value = "";
    applyFilters(true);
  }));
  reset.id = "reset";
};
