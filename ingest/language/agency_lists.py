"""A list of agencies becomes names: split, its open end noticed, level words and shared endings restored.

The 、 inside 各县（市、区） or 各市、县、区政府 separates nothing, 和 separates only
between whole names (财政局和税务局, never 工业和信息化局), and what a list writes once
(市发展改革委、财政局; 杭州市、宁波市人民政府) holds for its other members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from graph.agencies.firms import branch_ending, is_firm_head, is_firm_office
from graph.agencies.lexicon import active, remembered
from graph.agencies.names import department_like, is_collective, lookup, restores_level, self_contained, split_level
from graph.agencies.regions import leading_place
from graph.agencies.word_tables import words_in
from graph.width import FOLD, fold_width
from graph.words import Table
from ingest.language import agency_list_patterns as patterns

__all__ = ["AgencyMention", "can_name_agency", "complete", "is_body", "lists_bodies", "split_agencies"]


class AgencyMention(NamedTuple):
    """One member of a list of owners: as written, its full in-plan name, whether it names a group, its offsets in the clause.

    A tuple, because a page has dozens, each made anew for what a list leaves out.
    """

    written: str
    name: str
    collective: bool
    start: int
    end: int


@remembered
def can_name_agency(written: str) -> bool:
    """Return whether words can name a body, a group of bodies or a post.

    Examples
    --------
    >>> can_name_agency("市财政局"), can_name_agency("各有关部门"), can_name_agency("到2025年完成")
    (True, True, False)
    """
    if active().knows(written):
        return True
    folded = fold_width(written)
    if not 2 <= len(folded) <= 40 or patterns.NO_NAME.search(_without_brackets(folded)):
        return False
    if len(folded) == 2 and folded[-1] in patterns.FIELD_LETTERS and folded not in patterns.SHORT_NAMES:
        # 人社, 社会: a field of work, not a body.
        return False
    if patterns.UNIT_END.search(folded):
        return True
    if patterns.GROUP.match(folded) and is_collective(written):
        return patterns.NO_GROUP.search(folded) is None
    # 吴兴、南浔: places by their short names.
    place = leading_place(folded)
    return place is not None and place[1] == len(folded)


_BRACKETED = re.compile(r"\([^()]*\)")


def _without_brackets(folded: str) -> str:
    return _BRACKETED.sub("", folded) if "(" in folded else folded


@remembered
def is_body(written: str) -> bool:
    """Return whether words name a body beyond doubt, so that they need no role word beside them.

    Examples
    --------
    >>> is_body("市财政局"), is_body("各有关部门"), is_body("详见附表")
    (True, True, False)
    """
    if not can_name_agency(written) or patterns.PERSON.search(written):
        return active().knows(written)
    return (
        active().knows(written)
        or is_collective(written)
        or department_like(written)
        or patterns.BODY_END.search(written) is not None
        or lookup(written) is not None
        or is_firm_office(written)
        # 市红十字会, 县人武部, 市第一医院: what has a level word and ends like an agency.
        or split_level(written)[0] != ""
    )


#: The words before the first comma, semicolon or full stop, where no bracket stands among them.
_BEFORE_COMMA = re.compile(
    f"[^,;。，；{''.join(re.escape(bracket) for bracket, plain in FOLD.items() if plain in '()')}()]+(?=[,;。，；])"
)


@remembered
def lists_bodies(text: str) -> bool:
    """Return whether a text is nothing but a list of bodies."""
    # In running text mostly the first words are no body, and the rest need not be taken apart: what stands before the first
    # comma outside of brackets has the same members by itself.
    first = _BEFORE_COMMA.match(text)
    if first and False in _are_bodies(first[0]):
        return False
    found = False
    for is_one in _are_bodies(text):
        if not is_one:
            return False
        found = True
    return found


def _are_bodies(text: str) -> Iterator[bool]:
    """Yield for each member of a list that has words whether it is a body."""
    for start, piece, _ in _members(text):
        if piece:
            yield is_body(text[start : start + len(piece)])


def split_agencies(text: str, offset: int = 0) -> tuple[list[AgencyMention], bool]:
    """Split a list of agencies.

    Parameters
    ----------
    text
        The list as written, without verb or label.
    offset
        Added to the offsets of the agencies.

    Returns
    -------
    agencies : list of AgencyMention
        In order; `name` is still `written`.
    open_ended : bool
        True when the list, or a part of it, ends in 等.

    Examples
    --------
    >>> agencies, open_ended = split_agencies("市财政局、税务局和教育局，各县（市、区）政府等有关单位")
    >>> [agency.written for agency in agencies], open_ended
    (['市财政局', '税务局', '教育局', '各县（市、区）政府'], True)
    """
    found, open_ended = _split(text)
    if not offset:
        return list(found), open_ended
    return [each._replace(start=offset + each.start, end=offset + each.end) for each in found], open_ended


@remembered
def _split(text: str) -> tuple[tuple[AgencyMention, ...], bool]:
    agencies: list[AgencyMention] = []
    open_ended = False
    for start, piece, ends in _members(text):
        open_ended = open_ended or ends
        named = patterns.NAMED_GROUP.fullmatch(fold_width(text[start : start + len(piece)])) if ")" in piece else None
        if named and lists_bodies(named["members"]):
            # 市直有关部门（市公安局、市城管局）: the group is told.
            begin, stop = (start + at for at in named.span("members"))
            members, more = split_agencies(text[begin:stop], begin)
            agencies += members
            open_ended = open_ended or more
        elif piece:
            written = text[start : start + len(piece)]
            name = _without_blanks(written) if " " in piece else written
            agencies.append(AgencyMention(written, name, is_collective(name), start, start + len(piece)))
    return tuple(_of_firms(_of_places(agencies))), open_ended


def _members(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where each member of a list begins, its masked words (or none), and whether 等 stands behind it."""
    folded = _mask(fold_width(text))
    at = 0
    cuts = [
        *((match.start(), match.end()) for match in patterns.SEPARATOR.finditer(folded)),
        (len(folded), len(folded)),
    ]
    for start, end in cuts:
        begin, piece, is_open = _member(folded[at:start])
        yield at + begin, piece, is_open
        at = end


