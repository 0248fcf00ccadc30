"""Patterns that are compiled when they are first needed: a command asks one question, for which most of them are not.

Compiling all patterns of questions takes longer than answering most of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

__all__ = ["Later"]


class Later:
    """A pattern, compiled when a text holds one of the words without which it cannot match.

    Parameters
    ----------
    source
        Returns the pattern as it is written.
    needs
        The words; where none are given, every text is looked at.
    flags
        Of `re.compile`.

    Examples
    --------
    >>> half = Later(lambda: "[上下]半年", "半年")
    >>> half.search("全年"), half.search("2026年上半年")[0]
    (None, '上半年')
    """

    def __init__(self, source: Callable[[], str], *needs: str, flags: int = 0) -> None:
        self._source = source
        self._needs = needs
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source(), self._flags)

    def _may(self, text: str) -> bool:
        return not self._needs or any(word in text for word in self._needs)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.compiled.search(text) if self._may(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text."""
        return self.compiled.fullmatch(text) if self._may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every match in a text."""
        return self.compiled.finditer(text) if self._may(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return the words of every match in a text."""
        return [match[0] for match in self.finditer(text)]

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the begin of a text."""
        return self.compiled.match(text) if self._may(text) else None

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with every match replaced."""
        return self.compiled.sub(replacement, text) if self._may(text) else text
