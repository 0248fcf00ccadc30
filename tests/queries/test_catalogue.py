"""Every question of the catalogue on the real engine, and what may be asked of it."""

from __future__ import annotations

import inspect
import random
import re
import typing
from pathlib import Path

import networkx as nx
import pytest

import queries
from graph.errors import QueryError, SettingsError, UnknownNameError
from graph.stores.answer import Answer
from graph.stores.embedded.store import EmbeddedStore
from queries.catalogue import ask, catalogue, catalogue_markdown, checked, find_query, parameters_from_text
from queries.plans import find_plan

NAMES = sorted(catalogue())
#: Nobody overrode the sample; tests/zerentu/test_overrides.py asks these where somebody did.
OF_CORRECTIONS = {"joined_agencies", "overrides", "same_agencies"}
#: Every industry of the sample has a lead; test_catalogue_helpers.py asks of plans where one has none.
NONE_HERE = {"industries_without_lead", "progress_reports"}
TYPES = {"string": str, "integer": int, "float": float, "boolean": bool, "strings": list}
OWN = "// mine: Titles of plans.\n// param n integer at least so long\n// return title string the title\n"
OWN += "MATCH (p:Plan) WHERE size(p.title) > $n RETURN p.title AS title ORDER BY title\n"


def everything(store):
    """Return parameters that make every question answer with all that it can."""
    tasks = ask(store, "tasks")
    return {
        "agencies": sorted(ask(store, "agencies")["id"]),
        "tasks": sorted(tasks["task_id"]),
        "sections": sorted(set(ask(store, "task_sections", tasks=list(tasks["task_id"]))["section_id"])),
        "targets": sorted(ask(store, "targets")["target_id"]),
        "industry": "建材",
        "ids": sorted(tasks["task_id"]),
        "plans": sorted(ask(store, "plans")["id"]),
        "words": ["园区", "培训", "要求"],
        **pairs(store),
        "titles": sorted(set(tasks["title"])),
        "roles": ["lead"],
        "text": "市财政局、市工业和信息化局和市科技局、市工信局共同负责哪些任务",
    }


def pairs(store):
    """Two agencies that share a task, two plans, a period and a number path; the text of `everything` finds names only."""
    rows = ask(store, "task_owners", tasks=list(ask(store, "tasks")["task_id"]))
    shared = next(group for _, group in rows.groupby("task_id") if group["agency_id"].nunique() > 1)
    one, other = shared["agency_id"].unique()[:2]
    plans = sorted(ask(store, "plans")["id"])
    return {
        "one": one,
        "other": other,
        "agency": one,
        "plan": find_plan(store, "数字车间")["id"],
        "region": "洛阳市",
        "first": 2020,
        "last": 2035,
        "number": "二",
        "said": "园区",
        "here": plans[1],
        "above": plans[0],
    }


def answers(store, name):
    given = everything(store)
    return ask(store, name, **{item.name: given[item.name] for item in find_query(name).params if item.default is None})


@pytest.fixture(scope="module")
def shuffled_store(sample_plans, tmp_path_factory):
    """The same plans, loaded the other way round from graphs whose parts stand in another order."""
    path = tmp_path_factory.mktemp("shuffled") / "shuffled.lbug"
    store = EmbeddedStore(path)
    store.load([shuffled(plan, seed) for seed, plan in enumerate(reversed(sample_plans))])
    yield store
    store.close()


def shuffled(graph, seed):
    chance = random.Random(seed)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


@pytest.mark.parametrize("name", NAMES)
def test_a_question_gives_the_declared_columns_and_types(sample_store, name):
    rows = answers(sample_store, name)
    assert list(rows.columns) == [item.name for item in find_query(name).returns]
    assert len(rows) > 0 or name in OF_CORRECTIONS | NONE_HERE
    for item in find_query(name).returns:
        assert {type(value) for value in rows[item.name]} <= {TYPES[item.type], type(None)}, item.name


@pytest.mark.parametrize("name", NAMES)
def test_the_order_does_not_depend_on_how_the_store_was_filled(sample_store, shuffled_store, name):
    rows = answers(sample_store, name)
    assert rows.to_dict("records") == answers(shuffled_store, name).to_dict("records")
    assert len(rows) == len({repr(row) for row in rows.to_dict("records")})


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory):
    """A store without plans, for reading only."""
    store = EmbeddedStore(tmp_path_factory.mktemp("empty") / "empty.lbug")
    store.load([])
    yield store
    store.close()


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_answers_with_no_rows(empty_store, name):
    given = {
        "agencies": ["市财政局"],
        "tasks": ["task-0"],
        "sections": ["section-0"],
        "targets": ["target-0"],
        "industry": "钢铁",
        "ids": ["task-0"],
        "plans": ["plan-0"],
        "words": ["园区"],
        "titles": ["园区"],
        "roles": ["lead"],
        "one": "agency-0",
        "other": "agency-1",
        "said": "园区",
        "here": "plan-0",
        "above": "plan-1",
        "plan": "plan-0",
        "region": "洛阳市",
        "agency": "agency-0",
        "first": 2020,
        "last": 2035,
        "number": "二",
        "text": "市财政局牵头哪些任务",
    }
    query = find_query(name)
    rows = ask(empty_store, query, **{item.name: given[item.name] for item in query.params if item.default is None})
    assert rows.empty and list(rows.columns) == [item.name for item in query.returns]


