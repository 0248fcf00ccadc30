"""What a document says of itself: title, 文号, issuing bodies, date, region and level, whether it is a draft.

Sources in this order: the title, the covering notice, the signature behind the text,
and, for the level only, the level words of the owners.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.agencies.levels import name_ending
from graph.agencies.names import split_level
from graph.agencies.namesakes import leading_namesakes, which_namesake
from graph.agencies.regions import NATION, Region, bearers, chain, find, leading_place, unique_name
from graph.agencies.word_tables import ranks, words_of
from graph.errors import SettingsError
from graph.messages import _
from graph.width import fold_width
from graph.words import Table
from ingest.document.named_region import named_region
from ingest.language.numerals import YEAR_DIGITS, chinese_number, chinese_year
from ingest.language.paragraphs import Paragraph
from ingest.language.titles import without_legend

__all__ = ["Metadata", "read_metadata"]

_NUMBER = re.compile(r"^[一-鿿]{2,14}\s?[〔［\[(（]\s?(?:19|20)\d{2}\s?[〕］\])）]\s?(?:第\s?)?\d{1,5}\s?号$")
_WORDS = Table(__file__, "metadata")
_OWN_LEVELS = frozenset(_WORDS.texts("own_level"))
_NATIONAL_ENDINGS = _WORDS.texts("national_end")
_DATE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
#: A line of its own: 2026-07-01, 2026.7.1.
_ISO_DATE = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})")
_HAN_DATE = re.compile(rf"([{YEAR_DIGITS}]{{4}})年([一二三四五六七八九十]{{1,3}})月([一二三四五六七八九十]{{1,3}})日")
_DUE = re.compile(_WORDS.pattern("due"))
_DRAFT = re.compile(_WORDS.pattern("draft"))
_DRAFT_NAME = re.compile(rf"[（(]{_WORDS.pattern('draft_name')}[）)]$")
#: How the last line of a notice's title ends.
_NOTICE = _WORDS.texts("notice")
_BODY = rf"[一-鿿]{{0,24}}?{words_of('endings', 'issuer')}"
_ISSUED_ON = re.compile(
    rf"^(?P<body>{_BODY}(?:[、\s]+{_BODY})*)\s?(?:等[一-鿿\d]{{0,6}}(?:部门|单位))?\s?(?:关于|印发|转发|批转)"
)
_SIGNED = re.compile(rf"^{_BODY}(?:[\s、]+{_BODY})*$")
_PRINTED = re.compile(r"(?:印发|转发|批转)(?:.{0,12}?(?:关于))?[《“]?(?P<what>.+?)[》”]?的通知$")
_BEFORE_PLACE = re.compile(rf"^(?:\d{{4}}年度?|中国\s?[（(]|{_WORDS.pattern('before_place')}){{1,3}}")
#: First character of a provincial 文号 (豫政〔2021〕…); the last resort, since counties share some of them.
_PROVINCIAL = re.compile(rf"^.{_WORDS.pattern('number_organ')}[一-鿿]{{0,4}}[〔［\[(（]")
_PROVINCES = _WORDS.meanings("province")
_GOVERNED = re.compile(rf"([一-鿿]{{2,7}}?{words_of('levels', 'ending')})(?={_WORDS.pattern('governed_by')})")
_NATIONAL = re.compile(rf"^(?:{_WORDS.pattern('national')}|[一-鿿]{{2,10}}部(?:办公厅)?(?:等|关于|$))")


@dataclass(frozen=True)
class Metadata:
    """What is known of a plan apart from its tasks; unknown is None."""

    title: str
    number: str | None
    issuers: tuple[str, ...]
    issued: str | None
    region: str | None
    level: str | None
    draft: bool
    namesakes: tuple[str, ...] = ()
    """Regions that the plan may be for, where its text does not tell which of them."""


def read_metadata(
    lines: Sequence[Paragraph],
    head: Sequence[Paragraph],
    body: Sequence[Paragraph],
    owners: Iterable[str],
    *,
    region: str | None = None,
    names_all: bool = False,
) -> Metadata:
    """Read what a plan says of itself.

    Parameters
    ----------
    lines
        The lines of the plan's title.
    head
        The covering notice before it.
    body
        The paragraphs behind the title.
    owners
        Names of the owners of its tasks, for the level.
    region
        Name of the region, where it is given by hand.
    names_all
        True where the file holds several plans and the notice's own subject names them all.

    Raises
    ------
    SettingsError
        If `region` is in no gazetteer.
    """
    around = [*head, *body[:4], *body[-6:]]
    number = next((re.sub(r"\s", "", p.text) for p in around if _NUMBER.match(p.text.strip())), None)
    printed, own = _notice(head), "".join(p.text.strip() for p in lines)
    title, subject = re.sub(r"\s", "", own), re.sub(r"\s", "", printed)
    if names_all and subject:
        match = _PRINTED.search(subject)
        title = match["what"] if match else subject
    issuers = _issuers(printed, own, head, body)
    namesakes: Sequence[Region] = ()
    if region is None:
        signed = [name for paragraphs in (head, body) for name in _signature(paragraphs)]
        named = _PRINTED.search(title)
        # 市教育局关于印发《洛阳市…方案》的通知: the place stands in the title of what is printed.
        texts = [title, *([named["what"]] if named else []), *issuers, subject, *signed]
        namesakes = _namesakes(texts)
        meant = _namesake(namesakes, texts, number, [*lines, *head, *body])
        if meant is None and namesakes:
            level: str | None = namesakes[0].level
        elif meant is not None:
            region, level, namesakes = unique_name(meant), meant.level, ()
        else:
            region, level = _region(texts, number, list(owners))
            if region is None and level:
                region = named_region("\n".join(paragraph.text for paragraph in body), level)
    else:
        given = find(region)
        if given is None and len(bearers(region)) > 1:
            raise SettingsError(
                _(
                    "名为“{region}”的地区有 {count} 个；请写其中一个的全称：{names}",
                    region=region,
                    count=len(bearers(region)),
                    names=[unique_name(each) for each in bearers(region)],
                )
            )
        if given is None:
            raise SettingsError(_("没有名为“{region}”的地区；请写全称，例如 洛阳市", region=region))
        region, level = unique_name(given), given.level
    draft = (
        any(_DRAFT.search(p.text) for p in [*head, *body[:2]] if len(p.text) <= 30) or _DRAFT.search(title) is not None
    )
    clean = without_legend(_DRAFT_NAME.sub("", title))
    return Metadata(
        title=clean,
        number=number,
        issuers=tuple(issuers),
        issued=_issued(head, body),
        region=region,
        level=level,
        draft=draft,
        namesakes=tuple(map(unique_name, namesakes)),
    )


def _notice(head: Sequence[Paragraph]) -> str:
    """Return the title of the covering notice: its lines down to the one that ends in 通知."""
    lines: list[str] = []
    for paragraph in head[:8]:
        folded = paragraph.folded
        if len(folded) > 70 or folded.endswith((":", "。")) or _NUMBER.match(paragraph.text):
            lines = []
            continue
        lines.append(paragraph.text)
        if folded.endswith(_NOTICE):
            return "".join(lines)
    return ""


def _issuers(subject: str, title: str, head: Sequence[Paragraph], body: Sequence[Paragraph]) -> list[str]:
    for text in (subject, title):
        match = _ISSUED_ON.match(text)
        if match:
            # 国家发展改革委等部门关于…: who the others are, the signature says.
            others = text[match.end("body") :].startswith("等")
            return (
                signed_all if others and (signed_all := _signature(body) or _signature(head)) else _names(match["body"])
            )
    for paragraphs in (head, body):
        signed = _signature(paragraphs)
        if signed:
            return signed
    return []


def _signature(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the bodies that stand on lines of their own right above the last date line."""
    dates = [at for at, p in enumerate(paragraphs) if len(p.text) <= 20 and _date(p.text) and _can_date(p)]
    names: list[str] = []
    for at in range((dates[-1] if dates else 0) - 1, -1, -1):
        text = paragraphs[at].text.strip()
        if len(text) > 60 or not _SIGNED.match(text):
            break
        names = [*_names(text), *names]
    return names


