"""Find the industries, sectors and product trades that a measure's text names.

A lexicon with GB/T 4754-2017 codes, longest match first. Some words are industries
only where the text presents them as such, and the lexicon marks them: 能源 counts in
能源产业 and in a list that ends 等行业, but not in 能源消费. Nothing is looked for inside
《》, in the titles of plans and rules, in lists of departments, or in the brackets that
say who is responsible. What a text itself presents as a trade (`ingest.industries.presented`) counts though
the lexicon lacks it; its entry is then the one that its name ends with, if any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.agencies.lexicon import IndustryEntry, Lexicon, active
from graph.errors import SettingsError
from graph.messages import _
from graph.width import BLANK
from ingest.industries.presented import trades
from ingest.industries.words import any_of, either, texts

__all__ = ["Industry", "IndustryMention", "broader", "entries", "find_industries", "industry", "narrower"]

_TABLE = Path(__file__).with_name("data") / "industries.tsv"

#: A title, or a bracket that says who answers; it begins with one of few characters, which are found fast.
_MASKED = re.compile(
    rf"""[《（(〔](?:
        (?<=《)[^》]{{0,200}}》
      | (?<!《)[^（）()〔〕]{{0,400}}{any_of("clause_role")}[^（）()〔〕]{{0,60}}[）)〕]
    )""",
    re.VERBOSE,
)
_MASKED_LABEL = rf"{any_of('clause_label')}[:：][^。；\n]{{0,400}}"
_COLON = re.compile("[:：]")
#: Where a text holds no such word, the names of bodies are not looked for: a name could begin at every character.
_NAMED_BODY = re.compile(any_of("named_body"))
#: Whom something is made for is not what a task acts on: 面向钢铁、交通等行业提供服务, 为医药企业提供担保.
_CUSTOMERS = re.compile(
    rf"""[面针为向给](?:
        (?:(?<=面)向|(?<=针)对)[^，,。；：:\n]{{1,60}}?{any_of("customer")}(?=的|[^，,。；：:\n]{{0,6}}?{any_of("offer")})
      | (?<=[为向给])[^，,。；：:\n]{{1,40}}?{any_of("customer")}(?={any_of("supply")})
    )""",
    re.VERBOSE,
)
_ITEM = "[^、和及与，。；：,;:（(]"
_LIST = "(?:[、和及与][^、和及与，。；：,;:（(在将]{2,14}){0,30}?"
#: What tells that a list names trades: 、B、C等重点行业, or 业 right after the word.
_TRADE = re.compile(
    rf"""
    {any_of("shows_trade")}                                     # 光伏产业
  | 发展(?=[，。；、的]|$)                                      # 钢铁发展。
  | {_LIST}{_ITEM}{{0,2}}{any_of("ends_trade")}                 # 光伏、锂电池业
  | {_LIST}(?:等{_ITEM}{{0,8}}?|{_ITEM}{{0,2}}?)                # 钢铁、水泥等重点行业
    (?:{any_of("kind_of_trade")}|工业(?=[、，。和等]))
    """,
    re.VERBOSE,
)
#: A list of departments, the title of a plan or rule without 《》, or the name of a body (but not 产业布局).
_NO_TRADE = re.compile(
    f"{_LIST}{_ITEM}{{0,14}}?{any_of('document')}"
    f"|{_ITEM}{{0,8}}?{any_of('body')}"
    f"|[一-鿿]{{0,4}}{any_of('institute')}|(?:产业)?集团"
    f"|{_LIST}等专业|{_LIST}等{any_of('technique')}"
)
#: What a text holds wherever it holds one of those.
_OF_NO_TRADE = re.compile("|".join([*texts("document", "body", "institute", "technique"), "集团", "专业"]))
#: 发展现代物流、工业设计: no 产业 is needed behind what is fostered.
_FOSTERED = re.compile(f"{any_of('fostering')}{any_of('fostered_as')}?(?:{_ITEM}{{2,10}}[、和与]){{0,6}}\\Z")
#: 强化工作 and 深化工程, but 做强化工.
_DEEPENS = re.compile(r"(?<!做)[强优深]\Z")
_ENDS = re.compile("[、，。；和与及]|$")
#: What comes out of a trade or goes into it: 化工废渣, 光伏逆变器.
_THING = re.compile(any_of("thing"))
#: 实施智能光伏产业行动计划 acts on the trade, other titles are only named.
_ACTION = re.compile(f"{any_of('carries_out')}[一-鿿]{{2,10}}产业[一-鿿]{{0,8}}行动")
#: In a list, 先进 and the like belong to the name: 先进农机装备、高端轴承.
_MODIFIED = re.compile(f"[、，和及与]{any_of('modifier')}|展{any_of('modifier_alone')}")
_METAL = any_of("metal")
#: 铜、铅、锌
_METALS = re.compile(f"{_METAL}(?:、{_METAL}(?=[、，。和等])){{1,12}}(?!等(?:再生)?原料)")
#: What a name made on the spot is: 汽车用钢 is 特钢, 碳基材料 is 新材料.
_COMPOUNDS = re.compile(
    rf"""
    (?:(?<=[、，])|(?<=发展))(?!{any_of("not_for")})
    [一-鿿]{{2,6}}用(?P<steel>{any_of("made_for")})(?=[、，。,和等])
  | {any_of("base")}[一-鿿]{{0,6}}?{any_of("based_on")}
    """,
    re.VERBOSE,
)
#: A text without any of these holds none of them.
_OF_COMPOUNDS = re.compile(f"用{any_of('made_for')}|{either('base')}")
_STEEL, _MATERIAL = "特钢", "新材料"


@dataclass(frozen=True)
class Industry:
    """An entry of the lexicon; `code` is None where the national standard has none."""

    name: str
    code: str | None
    broader: str | None
    aliases: tuple[str, ...]


class IndustryMention(NamedTuple):
    """An industry in a text: as written, the lexicon's name and code, offsets."""

    written: str
    name: str
    code: str | None
    start: int
    end: int


