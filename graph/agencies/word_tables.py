"""The words of this room as patterns: how names of bodies end, level words, kinds of bodies, collectives.

The tables lie in `data/`, one row a word; the comment at the top of each says what its classes mean. A table is read when
a pattern is first made of it. A reader of another room that needs such words builds its pattern here, so that a word
added to a table is known everywhere.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from graph.words import Word, alternatives, of_class, read_words

__all__ = ["ranks", "texts_of", "words_in", "words_of"]

_DATA = Path(__file__).with_name("data")

TableName = Literal["branches", "cities", "collectives", "endings", "kinds", "levels", "parts"]


@cache
def words_in(table: TableName, *classes: str) -> tuple[Word, ...]:
    """Return the words of some classes of a table, in its order; all words if no class is named.

    Raises
    ------
    KeyError
        If the table has no word of one of the classes.

    Examples
    --------
    >>> [word.text for word in words_in("endings", "court", "customs")]
    ['法院', '检察院', '海关']
    """
    words = read_words(_DATA / f"{table}.tsv")
    if not classes:
        return tuple(words)
    missing = set(classes) - {word.kind for word in words}
    if missing:
        raise KeyError(f"{table}.tsv has no class {', '.join(sorted(missing))}")
    return of_class(words, *classes)


@cache
def words_of(table: TableName, *classes: str) -> str:
    """Return a group that matches any word of some classes of a table, the longest first.

    Examples
    --------
    >>> words_of("endings", "court", "customs")
    '(?:检察院|法院|海关)'
    """
    return f"(?:{alternatives(words_in(table, *classes))})"


@cache
def texts_of(table: TableName, *classes: str) -> tuple[str, ...]:
    """Return the words of some classes of a table as plain text, for what compares words whole.

    Examples
    --------
    >>> texts_of("endings", "court", "customs")
    ('法院', '检察院', '海关')
    """
    return tuple(word.text for word in words_in(table, *classes))


@cache
def ranks() -> dict[str, str]:
    """Return each level word with the rank that it says: 国家, 省, 市, 区县 or 乡镇.

    Examples
    --------
    >>> ranks()["省级"], ranks()["盟"], "街道" in ranks()
    ('省', '市', False)
    """
    return {word.text: word.kind for word in words_in("levels", "国家", "省", "市", "区县", "乡镇")}