@lru_cache(maxsize=8192)
def _member(piece: str) -> tuple[int, str, bool]:
    """Return where a member begins in what stands between two separators, its words, and whether 等 stands behind it."""
    begin = 0
    lead = patterns.lead_in().match(piece)
    if lead:
        begin, piece = lead.end(), piece[lead.end() :]
    mark = patterns.MEMBER_MARK.match(piece)
    if mark:
        begin, piece = begin + mark.end(), piece[mark.end() :]
    piece = patterns.SHORT_FOR.sub("", patterns.MODAL.sub("", piece)).rstrip()
    tail = patterns.OPEN_END.search(piece) if "等" in piece else None
    piece = piece[: tail.start()].rstrip() if tail else piece
    return begin, piece.rstrip("."), tail is not None


def _without_blanks(written: str) -> str:
    """Return a name without the blanks of typesetting, where that makes a body of it: 市 商务局."""
    whole = re.sub(r"\s", "", written)
    return whole if is_body(whole) else written


def _of_firms(agencies: list[AgencyMention]) -> list[AgencyMention]:
    """Give firms in front of the branch of another one its place and kind: 中国移动、中国联通云泽分公司."""
    if not any(is_firm_head(agency.written) for agency in agencies):
        return agencies
    done: list[AgencyMention] = []
    ending = ""
    for agency in reversed(agencies):
        if ending and is_firm_head(agency.written):
            agency = agency._replace(name=agency.written + ending)
        else:
            ending = branch_ending(agency.written)
        done.append(agency)
    return done[::-1]


_WORDS = Table(__file__, "agency_lists")
#: The body of one place whose ending serves the places before it: 湖州、嘉兴市政府; 开封、洛阳市水利局.
_OF_PLACE = re.compile(
    rf"(?P<place>[一-鿿]{{2,6}}?)(?P<level>[市县区州盟旗])(?P<body>(?P<rules>(?:人民)?政府|党委|委)|[一-鿿]{{2,10}}?{_WORDS.pattern('body_end')})"
)
_IN_BRACKETS = re.compile(r"[()、,;。 ]")
_SHORT_PLACE = re.compile(r"[一-鿿]{2,4}")


def _of_places(agencies: list[AgencyMention]) -> list[AgencyMention]:
    """Give places in front of the body of another place its ending; one that no gazetteer has, only that of a government."""
    done: list[AgencyMention] = []
    serving: re.Match[str] | None = None
    for agency in reversed(agencies):
        own = _OF_PLACE.fullmatch(agency.written)
        place = leading_place(agency.written)
        if serving and not agency.collective and place and place[1] == len(agency.written):
            agency = agency._replace(name=place[0].name + serving["body"])
        elif (
            serving
            and serving["rules"]
            and _SHORT_PLACE.fullmatch(agency.written)
            and not can_name_agency(agency.written)
        ):
            agency = agency._replace(name=agency.written + serving["level"] + serving["body"])
        else:
            serving = own if own and not agency.collective else None
        done.append(agency)
    return done[::-1]


def _mask(folded: str) -> str:
    """Return the text with separators that separate nothing replaced, and separating words by separators; same length."""
    masked = _mask_brackets(folded) if "(" in folded else folded
    if "、" in masked:
        masked = patterns.JOINED_LEVELS.sub(lambda match: match[0].replace("、", "\x01"), masked)
        masked = patterns.ORGANS.sub(lambda match: match[0].replace("、", "\x01"), masked)
        masked = patterns.PAIR.sub("\x01", masked)
    if any(joint in masked for joint in "和与及暨"):
        masked = patterns.AND.sub(lambda match: "、" * len(match[0]), masked)
    masked = patterns.BLANKS.sub(lambda match: "、" * len(match[0]), masked)
    return patterns.BLANK_WITHIN.sub(_between_names, masked) if " " in masked else masked


