"""What an agency is responsible for, and what a name means."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from queries import agencies, agency_names, agency_tasks, resolve_agency


def rows(store, name, *columns, **limits):
    return [tuple(row) for row in agency_tasks(store, name, **limits)[list(columns)].values.tolist()]


def test_an_agency_has_the_rows_of_its_plans_in_document_order(sample_store):
    assert rows(sample_store, "市工业和信息化局", "region", "number", "part", "title", "role", "basis", "agency") == [
        ("洛阳市", "二/（一）/1", 1, "改造锅炉", "lead", "explicit", "市工业和信息化局"),
        ("洛阳市", "二/（二）", 1, "培育企业", "co_own", "listed", "市工业和信息化局"),
        ("石家庄市", "一/1", 1, "建设车间", "lead", "rule", "市工业和信息化局"),
        ("石家庄市", "一/2", 1, "推广软件", "lead", "explicit", "市工信局"),
    ]


def test_a_row_says_everything_that_an_office_asks(sample_store):
    [first, *_] = agency_tasks(sample_store, "市工业和信息化局", region="洛阳市").to_dict("records")
    assert first == {
        "region": "洛阳市",
        "plan": "洛阳市绿色园区实施方案",
        "number": "二/（一）/1",
        "part": 1,
        "title": "改造锅炉",
        "agency": "市工业和信息化局",
        "written": "市工业和信息化局",
        "role": "lead",
        "basis": "explicit",
        "inherited": False,
        "open_ended": False,
        "deadline": "2025年底前",
        "with": [
            {"name": "市财政局", "role": "support", "basis": "explicit", "inherited": False},
            {"name": "市生态环境局", "role": "support", "basis": "explicit", "inherited": False},
        ],
        "quote": "市工业和信息化局牵头，市财政局、生态环境局配合",
        "line": first["line"],
        "task_id": first["task_id"],
        "due": [2025],
        "role_word": "牵头",
        "of": 1,
        "source": "lvse.txt",
        "page": None,
        "start": first["start"],
        "end": first["end"],
        "plan_id": first["plan_id"],
        "agency_id": first["agency_id"],
    }
    assert first["task_id"].startswith("task-") and first["line"] > 0


def test_every_role_is_told(sample_store):
    assert rows(sample_store, "市财政局", "region", "role") == [("洛阳市", "support"), ("石家庄市", "co_own")]
    assert rows(sample_store, "省工业和信息化厅", "region", "role", "role_word") == [("石家庄市", "guide", "指导")]
    assert rows(sample_store, "各县（市、区）人民政府", "role", "basis") == [("implement", "explicit")]
    assert rows(sample_store, "市公安局", "role", "inherited", "number") == [
        ("co_own", True, "二/（四）/1"),
        ("co_own", True, "二/（四）/2"),
    ]


def test_two_roles_in_one_task_are_two_rows(tmp_path, draft):
    plan = draft("洛阳市试验方案", "洛阳市", "市", "a.txt")
    owners = [("lead", "市财政局", "牵头", "explicit", False), ("implement", "市财政局", "落实", "explicit", False)]
    plan.task(plan.section("一", "任务"), "一/1", "试验", "试验。", owners, clause="市财政局牵头并落实")
    store = EmbeddedStore(tmp_path / "two.lbug")
    store.load([plan.graph])
    assert rows(store, "市财政局", "role", "with") == [("lead", []), ("implement", [])]
    store.close()


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"region": "石家庄"}, ["一/1", "一/2"]),
        ({"plan": "绿色园区"}, ["二/（一）/1", "二/（二）"]),
        ({"role": "co_own"}, ["二/（二）"]),
        ({"role": "support"}, []),
        ({"region": "洛阳市", "role": "lead", "plan": "lvse.txt"}, ["二/（一）/1"]),
    ],
)
def test_the_answer_can_be_narrowed(sample_store, limits, expected):
    assert agency_tasks(sample_store, "市工信局", **limits)["number"].tolist() == expected


def test_the_region_may_be_the_agencys_or_the_plans(sample_store):
    for region in ("河北省", "河北", "石家庄市"):
        assert agency_tasks(sample_store, "省工信厅", region=region)["number"].tolist() == ["一/1"]
    with pytest.raises(UnknownNameError, match="洛阳市 has no agency 省工信厅; regions that have it: 河北省"):
        agency_tasks(sample_store, "省工信厅", region="洛阳市")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市工业和信息化局", {("洛阳市", "name"), ("石家庄市", "name")}),
        ("工信局", {("洛阳市", "alias"), ("石家庄市", "alias")}),
        ("市工信局", {("洛阳市", "alias"), ("石家庄市", "name")}),
        ("洛阳市工信局", {("洛阳市", "grammar")}),
        ("石家庄市财政局", {("石家庄市", "grammar")}),
        ("市 财政局", {("洛阳市", "name"), ("石家庄市", "name")}),
        ("市发改委", {("洛阳市", "alias")}),
        ("省工信厅", {("河北省", "alias")}),
        ("河北省工信厅", {("河北省", "grammar")}),
        ("各县〔市、区〕人民政府", {("洛阳市", "name")}),
    ],
)
def test_names_and_short_names_are_read(sample_store, name, expected):
    assert {(match.region, match.how) for match in resolve_agency(sample_store, name)} == expected


@pytest.mark.parametrize("region", ["洛阳市", "石家庄市", "河北省"])
def test_a_region_leaves_the_agencies_out_that_are_neither_of_it_nor_named_in_its_plans(sample_store, region):
    rows = agency_names(sample_store).to_dict("records")
    here = {row["id"] for row in rows if region in (row["region"], row["plan_region"])}
    for name in {word for row in rows for word in (row["id"], row["name"], row["used"], *row["aliases"])}:
        expected = [match for match in resolve_agency(sample_store, name) if match.id in here]
        if expected:
            assert resolve_agency(sample_store, name, region=region) == expected, name
        else:
            with pytest.raises(UnknownNameError):
                resolve_agency(sample_store, name, region=region)


def test_an_id_is_a_name_too(sample_store):
    [match] = resolve_agency(sample_store, "市统计局")
    assert [found.how for found in resolve_agency(sample_store, match.id)] == ["id"]


@pytest.mark.parametrize("name", ["省财政局", "县财政局", "市财正局", "财政部", "郑州市财政局", "市", ""])
def test_what_is_similar_is_not_the_same(sample_store, name):
    with pytest.raises(UnknownNameError) as caught:
        resolve_agency(sample_store, name)
    assert len(caught.value.nearest) == 3
    assert str(caught.value).endswith("nearest: " + ", ".join(caught.value.nearest))


def test_a_body_without_a_task_is_no_unknown_name(sample_store):
    with pytest.raises(UnknownNameError) as caught:
        resolve_agency(sample_store, "市场监管局")
    assert str(caught.value) == "市市场监督管理局 exists, but these plans give it no task (石家庄市, 洛阳市)"
    assert len(caught.value.nearest) == 3


def test_the_nearest_names_are_the_plans_own(sample_store):
    with pytest.raises(UnknownNameError) as caught:
        agency_tasks(sample_store, "市财正局")
    assert caught.value.nearest[0] == "市财政局"
    assert caught.value.zh == "没有名为“市财正局”的机构；相近的有：市财政局、市统计局、市科技局"


def test_a_citys_body_is_not_the_states(tmp_path, draft):
    plan = draft("试验意见", "全国", "国家", "a.txt")
    owners = [("lead", "国家发展改革委", "牵头", "explicit", False)]
    plan.task(plan.section("一", "任务"), "一/1", "试验", "试验。", owners, clause="国家发展改革委牵头")
    store = EmbeddedStore(tmp_path / "state.lbug")
    store.load([plan.graph])
    assert [match.region for match in resolve_agency(store, "国家发改委")] == ["全国"]
    with pytest.raises(UnknownNameError):
        resolve_agency(store, "市发改委")
    store.close()


def test_an_unknown_role_is_refused(sample_store):
    with pytest.raises(UnknownNameError, match="no role is called leads"):
        agency_tasks(sample_store, "市财政局", role="leads")


def test_agencies_are_counted(sample_store):
    found = agencies(sample_store, region="洛阳")
    columns = ["name", "kind", "plans", "tasks", "leads", "co_owns", "supports", "guides", "implements"]
    assert [tuple(row) for row in found[columns].values.tolist()] == [
        ("各县（市、区）人民政府", "collective", 1, 1, 0, 0, 0, 0, 1),
        ("市交通运输局", "body", 1, 2, 0, 2, 0, 0, 0),
        ("市公安局", "body", 1, 2, 0, 2, 0, 0, 0),
        ("市发展和改革委员会", "body", 1, 1, 1, 0, 0, 0, 0),
        ("市商务局", "body", 1, 2, 2, 0, 0, 0, 0),
        ("市工业和信息化局", "body", 1, 2, 1, 1, 0, 0, 0),
        ("市生态环境局", "body", 1, 1, 0, 0, 1, 0, 0),
        ("市科学技术局", "body", 1, 1, 0, 1, 0, 0, 0),
        ("市统计局", "body", 1, 1, 1, 0, 0, 0, 0),
        ("市财政局", "body", 1, 1, 0, 0, 1, 0, 0),
    ]
    assert sorted(set(agencies(sample_store)["region"])) == ["河北省", "洛阳市", "石家庄市"]
