// The same content as plain tables: for screen readers, for copying, and where a picture says too much at once.

const tableBox = byId("table");
let tableKind = overview ? "bundles" : "edges";
let tableRun = 0;
const SLICE = 400;
const SHEET = 10 * SLICE; // an overview may have a hundred thousand rows: it asks before it goes on

const nameButton = (node) => button(node.kind === "Task" ? titleOf(node) : node.name, "", () => {
  showView("map");
  choose(node);
});

const factsText = (kind, facts, but) => otherFacts(kind, facts, new Set(but))
  .map((name) => caption(kind, name) + "：" + shown(facts[name])).join("\n");

const TABLES = Object.assign(!overview ? {} : {
  bundles: {
    title: () => words.bundles,
    heads: () => [kinds.get("Agency").caption, words.plan, words.region, words.entries].concat(owning.map((role) => role.caption)),
    all: () => drawn.edges,
    row: (bundle) => [nameButton(bundle.from), nameButton(bundle.to), content.plans[bundle.to.plan].region || "",
      button(shareOf(bundle.members), "", () => {
        showView("map");
        choose(bundle);
      })].concat(owning.map((role) => String(bundle.members.filter((edge) => edge.kind === role.name).length || ""))),
  },
}, {
  edges: {
    title: () => words.table_edges,
    heads: () => [words.from, words.relation, words.basis, words.to, words.plan, words.region, words.place, words.source],
    all: () => edges,
    row: (edge) => {
      const facts = edge.facts;
      const plan = planOf(edge.to) || planOf(edge.from) || {};
      const text = facts.get("quote") || (edge.to.kind === "Target" ? edge.to.facts.text : facts.get("written")) || "";
      const role = roleOf(edge).caption + (facts.get("role_word") ? "（" + facts.get("role_word") + "）" : "");
      const basis = basisOf(edge) + (facts.get("open_ended") ? "，" + caption(edge.kind, "open_ended") : "");
      return [nameButton(edge.from), role, basis, nameButton(edge.to), plan.title || "", plan.region || "", placeOf({ page: facts.get("page"), line: facts.get("line") }), text];
    },
  },
  nodes: {
    title: () => words.table_nodes,
    heads: () => [words.kind, words.name, words.plan, words.region, words.place, words.facts, words.source],
    all: () => nodes,
    row: (node) => {
      const plan = planOf(node) || {};
      return [kinds.get(node.kind).caption, nameButton(node), plan.title || "", plan.region || node.facts.region || "", placeOf(node.facts),
        factsText(node.kind, node.facts, ["name", "title", "number", "text", "region", "part", "of"]), node.facts.text || ""];
    },
  },
  plans: {
    title: () => words.table_plans,
    heads: () => [words.plan, words.region, words.facts],
    all: () => content.plans,
    row: (plan) => [plan.title, plan.region || "", factsText("Plan", plan.facts, ["title", "region"])],
  },
  mentions: {
    title: () => words.mentions,
    heads: () => [words.plan, words.region, words.place, words.facts, words.source],
    all: () => [].concat(...content.plans.map((plan) => plan.mentions.map((mention) => ({ plan, mention })))),
    row: ({ plan, mention }) => [plan.title, plan.region || "", placeOf(mention), factsText("UnreadTrigger", mention, ["text"]), mention.text || ""],
  },
});

const showTable = () => {
  const table = TABLES[tableKind];
  const all = table.all();
  const rows = all.filter((row) => row.visible !== false);
  clear(tableBox);
  const tabs = tableBox.appendChild(make("div", "tabs"));
  for (const name of Object.keys(TABLES)) {
    if (!TABLES[name].all().length) continue;
    const tab = tabs.appendChild(button(TABLES[name].title() + " " + TABLES[name].all().length, "", () => {
      tableKind = name;
      showTable();
    }));
    tab.setAttribute("aria-pressed", String(name === tableKind));
  }
  const status = tabs.appendChild(make("span", "rows", say("rows", { n: rows.length, all: all.length })));
  status.setAttribute("role", "status");
  const element = tableBox.appendChild(make("table"));
  element.appendChild(make("caption", "", "")).hidden = true;
  const head = element.appendChild(make("thead")).appendChild(make("tr"));
  for (const text of table.heads()) head.appendChild(make("th", "", text)).scope = "col";
  const body = element.appendChild(make("tbody"));
  const run = (tableRun += 1);
  // In slices, so that fifteen thousand rows do not freeze the page.
  const more = (from) => {
    if (run !== tableRun) return;
    const part = document.createDocumentFragment();
    for (const row of rows.slice(from, from + SLICE)) {
      const line = part.appendChild(make("tr"));
      for (const cell of table.row(row)) {
        const box = line.appendChild(make("td"));
        if (cell instanceof Node) box.appendChild(cell);
        else {
          box.textContent = cell;
          box.className = cell.length > 40 ? "long" : cell.length > 8 ? "middle" : "short";
        }
      }
    }
    body.appendChild(part);
    const left = rows.length - from - SLICE;
    const pause = overview && (from + SLICE) % SHEET === 0;
    element.setAttribute("aria-busy", String(left > 0 && !pause));
    if (left > 0 && !pause) setTimeout(() => more(from + SLICE), 0);
    else if (left > 0) {
      const next = tableBox.appendChild(button(say("more_rows", { n: left }), "next", () => {
        tableBox.removeChild(next);
        more(from + SLICE);
      }));
    }
  };
  more(0);
};
