"""Footnotes: small lines below a short rule at the foot of a page, which are left out."""

from __future__ import annotations

import pytest

from ingest.files.pdf.lines import Line
from ingest.files.pdf.notes import without_notes
from ingest.files.pdf.page import Rule

WIDTH, HEIGHT = 600.0, 800.0
BODY = [(f"正文第{at}行", 200.0 + 30 * at, 12.0) for at in range(10)]
RULE = Rule(at=700.0, start=90.0, end=200.0)


def page(*lines: tuple[str, float, float]) -> list[Line]:
    return [Line(text=text, x0=90.0, x1=500.0, y=y, size=size, first=size) for text, y, size in lines]


def kept(lines: list[Line], rule: Rule) -> int:
    return len(without_notes(WIDTH, HEIGHT, lines, [rule]))


@pytest.mark.parametrize("mark", ["1 ", "①", "[2]", "*"])
def test_small_lines_below_a_short_rule_are_notes(mark: str) -> None:
    assert kept(page(*BODY, (f"{mark}指规模以上企业。", 715.0, 9.0), ("不含个体户。", 727.0, 9.0)), RULE) == len(BODY)


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        (RULE, ("1指规模以上企业。", 715.0, 12.0)),  # as large as the text
        (RULE, ("指规模以上企业。", 715.0, 9.0)),  # no mark
        (RULE, ("1指规模以上企业。", 760.0, 9.0)),  # far below the rule
        (Rule(at=700.0, start=90.0, end=500.0), ("1指规模以上企业。", 715.0, 9.0)),  # the rule is long
        (Rule(at=700.0, start=300.0, end=400.0), ("1指规模以上企业。", 715.0, 9.0)),  # it begins elsewhere
    ],
)
def test_what_is_no_note_stays(rule: Rule, note: tuple[str, float, float]) -> None:
    assert kept(page(*BODY, note), rule) == len(BODY) + 1


def test_a_page_without_lines_has_no_notes() -> None:
    assert without_notes(WIDTH, HEIGHT, [], [RULE]) == []
