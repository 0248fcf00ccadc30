"""The lines of a cell become one text: a name broken over lines is one name, names on lines of their own stay apart.

Where a line break stands between two names cannot be told from the break; it is decided by what is a
whole name. Of all ways to put the lines together the one counts that leaves the fewest pieces that name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.files.content import clean
from ingest.files.words import any_of
from ingest.language.agency_list_patterns import MEMBER_END
from ingest.language.agency_lists import can_name_agency, is_body

__all__ = ["cell_text"]

_ALNUM = re.compile(r"[0-9A-Za-z%]")
#: A name is broken into no more lines than this, and is no longer than this.
_MOST_LINES, _LONGEST = 6, 40
#: What a party committee and a government have below them under their own name: 市委宣传部, 市政府办公室.
_COMMITTEE = re.compile(r"(?:[省市县区州盟旗镇乡党工]委|纪委|政法委)$")
_OF_COMMITTEE = re.compile(rf"{any_of('of_committee')}$")
_GOVERNMENT, _OF_GOVERNMENT = re.compile(rf"{any_of('government')}$"), re.compile(rf"^{any_of('of_government')}")
#: What a bureau has below it: 市公安局交警支队.
_BELOW = re.compile(rf"{any_of('below')}$")
#: 市委 and 市政府 begin with a level word, 市场监管局 does not.
_LEVELLED = re.compile(rf"^{any_of('levelled')}")
#: A level word that waits for its name, and a place, which may wait for one: 洛阳市 | 财政局.
_LEVELS, _PLACE = re.compile(r"[省市县区州盟旗镇乡]+"), re.compile(r"[省市县区州盟旗镇乡]$")
#: 市城市 | 管理局: a word between two of one level is no body.
_HALF = re.compile(r"([省市县]).{1,3}\1")
#: What a piece costs: a name with its level, a name without, what names nobody.
_NAME, _SHORT, _NOTHING = 0, 2, 11


def cell_text(lines: Sequence[str]) -> str:
    """Join the lines of a cell; two blanks part names, as `ingest.language.agency_lists` reads them.

    Examples
    --------
    >>> cell_text(["市发展和", "改革委"]), cell_text(["市财政局", "市科技局"])
    ('市发展和改革委', '市财政局  市科技局')
    >>> cell_text(["市委", "宣传部"]), cell_text(["市商务局", "市工业和", "信息化局"])
    ('市委宣传部', '市商务局  市工业和信息化局')
    """
    if len(lines) == 1:
        return clean(lines[0])
    kept = [line for line in map(clean, lines) if line]
    if len(kept) < 2:
        return "".join(kept)
    apart = _breaks(kept)
    parts = kept[:1]
    for at, line in enumerate(kept[1:], 1):
        both = _ALNUM.match(kept[at - 1][-1]) and _ALNUM.match(line[0])
        parts.append(("  " if at in apart else " " if both else "") + line)
    return "".join(parts)


def _breaks(lines: Sequence[str]) -> set[int]:
    """Return the indexes of the lines that begin a name of their own, looking at each run of lines without a comma."""
    found: set[int] = set()
    chain: list[str] = []
    first = 0
    for at, line in enumerate(lines):
        head, *rest = MEMBER_END.split(line)
        chain.append(head)
        if rest:
            found.update(first + begin for begin in _begins(chain))
            chain, first = [rest[-1]], at
    found.update(first + begin for begin in _begins(chain))
    return found


def _begins(pieces: Sequence[str]) -> list[int]:
    """Return where the second and later names of some pieces begin."""
    if len(pieces) < 2:
        return []
    best = [0.0]
    origin = [0]
    for end in range(1, len(pieces) + 1):
        costs = [
            (best[begin] + _cost(tuple(pieces[begin:end])), begin) for begin in range(max(0, end - _MOST_LINES), end)
        ]
        # A run of prose may be longer than any name.
        whole = (_NOTHING, 0) if best[-1] >= _NOTHING and origin[-1] == 0 and end > _MOST_LINES else None
        cost, begin = min([*costs, whole] if whole else costs)
        best.append(cost)
        origin.append(begin)
    found: list[int] = []
    at = origin[-1]
    while at:
        found.append(at)
        at = origin[at]
    return found[::-1]


@cache
def _cost(pieces: tuple[str, ...]) -> int:
    name = "".join(pieces)
    if len(name) > _LONGEST or not can_name_agency(name) or _LEVELS.fullmatch(name) or _HALF.fullmatch(name):
        return _NOTHING
    if any(_are_two("".join(pieces[:at]), "".join(pieces[at:])) for at in range(1, len(pieces))):
        return _NOTHING
    return _NAME if _LEVELLED.match(name) else _SHORT


@cache
def _are_two(before: str, behind: str) -> bool:
    """Return whether two pieces are two whole names, neither a part of the other."""
    if (
        before
        and behind
        and before[-1] in "市县区"
        and (before[-1] == behind[-1:] or before[-1] + behind[-1:] in ("县区", "区县"))
    ):
        # 吴兴区 | 南浔区, but 石家庄市 | 长安区 is one place.
        return len(before) > 1 and can_name_agency(before) and can_name_agency(behind)
    if _LEVELS.fullmatch(before) or _HALF.fullmatch(before) or not is_body(before) or not can_name_agency(behind):
        return False
    if _PLACE.search(before) and not _LEVELLED.match(before):
        return False
    if _LEVELLED.match(behind):
        return True
    if _COMMITTEE.search(before):
        return not _OF_COMMITTEE.search(behind)
    if _GOVERNMENT.search(before):
        return not _OF_GOVERNMENT.match(behind)
    return is_body(behind) and not _BELOW.search(behind)
