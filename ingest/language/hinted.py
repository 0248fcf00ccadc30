"""A costly pattern that is tried only where a cheap one finds something.

A long pattern fails slowly at each character of a text, and most texts hold nothing of what it looks for. A plain word or
a class of characters is looked for many times faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

__all__ = ["Hinted"]


class _Pattern(Protocol):
    def search(self, text: str, /) -> re.Match[str] | None: ...

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]: ...

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

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in `text`."""
        return self._pattern.search(text) if self._hint(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every match in `text`."""
        return self._pattern.finditer(text) if self._hint(text) else iter(())

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match replaced."""
        return self._pattern.sub(new, text) if self._hint(text) else text
