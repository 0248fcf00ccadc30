"""The paragraphs of a plan become a tree of numbered sections.

What stands below a number belongs to its section until the next number; a clause that closes a group of
items, none of which has one of its own, is known to the section that holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, pairwise, zip_longest

from graph.records import record
from ingest.clauses.locate import Located, locate_clauses
from ingest.clauses.words import any_of
from ingest.document.edge_lines import ANNEX_LIST, is_signature, lists_annexes
from ingest.document.inline_numbers import split_inline
from ingest.document.numbered_labels import without_numbers
from ingest.document.plans import PlanText
from ingest.document.table_blocks import heads_rows, is_task_header
from ingest.language.agency_lists import lists_bodies
from ingest.language.item_numbers import RANKS, Marker, read_marker
from ingest.language.labels import LABEL
from ingest.language.numerals import chinese_number
from ingest.language.paragraphs import Paragraph, brackets, join
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["Section", "outline"]

_NAMED_ANNEX = re.compile(r"(?P<annex>附\s?(?:件|表)?\s?(?P<value>\d{1,2})?)\s?:\s?(?!\d|$)")
#: Ranks of numbered items; a box stands beside those, but inside a section.
_ITEMS = range(RANKS["digits"], RANKS["circled"] + 1)
#: 以上2项工作由市林业局负责: not of all where there are more.
_SO_MANY = re.compile(rf"\s*\(?{any_of('these')}(?P<many>[一二两三四五六七八九十]{{1,3}}|\d{{1,3}})[项条个]")
_ANY_DIGITS = Marker("digits", "", 0, 0)
_DECIMAL_CHAPTER = re.compile(r"(?P<number>\d{1,2})\s+(?P<title>[一-鿿“][^。;]{1,30})")
_OWNERS_IN_TITLE = re.compile(ROLE_WORDS.pattern("narrated"))


@record(kw_only=True)
class Section:
    """One numbered section of a plan, with what stands under its number before the first deeper one.

    Attributes
    ----------
    marker : Marker or None
        Its number; None for the root, which holds what stands before the first chapter.
    path : str
        Numbers from the chapter down, joined by a slash.
    title : str
        The heading's own words, to the first 。 or the end of the line.
    body : tuple of Paragraph
        Heading paragraph first.
    above : tuple of str
        Titles of the sections above it, the plan's own first.
    closed : bool
        Whether the clause that ends its last item holds for all items of the section.
    """

    marker: Marker | None
    path: str
    title: str
    body: tuple[Paragraph, ...]
    children: tuple[Section, ...] = ()
    above: tuple[str, ...] = ()
    closed: bool = False

    @property
    def rank(self) -> int:
        """Depth by the standard sequence; -1 for the root."""
        return self.marker.rank if self.marker else -1

    @property
    def is_item(self) -> bool:
        """Whether it has a number and is not an annex."""
        return self.marker is not None and self.marker.kind != "annex"

    @property
    def is_numbered(self) -> bool:
        """Whether it is a numbered item, neither a box nor an annex."""
        return self.is_item and not (self.marker and self.marker.kind == "box")

    @cached_property
    def numbered(self) -> tuple[Section, ...]:
        """Children that are numbered items, boxes and annexes left out."""
        return tuple(child for child in self.children if child.is_numbered)

    @cached_property
    def last(self) -> Section:
        """The last section below it, or itself."""
        return self.children[-1].last if self.children else self

    @cached_property
    def passage(self) -> Paragraph:
        """The body as one text, a line break between its paragraphs; the body is not empty."""
        return join(self.body)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Where each paragraph of the body stands in the passage."""
        ends = accumulate(len(paragraph.text) + 1 for paragraph in self.body)
        return tuple((end - len(paragraph.text) - 1, end - 1) for paragraph, end in zip(self.body, ends, strict=True))

    def walk(self) -> Iterator[Section]:
        """Yield the section and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class _Draft:
    """A section while its lines are gathered; `latest` is the last child of each rank."""

    marker: Marker | None
    path: str
    title: str
    body: list[Paragraph]
    parent: _Draft | None = None
    children: list[_Draft] = field(default_factory=list)
    latest: dict[int, _Draft] = field(default_factory=dict)
    depth: int = 0

    @property
    def rank(self) -> int:
        return self.marker.rank if self.marker else -1

    @property
    def is_box(self) -> bool:
        return self.marker is not None and self.marker.kind == "box"

    @property
    def is_letter(self) -> bool:
        return self.marker is not None and self.marker.kind == "letter"

    def finish(self, above: tuple[str, ...] = ()) -> Section:
        """Return the section with what stands below it."""
        return Section(
            marker=self.marker,
            path=self.path,
            title=self.title,
            body=tuple(self.body),
            children=tuple(child.finish((*above, self.title)) for child in self.children),
            above=above,
            closed=self._is_closed(),
        )

    def _numbered(self) -> list[_Draft]:
        return [child for child in self.children if child.marker and child.marker.kind not in ("box", "annex")]

    def _is_closed(self) -> bool:
        """Return whether a clause behind the last of several items holds for all of them, none having one of its own."""
        items = self._numbered()
        if not items or items[-1] is not self.children[-1] or any(item._numbered() for item in items[:-1]):
            return False
        last = items[-1]
        while last.children:
            last = last.children[-1]
        direct = last is items[-1]
        if (direct and len(items) < 2) or (self.marker is None and not direct):
            return False
        sums_up = direct and last._closing == "sum" and all(len(item.body) == 1 for item in items[:-1])
        if last._closing != "lines" and not sums_up:
            return False
        counted = _SO_MANY.match(last.body[-1].folded)
        if counted and chinese_number(counted["many"]) != len(items):
            return False
        return not any(draft._clauses for draft in self._walk() if draft is not last)

    def _walk(self) -> Iterator[_Draft]:
        yield self
        for child in self.children:
            yield from child._walk()

    @cached_property
    def _clauses(self) -> list[Located]:
        if not self.body:
            return []
        begin = self.marker.end if self.marker else 0
        stop = self.body[0].folded.find("。", begin) + 1
        return locate_clauses(self.body, join(self.body), (stop or len(self.body[0].text)) if self.marker else 0)

    @cached_property
    def _closing(self) -> str:
        """How clauses end the section: "lines" of their own, the one paragraph that sums it up ("sum"), or not at all."""
        if len(self.body) < 2 or self.body[-1].table or not (found := self._clauses):
            return ""
        starts = list(accumulate((len(paragraph.text) + 1 for paragraph in self.body), initial=0))
        if found[-1].end < starts[-1] - 1 - len(self.body[-1].text) + len(self.body[-1].text.rstrip("。 ")):
            return ""
        gaps = pairwise(found)
        if any(start <= found[0].start <= start + 1 for start in starts[1:-1]):
            return "lines" if all(after.start - before.end <= 2 for before, after in gaps) else ""
        told = len(self.body) == 2 and len(found) == 1 and "。" in self.body[0].text
        return "sum" if told and found[0].start > starts[1] else ""


def outline(plan: PlanText) -> Section:
    """Return the tree of numbered sections of a plan."""
    root = _Draft(None, "", plan.title, [])
    open_sections = [root]
    listing = in_tasks = False
    body = without_numbers([piece for paragraph in plan.body for piece in split_inline(paragraph)])
    last = _last_numbered(body)
    for index, (paragraph, following) in enumerate(zip_longest(body, body[1:])):
        marker = None if paragraph.table else _read_marker(paragraph, following, open_sections)
        if paragraph.table:
            in_tasks = in_tasks or is_task_header(paragraph)
        elif in_tasks and (_is_before_row(following) or heads_rows(body, index)):
            # A row with one cell, such as 一、…, heads a group of rows, not a chapter of the plan.
            marker = None
        else:
            in_tasks = False
        marker = _heads_table(body, index) or marker
        if marker and marker.kind == "annex":
            open_sections = [_add(root, marker, paragraph)]
            listing = False
            continue
        # 附件：1.… 2.… names the annexes, line by line, behind the text.
        listing = lists_annexes(paragraph, marker, listing)
        if listing or (marker is None and index > last and is_signature(paragraph, following)):
            continue
        if marker is None or _inside_box(open_sections, marker):
            open_sections[-1].body.append(paragraph)
            continue
        open_sections = _descend(open_sections, marker, paragraph.depth)
        open_sections.append(_add(open_sections[-1], marker, paragraph))
    section = root.finish()
    # Without numbers of its own the whole plan is what its annex holds.
    return section if section.children else replace(section, path=plan.annex)


def _is_before_row(following: Paragraph | None) -> bool:
    return following is not None and following.table and not is_task_header(following)


def _read_marker(paragraph: Paragraph, following: Paragraph | None, open_sections: list[_Draft]) -> Marker | None:
    """Return the marker of a paragraph; a number that a quantity is glued to counts where it goes on with its neighbours."""
    folded = paragraph.folded
    if (marker := read_marker(folded)) or not folded[:1].isdigit():
        return marker
    if chapter := _decimal_chapter(folded, following):
        return chapter
    latest = _descend(open_sections, _ANY_DIGITS, paragraph.depth)[-1].latest.get(_ANY_DIGITS.rank)
    after = latest.marker.value if latest and latest.marker else 0
    marker = read_marker(folded, after=after)
    if after or marker is None:
        return marker
    second = read_marker(following.folded, after=1) if following and not following.table else None
    return marker if second and (second.kind, second.value) == ("digits", 2) else None


def _decimal_chapter(folded: str, following: Paragraph | None) -> Marker | None:
    """Return the marker of a chapter that has a blank behind its number, where the one below is a decimal of it: 1 总则, 1.1 目的."""
    heading = _DECIMAL_CHAPTER.fullmatch(folded)
    below = read_marker(following.folded) if heading and following and not following.table else None
    if heading is None or below is None or not below.number.startswith(f"{heading['number']}."):
        return None
    return Marker("digits", heading["number"], int(heading["number"]), heading.start("title"))


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
        and not ANNEX_LIST.match(paragraph.folded)
        and (marker := read_marker(paragraph.folded))
        and marker.kind != "annex"
    ]
    return numbered[-1] if numbered else -1


def _inside_box(open_sections: list[_Draft], marker: Marker) -> bool:
    """Return whether a number belongs to a box: it does not go on with any numbering outside, with a gap or without."""
    if not open_sections[-1].is_box or marker.kind == "box":
        return False
    if marker.rank <= 5:
        return False
    outer = open_sections[-1].parent
    last = outer.latest.get(marker.rank) if outer else None
    if last is None or last.marker is None:
        return marker.value != 1
    return marker.value <= last.marker.value


def _descend(open_sections: list[_Draft], marker: Marker, depth: int) -> list[_Draft]:
    """Return the chain of sections that a new number stands under; of numbers of one kind, a list in a list is deeper."""
    if marker.kind == "box":
        chain = [section for section in open_sections if not section.is_box]
        return chain[:-1] if chain[-1].rank in _ITEMS else chain
    return [
        section
        for section in open_sections
        if section.rank < marker.rank
        or (section.depth < depth and (section.rank == marker.rank or section.is_letter))
        or _counts_below(section, marker)
        or (
            section.marker and (section.marker.kind == "annex" or marker.number.startswith(f"{section.marker.number}."))
        )
    ]


def _counts_below(section: _Draft, marker: Marker) -> bool:
    """Return whether a number counts what stands below a heading such as 行动一: it begins at 1 there, or goes on, maybe from the one before."""
    named = section.marker is not None and section.marker.kind == "named"
    if named and section.marker and marker.kind == "named":  # 任务1.1 below 专项行动1
        return (
            "." not in section.marker.number
            and re.search(rf"(?<!\d){section.marker.value}[.．]\d", marker.number) is not None
        )
    return (
        named
        and marker.kind == "digits"
        and (marker.value == 1 or marker.rank in section.latest or _goes_on(section, marker))
    )


def _goes_on(section: _Draft, marker: Marker) -> bool:
    """Return whether a number comes behind those below the heading before a section: 行动一 1, 2, 行动二 3."""
    beside = section.parent.children[-2:-1] if section.parent else []
    last = beside[0].latest.get(marker.rank) if beside else None
    return last is not None and last.marker is not None and marker.value > last.marker.value


def _add(parent: _Draft, marker: Marker, paragraph: Paragraph) -> _Draft:
    path = f"{parent.path}/{marker.number}" if parent.path else marker.number
    section = _Draft(marker, path, _title(paragraph, marker), [paragraph], parent=parent, depth=paragraph.depth)
    parent.children.append(section)
    parent.latest[marker.rank] = section
    return section


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
