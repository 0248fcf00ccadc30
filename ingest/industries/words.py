"""The words of this room: one pattern for all the words of some classes of its table."""

from __future__ import annotations

from pathlib import Path

from graph.words import alternatives, of_class, read_words

__all__ = ["any_of"]

_WORDS = read_words(Path(__file__).with_name("data") / "words.tsv")
_KINDS = frozenset(word.kind for word in _WORDS)


def any_of(*kinds: str) -> str:
    """Return a pattern in one group that matches any word of some classes; each class has to exist.

    Examples
    --------
    >>> any_of("thing")
    '(?:逆变器|下脚料|废渣|废水|废气|废料|废液|副产)'
    """
    unknown = set(kinds) - _KINDS
    if unknown:
        raise KeyError(*sorted(unknown))
    return f"(?:{alternatives(of_class(_WORDS, *kinds))})"
