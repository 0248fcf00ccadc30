"""What every reader of a format returns, and how a line of it is cleaned.

A tab means a table here, so a tab inside a paragraph becomes a blank. Radicals that some
PDF writers use in the place of characters (⼀ for 一) become the characters they stand for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ReadError

__all__ = ["Content", "Unread", "clean", "footnotes", "no_text", "pictures", "refuse"]


@dataclass(frozen=True)
class Unread:
    """Something that a file shows and that was not read, in a sentence of each language."""

    en: str
    zh: str


@dataclass(frozen=True)
class Content:
    """The text of a file.

    Attributes
    ----------
    text : str
        Paragraphs and table rows, one a line.
    codec : str
        How it was decoded: a codec, or the name of the format.
    pages : tuple of int
        Where each page begins in `text`; empty where the format has no pages.
    unread : tuple of Unread
        What is in the file besides, such as pictures that may show a table.
    """

    text: str
    codec: str
    pages: tuple[int, ...] = ()
    unread: tuple[Unread, ...] = ()


_RADICALS = (
    "⺁厂⺄乙⺆冂⺇几⺈刀⺊卜⺋卩⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺙攵⺛旡⺜日⺝月⺞歺⺠民⺢氺⺤爪⺥爫⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺲罒⺳网"
    "⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟"
)
_CLEAN: dict[int, str | None] = {
    **{ord(radical): plain for radical, plain in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xF900, 0xFA6E), *range(0xFA70, 0xFADA))},
    # Control characters, soft hyphens, zero-width characters and direction marks say nothing and would break up words.
    **dict.fromkeys([*range(9), *range(14, 32), *range(127, 160), 0xAD, 0xFEFF, 0xFFFE, 0xFFFF]),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]),
    **dict.fromkeys([*range(9, 14), *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F], " "),
}


def clean(line: str) -> str:
    r"""Return one line of text without tabs, invisible characters and blanks at its ends.

    Examples
    --------
    >>> clean("　⼀、\t任务\u200b ")
    '一、 任务'
    """
    return line.translate(_CLEAN).strip(" \u3000\xa0")


def refuse(path: Path, message: str, zh: str) -> ReadError:
    """Return the error for a file, its path in front."""
    return ReadError(f"{path}: {message}", zh=f"{path}：{zh}")


def no_text(path: Path, what: str, zh: str) -> ReadError:
    """Return the error for a document that opens but holds no text, a scan for instance."""
    return refuse(
        path,
        f"{what}; recognise it with an OCR program, check the result, and load that",
        f"{zh}；请先用 OCR 软件识别成文字并校对，再读取识别后的文件",
    )


def pictures(places: Sequence[str]) -> tuple[Unread, ...]:
    """Return what is to be said of pictures and embedded objects, each by the line that it stands behind."""
    if not places:
        return ()
    behind = next((place[:20] for place in places if place), "")
    return (
        Unread(
            "the words in pictures, diagrams or embedded objects were not read; there "
            + ("is 1" if len(places) == 1 else f"are {len(places)}")
            + (
                f", the first behind “{behind}”"
                if behind and len(places) > 1
                else f", behind “{behind}”"
                if behind
                else ""
            ),
            f"有 {len(places)} 处图片、图示或嵌入对象，其中的文字没有读入"
            + (f"（第一处在“{behind}”之后）" if behind else ""),
        ),
    )


def footnotes(count: int) -> tuple[Unread, ...]:
    """Return what is to be said of footnotes."""
    if not count:
        return ()
    return (Unread(f"footnotes, which were not read: {count}", f"有 {count} 条脚注，没有读入"),)
