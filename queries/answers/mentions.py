"""Agencies and regions that a question names, and where their words stand.

An agency is found by every name that the store has for it and by every spelling of the alias grammar, with or without
its place (洛阳市工信局, 洛阳工信局, 市工信局, 工信局). The longest name wins, so 国家税务总局洛阳市税务局 is one body and no region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from graph.agencies.bodies import bodies, squash
from graph.agencies.regions import chain, find, places_in, short_name
from graph.agencies.resolve import resolve
from graph.words import Table
from queries.answers.later import Later

__all__ = [
    "NamedAgency",
    "branches_in_full",
    "find_agencies",
    "find_regions",
    "level_of",
    "spellings_of_governments",
    "unknown_name",
    "with_level_words",
    "within",
]

Row = Mapping[str, Any]
#: Names people use for bodies that plans call otherwise.
_WORDS = Table(__file__, "names")
_NICKNAMES = _WORDS.meanings("nickname")
#: Abbreviations without an ending that are no common words: 安庆发改牵头.
_STEMS = frozenset(_WORDS.texts("stem"))
_LEVELS = "省市县区州盟旗"
_UNKNOWN = Later(lambda: rf"[一-鿿]{{1,14}}?{_WORDS.pattern('ending')}")
_LONGEST = 30
#: People leave 人民 out.
_GOVERNMENT = ("人民政府", "政府")
#: Several levels in one word: 县区政府, 县（市、区）人民政府; one level before it is one government.
_LEVEL_WORDS = "[县市区乡镇旗]"
_SEVERAL = Later(
    lambda: (
        rf"(?<![各县市区乡镇旗、）])(?:{_LEVEL_WORDS}{{2,3}}|{_LEVEL_WORDS}（{_LEVEL_WORDS}(?:、{_LEVEL_WORDS})*）)(?:人民)?政府"
    ),
    "政府",
)
_EACH = Later(
    lambda: rf"各(?:{_LEVEL_WORDS}{{2,3}}|{_LEVEL_WORDS}（{_LEVEL_WORDS}(?:、{_LEVEL_WORDS})*）)(?:人民)?政府", "政府"
)
_BRANCH = Later(
    lambda: r"(?<!中国)(?:人民银行|人行)(?P<place>[一-鿿]{2,6}?)(?P<kind>中支(?!付)|中心支行|(?<!中心)支行|分行)", "行"
)
_JOINTS = "和与及、跟 "
#: A collective with a longer name is known without its level word too.
_PLAIN = 5


@dataclass(frozen=True)
class NamedAgency:
    """A name in a question: where it stands with its place, its words without place, its level word, its place."""

    start: int
    end: int
    name: str
    level: str
    place: str | None
    rows: tuple[Row, ...] = ()

    def ids(self, region: str, level: str | None) -> frozenset[str]:
        """Return the ids of the bodies that the name means in a plan of `region`."""
        return frozenset(self._named.get(region, ())) or self.ids_of(region, level)

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The ids of the bodies that bear the name, by their region and by the regions of the plans."""
        found: dict[str, set[str]] = {}
        for row in self.rows:
            for region in (row["plan_region"] or "", row["region"]):
                found.setdefault(region, set()).add(row["id"])
        return found

    def ids_of(self, region: str, level: str | None) -> frozenset[str]:
        """Return the ids of the bodies of a region itself that the name means."""
        if not region:
            return frozenset()
        names = [self.name + ending for ending in "委局厅部"] if self.name in _STEMS else [self.name]
        found = frozenset(resolve(self.level + name, region, level).id for name in names)
        return found | {row["id"] for row in self.rows if row["region"] == region}


@cache
def _spellings() -> dict[str, str]:
    """Return every spelling of the alias grammar without its joints, with the official name."""
    return {squash(form): body.official for body in bodies() for form in body.spellings}


def find_agencies(text: str, rows: Sequence[Row]) -> list[NamedAgency]:
    """Return the agencies that a question names, in text order.

    Parameters
    ----------
    text
        The question, folded.
    rows
        Rows of the questions ``named_agencies`` and ``named_in_plans`` for it.
    """
    names: dict[str, list[Row]] = {}
    short: dict[str, list[Row]] = {}
    for row in rows:
        spelled = [row["name"], row["used"], *(row["aliases"] or ())]
        if row["kind"] in ("collective", "government"):
            spelled += [form for name in spelled if name for form in spellings_of_governments(name)]
        if row["kind"] == "collective":
            spelled += [name[1:] for name in spelled if name and name[0] in _LEVELS and len(name) > _PLAIN]
            spelled += [name[1:] for name in spelled if name and _EACH.fullmatch(name)]
        for name in dict.fromkeys(spelled):
            if name and name in text:
                names.setdefault(name, []).append(row)
            elif name and name[0] in _LEVELS and name[1:] in text:
                short.setdefault(name[1:], []).append(row)
    # 三明人行 for 市人行: only its place tells whose it is.
    placed = (span for span in _stored(text, short) if span.place)
    spans = [*_stored(text, names), *placed, *_spelled(text)]
    chosen: list[NamedAgency] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start, not span.rows)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _stored(text: str, names: Mapping[str, list[Row]]) -> Iterator[NamedAgency]:
    for name, rows in names.items():
        for match in re.finditer(re.escape(name), text):
            if name[-1] == "部" and text[match.end() : match.end() + 1] == "门":
                # 财政部门 is no 财政部.
                continue
            yield _with_place(text, match.start(), match.end(), name, tuple(rows))


