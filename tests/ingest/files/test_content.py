"""What readers share: a cleaned line, refusals, and what is said of what was not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.messages import _
from ingest.files.content import clean, footnotes, left_out, no_text, pictures, refuse


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [("　⼀、\t任务\u200b ", "一、 任务"), ("\xa0甲\u2003乙\xa0", "甲\xa0乙"), ("甲\x00乙", "甲乙"), (" \t ", "")],
)
def test_a_line_without_what_only_looks_like_something(line: str, cleaned: str) -> None:
    assert clean(line) == cleaned


def test_a_refusal_begins_with_the_file() -> None:
    assert refuse(Path("甲.pdf"), _("方案")).zh == "甲.pdf：方案"
    assert no_text(Path("甲.pdf"), _("方案")).zh == "甲.pdf：方案；请先用 OCR 软件识别成文字并校对，再读取识别后的文件"


def test_pictures_are_told_by_the_line_before_the_first() -> None:
    assert pictures([]) == ()
    assert [message.zh for message in pictures(["", ""])] == ["有 2 处图片、图示或嵌入对象，其中的文字没有读入"]
    assert [message.zh for message in pictures(["", "分工如下"])] == [
        "有 2 处图片、图示或嵌入对象，其中的文字没有读入（第一处在“分工如下”之后）"
    ]


def test_hidden_text_is_told_with_its_beginning() -> None:
    assert left_out([" ", "\t"], _("隐藏")) == ()
    (message,) = left_out(["　", "甲" * 40, "乙"], _("隐藏"))
    assert message.zh == f"有 2 处隐藏的文字没有读入（第一处：“{'甲' * 30}”）"


def test_footnotes_are_counted() -> None:
    assert footnotes(0) == ()
    assert [message.zh for message in footnotes(3)] == ["有 3 条脚注，没有读入"]
