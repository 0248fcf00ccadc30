"""Characters that are not what they look like: invisible ones, radicals in the place of characters, blanks of every width.

Every format is cleaned by the same table. A text file is stored as it is; what is taken out of it for
reading is known by place, so that offsets go on counting the characters of the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from graph.width import any_of_codes, fold_width, replacer
from ingest.language.agency_lists import can_name_agency
from ingest.language.labels import LABEL
from ingest.language.paragraphs import Paragraph, Piece
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["BLANK", "LINE_ENDS", "SET_APART", "SIGNS", "clean_line", "restored", "tidy"]

#: Characters that end a line besides the line feed: separators of lines and paragraphs, "next line", and what copies of
#: Word documents (line break) and of PDF pages (page break) hold.
LINE_ENDS = re.compile("[\u2028\u2029\x85\v\f]")
#: Signs that stand for a role in a matrix.
SIGNS = "★☆●○◐▲△◎◆◇■□√✓✔"
#: CJK radicals and what stands for each in Unicode's EquivalentUnifiedIdeograph.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗"
    "⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_PLAIN: dict[str, str] = {
    **dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True)),
    **{
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E), *range(0xFA70, 0xFADA))
    },
}
#: Control characters, soft hyphens, zero-width characters, direction marks, variation selectors: they say nothing
#: and would break up words.
_INVISIBLE = (
    *(*range(9), *range(14, 32), *range(127, 133), *range(134, 160), 0xAD, 0x034F, 0x061C, 0x115F, 0x180E, 0x3164),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
    *(0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF, *range(0xE0100, 0xE01F0)),
)
#: Blanks that typesetters use: what they part may be one word.
_THIN = (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F)
#: Return what a line of any format becomes; blanks that are not typed as such become no-break spaces.
clean_line = replacer(
    {
        **_PLAIN,
        **dict.fromkeys(map(chr, _INVISIBLE), ""),
        **dict.fromkeys(map(chr, [*range(9, 14), 0x85, 0x2028, 0x2029]), " "),
        **dict.fromkeys(map(chr, _THIN), "\xa0"),
    }
)
_plain = replacer(_PLAIN)


def _between(*words: str) -> str:
    """Return a pattern of the place behind one blank that stands inside any of some words."""
    splits = dict.fromkeys((word[:at], word[at:]) for word in words for at in range(1, len(word)))
    return "|".join(f"(?<={before}{_BLANK})(?={behind})" for before, behind in splits)


_BLANK = "[ \u3000\xa0]"
_NUMERAL = r"[一二三四五六七八九十百零〇\d]{1,4}"
#: Words that say who answers, and 按职责分工负责, which is two of them: a blank inside comes from setting lines.
_INSIDE = _between(
    *(word.text for word in ROLE_WORDS.of("trigger", "answers", "header", "joined")),
    *(f"{word.text}{agency}" for word in ROLE_WORDS.of("header") for agency in ("单位", "部门")),
)
_CUT = re.compile(
    rf"""(?P<invisible>{any_of_codes(_INVISIBLE)}+)
    # a blank of typesetting between two Chinese characters
    | (?<=[一-鿿])(?P<thin>{any_of_codes(_THIN)})(?=[一-鿿])
    # 牵 头, 按职责分工 负责
    | (?P<inside>{_BLANK})(?:{_INSIDE})
    # （ 一 ）
    | [（(](?P<before>{_BLANK}*){_NUMERAL}(?P<behind>{_BLANK}*)[）)]
    """,
    re.VERBOSE,
)
#: Where a cut may be: it begins with a plain class, which is found many times faster than the whole pattern.
_BEGINS = any_of_codes((*_INVISIBLE, *_THIN, *map(ord, " \u3000（(")))
_FIRST = re.compile(
    rf"""{_BEGINS}
    (?: (?<={any_of_codes(_INVISIBLE)})
      | (?<=[（(])(?={_BLANK}+{_NUMERAL}{_BLANK}*[）)]|{_NUMERAL}{_BLANK}+[）)])
      | (?<=\S.)(?<![（(])(?=\S)
    )
    """,
    re.VERBOSE,
)
#: Letters set apart (责 任 单 位): all of them belong together, whatever words are among them.
SET_APART = re.compile(r"(?<![一-鿿])[一-鿿](?:[ \xa0][一-鿿]){2,}(?![一-鿿])")
#: What stands in them all.
BLANK = re.compile("[ \xa0]")
#: What is looked at on each side of a thin blank: longer names of bodies are not cut by one.
_REACH = 24
_NAME_BEFORE, _NAME_BEHIND = re.compile(r"[一-鿿]+$"), re.compile(r"[一-鿿]+")


def tidy(text: str) -> Paragraph:
    """Return a text without what is not seen, knowing where each stretch of it stands in the text given.

    Examples
    --------
    >>> tidied = tidy("（ 一 ）⼯\u200b业。市\u2009财政局\u2009市商务局")
    >>> tidied.text, tidied.source(5)
    ('（一）工业。市财政局\u2009市商务局', 8)
    """
    text = _plain(text)
    parts: list[str] = []
    pieces: list[Piece] = []
    length = at = 0
    for start, end in (*_cuts(text), (len(text), len(text))):
        if start > at or not pieces:
            pieces.append(Piece(length, at))
            parts.append(text[at:start])
            length += start - at
        at = end
    return Paragraph("".join(parts), tuple(pieces))


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for first in _FIRST.finditer(text):
        found = _CUT.match(text, first.start()) if first.start() >= begin else None
        if found is None:
            continue
        begin = found.end()
        if found["thin"] and _parts_names(text, *found.span()):
            continue
        if found["inside"] and _set_apart(text, found.start()):
            continue  # the paragraphs put them together (`ingest.document.reflow`)
        for name in ("invisible", "thin", "inside", "before", "behind"):
            if found[name]:
                yield found.span(name)


def _set_apart(text: str, blank: int) -> bool:
    """Return whether a blank stands among letters set apart; three of them are enough to tell, so that few are read."""
    around = SET_APART.finditer(text, max(blank - 5, 0), blank + 6)
    return any(run.start() < blank < run.end() for run in around)


def _parts_names(text: str, start: int, end: int) -> bool:
    """Return whether a blank stands between two names, or before a label."""
    before, behind = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    if LABEL.match(fold_width(behind)):
        return True
    names = _NAME_BEFORE.search(before), _NAME_BEHIND.match(behind)
    return all(name is not None and can_name_agency(name[0]) for name in names)


def restored(paragraph: Paragraph, tidied: Paragraph) -> Paragraph:
    """Return a paragraph of a tidied text with its places in the text as it was given."""
    if len(tidied.pieces) == 1:
        return paragraph
    ends = (*(ours for ours, _ in paragraph.pieces[1:]), len(paragraph.text))
    pieces = [
        Piece(ours + inner, source)
        for (ours, theirs), end in zip(paragraph.pieces, ends, strict=True)
        for inner, source in tidied.cut(theirs, theirs + end - ours).pieces
    ]
    return replace(paragraph, pieces=tuple(pieces))