def _spelled(text: str) -> Iterator[NamedAgency]:
    spellings = _spellings()
    for start in range(len(text)):
        for end in range(min(len(text), start + _LONGEST), start + 1, -1):
            piece = text[start:end]
            if piece[-1] == "部" and text[end : end + 1] == "门":
                # 财政部门 is the body for finance of whatever level, and not 财政部.
                continue
            if piece in _NICKNAMES:
                yield _with_place(text, start, end, _NICKNAMES[piece], ())
                break
            if (
                squash(piece) in spellings and piece[0] not in _JOINTS and piece[-1] not in _JOINTS and len(piece) > 2
            ) or piece in _STEMS:
                yield _with_place(text, start, end, piece, ())
                break


def _with_place(text: str, start: int, end: int, name: str, rows: tuple[Row, ...]) -> NamedAgency:
    """Return a name with the level word and the place that stand before it."""
    level = ""
    if name[0] in _LEVELS and len(name) > 3 and not rows:
        level, name = name[0], name[1:]
    place = _place_before(text, start)
    if place is None and start and text[start - 1] in _LEVELS and name[0] not in _LEVELS:
        # 洛阳市 + 财政局: the level word belongs to the place, or stands alone before the name.
        place = _place_before(text, start - 1)
        level = text[start - 1]
        start -= 1
    if place:
        region, begin = place
        return NamedAgency(begin, end, name, level, region, rows)
    return NamedAgency(start, end, name, level, None, rows)


def _place_before(text: str, end: int) -> tuple[str, int] | None:
    """Return the place that ends right at an offset, and where it begins: the longest one."""
    for size in range(min(end, 12), 1, -1):
        written = text[end - size : end]
        region = find(written)
        if (
            region
            and (region.level != "区县" or written == region.name)
            and written in (region.name, short_name(region))
        ):
            return region.name, end - size
    return None


def find_regions(text: str, taken: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Return the regions that a question names outside of `taken`, with start and end."""
    free = list(text)
    for start, end in taken:
        free[start:end] = "\0" * (end - start)
    return [(region.name, start, end) for region, start, end in places_in("".join(free))]


def with_level_words(text: str) -> str:
    """Return a text with the level word that people leave out behind the short names of places.

    Examples
    --------
    >>> with_level_words("三明人行和三明市财政局")
    '三明市人行和三明市财政局'
    """
    pieces, done = [], 0
    for region, start, end in places_in(text):
        if text[start:end] != region.name and region.name[-1] in _LEVELS:
            pieces += [text[done:end], region.name[-1]]
            done = end
    return "".join([*pieces, text[done:]])


def spellings_of_governments(text: str) -> tuple[str, ...]:
    """Return a text with 政府 and with 人民政府, and with 各 before several levels: plans and people write either.

    Examples
    --------
    >>> spellings_of_governments("各乡镇政府和县人民政府")
    ('各乡镇政府和县政府', '各乡镇人民政府和县人民政府')
    >>> spellings_of_governments("县区政府")[2:]
    ('各县区政府', '各县区人民政府')
    """
    whole, short = _GOVERNMENT
    said = text.replace(whole, short)
    found = (said, _SEVERAL.sub(r"各\g<0>", said))
    return tuple(dict.fromkeys(each for one in found for each in (one, one.replace(short, whole))))


def branches_in_full(text: str) -> str:
    """Return a question with the branches of the central bank as they are called in full: 人行南昌中支.

    Examples
    --------
    >>> branches_in_full("人行南昌中支和人民银行广州分行"), branches_in_full("人民银行负责什么")
    ('中国人民银行南昌中心支行和中国人民银行广州分行', '人民银行负责什么')
    """
    return _BRANCH.sub(lambda m: f"中国人民银行{m['place']}{'中心支行' if m['kind'] == '中支' else m['kind']}", text)


def unknown_name(text: str) -> str | None:
    """Return the words of a question that end like the name of a body, if nothing else of it is known."""
    found = _UNKNOWN.match(text)
    return found[0] if found else None


def within(region: str, loaded: Sequence[str]) -> bool:
    """Return whether a region is a county or district of one that has a plan in the store."""
    above = [upper.name for upper in chain(region)[1:]]
    return any(name in loaded and name != "全国" for name in above)


def level_of(place: str | None) -> str | None:
    """Return the level of a place that the gazetteer knows."""
    region = find(place) if place else None
    return region.level if region else None
