"""Paragraphs become a tree of numbered parts, one tree for each plan of a file.

A file may open with a covering notice, hold several plans one after the other, and
end with signatures and annexes. A plan begins at its title line; a new one begins
where the chapters start again at 一 behind another title line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.document.inline_numbers import split_inline
from ingest.document.task_tables import is_task_header
from ingest.language.agency_lists import lists_bodies
from ingest.language.item_numbers import RANKS, Marker, read_marker
from ingest.language.labels import LABEL
from ingest.language.numerals import YEAR_DIGITS
from ingest.language.paragraphs import Paragraph, brackets
from ingest.language.titles import NOT_TITLE, TITLE, is_title

__all__ = ["Plan", "Section", "find_plans", "outline"]

_TITLE_TAIL = re.compile(r"\(\d{4}.{0,14}年\)|\(试行\)|\(修订\)")
_SIGNATURE = re.compile(r"^\(此件|^抄送|^抄报|^印发$|^\(?联系人|^信息公开选项|^公开方式|印发$")
_DATE_LINE = re.compile(
    rf"[{YEAR_DIGITS}十\d]{{4}}\s?年\s?[一二三四五六七八九十\d]{{1,3}}\s?月\s?[一二三四五六七八九十\d]{{1,3}}\s?日"
)
_ANNEX_LIST = re.compile(r"^附\s?(?:件|表)?\s?\d{0,2}\s?:\s?")
_BODY_NAME = re.compile(
    r"^[一-鿿、\s]{2,60}(?:国务院|人民政府|政府|办公室|办公厅|委员会|局|厅|部|委|署|院|会|管委会|指挥部|领导小组)$|^国务院$"
)

_NAMED_ANNEX = re.compile(r"(?P<annex>附\s?(?:件|表)?\s?(?P<value>\d{1,2})?)\s?:\s?(?!\d|$)")
_NUMBERED_ANNEX = re.compile(r"^附\s?(?:件|表)?\s?:\s?\d")
_PRINTS = re.compile(r"(?:印发|转发|下发|分解|批转).{0,90}通知")
#: A label with units or a bracket with a role: a notice that has one gives tasks of its own.
_SAYS_WHO = re.compile(r"(?:责任|牵头|配合)(?:单位|部门)\s?:|\([^()]{2,200}(?:负责|牵头|配合)\)")
#: Ranks of numbered items; a box stands beside those, but inside a section.
_ITEMS = range(RANKS["digits"], RANKS["circled"] + 1)
#: A plan's preface has at most so many paragraphs between its title and its first chapter.
_PREFACE = 6


@dataclass
class Section:
    """One numbered part of a plan, with what stands under its number before the first deeper one.

    Attributes
    ----------
    marker : Marker or None
        Its number; None for the root, which holds what stands before the first chapter.
    path : str
        Numbers from the chapter down, joined by a slash.
    title : str
        The heading's own words, to the first 。 or the end of the line.
    body : list of Paragraph
        Heading paragraph first.
    latest : dict of int to Section
        The last child of each rank.
    """

    marker: Marker | None
    path: str
    title: str
    body: list[Paragraph]
    children: list[Section] = field(default_factory=list)
    parent: Section | None = None
    latest: dict[int, Section] = field(default_factory=dict, repr=False)

    @property
    def rank(self) -> int:
        """Depth by the standard sequence; -1 for the root."""
        return self.marker.rank if self.marker else -1

    @property
    def numbered(self) -> list[Section]:
        """Children that are numbered items, boxes and annexes left out."""
        return [child for child in self.children if child.marker and child.marker.kind not in ("box", "annex")]

    def walk(self) -> Iterator[Section]:
        """Yield the part and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Plan:
    """The paragraphs of one plan of a file: its title lines and its body."""

    title: str
    head: list[Paragraph]
    body: list[Paragraph]


def find_plans(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Plan]]:
    """Split the paragraphs of a file into what comes before its plans and the plans.

    Returns
    -------
    head : list of Paragraph
        Covering notice: everything before the first plan's title.
    plans : list of Plan
        At least one; the only plan of a file without any title has the empty title.
    """
    starts = _plan_starts(paragraphs)
    if len(starts) > 1 and _is_notice(paragraphs[starts[0][0] : starts[1][0]]):
        starts = starts[1:]
    if not starts:
        # 附件 above a title and a table: the title is the annex's, which keeps its number.
        at = next((at for at, line in enumerate(paragraphs[:8]) if not line.table and is_title(line.folded)), None)
        lines = [] if at is None else paragraphs[_title_begin(paragraphs, at) : at + 1]
        return [], [Plan(_joined(lines), lines, paragraphs)]
    plans = []
    for (begin, end), following in zip(starts, [*starts[1:], (len(paragraphs), 0)], strict=True):
        lines = [paragraph.cut(_title_offset(paragraph)) for paragraph in paragraphs[begin:end]]
        plans.append(Plan(_joined(lines), lines, paragraphs[end : following[0]]))
    return paragraphs[: starts[0][0]], plans


