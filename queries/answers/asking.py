"""Questions in plain words, answered from a store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from graph.stores.store import Store
from queries.answers.answer import Answer, Refusal
from queries.answers.command import with_command
from queries.answers.deciding import decide
from queries.answers.facts import Facts, records
from queries.answers.form import Form
from queries.answers.guard import refuse_unheard
from queries.answers.intent import settle
from queries.answers.places import PlaceFacts, is_settled, plans_of_places
from queries.answers.reading import read_question
from queries.answers.task import Row
from queries.answers.wide import facts_of

__all__ = ["Session", "ask"]

#: Longer texts are no questions.
_LONGEST = 300


class Session:
    """Answers questions from one store and keeps what it fetched for the next one.

    Parameters
    ----------
    store
        An open store; nobody else may change it meanwhile.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._places: dict[tuple[str, ...], Facts] = {}

    @cached_property
    def facts(self) -> Facts:
        """The plans of the store."""
        return facts_of(self.store, records(self.store, "plan_list"), whole=True)

    def ask(self, text: str) -> Answer:
        """Answer a question; see `ask`."""
        if len(text) > _LONGEST or not text.strip():
            return Answer(text, "refused", why="nonsense")
        here = plans_of_places(self.store, text)
        if here and (answer := self._answer_from(here, text)):
            return answer
        if not self.facts.plans:
            return Answer(text, "refused", why="empty_store")
        try:
            form, scope = self._read(self.facts, text)
            return with_command(decide(text, form, scope.narrowed(form)), form)
        except Refusal as no:
            detail = {"detail": no.detail} if no.detail else {}
            return Answer(text, "refused", why=no.why, suggest=no.suggest, understood=detail)

    def _answer_from(self, plans: Sequence[Row], text: str) -> Answer | None:
        """Return the answer from the plans of some places; None where the others have to be looked at."""
        key = tuple(str(plan["id"]) for plan in plans)
        facts = self._places.setdefault(key, PlaceFacts(self.store, plans))
        try:
            form, scope = self._read(facts, text)
            return with_command(decide(text, form, scope), form) if is_settled(form, plans) else None
        except Refusal:
            return None

    def _read(self, facts: Facts, text: str) -> tuple[Form, Facts]:
        form, scope, question = read_question(self.store, facts, text)
        settle(form, question, scope.plans)
        refuse_unheard(form, question)
        return form, scope


def ask(store: Store, text: str) -> Answer:
    """Answer a question in plain Chinese, English or both; offline, and the same every time.

    Parameters
    ----------
    store
        An open store.
    text
        Such as 洛阳市工信局牵头哪些任务, or what is 市工业和信息化局 responsible for.

    Returns
    -------
    Answer
        Its kind is ``refused`` where the question was not understood, or asks for what the plans do not hold; ``none``
        where it was understood and nobody and nothing fits.

    Examples
    --------
    >>> answer = ask(sample_store, "洛阳市统计局负责什么")
    >>> answer.kind, [(row["number"], row["title"]) for row in answer.rows]
    ('tasks', [('二/（一）/2', '统计能耗')])
    >>> ask(sample_store, "洛阳市统计局局长是谁").why
    'unsupported'
    """
    return Session(store).ask(text)
