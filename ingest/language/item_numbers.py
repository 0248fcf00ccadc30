"""How 公文 number their parts: 一、 then （一） then 1. then （1） then ①, chapters and articles (第X条), boxes (专栏), annexes (附件).

GB/T 9704-2012 prescribes the sequence 一、（一）1.（1）; chapters and articles come from
regulations, boxes and annexes from plans.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import zip_longest

from graph.records import record
from graph.words import Table
from ingest.language.numerals import chinese_number

__all__ = ["RANKS", "Marker", "read_marker"]

#: Numbers in one character, by kind.
_SINGLE = {
    "circled": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "filled": "❶❷❸❹❺❻❼❽❾❿", "sans": "➀➁➂➃➄➅➆➇➈➉",
    "han_in": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "digits": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "digits_in": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}
_HAN_DIGITS = "一二三四五六七八九十"

#: What a number counts or measures: 1.5万吨 is no number of an item.
_MEASURES = "万亿个倍元亩公千百米吨度平版左右以至到天年月日小时分秒点处条项家人户名次件台套辆座栋所宗克升兆瓦立余多"

#: A month, a day or a year right behind the dot: 1.4月底前; no calendar counts in tenths of a month.
_DATE = r"(?:20\d\d\s?年|(?:1[0-2]|[1-9])(?:[-—–~至到](?:1[0-2]|[1-9]))?\s?月(?!\d+(?!\d|\s?[日号]))|(?:3[01]|[12]\d|[1-9])\s?日)"
_WORDS = Table(__file__, "items")
#: A number of whole things right behind the dot, 3.3个月内: whether 3 is the number of an item, the items before it tell.
_GLUED = re.compile(rf"(?P<number>\d{{1,3}})[.．](?=\d{{1,4}}\s?{_WORDS.pattern('counted')})")

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_MARKERS = re.compile(
    rf"""\s*(?:
      (?P<chapter>第(?:{_HAN}|\d{{1,3}})(?P<unit>条|(?:[编章节]|部分)(?!由|的|[和至到、]第)))[\s、:]*
    | (?P<han>{_HAN})\s?[、.．]
    | \((?P<han_in>{_HAN})\)[、.．]?
    | (?!\d{{1,3}}[.．]{_DATE})(?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?:[、.．]|(?=\s)|(?=[一-鿿]{{4}})(?![{_MEASURES}]))
    | (?P<digits>\d{{1,3}})\s?(?:[.．](?!\d)|[.．](?={_DATE})|、)
    | (?P<half>\d{{1,2}})\)[、.．]?
    # 重点任务一, 任务1.1; 第一件：, as lists of what is done for the people count
    | (?P<named>{_WORDS.pattern("task_lead")}?{_WORDS.pattern("task_kind")}(?:{_HAN}|\d{{1,2}}(?:[.．]\d{{1,2}}){{0,2}})
        |第(?:{_HAN}|\d{{1,3}}){_WORDS.pattern("counted_thing")}(?=:))(?:[:：、.．]|(?=\s))
    | \((?P<digits_in>\d{{1,3}})\)[、.．]?
    | (?P<single>[{"".join(_SINGLE.values())}])[、.．]?
    | (?P<letter>[A-Za-z]|[IVXivx]{{2,5}}|[Ⅰ-Ⅻⅰ-ⅻ])(?:[.．、]|\))\s?(?=[一-鿿“《])
    | (?P<box>专\s?栏\s?(?:\d{{1,2}}|{_HAN})|专\s?栏(?=[\s:]))[\s:.、]*
    | (?P<annex>附(?:\s?件|\s?表|\s?录)?\s?(?:\d{{1,2}}|{_HAN})?)\s*[:：]?\s*(?=$|\s)
    )\s*""",
    re.VERBOSE,
)

#: The first character of every marker.
_BEGINS = re.compile(
    rf"\s*[(\dA-Za-zⅠ-Ⅻⅰ-ⅻ一二三四五六七八九十百零〇第专附{''.join(_SINGLE.values())}"
    rf"{''.join(sorted({word[0] for word in _WORDS.texts('task_lead', 'task_kind')}))}]"
)

#: The characters of the words that stand before a number: 专栏2, 附件2, 重点任务二.
_WORDS_OF_NUMBERS = "".join(sorted({*"第专栏附件表录", *"".join(_WORDS.texts("task_lead", "task_kind"))}))

#: The characters behind it: 第一件.
_THINGS = "".join(_WORDS.texts("counted_thing"))

#: Rank of each kind of marker: a smaller rank is nearer to the root.
RANKS = {
    "编": 0,
    "部分": 0,
    "章": 1,
    "节": 2,
    "han": 3,
    "条": 4,
    "han_in": 5,
    "named": 6,
    "digits": 6,
    "decimal": 6,
    "digits_in": 7,
    "half": 7,
    "circled": 8,
    "letter": 8,
}


@record
class Marker:
    """A number at the start of a paragraph.

    Attributes
    ----------
    kind : str
        A key of `RANKS`, ``box`` or ``annex``.
    number : str
        As written, without the trailing dot: 一, （一）, 1, （1）, ①, a, IV, 第一条, 专栏1, 附2.
    value : int
        What it counts; 0 for a box or annex without number.
    end : int
        Offset behind it, where the title begins.
    """

    kind: str
    number: str
    value: int
    end: int

    @property
    def rank(self) -> int:
        """Depth by the standard sequence."""
        return RANKS.get(self.kind, 9)


def read_marker(folded: str, *, after: int | None = None) -> Marker | None:
    """Return the marker that a folded paragraph starts with.

    Parameters
    ----------
    folded
        The paragraph in half width.
    after
        The number of the item before, where it is known: only then 3.3个月内 can be the item behind 2.

    Examples
    --------
    >>> read_marker("(一)指导思想").number, read_marker("3. 钢铁。").number, read_marker("专栏 2 提质").number
    ('（一）', '3', '专栏2')
    >>> read_marker("1.5万吨") is None, read_marker("3.3个月内") is None, read_marker("3.3个月内", after=2).number
    (True, True, '3')
    """
    # The pattern has many branches, and most paragraphs begin with a word that none of them does.
    if _BEGINS.match(folded) is None:
        return None
    marker = _marker(folded) if len(folded) <= _LONGEST else _read(folded)
    if marker or after is None:
        return marker
    glued = _GLUED.match(folded)
    fits = glued is not None and int(glued["number"]) == after + 1
    return Marker("digits", glued["number"], int(glued["number"]), glued.end()) if glued and fits else None


def _read(folded: str) -> Marker | None:
    match = _MARKERS.match(folded)
    if match is None:
        return None
    kind = match.lastgroup or ""
    written = "".join(match[kind].split())
    if kind == "single":
        return _single(written, match.end())
    if kind == "letter":
        return Marker(kind, written, _letter(written), match.end())
    value = chinese_number(_numeral(kind, written, match["unit"])) if not _bare(kind, written) else 0
    if value is None:
        return None
    if kind == "chapter":
        kind = match["unit"]
    elif kind in ("han_in", "digits_in"):
        written = f"（{written}）"
    elif kind == "half":
        written = f"{written}）"
    return Marker(kind, written, value, match.end())


#: Characters of a paragraph that is worth remembering: each step of the reading asks of each paragraph what begins it.
_LONGEST = 400
_marker = lru_cache(maxsize=4096)(_read)


def _letter(written: str) -> int:
    """Return what a letter or a Roman numeral counts; a single i, v or x is taken for a numeral."""
    numeral = unicodedata.normalize("NFKC", written).upper()
    if set(numeral) <= _ROMAN.keys():
        values = [_ROMAN[char] for char in numeral]
        return sum(-one if one < other else one for one, other in zip_longest(values, values[1:], fillvalue=0))
    return ord(numeral) - ord("A") + 1


def _bare(kind: str, written: str) -> bool:
    """Return whether a box or an annex has no number of its own."""
    return kind in ("box", "annex") and not _numeral(kind, written, None)


def _numeral(kind: str, written: str, unit: str | None) -> str:
    """Return the numeral of a marker without the words around it: 三 of 第三章, 2 of 重点任务2."""
    if unit:
        return written[1 : -len(unit)]
    if kind in ("decimal", "named"):
        written = re.split("[.．]", written)[-1]
    return written.lstrip(_WORDS_OF_NUMBERS).rstrip(_THINGS)


def _single(written: str, end: int) -> Marker:
    """Return the marker of a number in one character: ⑴ counts as （1）, ㈠ as （一）, ⒈ as 1."""
    kind = next(name for name, row in _SINGLE.items() if written in row)
    value = _SINGLE[kind].index(written) + 1
    if kind == "han_in":
        return Marker(kind, f"（{_HAN_DIGITS[value - 1]}）", value, end)
    if kind == "digits_in":
        return Marker(kind, f"（{value}）", value, end)
    return Marker(kind, str(value), value, end) if kind == "digits" else Marker("circled", written, value, end)
