"""How far tasks are, from reports in a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import SettingsError, UnknownNameError
from graph.model.identity import make_id
from graph.model.progress import ProgressReport
from graph.model.rows import plan_of
from graph.stores.embedded.store import EmbeddedStore
from queries.progress import counts, last_days, lights_of, progress, reports, reports_without_task, states_by_agency


def dated(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a plan issued on 2024-03-01 with three tasks, due by 2025-12-31, by mid-2025 and at a time not written."""
    reports = [key for key, label in graph.nodes(data="label") if label == "Progress"]
    # The targets of the sample would date every task.
    targets = [key for key, label in graph.nodes(data="label") if label == "Target"]
    graph.remove_nodes_from([*reports, *targets])
    for number, due_by in ((1, "2025-12-31"), (2, "2025-06-30")):
        graph.nodes[task(graph, number)]["due_by"] = due_by
    graph.nodes[task(graph, 3)].update(deadline=None, due=None)
    return graph


def task(graph: nx.MultiDiGraph, number: int) -> str:
    return make_id("Task", plan_of(graph), f"一/（一）/{number}")


def report(
    graph: nx.MultiDiGraph, number: int, agency: str, updated: str, state: str, **more: object
) -> ProgressReport:
    found = [key for key, name in graph.nodes(data="name") if name == agency]
    return ProgressReport(
        **{
            "task_id": task(graph, number), "plan_id": plan_of(graph), "agency_id": found[0] if found else "",
            "agency": agency, "said": f"{agency}说的话。", "state": state, "share": None, "person": "", "phone": "",
            "updated": updated, "quarters": (), "file": "表.xlsx", "sheet": "任务", "row": number, **more,
        }
    )  # fmt: skip


LEAD, PARTNER = "市工业和信息化局", "市财政局"


@pytest.fixture(scope="module")
def graph(sample_graph: Callable[..., nx.MultiDiGraph]) -> nx.MultiDiGraph:
    return dated(sample_graph(tasks=3))


