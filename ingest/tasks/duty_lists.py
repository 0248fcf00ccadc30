"""Duty lists: who is named first, what it has to do stands behind (县财政局：落实所需资金, 规划科负责编制规划).

They stand below a heading that says 职责, 分工 or 成员单位, or are all that a section holds, or all its items; elsewhere
an agency in front of a colon or of 负责 is running text. An entry is a numbered item or a line of its own, and two agencies in it
with a duty each are two entries. Who only helps (X配合开展…) supports, as do those in a bracket behind a duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from graph.model.vocabulary import Role
from graph.words import Table, initials
from ingest.document.outline import Section
from ingest.language.agency_list_patterns import PERSON
from ingest.language.agency_lists import AgencyMention, can_name_agency, is_body, lists_bodies, split_agencies
from ingest.language.labels import LABEL, label_role
from ingest.language.paragraphs import Paragraph, join

__all__ = ["Duty", "announces_duties", "lists_duties", "read_duties"]

_WORDS = Table(__file__, "duty_words")
_SECTION = re.compile(_WORDS.pattern("heading"))
_HELPS = re.compile(_WORDS.pattern("verb.support"))
_LEADS = re.compile(_WORDS.pattern("lead"))
_NAMES_TAIL = re.compile(rf"{_WORDS.pattern('names_end')}$")
_VERB = rf"{_WORDS.pattern('adverb')}{{0,2}}{_WORDS.pattern('verb', 'verb.support')}"
_SAID = re.compile(_VERB)
_ACTS_NEXT = re.compile(rf"\s*(?:由|{_VERB})")
#: ，市财政局配合: a verb with nothing to do behind it.
_HELPS_ONLY = re.compile(
    rf"{_WORDS.pattern('adverb')}{{0,2}}{_WORDS.pattern('verb.support')}(?:做好|抓好)?(?=[,;。]|$)"
)
#: · 由市财政局
_START = re.compile(r"\s*[·•●*\-—◆■]{0,3}\s*(?:由(?!于))?")
#: What ends the names of an entry: 县财政局：落实资金; 县财政局。负责资金; 县财政局，负责资金; 规划科主要负责编制规划.
_NAMES_END = re.compile(
    rf"(?=[\s:—–\-。.,;“”]|{initials(_WORDS.of('adverb', 'verb', 'verb.support'))})"
    rf"(?:(?P<colon>\s?:|\s?[—–-]{{1,2}}\s?(?=[一-鿿]))(?=.{{2}})|(?P<stop>[。.])(?=由|{_VERB})|[,\s]?\s?(?={_VERB})|(?P<other>[。,;“”\n]))"
)
#: A numbered item that has nothing but agencies for a title: 1.各村委会。由包村干部负责走访。
_TITLE_END = re.compile(r"[。\n](?=.{2})")
#: Where another agency may stand further on: …，市交通运输局负责道路畅通.
_FURTHER = re.compile(r"[,;。]\s?由?")
#: What the words in front of a verb are not: 领导小组下设办公室负责…, 指导乡镇负责…; and no title is one: 改造文化站.
_NO_NAMES = re.compile(rf"{_WORDS.pattern('no_name')}|^{_WORDS.pattern('does')}")
_PERSON_END = re.compile(rf"{_WORDS.pattern('person')}$")
_LONGEST_HEADING = 60
_LONGEST_NAMES = 80
_TITLE_MOST = 40


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One entry: its agencies, the words that name them, what they have to do, and where it stands.

    Attributes
    ----------
    role : str
        support where they only help, lead where 牵头 says so, else "" to be told by their number.
    start, end : int
        Where the words that name the agencies stand in `passage`.
    helpers : tuple of AgencyMention
        Who helps with this duty, said behind it with no duty of their own: ，市财政局配合.
    """

    agencies: tuple[AgencyMention, ...]
    written: str
    role: Role | Literal[""]
    title: str
    passage: Paragraph
    start: int
    end: int
    helpers: tuple[AgencyMention, ...] = ()


