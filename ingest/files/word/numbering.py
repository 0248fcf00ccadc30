"""The automatic numbers of a Word document, computed as Word shows them.

A paragraph only says which list and level it belongs to, itself or through its style;
the number is not in the file. Lists that share one abstract definition count on from
each other, which is why counters belong to the definition and not to the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ingest.files.list_numerals import numeral

__all__ = ["Numbering", "W", "child", "is_on", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9

Element = etree._Element


def child(element: Element | None, *names: str) -> Element | None:
    """Return the descendant along a path of names, or None."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def value(element: Element | None, *names: str) -> str | None:
    """Return the ``w:val`` of the descendant along a path of names, or None."""
    found = child(element, *names)
    return None if found is None else found.get(f"{W}val")


def is_on(element: Element | None, *names: str) -> bool | None:
    """Return whether an on-off property is on, or None where it is not set."""
    found = child(element, *names)
    return None if found is None else found.get(f"{W}val", "true") not in ("0", "false", "off")


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    tight: bool = False


@dataclass(frozen=True)
class _List:
    """One ``w:num``: the definition it counts with, its levels, and the levels that it starts anew."""

    counts: str
    levels: dict[int, _Level]
    anew: dict[int, int]


class Numbering:
    """The lists of a document, counting.

    Parameters
    ----------
    numbering, styles
        Roots of numbering.xml and styles.xml, or None where the document has none.
    """

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = (
            {} if styles is None else {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        )
        self._default = next(
            (key for key, style in self._styles.items() if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")),
            None,
        )  # fmt: skip
        self._definitions = {} if numbering is None else {
            each.get(f"{W}abstractNumId", ""): each for each in numbering.iterfind(f"{W}abstractNum")
        }  # fmt: skip
        self._nums = {} if numbering is None else {
            each.get(f"{W}numId", ""): each for each in numbering.iterfind(f"{W}num")
        }  # fmt: skip
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """Count a paragraph and return the number that stands before it, with a blank where one is needed; or ``""``."""
        number_id, level = self._place_of(child(paragraph, "pPr"))
        found = self._list(number_id) if number_id not in (None, "0") else None
        if found is None or level not in found.levels or number_id is None:
            return ""
        counts = self._count(number_id, found, level)
        return self._write(found, level, counts)

    def switched_on(self, name: str, paragraph_style: str | None, character_style: str | None) -> bool:
        """Return whether styles switch a property of text on; set in both styles it is switched off again, as Word has it."""
        return self._style_sets(name, paragraph_style or self._default) != self._style_sets(name, character_style)

    def _style_sets(self, name: str, style: str | None) -> bool:
        return next((on for each in self._chain(style) if (on := is_on(each, "rPr", name)) is not None), False)

    def _chain(self, style: str | None) -> Iterator[Element]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while style and style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def _place_of(self, properties: Element | None) -> tuple[str | None, int]:
        """Return list and level of a paragraph: its own numPr first, then what its style and those above it say."""
        number_id, level = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        if number_id is not None:
            return number_id, _integer(level, 0)
        styles = list(self._chain(value(properties, "pStyle") or self._default))
        number_ids = (value(style, "pPr", "numPr", "numId") for style in styles)
        number_id = next((each for each in number_ids if each is not None), None)
        if number_id is None:
            return None, 0
        linked = self._linked_levels(number_id)
        # The style nearest to the paragraph that says a level counts; one that a level names has that level.
        levels = (linked.get(style.get(f"{W}styleId", ""), value(style, "pPr", "numPr", "ilvl")) for style in styles)
        return number_id, _integer(level if level is not None else next(filter(None, levels), None), 0)

    def _linked_levels(self, number_id: str) -> dict[str, str | None]:
        """Return the levels of a list by the styles that their definitions name (``w:pStyle``)."""
        definition = self._definition(self._nums.get(number_id))
        levels = [] if definition is None else definition.iterfind(f"{W}lvl")
        return {style: each.get(f"{W}ilvl") for each in levels if (style := value(each, "pStyle"))}

    def _definition(self, number: Element | None) -> Element | None:
        """Return the abstract definition behind a list, through the style that it may point to instead."""
        for _ in range(_LEVELS):
            definition = self._definitions.get(value(number, "abstractNumId") or "")
            link = value(definition, "numStyleLink")
            if not link:
                return definition
            number = self._nums.get(value(self._styles.get(link), "pPr", "numPr", "numId") or "")
        return None

    def _list(self, number_id: str | None) -> _List | None:
        if number_id is None:
            return None
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(self._nums.get(number_id))
        return self._lists[number_id]

    def _read_list(self, number: Element | None) -> _List | None:
        definition = self._definition(number)
        if number is None or definition is None:
            return None
        levels = {_integer(each.get(f"{W}ilvl"), 0): _level(each) for each in definition.iterfind(f"{W}lvl")}
        anew: dict[int, int] = {}
        for override in number.iterfind(f"{W}lvlOverride"):
            at = _integer(override.get(f"{W}ilvl"), 0)
            instead = child(override, "lvl")
            if instead is not None:
                levels[at] = _level(instead)
            start = value(override, "startOverride")
            if start is not None and at in levels:
                anew[at] = _integer(start, 1)
                levels[at] = replace(levels[at], start=anew[at])
        return _List(definition.get(f"{W}abstractNumId", ""), levels, anew)

    def _count(self, number_id: str, found: _List, level: int) -> dict[int, int]:
        """Advance the counter of a level and return all counters of its definition."""
        counts = self._counts.setdefault(found.counts, {})
        if level in found.anew and (number_id, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number_id, level))
        counts[level] = counts[level] + 1 if level in counts else found.levels[level].start
        for deeper in [at for at in counts if at > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        return counts

    def _write(self, found: _List, level: int, counts: dict[int, int]) -> str:
        here = found.levels[level]
        if here.form == "bullet" or any(int(at) > level + 1 for at in _PLACE.findall(here.text)):
            # Word shows no number at all if its text names a level below its own.
            return ""

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = found.levels.get(at, _Level())
            form = "decimal" if here.legal and other.form != "none" else other.form
            return "" if form == "bullet" else numeral(counts.get(at, other.start), form)

        written = _PLACE.sub(one, here.text)
        return written if here.tight or not written else f"{written} "


def _level(element: Element) -> _Level:
    restart = value(element, "lvlRestart")
    return _Level(
        start=_integer(value(element, "start"), 0),
        form=value(element, "numFmt") or _alternate(element) or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else _integer(restart, 0),
        legal=bool(is_on(element, "isLgl")),
        tight=value(element, "suff") == "nothing",
    )


def _alternate(element: Element) -> str | None:
    """Return the format inside ``mc:AlternateContent``, where newer formats stand; the last one is the fallback."""
    return next((form.get(f"{W}val") for form in reversed(list(element.iter(f"{W}numFmt")))), None)


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else default
