"""What only a store on a server must do: others' data, addresses, passwords, refusals."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial

import neo4j_server
import networkx as nx
import pytest
from any_plan import content, full, plans, version_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import QueryError, StoreError
from graph.model.rows import plan_of
from graph.model.same_plan import renamed
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server.bolt import Secret, Server
from graph.stores.server.plans import Arriving, load_plan
from graph.stores.server.statements import schema

pytestmark = pytest.mark.parametrize("engine", list(neo4j_server.VERSIONS), indirect=True, scope="module")


@pytest.fixture
def store(any_store):
    return any_store


FOREIGN = """
CREATE (zhang:ForeignPerson {name: '张三'}), (task:Task:Foreign {id: 'task-1', title: '别人的任务', due: 2020}),
  (twin:Task:Foreign {id: 'task-1', title: '同号任务'}), (plan:Plan:Foreign {id: 'plan-1', title: '别人的方案', region: '洛阳市'}),
  (bureau:Agency:Foreign {name: '别人的局', kind: 'body'}), (region:Region:Foreign {id: 'region-1', name: '别处'}),
  (zhang)-[:LEADS {role: '牵头'}]->(task), (bureau)-[:LEADS {role: '牵头'}]->(task), (plan)-[:HAS_TASK]->(task),
  (bureau)-[:IN]->(region), (plan)-[:APPLIES_TO]->(region)
