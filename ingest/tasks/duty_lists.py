"""Duty lists: who is named first, what it has to do stands behind (县财政局：落实所需资金).

They stand below a heading that says 职责, 分工 or 成员单位; elsewhere a unit in front of a
colon or of 负责 is running text. An entry is a numbered item or a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document.outline import Section
from ingest.language.agency_lists import AgencyMention, can_name_agency, is_body, split_agencies
from ingest.language.paragraphs import Paragraph, join

__all__ = ["Duty", "read_duties"]

_SECTION = re.compile(r"职责|分工|成员单位")
_ENTRY = re.compile(
    r"\s*[·•●*\-—◆■]{0,3}\s*(?P<unit>[^:。,;“”]{2,60}?)(?::|[。.](?=负责|承担|牵头|组织|指导)|(?=(?:主要|具体|牵头)?(?:负责|承担)(?!人)))(?=.{6})"
)
_TITLE_MOST = 40


@dataclass(frozen=True)
class Duty:
    """One entry: its units, the words that name them, what they have to do, and where it stands.

    `span` is where the words stand in `passage`.
    """

    units: tuple[AgencyMention, ...]
    written: str
    title: str
    passage: Paragraph
    span: tuple[int, int]


def read_duties(part: Section) -> list[Duty]:
    """Return the entries of a part without deeper parts: one, where the part is an entry itself, or one a line."""
    if part.marker is None:
        return []
    if _below_duties(part.parent) and (own := _entry(part.body[0], part.marker.end)):
        return [_duty(own, join(part.body))]
    if not _below_duties(part):
        return []
    starts = [(at, match) for at, line in enumerate(part.body) if at and not line.table and (match := _entry(line, 0))]
    if len(starts) < 2:
        return []
    ends = [*(at for at, _ in starts[1:]), len(part.body)]
    return [_duty(match, join(part.body[at:end])) for (at, match), end in zip(starts, ends, strict=True)]


def _below_duties(part: Section | None) -> bool:
    while part and not _SECTION.search(part.title):
        part = part.parent
    return part is not None


def _entry(paragraph: Paragraph, start: int) -> re.Match[str] | None:
    match = _ENTRY.match(paragraph.folded, start)
    return match if match and list(_units(paragraph.text[match.start("unit") : match.end("unit")], match)) else None


def _units(written: str, match: re.Match[str]) -> Iterator[AgencyMention]:
    """Yield the units that an entry names; none if one of its words is no unit, or 负责 stands without a colon behind no body."""
    units = split_agencies(re.sub(r"(?:主要|工作)?职责$", "", written))[0]
    sure = can_name_agency if match[0].endswith(":") else is_body
    if all(sure(unit.written) for unit in units):
        yield from units


def _duty(match: re.Match[str], passage: Paragraph) -> Duty:
    written = passage.text[match.start("unit") : match.end("unit")]
    first = passage.text.split("\n", 1)[0]
    title = re.sub(r"\s", "", first[match.end() :])[:_TITLE_MOST].rstrip("。")
    return Duty(tuple(_units(written, match)), written, title, passage, match.span("unit"))
