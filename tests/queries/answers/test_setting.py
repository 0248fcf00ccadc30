"""What questions say of targets beside their names."""

from __future__ import annotations

import pytest

from queries.answers.setting import asks_for_setting, counts_targets, quoted_metric


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("衡阳哪些任务有量化目标", "some"),
        ("哪些任务里都写了具体目标", "some"),
        ("带指标的任务有几项", "some"),
        ("哪些任务没有目标", "none"),
        ("没设目标的任务", "none"),
        ("没有量化指标的任务", "none"),
        ("2027年目标有哪些", ""),
        ("任务的目标是多少", ""),
        ("有目标吗", ""),
    ],
)
def test_tasks_are_asked_for_by_whether_they_set_a_target(text, wanted):
    assert asks_for_setting(text) == wanted


def test_targets_are_counted():
    assert [counts_targets(text) for text in ("有多少个目标", "几个2030年的量化指标", "目标是多少")] == [
        True,
        True,
        False,
    ]


def test_a_metric_is_more_than_the_title_that_took_its_words(session):
    asked = "农村行政村光纤通达率"
    assert quoted_metric("光纤通达率", ["行政村"], asked, session.facts) == "行政村光纤通达率"
    assert quoted_metric("光纤通达率", ["农村"], asked, session.facts) == ""
