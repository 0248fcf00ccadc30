"""What every store does with plans of one title, whatever engine is behind it."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.model.frames import by_plan, to_frames
from graph.model.rows import plan_of

#: Which versions are of one plan is decided before a server is asked; one line of servers shows that it is done.


@pytest.fixture
def store(any_store):
    return any_store


def content(graph):
    """Everything in a graph, None and left out alike."""
    return by_plan(to_frames(graph))


def rows(store, cypher, **parameters):
    return [tuple(row) for row in store.rows(cypher, parameters).itertuples(index=False)]


def edition(graph, mark, **properties):
    """Return a plan out of another file, some of its properties changed."""
    copy = graph.copy()
    copy.nodes[plan_of(graph)].update(sha256=mark * 64, source=f"{mark}.txt", **properties)
    return copy


def numbers(store):
    return rows(store, "MATCH (p:Plan) RETURN p.number AS number, p.source AS source ORDER BY source")


def test_two_numbers_are_two_plans(store, sample_graph):
    one = edition(sample_graph(), "1")
    two = edition(sample_graph(), "2", number="某政发〔2024〕2号")
    assert store.load([one]).added == [plan_of(one)]
    (outcome,) = store.load([two]).outcomes
    assert (outcome.state, outcome.over, outcome.beside) == ("added", None, ())
    assert numbers(store) == [("某政发〔2024〕1号", "1.txt"), ("某政发〔2024〕2号", "2.txt")]
    tasks = rows(store, "MATCH (t:Task) RETURN t.plan_id AS plan")
    assert sorted(tasks) == sorted([(plan_of(one),), (outcome.plan.id,)] * 4)
    assert store.load([one, two]).unchanged == [plan_of(one), outcome.plan.id]
    assert store.remove(plan_of(one)) is True
    assert numbers(store) == [("某政发〔2024〕2号", "2.txt")]


def test_a_newer_version_says_what_went_and_an_older_one_waits(store, sample_graph):
    old, new = edition(sample_graph(), "1", issued="2024-02-01"), edition(sample_graph(tasks=3), "2")
    store.load([old])
    (outcome,) = store.load([new]).outcomes
    assert (outcome.state, outcome.over.source, outcome.over.tasks) == ("replaced", "1.txt", 4)
    before = content(store.graph())
    (waits,) = store.load([old]).outcomes
    assert (waits.state, waits.over.source) == ("older", "2.txt")
    assert content(store.graph()) == before == content(new)
    assert store.load([old], editions="replace").replaced == [plan_of(old)]
    assert content(store.graph()) == content(old)


def test_editions_stay_side_by_side(store, sample_graph):
    old, new = edition(sample_graph(), "1", issued="2024-02-01"), edition(sample_graph(tasks=3), "2")
    both = store.load([new, old], editions="keep")
    assert (len(both.added), numbers(store)) == (2, [("某政发〔2024〕1号", "1.txt"), ("某政发〔2024〕1号", "2.txt")])
    assert store.load([old, new]).unchanged == both.added[::-1]


def test_of_other_tasks_without_number_both_stay_and_it_is_told(store, sample_graph):
    one, two = (edition(sample_graph(), mark, number=None) for mark in "12")
    for at, data in enumerate(data for _, data in two.nodes(data=True) if data["label"] == "Task"):
        data["title"] = f"另一任务{at}"
    store.load([one])
    (outcome,) = store.load([two]).outcomes
    assert (outcome.state, [card.source for card in outcome.beside]) == ("added", ["1.txt"])
    assert numbers(store) == [(None, "1.txt"), (None, "2.txt")]


def test_one_by_one_or_together_in_any_order_is_the_same_or_is_told(store, sample_graph):
    """Of the property that tests/behaviour/test_load_orders.py holds, a case for every engine."""
    draft = edition(sample_graph(), "1", draft=True, number=None, issued="2024-01-01")
    final, second = edition(sample_graph(tasks=3), "2"), edition(sample_graph(), "3", number="某政发〔2024〕2号")
    plans = [draft, final, second]
    seen = []
    for order in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
        for steps in ([[plans[at] for at in order]], [[plans[at]] for at in order]):
            outcomes = [each for step in steps for each in store.load(step).outcomes]
            seen.append((numbers(store), sorted(each.state for each in outcomes)))
            for each in {each.plan.id for each in outcomes}:
                store.remove(each)
    held, states = zip(*seen, strict=True)
    assert list(held) == [[("某政发〔2024〕1号", "2.txt"), ("某政发〔2024〕2号", "3.txt")]] * 6
    assert set(map(tuple, states)) <= {("added", "added", "replaced"), ("added", "added", "older")}


def test_what_is_stored_is_revised_under_the_ids_of_the_store(store, sample_graph):
    """Two plans that would have one id: what revises them sees the ids that they get."""
    one, two = (edition(sample_graph(), mark, number=None) for mark in "12")
    for at, data in enumerate(data for _, data in two.nodes(data=True) if data["label"] == "Task"):
        data["title"] = f"另一任务{at}"
    seen = []

    def revise(graph):
        seen.append(plan_of(graph))
        copy = graph.copy()
        copy.nodes[plan_of(graph)]["source"] += " 已更正"
        return copy

    report = store.load([one, two], revise=revise)
    assert report.added == seen == [plan_of(one), seen[1]]
    assert seen[1] != plan_of(two)
    assert [source for _number, source in numbers(store)] == ["1.txt 已更正", "2.txt 已更正"]
    assert store.load([one, two], revise=revise).unchanged == report.added


@pytest.mark.parametrize("cypher", ["LOAD FROM '{path}' RETURN *", "LOAD CSV FROM 'file://{path}' AS a RETURN a"])
@pytest.mark.parametrize("before", ["", "MATCH (t:Task) WITH t LIMIT 1 "])
def test_no_file_is_read(store, sample_graph, tmp_path, before, cypher):
    store.load([sample_graph(tasks=1)])
    path = tmp_path / "secret.csv"
    path.write_text("secret\n", encoding="utf-8")
    for ask in (store.answer, store.rows):
        with pytest.raises(QueryError, match=r"only reading is allowed|not with LOAD"):
            ask(before + cypher.format(path=path))
