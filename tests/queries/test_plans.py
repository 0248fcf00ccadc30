"""Plans and regions, and what a user means by one."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from queries import audit, find_plan, find_region, plans, subgraph, tasks, workload


def test_plans_are_counted(sample_store):
    columns = ["region", "title", "source", "part", "level", "draft", "tasks", "owned_tasks", "agencies", "targets"]
    assert [tuple(row) for row in plans(sample_store)[columns].values.tolist()] == [
        ("洛阳市", "洛阳市绿色园区实施方案", "lvse.txt", 1, "市", False, 9, 7, 10, 4),
        ("石家庄市", "石家庄市数字车间行动方案", "shuzi.txt", 1, "市", False, 2, 2, 3, 1),
    ]
    assert plans(sample_store, region="石家庄")["source"].tolist() == ["shuzi.txt"]


@pytest.mark.parametrize("text", ["洛阳市绿色园区实施方案", "洛阳市 绿色园区实施方案", "绿色园区", "lvse.txt", "lvse"])
def test_a_plan_is_found_by_title_or_file(sample_store, text):
    assert find_plan(sample_store, text)["region"] == "洛阳市"


def test_a_plan_is_found_by_its_id_or_the_beginning_of_it(sample_store):
    for row in plans(sample_store).to_dict("records"):
        assert find_plan(sample_store, row["id"])["id"] == row["id"]
        assert find_plan(sample_store, row["id"][:12])["id"] == row["id"]


def test_a_text_that_fits_several_plans_is_refused(sample_store):
    with pytest.raises(UnknownNameError) as caught:
        find_plan(sample_store, "方案")
    assert caught.value.nearest == ["洛阳市绿色园区实施方案", "石家庄市数字车间行动方案"]
    assert all(id in str(caught.value) for id in plans(sample_store)["id"])


def test_a_region_tells_which_plan_is_meant(sample_store):
    assert find_plan(sample_store, "方案", region="洛阳")["title"] == "洛阳市绿色园区实施方案"
    with pytest.raises(UnknownNameError) as caught:
        find_plan(sample_store, "数字车间", region="洛阳市")
    assert caught.value.zh == "《石家庄市数字车间行动方案》是石家庄市的方案，不是洛阳市的；请去掉地区，或另选方案"


def test_a_plan_of_another_region_is_refused_where_nothing_would_be_found(sample_store):
    """An audit of a plan in a region that it is not of would read as nothing to report."""
    for ask in (audit, tasks, workload, subgraph):
        with pytest.raises(UnknownNameError, match="is a plan of 石家庄市, not of 洛阳"):
            ask(sample_store, plan="数字车间", region="洛阳")


def test_of_many_plans_some_are_listed(tmp_path, draft):
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        store.load([draft(f"绿色方案{at:02}", "洛阳市", "市", f"{at}.txt").graph for at in range(25)])
        with pytest.raises(UnknownNameError) as caught:
            find_plan(store, "绿色")
        said = caught.value.zh
        assert (said.partition("，")[0], said.count(".txt"), said[-3:]) == ("“绿色”对应 25 个方案", 20, "; …")


@pytest.mark.parametrize("text", ["", "plan-", "红色园区方案"])
def test_a_text_that_fits_no_plan_is_refused(sample_store, text):
    with pytest.raises(UnknownNameError, match="no plan is called"):
        find_plan(sample_store, text)


def test_an_exact_title_wins_over_longer_ones(tmp_path, draft):
    store = EmbeddedStore(tmp_path / "titles.lbug")
    store.load([draft(title, "洛阳市", "市", f"{title}.txt").graph for title in ("绿色方案", "绿色方案二")])
    assert find_plan(store, "绿色方案")["title"] == "绿色方案"
    store.close()


def test_an_empty_store_says_so(tmp_path):
    store = EmbeddedStore(tmp_path / "empty.lbug")
    store.load([])
    with pytest.raises(UnknownNameError, match="the store is empty") as caught:
        find_plan(store, "方案")
    assert (caught.value.nearest, caught.value.zh) == ([], "没有名为“方案”的方案；库里还没有方案")
    store.close()


def test_a_region_is_found_by_full_or_short_name():
    known = ["洛阳市", "河北省", "某某新区", None]
    assert [find_region(text, known) for text in ("洛阳市", "河北", "某某新区")] == ["洛阳市", "河北省", "某某新区"]
    with pytest.raises(UnknownNameError) as caught:
        find_region("洛川", known)
    assert caught.value.nearest[0] == "洛阳市"
