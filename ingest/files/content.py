"""What every reader of a format returns, and how a line of it is cleaned.

A tab means a table here, so a tab inside a paragraph becomes a blank. What else is cleaned,
`ingest.language.characters` says for every format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ReadError
from graph.messages import Message, _
from ingest.language.characters import clean_line

__all__ = ["INDENT", "Content", "clean", "footnotes", "left_out", "no_text", "pictures", "refuse"]


#: Begins the line of a numbered item that lies in an item of another numbered list, once for each.
INDENT = "\u3000"


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
    unread : tuple of Message
        What is in the file besides, such as pictures that may show a table.
    sheets : tuple of (int, str)
        Where in `text` each sheet of a workbook with several begins, and its name.
    merges_known : bool
        True where the format tells which cells are merged, so that a blank cell is blank.
    """

    text: str
    codec: str
    pages: tuple[int, ...] = ()
    unread: tuple[Message, ...] = ()
    merges_known: bool = False
    sheets: tuple[tuple[int, str], ...] = ()


def clean(line: str) -> str:
    r"""Return one line of text without tabs, invisible characters and blanks at its ends.

    Examples
    --------
    >>> clean("　⼀、\t任务\u200b ")
    '一、 任务'
    """
    return clean_line(line).strip(" \u3000\xa0")


def refuse(path: Path, why: Message) -> ReadError:
    """Return the error for a file, its path in front."""
    return ReadError(_("{path}：{why}", path=path, why=why))


def no_text(path: Path, why: Message) -> ReadError:
    """Return the error for a document that opens but holds no text, a scan for instance."""
    return refuse(path, _("{why}；请先用 OCR 软件识别成文字并校对，再读取识别后的文件", why=why))


def pictures(places: Sequence[str]) -> tuple[Message, ...]:
    """Return what is to be said of pictures and embedded objects, each by the line that it stands behind."""
    if not places:
        return ()
    behind = next((place[:20] for place in places if place), "")
    if not behind:
        return (_("有 {count} 处图片、图示或嵌入对象，其中的文字没有读入", count=len(places)),)
    return (
        _(
            "有 {count} 处图片、图示或嵌入对象，其中的文字没有读入（第一处在“{behind}”之后）",
            count=len(places),
            behind=behind,
        ),
    )


def left_out(texts: Sequence[str], what: Message) -> tuple[Message, ...]:
    """Return what is to be said of text that is in the file and is not read, such as ``_("隐藏")`` text."""
    told = [text for text in map(clean, texts) if text]
    if not told:
        return ()
    return (
        _(
            "有 {count} 处{what}的文字没有读入（第一处：“{first}”）",
            count=len(told),
            what=what,
            first=told[0][:30],
        ),
    )


def footnotes(count: int) -> tuple[Message, ...]:
    """Return what is to be said of footnotes."""
    return (_("有 {count} 条脚注，没有读入", count=count),) if count else ()
