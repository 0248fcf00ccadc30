"""Owners with the words that name them and the place where these stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.records import record
from ingest.clauses.clause import Owner, ScopeNote
from ingest.language.paragraphs import Paragraph

__all__ = ["PlacedNote", "Quote", "QuotedOwner", "quote_owners"]


class Quote(NamedTuple):
    """The words of a clause, verbatim without outer brackets, and the passage where they stand."""

    text: str
    place: Paragraph


@record(kw_only=True)
class QuotedOwner(Owner):
    """An owner with the clause that names it."""

    quote: Quote

    @property
    def key(self) -> tuple[str, str]:
        """Name and role: an agency answers for a task once in each role."""
        return self.agency.name, self.role


@record
class PlacedNote:
    """A scope note with the passage of the clause that makes it."""

    note: ScopeNote
    place: Paragraph


def quote_owners(owners: Iterable[Owner], quote: Quote, *, inherited: bool = False) -> tuple[QuotedOwner, ...]:
    """Return owners with the clause that names them.

    Parameters
    ----------
    owners
        As a clause or one of its notes gives them.
    quote
        The words of the clause and where they stand.
    inherited
        True where the clause stands above the task or before it.

    Examples
    --------
    >>> from ingest.clauses.clause import parse_clause
    >>> said = "市林业局牵头，市水利局配合"
    >>> quote = Quote(said, Paragraph(said, ((0, 0),)))
    >>> [(owner.key, owner.quote.text) for owner in quote_owners(parse_clause(said).owners, quote)]
    [(('市林业局', 'lead'), '市林业局牵头，市水利局配合'), (('市水利局', 'support'), '市林业局牵头，市水利局配合')]
    """
    return tuple(
        QuotedOwner(
            agency=owner.agency,
            role=owner.role,
            role_word=owner.role_word,
            basis=owner.basis,
            inherited=inherited or owner.inherited,
            rule=owner.rule,
            quote=quote,
        )
        for owner in owners
    )
