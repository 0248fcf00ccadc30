"""A question in plain words, answered from a store."""

from __future__ import annotations

from graph.stores.store import Store
from queries.answers.answer import Answer, Refusal
from queries.answers.deciding import decide
from queries.answers.facts import Facts, records
from queries.answers.intent import settle
from queries.answers.reading import read_question

__all__ = ["answer"]


def answer(store: Store, text: str) -> Answer:
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
    """
    plans = records(store, "plans")
    if not plans:
        return Answer(text, "refused", why="empty_store")
    facts = Facts(store, plans)
    try:
        form, scope, question = read_question(store, facts, text)
        settle(form, question)
        return decide(text, form, scope)
    except Refusal as no:
        return Answer(
            text, "refused", why=no.why, suggest=no.suggest, understood={"detail": no.detail} if no.detail else {}
        )
