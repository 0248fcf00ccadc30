"""What a plan says for all its tasks or for those that follow: declared rules, and owners that 下同 adds.

Mostly a clause says it. A rule that stands by itself, in the preface, the covering notice
or a remark at the end, holds for the whole plan, also for what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.clauses.clause import DECLARED, NOTE, Owner, ScopeNote, parse_clause
from ingest.clauses.locate import locate_clauses
from ingest.language.paragraphs import Paragraph

__all__ = ["Scope"]

#: The words of a clause and where they stand.
Quote = tuple[str, Paragraph]


@dataclass
class Scope:
    """What has been said for the tasks to come: owners to add, a declared rule; and the words that named nobody.

    Attributes
    ----------
    first_leads : bool
        True where a rule makes the first unit of a list the lead.
    added : list of (Owner, Quote)
        Owners of every task with a clause.
    skipped : dict
        By part identity the extents of clauses and their words that named nobody.
    """

    first_leads: bool = False
    added: list[tuple[Owner, Quote]] = field(default_factory=list)
    notes: list[tuple[ScopeNote, Paragraph]] = field(default_factory=list)
    skipped: dict[int, list[tuple[int, int, tuple[str, ...]]]] = field(default_factory=dict)

    def take(self, notes: Iterable[ScopeNote], quote: Quote) -> None:
        """Take in what a clause says for the clauses behind it."""
        for note in notes:
            self.notes.append((note, quote[1]))
            self.first_leads = self.first_leads or note.rule is not None
            there = {(owner.agency.name, owner.role) for owner, _ in self.added}
            self.added.extend(
                (replace(owner, inherited=True), quote)
                for owner in note.owners
                if (owner.agency.name, owner.role) not in there
            )

    def take_declared(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take in the rules that stand by themselves anywhere in a plan."""
        for paragraph in paragraphs:
            for start, end in _alone(paragraph, [rule.span("rule") for rule in DECLARED.finditer(paragraph.folded)]):
                text = paragraph.text[start:end].rstrip("，,；;。 ")
                self.take([ScopeNote(text, rule="first_listed_leads")], (text, paragraph.cut(start, end)))

    def take_preface(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take in the owners that a preface adds to every task: 以下各项均需各县区落实，不再列出."""
        for paragraph in paragraphs:
            for start, end in _alone(paragraph, [note.span("note") for note in NOTE.finditer(paragraph.folded)]):
                clause = parse_clause(paragraph.text[start:end])
                if clause:
                    self.take(clause.notes, (clause.text, paragraph.cut(start, end)))


def _alone(paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph that stand in no clause of it."""
    if not spans or paragraph.table:
        return
    clauses = locate_clauses([paragraph], paragraph, 0)
    for start, end in spans:
        if not any(clause.start <= start < clause.end for clause in clauses):
            yield start, end