def _joined(lines: list[Paragraph]) -> str:
    return "".join(re.sub(r"\s", "", line.text) for line in lines)


def _is_notice(paragraphs: list[Paragraph]) -> bool:
    """Tell whether what stands before another plan only prints it: its numbered requests (一、高度重视…) are no plan."""
    text = "".join(paragraph.folded for paragraph in paragraphs[:4])
    return _PRINTS.search(text) is not None and not any(_SAYS_WHO.search(paragraph.folded) for paragraph in paragraphs)


def _title_offset(paragraph: Paragraph) -> int:
    """Return where a title begins in its line: behind 附件： if that stands before it."""
    match = _ANNEX_LIST.match(paragraph.folded)
    return match.end() if match else 0


def _plan_starts(paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
    """Return, for each plan, the range of its title lines."""
    starts: list[tuple[int, int]] = []
    last_title: tuple[int, int] | None = None
    only: tuple[int, int] | None = None
    outside, chapters, listing = True, 0, False
    for index, paragraph in enumerate(paragraphs):
        marker = None if paragraph.table else read_marker(paragraph.folded)
        # 附件：1.… 2.… names several; 附件：洛阳市行动方案 may be the title of what follows.
        listing = _NUMBERED_ANNEX.match(paragraph.folded) is not None or (
            listing and marker is not None and _lists_annexes(paragraph, marker, listing)
        )
        if listing:
            continue
        if marker and marker.kind == "annex":
            outside = False if chapters else outside
            continue
        if marker and marker.rank <= 6:
            if last_title and (outside or marker.value == 1) and marker.rank <= 3:
                if not starts or (marker.value == 1 and chapters):
                    starts.append(last_title)
                    last_title = None
            elif last_title and (
                (outside and not starts) or (starts and marker.value == 1 and _signed_before(paragraphs, last_title[0]))
            ):
                starts.append(last_title)
                last_title = None
            outside = False
            chapters += marker.rank <= 3
            continue
        if not paragraph.table and is_title(_ANNEX_LIST.sub("", paragraph.folded)):
            last_title = (_title_begin(paragraphs, index), index + 1)
        elif last_title and last_title[1] == index and _TITLE_TAIL.fullmatch(paragraph.folded):
            last_title = (last_title[0], index + 1)
        elif last_title and (paragraph.table or (chapters and index - last_title[1] > _PREFACE)):
            # A table below a title, or running text far behind it: the title is of an annex or a mere phrase.
            only, last_title = only or last_title, None
    if only and any(read_marker(paragraph.folded) for paragraph in paragraphs[: only[0]]):
        only = None
    # A file may be nothing but a title and a table; one that begins with 附件 is that annex.
    lone = last_title or only
    if not starts and lone:
        starts.append(lone)
    return starts


def _signed_before(paragraphs: list[Paragraph], title: int) -> bool:
    """Tell whether a date line stands right before a title: what went before is signed, another text begins."""
    return any(_DATE_LINE.fullmatch(paragraph.folded) for paragraph in paragraphs[max(0, title - 3) : title])


def _title_begin(paragraphs: list[Paragraph], last: int) -> int:
    """Return where the lines of a title begin whose last line is given: up to three short lines without punctuation."""
    begin = last
    while begin > 0 and last - begin < 3:
        folded = paragraphs[begin - 1].folded
        if (
            paragraphs[begin - 1].table
            or len(folded) > 45
            or NOT_TITLE.search(folded)
            or TITLE.search(folded)
            or _DATE_LINE.search(folded)
            or "〕" in paragraphs[begin - 1].text
            or read_marker(folded)
            or _SIGNATURE.search(folded)
        ):
            break
        begin -= 1
    # An issuer's name on a line of its own above 关于… belongs to the letterhead, unless the title goes on from it (印发…).
    while (
        begin < last
        and _BODY_NAME.match(paragraphs[begin].folded)
        and not paragraphs[begin + 1].folded.startswith(("印发", "关于"))
    ):
        begin += 1
    return begin


def outline(plan: Plan) -> Section:
    """Return the tree of numbered parts of a plan."""
    root = Section(None, "", plan.title, [])
    open_parts = [root]
    listing = in_tasks = False
    body = [part for paragraph in plan.body for part in split_inline(paragraph)]
    last = _last_numbered(body)
    for index, (paragraph, following) in enumerate(zip_longest(body, body[1:])):
        marker = None if paragraph.table else read_marker(paragraph.folded)
        if paragraph.table:
            in_tasks = in_tasks or is_task_header(paragraph)
        elif in_tasks and following and following.table:
            # A row with one cell, such as 一、…, heads a group of rows; it is no chapter of the plan.
            marker = None
        else:
            in_tasks = False
        marker = _heads_table(body, index) or marker
        if marker and marker.kind == "annex":
            open_parts = [_add(root, marker, paragraph)]
            listing = False
            continue
        # 附件：1.… 2.… names the annexes, line by line, behind the text.
        listing = _lists_annexes(paragraph, marker, listing)
        if listing or (marker is None and index > last and _is_signature(paragraph, following)):
            continue
        if marker is None or _inside_box(open_parts, marker):
            open_parts[-1].body.append(paragraph)
            continue
        open_parts = _descend(open_parts, marker)
        open_parts.append(_add(open_parts[-1], marker, paragraph))
    return root


def _heads_table(body: list[Paragraph], index: int) -> Marker | None:
    """Return the marker of an annex that has its title on the same line, as far as a table shows that it begins here."""
    named = None if body[index].table else _NAMED_ANNEX.match(body[index].folded)
    if named is None or not any(paragraph.table for paragraph in body[index + 1 : index + 3]):
        return None
    written = re.sub(r"\s", "", named["annex"])
    return Marker("annex", written, int(named["value"] or 0), named.end())


def _last_numbered(body: list[Paragraph]) -> int:
    """Return the index of the last numbered paragraph of the text; a signature can stand only behind it."""
    numbered = [
        index
        for index, paragraph in enumerate(body)
        if not paragraph.table
        and not _ANNEX_LIST.match(paragraph.folded)
        and (marker := read_marker(paragraph.folded))
        and marker.kind != "annex"
    ]
    return numbered[-1] if numbered else -1


def _lists_annexes(paragraph: Paragraph, marker: Marker | None, listing: bool) -> bool:
    """Tell whether a paragraph belongs to the list of annexes: its first line, or a short item below that."""
    folded = paragraph.folded
    if paragraph.table:
        return False
    if _ANNEX_LIST.match(folded):
        return True
    return listing and len(folded) <= 60 and "。" not in folded and (marker is None or marker.kind == "digits")


def _is_signature(paragraph: Paragraph, following: Paragraph | None) -> bool:
    folded = paragraph.folded
    if following and _DATE_LINE.fullmatch(following.folded) and lists_bodies(folded):
        return True
    return (
        not paragraph.table
        and len(folded) <= 60
        and (
            _SIGNATURE.search(folded) is not None
            or _DATE_LINE.fullmatch(folded) is not None
            or (_BODY_NAME.match(folded) is not None and "、" not in folded)
        )
    )


def _inside_box(open_parts: list[Section], marker: Marker) -> bool:
    """Tell whether a number belongs to a box: it does not go on with any numbering outside."""
    if not (open_parts[-1].marker and open_parts[-1].marker.kind == "box") or marker.kind == "box":
        return False
    if marker.rank <= 5:
        return False
    outer = open_parts[-1].parent
    last = outer.latest.get(marker.rank) if outer else None
    if last is None or last.marker is None:
        return marker.value != 1
    return marker.value != last.marker.value + 1


def _descend(open_parts: list[Section], marker: Marker) -> list[Section]:
    """Return the chain of parts that a new number stands under."""
    if marker.kind == "box":
        chain = [part for part in open_parts if not (part.marker and part.marker.kind == "box")]
        return chain[:-1] if chain[-1].rank in _ITEMS else chain
    return [
        part
        for part in open_parts
        if part.rank < marker.rank
        or (part.marker and (part.marker.kind == "annex" or marker.number.startswith(f"{part.marker.number}.")))
    ]


def _add(parent: Section, marker: Marker, paragraph: Paragraph) -> Section:
    path = f"{parent.path}/{marker.number}" if parent.path else marker.number
    part = Section(marker, path, _title(paragraph, marker), [paragraph], parent=parent)
    parent.children.append(part)
    parent.latest[marker.rank] = part
    return part


def _title(paragraph: Paragraph, marker: Marker) -> str:
    folded = paragraph.folded
    end = folded.find("。", marker.end)
    end = len(folded) if end < 0 else end
    for start, stop, _ in brackets(folded[:end]):
        inner = folded[start + 1 : stop - 1]
        named = _OWNERS_IN_TITLE.search(inner) or LABEL.search(inner)
        if start > marker.end and (named or (stop == end and lists_bodies(inner))):
            end = start
            break
    label = LABEL.search(folded[:end], marker.end)
    if label and folded[label.start() - 1] in " ;,)":
        end = label.start()
    return paragraph.text[marker.end : end].strip().rstrip("：:；;，, ")


_OWNERS_IN_TITLE = re.compile(r"牵头|负责|配合")