@dataclass(frozen=True)
class _Lexicon:
    entries: dict[str, Industry]
    spellings: dict[str, str]
    weak: frozenset[str]
    lengths: dict[str, tuple[int, ...]]  # of spellings by their first two characters, longest first
    begins: re.Pattern[str]  # a character where a spelling may begin, told by it and the one behind it


def entries() -> Mapping[str, Industry]:
    """Return every industry of the lexicon by its name, those of the lexicon in force included."""
    return _load().entries


def _load() -> _Lexicon:
    return _read(active())


@lru_cache(maxsize=4)
def _read(own: Lexicon) -> _Lexicon:
    entries: dict[str, Industry] = {}
    spellings: dict[str, str] = {}
    weak: set[str] = set()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        marked, code, wider, others = line.split("\t")
        name = marked.removeprefix("?")
        spelled = [*([] if name == "-" else [marked]), *([] if others == "-" else others.split())]
        for each in spelled:
            word = each.removeprefix("?")
            spellings[word] = name
            if each != word:
                weak.add(word)
        if name != "-":
            aliases = tuple(each.removeprefix("?") for each in spelled[1:])
            entries[name] = Industry(name, None if code == "-" else code, None if wider == "-" else wider, aliases)
    for entry in own.industries:
        known = entries.get(entry.name, Industry(entry.name, None, None, ()))
        aliases = tuple(dict.fromkeys([*known.aliases, *entry.aliases]))
        entries[entry.name] = Industry(entry.name, entry.code or known.code, entry.broader or known.broader, aliases)
        for word in (entry.name, *entry.aliases):
            spellings[word] = entry.name
            weak.discard(word)
    for entry in own.industries:
        _check(entry, entries)
    lengths: dict[str, set[int]] = {}
    for word in spellings:
        lengths.setdefault(word[:2], {1} if word[0] in spellings else set()).add(len(word))
    firsts, seconds, single = (
        "".join(map(re.escape, each))
        for each in (
            {begin[0] for begin in lengths},
            {begin[1] for begin in lengths if begin[1:]},
            {begin for begin in lengths if not begin[1:]},
        )
    )
    return _Lexicon(
        entries,
        spellings,
        frozenset(weak),
        {begin: tuple(sorted(sizes, reverse=True)) for begin, sizes in lengths.items()},
        re.compile(f"[{firsts}](?:(?=[{seconds}])|(?<=[{single}]))"),
    )