def _mask_brackets(folded: str) -> str:
    chars = list(folded)
    depth = 0
    for mark in _IN_BRACKETS.finditer(folded):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")":
            depth = max(0, depth - 1)
        elif depth:
            chars[mark.start()] = "\x01"
    return "".join(chars)


def _between_names(stretch: re.Match[str]) -> str:
    """Return some words with the blanks between them as separators if each names a body: 经开区 高新园 各街道."""
    names = stretch[0].replace("\x01", "、").split()
    several = all((len(name) > 2 or name[0] == "各") and can_name_agency(name) for name in names)
    return patterns.BLANK.sub("、", stretch[0]) if several and len(names) > 1 else stretch[0]


def complete(agencies: Sequence[AgencyMention], known: Sequence[AgencyMention] = ()) -> list[AgencyMention]:
    """Restore what a list leaves out: the level word, and the ending that several places or zones share.

    Parameters
    ----------
    agencies
        All members of a clause, in order.
    known
        Units named before, whose endings serve a later short mention (各县（市、区） for 各县（市、区）政府).

    Examples
    --------
    >>> agencies, _ = split_agencies("市发展改革委、财政局，杨凌示范区、西咸新区管委会")
    >>> [agency.name for agency in complete(agencies)]
    ['市发展改革委', '市财政局', '杨凌示范区管委会', '西咸新区管委会']
    """
    return _with_levels(_with_endings(list(agencies), known))


def _with_endings(agencies: list[AgencyMention], known: Sequence[AgencyMention]) -> list[AgencyMention]:
    done: list[AgencyMention] = []
    ending = ""
    for agency in reversed(agencies):
        governs = patterns.GOVERNS.search(agency.name)
        if governs:
            ending = "" if agency.collective else governs[1]
        elif ending and not agency.collective and patterns.ZONE.search(agency.name):
            if not (patterns.PARK.search(agency.name) and "政府" in ending):
                agency = agency._replace(name=agency.name + ending)
        elif (
            ending and not agency.collective and (place := leading_place(agency.name)) and place[1] == len(agency.name)
        ):
            agency = agency._replace(name=place[0].name + ending)
        else:
            ending = ""
            agency = _recalled(agency, known)
        done.append(agency)
    return done[::-1]


def _recalled(agency: AgencyMention, known: Sequence[AgencyMention]) -> AgencyMention:
    """Return the agency with the ending that an earlier mention of it had."""
    for other in known:
        if other.name.startswith(agency.name) and patterns.GOVERNS.fullmatch(other.name[len(agency.name) :]):
            return agency._replace(name=other.name, collective=other.collective)
    return agency


def _with_levels(agencies: list[AgencyMention]) -> list[AgencyMention]:
    levels = [split_level(agency.name)[0] for agency in agencies]
    local = [level for level in levels if level in _restorable()]
    if not local:
        return _with_place(agencies)
    first = next(index for index, level in enumerate(levels) if level in _restorable())
    # Written once for the whole list, the level word holds for every member; written with each, it is
    # missing only where a department without it would be a slip.
    once = (
        sum(level in _restorable() for level, agency in zip(levels, agencies, strict=True) if not agency.collective)
        == 1
        and first == 0
    )
    done: list[AgencyMention] = []
    current = levels[first]
    written = sum(level in _restorable() for level in levels)
    for at, (agency, level) in enumerate(zip(agencies, levels, strict=True)):
        if level in _restorable() and not agency.collective:
            current = level
        elif at < first and written == 1:
            # A level word given once goes forward, never backward: 大坝中心、省水科院.
            pass
        elif not level and not agency.collective and _lacks_level(agency.name, once):
            committee = (
                {"自治区": "党委", "兵团": "党委"}.get(current, "委") if patterns.PARTY.fullmatch(agency.name) else ""
            )
            agency = agency._replace(name=current + committee + agency.name)
        done.append(agency)
    return done


def _with_place(agencies: list[AgencyMention]) -> list[AgencyMention]:
    """Restore the place that the first department of a list carries for all: 洛阳市教育局、财政局."""
    place = leading_place(agencies[0].name) if agencies else None
    named = agencies[0].name[: place[1]] if place else ""
    if not named.endswith(tuple("省市县区州盟旗")) or not department_like(agencies[0].name[len(named) :]):
        return agencies
    return [
        agency._replace(name=named + agency.name)
        if not agency.collective and _lacks_level(agency.name, False)
        else agency
        for agency in agencies
    ]


def _lacks_level(name: str, once: bool) -> bool:
    if active().knows(name):
        return False
    branch = f"{name[:-2]}局" if name.endswith("分局") else name
    if branch != name and lookup(branch) is None and any(lookup(branch[at:]) for at in (2, 3, 4)):
        return False  # 临江生态环境分局 has a place in front, 生态环境分局 has none.
    return restores_level(name) if once else department_like(name) and not self_contained(name)


@cache
def _restorable() -> frozenset[str]:
    return frozenset(word.text for word in words_in("levels", "restored"))