def read_duties(section: Section, *, listed: bool = False) -> list[Duty]:
    """Return the entries of a section without deeper ones: of the section, where it is an entry itself, or of its lines.

    `listed` means that it stands among items that are entries, all of them (see `lists_duties`).
    """
    body = section.body
    numbered = section.marker is not None and section.marker.kind != "annex"
    if section.marker and numbered and (listed or any(map(_announces, section.above))):
        first = section.passage
        own = _entry(first, section.marker.end)
        if own is None and sum(_entry(line, 0) is not None for line in body[1:] if not line.table) < 2:
            own = _named_by_title(first, section.marker.end)
        if own:
            return list(_parts(own, first))
    begin = _begin(section)
    from_line = begin if begin is not None else int(section.marker is not None)
    lines = [(at, line) for at, line in enumerate(body) if at >= from_line and not line.table]
    starts = [(at, match) for at, line in lines if (match := _entry(line, 0))]
    if len(starts) == len(lines) == 1 and begin is not None:
        several = list(_parts(starts[0][1], join(body[starts[0][0] :])))
        return several if len(several) > 1 else []
    if len(starts) < 2 or (begin is None and len(starts) < len(lines)):
        return []
    ends = [*(at for at, _ in starts[1:]), len(body)]
    return [duty for (at, match), end in zip(starts, ends, strict=True) for duty in _parts(match, join(body[at:end]))]


def lists_duties(section: Section) -> bool:
    """Return whether each of the several items of a section is an entry: bodies, a colon, and what they do."""
    items = section.numbered
    return len(items) > 1 and all(item.marker and _with_colon(item.passage, item.marker.end) for item in items)


def announces_duties(section: Section) -> bool:
    """Return whether the heading of a section, or one above it, announces a list of duties: 成员单位职责."""
    return _begin(section) is not None or any(map(_announces, section.above))


@lru_cache(maxsize=1024)
def _announces(title: str) -> bool:
    """Return whether a title announces duties; each section asks of all titles above it."""
    return _SECTION.search(title) is not None


def _begin(section: Section) -> int | None:
    """Return the line behind the heading that announces duties, or None if there is none."""
    if section.marker is None or section.marker.kind != "annex":
        above = section.above if section.marker else ()
        if any(map(_announces, (section.title, *above))):
            return int(section.marker is not None)
    for at, line in enumerate(section.body):
        folded = line.folded
        short = len(folded) <= _LONGEST_HEADING and "。" not in folded and "," not in folded
        announces = short and not line.table and at + 1 < len(section.body) and _SECTION.search(folded)
        if announces and not _entry(line, 0):
            return at + 1
    return None


@dataclass(frozen=True)
class _Named:
    """Agencies in front of a duty, where their names stand, and where the duty begins."""

    agencies: tuple[AgencyMention, ...]
    start: int
    end: int
    duty: int


def _entry(paragraph: Paragraph, at: int, *, verb_only: bool = False) -> _Named | None:
    """Return the agencies that a text names first from an offset on, if a duty follows them."""
    lead = _START.match(paragraph.folded, at)
    start = lead.end() if lead else at
    if verb_only and _SAID.match(paragraph.folded, start):
        return None  # 督促指导各县区负责…
    for end in _NAMES_END.finditer(paragraph.folded, start, start + _LONGEST_NAMES):
        if end.start() > start and not end["other"] and not (verb_only and (end["colon"] or end["stop"])):
            agencies = _agencies(paragraph.text[start : end.start()], sure=bool(end["colon"] or end["stop"]))
            # 成员单位：市应急局、市水利局 says who they are, and gives them nothing to do.
            if agencies and not (end["colon"] and lists_bodies(paragraph.folded[end.end() :].rstrip("。 "))):
                return _Named(agencies, start, end.start(), end.end())
        if end["other"] or end["colon"] or end["stop"]:
            break
    return None


def _with_colon(passage: Paragraph, at: int) -> _Named | None:
    """Return the bodies that a sentence in the middle of an entry gives a duty behind a colon: …。市财政局：保障资金."""
    if LABEL.search(passage.folded[at : at + _LONGEST_NAMES]):
        return None
    named = _entry(passage, at)
    colon = named is not None and ":" in passage.folded[named.end : named.duty]
    return named if named and colon and all(is_body(agency.written) for agency in named.agencies) else None


