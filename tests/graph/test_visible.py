"""What people see is harmless: no escape sequence, no text turned round, no broken row."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.messages import _
from graph.visible import cut, visible, visible_all

#: An escape sequence, a title of a terminal window (OSC), a C1 one, an override, marks, separators of lines.
HOSTILE = "甲\x1b[2J\x1b]0;乙\x07\x9b31m\u202e丙\u2066\u200f\x00\x7f\x85\u2028\u2029\x0b\x0c\r丁\n戊\t己"


def harmful(text, allowed=""):
    return [
        char
        for char in text
        if char not in allowed
        and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(char) in
             ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
    ]  # fmt: skip


def test_signs_stand_for_what_does_harm():
    assert visible(HOSTILE) == "甲␛[2J␛]0;乙␇␦31m␦丙␦␦␀␡↵↵↵↵↵↵丁↵戊 己"
    assert visible(HOSTILE, lines=True) == "甲␛[2J␛]0;乙␇␦31m␦丙␦␦␀␡↵↵↵↵↵␍丁\n戊\t己"
    assert visible("甲\r\n乙", lines=True) == "甲\n乙"


@given(st.text())
def test_any_text_is_one_line_of_the_same_length(text):
    shown = visible(text)
    assert (harmful(shown), len(shown.splitlines()) <= 1, len(shown)) == ([], True, len(text))
    assert visible(shown) == shown
    assert harmful(visible(text, lines=True), "\n\t") == []


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("实施方案.txt".encode("gb18030"), "实施方案.txt"),
        (b"\xff\xfe.txt", "\ufffd\ufffd.txt"),
        ("方案.txt".encode(), "方案.txt"),
        ("文件夹/".encode() + "方案.txt".encode("gbk"), "文件夹/方案.txt"),
    ],
)
def test_names_that_are_not_utf8_are_read_as_gbk_or_replaced(data, name):
    assert visible(data.decode("utf-8", "surrogateescape")) == name


def test_what_is_hidden_from_people_shows():
    assert visible("甲\u180e\u206a\ufff9乙\U000e0001\U000e0041\U000e007f") == "甲␦␦␦乙␦␦␦"


def test_half_a_pair_is_replaced():
    assert visible("甲\ud83d乙") == "甲?乙"


def test_every_text_of_a_value_is_shown():
    value = {"a": ["\x1b", ("\u202e", 1)], "b": None, "c": "x\ny"}
    assert visible_all(value) == {"a": ["␛", ("␦", 1)], "b": None, "c": "x\ny"}


def test_messages_show_their_values(tmp_path):
    path = tmp_path / "甲\x1b]0;x\x07\u202etxt.pdf"
    said = _("{path} 是文件；请写文件夹名", path=path).zh
    assert said == f"{tmp_path}{os.sep}甲␛]0;x␇␦txt.pdf 是文件；请写文件夹名"
    assert _("{names}等{count}个", names=["甲\n乙"], count=3).zh == "甲↵乙等3个"


def test_long_names_are_cut_with_a_sign():
    assert (cut("一二三四", 4), cut("一二三四五", 4)) == ("一二三四", "一二三…")
