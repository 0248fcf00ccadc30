"""A costly pattern that is tried only where a cheap one finds something.

A long pattern fails slowly at each character of a text, and most texts hold nothing of what it looks for. A plain word or
a class of characters is looked for many times faster: `re` skips to a character that a pattern can begin with where the pattern
begins with a class, or is a list of alternatives that each begin with a character of their own, none of them in a group.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

__all__ = ["Hinted"]


class _Pattern(Protocol):
    def search(self, text: str, start: int = ..., end: int = ..., /) -> re.Match[str] | None: ...

    def match(self, text: str, start: int = ..., end: int = ..., /) -> re.Match[str] | None: ...

    def fullmatch(self, text: str, /) -> re.Match[str] | None: ...

    def finditer(self, text: str, start: int = ..., end: int = ..., /) -> Iterator[re.Match[str]]: ...

    def sub(self, new: Callable[[re.Match[str]], str], text: str, /) -> str: ...


class Hinted:
    """A pattern with the methods of a compiled one.

    Parameters
    ----------
    hint
        Finds something in every text in which the pattern finds something.
    pattern
        The pattern itself.

    Examples
    --------
    >>> pattern = Hinted("均", re.compile("[^,]{2,40}?均为责任单位"))
    >>> pattern.search("各县区均为责任单位")[0], pattern.search("市财政局负责")
    ('各县区均为责任单位', None)
    """

    def __init__(self, hint: str | _Pattern, pattern: _Pattern) -> None:
        self._hint = (re.compile(hint) if isinstance(hint, str) else hint).search
        self._pattern = pattern

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at an offset of `text`, by default at its beginning; one place is tried without a hint."""
        return self._pattern.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self._pattern.fullmatch(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in `text` between two offsets."""
        return self._pattern.search(text, start, end) if self._hint(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return every match in `text` between two offsets."""
        return self._pattern.finditer(text, start, end) if self._hint(text, start, end) else iter(())

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match replaced."""
        return self._pattern.sub(new, text) if self._hint(text) else text
