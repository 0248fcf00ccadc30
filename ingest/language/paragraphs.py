"""Paragraphs that know where each character came from, and the folding of width and brackets.

Folding never changes the length of a text, so an offset found in the folded text
is an offset in the original.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from graph.records import record
from graph.width import fold_width
from ingest.language.hinted import Hinted
from ingest.language.labels import LEVEL, SHORT_LABELS, label_words
from ingest.language.lexicon_pattern import LexiconPattern
from ingest.language.role_verbs import ROLE_WORDS, own_verbs

_BRACKET = re.compile(r"[()]")
#: An unclosed bracket is taken for a clause when a label or a role word comes early in it: （市教育局牵头.
_OPENS_CLAUSE = LexiconPattern(
    lambda lexicon: (
        rf"\([^()。\n]{{0,30}}(?:{label_words(lexicon)}|{ROLE_WORDS.pattern('opens', more=own_verbs(lexicon))})"
    )
)
#: A label whose brackets do the work of a colon: 【牵头单位】X, （牵头单位）X.
_BOXED_LABEL = Hinted(
    LexiconPattern(lambda lexicon: rf"[【〔［\[（(]{LEVEL}?(?:{label_words(lexicon)})[】〕］\]）)]"),
    LexiconPattern(
        lambda lexicon: (
            rf"""
        # 市科协【配合单位】市地震局: a bracket behind a name; 压实【责任单位】职责 is none
        (?:(?:^|(?<=[。；;\s】〕局委办厅部院会府司心队协联])) [【〔［\[](?P<label>{LEVEL}?(?:{label_words(lexicon)}))[】〕］\]]
          |(?:^|(?<=[。；;\s】〕])) [（(](?P<round>{LEVEL}?(?:{label_words(lexicon)}))[）)](?=\s?[:：一-鿿]))
        (?P<colon>[:：]?)
    """
        ),
        re.VERBOSE,
    ),
)

#: Roles in brackets before the names, the first at the beginning of a list: （牵头）市教育局、（配合）市财政局. Behind a name they are marks of it.
_BOXED_ROLE = re.compile(rf"[（(【〔［\[](?P<role>{LEVEL}?{SHORT_LABELS})[）)】〕］\]]")
_BOXED_ROLES = Hinted(
    _BOXED_ROLE,
    re.compile(
        rf"(?:^|(?<=[。；;\s】〕、，,：:（(]))(?:{_BOXED_ROLE.pattern.replace('?P<role>', '?:')}[一-鿿][^（()）【】〔〕\[\]\n。]*)+"
    ),
)

#: A clause or a label in corner brackets, which elsewhere are quotation marks: 「市水利局牵头」, 「责任单位」市水利局.
_CORNERED = LexiconPattern(
    lambda lexicon: (
        rf"[「『〖]((?:{LEVEL}?(?:{label_words(lexicon)}|{SHORT_LABELS})(?:[:：][^「」『』〖〗\n]{{2,200}})?"
        rf"|[^「」『』〖〗\n]{{2,200}}(?:{ROLE_WORDS.pattern('opens', more=own_verbs(lexicon))})[^「」『』〖〗\n]{{0,200}}))[」』〗]"
    )
)

__all__ = ["Lines", "Paragraph", "Piece", "Span", "brackets", "fold_labels", "join"]


@dataclass(frozen=True)
class Span:
    """A stretch of the stored text: offsets `start` to `end`, beginning in `line` and, if there are pages, on `page` (from 1)."""

    start: int
    end: int
    line: int
    page: int | None = None


def fold_labels(text: str) -> str:
    """Return `text` as `fold_width` does, and 【责任单位】X as 责任单位:X; same length.

    Examples
    --------
    >>> fold_labels("【责任单位】市财政局（牵头）")
    ' 责任单位:市财政局(牵头)'
    >>> fold_labels("（牵头）市教育局、（配合）市财政局")
    ' 牵头:市教育局、 配合:市财政局'
    """
    if "「" in text or "『" in text or "〖" in text:
        text = _CORNERED.sub(lambda clause: f"（{clause[1]}）", text)
    return fold_width(_BOXED_ROLES.sub(_unbox_roles, _BOXED_LABEL.sub(_unbox, text)))


def _unbox_roles(match: re.Match[str]) -> str:
    return _BOXED_ROLE.sub(lambda role: f" {role['role']}:", match[0])


def _unbox(match: re.Match[str]) -> str:
    return f" {match['label'] or match['round']}:{' ' * len(match['colon'])}"


class Lines:
    """Which line an offset of a text is in."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def number(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._starts, offset)


