"""Committees that an organisation has in every place: the youth league and the eight democratic parties.

民盟市委, 民盟洛阳市委会 and 中国民主同盟洛阳市委员会 are one body of 洛阳市, which is not the party committee 市委.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Committee", "committee_of"]

_TABLE = Path(__file__).with_name("data") / "committees.tsv"


class Committee(NamedTuple):
    """An organisation's committee: its functional line, the head of its official name, and of which place; "" is the nation."""

    functional_line: str
    head: str
    place: str
    national: str = ""

    def official(self, region: str) -> str:
        """Return the official name in a region, given by its full name."""
        return self.national or f"{self.head}{region}委员会"


@cache
def _rows() -> tuple[dict[str, tuple[str, str]], dict[str, Committee]]:
    heads: dict[str, tuple[str, str]] = {}
    national: dict[str, Committee] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        functional_line, head, others, names = line.split("\t")
        heads.update(dict.fromkeys([head, *others.split()], (functional_line, head)))
        spelled = names.split() if names != "-" else []
        national.update((name, Committee(functional_line, head, "", spelled[0])) for name in spelled)
    return heads, national


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(sorted(_rows()[0], key=len, reverse=True))
    return re.compile(f"^(?P<head>{heads})(?P<place>(?!中央).{{1,20}}?)(?:工?委员会|工?委会?)$")


def committee_of(name: str) -> Committee | None:
    """Return the committee that `name` means, or None if it means none; its place is a place or a level word.

    Examples
    --------
    >>> committee_of("民盟洛阳市委会").place, committee_of("团市委").functional_line, committee_of("市委")
    ('洛阳市', '共青团', None)
    """
    heads, national = _rows()
    if name in national:
        return national[name]
    found = _pattern().match(name)
    return Committee(*heads[found["head"]], found["place"]) if found else None
