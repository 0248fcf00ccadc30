"""Number paths and years as people write them: 第二章第三条, 二（三）4, 第（十六）条, 专栏3, 2025年前, “十四五”末."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.words import Table
from queries.answers.later import Later
from queries.answers.tokens import Question, fold_question

__all__ = [
    "COUNTS",
    "at_path",
    "in_digits",
    "is_name",
    "matches_path",
    "path_of",
    "read_half",
    "read_month",
    "read_path",
    "read_quarter",
    "read_ranking",
    "read_year",
]

_WORDS = Table(__file__, "numbers")
_HAN = "[一二三四五六七八九十]{1,3}"
_DIGITS = dict(zip("123456789", "一二三四五六七八九", strict=True)) | {
    str(number): f"{tens}十{ones}"
    for tens, base in (("", 10), ("二", 20))
    for ones, number in zip(["", *"一二三四五六七八九"], range(base, base + 10), strict=True)
}
_HAN_DIGITS = {han: digit for digit, han in _DIGITS.items()}
_PATH = Later(
    lambda: (
        rf"""
    (?:第?(?P<box>专栏)\s?(?P<box_number>\d{{1,2}}|{_HAN})(?![共个项条]))                       # 专栏3
    | 第\s?(?P<chapter>{_HAN}|\d{{1,2}})\s?{_WORDS.pattern("chapter")}  # 第二章
    (?:\s?（{_WORDS.pattern("chapter_kind")}{_WORDS.pattern("chapter_thing")}）)?         # （重点任务）
    | (?P<annex>附件|附表|附录|附(?=\d))\s?(?P<annex_number>\d{{1,2}}|[一二三四五六七八九])?(?:/(?P<annex_item>\d{{1,3}}))?  # 附件2
    | (?:chapter|section|part)\s?(?P<english>{_HAN}|\d{{1,2}})                   # chapter 2
    | 第?(?P<outer>{_HAN})?\s?[、/]?\s?（(?P<inner>{_HAN})）\s?{_WORDS.pattern("below")}?[/、]?\s?(?P<item>\d{{1,2}})?(?![\d年])  # 二（三）4
    | (?P<above>{_HAN})\s?[、/]\s?(?P<below>\d{{1,2}})(?![\d年])                    # 二、2
    | 第\s?(?P<article>{_HAN}|\d{{1,2}})\s?{_WORDS.pattern("article")}                # 第三条
    | (?<![一-鿿])(?P<heading>{_HAN})(?=、)                                      # 三、重大行动
    | (?:表格?)?第\s?(?P<row>\d{{1,3}})\s?行|序号\s?[为是]?\s?(?P<serial>\d{{1,3}})      # 第3行, 序号3
    | (?<![a-z0-9])(?P<code>[a-z]{{1,4}}-\d{{1,3}})(?!\d)                             # D-03
    """
    ),
    "专栏",
    "第",
    "chapter",
    "section",
    "part",
    "（",
    "、",
    "/",
    "序号",
    "-",
    "附",
    flags=re.VERBOSE,
)
#: Numbers of rules and regulations: 第二章/第七条.
_ORDINAL = Later(lambda: rf"第({_HAN})(?:{_WORDS.pattern('chapter')}|编)", "第")
_ARTICLE = Later(lambda: rf"第({_HAN}){_WORDS.pattern('article')}", "第")
_YEAR = re.compile(rf"(?:到|至|在|截至)?(?P<year>20\d\d)(?:\s?年)?(?:\s?{_WORDS.pattern('by_year')})?")
#: 三季度, 第四季度末, q2; what lies before or behind a quarter is more than one of them.
_QUARTER = Later(
    lambda: (
        r"""
    (?:第?(?P<han>[一二三四1-4])\s?季度|(?<![a-z0-9])q(?P<latin>[1-4])(?!\d))
    [末底]?(?:到期|截止)?
    (?!\s?(?:[之以]?[前后]|起))
    """
    ),
    "季",
    "q",
    flags=re.VERBOSE,
)
#: 上半年, 下半年底; 下半年起 is more than one.
_HALF = Later(lambda: r"(?P<which>[上下])半年[末底内]?(?:到期|截止)?(?!\s?(?:[之以]?[前后]|起))", "半年")
#: 6月底前, 9月份; several of them, what lies behind one, and days are something else.
_MONTH = Later(
    lambda: (
        r"""
    (?<![\d今明后去前本当全年])(?P<end>年[底末]|年内)(?!\s?[之以]?后)(?:\s?(?:之前|以前|前))?               # 年底前, of some year
    | (?<![\d一-十个几每近各])(?:(?P<digits>1[0-2]|[1-9])|(?P<han>十[一二]?|[一二三四五六七八九]))\s?月(?:份|(?!份))
    (?!\s?(?:[\d内来至、和-]|到(?!期)))
    (?!\s?[底末]?\s?(?:[之以]?后|起|上旬|中旬|下旬))
    (?:(?P<before>[底末]?\s?(?:之前|以前|前))|[底末]|到期|截止)?
    """
    ),
    "月",
    "年底",
    "年末",
    "年内",
    flags=re.VERBOSE,
)
_PERIOD = Later(
    lambda: rf"十(?P<period>[四五六])五\s?(?:时期|规划|期)?{_WORDS.pattern('of_period')}?(?:之前|前)?",
    "四五",
    "五五",
    "六五",
)


#: 前三, top 3, 最多的三个.
_RANKING = Later(
    lambda: (
        r"(?:前|top\s?)(?P<number>[一二三四五六七八九十]|\d{1,2})(?:名|位|个|家)?|(?<=最多的)(?P<more>[二两三四五六七八九十])(?:个|家|位)"
    ),
    "前",
    "top",
    "最多的",
)
#: What a numeral before a counted thing is worth.
COUNTS = {"两": 2} | {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}


def read_path(question: Question) -> list[str]:
    """Take the numbers of a question and return the path that they make, outermost first; empty if there are none."""
    path: list[str] = []
    for match in question.find_all(_PATH):
        part = match.groupdict()
        if part["box"]:
            path.append(f"专栏{part['box_number']}")
        elif part["annex"]:
            number = part["annex_number"] or ""
            path += [f"附{_HAN_DIGITS.get(number, number)}", *([part["annex_item"]] if part["annex_item"] else [])]
        elif part["chapter"] or part["english"]:
            path.append(_han(part["chapter"] or part["english"]))
        elif part["inner"]:
            path += [part["outer"]] if part["outer"] else []
            path += [f"（{part['inner']}）"]
            path += [part["item"]] if part["item"] else []
        elif part["above"]:
            path += [part["above"], part["below"]]
        elif part["article"]:
            path.append(f"?{part['article']}")
        elif part["row"] or part["serial"]:
            path += ["表", part["row"] or part["serial"]]
        elif part["code"]:
            path.append(part["code"].upper())
        elif part["heading"]:
            path.append(part["heading"])
    return path


def path_of(text: str) -> list[str]:
    """Return the path that a text is, empty where it says anything else.

    Examples
    --------
    >>> path_of("二(四)3"), path_of("第二章第三条"), path_of("专栏2的目标")
    (['二', '（四）', '3'], ['二', '?三'], [])
    """
    question = Question(fold_question(text))
    path = read_path(question)
    return [] if question.free.strip("\0 、/") else path


def at_path(path: Sequence[str], numbers: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return which of some number paths are the one asked for, and which are that or stand below it.

    Examples
    --------
    >>> at_path(["二", "（三）"], ["二/（三）", "二/（三）/1", "三"]), at_path(["表", "2"], ["重点任务/2"])
    (([0], [0, 1]), ([0], [0]))
    """
    exact, below = _among(path, numbers)
    if not below and path[0] == "表":
        # A workbook of several sheets names each: 重点任务/3.
        parts = [number.split("/") for number in numbers]
        exact = below = [i for i, each in enumerate(parts) if is_name(each[0]) and each[1:] == list(path[1:])]
    return (exact, below) if below else _among(in_digits(path), numbers)


