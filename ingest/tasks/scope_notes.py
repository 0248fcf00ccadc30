"""What a plan says for all its tasks or for those that follow: declared rules, and owners that 下同 adds.

Mostly a clause says it. A rule that stands by itself, in the preface, the covering notice
or a remark at the end, holds for the whole plan, also for what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.clauses.clause import ScopeNote, parse_clause
from ingest.clauses.declarations import DECLARED, NOTE
from ingest.clauses.locate import locate_clauses
from ingest.clauses.quotes import PlacedNote, Quote, QuotedOwner, quote_owners
from ingest.language.paragraphs import Paragraph

__all__ = ["Scope"]


@dataclass
class Scope:
    """What has been said so far for the tasks to come: owners to add, a declared rule.

    Attributes
    ----------
    first_leads : bool
        True where a rule makes the first agency of a list the lead.
    added : list of QuotedOwner
        Owners of every task with a clause.
    """

    first_leads: bool = False
    added: list[QuotedOwner] = field(default_factory=list)
    notes: list[PlacedNote] = field(default_factory=list)

    def take(self, notes: Iterable[ScopeNote], quote: Quote) -> None:
        """Take in what a clause says for the clauses behind it."""
        for note in notes:
            self.notes.append(PlacedNote(note, quote.place))
            self.first_leads = self.first_leads or note.rule is not None
            there = {owner.key for owner in self.added}
            owners = quote_owners(note.owners, quote, inherited=True)
            self.added.extend(owner for owner in owners if owner.key not in there)

    def take_declared(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take in the rules that stand by themselves anywhere in a plan."""
        for paragraph in paragraphs:
            for start, end in _alone(paragraph, [rule.span("rule") for rule in DECLARED.finditer(paragraph.folded)]):
                text = paragraph.text[start:end].rstrip("，,；;。 ")
                self.take([ScopeNote(text, rule="first_listed_leads")], Quote(text, paragraph.cut(start, end)))

    def take_preface(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take in the owners that a preface adds to every task: 以下各项均需各县区落实，不再列出."""
        for paragraph in paragraphs:
            for start, end in _alone(paragraph, [note.span("note") for note in NOTE.finditer(paragraph.folded)]):
                clause = parse_clause(paragraph.text[start:end])
                if clause:
                    self.take(clause.notes, Quote(clause.text, paragraph.cut(start, end)))


def _alone(paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph that stand in no clause of it."""
    if not spans or paragraph.table:
        return
    clauses = locate_clauses([paragraph], paragraph, 0)
    for start, end in spans:
        if not any(clause.start <= start < clause.end for clause in clauses):
            yield start, end
