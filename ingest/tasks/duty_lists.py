"""Duty lists: who is named first, what it has to do stands behind (县财政局：落实所需资金).

They stand below a heading that says 职责, 分工 or 成员单位; elsewhere an agency in front of a
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
#: · 县财政局：落实所需资金
_ENTRY = re.compile(
    r"""\s*[·•●*\-—◆■]{0,3}\s*
    (?P<names>[^:。,;“”]{2,60}?)
    (?:
      :                                              # 县财政局：落实资金
    | [。.](?=负责|承担|牵头|组织|指导)               # 县财政局。负责资金
    | (?=(?:主要|具体|牵头)?(?:负责|承担)(?!人))      # 县财政局主要负责资金
    )
    (?=.{6})""",
    re.VERBOSE,
)
_TITLE_MOST = 40


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One entry: its agencies, the words that name them, what they have to do, and where it stands.

    `start` and `end` are where the words stand in `passage`.
    """

    agencies: tuple[AgencyMention, ...]
    written: str
    title: str
    passage: Paragraph
    start: int
    end: int


def read_duties(section: Section) -> list[Duty]:
    """Return the entries of a section without deeper ones: one, where the section is an entry itself, or one a line."""
    if section.marker is None:
        return []
    below_duties = any(map(_SECTION.search, section.above))
    if below_duties and (own := _entry(section.body[0], section.marker.end)):
        return [_duty(own, section.passage)]
    if not (below_duties or _SECTION.search(section.title)):
        return []
    body = section.body
    starts = [(at, match) for at, line in enumerate(body) if at and not line.table and (match := _entry(line, 0))]
    if len(starts) < 2:
        return []
    ends = [*(at for at, _ in starts[1:]), len(body)]
    return [_duty(match, join(body[at:end])) for (at, match), end in zip(starts, ends, strict=True)]


def _entry(paragraph: Paragraph, start: int) -> re.Match[str] | None:
    match = _ENTRY.match(paragraph.folded, start)
    return (
        match if match and list(_agencies(paragraph.text[match.start("names") : match.end("names")], match)) else None
    )


def _agencies(written: str, match: re.Match[str]) -> Iterator[AgencyMention]:
    """Yield the agencies that an entry names; none if one of its words names none, or 负责 stands without a colon behind no body."""
    agencies = split_agencies(re.sub(r"(?:主要|工作)?职责$", "", written))[0]
    sure = can_name_agency if match[0].endswith(":") else is_body
    if all(sure(agency.written) for agency in agencies):
        yield from agencies


def _duty(match: re.Match[str], passage: Paragraph) -> Duty:
    written = passage.text[match.start("names") : match.end("names")]
    first = passage.text.split("\n", 1)[0]
    return Duty(
        agencies=tuple(_agencies(written, match)),
        written=written,
        title=re.sub(r"\s", "", first[match.end() :])[:_TITLE_MOST].rstrip("。"),
        passage=passage,
        start=match.start("names"),
        end=match.end("names"),
    )
