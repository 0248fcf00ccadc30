"""Lines broken as a reader expects."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerentu.wrapping import broken, width


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("牵头：市水利局；配合：市民政局", 14, ["牵头：市水利", "局；配合：市民", "政局"]),
        ("市水利局（试行）", 10, ["市水利局", "（试行）"]),
        ("到2027年建成", 6, ["到2027", "年建成"]),
        ("abcdefgh", 5, ["abcde", "fgh"]),
        ("、、、、", 4, ["、、", "、、"]),
        ("", 10, [""]),
        ("甲\n乙", 10, ["甲", "乙"]),
    ],
)
def test_no_line_begins_with_a_closing_sign(text, columns, lines):
    assert broken(text, columns).split("\n") == lines


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="市局、，（）甲ab1。", max_size=60), st.integers(4, 30))
def test_nothing_is_lost_and_every_line_fits(text, columns):
    lines = broken(text, columns).split("\n")
    assert "".join(lines) == text
    assert all(width(line) <= columns for line in lines)
