"""Patterns made of words: those of the tables in `data/`, with the words that the lexicon in force adds.

A table is read once. A pattern that follows the lexicon is compiled once for each lexicon, so it must be asked anew
(`LABEL.search`) and never be taken apart and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from graph.agencies.lexicon import Lexicon, active
from graph.words import Word, alternatives, of_class, read_words

__all__ = ["LexiconPattern", "Table"]

_DATA = Path(__file__).parent / "data"


class Table:
    """The words of one table, by class.

    Parameters
    ----------
    name
        Name of the file in `data/`, without its suffix.
    """

    def __init__(self, name: str) -> None:
        self.words = read_words(_DATA / f"{name}.tsv")

    def of(self, *kinds: str) -> tuple[Word, ...]:
        """Return the words of some classes.

        Raises
        ------
        KeyError
            If the table has no such class.
        """
        for kind in kinds:
            if not any(word.kind == kind for word in self.words):
                raise KeyError(kind)
        return of_class(self.words, *kinds)

    def pattern(self, *kinds: str, more: Iterable[Word] = ()) -> str:
        """Return a group that matches any word of some classes, or one of those in `more`; the longest first.

        Examples
        --------
        >>> Table("role_words").pattern("opens")
        '(?:牵头|负责)'
        """
        return f"(?:{alternatives([*more, *self.of(*kinds)])})"

    def roles(self, use: str) -> dict[str, str]:
        """Return word to role of the classes `use.role`.

        Examples
        --------
        >>> Table("role_words").roles("mark")["主办"]
        'lead'
        """
        begin = f"{use}."
        return {word.text: word.kind.removeprefix(begin) for word in self.words if word.kind.startswith(begin)}


class LexiconPattern:
    """A pattern made from the lexicon in force, with the methods of a compiled one."""

    def __init__(self, build: Callable[[Lexicon], str], flags: int = 0) -> None:
        self._pattern = lru_cache(maxsize=4)(lambda lexicon: re.compile(build(lexicon), flags))

    @property
    def _now(self) -> re.Pattern[str]:
        return self._pattern(active())

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match at an offset of `text`, by default at its beginning."""
        return self._now.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self._now.fullmatch(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in `text` from an offset on."""
        return self._now.search(text, start)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return every match in `text` between two offsets."""
        return self._now.finditer(text, start, len(text) if end is None else end)

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match replaced."""
        return self._now.sub(new, text)
