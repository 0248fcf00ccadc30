"""Hypothesis: any plan that obeys the schema, with the texts that break formats."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

from graph.model.columns import ENDS
from graph.model.frames import by_plan, to_frames
from graph.model.schema import LABELS, RELATIONSHIPS
from graph.stores.cypher import LOOKED_UP

#: Texts that have broken one format or another.
HOSTILE = [
    "", "\x00", "甲\x00乙", "'\"`\\", "\"", "\\", "\\u0041\\n", "行\n行\r\n", "\r", "\f下一页", "\u2028\u2029\x85", "\ufeff", " 边 ", "\t",
    "a;b|c,d\x1f", "😀👨‍👩‍👧", "\ufffe\uffff", "=cmd|'/c calc'!A0", "</data><x>&amp;]]>", "nan", "None", "NULL", "[]", "$rows", "长" * 9_000,
]  # fmt: skip
TEXT = st.one_of(st.text(max_size=20), st.sampled_from(HOSTILE))
# Ids and what is looked up are short; a server does not index texts of thousands of characters.
SHORT = TEXT.map(lambda text: text[:100])
LOOKED_UP_NAMES = {name for _, name in LOOKED_UP}
VALUES = {
    "string": TEXT,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "float": st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**53), 2**53)),
    "boolean": st.booleans(),
    "strings": st.lists(TEXT, max_size=3),
}


def properties(item, *fixed):
    free = [each for each in item.properties if each.name not in fixed]
    return st.fixed_dictionaries({}, optional={each.name: st.none() | _values(each) for each in free})


def _values(item):
    return SHORT if item.kind == "string" and item.name in LOOKED_UP_NAMES else VALUES[item.kind]


@st.composite
def plans(draw, name="plan-1"):
    """Any plan that obeys the schema: some nodes of every label, and any relationships between them."""
    graph = nx.MultiDiGraph()
    held = {"Plan": [name]}
    graph.add_node(name, label="Plan", id=name, **draw(properties(LABELS[0], "id")))
    for item in LABELS[1:]:
        held[item.name] = [f"{item.name}-{key}" for key in draw(st.lists(SHORT, max_size=2, unique=True))]
        for key in held[item.name]:
            mine = {} if item.shared else {"plan_id": name}
            graph.add_node(key, label=item.name, id=key, **mine, **draw(properties(item, "id", "plan_id")))
    kinds = {item.name: item for item in RELATIONSHIPS}
    for kind, start, end in ENDS:
        for source in held[start]:
            for target in held[end]:
                if draw(st.booleans()):
                    graph.add_edge(source, target, key=kind, **draw(properties(kinds[kind])))
    return graph


def full(graph):
    """The nodes and relationships of a graph with every property that the schema knows."""
    known = {item.name: [each.name for each in item.properties] for item in (*LABELS, *RELATIONSHIPS)}
    nodes = {
        key: {"label": data["label"], **{name: data.get(name) for name in known[data["label"]]}}
        for key, data in graph.nodes(data=True)
    }
    edges = {
        (source, target, key): {name: data.get(name) for name in known[key]}
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    return nodes, edges


def hostile(graph):
    """Return the graph with every property known and each hostile text in many places; ids stay."""
    graph, at = graph.copy(), 0
    known = {item.name: item.properties for item in (*LABELS, *RELATIONSHIPS)}
    lists = [[], [""], ["", ""], ["a", ""], ["", "a"], HOSTILE]
    choices = {
        "string": HOSTILE,
        "integer": [0, -(2**63), 2**63 - 1],
        "float": [0.1, 1e300, 5e-324, -0.0, 3],
        "boolean": [True, False],
        "strings": lists,
    }
    rows = [(data["label"], data) for _, data in graph.nodes(data=True)]
    rows += [(kind, data) for *_, kind, data in graph.edges(keys=True, data=True)]
    for name, data in rows:
        for item in known[name]:
            if item.name not in ("id", "plan_id"):
                data[item.name] = choices[item.kind][at % len(choices[item.kind])]
                at += 1
    return graph


def known_only(data):
    """The properties of a node or relationship that are not None, without its label."""
    return {name: value for name, value in data.items() if name != "label" and value is not None}


def content(graph):
    """Return all rows of a graph by plan, to compare what two stores hold."""
    return by_plan(to_frames(graph))


def version_of(draw, plan, title, *, name, of_task, of_lead):
    """Draw a version of a plan over a few shared nodes, which other plans and versions have too.

    `name`, `of_task` and `of_lead` are strategies: of the names of shared nodes, of the properties of tasks and of those
    of who leads.
    """
    some = st.lists(st.sampled_from("123"), unique=True)
    graph = nx.MultiDiGraph()
    graph.add_node(plan, label="Plan", id=plan, title=title)
    tasks = [f"task-{plan}-{key}" for key in draw(some)]
    for task in tasks:
        graph.add_node(task, label="Task", id=task, plan_id=plan, **draw(of_task))
        graph.add_edge(plan, task, key="HAS_TASK")
    shared = [(label, f"{label}-{key}") for label in ("Agency", "Region", "Industry") for key in draw(some)]
    for label, key in shared:
        graph.add_node(key, label=label, id=key, name=draw(name))
    kinds = {("Task", "Industry"): "CONCERNS", ("Industry", "Industry"): "PART_OF", ("Agency", "Region"): "IN"}
    kinds |= {("Region", "Region"): "WITHIN", ("Plan", "Region"): "APPLIES_TO", ("Agency", "Task"): "LEADS"}
    ends = [("Plan", plan), *(("Task", task) for task in tasks), *shared]
    for start, source in ends:
        for end, target in ends:
            kind = kinds.get((start, end))
            if kind and draw(st.booleans()):
                graph.add_edge(source, target, key=kind, **(draw(of_lead) if kind == "LEADS" else {}))
    return graph