def _among(path: Sequence[str], numbers: Sequence[str]) -> tuple[list[int], list[int]]:
    found = [matches_path(path, number) for number in numbers]
    return [i for i, (exact, _) in enumerate(found) if exact], [i for i, (_, below) in enumerate(found) if below]


def _han(number: str) -> str:
    return _DIGITS.get(number, number)


def in_digits(path: Sequence[str]) -> list[str]:
    """Return a path with 第五条 as item 5, for plans that number their measures so.

    Examples
    --------
    >>> in_digits(["二", "?五"])
    ['二', '?5']
    """
    digits = {numeral: digit for digit, numeral in _DIGITS.items()}
    return [f"?{digits.get(part[1:], part[1:])}" if part.startswith("?") else part for part in path]


def matches_path(path: Sequence[str], number: str) -> tuple[bool, bool]:
    """Return whether a task's number path is the one asked for, and whether it stands below it.

    Examples
    --------
    >>> matches_path(["二", "（三）"], "二/（三）/4"), matches_path(["（十六）"], "四/（十六）")
    ((False, True), (True, True))
    >>> matches_path(["二"], "第二章/第七条"), matches_path(["?七"], "第二章/第七条")
    ((False, True), (True, True))
    """
    components = number.split("/")
    for begin in range(len(components) - len(path) + 1):
        window = components[begin : begin + len(path)]
        if begin == 0 and path[0].startswith("?") and _is_chapter(components[0]):
            continue
        if (begin == 0 or not _is_chapter(path[0])) and all(map(_same, path, window)):
            return begin + len(path) == len(components), True
    return False, False