class Piece(NamedTuple):
    """Where a stretch of a paragraph begins: offset in its own text, and in the stored text."""

    here: int
    there: int


@record
class Paragraph:
    """A paragraph with the line breaks of conversion joined.

    Attributes
    ----------
    text : str
        The joined text.
    pieces : tuple of Piece
        One for each source line in it.
    table : bool
        True for a line of a table (cells separated by tabs), which is never joined.
    merges_known : bool
        True for a line out of a format that tells its merged cells: a blank cell of it is blank, and a line of text
        between the rows of a table is a cell over its whole width.
    depth : int
        In how many other numbered lists the list of an item lies, where the format tells.
    sheet : str
        Name of the sheet that it stands on, in a workbook with several.
    """

    text: str
    pieces: tuple[Piece, ...]
    table: bool = field(default=False)
    merges_known: bool = field(default=False)
    depth: int = field(default=0)
    sheet: str = field(default="")

    @cached_property
    def folded(self) -> str:
        """The text in half width, 【责任单位】X as 责任单位:X; same length."""
        return fold_labels(self.text)

    @cached_property
    def brackets(self) -> list[tuple[int, int, bool]]:
        """The outermost brackets of the folded text (`brackets`)."""
        return brackets(self.folded)

    def source(self, offset: int) -> int:
        """Return the offset in the stored text of character `offset` of this paragraph."""
        at = bisect_right(self.pieces, (offset, 1 << 62)) - 1
        ours, theirs = self.pieces[max(at, 0)]
        return theirs + offset - ours

    def cut(self, start: int, end: int | None = None) -> Paragraph:
        """Return the part from `start` to `end` as a paragraph of its own."""
        end = len(self.text) if end is None else end
        low, high = bisect_right(self.pieces, (start, 1 << 62)), bisect_left(self.pieces, (end, -1))
        inside = [Piece(at - start, theirs) for at, theirs in self.pieces[low:high]]
        return Paragraph(
            self.text[start:end], (Piece(0, self.source(start)), *inside), self.table, self.merges_known, self.depth
        )


def join(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Return several paragraphs as one text, a line break between them."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for paragraph in paragraphs:
        texts.append(paragraph.text)
        pieces.extend(Piece(at + ours, theirs) for ours, theirs in paragraph.pieces)
        at += len(paragraph.text) + 1
    return Paragraph("\n".join(texts), tuple(pieces))


def brackets(folded: str) -> list[tuple[int, int, bool]]:
    """Return the outermost brackets of a folded text: offset of the opening, offset behind the closing, closed or not.

    A bracket that is never closed ends at the end of its line if it opens like a responsibility clause;
    otherwise it counts as a stray character, so that it cannot swallow the clauses behind it.

    Examples
    --------
    >>> [("a(b(c)d)e(市财政局牵头"[i:j], closed) for i, j, closed in brackets("a(b(c)d)e(市财政局牵头")]
    [('(b(c)d)', True), ('(市财政局牵头', False)]
    >>> brackets("(see annex 1. (市财政局负责)")[0][:2]
    (14, 22)
    """
    found: list[tuple[int, int, bool]] = []
    line_start = 0
    while line_start <= len(folded):
        line_end = folded.find("\n", line_start)
        line_end = len(folded) if line_end < 0 else line_end
        found.extend(_brackets_of_line(folded, line_start, line_end))
        line_start = line_end + 1
    return found


def _brackets_of_line(folded: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    if folded.find("(", start, end) < 0:
        return []
    stack: list[int] = []
    pairs: list[tuple[int, int, bool]] = []
    for mark in _BRACKET.finditer(folded, start, end):
        if mark[0] == "(":
            stack.append(mark.start())
        elif stack:
            pairs.append((stack.pop(), mark.end(), True))
    pairs.extend((at, end, False) for at in stack if _OPENS_CLAUSE.match(folded, at, end))
    outer: list[tuple[int, int, bool]] = []
    for pair in sorted(pairs):
        if not outer or pair[0] >= outer[-1][1]:
            outer.append(pair)
    return outer