@pytest.mark.parametrize("name", [name for name in NAMES if catalogue()[name].subgraph])
def test_the_picture_of_a_question_has_the_tasks_of_its_rows(sample_store, name):
    query = find_query(name)
    given = everything(sample_store)
    params = checked(query, {item.name: given[item.name] for item in query.params if item.default is None})
    drawn = sample_store.rows(query.subgraph, params)
    assert list(drawn.columns) == ["task_id", "node_id"]
    with_owner = set(ask(sample_store, name, **params)["task_id"])
    assert with_owner <= set(drawn["task_id"])
    assert name == "task_owners" or with_owner == set(drawn["task_id"])


@pytest.mark.parametrize(
    "path", sorted(Path(queries.__file__).parent.glob("cypher/*.cypher")), ids=lambda path: path.name
)
def test_a_question_keeps_to_what_both_engines_run(path):
    text = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    foreign = r"\b(type|labels?|substring|reduce|split|toString|shortestPath|elementId|id|all)\s*\(|\bany\s*\([^()]*\$|\b(CALL|SET|MERGE|CREATE|UNION|LIMIT)\b"
    assert not re.search(foreign, text)


def test_the_page_of_the_catalogue_is_fresh():
    page = Path(queries.__file__).parent / "README.md"
    assert page.read_text(encoding="utf-8") == catalogue_markdown(), "run python -m queries"


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({}, "question agency_tasks needs the parameter agencies (strings)"),
        (
            {"agencies": ["市财政局"], "year": 2025},
            "question agency_tasks has no parameter year; it has agencies, region, plan",
        ),
        ({"agencies": "市财政局"}, "question agency_tasks: parameter agencies should be strings"),
        ({"agencies": [1]}, "question agency_tasks: parameter agencies should be strings"),
        ({"agencies": ["市财政局"], "region": True}, "question agency_tasks: parameter region should be string"),
    ],
)
def test_parameters_are_checked_before_the_question_runs(sample_store, params, says):
    with pytest.raises(QueryError) as caught:
        ask(sample_store, "agency_tasks", **params)
    assert says in str(caught.value)
    assert caught.value.zh != str(caught.value)


def test_a_truth_value_is_no_number(sample_store):
    with pytest.raises(QueryError, match="due should be integer"):
        ask(sample_store, "targets", due=True)


def test_an_unknown_question_names_the_nearest(sample_store):
    with pytest.raises(UnknownNameError) as caught:
        ask(sample_store, "agency_task")
    assert caught.value.nearest[0] == "agency_tasks"


def test_a_folder_of_ones_own_adds_questions(sample_store, tmp_path, monkeypatch):
    (tmp_path / "mine.cypher").write_text(OWN, encoding="utf-8")
    assert set(catalogue(tmp_path)) == {*NAMES, "mine"}
    assert ask(sample_store, catalogue(tmp_path)["mine"], n=11)["title"].tolist() == ["石家庄市数字车间行动方案"]
    monkeypatch.setenv("ZERENTU_QUERIES", str(tmp_path))
    titles = ask(sample_store, "mine", n=0)["title"].tolist()
    assert sorted(titles) == ["洛阳市绿色园区实施方案", "石家庄市数字车间行动方案"]
    assert "mine" not in catalogue_markdown()


def test_a_question_of_ones_own_takes_no_name_that_is_taken(tmp_path):
    text = OWN.replace("mine", "plans")
    (tmp_path / "plans.cypher").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="there is already a question plans"):
        catalogue(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ZERENTU_QUERIES", str(tmp_path / "nowhere"))
    with pytest.raises(SettingsError, match="is not a folder"):
        catalogue()


def test_a_picture_without_rows_is_refused(tmp_path):
    (tmp_path / "mine.graph.cypher").write_text(OWN, encoding="utf-8")
    with pytest.raises(QueryError, match=r"needs the query of its rows beside it, mine\.cypher"):
        catalogue(tmp_path)


def test_a_question_that_the_engine_refuses_is_named(sample_store, tmp_path):
    (tmp_path / "mine.cypher").write_text(OWN.replace("size(p.title)", "sice(p.title)"), encoding="utf-8")
    with pytest.raises(QueryError, match=r"question mine \(parameters: n\): "):
        ask(sample_store, catalogue(tmp_path)["mine"], n=11)


def test_values_typed_on_a_command_line():
    assert parameters_from_text(find_query("targets"), {"due": "2025", "kind": "qualitative"}) == {
        "due": 2025,
        "kind": "qualitative",
    }
    assert parameters_from_text(find_query("agency_tasks"), {"agencies": "甲、 乙，丙"}) == {
        "agencies": ["甲", "乙", "丙"]
    }
    with pytest.raises(QueryError, match="due should be integer"):
        parameters_from_text(find_query("targets"), {"due": "明年"})
    with pytest.raises(QueryError, match="no parameter year"):
        parameters_from_text(find_query("targets"), {"year": "2025"})


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_a_typed_helper_with_an_example(name):
    helper = getattr(queries, name)
    assert name in queries.__all__ and helper.__name__ == name
    answer = helper.answer
    typed = typing.get_type_hints(answer)
    assert set(typed) == {*inspect.signature(answer).parameters, "return"} and typed["return"] is Answer
    assert re.search(rf">>> .*\b{name}\(sample_store", helper.__doc__)
    assert helper.__doc__.splitlines()[0].endswith(".")


def test_every_question_of_ours_has_a_chinese_caption():
    captions = [query.caption for query in catalogue().values()]
    assert find_query("no_owner").caption == "无责任单位"
    assert all(re.fullmatch(r"[\u4e00-\u9fff]{3,12}", caption) for caption in captions), captions
    assert len(set(captions)) == len(captions)


def test_a_question_without_a_chinese_caption_shows_its_summary(tmp_path):
    (tmp_path / "mine.cypher").write_text(OWN, encoding="utf-8")
    assert catalogue(tmp_path)["mine"].caption == "Titles of plans."
