"""Marks of the grounds on which an owner stands in a table: 市水利局（唯一单位），市财政局（承自上级条款）.

A table that was made from a plan says more of who leads than its columns do; whoever reads it back must not take for written
what was inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from graph.model.vocabulary import Basis
from graph.words import Table
from ingest.clauses.clause import Owner
from ingest.language.hinted import Hinted

__all__ = ["marked", "without_marks"]

_WORDS = Table(__file__, "owner_marks")
_BASES: dict[str, Basis] = {
    word: basis for word, said in _WORDS.meanings("basis").items() for basis in get_args(Basis) if basis == said
}
_WORD = _WORDS.pattern("inherited", *{f"basis.{basis}" for basis in _BASES.values()})
_MARK = Hinted("[（(]", re.compile(rf"\s*[（(]\s*(?P<said>{_WORD}(?:\s*[，,、]\s*{_WORD})*)\s*[)）]"))
_EACH = re.compile(_WORD)
#: Characters in front of a mark that are compared with a name.
_LONGEST = 80


def without_marks(text: str) -> str:
    """Return the words of a cell without marks.

    Examples
    --------
    >>> without_marks("市水利局（唯一单位）、市国防科技工业办公室（市航天局）（并列，承自上级条款）")
    '市水利局、市国防科技工业办公室（市航天局）'
    """
    return _MARK.sub(lambda mark: "", text)


def marked(owner: Owner, text: str) -> Owner:
    """Return an owner as the mark behind its name in a cell has it, or as it is where the cell marks it not.

    Examples
    --------
    >>> from ingest.clauses.clause import parse_clause
    >>> text = "市水利局（唯一单位）"
    >>> [owner] = parse_clause(without_marks(text), label="牵头单位").owners
    >>> owner.basis, marked(owner, text).basis
    ('explicit', 'sole')
    """
    said = next((words for before, words in _marks(text) if before.endswith(owner.agency.written)), None)
    if said is None:
        return owner
    basis = next((_BASES[word] for word in said if word in _BASES), owner.basis)
    listed = basis == "listed"
    return replace(
        owner,
        role="co_own" if listed else owner.role,
        basis=basis,
        inherited=owner.inherited or any(word not in _BASES for word in said),
    )


def _marks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands before each mark, and the words of the mark."""
    before, at = "", 0
    for match in _MARK.finditer(text):
        before = (before + text[at : match.start()])[-_LONGEST:]
        at = match.end()
        yield before, _EACH.findall(match["said"])
