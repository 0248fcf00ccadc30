"""Tables of names as pairs: one line a group, first the plan's region, then names; name@region where it is another plan's."""

from __future__ import annotations

Pair = tuple[str, str, str, str]


def named(word: str, region: str) -> tuple[str, str]:
    """Return the name and its region; `region` where the word tells none."""
    name, _, other = word.partition("@")
    return name, other or region


def pairs(table: str) -> list[Pair]:
    """Return the first name of each line with each of the others, every name with its region; what follows | is left out."""
    found: list[Pair] = []
    for row in table.strip().splitlines():
        region, *words = row.split("|")[0].split()
        first = named(words[0], region)
        found += [(*first, *named(word, region)) for word in words[1:]]
    return found


def pair_id(pair: Pair) -> str:
    """Return what a test of a pair is called."""
    return f"{pair[0]}@{pair[1]} {pair[2]}@{pair[3]}"