def _names(text: str) -> list[str]:
    return [name for name in re.split(r"[、\s]+", text) if name]


def _issued(head: Sequence[Paragraph], body: Sequence[Paragraph]) -> str | None:
    for paragraphs in (head, body[-6:], body[:3]):
        for paragraph in paragraphs:
            day = _date(paragraph.text) if len(paragraph.text) <= 24 and _can_date(paragraph) else None
            if day:
                return day
    return None


def _can_date(paragraph: Paragraph) -> bool:
    """Return whether a date in a paragraph may be that of the document: not one in a table, or by when something is done."""
    return not paragraph.table and _DUE.search(paragraph.text) is None


def _date(text: str) -> str | None:
    folded = fold_width(text).strip()
    match = _DATE.search(folded) or _ISO_DATE.fullmatch(folded)
    if match:
        return f"{int(match[1]):04}-{int(match[2]):02}-{int(match[3]):02}"
    match = _HAN_DATE.search(text)
    if match is None:
        return None
    year, month, day = chinese_year(match[1]), chinese_number(match[2]), chinese_number(match[3])
    return None if year is None or month is None or day is None else f"{year:04}-{month:02}-{day:02}"


def _region(texts: Sequence[str], number: str | None, owners: Sequence[str]) -> tuple[str | None, str | None]:
    for text in texts:
        bare = _BEFORE_PLACE.sub("", text)
        place = leading_place(bare)
        if place:
            unknown = _other_place(bare, *place)
            return unknown or (_among(place[0], texts), place[0].level)
    if any(_NATIONAL.match(text) for text in texts):
        return NATION.name, NATION.level
    for text in texts:
        governed = _GOVERNED.match(text)
        if governed:
            # A place that the gazetteer lacks (renamed, new, or invented): its own government vouches for it.
            return governed[1], ranks()[name_ending(governed[1])]
    province = _PROVINCES.get(number[0]) if number and _PROVINCIAL.match(number) else None
    if province:
        return province, "省"
    levels = Counter(split_level(name)[0] for name in owners)
    if not levels:
        return None, None
    local = {level: count for level, count in levels.items() if level in _OWN_LEVELS}
    # A table of matters that a province wants of the ministries names its own bodies beside them; no national plan does.
    if sum(local.values()) * 5 < levels.total():
        national = sum(name.startswith("国家") or name.endswith(_NATIONAL_ENDINGS) for name in owners)
        return (NATION.name, NATION.level) if national * 3 >= len(owners) else (None, None)
    return None, ranks()[max(local, key=lambda level: local[level])]


