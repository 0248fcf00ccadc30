"""The first letters of the pinyin of a name, so that a search finds 工业和信息化局 by gyhxxhj and 工信局 by gxj.

The common characters of GB 2312 stand in the order of their pinyin, so 23 borders tell the letter of each of the 3,755;
the others that names of places and offices have stand in a table, and so do words that are read in another way.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.words import read_words

__all__ = ["initials", "search_initials"]

#: The first character of each letter in GB 2312.
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_BORDERS = [character.encode("gb2312") for character in _FIRST]
_LAST = "座".encode("gb2312")

_TABLE = read_words(Path(__file__).with_name("data") / "initials.tsv")
_READ = {word.text: word.kind for word in _TABLE}
_WORDS = re.compile("|".join(sorted((word for word in _READ if len(word) > 1), key=len, reverse=True)))


def initials(name: str) -> str:
    """Return the first letter of the pinyin of each character; what has no pinyin stays as it is.

    Examples
    --------
    >>> initials("市工信局"), initials("重庆市"), initials("濮阳12345办")
    ('sgxj', 'cqs', 'py12345b')
    """
    found, done = [], 0
    for match in _WORDS.finditer(name):
        found += [_letter(character) for character in name[done : match.start()]]
        found.append(_READ[match[0]])
        done = match.end()
    return "".join(found + [_letter(character) for character in name[done:]])


def search_initials(names: Iterable[str]) -> list[str]:
    """Return the initials by which a search finds something of these names, without those that stand within others.

    Examples
    --------
    >>> search_initials(["市工信局", "工信局", "市工业和信息化局"])
    ['sgyhxxhj', 'sgxj']
    """
    kept: list[str] = []
    for found in sorted({initials(name) for name in names}, key=lambda found: (-len(found), found)):
        if found not in names and not any(found in other for other in kept):
            kept.append(found)
    return kept


@cache
def _letter(character: str) -> str:
    if character in _READ:
        return _READ[character]
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return character.lower()
    if not _BORDERS[0] <= code <= _LAST:
        return character.lower()
    return _LETTERS[bisect_right(_BORDERS, code) - 1]
