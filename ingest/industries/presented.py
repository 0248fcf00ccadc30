"""Trades by their place: what a text calls 产业, 行业 or 产业链, though no lexicon may have its name.

前瞻布局X、Y等未来产业 names X and Y whatever they are, so the lists before such a word are read item by item. A name
that no lexicon knows needs a list or a verb (发展, 壮大 …) that shows where it begins; anything that reads as an act,
a technique or a place is none. What is not clear is left to the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.width import BLANK
from ingest.industries.words import any_of, texts

__all__ = ["trades"]

_CLAUSE = re.compile(rf"[^，,。；;：:！？\n\t（）()《》{BLANK}]{{2,400}}")
#: The words that make what stands before them a trade.
_HEAD = re.compile(
    rf"""(?<![、和与及跨各分多本该同两])(?:
    全?产业(?:链|集群|带)|{any_of("industry_word")}      # 预制菜产业链, 预制菜产业, but not 产业园
    |{any_of("sector_word")}                             # 预制菜行业, but not 行业协会
    |{any_of("service")}?服务业|(?:先进)?制造业|领域
    )""",
    re.VERBOSE,
)
#: What every head word holds.
_IN_HEAD = re.compile(
    "|".join({word[-2:]: 1 for word in (*texts("industry_word", "sector_word"), "产业", "服务业", "制造业", "领域")})
)
#: What stands between a list and its head word without being part of a name.
_KINDS = (
    r"(?:[一二两三四五六七八九十]{1,3}[条个大类种]|[0-9]{1,3}[条个大类种项]"
    rf"|(?:[0-9]{{1,5}}|[一二三五十百千万])?{any_of('magnitude')}元?级?|[五三二一]?[百千万]亿元?级?"
    rf"|{any_of('sort')})+"
)
_KIND_AT_END = re.compile(_KINDS + r"\Z")
#: The last characters of such words: behind any other none of them ends.
_ENDS_KIND = frozenset([*"条个大类种项元级", *"千百万亿", *(word[-1] for word in texts("sort", "magnitude"))])
_KIND = re.compile(_KINDS)
_JOINT = re.compile(r"、|以及|(?<!饱)和(?!谐)|与|(?<![普涉以])及(?![格时早])")
#: Whoever does this names what they do it to, known or not.
_FOSTERS = any_of("foster")
_FOSTERED = re.compile(rf"(?:{_FOSTERS}|[一-鿿]{{2}}[县区市])(?:[做优壮大]{{1,2}}|优质|现代)?\Z")
#: Verbs and particles that no trade's name holds: the name is behind the last of them.
_VERB = re.compile(any_of("foster", "verb"))
_GROWN_BY = re.compile(any_of("grown_by"))
#: 发展甲、乙和丙: what follows is what is to be grown.
_MEMBERS = re.compile(r"、|(?<!饱)和(?!谐)|与|以及")
_GROWN = re.compile(
    rf"""{any_of("grown_by")}
    (?P<list>
        (?!的)[^，。；：等、和与及]{{1,14}}                            # the first member
        (?:(?:[、和与及]|以及)[^，。；：等、和与及]{{1,14}}){{1,12}}   # one to twelve more
    )
    (?=等|\Z|[，。；：\n（(])
    """,
    re.VERBOSE,
)
_LEADS = re.compile(rf"(?:工业(?=节能|环保|绿色)|新(?=建|增)|{any_of('lead')})+")
_TRADE_ENDINGS = texts("trade_ending")
_WIDE_TRADES = texts("wide_trade")
#: 郑州、洛阳等地, 涧西、西工等区
_PLACE_KINDS = frozenset(texts("place_kind"))
_PLACE = re.compile(
    rf"{any_of('area')}(?=[一-鿿]{{2}})|(?!{any_of('no_place')})[一-鿿]{{2,3}}[市县区镇州旗](?=[一-鿿]{{2}})"
)
#: An act, a technique, a thing, a place or a body at the end: no trade.
_NO_NAME = re.compile(
    rf"""{any_of("no_name")}\Z                                  # 预制菜项目
    |[0-9a-z<>“”□]
    |\A(?:{any_of("reuse")}?利用\Z|{any_of("no_whole")})      # 上述行业
    |等""",
    re.VERBOSE,
)
#: No names of trades, though they stand before 产业 and 行业.
_GENERAL = re.compile(rf"{any_of('general')}\Z")


def trades(text: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every name that `text` presents as a trade, in no order.

    Parameters
    ----------
    text
        A masked text: what is not to be read is `BLANK`.
    known
        Whether a word is an industry of the lexicon.

    Examples
    --------
    >>> text = "前瞻布局量子信息、脑机接口等未来产业，壮大预制菜产业。"
    >>> [text[start:end] for start, end in trades(text, {"软件"}.__contains__)]
    ['脑机接口', '量子信息', '预制菜']
    """
    # The next places where a head word may stand, and where a verb of growing begins: most clauses lie before both.
    heads, grows = _next(_IN_HEAD, text, 0), _next(_GROWN_BY, text, 0)
    if heads == grows == len(text):
        return
    for clause in _CLAUSE.finditer(text):
        low, end = clause.span()
        if heads < end:
            for head in _HEAD.finditer(text, low, end):
                yield from _before(text, max(low, head.start() - 160), head.start(), known, head[0])
                low = head.end()
            heads = _next(_IN_HEAD, text, end)
        if grows < end:
            for found in _GROWN.finditer(text, *clause.span()):
                yield from _grown(text, found.start("list"), found.end("list"), known)
            grows = _next(_GROWN_BY, text, end)


def _next(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where a pattern is found next in a text, or the end of the text."""
    found = pattern.search(text, start)
    return found.start() if found else len(text)


def _grown(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the members of a list of what is to be grown, if it is mostly one of known trades: 重点发展甲、乙和丙."""
    # 及 stays inside a name (显示及终端), and so does 和 but before the last member.
    last = text.rfind("、", start, end)
    joints = [
        found
        for found in _MEMBERS.finditer(text, start, end)
        if found.group() == "、" or (found.group() != "及" and found.start() > last)
    ]
    edges = [start, *(at for found in joints for at in found.span()), end]
    items = [(at, stop) for at, stop in zip(edges[::2], edges[1::2], strict=True) if stop - at <= 14]
    familiar = sum(any(known(text[cut:stop]) for cut in range(at, stop - 1)) for at, stop in items)
    for at, stop in items:
        word = text[at:stop]
        fits = len(word) > 2 and 2 * familiar >= len(items) > 1 and not _NO_NAME.search(word)
        if word.endswith(_TRADE_ENDINGS) or (word.endswith("利用") and not known(word)):
            continue
        if known(word) or (fits and not _VERB.search(word)):
            yield at, stop


def _before(text: str, low: int, head: int, known: Callable[[str], bool], said: str) -> Iterator[tuple[int, int]]:
    """Yield the names of the list, or the one name, that ends before the head word that is `said`."""
    mark = text.rfind("等", low, head)
    if mark >= 0:
        kind = mark + 1
        if text[kind : kind + 1] in _PLACE_KINDS:
            return  # what stands before are places
        sort = _KIND.match(text, kind, head)
        own = sort.end() if sort else kind
        verbs = [found.end() for found in _VERB.finditer(text, own, head)]
        own = verbs[-1] if verbs else own
        if not _GENERAL.match(text, own, head) and known(text[own:head]):
            yield own, head
        if verbs:
            return  # 等方式壮大钢铁产业: the list is none of trades
        head = mark
    elif said.endswith(_WIDE_TRADES):
        return
    else:
        sort = _KIND_AT_END.search(text, low, head) if text[head - 1] in _ENDS_KIND else None
        head = sort.start() if sort else head
    items = _items(text, low, head)
    names = [(_name(text, start, end), end) for start, end in items]
    familiar = sum(name is not None and known(text[name[0] : end]) for name, end in names)
    if said == "领域" and (len(items) < 3 or 2 * familiar < len(items)):
        return  # 在产品开发、技术创新等领域
    for at, (name, end) in enumerate(names):
        if name is None:
            continue
        begin, shown = name
        word = text[begin:end]
        listed = len(items) > 1 and (at < len(items) - 1 or shown)
        if known(word) or (
            not (_GENERAL.match(word) or _NO_NAME.search(word))
            and (
                (listed and (len(word) > 2 or (len(items) > 2 and 2 * familiar >= len(items))))
                or (said.startswith(("产业", "全产业")) and _FOSTERED.search(text[max(low, begin - 4) : begin]))
                or (shown and any(known(word[cut:]) for cut in range(1, min(5, len(word) - 1))))
            )
        ):
            yield begin, end


def _items(text: str, low: int, end: int) -> list[tuple[int, int]]:
    """Return the members of the list that ends at `end`, from the right, up to the one with its verb."""
    found: list[tuple[int, int]] = []
    joints = list(_JOINT.finditer(text, low, end))
    for joint in reversed(joints):
        found.append((joint.end(), end))
        if _VERB.search(text, joint.end(), end):
            return found
        end = joint.start()
    return [*found, (low, end)]


def _name(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return where the name at the end of an item begins, and whether something shows that it begins there."""
    verbs = [found.end() for found in _VERB.finditer(text, start, end)]
    begin = verbs[-1] if verbs else start
    lead = _LEADS.match(text, begin, end)
    if lead and lead.end() < end - 1:
        begin = lead.end()
    sort = _KIND.match(text, begin, end)
    begin = sort.end() if sort and sort.end() < end - 1 else begin
    place = _PLACE.match(text, begin, end)
    begin = place.end() if place else begin
    size = end - begin
    return (begin, begin > start or size <= 6) if 1 <= size <= 12 else None
