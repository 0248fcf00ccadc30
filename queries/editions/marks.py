"""Where two texts differ, word by word; punctuation and width do not count."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from queries.editions.edition import words

__all__ = ["mark_words"]

#: A number or a Latin word is one word, so is a Chinese character; signs go with what stands before them.
_PIECE = re.compile(r"[0-9０-９.]+|[A-Za-zＡ-Ｚａ-ｚ]+|.", re.DOTALL)


def mark_words(old: str, new: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Return both texts in pieces, each with whether the other text has other words there.

    Examples
    --------
    >>> mark_words("扩建3座，", "扩建４座")[0]
    (('扩建', False), ('3', True), ('座，', False))
    """
    first, second = _PIECE.findall(old), _PIECE.findall(new)
    one = [(at, words(piece)) for at, piece in enumerate(first) if words(piece)]
    other = [(at, words(piece)) for at, piece in enumerate(second) if words(piece)]
    differs = [set(range(len(first))), set(range(len(second)))]
    matcher = SequenceMatcher(None, [word for _, word in one], [word for _, word in other], autojunk=False)
    for start, begin, size in matcher.get_matching_blocks():
        differs[0] -= {at for at, _ in one[start : start + size]}
        differs[1] -= {at for at, _ in other[begin : begin + size]}
    return _joined(first, differs[0]), _joined(second, differs[1])


def _joined(pieces: list[str], differs: set[int]) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    for at, piece in enumerate(pieces):
        mark = at in differs and bool(words(piece))
        if found and (found[-1][1] == mark or not words(piece)):
            found[-1] = (found[-1][0] + piece, found[-1][1])
        else:
            found.append((piece, mark))
    return tuple(found)
