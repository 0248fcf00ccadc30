"""What holds for a task because a clause above it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.clauses.locate import Located
from ingest.clauses.quotes import Quote, QuotedOwner, quote_owners
from ingest.tasks.by_name import Said

__all__ = ["Inherited"]


@dataclass(frozen=True)
class Inherited:
    """What the clauses of the sections above say for the tasks below: owners, whether a list of them ends in 等, a deadline."""

    owners: tuple[QuotedOwner, ...] = ()
    open_ended: bool = False
    deadline: str | None = None

    def with_clause(self, located: Located, quote: Quote) -> Inherited:
        """Return the same and what one more clause says; what its notes add goes to tasks with a clause only."""
        noted = [(owner.agency.start, owner.role) for note in located.clause.notes for owner in note.owners]
        own = [owner for owner in located.clause.owners if (owner.agency.start, owner.role) not in noted]
        owners = (*self.owners, *quote_owners(own, quote, inherited=True))
        open_ended = self.open_ended or (bool(own) and located.clause.open_ended)
        return Inherited(owners, open_ended, located.clause.deadline or self.deadline)

    def with_owners(self, owners: tuple[QuotedOwner, ...]) -> Inherited:
        """Return the same and some owners of the task before."""
        return replace(self, owners=(*self.owners, *owners)) if owners else self

    def with_said(self, said: Sequence[Said]) -> Inherited:
        """Return the same and what other chapters say for the section by its name."""
        owners = (*self.owners, *(owner for each in said for owner in each.owners(inherited=True)))
        return replace(self, owners=owners, open_ended=self.open_ended or any(each.clause.open_ended for each in said))