def _named_by_title(passage: Paragraph, at: int) -> _Named | None:
    if any(
        label_role(label["label"] or label["bare"]) in ("lead", "co_own") for label in LABEL.finditer(passage.folded)
    ):
        return None  # （二）改建社区。责任单位：市民政局
    end = _TITLE_END.search(passage.folded, at, at + _LONGEST_NAMES)
    announces = end and _SECTION.search(passage.folded, at, end.start())
    agencies = _agencies(passage.text[at : end.start()], sure=False) if end and not announces else ()
    if end is None or not agencies:
        return None
    # 石桥社区。由网格员负责…; without a verb behind it 滨河社区 may be what the item is about.
    sure = all(is_body(agency.written) for agency in agencies) or _ACTS_NEXT.match(passage.folded, end.end())
    return _Named(agencies, at, end.start(), end.end()) if sure else None


def _agencies(text: str, *, sure: bool) -> tuple[AgencyMention, ...]:
    """Return the agencies that a text names; none if one of its words names none. Of a person only the office counts.

    `sure` means that a colon or a stop behind the names tells that they are some.
    """
    written = _NAMES_TAIL.sub("", text.rstrip())
    found: list[AgencyMention] = []
    for agency in split_agencies(written)[0]:
        office = _PERSON_END.sub("", agency.written)
        names = can_name_agency(office) if sure else _acts(office)
        # 堤防巡查由市水利局负责: what stands before the name is no part of a list.
        if not names or (agency.start and not found) or _NO_NAMES.search(office) or PERSON.search(office):
            return ()
        cut = len(agency.written) - len(office)
        whole = agency if not cut else AgencyMention(office, office, agency.collective, agency.start, agency.end - cut)
        found.append(whole)
    return tuple(found)


def _acts(written: str) -> bool:
    """Return whether words in front of a verb are a body or an office: 市财政局, 规划科, 滨河街道."""
    return is_body(written) or (can_name_agency(written) and written.endswith(_OFFICES))


_OFFICES = _WORDS.texts("office")


def _parts(first: _Named, passage: Paragraph) -> Iterator[Duty]:
    """Yield the entries that one item or line holds: the first, and one for each other agency that has a duty of its own."""
    named = [first]
    helpers: dict[int, list[AgencyMention]] = {}
    known = {agency.written for agency in first.agencies}
    for stop in _FURTHER.finditer(passage.folded, first.duty):
        further = _entry(passage, stop.end(), verb_only=True) or (
            _with_colon(passage, stop.end()) if stop[0][0] in "。;" else None
        )
        if further and not known & {agency.written for agency in further.agencies}:
            known |= {agency.written for agency in further.agencies}
            if _HELPS_ONLY.match(passage.folded, further.duty):
                helpers.setdefault(named[-1].start, []).extend(further.agencies)
            else:
                named.append(further)
    begins = [0, *(each.start for each in named[1:]), len(passage.text)]
    for each, (begin, end) in zip(named, pairwise(begins), strict=True):
        yield _duty(each, passage, begin, end, tuple(helpers.get(each.start, ())))


def _duty(named: _Named, whole: Paragraph, begin: int, end: int, helpers: tuple[AgencyMention, ...]) -> Duty:
    # Behind a colon every agency answers for its entry; the verb alone tells who only helps.
    said = (
        None
        if whole.text[named.end : named.duty].strip() not in ("", "。", ".", "，")
        else _SAID.match(whole.folded, named.duty)
    )
    written = whole.text[named.start : named.end].rstrip()
    rest = whole.text[named.duty : end].strip()
    return Duty(
        agencies=named.agencies,
        written=written,
        role=_role(said[0]) if said else "",
        title=re.sub(r"\s", "", rest.split("\n", 1)[0])[:_TITLE_MOST].rstrip("，；。,;"),
        passage=whole.cut(begin, end),
        start=named.start - begin,
        end=named.start - begin + len(written),
        helpers=helpers,
    )


def _role(verb: str) -> Role | Literal[""]:
    if _LEADS.search(verb):
        return "lead"
    return "support" if _HELPS.search(verb) else ""
