"""Targets: which answers which, and how the two compare."""

from __future__ import annotations

from typing import Any

import pytest

from queries.cascade.verdicts import compare_targets, metric_similarity, pair_targets


def target(metric: str = "灌溉水利用系数", **values: Any) -> dict[str, Any]:
    usual = {
        "metric": metric, "value": 20.0, "unit": "%", "due": 2027, "baseline": None, "comparator": ">=",
        "change": "level", "kind": "quantitative", "task_id": None, "text": metric,
    }  # fmt: skip
    return {**usual, **values}


@pytest.mark.parametrize(
    ("below", "verdict"),
    [
        ({}, "same"),
        ({"value": 25.0}, "stronger"),
        ({"value": 15.0}, "weaker"),
        ({"value": None, "unit": None, "kind": "qualitative"}, "weaker"),
        ({"due": 2028}, "later"),
        ({"due": 2026}, "earlier"),
        ({"baseline": 2022}, "different baseline"),
    ],
)
def test_how_a_target_compares(below: dict[str, Any], verdict: str) -> None:
    assert compare_targets(target(baseline=2020), target(**{"baseline": 2020, **below})) == verdict


def test_of_a_limit_less_is_more() -> None:
    assert compare_targets(target(comparator="<="), target(comparator="<=", value=15.0)) == "stronger"


def test_a_share_of_the_total_is_neither_weaker_nor_stronger() -> None:
    assert compare_targets(target(unit="亿吨", value=1.0), target(unit="万吨", value=600.0)) == "different baseline"


def test_what_is_counted_by_head_is_no_total_and_what_is_new_is_one() -> None:
    each = target("每百名老人拥有社工", unit="人", value=1.0)
    assert compare_targets(each, {**each, "value": 0.8}) == "weaker"
    new = target("新增企业", unit="家", value=2000.0, change="increase")
    assert compare_targets(new, {**new, "value": 150.0}) == "different baseline"


def test_in_counterparts_the_same_number_in_the_same_year_counts_under_another_name() -> None:
    upper = [target("短流程炼钢占比", task_id="task-up", value=15.0)]
    lower = [target("电炉钢产量占粗钢总产量", task_id="task-down", value=15.0, comparator="~")]
    assert [pair.down for pair in pair_targets(upper, lower, [("task-up", "task-down")])] == [0]
    assert [pair.down for pair in pair_targets(upper, lower, [])] == [None]
    later = [{**lower[0], "due": 2030}]
    assert [pair.down for pair in pair_targets(upper, later, [("task-up", "task-down")])] == [None]


def test_a_number_where_there_was_none_is_stronger() -> None:
    assert compare_targets(target(value=None, unit=None), target()) == "stronger"


def test_metrics_are_compared_without_how_they_are_measured() -> None:
    assert metric_similarity("全省灌溉水利用系数", "灌溉水利用系数达到") == 1.0


def test_each_target_finds_its_own_and_one_sentence_may_answer_two() -> None:
    upper = [target("化肥用量"), target("农药用量"), target("机井数量", unit="眼")]
    lower = [target("化肥用量、农药用量", value=10.0)]
    found = pair_targets(upper, lower, [])
    assert [(pair.down, pair.verdict) for pair in found] == [(0, "weaker"), (0, "weaker"), (None, "missing")]


def test_a_target_is_looked_for_in_the_counterpart_of_its_task_first() -> None:
    upper = [target("新建灌溉机井", task_id="task-up", unit="眼", value=80.0)]
    lower = [
        target("新打灌溉机井", task_id="task-other", unit="眼"),
        target("新打灌溉机井", task_id="task-down", unit="眼"),
    ]
    assert [pair.down for pair in pair_targets(upper, lower, [("task-up", "task-down")])] == [1]
    assert pair_targets(upper, [], [])[0].verdict == "missing"


def test_words_of_a_target_that_a_counterpart_says_without_number_make_it_weaker() -> None:
    upper = [
        target("再制造供应商", unit="家", value=50.0, text="到2027年，培育 50 家再制造方案供应商", task_id="task-up")
    ]
    texts = {"task-down": "1.再制造。面向矿山机械需要，培育再制造方案供应商。"}
    (found,) = pair_targets(upper, [], [("task-up", "task-down")], texts)
    assert (found.down, found.verdict, found.task) == (None, "weaker", "task-down")
    assert pair_targets(upper, [], [], texts)[0].verdict == "missing"
    stock = [{**upper[0], "text": "培育50家供应商"}]
    assert pair_targets(stock, [], [("task-up", "task-down")], texts)[0].verdict == "missing"
