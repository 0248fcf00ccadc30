"""Tasks, by id, number or words."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import task, task_owners, tasks


def test_tasks_are_searched_in_title_and_text(sample_store):
    assert tasks(sample_store, "数据平台")["title"].tolist() == ["建设平台"]
    assert len(tasks(sample_store)) == 11
    assert tasks(sample_store, region="石家庄")["number"].tolist() == ["一/1", "一/2"]
    assert tasks(sample_store, "没有这些字").empty


@pytest.mark.parametrize(
    "text",
    ["二/（一）/1", "二/(一)/1", "二（一）1", "二、(一)1", "第二章（一）1", "改造锅炉", "锅炉", "水泥行业锅炉10台"],
)
def test_a_task_is_found_by_number_title_or_text(sample_store, text):
    assert task(sample_store, text)["title"].tolist() == ["改造锅炉"]


def test_a_task_is_found_by_its_id(sample_store):
    for row in tasks(sample_store).to_dict("records"):
        assert task(sample_store, row["task_id"])["task_id"].tolist() == [row["task_id"]]


def test_a_number_that_only_stands_above_tasks_means_these(sample_store):
    wanted = [row for row in tasks(sample_store)["number"] if row.startswith("二/")]
    assert sorted(task(sample_store, "第二章")["number"]) == sorted(wanted)


def test_a_text_that_is_no_number_is_looked_for_in_words(sample_store):
    assert task(sample_store, "10台")["title"].tolist() == ["改造锅炉"]


def test_a_title_wins_over_texts(sample_store):
    assert task(sample_store, "培育企业")[["number", "part"]].values.tolist() == [["二/（二）", 1], ["二/（二）", 2]]


def test_a_task_says_who_answers_for_it_and_what_it_stands_in(sample_store):
    [row] = task(sample_store, "二/（一）/1").to_dict("records")
    assert [(owner["name"], owner["role"], owner["written"]) for owner in row["owners"]] == [
        ("市工业和信息化局", "lead", "市工业和信息化局"),
        ("市财政局", "support", "财政局"),
        ("市生态环境局", "support", "生态环境局"),
    ]
    assert row["sections"] == ["主要任务", "节能改造"]
    assert (row["industries"], row["industry_names"]) == (["水泥行业"], ["水泥"])
    assert row["due"] == [2025]
    assert row["clause"] == "市工业和信息化局牵头，市财政局、生态环境局配合"
    assert row["text"] == "改造锅炉。2025年底前改造水泥行业锅炉10台以上。"
    assert [(target["metric"], target["value"]) for target in row["targets"]] == [("锅炉改造数", 10.0)]


def test_a_task_without_owners_is_shown_all_the_same(sample_store):
    [row] = task(sample_store, "加强培训").to_dict("records")
    assert row["owners"] == [] and row["industries"] == [] and row["targets"] == [] and row["due"] == []


def test_a_number_of_several_plans_can_be_narrowed(sample_store):
    assert task(sample_store, "一/1", plan="数字车间")["title"].tolist() == ["建设车间"]
    with pytest.raises(UnknownNameError):
        task(sample_store, "一/1", region="洛阳市")


@pytest.mark.parametrize("text", ["", " ", "改造高炉"])
def test_what_no_task_holds_is_refused_with_the_nearest_titles(sample_store, text):
    with pytest.raises(UnknownNameError) as caught:
        task(sample_store, text)
    assert len(caught.value.nearest) == 3
    if text.strip():
        assert caught.value.nearest[0] == "改造锅炉"


def test_owners_of_no_task_are_none(sample_store):
    assert task_owners(sample_store).empty
    assert task_owners(sample_store, "task-0000000000000000").empty