def _check(entry: IndustryEntry, entries: dict[str, Industry]) -> None:
    """Refuse an industry of a user's lexicon that belongs to none, or to itself."""
    seen = [entry.name]
    while wider := entries[seen[-1]].broader:
        if wider not in entries:
            raise SettingsError(
                _(
                    "{where}：“{name}”属于“{wider}”，但没有这个行业；请为它另写一行",
                    where=entry.where,
                    name=seen[-1],
                    wider=wider,
                )
            )
        if wider in seen:
            raise SettingsError(_("{where}：“{wider}”会属于它自己；请改“属于”", where=entry.where, wider=wider))
        seen.append(wider)


def industry(name: str) -> Industry | None:
    """Return the entry that `name`, with or without 行业 or 产业, is a spelling of.

    Examples
    --------
    >>> industry("钢铁行业").code, industry("化纤").name
    ('31', '化学纤维')
    """
    data = _load()
    for word in (name, re.sub("(?:行业|产业|业)$", "", name)):
        if data.spellings.get(word, "-") != "-":
            return data.entries[data.spellings[word]]
    return None


def broader(name: str) -> tuple[str, ...]:
    """Return the wider industries of `name`, nearest first.

    Examples
    --------
    >>> broader("水泥")
    ('建材', '原材料', '制造业')
    """
    found: list[str] = []
    entry = industry(name)
    while entry and entry.broader:
        found.append(entry.broader)
        entry = _load().entries.get(entry.broader)
    return tuple(found)


def narrower(name: str) -> tuple[str, ...]:
    """Return every industry below `name`, in the lexicon's order.

    Examples
    --------
    >>> narrower("玻璃")
    ('平板玻璃', '节能玻璃', '光伏玻璃')
    """
    entry = industry(name)
    return tuple(each for each in _load().entries if entry and entry.name in broader(each))


def find_industries(text: str) -> list[IndustryMention]:
    """Return the industries that `text` names, in text order, each spelling once.

    Parameters
    ----------
    text
        The text of a measure.

    Examples
    --------
    >>> [found.written for found in find_industries("推动钢铁、水泥等行业节约能源消费，贯彻《汽车产业规划》。")]
    ['钢铁', '水泥']
    >>> [found.written for found in find_industries("做强钢铁产业，面向交通、能源等行业提供专用钢材。")]
    ['钢铁']
    """
    data = _load()
    masked = _CUSTOMERS.sub(_blanked, _masks(text).sub(_blanked, text))
    found: dict[str, IndustryMention] = {}
    spelled: dict[str, list[str]] = {}
    for start, end, name in _merged(masked, data):
        written = masked[start:end]
        others = spelled.setdefault(name, [])
        if written in found or any(_same(other, written) for other in others):
            continue
        others.append(written)
        entry = data.entries.get(name)
        found[written] = IndustryMention(written, name, entry.code if entry else None, start, end)
    return list(found.values())


def _masks(text: str) -> re.Pattern[str]:
    """Return the pattern of what is not read of a text: no more than it may hold."""
    labels, bodies = _COLON.search(text) is not None, _NAMED_BODY.search(text) is not None
    return _all_masks(labels, bodies) if labels or bodies else _MASKED


