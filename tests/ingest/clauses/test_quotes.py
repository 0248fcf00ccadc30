"""Owners keep the clause that names them, and say whether it stands above their task."""

from __future__ import annotations

from ingest.clauses.clause import parse_clause
from ingest.clauses.quotes import Quote, quote_owners
from ingest.language.paragraphs import Paragraph

SAID = "市林业局牵头，市水利局配合"
QUOTE = Quote(SAID, Paragraph(SAID, ((0, 7),)))


def test_every_owner_of_a_clause_has_its_words_and_their_place() -> None:
    clause = parse_clause(SAID)
    assert clause is not None
    owners = quote_owners(clause.owners, QUOTE)
    assert [(owner.key, owner.role_word, owner.basis, owner.inherited) for owner in owners] == [
        (("市林业局", "lead"), "牵头", "explicit", False),
        (("市水利局", "support"), "配合", "explicit", False),
    ]
    assert {owner.quote for owner in owners} == {QUOTE}
    assert owners[0].quote.place.source(0) == 7


def test_what_was_inherited_once_stays_inherited() -> None:
    clause = parse_clause(SAID)
    assert clause is not None
    inherited = quote_owners(clause.owners, QUOTE, inherited=True)
    assert [owner.inherited for owner in inherited] == [True, True]
    assert quote_owners(inherited, QUOTE) == inherited
