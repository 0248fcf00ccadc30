"""Physical lines become paragraphs: wrapped lines and page breaks of converted documents are joined.

A conversion leaves three marks: blank lines where pages end (also in the middle of a
word), lines cut at a fixed width, and page numbers. A line is joined to the one before
when that one is running text that does not end like a sentence, and this one does not
begin like a heading, a label or a table. Lines of a table of contents are left out: read
as headings they would begin every chapter twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from graph.width import fold_width
from ingest.document.edge_lines import DATE_LINE
from ingest.document.plain_tables import Line, stacked, table_rows
from ingest.document.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.characters import BLANK, SET_APART, restored, tidy
from ingest.language.hinted import Hinted
from ingest.language.item_numbers import Marker, read_marker
from ingest.language.labels import LABEL
from ingest.language.paragraphs import Paragraph, Piece

__all__ = ["reflow"]

_PAGE_NUMBER = re.compile(
    r"[-—–－―\s]*[-—–－―]\s*\d{1,4}\s*[-—–－―][-—–－―\s]*|第\s?\d{1,4}\s?页(?:\s?[,/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?/\s?\d{1,4}"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_SENTENCE_END = re.compile(r"[。！？!?;:…](?:[”’\")]*)$")
_RUNNING = re.compile(r"[。;,、]")
_BRACKET = re.compile(r"[()]")
_WORD = re.compile(r"[0-9A-Za-z]")
_DATE_LINE = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|20\d\d([-./])\d{1,2}\1\d{1,2}")
#: A line of a table of contents: its heading comes again where it belongs.
_CONTENTS = Hinted(r"[.．…·][.．…·]{2}", re.compile(r"(?<![.．…·])[.．…·]{3,}\s*[-—(]?\s*\d{1,4}\s*[-—)]?$"))
_DOTS = re.compile(r"[.．…·][.．…·]{3}")
#: What stands at the foot of a government site: its 主办 and 承办 run the site and no task.
_SITE = re.compile(r"网站标识码|ICP备\s?\d|公网安备\s?\d")
#: 各乡镇 | （街道）: a name that a line break cuts before its bracket.
_BROKEN_NAME = re.compile(rf"\({any_of('place_kind')}+\)")
_BLANKS = " 　\xa0\r\f\v\u200b\ufeff\u2028\u2029\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_BLANKS_AND_TAB = _BLANKS + "\t"
#: Begins items of lists in lists, as `ingest.files` writes them, so many times at most.
_INDENT, _DEEPEST = "\u3000", 20
#: Shorter lines without punctuation are headings, signatures and the like.
_LONG = 36
_LONGEST_DATE = 20


def reflow(
    text: str, *, merges_known: bool = False, paged: bool = False, sheets: Sequence[tuple[int, str]] = ()
) -> list[Paragraph]:
    r"""Return the paragraphs of a stored text in order.

    Parameters
    ----------
    text
        The stored text.
    merges_known
        Whether the format tells its merged cells and its lists in lists: merged cells are filled, items indented.
    paged
        Whether it comes from pages, on which a line between the rows of a table may be text.
    sheets
        Where in the text each sheet of a workbook with several begins, and its name.

    Examples
    --------
    >>> [p.text for p in reflow("一、任务\n1.提升\n\n能力，加强（市财\n\n政局负责）\n2.服务。")]
    ['一、任务', '1.提升', '能力，加强（市财政局负责）', '2.服务。']
    """
    tidied = tidy(text)
    paragraphs = [restored(paragraph, tidied) for paragraph in _paragraphs(tidied.text)]
    return list(_marked(paragraphs, text, dict(sheets), merges_known, paged))


def _marked(
    paragraphs: Sequence[Paragraph], text: str, sheets: dict[int, str], merges_known: bool, paged: bool
) -> Iterator[Paragraph]:
    """Yield paragraphs with what their format tells: the sheet, the depth in lists, whether merged cells are known."""
    sheet = ""
    begins = sorted(sheets)
    for paragraph in paragraphs:
        start = paragraph.source(0)
        while begins and begins[0] <= start:
            sheet = sheets[begins.pop(0)]
        if merges_known:
            yield replace(paragraph, merges_known=paragraph.table or not paged, depth=_depth(text, start), sheet=sheet)
        else:
            yield replace(paragraph, sheet=sheet) if sheet else paragraph


def _depth(text: str, start: int) -> int:
    """Return how deep a paragraph lies in numbered lists: a format that knows its lists indents their items."""
    before = text[max(start - _DEEPEST, 0) : start]
    return len(before) - len(before.rstrip(_INDENT))


def _paragraphs(text: str) -> list[Paragraph]:
    lines = _lines(text)
    width = _wrap_width([line for _, line in lines])
    paragraphs: list[Paragraph] = []
    gathered: list[_Line] = []
    state = _State()

    def flush() -> None:
        if gathered:
            paragraphs.append(_paragraph(gathered, state.table))
            gathered.clear()

    rows = list(table_rows(lines))
    for item, following in zip_longest(rows, rows[1:]):
        if isinstance(item, Paragraph):
            flush()
            paragraphs.append(item)
            continue
        start, line = item
        line, pieces = _tighten(line, start)
        folded = fold_width(line)
        short = isinstance(following, Line) and len(following.text) <= _LONGEST_DATE
        dated = short and DATE_LINE.fullmatch(fold_width(following.text)) is not None
        signs = dated and state.label and state.last[-1:] not in "、,;" and not LABEL.fullmatch(state.last)
        # A body above a date signs the plan, also right behind a label line.
        begins = _Begins(read_marker(folded), LABEL.match(folded.lstrip("( ")) is not None)
        if not (gathered and not signs and _continues(state, folded, begins, width)):
            flush()
            state = _State()
        member = state.label and lists_bodies(line) and state.last[-1:] not in "、,;"
        gathered.append(_Line(pieces, line, member))
        state.add(folded, begins)
    flush()
    return paragraphs


class _Line(NamedTuple):
    """A line of a paragraph; `member` means that it lists agencies of its own behind a label."""

    pieces: list[Piece]
    text: str
    member: bool


class _Begins(NamedTuple):
    """What a line begins with: its number, and whether with a label."""

    marker: Marker | None
    label: bool


class _State:
    """What is known of the paragraph being put together; updated line by line so that joining stays linear."""

    def __init__(self) -> None:
        self.table = False
        self._depth = 0
        self._uncounted: list[str] = []
        self.length = 0
        self.running = False
        self.numbered = False
        self.label = False
        self.last = ""

    def add(self, folded: str, begins: _Begins) -> None:
        if not self.length:
            self.table = "\t" in folded
            self.numbered = begins.marker is not None
            self.label = begins.label
        self.length += len(folded)
        self.running = self.running or _RUNNING.search(folded) is not None
        self._uncounted.append(folded)
        self.last = folded

    @property
    def depth(self) -> int:
        """How many brackets are open; counted when it is asked for, which most lines never do."""
        for folded in self._uncounted:
            for bracket in _BRACKET.finditer(folded):
                if bracket[0] == "(":
                    self._depth += 1
                elif self._depth:
                    self._depth -= 1
        self._uncounted.clear()
        return self._depth


def _lines(text: str) -> list[Line]:
    """Return the lines that hold something, stripped, with their offsets; page numbers are left out."""
    found: list[Line] = []
    at = width = 0
    for raw in text.split("\n"):
        core = raw.strip(_BLANKS_AND_TAB)
        # A tab may indent a paragraph; in a table, whose lines have so many, the cells before it are empty.
        tabs = raw.count("\t")
        row = "\t" in core or (core and tabs and tabs == width and not read_marker(fold_width(core)))
        line = raw.strip(_BLANKS) if row else core
        width = tabs if row else 0
        if line.strip() and not _CONTENTS.search(line) and not ("。" not in line and _SITE.search(line)):
            found.append(Line(at + raw.index(line[0]), line))
        at += len(raw) + 1
    numbers = _page_numbers([line for _, line in found])
    for begin in range(len(found)) if numbers else ():
        # Numbers of rows on lines of their own go up like those of pages.
        numbers -= set(range(begin, begin + sum(len(cell) for row in stacked(found, begin) for cell in row)))
    return [item for index, item in enumerate(found) if index not in numbers]


def _page_numbers(lines: list[str]) -> set[int]:
    """Return the indexes of page number lines; bare numbers count only when they go up one by one through the text."""
    drop = {index for index, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line)}
    bare = [(index, int(line)) for index, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line)]
    steps = sum(second == first + 1 for (_, first), (_, second) in pairwise(bare))
    if len(bare) >= 3 and steps >= 0.8 * (len(bare) - 1):
        drop.update(index for index, _ in bare)
    return drop


#: Lines that are all shorter were not cut: they are cells, or names below each other.
_NARROWEST = 12


def _wrap_width(lines: list[str]) -> int | None:
    """Return the width at which lines were cut, or None if paragraphs stand on one line each."""
    lengths = Counter(len(line) for line in lines if "\t" not in line)
    total = lengths.total()
    if total < 12:
        return None
    longest = max(lengths)
    near = sum(count for length, count in lengths.items() if length >= longest - 3)
    if not _NARROWEST <= longest <= 60 or near < 0.3 * total:
        return None
    return longest - 3


def _continues(state: _State, folded: str, begins: _Begins, width: int | None) -> bool:
    """Return whether a line goes on with the paragraph before it."""
    if state.table or "\t" in folded:
        return False
    marker = begins.marker
    if marker and marker.kind == "half" and state.depth and (state.last[-1].isdigit() or state.last[-1] == "("):
        # 〔20 | 18〕53号: the bracket closes what the line before opened.
        marker = None
    starts = marker is not None or begins.label
    if not starts and state.depth and _closes(folded):
        return True
    if not starts and (LABEL.fullmatch(state.last.lstrip("( ")) or (state.label and lists_bodies(folded))):
        return True
    if not starts and state.label and _BROKEN_NAME.match(folded):
        return True
    if starts or _DATE_LINE.fullmatch(folded) or folded[0] == "(" or _DOTS.search(folded):
        return False
    if folded[0] in ",。;、:" or state.last[-1] in "、,":
        return True
    if _SENTENCE_END.search(state.last) or (state.last[-1] == ")" and not state.depth):
        return False
    if width is not None:
        return len(state.last) >= width and (state.running or state.numbered or state.length > _LONG)
    return (
        state.running and state.length > _LONG and not (state.label and state.depth == 0 and state.length < 2 * _LONG)
    )


def _closes(folded: str) -> bool:
    """Return whether a line closes a bracket that an earlier line opened."""
    if ")" not in folded:
        return not _SENTENCE_END.search(folded) and len(folded) > _LONG
    depth = 0
    for bracket in _BRACKET.finditer(folded):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            return True
    return False


def _tighten(line: str, start: int) -> tuple[str, list[Piece]]:
    """Return a line without the blanks between letters set apart (责 任 单 位), and where each stretch of it stands."""
    if not BLANK.search(line):
        return line, [Piece(0, start)]
    text, at = "", 0
    pieces: list[Piece] = []
    for run in SET_APART.finditer(line):
        for char in (match for match in range(run.start(), run.end()) if line[match] in " \xa0"):
            pieces.append(Piece(len(text), start + at))
            text, at = text + line[at:char], char + 1
    pieces.append(Piece(len(text), start + at))
    return text + line[at:], pieces


def _paragraph(lines: list[_Line], table: bool) -> Paragraph:
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for line in lines:
        if texts and line.member:
            # Agencies below each other behind one label: a blank keeps them apart.
            texts.append(" ")
            at += 1
        elif texts and _WORD.match(texts[-1][-1]) and _WORD.match(line.text[0]) and not line.text[0].isdigit():
            texts.append(" ")
            at += 1
        pieces.extend(Piece(at + ours, theirs) for ours, theirs in line.pieces)
        texts.append(line.text)
        at += len(line.text)
    return Paragraph("".join(texts), tuple(pieces), table)
