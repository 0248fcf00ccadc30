"""How work is shared out, on the sample plans; every question of the catalogue answers to its Chinese name."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from queries.catalogue import ask, catalogue, find_query
from queries.work import (
    due_between,
    given_tasks,
    never_in_roles,
    never_lead,
    partners,
    shared_tasks,
    tasks_with_text,
    workload,
)
from zerentu.cli import cli
from zerentu.wrapping import width

PLAN = """云阳市冷链运输实施方案
一、重点任务
（一）更新车辆。在水泥行业更新冷藏车辆。（市交通运输局、市商务局按职责分工负责）
（二）建设冷库。选定地块。（市商务局牵头，市财政局配合；完成时限：2026年12月底前）
（三）公布地块。（市商务局负责）
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    with EmbeddedStore(folder / "work.lbug") as store:
        store.load(build_graphs(parse_file(folder / "plan.txt", region="南充市")))
        yield store


def test_there_are_forty_questions_and_each_answers_to_its_chinese_name():
    known = catalogue()
    assert len(known) >= 40
    assert {find_query(query.caption).name for query in known.values()} == set(known)
    with pytest.raises(UnknownNameError) as caught:
        find_query("合作单伟")
    assert caught.value.nearest[0] == "合作单位"


def test_a_question_is_asked_by_its_chinese_name(store):
    done = CliRunner().invoke(cli, ["query", "合作单位", "-p", "agencies=x", "--db", store.name, "--format", "csv"])
    assert done.exit_code == 0
    assert (
        done.stdout.strip().removeprefix("\ufeff") == "序号,地区,合作单位,类别,任务,region,partner,kind,tasks,agency_id"
    )


def test_an_industry_on_which_nobody_leads(store):
    rows = ask(store, "industries_without_lead")
    assert rows[["region", "industry", "tasks"]].values.tolist() == [["南充市", "水泥", 1]]


def test_tasks_of_bodies_that_never_have_a_role(store):
    found = never_in_roles(store, "牵头")
    bodies = set(found["agency_id"]) - set(found.loc[found["agency_kind"] == "collective", "agency_id"])
    assert bodies == set(never_lead(store)["agency_id"]) != set()
    assert "lead" not in found["role"].tolist()
    every = ("牵头", "共同负责", "配合", "指导", "落实")
    assert never_in_roles(store, *every).empty


def test_bodies_that_never_lead(store):
    assert never_lead(store)["agency"].tolist() == ["市交通运输局", "市财政局"]


def test_partners_and_shared_tasks(store):
    assert partners(store, "市商务局")[["partner", "tasks"]].values.tolist() == [["市交通运输局", 1], ["市财政局", 1]]
    assert shared_tasks(store, "市商务局", "市财政局")["number"].tolist() == ["一/（二）"]
    assert shared_tasks(store, "市交通运输局", "市财政局").empty


def test_plans_that_give_a_body_tasks(store):
    rows = given_tasks(store, "市商务局")
    assert rows.drop(columns="plan_id").values.tolist() == [
        ["南充市", "云阳市冷链运输实施方案", 3, 2, 1, 0, 0, 0, 3, "plan.txt"]
    ]
    assert given_tasks(store, "市财政局", region="南充")[["tasks", "supports", "line"]].values.tolist() == [[1, 1, 4]]
    with pytest.raises(UnknownNameError):
        given_tasks(store, "市财政局", region="洛阳")


@pytest.mark.parametrize("room", [100, 80])
def test_the_plans_of_a_body_fit_a_screen(store, monkeypatch, room):
    monkeypatch.setenv("COLUMNS", str(room))
    ids = ",".join(row["id"] for row in ask.answer(store, "agencies").records if row["name"] == "市商务局")
    done = CliRunner().invoke(cli, ["query", "派任务的方案", "-p", f"agencies={ids}", "--db", store.name])
    assert done.exit_code == 0
    assert max(map(width, done.stdout.splitlines())) <= room
    assert "南充" in done.stdout and "plan.txt" in done.stdout


def test_tasks_by_period_and_words(store):
    assert due_between(store, 2026, 2026)["number"].tolist() == ["一/（二）"]
    assert due_between(store, 2027, 2030).empty
    assert tasks_with_text(store, "冷藏")["number"].tolist() == ["一/（一）"]


def test_the_work_of_each_body(store):
    rows = workload(store, region="南充")
    assert rows[["agency", "role", "tasks"]].values.tolist() == [
        ["市商务局", "lead", 2],
        ["市交通运输局", "co_own", 1],
        ["市商务局", "co_own", 1],
        ["市财政局", "support", 1],
    ]
