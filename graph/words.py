"""Words as data: tables of words that the grammar is built from, and the one loader of them.

A table is a text file with tabs: ``word``, ``class``, ``not_before``, ``not_after``, ``example``, ``reason``. A word is
found only where none of the words in ``not_before`` stands right behind it and none of those in ``not_after`` right
in front of it (several are separated by a blank). ``example`` is a phrase in which the word is to be found in its
class; a test runs every one. A user's own words are rows of the same kind. A room keeps its tables in its own ``data/``
and makes its patterns of them with `Table`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from graph.errors import SettingsError
from graph.messages import Message, _

__all__ = ["COLUMNS", "Table", "Word", "alternatives", "initials", "of_class", "read_words"]

COLUMNS = ("word", "class", "not_before", "not_after", "example", "reason")


class Word(NamedTuple):
    """One row of a table: the word as it is written after folding, its class, and where it does not count.

    Attributes
    ----------
    text : str
        The word itself.
    kind : str
        Its class; what the classes of a table mean, the comment lines at its top say.
    not_before, not_after : tuple of str
        What may not stand right behind it, and right in front of it.
    example : str
        A phrase that holds the word in this class.
    reason : str
        Why it is listed, or why it is excepted; empty where the word speaks for itself.
    """

    text: str
    kind: str
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    example: str = ""
    reason: str = ""

    @property
    def pattern(self) -> str:
        """The regular expression of this word alone, with its exceptions."""
        if not (self.not_before or self.not_after) and self.text.isalnum():
            return self.text
        # What may not stand in front is looked at behind the first character: `re` skips to one that a pattern begins with.
        first, rest = re.escape(self.text[0]), re.escape(self.text[1:])
        before = "".join(f"(?<!{re.escape(word)}{first})" for word in self.not_after)
        behind = f"(?!{'|'.join(map(re.escape, self.not_before))})" if self.not_before else ""
        return f"{first}{before}{rest}{behind}"


@lru_cache(maxsize=64)
def read_words(path: Path) -> tuple[Word, ...]:
    """Return the rows of a table of words, in their order.

    Parameters
    ----------
    path
        A UTF-8 file: comment lines that begin with ``#``, a line of column names, one word a line.

    Raises
    ------
    SettingsError
        If a line has other columns than the first, no word, no class, no example, or a word twice in one class.
    """
    return tuple(_rows(path))


def _rows(path: Path) -> Iterator[Word]:
    header: list[str] | None = None
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != list(COLUMNS):
                raise _wrong(path, number, _("列名是 {found}，应为 {columns}", found=header, columns=COLUMNS))
            continue
        text, kind, not_before, not_after, example, reason = [*cells, *[""] * (len(COLUMNS) - len(cells))][
            : len(COLUMNS)
        ]
        if len(cells) > len(COLUMNS) or not (text and kind and example):
            raise _wrong(path, number, _("要有词、类别和例句，至多六列"))
        if (text, kind) in seen:
            raise _wrong(path, number, _("{text} 在类别 {kind} 中写了两次", text=text, kind=kind))
        seen.add((text, kind))
        yield Word(text, kind, tuple(not_before.split()), tuple(not_after.split()), example, reason)


def _wrong(path: Path, number: int, why: Message) -> SettingsError:
    return SettingsError(_("{file} 第 {line} 行：{why}", file=path.name, line=number, why=why))


def of_class(words: Iterable[Word], *kinds: str) -> tuple[Word, ...]:
    """Return the words of some classes, in their order."""
    return tuple(word for word in words if word.kind in kinds)


def alternatives(words: Iterable[Word], behind: str = "") -> str:
    """Return a pattern that matches any of some words, the longest first; one that matches nothing if there is none.

    Parameters
    ----------
    words
        Some words.
    behind
        A pattern of what stands behind each of them.

    Examples
    --------
    >>> alternatives([Word("牵头", "lead", not_before=("单位",)), Word("总牵头", "lead")])
    '总牵头|牵头(?!单位)'
    """
    longest = sorted(words, key=lambda word: -len(word.text))
    return "|".join(dict.fromkeys(f"{word.pattern}{behind}" for word in longest)) or "(?!)"


def initials(words: Iterable[Word], others: str = "") -> str:
    """Return a class of the characters that some words begin with, and of some others.

    Looked for ahead of a long pattern, it lets most places of a text fail at once.

    Examples
    --------
    >>> initials([Word("牵头", "lead"), Word("总牵头", "lead")], "为")
    '[为总牵]'
    """
    return f"[{re.escape(''.join(sorted({*others, *(word.text[0] for word in words)})))}]"


class Table:
    """The words of one room by class, out of one or several of its tables.

    Parameters
    ----------
    module
        The ``__file__`` of a module of the room; the tables lie in the folder ``data`` beside it.
    names
        Names of the files, without their suffix.

    Raises
    ------
    ValueError
        If two of the tables have a class of one name, which would mix their words.
    """

    def __init__(self, module: str, *names: str) -> None:
        data = Path(module).with_name("data")
        tables = [read_words(data / f"{name}.tsv") for name in names]
        kinds = [kind for words in tables for kind in {word.kind for word in words}]
        if len(kinds) > len(set(kinds)):
            raise ValueError(f"{names} share a class: {sorted(kind for kind in set(kinds) if kinds.count(kind) > 1)}")
        self.words = tuple(chain.from_iterable(tables))
        self._kinds = frozenset(kinds)

    def of(self, *kinds: str) -> tuple[Word, ...]:
        """Return the words of some classes, in their order.

        Raises
        ------
        KeyError
            If the tables have no such class.
        """
        unknown = set(kinds) - self._kinds
        if unknown:
            raise KeyError(*sorted(unknown))
        return of_class(self.words, *kinds)

    def texts(self, *kinds: str) -> tuple[str, ...]:
        """Return the words of some classes as plain text, for what compares words whole."""
        return tuple(word.text for word in self.of(*kinds))

    def pattern(self, *kinds: str, more: Iterable[Word] = ()) -> str:
        """Return a group that matches any word of some classes, or one of those in `more`; the longest first."""
        return f"(?:{alternatives([*more, *self.of(*kinds)])})"

    def either(self, *kinds: str, behind: str = "") -> str:
        """Return the words of some classes as alternatives without a group around them, each with a pattern behind it.

        `re` skips to a character that a pattern can begin with, unless one of its alternatives begins with a group.
        """
        return alternatives(self.of(*kinds), behind)

    def meanings(self, use: str) -> dict[str, str]:
        """Return what each word of the classes ``use.meaning`` means, in the order of the tables.

        Raises
        ------
        KeyError
            If no class begins so.
        """
        begin = f"{use}."
        found = {word.text: word.kind.removeprefix(begin) for word in self.words if word.kind.startswith(begin)}
        if not found:
            raise KeyError(use)
        return found
