"""What the explorer is told of a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Store
from queries.progress import progress, reports
from zerentu.explorer import explore, explorer_content


def test_it_holds_every_task_with_its_owners(sample_store: Store) -> None:
    found = explorer_content(sample_store, today="2026-01-01")
    assert found.title == "2 份方案的责任浏览"
    assert [(plan.title, plan.lead_written) for plan in found.plans] == [
        ("洛阳市绿色园区实施方案", True),
        ("石家庄市数字车间行动方案", True),
    ]
    assert len(found.tasks) == 11
    boiler = next(task for task in found.tasks if task.title == "改造锅炉")
    assert (boiler.number, boiler.section, boiler.years) == ("二/（一）/1", "主要任务 / 节能改造", [2025])
    assert [(found.agencies[owner.agency].name, owner.role) for owner in boiler.owners] == [
        ("市工业和信息化局", "lead"),
        ("市财政局", "support"),
        ("市生态环境局", "support"),
    ]
    assert sum(not task.owners for task in found.tasks) == 2


def test_an_agency_has_the_names_that_resolve_takes(sample_store: Store) -> None:
    found = explorer_content(sample_store, region="洛阳")
    agency = next(each for each in found.agencies if each.name == "市工业和信息化局")
    assert (agency.region, "市工信局" in agency.names, agency.name in agency.names) == ("洛阳市", True, False)
    assert {plan.region for plan in found.plans} == {"洛阳市"}
    assert found.title == "洛阳市绿色园区实施方案：责任浏览"


def test_targets_know_who_answers_for_them(sample_store: Store) -> None:
    found = explorer_content(sample_store, region="洛阳")
    said = {
        target.metric: [(found.agencies[agency].name, role) for agency, role in target.owners]
        for target in found.targets
    }
    assert said["锅炉改造数"] == [("市工业和信息化局", "lead"), ("市财政局", "support"), ("市生态环境局", "support")]
    titles = {
        target.metric: found.tasks[target.task].title if target.task is not None else None for target in found.targets
    }
    assert titles["锅炉改造数"] == "改造锅炉"


def test_findings_are_those_of_the_audit(sample_store: Store) -> None:
    from queries import audit

    found = explorer_content(sample_store, today="2026-01-01")
    rows = audit.answer(sample_store, today="2026-01-01").records
    assert [(found.rules[each.rule].name, each.title, each.sentence) for each in found.findings] == [
        (row["rule"], row["title"], row["sentence"]) for row in rows
    ]


def test_the_matrix_has_its_columns_in_their_order(sample_store: Store) -> None:
    from queries.matrix import matrices

    found = explorer_content(sample_store)
    assert [[found.agencies[at].id for at in plan.columns] for plan in found.plans] == [
        [column.id for column in matrix.columns] for matrix in matrices(sample_store)
    ]
    assert all(sum(width for _word, width in plan.groups) == len(plan.columns) for plan in found.plans)


def test_an_unknown_plan_is_refused_and_nothing_written(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        explore(sample_store, tmp_path / "a.html", plan="没有的方案")
    assert not (tmp_path / "a.html").exists()


def test_progress_is_told_of_plans_with_reports_and_names_no_person(sample_graph, tmp_path: Path) -> None:
    silent, told = sample_graph("石家庄市"), sample_graph("洛阳市")
    silent.remove_nodes_from([key for key, label in silent.nodes(data="label") if label == "Progress"])
    for key, label in told.nodes(data="label"):
        if label == "Progress":
            told.nodes[key].update(person="王强", phone="0379-5550")
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        store.load([silent, told])
        assert [row["person"] for row in reports.answer(store).records] == ["王强"]
        found = explorer_content(store, today="2025-06-01")
        page = explore(store, tmp_path / "a.html", today="2025-06-01").read_text("utf-8")
        rows = progress.answer(store, region="洛阳", as_of="2025-06-01").records
    said = [task.progress for task in found.tasks if found.plans[task.plan].region == "洛阳市"]
    assert [(each.light, each.why, each.share, each.reported) for each in said if each] == [
        (row["light"], row["why"], row["share"], row["reported"]) for row in rows
    ]
    assert {found.plans[task.plan].region for task in found.tasks if task.progress} == {"洛阳市"}
    assert "王强" not in page and "0379-5550" not in page


def test_the_same_store_and_day_give_the_same_bytes(sample_store: Store, tmp_path: Path) -> None:
    pages = [explore(sample_store, tmp_path / name, today="2026-01-01").read_bytes() for name in ("a.html", "b.html")]
    assert pages[0] == pages[1]