@pytest.fixture(scope="module")
def store(graph: nx.MultiDiGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(tmp_path_factory.mktemp("progress") / "库.lbug")
    opened.load([graph])
    opened.add_progress(
        [
            report(graph, 1, LEAD, "2025-03-31", "under_way", share=40.0, quarters=("2025Q1 已招标",)),
            report(graph, 1, PARTNER, "2025-05-01", "done", person="王强"),
            report(graph, 1, LEAD, "2025-04-30", "", share=70.0),
            report(graph, 2, PARTNER, "2025-03-01", "not_started"),
            # Read in later, and older: it is not in force.
            report(graph, 2, PARTNER, "2025-01-01", "done"),
            # A date that is still to come counts from the day on which the sheet was read.
            report(graph, 3, LEAD, "2099-01-01", "blocked"),
        ],
        imported="2025-05-10",
    )
    yield opened
    opened.close()


def shown(store: EmbeddedStore, *names: str, **options: object) -> list[list[object]]:
    rows = progress.answer(store, **{"as_of": "2025-05-20", "soon": 30, **options}).records
    return [[row[name] for name in names] for row in rows]


def test_a_task_goes_by_the_latest_that_its_lead_says(store: EmbeddedStore) -> None:
    assert shown(store, "light", "due", "state", "share", "agency", "reported", "reports", "why") == [
        [
            "green",
            "2025-12-31",
            "under_way",
            70.0,
            LEAD,
            "2025-04-30",
            3,
            "推进中；未到时限；市财政局报“已完成”，不一致",
        ],
        ["yellow", "2025-06-30", "not_started", None, PARTNER, "2025-03-01", 2, "完成 0%，时间已过 92%；未开展"],
        ["yellow", None, "blocked", None, LEAD, "2025-05-10", 1, "受阻"],
    ]


def test_reports_of_later_days_are_not_looked_at(store: EmbeddedStore) -> None:
    assert shown(store, "light", "state", "reports", as_of="2025-04-01") == [
        ["yellow", "under_way", 1],
        ["yellow", "not_started", 2],
        ["grey", None, 0],
    ]
    assert shown(store, "light", "reports", as_of="2024-12-31") == [["grey", 0], ["grey", 0], ["grey", 0]]


def test_overdue_is_red_whoever_reported(store: EmbeddedStore) -> None:
    assert shown(store, "light", "why", as_of="2026-01-01") == [
        ["red", "逾期 1 天；推进中；市财政局报“已完成”，不一致"],
        ["red", "逾期 185 天；未开展"],
        ["yellow", "受阻"],
    ]


def test_only_what_is_asked_for(store: EmbeddedStore) -> None:
    assert shown(store, "number", agency="市行业协会") == [["一/（一）/1"], ["一/（一）/2"]]
    assert shown(store, "number", quarter="2025q2") == [["一/（一）/2"]]
    assert shown(store, "number", "quarters", quarter="2025Q1") == [["一/（一）/1", ["2025Q1 已招标"]]]
    assert shown(store, "number", region="石家庄", plan="工业节能", soon=0) == [[f"一/（一）/{at}"] for at in (1, 2, 3)]
    with pytest.raises(UnknownNameError):
        shown(store, "number", agency="外星局")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"as_of": "2025-02-30"}, "2025-02-30 不是日期；请写成 2026-03-31"),
        ({"quarter": "2025Q5"}, "2025Q5 不是季度；请写成 2026Q1"),
        ({"quarter": "一季度"}, "一季度 不是季度；请写成 2026Q1"),
    ],
)
def test_what_is_no_day_or_quarter_is_refused(store: EmbeddedStore, options: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        shown(store, "number", **options)
    assert refused.value.zh == said


def test_counts(store: EmbeddedStore) -> None:
    rows = progress.answer(store, as_of="2026-01-01").records
    assert [tuple(row.values()) for row in counts(rows, "agency")] == [
        (LEAD, 2, 2, 0, 0, 0, 2),
        ("各县（市、区）人民政府", 1, 0, 1, 0, 0, 1),
    ]
    assert [tuple(row.values()) for row in counts(rows, "plan")] == [("石家庄市工业节能实施方案", 3, 2, 1, 0, 0, 3)]
    assert [(row["quarter"], row["red"], row["yellow"]) for row in counts(rows, "quarter")] == [
        ("2025Q2", 1, 0),
        ("2025Q4", 1, 0),
        (None, 0, 1),
    ]


def test_a_derived_day_counts_where_none_is_written(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    graph = graph.copy()
    holder = task(graph, 3)
    graph.nodes[task(graph, 1)].update(due=None, deadline="“十四五”末")
    for at, (due, derived, day) in enumerate(
        [(2024, None, "2024-06-30"), (2026, None, None), (None, 2030, "2030-12-31")]
    ):
        key = f"target-{at}"
        graph.add_node(
            key, label="Target", id=key, plan_id=plan_of(graph), due=due, due_derived=derived, due_by=day, order=at
        )
        graph.add_edge(holder, key, key="SETS")
    with EmbeddedStore(tmp_path / "库.lbug") as store:
        store.load([graph])
        assert shown(store, "due", "derived", as_of="2024-06-01") == [
            ["2025-12-31", True],
            ["2025-06-30", False],
            ["2026-12-31", False],
        ]
        assert shown(store, "why", as_of="2024-06-01")[2] == ["阶段目标还有 29 天到期；未报进展"]
        assert (reports.answer(store).records, reports_without_task(store)) == ([], [])


def test_reports_whose_task_is_gone_are_found(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    new = graph.copy()
    new.remove_node(task(graph, 2))
    with EmbeddedStore(tmp_path / "库.lbug") as store:
        store.load([graph])
        store.add_progress([report(graph, 2, PARTNER, "2025-03-01", "done")], imported="2025-05-10")
        store.load([new])
        assert [(row["number"], row["agency"], row["state"]) for row in reports_without_task(store)] == [
            ("一/（一）/2", PARTNER, "done")
        ]
        assert shown(store, "number", "light", "reports") == [["一/（一）/1", "grey", 0], ["一/（一）/3", "grey", 0]]


def test_lights_are_there_for_plans_on_which_anything_was_reported(
    store: EmbeddedStore, graph: nx.MultiDiGraph, sample_graph: Callable[..., nx.MultiDiGraph], tmp_path: Path
) -> None:
    assert {key: row["light"] for key, row in lights_of(store, as_of="2026-01-01").items()} == {
        task(graph, 1): "red", task(graph, 2): "red", task(graph, 3): "yellow",
    }  # fmt: skip
    with EmbeddedStore(tmp_path / "库.lbug") as other:
        other.load([dated(sample_graph("洛阳市"))])
        assert lights_of(other) == {}


def test_the_latest_state_of_each_agency(store: EmbeddedStore, graph: nx.MultiDiGraph) -> None:
    rows = [row for row in reports.answer(store).records if row["task_id"] == task(graph, 1)]
    assert states_by_agency(rows) == [(LEAD, "under_way"), (PARTNER, "done")]


def test_last_days_are_those_of_the_lights(store: EmbeddedStore, graph: nx.MultiDiGraph) -> None:
    rows = progress.answer(store).records
    assert last_days(store, [plan_of(graph)]) == {
        row["task_id"]: date.fromisoformat(row["due"]) for row in rows if row["due"]
    }
    assert (len(last_days(store, [plan_of(graph)])), last_days(store, [])) == (2, {})
