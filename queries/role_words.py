"""Roles in the words that people use: 牵头, 抓总, 配合, lead."""

from __future__ import annotations

from graph.messages import _
from graph.model.schema import ROLES, relationship
from queries.suggestions import unknown

__all__ = ["find_role"]


def find_role(text: str) -> str:
    """Return the role that a word means: its name in the graph, its caption, or a word of `zerentu ask`.

    Raises
    ------
    UnknownNameError
        If it means none; carries the nearest.

    Examples
    --------
    >>> find_role("牵头"), find_role("lead"), find_role("协助")
    ('lead', 'lead', 'support')
    """
    wanted = text.strip().lower()
    if wanted in ROLES:
        return wanted
    captions = {relationship(kind).caption: role for role, kind in ROLES.items()}
    if wanted in captions:
        return captions[wanted]
    # The table of words is read only where none of the short answers fits.
    from queries.answers.vocabulary import words

    for word in words():
        role = word.kind.removeprefix("role_")
        if word.text == wanted and role in ROLES and not wanted.isascii():
            return role
    raise unknown(text, [*captions, *ROLES], what=_("角色"))
