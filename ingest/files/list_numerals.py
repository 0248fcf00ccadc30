"""Numbers as Word writes them: 一, 甲, ①, IV and the other formats of automatic numbering.

The names are those of WordprocessingML (``w:numFmt``); a format that is not known is
written in digits, as Word does where it lacks the language.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.language.numerals import HAN_DIGITS

__all__ = ["numeral"]

_HAN = "〇" + HAN_DIGITS
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(value: int, form: str) -> str:
    """Return a number in a format of WordprocessingML.

    Examples
    --------
    >>> [numeral(12, form) for form in ("chineseCountingThousand", "decimalEnclosedCircle", "upperRoman", "lowerLetter")]
    ['十二', '⑫', 'XII', 'l']
    >>> numeral(120, "chineseCounting"), numeral(3, "ideographTraditional"), numeral(3, "none")
    ('一百二十', '丙', '')
    """
    written = _FORMS[form](value) if form in _FORMS else None
    return str(value) if written is None else written


def _han(
    value: int, digits: str = _HAN, tens: str = "十百千", zero: str = "零", *, bare_ten: bool = True
) -> str | None:
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else None
    written = ""
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += digits[digit] + (tens[power - 1] if power else "")
        elif written and value % 10**power and not written.endswith(zero):
            written += zero
    return written[1:] if bare_ten and 10 <= value < 20 else written


def _one_of(characters: str) -> Callable[[int], str | None]:
    return lambda value: characters[value - 1] if 0 < value <= len(characters) else None


def _from(first: str, most: int) -> Callable[[int], str | None]:
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= most else None


def _roman(value: int) -> str | None:
    if not 0 < value < 4000:
        return None
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


def _letter(value: int) -> str | None:
    """Return a to z, then aa, bb and so on."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 780 else None


def _upper(form: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda value: (form(value) or "").upper() or None


def _digits(digits: str) -> Callable[[int], str | None]:
    return lambda value: "".join(digits[int(char)] for char in str(value)) if value >= 0 else None


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_FORMS: dict[str, Callable[[int], str | None]] = {
    "none": lambda value: "",
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "upperLetter": _upper(_letter),
    "lowerLetter": _letter,
    **dict.fromkeys(
        ["chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
         "japaneseCounting", "koreanCounting"],
        _han,
    ),
    "chineseLegalSimplified": lambda value: _han(value, _LEGAL, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": lambda value: _han(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", bare_ten=False),
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "taiwaneseDigital": _digits("○" + _HAN[1:]),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
}  # fmt: skip
