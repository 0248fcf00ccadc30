"""``zerentu ask``: one question or one a line, for people and for programs."""

from __future__ import annotations

import io
import json
import sys

import pytest


def test_an_answer_says_how_it_was_understood_and_what_command_gives_the_same(said) -> None:
    assert said("ask", "洛阳市统计局负责什么") == (
        0,
        [
            "理解为：单位：洛阳市统计局（洛阳市：市统计局）",
            "相当于：zerentu agency 市统计局 --region 洛阳市",
            "1 项任务",
            "",
            "洛阳市  lvse.txt",
            "角色           编号         标题      行  原文",
            "──────────────────────────────────────────────────────",
            "牵头·唯一单位  二/（一）/2  统计能耗  8   市统计局负责",
        ],
        [],
    )


def test_words_of_a_line_are_one_question_and_rows_become_csv(said) -> None:
    status, out, _ = said("ask", "谁牵头", "建设平台", "--format", "csv")
    assert (status, [line.split(",")[:5] for line in out]) == (
        0,
        [
            ["\ufeffquestion", "answer", "region", "agency", "role"],
            ["谁牵头 建设平台", "agencies", "洛阳市", "市发展和改革委员会", "lead"],
            ["谁牵头 建设平台", "agencies", "洛阳市", "市商务局", "lead"],
        ],
    )


@pytest.fixture
def lines(monkeypatch):
    """Give lines to standard input."""

    def call(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return call


def test_one_question_a_line_gives_one_object_a_line(said, lines) -> None:
    lines("\ufeff石家庄市有多少任务\n洛阳市统计局局长是谁\n".encode() + b"\xff\xfe\n")
    status, out, err = said("ask", "-", "--format", "json")
    answers = [json.loads(line) for line in out]
    assert (status, err) == (0, [])
    assert [(each["question"], each["answer"], each["number"], each["why"]) for each in answers] == [
        ("石家庄市有多少任务", "number", 2, None),
        ("洛阳市统计局局长是谁", "refused", None, "unsupported"),
        ("\ufffd\ufffd", "refused", None, "nonsense"),
    ]


def test_objects_go_into_a_file_that_is_named(said, tmp_path) -> None:
    target = tmp_path / "答.json"
    assert said("ask", "石家庄市有多少任务", "-o", str(target)) == (0, [], [f"已写入：{target}"])
    assert json.loads(target.read_text(encoding="utf-8"))["number"] == 2
