"""Tables of names as pairs: one line a group, first the plan's region, then names; name@region where it is another plan's."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.agencies.resolve import Agency, resolve

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


def resolved(pair: Pair) -> tuple[Agency, Agency]:
    """Return both agencies of a pair."""
    return resolve(pair[0], pair[1]), resolve(pair[2], pair[3])


def failing(table: Iterable[Pair], holds: Callable[[Agency, Agency], bool]) -> list[str]:
    """Return the pairs of a table for which something does not hold, by name: thousands of pairs are one test a table."""
    return [
        f"{pair_id(pair)}: {first.canonical} ({first.region}) / {second.canonical} ({second.region})"
        for pair in table
        for first, second in [resolved(pair)]
        if not holds(first, second)
    ]


def is_one_body(first: Agency, second: Agency) -> bool:
    """Return whether two names are one agency, and agree on all that is told of it."""
    return all(
        getattr(first, name) == getattr(second, name)
        for name in ("id", "canonical", "region", "level", "kind", "functional_line")
    )


def keeps_its_name(agency: Agency) -> bool:
    """Return whether the official name of an agency resolves to the agency."""
    again = resolve(agency.canonical, agency.region)
    return (agency.id, agency.level, agency.kind, agency.functional_line) == (
        again.id,
        again.level,
        again.kind,
        again.functional_line,
    )
