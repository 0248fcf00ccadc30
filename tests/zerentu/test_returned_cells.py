"""What offices write into cells: understood, or named with what it should be."""

from __future__ import annotations

import pytest

from graph.model.progress import STATES
from zerentu.returned_cells import NotUnderstood, read_day, read_share, read_state

DAY = "2026-03-01"


def refusal(read, text: str) -> str:
    with pytest.raises(NotUnderstood) as error:
        read(text)
    return error.value.why.zh


@pytest.mark.parametrize("state", list(STATES))
def test_the_words_of_the_list_are_understood_in_both_languages(state: str) -> None:
    assert [read_state(word) for word in STATES[state]] == [state, state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", ""), (" \n", ""), ("完成", "done"), ("已办结。", "done"), ("Done", "done"), ("进行中", "under_way"), ("在办", "under_way"),
        ("In  Progress", "under_way"), ("尚未启动", "not_started"), ("暂停", "blocked"), ("已 完 成", "done"),
    ],
)  # fmt: skip
def test_states_in_other_words(text: str, state: str) -> None:
    assert read_state(text) == state


@pytest.mark.parametrize("text", ["基本完成", "部分完成", "未完成", "滞后", "是", "已完成80%", "完成了一半"])
def test_states_that_are_open_are_asked_back(text: str) -> None:
    assert refusal(read_state, text) == "看不出是哪一种状态；请从列表中选未开展、推进中、已完成或受阻"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", None), ("  ", None), ("0", 0.0), ("0%", 0.0), ("80%", 80.0), ("80％", 80.0), ("80.5%", 80.5), ("80", 80.0), ("100", 100.0),
        ("0.8", 80.0), ("0.805", 80.5), ("0.07", 7.0), ("1%", 1.0), ("1.5", 1.5), ("八成", 80.0), ("八成五", 85.0), ("八成半", 85.0),
        ("两成", 20.0), ("十成", 100.0), ("一半", 50.0), ("百分之八十五", 85.0), ("百分之百", 100.0), (" 80 % ", 80.0),
    ],
)  # fmt: skip
def test_shares(text: str, share: float | None) -> None:
    assert read_share(text) == share


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1", "可以是 1%，也可以是 100%；请写上百分号"),
        ("120%", "超出 0% 到 100%；请核对后重填"),
        ("8000%", "超出 0% 到 100%；请核对后重填"),
        ("十成五", "超出 0% 到 100%；请核对后重填"),
        *[
            (text, "不是百分数；请填 0% 到 100%，如 80%")
            for text in ("大部分", "约80%", "80%以上", "-5%", "过半", "80-90%", "1/2", "8e1", "nan", "∞", "1" * 400)
        ],
    ],
)
def test_shares_that_are_not_understood(text: str, why: str) -> None:
    assert refusal(read_share, text) == why


@pytest.mark.parametrize(
    "text",
    ["2026年3月1日", "2026/3/1", "2026-03-01", "2026.3.1", "2026年03月01日", "20260301", "2026-03-01 00:00:00", "2026-03-01T08:30:00.000", "46082", "２０２６年３月１日"],
)  # fmt: skip
def test_days(text: str) -> None:
    assert read_day(text) == DAY


def test_days_that_count_from_1904_and_no_day() -> None:
    assert (read_day("44620", from_1904=True), read_day(""), read_day(" ")) == (DAY, "", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3月1日", "没有年份；请写成 2026-03-31 这样"),
        ("3/1", "没有年份；请写成 2026-03-31 这样"),
        ("2026年2月30日", "没有这一天；请写成 2026-03-31 这样"),
        ("2026-13-01", "没有这一天；请写成 2026-03-31 这样"),
        *[
            (text, "不是日期；请写成 2026-03-31 这样")
            for text in ("上周", "2026年3月", "46", "99999", "2026年3月1日前", "1" * 5000)
        ],
    ],
)
def test_days_that_are_not_understood(text: str, why: str) -> None:
    assert refusal(read_day, text) == why
