"""Plans and regions, and what a user means by one."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.stores.embedded.store import EmbeddedStore
from queries import find_plan, find_region, plans


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
