"""Which task some words of a title mean."""

from __future__ import annotations

import pytest

from queries.answers.titles import coverage, holds, said_title, targets_called, without_verbs

TITLES = ["加强河道管护", "修建亲水步道", "建设产地冷库"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("加强河道管护由谁负责", "加强河道管护"), ("亲水步道谁来修建", "亲水步道"), ("谁负责财政", None)],
)
def test_a_title_is_quoted_nearly_whole(text, words):
    span = said_title(text, TITLES)
    assert (text[slice(*span)] if span else None) == words


def test_verbs_say_nothing_of_the_subject():
    assert without_verbs("加强河道管护") == "河道管护" and without_verbs("加强") == "加强"


def test_words_in_their_order_and_pairs_of_characters():
    assert holds("低空物流发展实施方案", "低空方案") and not holds("低空物流", "物流低空")
    assert coverage("河道管护", "加强河道管护") == 1.0 and coverage("河道", "步道") == 0.0


@pytest.mark.parametrize(
    ("words", "metrics"),
    [
        ("能耗下降", ["单位产值能耗", "水泥单位产品能耗"]),
        ("能耗降低率", ["单位产值能耗", "水泥单位产品能耗"]),
        ("能耗提高", []),
        ("能耗", ["单位产值能耗", "水泥单位产品能耗", "能耗监测覆盖率"]),
        ("产值增长", ["工业产值"]),
    ],
)
def test_a_change_behind_a_metric_may_stand_elsewhere_in_the_clause(words, metrics):
    rows = [
        {"metric": "单位产值能耗", "text": "单位产值能耗比2025年下降13%"},
        {"metric": "水泥单位产品能耗", "text": "水泥单位产品能耗下降3%"},
        {"metric": "能耗监测覆盖率", "text": "能耗监测覆盖率达到90%"},
        {"metric": "工业产值", "text": "工业产值年均增长6%"},
    ]
    assert [row["metric"] for row in targets_called(words, rows)] == metrics
