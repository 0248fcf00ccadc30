"""The roles that a question names, whether it denies them, and which of several agencies they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.words import Table
from queries.answers.form import Form
from queries.answers.mentions import NamedAgency
from queries.answers.tokens import Question
from queries.answers.vocabulary import finder_of

__all__ = ["read_roles"]

_ROLES = ("lead", "co_own", "support", "guide", "implement")
_ANY = "any"
_WORDS = Table(__file__, "phrases")
_NOT = re.compile(rf"{_WORDS.pattern('not')}\s?$")
#: A negation right before the name: 没有财政局参与的.
_NOT_NAMED = re.compile(rf"{_WORDS.pattern('not_named')}\s?$")
_JOINED = re.compile(r"[\s、和与跟及同以]*(?:and)?[\s]*")
#: Together they are one role: 共同负责 of two agencies is no role of one of them.
_TOGETHER = re.compile(r"(?:共同|一起|联合|都)[\s]*$")


def read_roles(form: Form, question: Question, named: Sequence[NamedAgency]) -> None:
    """Fill the roles of a form; where several agencies have different ones, those of each agency.

    The words stay free: the table of words takes them.
    """
    free = question.free
    said: list[tuple[int, str, bool]] = []
    for role in (*_ROLES, _ANY):
        for match in finder_of(free, f"role_{role}").finditer(free):
            denied = _NOT.search(free[: match.start()]) is not None
            said.append((match.start(), role, denied))
            if role != _ANY:
                (form.without_roles if denied else form.roles).add(role)
    if len(form.agencies) > 1 and len(named) == len(form.agencies):
        _divide(form, free, named, said)


def _divide(form: Form, free: str, named: Sequence[NamedAgency], said: Sequence[tuple[int, str, bool]]) -> None:
    own: list[set[tuple[str, bool]]] = []
    for at, name in enumerate(named):
        until = named[at + 1].start if at + 1 < len(named) else len(free)
        words = {(role, denied) for start, role, denied in said if name.end <= start < until}
        if _NOT_NAMED.search(free[: name.start]):
            words = {(_ANY, True)}
        own.append(words)
    for at in range(len(named) - 2, -1, -1):
        between = free[named[at].end : named[at + 1].start]
        if not own[at] and _JOINED.fullmatch(between):
            own[at] = own[at + 1]
    for at in range(1, len(named)):
        # 没有发改委和科技局的任务: the negation holds for both.
        between = free[named[at - 1].end : named[at].start]
        if own[at - 1] == {(_ANY, True)} and not own[at] - {(_ANY, False)} and _JOINED.fullmatch(between):
            own[at] = {(_ANY, True)}
    shapes = [frozenset(each - {(_ANY, False)}) for each in own]
    if len(set(shapes)) == 1 or form.compare:
        return
    form.agencies = [
        replace(
            slot,
            roles=frozenset(role for role, denied in words if not denied and role != _ANY),
            without=frozenset(role for role, denied in words if denied),
        )
        for slot, words in zip(form.agencies, own, strict=True)
    ]
    form.roles, form.without_roles = set(), set()
