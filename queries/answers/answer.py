"""What comes back of a question: the answer with its rows and sentences, or an honest no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Answer", "Kind", "Refusal", "Why"]

Kind = Literal[
    "tasks", "agencies", "targets", "number", "compare", "plans", "regions", "industries", "sections", "none", "refused"
]  # fmt: skip
#: Why a question is refused.
Why = Literal[
    "unknown_agency", "wrong_level", "not_in_region", "region_not_loaded", "no_such_task", "no_such_target", "no_such_year",
    "no_such_industry", "unsupported", "nonsense", "not_understood", "empty_store", "error",
]  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """The answer to a question.

    Attributes
    ----------
    question
        As it was asked.
    kind
        What the rows are; ``none`` where the question was understood and nothing fits, ``refused`` where it was not.
    rows
        Tasks (region, number, part …), agencies (agency, role, region …), targets (region, number, value, unit, due …)
        sides of a comparison (region, name, number), or what holds tasks: plans, regions, industries, chapters (``sections``),
        each with the number of tasks that fit and the first of them.
    understood
        What was read out of the question, slot by slot, for people.
    number
        The count, where one was asked for.
    winner
        The side or sides that a comparison names.
    why
        Why it was refused, or why there is none.
    instead
        What there is instead, by role, where nothing has the role that was asked for.
    suggest
        Names that can be asked for.
    query, parameters
        The question of the catalogue that gives the same rows, where there is one.
    command
        The command that gives the same rows, where there is one.
    """

    question: str
    kind: Kind
    rows: Sequence[Mapping[str, Any]] = ()
    understood: Mapping[str, Any] = field(default_factory=dict)
    number: int | None = None
    winner: Sequence[Mapping[str, Any]] = ()
    why: str | None = None
    instead: Mapping[str, int] = field(default_factory=dict)
    suggest: Sequence[str] = ()
    query: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    command: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain values."""
        return {
            "question": self.question,
            "understood": self.kind != "refused",
            "answer": self.kind,
            "reading": dict(self.understood),
            "rows": [dict(row) for row in self.rows],
            "number": self.number,
            "winner": [dict(row) for row in self.winner],
            "why": self.why,
            "instead": dict(self.instead),
            "suggest": list(self.suggest),
            "query": self.query,
            "parameters": dict(self.parameters),
            "command": self.command,
        }


class Refusal(Exception):
    """Raised while a question is read, as soon as it is clear that it cannot be answered."""

    def __init__(self, why: Why, *, suggest: Sequence[str] = (), detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.suggest = list(suggest)
        self.detail = detail