def _is_chapter(component: str) -> bool:
    return re.fullmatch(_HAN, component) is not None or _ORDINAL.fullmatch(component) is not None


def is_name(component: str) -> bool:
    """Return whether a component of a number path is the name of a sheet, and no number.

    Examples
    --------
    >>> is_name("重点任务"), is_name("第二章"), is_name("（三）"), is_name("表")
    (True, False, False, False)
    """
    return re.fullmatch("[一-鿿]{2,}", component) is not None and not _is_chapter(component)


def _same(asked: str, component: str) -> bool:
    if asked == "附":
        return component.startswith("附")
    ordinal = _ORDINAL.fullmatch(component) or _ARTICLE.fullmatch(component)
    component = ordinal[1] if ordinal else component
    if asked.startswith("?"):
        bare = component.strip("（）")
        return bare in (asked[1:], _han(asked[1:]))
    return asked == component.upper()


def read_year(question: Question) -> int | None:
    """Take the year of a question, or the last year of a five-year period, and return it."""
    match = question.find(_YEAR)
    if match:
        return int(match["year"])
    period = question.find(_PERIOD)
    return {"四": 2025, "五": 2030, "六": 2035}[period["period"]] if period else None


def read_quarter(question: Question) -> int:
    """Take the quarter of a question and return it, 0 where there is none."""
    match = question.find(_QUARTER)
    if match is None:
        return 0
    number = match["han"] or match["latin"]
    return int(number) if number.isdigit() else "一二三四".index(number) + 1


def read_half(question: Question) -> int:
    """Take the half year of a question and return 1 or 2, 0 where there is none."""
    match = question.find(_HALF)
    return 0 if match is None else "上下".index(match["which"]) + 1


def read_month(question: Question) -> tuple[int, bool]:
    """Take the month of a question and return it, 0 where there is none, and whether all months up to it are meant."""
    match = question.find(_MONTH)
    if match is None:
        return 0, False
    if match["end"]:
        return 12, True
    han = match["han"] or ""
    number = int(match["digits"]) if match["digits"] else 10 * ("十" in han) + COUNTS.get(han.replace("十", ""), 0)
    return number, match["before"] is not None


def read_ranking(question: Question) -> int:
    """Take 前三, top 3 or 最多的三个 and return how many are asked for, 0 where that is not said."""
    match = question.find(_RANKING)
    if match is None:
        return 0
    number = match["number"] or match["more"]
    return int(number) if number.isdigit() else COUNTS[number]
