"""Sentences that name what is to be done first and its agencies behind it."""

from __future__ import annotations

import pytest

from ingest.clauses.assigned import read_assigned


def read(text: str) -> list[tuple[str, list[str], bool]]:
    return [
        (found.names, [f"{owner.agency.name}:{owner.role}" for owner in found.clause.owners], found.sure)
        for found in read_assigned(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("夜市建设由市商务局负责。", [("夜市建设", ["市商务局:lead"], True)]),
        (
            "其中，夜市建设工程由市商务局会同市城管局等部门组织实施。",
            [("夜市建设工程", ["市商务局:lead", "市城管局:support"], True)],
        ),
        (
            "第3、4项由市商务局牵头，市财政局配合，第5项由市住建局牵头。",
            [("第3、4项", ["市商务局:lead", "市财政局:support"], True), ("第5项", ["市住建局:lead"], True)],
        ),
        ("夜市建设，由市商务局、应急局按职责分工负责", [("夜市建设", ["市商务局:co_own", "市应急局:co_own"], True)]),
        ("摊位管理由经信局牵头；", [("摊位管理", ["经信局:lead"], True)]),
        (
            "第3项的责任单位为市民政局，配合单位为市财政局。",
            [("第3项", ["市民政局:lead", "市财政局:support"], True)],
        ),
        ("夜市建设：市商务局牵头，市财政局配合", [("夜市建设", ["市商务局:lead", "市财政局:support"], True)]),
        ("夜市建设：市商务局、市财政局", [("夜市建设", ["市商务局:co_own", "市财政局:co_own"], False)]),
        (
            "市商务局牵头夜市建设，市财政局配合；市住建局负责管网改造",
            [("夜市建设", ["市商务局:lead", "市财政局:support"], False), ("管网改造", ["市住建局:lead"], False)],
        ),
    ],
)
def test_a_sentence_gives(sentence: str, found: list[tuple[str, list[str], bool]]) -> None:
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "本方案由市发展改革委负责解释。",
        "办公室设在市商务局，日常工作由市商务局承担。",
        "所需经费由市财政局承担。",
        "夜市由商户自由经营。",
        "由市商务局负责。",
        "责任单位：市商务局、市财政局",
        "市商务局要切实负责夜市，按月报送。",
    ],
)
def test_a_sentence_gives_nothing(sentence: str) -> None:
    assert read(sentence) == []


def test_where_it_stands_is_the_whole_of_it() -> None:
    text = "一、分工。其中，夜市建设由市商务局负责；摊位管理由市城管局负责。"
    assert [text[found.start : found.end] for found in read_assigned(text, 5)] == [
        "夜市建设由市商务局负责",
        "摊位管理由市城管局负责",
    ]
