"""What every store answers and refuses when it is asked, whatever engine is behind it: nothing here writes, so one plan serves all."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.model.frames import by_plan, to_frames


@pytest.fixture(scope="module")
def store(module_store, sample_graph):
    """A store of each engine that holds the sample plan."""
    module_store.load([sample_graph()])
    return module_store


def content(graph):
    """Everything in a graph, None and left out alike."""
    return by_plan(to_frames(graph))


def rows(store, cypher, **parameters):
    return [tuple(row) for row in store.rows(cypher, parameters).itertuples(index=False)]


def test_rows_are_python_values(store):
    frame = store.rows(
        "MATCH (a:Agency)-[r:LEADS]->(t:Task)-[:SETS]->(g:Target) WHERE a.region = $region "
        "RETURN a.name AS name, a.aliases AS aliases, t.due AS due, r.inherited AS inherited, g.value AS value, "
        "r.page AS page ORDER BY t.`order` LIMIT 1",
        {"region": "石家庄市"},
    )
    assert list(frame.columns) == ["name", "aliases", "due", "inherited", "value", "page"]
    assert [str(dtype) for dtype in frame.dtypes] == ["object"] * 6
    row = frame.iloc[0].tolist()
    assert row == ["市工业和信息化局", ["市工信局", "工业和信息化局"], 2025, False, 1.5, None]
    assert [type(value) for value in row] == [str, list, int, bool, float, type(None)]


def test_no_rows_have_columns_too(store):
    frame = store.rows("MATCH (t:Task) WHERE t.title = '无' RETURN t.id AS id, t.due AS due")
    assert (list(frame.columns), [str(dtype) for dtype in frame.dtypes], len(frame)) == (
        ["id", "due"],
        ["object"] * 2,
        0,
    )


def test_whole_nodes_and_relationships_carry_no_ids_of_the_engine(store, sample_graph):
    graph = sample_graph()
    [(agency, leads, task)] = rows(
        store, "MATCH (a:Agency)-[r:LEADS]->(t:Task) RETURN a, r, t ORDER BY t.`order` LIMIT 1"
    )
    assert {key: value for key, value in agency.items() if value is not None} == {
        key: value for key, value in graph.nodes[agency["id"]].items() if value is not None
    }
    assert task["label"] == "Task"
    assert leads == {"type": "LEADS", **graph.edges[agency["id"], task["id"], "LEADS"]}


def test_a_path_is_its_nodes_and_relationships(store):
    [(path,)] = rows(store, "MATCH p = (:Region)-[:WITHIN]->(:Region) RETURN p")
    assert [node["name"] for node in path["nodes"]] == ["石家庄市", "全国"]
    assert path["relationships"] == [{"type": "WITHIN"}]


@pytest.mark.parametrize(
    "value", ["", "引'号\"\\", "换\n行", "\u0000", "😀", "=1+1", 0, -(2**63), 2**63 - 1, 1.5, True, ["甲", ""]]
)
def test_parameters_arrive_as_they_are(store, value):
    [(answer,)] = rows(store, "RETURN $value AS value", value=value)
    assert (answer, type(answer)) == (value, type(value))


def test_an_empty_list_is_a_parameter(store):
    assert rows(store, "MATCH (t:Task) WHERE t.id IN $ids RETURN t.id AS id", ids=[]) == []


@pytest.mark.parametrize("value", [None, 2**63, {"a": 1}, [1], b"x", "\ud83d", ["\ud83d"], ("a",)])
def test_other_parameters_are_refused_without_showing_them(store, value):
    with pytest.raises(QueryError, match="parameter secret is") as caught:
        store.rows("RETURN $secret AS secret", {"secret": value})
    assert str(value) == "None" or repr(value) not in str(caught.value)


@pytest.mark.parametrize(
    "cypher",
    [
        "",
        "// 只有注释",
        "MATCH (t:Task RETURN t",
        "MATCH (t:Nothing) RETURN t.id AS id",
        "RETURN $missing AS value",
        "RETURN 1 AS a; RETURN 2 AS b",
        "RETURN 1 AS a, 2 AS a",
        "MATCH (t:Task) DETACH DELETE t",
        "MATCH (t:Task) SET t.title = '改'",
        "CREATE (:Task {id: 'x'})",
        "CHECKPOINT",
        "DROP TABLE Task",
        "RETURN " + "(" * 10_000,
        "RETURN " + "NOT " * 20_000 + "true AS a",
        "RETURN '\ud83d' AS text",
    ],
)
def test_a_bad_query_is_a_sentence_and_changes_nothing(store, sample_graph, cypher):
    with pytest.raises(QueryError) as caught:
        store.rows(cypher)
    assert "\n" not in str(caught.value)
    assert content(store.graph()) == content(sample_graph())


#: Hours of work for either engine, and no memory to speak of.
LONG = (
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c "
    "WITH a, b, c WHERE (a * b + c) % 7 = 8 RETURN count(a) AS n"
)


def test_rows_can_be_limited_in_number_and_time(store):
    assert store.rows("UNWIND range(1, 100) AS n RETURN n AS n", limit=3)["n"].tolist() == [1, 2, 3]
    assert len(store.rows("MATCH (t:Task) RETURN t.id AS id", limit=100)) == 4
    assert len(store.rows("MATCH (t:Task) RETURN t.id AS id", limit=0)) == 0
    with pytest.raises(QueryError, match="took too long and was ended") as caught:
        store.rows(LONG, timeout=0.2)
    assert "超时" in caught.value.zh
    assert store.rows("RETURN 1 AS n", timeout=60)["n"].tolist() == [1]


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (t:Task) WITH t CREATE (n:Task {id: t.title}) RETURN n.id AS id",
        "UNWIND [1] AS a MERGE (t:Task {id: 'x'}) RETURN t.id AS id",
        "MATCH (t:Task) WITH t LIMIT 1 SET t.title = '改' RETURN t.id AS id",
        "MATCH (a:Agency), (t:Task) CREATE (a)-[:LEADS]->(t)",
        "MATCH (:Agency)-[r:LEADS]->(:Task) DELETE r",
    ],
)
def test_a_query_that_writes_is_refused_wherever_it_begins(store, sample_graph, cypher):
    with pytest.raises(QueryError):
        store.rows(cypher)
    assert content(store.graph()) == content(sample_graph())
