"""Patterns that follow the lexicon in force: they hold the words of the user beside those of the tables.

Each is compiled once for each lexicon, so it must be asked anew (`LABEL.search`) and never be taken apart and kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache

from graph.agencies.lexicon import Lexicon, active

__all__ = ["LexiconPattern"]


class LexiconPattern:
    """A pattern made from the lexicon in force, with the methods of a compiled one."""

    def __init__(self, build: Callable[[Lexicon], str], flags: int = 0) -> None:
        self._pattern = lru_cache(maxsize=4)(lambda lexicon: re.compile(build(lexicon), flags))
        # Asked thousands of times a plan, nearly always for one lexicon: no look-up, and one value, so that threads never mix two.
        self._last: tuple[Lexicon, re.Pattern[str]] | None = None

    def _now(self) -> re.Pattern[str]:
        last = self._last
        if last is None or last[0] is not active():
            lexicon = active()
            last = self._last = (lexicon, self._pattern(lexicon))
        return last[1]

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at an offset of `text`, by default at its beginning."""
        return self._now().match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self._now().fullmatch(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in `text` between two offsets."""
        last = self._last  # as `_now` does: ten thousand searches a dozen plans
        if last is not None and last[0] is active():
            return last[1].search(text, start, end)
        return self._now().search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return every match in `text` between two offsets."""
        return self._now().finditer(text, start, end)

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match replaced."""
        return self._now().sub(new, text)
