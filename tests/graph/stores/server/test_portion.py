"""Many plans in one load: parallel sessions leave what one plan after another leaves, refused plans cost themselves."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path

import neo4j_server
import networkx as nx
import pytest
from any_plan import content, full, version_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from small_plan import make_graph

from graph.errors import SchemaError, StoreError
from graph.model.rows import plan_of
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server import portion

ROOT = Path(__file__).parents[4]
CITIES = ["石家庄市", "洛阳市", "三明市", "南京市", "苏州市", "青岛市", "济南市", "武汉市", "长沙市", "成都市"]

pytestmark = pytest.mark.parametrize("engine", list(neo4j_server.VERSIONS), indirect=True, scope="module")


@pytest.fixture
def store(any_store):
    return any_store


def corpus():
    """Plans of ten cities, two titles each; the state and the industries are in all of them."""
    return [make_graph(city, title=title) for title in ("工业节能实施方案", "数字车间行动方案") for city in CITIES]


def one_by_one(store, plans):
    """The outcomes of plans that come in loads of their own."""
    return [outcome for plan in plans for outcome in store.load([plan]).outcomes]


def thief(of):
    """A plan that claims a task of another one."""
    task = next(key for key, data in of.nodes(data=True) if data["label"] == "Task")
    graph = nx.MultiDiGraph()
    graph.add_node("plan-thief", label="Plan", id="plan-thief", title="甲方案")
    graph.add_node(task, label="Task", id=task, plan_id="plan-thief")
    return graph


def test_many_plans_at_once_are_the_store_of_one_after_another(store, tmp_path):
    plans = corpus()
    with EmbeddedStore(tmp_path / "a.lbug") as local:
        # An embedded store decides plan by plan, in the order given.
        expected = local.load(plans).outcomes
        seen = []
        assert store.load(iter(plans), progress=seen.append).outcomes == expected
        assert full(store.graph()) == full(local.graph())
    assert seen == list(range(1, len(plans) + 1))
    assert store.load(plans).unchanged == [plan_of(plan) for plan in plans]


def test_new_plans_versions_and_repeats_in_one_load(store, tmp_path):
    """Between plans that are new come a version of one, the same again, and one of another id under the same title."""
    plans = [
        *corpus()[:4],
        make_graph("洛阳市", tasks=2),
        *corpus()[3:7],
        make_graph("洛阳市", tasks=3),
        make_graph("洛阳市", tasks=3),
        *corpus()[7:],
    ]
    with EmbeddedStore(tmp_path / "a.lbug") as local:
        assert store.load(plans).outcomes == local.load(plans).outcomes
        assert full(store.graph()) == full(local.graph())


def test_editions_are_decided_as_one_by_one(store, tmp_path):
    plans = [*corpus()[:3], *(make_graph(city, tasks=3) for city in CITIES[:3]), *corpus()[3:6]]
    with EmbeddedStore(tmp_path / "a.lbug") as local:
        expected = local.load(plans, editions="keep").outcomes
        assert store.load(plans, editions="keep").outcomes == expected
        assert full(store.graph()) == full(local.graph())


def test_what_revises_plans_sees_each_and_is_written(store, tmp_path):
    def shorter(graph):
        copy = graph.copy()
        for key, data in list(copy.nodes(data=True)):
            if data["label"] == "Agency":
                data["name"] += "（改）"
            if data["label"] == "UnreadTrigger":
                copy.remove_node(key)
        return copy

    with EmbeddedStore(tmp_path / "a.lbug") as local:
        local.load(corpus(), revise=shorter)
        store.load(corpus(), revise=shorter)
        assert full(store.graph()) == full(local.graph())


@st.composite
def versions(draw):
    """A version of one of six plans, which may disagree about what they share."""
    plan = f"plan-{draw(st.sampled_from('abcdef'))}"
    title = draw(st.sampled_from([plan, plan, "同名"]))
    of_task = st.fixed_dictionaries({"title": st.sampled_from(["一", "二"])})
    names = st.sampled_from(["甲", "甲", "甲", "乙"])
    return version_of(draw, plan, title, name=names, of_task=of_task, of_lead=st.just({}))


# Without shrinking, which takes minutes where every try asks a server.
@settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(before=st.lists(versions(), max_size=2), plans=st.lists(versions(), min_size=2, max_size=9))
def test_any_plans_in_one_load_leave_what_one_after_another_leaves(engine, opened, before, plans):
    with opened() as server:
        engine.clear()
        one_by_one(server, before)
        outcomes, left = one_by_one(server, plans), content(server.graph())
        engine.clear()
        one_by_one(server, before)
        assert server.load(plans).outcomes == outcomes
        assert content(server.graph()) == left


def bare(key, title, *tasks):
    """A plan of so many tasks and nothing else."""
    graph = nx.MultiDiGraph()
    graph.add_node(key, label="Plan", id=key, title=title)
    for at, words in enumerate(tasks):
        task = f"task-{key}-{at}"
        graph.add_node(task, label="Task", id=task, plan_id=key, title=words)
        graph.add_edge(key, task, key="HAS_TASK")
    return graph


def test_a_spare_id_that_a_plan_of_another_title_has_is_decided_in_order(store, engine):
    plans = [
        bare("plan-a", "甲", "一"), bare("plan-a", "乙", "二"), bare("plan-a", "乙", "一"), bare("plan-a", "甲", "二"),
        bare("plan-b", "丙", "三"), bare("plan-a", "乙", "二"), bare("plan-a", "甲", "二"), bare("plan-a", "乙", "一"),
    ]  # fmt: skip
    outcomes, left = one_by_one(store, plans), content(store.graph())
    engine.clear()
    assert store.load(plans).outcomes == outcomes
    assert content(store.graph()) == left


def test_a_plan_that_is_refused_costs_itself(store):
    plans = corpus()
    with pytest.raises(StoreError, match=r"甲方案.*was not loaded.*20 of 21 plans were loaded"):
        store.load([*plans[:5], thief(plans[0]), *plans[5:]])
    assert content(store.graph()) == content(nx.compose_all(plans))


def test_a_refused_plan_that_brings_what_others_have_does_not_cost_them(store):
    first = thief(corpus()[0])
    first.add_node("industry-x", label="Industry", id="industry-x", name="水泥")
    first.add_edge(next(key for key in first if key.startswith("Task") or "task" in key), "industry-x", key="CONCERNS")
    others = []
    for plan in corpus()[1:4]:
        plan.add_node("industry-x", label="Industry", id="industry-x", name="水泥")
        task = next(key for key, data in plan.nodes(data=True) if data["label"] == "Task")
        plan.add_edge(task, "industry-x", key="CONCERNS")
        others.append(plan)
    store.load([corpus()[0]])
    with pytest.raises(StoreError, match=r"3 of 4 plans were loaded"):
        store.load([first, *others])
    assert content(store.graph()) == content(nx.compose_all([corpus()[0], *others]))


def test_several_refused_plans_are_named(store):
    plans = corpus()[:2]
    store.load(plans)
    other = nx.relabel_nodes(thief(plans[1]), {"plan-thief": "plan-2"})
    for data in other.nodes.values():
        data.update({"id": "plan-2", "title": "乙方案"} if data["label"] == "Plan" else {"plan_id": "plan-2"})
    with pytest.raises(StoreError, match=r"2 plans were not loaded: 《甲方案》.*《乙方案》.*1 of 3 plans were loaded"):
        store.load([thief(plans[0]), other, corpus()[2]])


def test_a_graph_against_the_schema_is_refused_before_anything_of_a_list_is_written(store):
    broken = nx.MultiDiGraph()
    with pytest.raises(SchemaError):
        store.load([*corpus()[:2], broken])
    assert store.graph().number_of_nodes() == 0


def test_portions_take_no_more_plans_than_one_holds(store, monkeypatch):
    monkeypatch.setattr("graph.stores.server.store.PORTION", 3)
    taken, behind = 0, []

    def plans():
        nonlocal taken
        for plan in corpus()[:10]:
            taken += 1
            yield plan

    store.load(plans(), progress=lambda count: behind.append(taken - count))
    assert max(behind) < 3
    assert content(store.graph()) == content(nx.compose_all(corpus()[:10]))


def test_a_plan_larger_than_a_transaction_of_several_goes_alone(store, monkeypatch):
    monkeypatch.setattr(portion, "_ROWS", 50)
    plans = [*corpus()[:3], make_graph("无锡市", tasks=30), *corpus()[3:6]]
    assert len(store.load(plans).added) == 7
    assert content(store.graph()) == content(nx.compose_all(plans))


def test_a_store_that_is_closed_between_two_portions_says_how_far_it_came(store, opened, monkeypatch):
    monkeypatch.setattr("graph.stores.server.store.PORTION", 2)
    with closing(opened()) as other:

        def plans():
            yield from corpus()[:2]
            other.close()
            yield corpus()[2]

        with pytest.raises(StoreError, match=r"2 plans were loaded before; load all again"):
            other.load(plans())
    assert content(store.graph()) == content(nx.compose_all(corpus()[:2]))


LOAD = """
    import sys; sys.path[:0] = ["tests", "."]
    from small_plan import make_graph
    from graph.stores.server.store import Neo4jStore
    store = Neo4jStore(sys.argv[1], username=sys.argv[2], password=sys.argv[3])
    plans = [make_graph(city, title=title) for title in sys.argv[4].split() for city in sys.argv[5].split()]
    store.rows("RETURN 1 AS a")
    print("ready", flush=True)
    store.load(plans)
    print("done", flush=True)
