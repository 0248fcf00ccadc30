"""What a plan's own full names say of its short ones: 市文旅局 beside 市文化广电和旅游局 is that bureau, though elsewhere 文旅局 is 文化和旅游局.

A city has one body of a line; where a plan writes its full name, a short name of the same level and line whose characters it
holds in their order means that one. Two full names that fit tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.agencies.bodies import Body, squash
from graph.agencies.names import lookup, split_level

__all__ = ["own_names"]


def own_names(names: Iterable[str]) -> dict[str, str]:
    """Return the short names among those of a plan, with the full name that each means there.

    Only names that would be read as another body are in it.

    Examples
    --------
    >>> own_names(["市文旅局", "市文化广电和旅游局", "市财政局"])
    {'市文旅局': '市文化广电和旅游局'}
    >>> own_names(["市文旅局", "市文化和旅游局", "县文化广电和旅游局"])
    {}
    """
    full: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    short: list[tuple[str, str, Body]] = []
    for name in dict.fromkeys(names):
        known = lookup(name)
        if known is None:
            continue
        level, body = known
        if squash(split_level(name)[1]) == squash(body.official):
            full[level, body.functional_line][body.official] = name
        else:
            short.append((name, level, body))
    found: dict[str, str] = {}
    for name, level, body in short:
        named = full[level, body.functional_line]
        fitting = [own for official, own in named.items() if _holds(official, split_level(name)[1])]
        if body.official not in named and len(fitting) == 1:
            found[name] = fitting[0]
    return found


def _holds(full: str, short: str) -> bool:
    """Return whether a full name holds the characters of a short one in their order."""
    rest = iter(full)
    return all(char in rest for char in short)
