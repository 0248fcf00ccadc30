"""What plans hold, asked of plans by their names and of words and numbers."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import contents
from queries.tasks import task


def test_plans_are_named_as_people_name_them(sample_store):
    assert contents.plan_sections(sample_store, "数字车间")["title"].tolist() == ["重点任务", "指标表"]
    both = contents.plan_sections(sample_store, "数字车间", "绿色园区")["region"].tolist()
    assert {region: both.count(region) for region in both} == {"洛阳市": 6, "石家庄市": 2}
    of_every = contents.plan_owners(sample_store)["plan_title"]
    assert {*of_every} == {*contents.plan_list(sample_store)["title"]}
    for ask in (contents.plan_owners, contents.plan_sections, contents.plan_targets, contents.plan_industries):
        with pytest.raises(UnknownNameError):
            ask(sample_store, "没有的方案")


def test_a_region_is_one_of_the_store(sample_store):
    assert contents.plan_list(sample_store, region="石家庄")["title"].tolist() == ["石家庄市数字车间行动方案"]
    for ask in (contents.plan_list, contents.task_days, contents.progress_reports):
        with pytest.raises(UnknownNameError):
            ask(sample_store, region="北京市")


def test_numbers_titles_and_words(sample_store):
    assert contents.tasks_at(sample_store, "二/（一）")["number"].tolist() == ["二/（一）/1", "二/（一）/2"]
    assert contents.titled_tasks(sample_store, "改造锅炉", "统计能耗")["title"].tolist() == ["改造锅炉", "统计能耗"]
    assert contents.titled_tasks(sample_store, "改造")["title"].tolist() == []
    assert contents.titles_with(sample_store, "改造")["title"].tolist() == ["改造锅炉"]


def test_a_section_holds_the_tasks_of_those_below_it(sample_store):
    [row] = task(sample_store, "三/（一）").to_dict("records")
    [chapter] = contents.plan_sections(sample_store, "绿色园区").query("number == '三'")["number"].tolist()
    assert (chapter, row["sections"]) == ("三", ["保障措施"])