def _namesakes(texts: Sequence[str]) -> tuple[Region, ...]:
    """Return the regions of the name that the first text with a place starts with, where several bear it."""
    for text in texts:
        bare = _BEFORE_PLACE.sub("", text)
        found = leading_namesakes(bare)
        if found or leading_place(bare):
            return found
    return ()


def _namesake(
    namesakes: Sequence[Region], texts: Sequence[str], number: str | None, paragraphs: Iterable[Paragraph]
) -> Region | None:
    """Return the one of several regions of one name that a plan is for: the one below a place that it names first."""
    if not namesakes:
        return None
    for text in texts:
        place = leading_place(_BEFORE_PLACE.sub("", text))
        below = [each for each in namesakes if place and place[0] in chain(each.name, each.parent)]
        if len(below) == 1:
            return below[0]
    province = _PROVINCES.get(number[0]) if number else None
    said = "\n".join(paragraph.text for paragraph in paragraphs)
    return which_namesake(namesakes, number, said, province=province)


def _other_place(text: str, region: Region, end: int) -> tuple[str, str] | None:
    """Return the place of a text that only begins like a known one: 青川市 is none that the gazetteer knows, 青川县 is."""
    behind = text[end : end + 1]
    if text[:end].endswith(region.name[-1]) or behind not in ranks() or region.name.endswith(behind):
        return None
    return text[: end + 1], ranks()[behind]


def _among(place: Region, texts: Sequence[str]) -> str:
    """Return the name of a place; of one that several regions share, the one that another text names in full (杭州市西湖区)."""
    for text in texts:
        named = leading_place(_BEFORE_PLACE.sub("", text))
        if named and named[0].name == place.name and named[1] > len(place.name):
            return unique_name(named[0])
    return unique_name(place)
