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
from functools import lru_cache
from pathlib import Path

from graph.agencies.lexicon import IndustryEntry, Lexicon, active
from graph.errors import SettingsError
from graph.messages import _
from ingest.industries.presented import trades
from ingest.industries.words import any_of

__all__ = ["Industry", "IndustryMention", "broader", "entries", "find_industries", "industry", "narrower"]

_TABLE = Path(__file__).with_name("data") / "industries.tsv"

_MASKED = re.compile(
    "《[^》]{0,200}》"
    "|[（(〔][^（）()〔〕]{0,400}(?:负责|牵头|配合|落实|责任单位)[^（）()〔〕]{0,60}[）)〕]"
    "|(?:责任单位|责任部门|牵头单位|牵头部门|配合单位|参与单位|参与部门)[:：][^。；\n]{0,400}"
    "|[一-鿿]{2,8}(?:大学|学院|研究院|研究所|有限公司)"
)
_ITEM = "[^、和及与，。；：,;:（(]"
_LIST = "(?:[、和及与][^、和及与，。；：,;:（(在将]{2,14}){0,30}?"
#: What tells that a list names trades: 、B、C等重点行业, or 业 right after the word.
_TRADE = re.compile(
    f"业(?![务绩主态])|产业(?!化)|(?:有关|相关)政策|发展(?=[，。；、的]|$)|{_LIST}{_ITEM}{{0,2}}(?<![工企产行就农作专失创事开停职造])业(?![务绩主态])|{_LIST}(?:等{_ITEM}{{0,8}}?|{_ITEM}{{0,2}}?)(?:行业|产业(?!化)|领域|企业|集群|工业(?=[、，。和等]))"
)
#: A list of departments, the title of a plan or rule without 《》, or the name of a body (but not 产业布局).
_NO_TRADE = re.compile(
    f"{_LIST}{_ITEM}{{0,14}}?(?:部门|实施方案|行动计划|行动方案|管理办法|条例|发展规划)"
    f"|{_ITEM}{{0,8}}?(?:(?<![布格结])局(?![面部限势])|厅|委员会|专班|协会|商会|联合会|办公室)"
    "|[一-鿿]{0,4}(?:(?:创新|研究|工程|检测|服务)中心|实验室|研究院)|(?:产业)?集团"
    f"|{_LIST}等专业|{_LIST}等(?:先进|基础)*制造工艺"
)
#: 发展现代物流、工业设计: no 产业 is needed behind what is fostered.
_FOSTERED = re.compile(f"(?:发展|壮大|做[强大优精])(?:现代|优质|特色|新型|智慧)?(?:{_ITEM}{{2,10}}[、和与]){{0,6}}\\Z")
#: 强化工作 and 深化工程, but 做强化工.
_DEEPENS = re.compile(r"(?<!做)[强优深]\Z")
_ENDS = re.compile("[、，。；和与及]|$")
#: What comes out of a trade or goes into it: 化工废渣, 光伏逆变器.
_THING = re.compile(any_of("thing"))
#: 实施智能光伏产业行动计划 acts on the trade, other titles are only named.
_ACTION = re.compile("(?:实施|开展)[一-鿿]{2,10}产业[一-鿿]{0,8}行动")
#: In a list, 先进 and the like belong to the name: 先进农机装备、高端轴承.
_MODIFIED = re.compile("[、，和及与](?:先进|现代|高端|新型|智能|优质|特种)|展(?:先进|高端|新型|特种)")
_METALS = re.compile(
    "[铜铝铅锌镍钴锂钨锡锑镁钛钼](?:、[铜铝铅锌镍钴锂钨锡锑镁钛钼](?=[、，。和等])){1,12}(?!等(?:再生)?原料)"
)
_COMPOUNDS = re.compile(
    "(?:(?<=[、，])|(?<=发展))(?!重点|发展|推广|大力|加快)[一-鿿]{2,6}用(?:特种钢|特钢|热轧型钢|型钢|钢)(?=[、，。,和等])"
    "|(?:煤基|碳基|生物基|硅基|铝基|铜基|镁基|钛基)[一-鿿]{0,6}?(?:新材料|材料|化学品|产品)"
)