@cache
def _all_masks(labels: bool, bodies: bool) -> re.Pattern[str]:
    more = [_MASKED_LABEL] if labels else []
    more += [rf"[一-鿿]{{2,8}}{_NAMED_BODY.pattern}"] if bodies else []
    return re.compile("|".join([_MASKED.pattern, *more]), re.VERBOSE)


def _blanked(found: re.Match[str]) -> str:
    return BLANK * len(found.group())


def _merged(text: str, data: _Lexicon) -> list[tuple[int, int, str]]:
    """Return the lexicon's matches and the trades that the text itself presents, the longer one where they meet."""
    spellings = data.spellings
    last = max((found.start() for found in _OF_NO_TRADE.finditer(text)), default=-1)
    spans = list(_matches(text, data, last))
    spans += [
        (start, end, _kind_of(text[start:end], spellings))
        for start, end in trades(text, lambda word: spellings.get(word, "-") != "-")
        if end > last or not _NO_TRADE.match(text, end)
    ]
    kept: list[tuple[int, int, str]] = []
    # Where two begin at one place the longer comes first, and of two as long the lexicon's.
    for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
        if kept and start < kept[-1][1]:
            if end - start <= kept[-1][1] - kept[-1][0]:
                continue
            kept.pop()
        kept.append((start, end, name))
    return kept


def _same(first: str, second: str) -> bool:
    """Return whether the second spelling of an entry only shortens the first: 有色金属 and 有色, 工业固废综合利用 and 固废综合利用."""
    return first != second and (first.startswith(second) or first == f"工业{second}")


def _kind_of(word: str, spellings: Mapping[str, str]) -> str:
    """Return the entry that a trade is or ends with (氟硅新材料 is a 新材料), or the word itself where none is."""
    known = (spellings.get(word[at:], "-") for at in range(len(word) - 1))
    return next((name for name in known if name != "-"), word)


def _matches(text: str, data: _Lexicon, last: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of the industries of the lexicon; `last` is where the last word of `_OF_NO_TRADE` begins."""
    spellings, lengths = data.spellings, data.lengths
    taken = 0
    compounds = {match.start(): match for match in _COMPOUNDS.finditer(text)} if _OF_COMPOUNDS.search(text) else {}
    for match in _METALS.finditer(text):
        yield from ((at, at + 1, "有色金属") for at in range(match.start(), match.end(), 2))
    begins = [found.start() for found in data.begins.finditer(text)]
    for at in sorted({*begins, *compounds}) if compounds else begins:
        if at < taken:
            continue
        if at in compounds:
            taken = compounds[at].end()
            yield at, taken, _STEEL if compounds[at]["steel"] else _MATERIAL
            continue
        for size in lengths.get(text[at : at + 2]) or lengths.get(text[at], ()):
            word = text[at : at + size]
            if word not in spellings:
                continue
            name = spellings[word]
            if name == "-":
                taken = at + size
            elif _is_trade(text, word, at, weak=word in data.weak, last=last):
                taken = at + size  # a word that is none here leaves its letters: 强[化工]业固废综合利用
                yield at - 2 if at > 2 and _MODIFIED.match(text, at - 3) else at, taken, name
            break


def _is_trade(text: str, word: str, at: int, *, weak: bool, last: int) -> bool:
    end = at + len(word)
    if word.endswith("化工") and (
        text[end : end + 1] in ("业", "作", "程") or _DEEPENS.search(text[max(0, at - 2) : at])
    ):
        return False
    if _THING.match(text, end):
        return False
    if len(word) == 1:
        shown = text.startswith(("业", "产业"), end)
    elif weak:
        heading = at < 5 and text[end : end + 1] in ("。", "\n")
        shown = heading or _TRADE.match(text, end) is not None
        shown = shown or (
            _ENDS.match(text, end) is not None and _FOSTERED.search(text[max(0, at - 40) : at]) is not None
        )
    else:
        shown = True
    if not shown or end > last:
        return shown
    return _NO_TRADE.match(text, end) is None or _ACTION.match(text, max(0, at - 2)) is not None
