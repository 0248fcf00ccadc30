"""Owner-like content that became no task: tables with a column of owners, lines of agency names, duty lines.

Whoever reads the audit must hear of it, so each is told as an unread trigger without a reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from graph.agencies.word_tables import words_of
from ingest.clauses.bracket_places import closes
from ingest.clauses.unread import UnreadTrigger
from ingest.document.edge_lines import is_signature
from ingest.document.table_blocks import is_task_header
from ingest.document.table_headers import cells_of, column_name, is_other_header, owner_label
from ingest.document.unknown_roles import says_no_role, unknown_columns, unknown_labels
from ingest.document.words import any_of
from ingest.language.agency_lists import is_body, lists_bodies, split_agencies
from ingest.language.labels import names_person
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import TRIGGER

__all__ = ["BRACKET", "DUTY", "NAMES", "TABLE", "find_owner_like", "owner_column"]

#: The words that are told.
TABLE, NAMES, DUTY, BRACKET = "责任表", "单位名单", "职责", "括注的单位"
#: A header stands among the first lines of a table.
_HEADER_LINES = 4
_LONGEST_HEADER = 30
_LONGEST_LIST = 300
_NUMBER = re.compile(r"[（(]?[\d一二三四五六七八九十.\-]{1,6}[)）]?[、.．]?")
#: 市财政局：落实资金, 市财政局 负责资金: agencies in front, what they do behind.
_DUTY_LINE = re.compile(
    rf"[\s·•●*\-—◆■]{{0,4}}(?P<names>[^:。,;\s“”]{{2,60}}?)(?::|\s|[—–]{{1,2}}|(?={any_of('duty_adverb')}?{any_of('duty')}))\s?(?!\d{{4}}年).{{4}}"
)

#: A body at the beginning of a phrase, with other words behind it: 市教育局主推; but 公益性是指政府… explains a word.
_BODY_IN_FRONT = re.compile(
    rf"(?:^|(?<=[,;:、\s]))由?(?P<name>(?:(?!是)[一-鿿]){{2,14}}?{words_of('endings', 'duty_bearer')})(?=[一-鿿,;、]|$)"
)

#: 立项（市水利局）、环评（市生态环境局）。: others in brackets follow in the same sentence.
_GOES_ON = re.compile(r"[、和与及,][^。;()]{1,30}\([^。;()]{2,60}\)")
_BODY_BEFORE = re.compile(rf"{words_of('endings', 'duty_bearer')}[”》]?$")


def find_owner_like(
    body: Sequence[Paragraph], stretches: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]], start: int = 0
) -> Iterator[UnreadTrigger]:
    """Yield what looks like responsibility among the paragraphs of a passage and was not read.

    Parameters
    ----------
    body
        The paragraphs.
    stretches
        Where each stands in the passage.
    taken
        Where in the passage something was read, ascending.
    start
        Where the words of the first paragraph begin behind its number.
    """
    yield from _of_brackets(body, stretches, taken, start)
    yield from _of_labels(body, stretches, taken)
    read = _touched(stretches, taken)
    for is_table, group in groupby(range(len(body)), key=lambda at: body[at].table):
        lines = list(group)
        if is_table:
            yield from _of_table(lines, body, stretches, read)
            continue
        for at in lines:
            following = body[at + 1] if at + 1 < len(body) else None
            word = "" if read[at] or is_signature(body[at], following) else _of_line(body[at], 0 if at else start)
            if word:
                yield _told(word, stretches[at])


def owner_column(lines: Sequence[Paragraph]) -> tuple[Paragraph, str] | None:
    """Return the header of a table that has a column of owners and the name of that column, or None."""
    for line in lines[:_HEADER_LINES]:
        cells = cells_of(line)
        if is_other_header(cells, fresh=False):
            return None
        for cell in cells:
            name = column_name(cell)
            if len(name) <= _LONGEST_HEADER and owner_label(name) and not names_person(name):
                return line, cell
    return None


def _of_table(
    lines: Sequence[int], body: Sequence[Paragraph], stretches: Sequence[tuple[int, int]], read: Sequence[bool]
) -> Iterator[UnreadTrigger]:
    """Yield a table nothing of which was read, if it has owners; of another the rows with agencies that were not read."""
    if any(read[at] for at in lines):
        first = next((at for at in lines if read[at] and not is_task_header(body[at])), lines[-1])
        for at in lines:
            named = 0 if read[at] else sum(map(_names_agencies, cells_of(body[at])))
            # Several agencies above the first task are the header of a matrix.
            if named and (at > first or named == 1):
                yield _told(TABLE, stretches[at])
        for at, name in unknown_columns([body[at] for at in lines]):
            yield _told(name, stretches[lines[at]])
        return
    table = [body[at] for at in lines]
    headed = owner_column(table)
    if headed:
        at = next(at for at in lines if body[at] is headed[0])
        yield _told(TABLE, stretches[at])
    elif _mostly_agencies(table):
        yield _told(TABLE, stretches[lines[0]])


def _mostly_agencies(table: Sequence[Paragraph]) -> bool:
    """Return whether at least half of the cells that say something name agencies."""
    if is_other_header(cells_of(table[0]), fresh=False):
        return False
    aside = {at for at, cell in enumerate(cells_of(table[0])) if says_no_role(cell)}
    cells = [
        cell
        for line in table
        for at, cell in enumerate(cells_of(line))
        if cell and at not in aside and not _NUMBER.fullmatch(cell)
    ]
    named = sum(map(_names_agencies, cells))
    return named >= 2 and 2 * named >= len(cells)


def _names_agencies(cell: str) -> bool:
    return 2 <= len(cell) <= _LONGEST_LIST and lists_bodies(cell)


def _of_line(paragraph: Paragraph, start: int) -> str:
    """Return the word for a line of agency names or a duty line; ``""`` for any other."""
    text = paragraph.folded[start:].strip().rstrip("。;. ")
    if (
        len(text) <= _LONGEST_LIST
        and not text.endswith(":")
        and lists_bodies(text)
        and len(split_agencies(text)[0]) > 1
    ):
        return NAMES
    last = text.rpartition("。")[2]
    if len(last) < len(text) and len(last) <= _LONGEST_LIST and lists_bodies(last):
        return NAMES  # 修整道路。县交通运输局。
    duty = _DUTY_LINE.match(text)
    names = duty["names"].removeprefix("由") if duty else ""
    # 建立由市财政局牵头…的联席会议: what stands before the first name is running text.
    return DUTY if lists_bodies(names) and split_agencies(names)[0][0].start == 0 else ""


def _of_brackets(
    body: Sequence[Paragraph], stretches: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]], start: int
) -> Iterator[UnreadTrigger]:
    """Yield the brackets that stand where a clause would, name a body and were not read: （市教育局主推）.

    One with a role word in it is told for that word.
    """
    found = [
        (at, bracket)
        for at, paragraph in enumerate(body)
        if not paragraph.table and "(" in paragraph.folded
        for bracket in paragraph.brackets
    ]
    places = [(stretches[at][0] + first, stretches[at][0] + last) for at, (first, last, _) in found]
    numbered = start > 0
    # Most brackets of a plan are clauses that were read.
    for (at, (first, last, closed)), place, read in zip(found, places, _touched(places, taken), strict=True):
        folded = body[at].folded
        inner = folded[first + 1 : last - closed]
        if read or TRIGGER.search(inner):
            continue
        clause_like = closes(folded, first, last, heading=numbered and at == 0, numbered=numbered)
        named = clause_like and any(is_body(each["name"]) for each in _BODY_IN_FRONT.finditer(inner))
        if named or (
            _GOES_ON.match(folded, last)
            and lists_bodies(inner)
            and not _BODY_BEFORE.search(folded, max(0, first - 12), first)
        ):
            yield _told(BRACKET, place)


def _of_labels(
    body: Sequence[Paragraph], stretches: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> Iterator[UnreadTrigger]:
    """Yield the labels that give no role and have bodies behind them: 链主单位：云泽钢铁公司."""
    found = [
        ((stretches[at][0] + start, stretches[at][0] + end), label)
        for at, paragraph in enumerate(body)
        for start, end, label in unknown_labels(paragraph)
    ]
    for (place, label), read in zip(found, _touched([place for place, _ in found], taken), strict=True):
        if not read:
            yield _told(label, place)


def _touched(stretches: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for each of some stretches, ascending, whether one of those taken overlaps it."""
    ends = list(accumulate((end for _, end in taken), max))
    found = []
    for start, end in stretches:
        at = bisect_right(ends, start)
        found.append(at < len(taken) and taken[at][0] < end)
    return found


def _told(word: str, stretch: tuple[int, int]) -> UnreadTrigger:
    return UnreadTrigger(word, 0, None, *stretch)