"""


def loader(engine, titles, cities):
    arguments = [engine.uri, engine.user, engine.password, titles, " ".join(cities)]
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(LOAD), *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def test_a_killed_loader_leaves_whole_plans_and_nothing_else(store, engine, kills):
    plans = {plan_of(plan): plan for plan in corpus()}
    store.load([make_graph("无锡市", title="别的方案")])
    rng, seen = random.Random(kills), []
    for _ in range(min(kills, 40)):
        with loader(engine, "工业节能实施方案 数字车间行动方案", CITIES) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(rng.uniform(0, 0.6))
            process.kill()
        time.sleep(0.3)  # what was committing when it was killed
        there = set(store.rows("MATCH (p:Plan) RETURN p.id AS id")["id"])
        wanted = nx.compose_all([make_graph("无锡市", title="别的方案"), *(plans[key] for key in there & plans.keys())])
        assert content(store.graph()) == content(wanted)
        assert engine.ours() == wanted.number_of_nodes()
        seen.append(len(there) - 1)
        for key in there & plans.keys():
            store.remove(key)
    print(f"plans that killed loaders left: {seen}")
    store.load(list(plans.values()))
    assert len(store.rows("MATCH (p:Plan) RETURN p.id AS id")) == len(plans) + 1


def test_two_loaders_of_many_plans_wait_for_each_other(store, engine):
    both = [loader(engine, title, CITIES) for title in ("工业节能实施方案", "数字车间行动方案")]
    for process in both:
        said, talk = process.communicate(timeout=180)
        assert (process.returncode, said, talk) == (0, "ready\ndone\n", "")
    assert content(store.graph()) == content(nx.compose_all(corpus()))