"""


def foreign(driver):
    """Everything in the database that is not ours, with what stands between."""
    nodes = driver.execute_query(
        "MATCH (n) WHERE (n:Foreign OR n:ForeignPerson) RETURN labels(n) AS labels, properties(n) AS properties, "
        "[(n)-[r]->(m) WHERE m:Foreign OR m:ForeignPerson | [type(r), properties(r), m.id]] AS links "
        "ORDER BY coalesce(n.title, n.name)"
    ).records
    return [(sorted(row["labels"]), row["properties"], sorted(map(repr, row["links"]))) for row in nodes]


@pytest.fixture
def others(driver):
    driver.execute_query("MATCH (n) WHERE n:Foreign OR n:ForeignPerson DETACH DELETE n")
    driver.execute_query(FOREIGN)
    yield foreign(driver)
    driver.execute_query("MATCH (n) WHERE n:Foreign OR n:ForeignPerson DETACH DELETE n")


def test_nodes_of_others_are_neither_changed_nor_read(store, driver, others, sample_graph):
    one, two = sample_graph(), sample_graph("洛阳市")
    store.load([one, two])
    assert content(store.graph()) == content(nx.compose(one, two))
    count = sum(data["label"] == "Task" for _, data in nx.compose(one, two).nodes(data=True))
    assert store.rows("MATCH (t:Task) RETURN count(t) AS n").loc[0, "n"] == count
    assert store.rows("MATCH (p:Plan {region: '洛阳市'}) RETURN p.id AS id")["id"].tolist() == [plan_of(two)]
    assert store.rows("MATCH (a:Agency)-[:LEADS]->(t:Task) WHERE a.name = '别人的局' RETURN t.id AS id").empty
    assert store.rows("MATCH (n) WHERE n:Task AND n.due = 2020 RETURN n.id AS id").empty
    store.load([sample_graph(tasks=2)])
    store.remove(plan_of(one))
    store.remove(plan_of(two))
    assert store.remove("plan-1") is False
    assert store.graph().number_of_nodes() == 0
    assert foreign(driver) == others


def test_nothing_of_ours_is_left_behind(store, engine, driver, sample_graph):
    store.load([sample_graph()])
    store.remove(plan_of(sample_graph()))
    assert engine.ours() == 0
    assert driver.execute_query("MATCH (n:ZerentuWriter) RETURN count(n)").records[0][0] == 0


def test_what_others_drew_to_a_node_of_ours_outlives_a_new_version(store, driver, others, sample_graph):
    old, new = sample_graph(tasks=4), sample_graph(tasks=4)
    task = next(key for key, data in old.nodes(data=True) if data["label"] == "Task" and data["order"] == 1)
    new.nodes[task]["title"] = "改写的标题"
    store.load([old])
    driver.execute_query("MATCH (n:ForeignPerson) MATCH (t:Zerentu {id: $id}) CREATE (n)-[:WATCHES]->(t)", id=task)
    driver.execute_query("MATCH (t:Zerentu {id: $id}) SET t.seen = true", id=task)
    assert store.load([new]).replaced == [plan_of(new)]
    watched = driver.execute_query("MATCH (:ForeignPerson)-[:WATCHES]->(t) RETURN t.title, t.seen").records
    assert [tuple(row) for row in watched] == [("改写的标题", True)]
    assert content(store.graph()) == content(new)
    store.remove(plan_of(new))
    assert foreign(driver) == others


def test_a_plan_that_came_by_the_offline_import_is_found_by_its_title(store, driver, opened, sample_graph):
    """The import writes the graph; the key that finds titles is made when somebody loads."""
    store.load([sample_graph(tasks=4)])
    driver.execute_query("MATCH (p:Plan:Zerentu) REMOVE p.title_key")
    with closing(opened()) as again:
        [outcome] = again.load([renamed(sample_graph(tasks=4), "plan-other")]).outcomes
    assert (outcome.state, outcome.plan.id) == ("replaced", "plan-other")
    assert outcome.over is not None and outcome.over.id == plan_of(sample_graph())
    assert driver.execute_query("MATCH (p:Plan:Zerentu) RETURN size(p.title_key)").records[0][0] == 16


def test_the_schema_is_made_once_and_constrains_ours_only(store, driver, others, sample_graph):
    store.load([sample_graph()])
    names = {
        row[0]
        for row in driver.execute_query("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name").records
    }
    assert {text.split()[2] for text in schema()} <= names
    assert next(schema()) == "CREATE CONSTRAINT zerentu_id IF NOT EXISTS FOR (n:Zerentu) REQUIRE n.id IS UNIQUE"
    assert driver.execute_query("MATCH (t:Task {id: 'task-1'}) RETURN count(t)").records[0][0] == 2


def test_ids_are_unique_across_plans(store, sample_graph):
    store.load([sample_graph()])
    task = next(key for key, data in sample_graph().nodes(data=True) if data["label"] == "Task")
    thief = nx.MultiDiGraph()
    thief.add_node("plan-2", label="Plan", id="plan-2")
    thief.add_node(task, label="Task", id=task, plan_id="plan-2")
    with pytest.raises(StoreError, match="is already in the database conflicts"):
        store.load([thief])
    assert content(store.graph()) == content(sample_graph())


def test_what_the_server_does_not_write_is_no_silent_loss(store, engine, sample_graph):
    """A relationship whose end is missing matches nothing, which is no error to a server."""
    graph = sample_graph()
    part = Arriving.of(graph)
    rows = part.owned
    without = {key: row for key, row in rows.items() if key != next(key for key in rows if key[0] == "Section")}
    store.load([])
    server = Server(engine.uri, username=engine.user, password=Secret(engine.password))
    with (
        closing(server),
        pytest.raises(StoreError, match="the server wrote 0 of 1 row, so everything was rolled back") as caught,
    ):
        server.write(
            partial(load_plan, part=replace(part, content=replace(part.content, owned=without)), editions="newer")
        )
    assert "已全部撤回" in caught.value.zh
    assert store.graph().number_of_nodes() == 0


def test_a_failure_between_two_plans_says_how_far_it_came(store, sample_graph):
    one = sample_graph()
    task = next(key for key, data in one.nodes(data=True) if data["label"] == "Task")
    thief = nx.MultiDiGraph()
    thief.add_node("plan-2", label="Plan", id="plan-2")
    thief.add_node(task, label="Task", id=task, plan_id="plan-2")
    seen = []
    with pytest.raises(StoreError, match=r"2 of 3 plans were loaded; load all again") as caught:
        store.load([one, sample_graph("洛阳市"), thief], progress=seen.append)
    assert "其余 2 个方案已入库（共 3 个）" in caught.value.zh
    assert seen == [1, 2]
    assert content(store.graph()) == content(nx.compose(one, sample_graph("洛阳市")))


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(graph=plans())
def test_embedded_to_server_and_back_is_the_same_graph(engine, tmp_path_factory, graph, opened):
    """All that plan text can hold passes through both engines unchanged, types included."""
    engine.clear()
    with EmbeddedStore(tmp_path_factory.mktemp("store") / "zerentu.lbug") as local, opened() as server:
        local.load([graph])
        held = local.graph()
        assert server.load([held]).added == ["plan-1"]
        there = server.graph()
        assert full(there) == full(held)
        assert types(there) == types(held)
        assert server.load([held]).unchanged == ["plan-1"]
        assert local.load([there]).unchanged == ["plan-1"]


def types(graph):
    return {key: [type(value) for value in data.values()] for key, data in full(graph)[0].items()}


@st.composite
def versions(draw):
    """A version of one of three plans; versions share, drop and change what they have in common."""
    plan, title = draw(st.sampled_from(["plan-a", "plan-b", "plan-c"])), draw(st.sampled_from(["旧", "新"]))
    of_task = st.fixed_dictionaries({"due": st.sampled_from([None, 2025])})
    of_lead = st.fixed_dictionaries({"order": st.integers(1, 2)})
    return version_of(draw, plan, title, name=st.sampled_from(["甲", "乙", None]), of_task=of_task, of_lead=of_lead)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(versions() | st.sampled_from(["plan-a", "plan-b", "plan-c"]), min_size=2, max_size=5))
def test_any_loads_and_removals_leave_the_same_on_both_engines(engine, tmp_path_factory, steps, opened):
    engine.clear()
    with EmbeddedStore(tmp_path_factory.mktemp("store") / "zerentu.lbug") as local, opened() as server:
        local.load([])
        for step in steps:
            if isinstance(step, str):
                assert server.remove(step) == local.remove(step)
            else:
                assert server.load([step]) == local.load([step])
            assert content(server.graph()) == content(local.graph())


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (t:Task) WITH t CALL { WITH t CREATE (n:Task) RETURN n } RETURN t.id AS id",
        "MATCH (t:Task) WITH collect(t) AS all FOREACH (t IN all | SET t.title = '改')",
        "MATCH (t:Task) REMOVE t.title RETURN t.id AS id",
        "UNWIND [1] AS a MERGE (t:Task {id: 'x'}) RETURN t.id AS id",
        "CALL db.createLabel('Neu')",
        "MATCH (t:Task) CALL { WITH t DETACH DELETE t } IN TRANSACTIONS RETURN 1 AS a",
    ],
)
def test_writing_is_refused_before_anything_runs(store, driver, sample_graph, cypher):
    store.load([sample_graph()])
    with pytest.raises(QueryError, match="only reading is allowed") as caught:
        store.rows(cypher)
    assert "只允许读取" in caught.value.zh
    assert content(store.graph()) == content(sample_graph())


@pytest.mark.parametrize(
    ("cypher", "name"),
    [
        ("MATCH (t:Tusk) RETURN t.id AS id", "Tusk"),
        ("MATCH (t:Task)<-[:LEEDS]-() RETURN t.id AS id", "LEEDS"),
        ("MATCH (t:Task) RETURN t.titel AS title", "titel"),
    ],
)
def test_a_misspelt_name_is_told_and_not_taken_for_nothing(store, cypher, name):
    with pytest.raises(QueryError, match=f"names {name}, which neither the schema nor the database has"):
        store.rows(cypher)


def test_names_of_the_schema_are_known_before_anything_is_loaded(store):
    assert store.rows("MATCH (a:Agency)-[:GUIDES]->(t:Task) RETURN t.deadline AS deadline").empty


def test_names_of_others_may_be_asked_for(store, others):
    assert store.rows("MATCH (n:ForeignPerson) RETURN n AS n").loc[0, "n"] == {"label": "ForeignPerson", "name": "张三"}
