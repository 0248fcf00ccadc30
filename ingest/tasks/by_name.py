"""Tasks that a closing chapter gives to agencies by their names or numbers: 养老助餐工作由市民政局负责, 第3、4项由市商务局牵头.

What is named is looked up among the titles and numbers of the plan, sections and rows of tables alike. A section that is
named gives its owners to all tasks below it. What nothing in the plan is called stays with the chapter, and is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.width import fold_width
from ingest.clauses.assigned import WORDS as _WORDS
from ingest.clauses.assigned import Assigned, read_assigned
from ingest.clauses.clause import Clause, Owner
from ingest.clauses.locate import Located
from ingest.clauses.quotes import Quote, QuotedOwner, quote_owners
from ingest.clauses.unread import UnreadTrigger
from ingest.document.outline import Section
from ingest.document.task_tables import TaskRow
from ingest.language.item_numbers import RANKS
from ingest.language.numerals import chinese_number
from ingest.tasks.duty_lists import announces_duties

__all__ = ["BY_NAME", "ByName", "Given", "Said"]

#: What `parse --explain` says of such an owner.
BY_NAME = "task by name"

_KIND = re.compile(rf"{_WORDS.pattern('named.kind')}$")
_START = re.compile(rf"^{_WORDS.pattern('named.start')}(?=.{{2}})")
_TITLE_STOP = re.compile(r"[:,;。(]")
_JOINED = re.compile(r"[、,]|(?:以及|和|与|及)")
_HAN = "[一二三四五六七八九十]{1,3}"
_PLAN = re.compile(rf"{_WORDS.pattern('named.plan')}{{0,6}}")
_NUMBER = re.compile(rf"第?\s?(?P<open>\()?(?P<value>{_HAN}|\d{{1,3}})\)?(?P<unit>部分|[章节条项点款类])?")
_COUNTED = re.compile(rf"(?P<many>{_HAN}|[两几]|\d{{1,3}})[项条个].*")
_BETWEEN = re.compile(r"(?P<range>至|到|-|—|–|~)|[、,]|和|与|及")
_ITEM = re.compile(rf"{_WORDS.pattern('named.item')}{{0,3}}")
_RANKS_OF_ITEMS = {"digits", "decimal", "named", "digits_in", "half", "circled", "条"}
_CHAPTERS = {"han", "章", "节", "部分"}
_LEAST = 2


@dataclass(frozen=True)
class Said:
    """What one sentence says for a task: its clause and where it stands."""

    clause: Clause
    quote: Quote

    def owners(self, *, inherited: bool) -> tuple[QuotedOwner, ...]:
        """Return the owners that it gives."""
        return quote_owners(self.clause.owners, self.quote, inherited=inherited)


@dataclass(frozen=True, kw_only=True)
class Given:
    """What the text of a section gives away.

    Attributes
    ----------
    taken : tuple of (int, int)
        Where in its passage the sentences stand that give a task to somebody.
    parts : tuple of Located
        What nothing in the plan is called: parts of the section itself.
    titles : dict
        In a list of duties, what each part is to do, by where it begins.
    unmatched : tuple of UnreadTrigger
        Names and numbers that no task has.
    only : bool
        Whether the section says nothing else.
    """

    taken: tuple[tuple[int, int], ...] = ()
    parts: tuple[Located, ...] = ()
    titles: Mapping[int, str] = field(default_factory=dict)
    unmatched: tuple[UnreadTrigger, ...] = ()
    only: bool = False

    def without(self, found: Sequence[Located]) -> list[Located]:
        """Return those of the clauses of the section that say nothing for other tasks."""
        return [each for each in found if not any(start < each.end and each.start < end for start, end in self.taken)]

    def with_parts(self, found: Sequence[Located]) -> list[Located]:
        """Return the clauses of the section and its parts in text order."""
        parts = [
            part for part in self.parts if not any(part.start < each.end and each.start < part.end for each in found)
        ]
        return sorted([*found, *parts], key=lambda located: located.start)

    def empties(self, section: Section) -> bool:
        """Return whether nothing is left to do in a section: a chapter that gives away its tasks is none itself."""
        return bool(self.taken) and not self.parts and (self.only or section.rank < RANKS["han_in"])


_NOTHING = Given()


class ByName:
    """The tasks of one plan by name and number, and what its sentences say for them.

    Parameters
    ----------
    sections
        The sections of the plan in document order, each with the rows of its tables.
    general
        Those in which nobody has a task, which are no answer to any name.
    """

    def __init__(self, sections: Sequence[tuple[Section, Sequence[TaskRow]]], general: Iterable[Section] = ()) -> None:
        left_out = set(map(id, general))
        self._sections = [section for section, _ in sections]
        self._called: defaultdict[str, list[int]] = defaultdict(list)
        self._with_value: defaultdict[int, list[int]] = defaultdict(list)
        self._rows: defaultdict[str, list[TaskRow]] = defaultdict(list)
        self._rows_with_number: defaultdict[str, list[TaskRow]] = defaultdict(list)
        for at, (section, rows) in enumerate(sections):
            if section.marker and section.marker.kind != "annex" and id(section) not in left_out:
                self._with_value[section.marker.value].append(at)
                for key in _keys(section.title):
                    self._called[key].append(at)
            for row in rows:
                self._rows_with_number[row.number.rpartition("/")[2]].append(row)
                for key in _keys(row.title):
                    self._rows[key].append(row)
        self._beneath: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(self._sections)):
            self._beneath[self._above(at)].append(at)
        self._values = {section.path: section.marker.value for section in self._sections if section.marker}
        self._of_section: defaultdict[int, list[Said]] = defaultdict(list)
        self._of_row: defaultdict[int, list[Said]] = defaultdict(list)
        self._given = {at: given for at in range(len(sections)) if (given := self._read(at))}
        self._at = {id(section): at for at, section in enumerate(self._sections)}

    def given(self, section: Section) -> Given:
        """Return what a section gives away."""
        return self._given.get(self._at[id(section)], _NOTHING)

    def said_of(self, section: Section) -> Sequence[Said]:
        """Return what other sections say for this one."""
        return self._of_section.get(self._at[id(section)], ())

    def said_of_row(self, row: TaskRow) -> Sequence[Said]:
        """Return what sections say for a row of a table."""
        return self._of_row.get(id(row), ())

    def _read(self, at: int) -> Given | None:
        section = self._sections[at]
        if not section.body or any(paragraph.table for paragraph in section.body):
            return None
        passage = section.passage
        begin = section.marker.end if section.marker else 0
        duties = announces_duties(section)
        named = [(each, self._named(at, each, duties=duties)) for each in read_assigned(passage.text, begin)]
        taken: list[tuple[int, int]] = []
        for each, places in named:
            quote = Quote(passage.text[each.start : each.end], passage.cut(each.start, each.end))
            for nth, place in enumerate(places):
                self._take(place, Said(_shared(each.clause, nth, len(places)), quote))
            if places:
                taken.append((each.start, each.end))
        others = [each for each, places in named if not places and each.sure]
        read = [each for each, places in named if places or each.sure]
        only = bool(named) and _nothing_else(passage.folded, begin, read)
        parts = others if not section.numbered and (taken or only or duties) else []
        told = [each for each in others if taken or _numbers(each.names)]
        if not (taken or parts or told):
            return None
        return Given(
            taken=tuple(taken),
            parts=tuple(Located(each.start if duties else each.said, each.end, each.clause) for each in parts),
            titles={each.start: each.names for each in parts} if duties else {},
            unmatched=tuple(UnreadTrigger(each.names, 0, None, each.start, each.end) for each in told),
            only=only,
        )

    def _take(self, place: int | TaskRow, said: Said) -> None:
        if isinstance(place, TaskRow):
            self._of_row[id(place)].append(said)
        else:
            self._of_section[place].append(said)

    def _named(self, at: int, said: Assigned, *, duties: bool) -> list[int | TaskRow]:
        """Return the sections and rows that a sentence names, all of them or none.

        A list of duties begins with agencies too; there, and before the tasks, 市民政局负责养老助餐 names no task.
        """
        if said.agencies_first and duties:
            return []
        numbers = _numbers(said.names)
        items = self._beneath[self._above(at)]
        # What stands below the words of the last item of a chapter may speak of all of them.
        last = (
            items[-1] == at and self._kind(at) in _RANKS_OF_ITEMS and said.start > len(self._sections[at].body[0].text)
        )
        counted = _COUNTED.fullmatch(re.sub(r"\s", "", fold_width(said.names))) if last else None
        if counted:
            # 以上2项工作 below the last of three items are the last two of them; what all of them are, outlines tell.
            many = chinese_number(counted["many"]) or len(items)
            places: list[int | TaskRow] = [*items[-many:]] if many < len(items) else []
        elif numbers:
            found = [self._beside(at, *number) if last else self._numbered(at, *number) for number in numbers]
            places = [place for place in found if place is not None] if None not in found else []
        else:
            whole = self._called_so(at, said.names)
            places = [whole] if whole is not None else self._listed(at, said.names)
        early = any(isinstance(place, int) and place > at for place in places)
        return [] if early and not said.sure else places

    def _listed(self, at: int, names: str) -> list[int | TaskRow]:
        """Return what a list names; a name may itself hold 、 or 和, so the longest is tried first."""
        folded = fold_width(names)
        cuts = [(cut.start(), cut.end()) for cut in _JOINED.finditer(folded)] + [(len(folded), len(folded))]
        found: list[int | TaskRow] = []
        begin = 0
        while begin < len(folded):
            for stop, behind in reversed([cut for cut in cuts if cut[0] > begin]):
                place = self._called_so(at, names[begin:stop])
                if place is not None:
                    found.append(place)
                    begin = behind if behind > stop else len(folded)
                    break
            else:
                return []
        return found

    def _called_so(self, at: int, name: str) -> int | TaskRow | None:
        """Return the one section or row that has a name, or None if none has it, or several."""
        own = self._sections[at]
        for key in _keys(name, short=False):
            sections = [each for each in dict.fromkeys(self._called.get(key, ())) if self._other(each, own)]
            rows = self._rows.get(key, ())
            if len(sections) == 1:
                return sections[0]
            if not sections and len(rows) == 1:
                return rows[0]
        return None

    def _other(self, at: int, own: Section) -> bool:
        return self._sections[at] is not own and not own.path.startswith(f"{self._sections[at].path}/")

    def _numbered(self, at: int, above: tuple[int, ...], value: int, kind: str) -> int | TaskRow | None:
        """Return the one item with a number, below chapters with other numbers if some are given."""
        own = self._sections[at]
        items = [each for each in self._with_value.get(value, ()) if self._other(each, own)]
        if above:
            items = [each for each in items if self._below(each, above)]
        kinds = [_CHAPTERS] if kind == "chapter" else [{kind}] if kind else [_RANKS_OF_ITEMS, {"han_in"}, _CHAPTERS]
        for wanted in kinds:
            fits = [each for each in items if self._kind(each) in wanted]
            if len(fits) == 1:
                return fits[0]
            if fits:
                return None
        rows = [] if above or kind else self._rows_with_number.get(str(value), ())
        return rows[0] if len(rows) == 1 else None

    def _beside(self, at: int, above: tuple[int, ...], value: int, kind: str) -> int | TaskRow | None:
        """Return the item of the same chapter with a number, and where it has none the one that the plan has."""
        fits = [
            each
            for each in self._with_value.get(value, ())
            if not above and self._above(each) == self._above(at) and self._kind(each) == (kind or self._kind(at))
        ]
        return fits[0] if len(fits) == 1 else self._numbered(at, above, value, kind)

    def _above(self, at: int) -> str:
        return self._sections[at].path.rpartition("/")[0]

    def _kind(self, at: int) -> str:
        marker = self._sections[at].marker
        return marker.kind if marker else ""

    def _below(self, at: int, above: tuple[int, ...]) -> bool:
        """Return whether the numbers of the sections above one end in some values."""
        steps = self._sections[at].path.split("/")[:-1]
        values = [self._values.get("/".join(steps[: step + 1]), 0) for step in range(len(steps))]
        return tuple(values[-len(above) :]) == above or tuple(values[: len(above)]) == above


def _nothing_else(folded: str, begin: int, found: Sequence[Assigned]) -> bool:
    """Return whether a text holds nothing but sentences that give something to agencies, and words such as 其中."""
    at, rest = begin, ""
    for each in found:
        rest += folded[at : each.start]
        at = max(at, each.end)
    rest += folded[at:]
    return re.sub(rf"{_WORDS.pattern('named.before')}|[\s\W]", "", rest) == ""


def _shared(clause: Clause, nth: int, of: int) -> Clause:
    """Return what a clause says for the nth of the tasks it names: 甲、乙分别由X、Y负责 gives each its own."""
    owners: Sequence[Owner] = clause.owners
    if of > 1 and len(owners) == of and "分别由" in clause.text:
        owners = [replace(owners[nth], role="lead")]
    return replace(clause, owners=tuple(map(_explicit, owners)))


def _explicit(owner: Owner) -> Owner:
    """Return an owner with the basis of a sentence that gives a task to it by name."""
    basis = "explicit" if owner.role in ("lead", "support") else owner.basis
    return replace(owner, basis=basis, rule=BY_NAME)


_NO_WORD = re.compile(r"\W")


def _keys(title: str, *, short: bool = True) -> list[str]:
    """Return what a title is found by: its words, with and without the kind behind them and a verb before them.

    Examples
    --------
    >>> _keys("实施“夜市提升”行动")
    ['实施夜市提升行动', '实施夜市提升', '夜市提升行动', '夜市提升']
    """
    folded = fold_width(title)
    texts = [folded]
    stop = _TITLE_STOP.search(folded)
    if short and stop and stop.start() >= _LEAST:
        texts.append(folded[: stop.start()])
    keys: list[str] = []
    for text in texts:
        bare = _NO_WORD.sub("", text)
        without = _KIND.sub("", bare)
        keys += [bare, without, _START.sub("", bare), _START.sub("", without)]
    return [key for key in dict.fromkeys(keys) if len(key) >= _LEAST]


def _numbers(names: str) -> list[tuple[tuple[int, ...], int, str]]:
    """Return the numbers that some words are, each with those of the chapters above it and its kind if that is told.

    Examples
    --------
    >>> _numbers("本方案第3、4项任务"), _numbers("第二部分第（一）项"), _numbers("第1至3项"), _numbers("第二部分"), _numbers("三防工作")
    ([((), 3, ''), ((), 4, '')], [((2,), 1, 'han_in')], [((), 1, ''), ((), 2, ''), ((), 3, '')], [((), 2, 'chapter')], [])
    """
    folded = re.sub(r"\s", "", fold_width(names))
    prefix = _PLAN.match(folded)
    at = prefix.end() if prefix else 0
    if _COUNTED.fullmatch(folded, at):
        # 以上2项工作 are two of them, and not the second.
        return []
    told = "第" in folded or "项" in folded or folded[at : at + 1] == "(" or folded[:at].endswith(("任务", "序号"))
    found: list[tuple[tuple[int, ...], int, str]] = []
    above: tuple[int, ...] = ()
    span = False
    while told and at < len(folded):
        again = _PLAN.match(folded, at)
        number = _NUMBER.match(folded, again.end() if again else at)
        value = chinese_number(number["value"]) if number else None
        if number is None or value is None:
            break
        at = number.end()
        between = _BETWEEN.match(folded, at)
        following = folded[at : at + 1]
        if (
            number["unit"] in ("部分", "章", "节")
            and not between
            and (following in ("第", "(", "的", "中") or following.isdigit())
        ):
            above = (*above, value)
            at += following in ("的", "中")
            continue
        kind = "han_in" if number["open"] and not number["value"].isdigit() else ""
        kind = "chapter" if number["unit"] in ("部分", "章", "节") else kind
        if span and found:
            found += [(above, each, kind) for each in range(found[-1][1] + 1, value)]
        found.append((above, value, kind))
        span = bool(between and between["range"])
        at = between.end() if between else at
        if not between and following != "(":
            break
    rest = _ITEM.match(folded, at)
    return found if found and rest and rest.end() == len(folded) else []
