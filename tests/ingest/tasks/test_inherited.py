"""What clauses above a task give it, one after the other."""

from __future__ import annotations

from ingest.clauses.clause import parse_clause
from ingest.clauses.locate import locate_clauses
from ingest.clauses.quotes import Quote
from ingest.language.paragraphs import Paragraph
from ingest.tasks.by_name import Said
from ingest.tasks.inherited import Inherited


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, ((0, 0),))


def test_each_clause_adds_owners_and_the_last_deadline_counts() -> None:
    line = paragraph("一、节水（市水利局牵头，市林业局等配合，2027年6月底前完成）")
    (located,) = locate_clauses([line], line, 0)
    below = Inherited(deadline="2026年底前").with_clause(located, Quote(located.clause.text, line))
    assert [(*owner.key, owner.inherited) for owner in below.owners] == [
        ("市水利局", "lead", True),
        ("市林业局", "support", True),
    ]
    assert (below.open_ended, below.deadline) == (True, located.clause.deadline)
    assert located.clause.deadline is not None


def test_a_clause_without_deadline_keeps_the_one_above() -> None:
    line = paragraph("一、节水（市水利局负责）")
    (located,) = locate_clauses([line], line, 0)
    assert Inherited(deadline="2026年底前").with_clause(located, Quote("", line)).deadline == "2026年底前"


def test_what_another_chapter_says_is_added() -> None:
    clause = parse_clause("市水利局牵头")
    assert clause is not None
    said = Said(clause=clause, quote=Quote("市水利局牵头", paragraph("节水由市水利局牵头")))
    first = Inherited().with_said([said])
    assert [owner.key for owner in first.owners] == [("市水利局", "lead")]
    assert (first.open_ended, first.deadline) == (False, None)
    assert first.with_said([]) == first
