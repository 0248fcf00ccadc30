"""Sentences that speak for later clauses: declared rules and notes that hold below."""

from __future__ import annotations

import pytest

from graph.width import fold_width
from graph.words import Table, Word
from ingest.clauses.declarations import DECLARED, FIRST_LEADS, NOTE, SAME_BELOW, note_role
from ingest.language import role_verbs

WORDS = Table(role_verbs.__file__, "role_words")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("列首位的为牵头单位，下同", "列首位的为牵头单位,下同"),
        (
            "（责任单位中排在第一位的为主责单位，其他为配合单位，下同）",
            "责任单位中排在第一位的为主责单位,其他为配合单位,下同",
        ),
        ("第一个为牵头单位", "第一个为牵头单位"),
        ("市教育局牵头", None),
    ],
)
def test_rules_in_a_clause(text: str, rule: str | None) -> None:
    match = FIRST_LEADS.search(fold_width(text))
    assert (match["rule"] if match else None) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("责任单位中排第一位的为牵头单位。", "责任单位中排第一位的为牵头单位"),
        ("第一家单位为主办单位。", "第一家单位为主办单位"),
        ("首位牵头。", None),
    ],
)
def test_rules_in_running_text(text: str, rule: str | None) -> None:
    match = DECLARED.search(fold_width(text))
    assert (match["rule"] if match else None) == rule


@pytest.mark.parametrize(
    "word", WORDS.of("first", "first.declared", "others"), ids=lambda word: f"{word.text} {word.kind}"
)
def test_every_word_of_a_rule(word: Word) -> None:
    pattern = DECLARED if word.kind == "first.declared" else FIRST_LEADS
    match = pattern.search(fold_width(word.example))
    assert match is not None
    assert word.text in match["rule"]


@pytest.mark.parametrize(
    ("text", "named", "role"),
    [
        ("以下任务均需各区政府落实，不再列出", "各区政府", "implement"),
        ("以下各项均由各区政府共同配合，不再一一列出", "各区政府", "support"),
        ("各区政府均为责任单位，下同", "各区政府", "co_own"),
        ("均涉及各区政府，下同", "各区政府", "implement"),
    ],
)
def test_notes(text: str, named: str, role: str) -> None:
    match = NOTE.search(fold_width(text))
    assert match is not None
    assert (match["named"] or match["agencies"], note_role(match["verb"] or match["post"] or "")) == (named, role)


@pytest.mark.parametrize("text", ["各区政府均已落实", "以下均为责任单位", "市教育局落实，下同"])
def test_what_is_no_note(text: str) -> None:
    assert NOTE.search(fold_width(text)) is None


def test_a_clause_that_holds_below() -> None:
    assert [bool(SAME_BELOW.search(text)) for text in ("市财政局负责,下同", "市财政局负责,以下同。", "下同步推进")] == [
        True, True, False,
    ]  # fmt: skip