@dataclass(frozen=True)
class Industry:
    """An entry of the lexicon; `code` is None where the national standard has none."""

    name: str
    code: str | None
    broader: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class IndustryMention:
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
    lengths: dict[str, tuple[int, ...]]
    firsts: re.Pattern[str]  # the first character of any spelling


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
    lengths: dict[str, set[int]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        marked, code, wider, others = line.split("\t")
        name = marked.removeprefix("?")
        spelled = [*([] if name == "-" else [marked]), *([] if others == "-" else others.split())]
        for each in spelled:
            word = each.removeprefix("?")
            spellings[word] = name
            lengths.setdefault(word[0], set()).add(len(word))
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
            lengths.setdefault(word[0], set()).add(len(word))
    for entry in own.industries:
        _check(entry, entries)
    return _Lexicon(
        entries,
        spellings,
        frozenset(weak),
        {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
        re.compile(f"[{''.join(map(re.escape, lengths))}]"),
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
    """
    masked = _MASKED.sub(lambda match: "\0" * len(match.group()), text)
    found: dict[str, IndustryMention] = {}
    for written, name, start in _merged(masked):
        entry = _load().entries.get(name)
        if any(_same(other.written, written) for other in found.values() if other.name == name):
            continue
        found.setdefault(
            written, IndustryMention(written, name, entry.code if entry else None, start, start + len(written))
        )
    return list(found.values())


def _merged(text: str) -> list[tuple[str, str, int]]:
    """Return the lexicon's matches and the trades that the text itself presents, the longer one where they meet."""
    spellings = _load().spellings
    spans = [(start, start + len(word), name) for word, name, start in _matches(text)]
    spans += [
        (start, end, _kind_of(text[start:end]))
        for start, end in trades(text, lambda word: spellings.get(word, "-") != "-")
        if not _NO_TRADE.match(text, end)
    ]
    kept: list[tuple[int, int, str]] = []
    # Where two begin at one place the longer comes first, and of two as long the lexicon's.
    for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
        if kept and start < kept[-1][1]:
            if end - start <= kept[-1][1] - kept[-1][0]:
                continue
            kept.pop()
        kept.append((start, end, name))
    return [(text[start:end], name, start) for start, end, name in kept]


def _same(first: str, second: str) -> bool:
    """Return whether the second spelling of an entry only shortens the first: 有色金属 and 有色, 工业固废综合利用 and 固废综合利用."""
    return first != second and (first.startswith(second) or first == f"工业{second}")


def _kind_of(word: str) -> str:
    """Return the entry that a trade is or ends with (氟硅新材料 is a 新材料), or the word itself where none is."""
    spellings = _load().spellings
    known = (spellings.get(word[at:], "-") for at in range(len(word) - 1))
    return next((name for name in known if name != "-"), word)


def _matches(text: str) -> Iterator[tuple[str, str, int]]:
    data = _load()
    taken = 0
    compounds = {match.start(): match for match in _COMPOUNDS.finditer(text)}
    for match in _METALS.finditer(text):
        yield from ((text[at], "有色金属", at) for at in range(match.start(), match.end(), 2))
    for at in sorted({found.start() for found in data.firsts.finditer(text)} | compounds.keys()):
        if at < taken:
            continue
        if at in compounds:
            written = compounds[at].group()
            yield written, "特钢" if written.endswith("钢") else "新材料", at
            taken = compounds[at].end()
            continue
        for size in data.lengths.get(text[at], ()):
            word = text[at : at + size]
            if word not in data.spellings:
                continue
            if data.spellings[word] == "-":
                taken = at + size
            elif _is_trade(text, word, at):
                taken = at + size  # a word that is none here leaves its letters: 强[化工]业固废综合利用
                start = at - 2 if at > 2 and _MODIFIED.match(text, at - 3) else at
                yield text[start:taken], data.spellings[word], start
            break


def _is_trade(text: str, word: str, at: int) -> bool:
    data = _load()
    end = at + len(word)
    if data.spellings[word] == "-" or (_NO_TRADE.match(text, end) and not _ACTION.match(text, max(0, at - 2))):
        return False
    if word.endswith("化工") and (
        text[end : end + 1] in ("业", "作", "程") or _DEEPENS.search(text[max(0, at - 2) : at])
    ):
        return False
    heading = at < 5 and text[end : end + 1] in ("。", "\n")
    if _THING.match(text, end):
        return False
    if len(word) == 1:
        return text.startswith(("业", "产业"), end)
    if heading or word not in data.weak or _TRADE.match(text, end):
        return True
    return bool(_ENDS.match(text, end) and _FOSTERED.search(text[max(0, at - 40) : at]))
