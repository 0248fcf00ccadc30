"""Trigger words outside every clause: counted, and explained by the first rule that holds."""

from __future__ import annotations

import pytest

from ingest.clauses.unread import RULES, Coverage, Rule, UnreadTrigger, find_unread, skipped_words
from ingest.language.paragraphs import Paragraph


def unread(text: str, *spans: tuple[int, int]) -> tuple[list[UnreadTrigger], Coverage]:
    coverage = Coverage()
    return list(find_unread(Paragraph(text, ((0, 0),)), spans, coverage)), coverage


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_explains_its_example(rule: Rule) -> None:
    found, coverage = unread(rule.example)
    first = next(each for each in RULES if each.pattern.search(rule.example))
    assert first is rule
    assert {each.reason for each in found} == {rule.name}
    assert (coverage.seen, coverage.parsed, coverage.explained, coverage.left_over) == (
        coverage.seen, 0, coverage.seen, 0,
    )  # fmt: skip
    assert coverage.seen > 0


def test_what_no_rule_explains_is_left_over() -> None:
    found, coverage = unread("甲事。市财政局牵头。乙事。")
    assert found == [UnreadTrigger(word="牵头", count=1, reason=None, start=3, end=10)]
    assert coverage.left_over == 1


def test_words_inside_a_clause_are_read() -> None:
    text = "甲事。（市财政局牵头，市民政局配合）乙事。由谁负责？"
    found, coverage = unread(text, (3, 18))
    assert [(each.word, text[each.start : each.end]) for each in found] == [("负责", "由谁负责？")]
    assert (coverage.seen, coverage.parsed) == (3, 2)


def test_the_words_of_one_sentence_are_told_together() -> None:
    (found,), _ = unread("由谁牵头、谁配合、谁再牵头")
    assert (found.word, found.count) == ("牵头、配合", 3)


def test_skipped_words_are_told_where_they_stand() -> None:
    passage = Paragraph("（甲乙丙、市财政局负责）", ((0, 0),))
    assert list(skipped_words(passage, 0, 12, ["甲乙丙", "没有"])) == [
        UnreadTrigger(word="甲乙丙", count=0, reason=None, start=1, end=4)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("市应急局要切实负责隐患排查，市公安局要主动配合。", True),
        ("市住建局、市财政局应牵头编制目录。", True),
        ("各部门要切实负责。", False),
        ("市应急局要发挥牵头作用。", False),
    ],
)
def test_agencies_that_are_called_on_are_told_without_a_reason(text: str, told: bool) -> None:
    found, _ = unread(text)
    assert [each.reason is None for each in found] == [told]
