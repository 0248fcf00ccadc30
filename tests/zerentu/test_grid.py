"""Tables on a screen: every character is there, and no line is wider than the screen."""

from __future__ import annotations

import pytest

from zerentu.grid import grid
from zerentu.wrapping import width

CAPTIONS = ["编号", "标题", "原文"]
ROWS = [
    ["二/（一）/1", "开展培训", "市财政局牵头，市审计局配合，各县（市、区）人民政府落实"],
    ["二/（二）", "建设园区绿色微电网", "first\nsecond"],
]


def test_a_table_that_fits_stays_as_wide_as_its_texts() -> None:
    assert list(grid(["机构", "数"], [["市财政局", "1"], ["市审计局", "12"]], set(), 80)) == [
        "机构      数",
        "────────────",
        "市财政局  1",
        "市审计局  12",
    ]


@pytest.mark.parametrize("room", [34, 40, 60, 100])
def test_no_line_is_wider_than_the_screen_and_no_character_is_lost(room: int) -> None:
    lines = list(grid(CAPTIONS, ROWS, {0}, room))
    assert max(map(width, lines)) <= room
    shown = "".join(lines).replace("─", "")
    wanted = "".join([*CAPTIONS, *(cell for row in ROWS for cell in row)])
    assert sorted(shown.replace(" ", "")) == sorted("".join(wanted.split()))


def test_what_stays_whole_is_broken_only_where_the_screen_has_no_room_left() -> None:
    wide = list(grid(["编号", "标题"], [["二/（一）/1", "开展培训活动各项工作"]], {0}, 24))
    assert wide[2].startswith("二/（一）/1")
    narrow = list(grid(["编号", "标题"], [["二/（一）/1", "开展"]], {0}, 14))
    assert narrow == ["编号      标题", "──────────────", "二/       开展", "（一）/1"]


def test_rows_stand_one_below_the_other_where_the_columns_do_not_fit() -> None:
    rows = [ROWS[0], ["二/（二）", "", "first\nsecond"]]
    assert list(grid(CAPTIONS, rows, {0}, 24)) == [
        "─" * 24,
        "编号  二/（一）/1",
        "标题  开展培训",
        "原文  市财政局牵头，市审",
        "      计局配合，各县",
        "      （市、区）人民政府",
        "      落实",
        "─" * 24,
        "编号  二/（二）",
        "原文  first",
        "      second",
    ]


def test_many_columns_on_a_narrow_screen_stay_within_it() -> None:
    captions = [f"第{at}项" for at in range(30)]
    lines = list(grid(captions, [[f"数值{at}号" for at in range(30)]], set(), 40))
    assert len(lines) == 31
    assert max(map(width, lines)) == 40


def test_long_numbers_are_broken_before_texts_stand_in_columns_of_four_characters() -> None:
    row = ["第二章/第二十一条", "保障重点项目建设用地", "增 1.5个百分点以上", "牵头：市财政局；共同负责：市审计局"]
    lines = list(grid(["编号", "指标", "数值", "责任单位"], [row], {0, 2}, 54))
    assert lines[2:] == [
        "第二章/第二  保障重点项目  增 1.5个百分  牵头：市财政",
        "十一条       建设用地      点以上        局；共同负",
        "                                         责：市审计局",
    ]
