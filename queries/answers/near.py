"""The nearest names that can be asked for: what a reform made of a body, one wrong or missing character, a part of it.

They are offered and never assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.agencies.renames import successors
from graph.agencies.resolve import resolve
from queries.answers.vocabulary import words

__all__ = ["near_agencies", "near_words", "one_apart"]

_MOST = 3


def one_apart(one: str, other: str) -> bool:
    """Return whether two words differ by one wrong, missing or additional character.

    Examples
    --------
    >>> one_apart("迁头", "牵头"), one_apart("财局", "财政局"), one_apart("财政局", "教育局")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    behind = (one[at + 1 :], one[at:]), (other[at + 1 :], other[at:])
    (cut_one, rest_one), (cut_other, rest_other) = behind
    return cut_one in (cut_other, rest_other) or rest_one == cut_other


def near_agencies(name: str, region: str | None, level: str | None, known: Iterable[Sequence[str]]) -> list[str]:
    """Return the nearest names of bodies to one that nobody bears.

    Parameters
    ----------
    name
        As it is written, without its place.
    region, level
        Of the plan that was asked about, if there is one.
    known
        Names of each body of the plans, the one to be shown first.
    """
    bodies = [tuple(dict.fromkeys(names)) for names in known]
    meant = resolve(name, region, level).canonical if region else name
    new = {rename.new for rename in successors(meant)}
    found = [names[0] for names in bodies if new & set(names)]
    bare = [name, name[1:]] if name[:1] in "省市县区" else [name]
    found += [
        names[0] for names in bodies if any(one_apart(each, said.lstrip("省市县区")) for each in bare for said in names)
    ]
    stem = bare[-1].rstrip("局厅委部")
    found += [names[0] for names in bodies if len(stem) > 1 and any(stem in said for said in names)]
    return list(dict.fromkeys(found))[:_MOST]


def near_words(word: str) -> list[str]:
    """Return words of roles that differ from one by a character: 牵头 for 迁头."""
    # A row with a reason is itself a slip of the pen that is understood.
    roles = (row.text for row in words() if row.kind.startswith("role_") and len(row.text) > 1 and not row.reason)
    return [text for text in dict.fromkeys(roles) if len(word) == len(text) and one_apart(word, text)][:_MOST]
