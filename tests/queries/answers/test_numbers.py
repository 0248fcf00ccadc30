"""Number paths and years in loose forms."""

from __future__ import annotations

import pytest

from queries.answers.numbers import (
    in_digits,
    matches_path,
    read_half,
    read_month,
    read_path,
    read_quarter,
    read_ranking,
    read_year,
)
from queries.answers.tokens import Question, fold_question


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("第二章第三条", ["二", "?三"]),
        ("二(四)3谁负责", ["二", "（四）", "3"]),
        ("第（十六）条", ["（十六）"]),
        ("专栏2", ["专栏2"]),
        ("谁负责", []),
    ],
)
def test_paths_as_people_write_them(text, path):
    assert read_path(Question(fold_question(text))) == path


@pytest.mark.parametrize(
    ("path", "number", "found"),
    [
        (["二", "?三"], "二/（三）", (True, True)),
        (["?三"], "二/3", (False, False)),
        (["?3"], "二/3", (True, True)),
        (["二"], "二/（三）/1", (False, True)),
        (["三"], "二/三", (False, False)),
    ],
)
def test_a_path_matches_from_where_it_begins(path, number, found):
    assert matches_path(path, number) == found


def test_the_fifteenth_article_may_be_item_15():
    assert in_digits(["?十五"]) == ["?15"] and in_digits(["二", "（三）"]) == ["二", "（三）"]


@pytest.mark.parametrize(
    ("text", "year"), [("到2030年", 2030), ("“十四五”末", 2025), ("2027年底前", 2027), ("明天", None)]
)
def test_years(text, year):
    assert read_year(Question(fold_question(text))) == year


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026年第三季度到期的任务", 3),
        ("2026年4季度末", 4),
        ("tasks due in q2", 2),
        ("2026年三季度前", 0),
        ("2026年三季度以后", 0),
        ("每季度会商", 0),
    ],
)
def test_a_quarter_is_one_and_not_what_lies_before_it(text, wanted):
    assert read_quarter(Question(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("2026年上半年完成", 1), ("2026年下半年底", 2), ("下半年以后", 0), ("下半年起", 0), ("半年一次", 0)],
)
def test_a_half_year_is_one_and_not_what_lies_behind_it(text, wanted):
    assert read_half(Question(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("6月底前完成", (6, True)),
        ("2026年十二月前", (12, True)),
        ("十月份到期", (10, False)),
        ("9月到期", (9, False)),
        ("3月底", (3, False)),
        ("6月底以后", (0, False)),
        ("9月起", (0, False)),
        ("6至9月", (9, False)),
        ("9月30日前", (0, False)),
        ("三个月内", (0, False)),
        ("每月", (0, False)),
        ("13月", (0, False)),
    ],
)
def test_a_month_is_one_and_not_what_lies_around_it(text, wanted):
    assert read_month(Question(text)) == wanted


def test_annexes_are_found_with_their_number_and_without():
    said = ["附件2", "附件三里", "附2/85", "附件", "附表1"]
    assert [read_path(Question(text)) for text in said] == [["附2"], ["附3"], ["附2", "85"], ["附"], ["附1"]]
    assert matches_path(["附"], "附2/85") == (False, True) and matches_path(["附2"], "附1/85") == (False, False)


@pytest.mark.parametrize(
    ("text", "count"), [("任务最多的前三名", 3), ("top 5", 5), ("任务最多的两家", 2), ("任务最多", 0)]
)
def test_rankings_say_how_many_are_asked_for(text, count):
    assert read_ranking(Question(text)) == count


def test_a_box_is_not_numbered_by_what_counts_boxes():
    assert [read_path(Question(text)) for text in ("专栏一共几个", "专栏三个", "专栏一")] == [[], [], ["专栏一"]]
