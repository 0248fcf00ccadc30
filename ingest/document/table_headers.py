"""What the columns of a table are called, and which of them say who answers, what is to be done, and by when.

Offices name columns as they like: 责任单位, 建议责任单位（省级部门）, 负责考核部门, 国家部委. What a header says of responsibility
decides its role; which column holds the task, the rows decide: its cells differ from row to row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.agencies.lexicon import remembered
from graph.agencies.word_tables import words_of
from graph.width import fold_width
from graph.words import Table
from ingest.clauses.declarations import FIRST_LEADS
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import deadline_label, label_role, names_person
from ingest.language.paragraphs import Paragraph

__all__ = [
    "LISTED",
    "ROW_NUMBER",
    "Columns",
    "cells_of",
    "column_name",
    "ends_in_body",
    "is_indicator_header",
    "is_office_header",
    "is_other_header",
    "is_sum",
    "names_columns",
    "names_deadline",
    "names_number",
    "owner_label",
    "read_header",
]

_WORDS = Table(__file__, "table_headers")
#: 序号, 提案编号
_NUMBER = re.compile(rf"{_WORDS.pattern('number')}|[一-鿿]{{2,4}}[编序]号")
_TASK = re.compile(_WORDS.pattern("task"))
_BESIDE = re.compile(_WORDS.pattern("beside"))
_INDICATOR = re.compile(_WORDS.pattern("indicator", "value"))
_MATTER, _VALUE = re.compile(_WORDS.pattern("matter")), re.compile(_WORDS.pattern("value"))
_NO_INDICATOR = re.compile(_WORDS.pattern("no_indicator"))
_WHEN = re.compile(_WORDS.pattern("when"))
_PERSONAL = re.compile(_WORDS.pattern("person"))
_OTHER = re.compile(_WORDS.pattern("other"))
_LONGEST_HEADER = 30
#: The number of a row: 3, （3）, 3.1.
ROW_NUMBER = re.compile(r"[（(]?\d{1,4}(?:[.\-]\d{1,3}){0,2}[)）]?[、.．]?")
_SUM = re.compile(rf"{_WORDS.pattern('sum')}[\d项个条件:：]*")
_SHORT = _WORDS.meanings("short")
_OFFICES = _WORDS.texts("office")
#: A header ends in the word for a body, several joined by 和, / or the like: 牵头单位/部门, 责任单位及责任人.
_ENDS_IN_BODY = re.compile(
    rf"{_WORDS.pattern('body')}(?:{_WORDS.pattern('joint')}.{{0,6}}{_WORDS.pattern('body')})*\d?$"
)
#: What names a column, though it reads like a body or a post of one: 责任单位, 市级河长.
_ENDS_IN_NAME = re.compile(rf"{_WORDS.pattern('body')}\d?$|{words_of('kinds', 'post_end')}$")
#: Word to label, the surest first; a header with several says in each cell who has which.
_ROLES = _WORDS.meanings("role")
#: A column whose header has one of these holds owners beyond doubt, whatever the column of tasks is called.
_SAYS_WHO = re.compile(_WORDS.pattern("says_who"))
_CARRIES_OUT = re.compile(_WORDS.pattern("carries_out"))
#: Levels of bodies as columns of a table of matters: they are listed, none of them is said to lead.
_LEVELS = re.compile(rf"{_WORDS.pattern('level_before')}?{_WORDS.pattern('level')}?{_WORDS.pattern('level_body')}")
#: What a header says beside who answers: an aside in brackets, 及责任人, 名称; 单位名称 is another column.
_ASIDE = re.compile(
    rf"\(.*?\)|{_WORDS.pattern('aside')}|(?<=..){''.join(f'(?<!^{w})' for w in _WORDS.texts('kind_of_name'))}名称$"
)
LISTED = "国家部委"
_SHORTEST_BODY = 2


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What the columns of a task table mean.

    Attributes
    ----------
    number, deadline : int or None
        Where the row's number and its deadline stand.
    tasks : tuple of int
        Columns that may say what is to be done, the likeliest first.
    owners : dict
        By column the label that its header means.
    names : tuple of str
        The headers, folded; empty for a table without header.
    first_leads : bool
        True where the header declares that the first agency of a cell leads.
    """

    number: int | None
    tasks: tuple[int, ...]
    owners: dict[int, str]
    deadline: int | None
    names: tuple[str, ...]
    first_leads: bool

    @property
    def task(self) -> int:
        """The likeliest column of tasks."""
        return self.tasks[0]


def cells_of(paragraph: Paragraph) -> list[str]:
    """Return the cells of a table line without blanks at their ends."""
    return [cell.strip() for cell in paragraph.text.split("\t")]


@lru_cache(maxsize=4096)
def column_name(cell: str) -> str:
    """Return a header as columns are told by: in half width, without blanks."""
    return "".join(fold_width(cell).split())


def read_header(cells: Sequence[str]) -> Columns | None:
    """Return what the columns of a header row mean, or None if the row is no header of a task table."""
    names = tuple(column_name(cell) for cell in cells)
    return None if any(len(name) > _LONGEST_HEADER for name in names) else _columns(names)


@remembered
def _columns(names: tuple[str, ...]) -> Columns | None:
    """Return what the columns of a header row with these names mean: each row is asked several times, and none changes."""
    if _has_indicators(names):
        return None
    owners = _owner_columns(names)
    # A cell of a header names a column, never an agency: 责任单位 | 市教育局 is a line of a card. 属地 is a column of places.
    if not owners or any(
        len(name) > _SHORTEST_BODY
        and lists_bodies(name)
        and ("、" in name or not (owner_label(name) or _ENDS_IN_NAME.search(name)))
        for name in names
    ):
        return None
    number = next((at for at, name in enumerate(names) if names_number(name)), None)
    deadline = next((at for at, name in enumerate(names) if at not in owners and names_deadline(name)), None)
    free = [at for at, name in enumerate(names) if name and at not in owners and at not in (number, deadline)]
    named = [
        at for at in free if _TASK.search(names[at]) and not _BESIDE.search(names[at]) and not _WHEN.search(names[at])
    ]
    beside = [at for at in free if at not in named and not _BESIDE.search(names[at]) and not owner_label(names[at])]
    if not named and not any(map(_SAYS_WHO.search, names)):
        return None
    sure = number is not None or any(_SAYS_WHO.search(name) and _ENDS_IN_BODY.search(name) for name in names)
    if not named and (not sure or (number is None and any(map(_PERSONAL.search, names)))):
        return None  # 责任单位 | 联系人 | 电话
    if not named and not beside:
        return None
    return Columns(
        number=number,
        tasks=(*named, *beside),
        owners=owners,
        deadline=deadline,
        names=names,
        first_leads=any(FIRST_LEADS.search(name) for name in names),
    )


def _owner_columns(names: Sequence[str]) -> dict[int, str]:
    """Return the columns that say who answers: agencies before their offices and people."""
    found = {at: label for at, name in enumerate(names) if (label := owner_label(name))}
    agencies = {at: label for at, label in found.items() if not names_person(label)} or found
    agencies = {at: label for at, label in agencies.items() if not names[at].endswith(_OFFICES)} or agencies
    # 成员单位 | 职责分工: beside a column of agencies what is divided among them is the task.
    units = {at: label for at, label in agencies.items() if not names[at].endswith("分工")}
    if units and not any(_TASK.search(name) for at, name in enumerate(names) if at not in agencies):
        return units
    return agencies


@remembered
def owner_label(name: str) -> str:
    """Return the label that a header means, or ``""`` if it says nothing of who answers.

    Examples
    --------
    >>> [owner_label(name) for name in ("牵头单位(责任领导)", "建议责任单位(省级部门)", "负责考核部门", "省级部门", "项目业主")]
    ['牵头单位', '责任单位', '责任单位', '国家部委', '']
    """
    plain = _ASIDE.sub("", name)
    if plain in _SHORT:
        return _SHORT[plain]
    if (role := label_role(plain)) and len(plain) > 2:
        # In a ledger whoever carries a matter out answers for it.
        return "责任单位" if role == "implement" else plain
    if not _ENDS_IN_BODY.search(plain):
        return ""
    if _LEVELS.fullmatch(plain):
        return LISTED
    said = list(dict.fromkeys(label for word, label in _ROLES.items() if word in plain and f"被{word}" not in plain))
    if not said:
        return "责任单位" if _CARRIES_OUT.search(plain) else ""
    several = {label_role(label) for label in said}
    return "责任单位" if len(several) > 1 else said[0]


def ends_in_body(name: str) -> bool:
    """Return whether a header ends in a word for bodies or for people in them: 服务单位, 责任领导."""
    return _ENDS_IN_BODY.search(name) is not None


def is_office_header(name: str) -> bool:
    """Return whether a header names offices within a body, whose words are kept and who are no owners beside one."""
    return name.endswith(_OFFICES)


def names_columns(cells: Sequence[str]) -> bool:
    """Return whether every cell of a row is the name of a column of responsibility or of deadlines."""
    filled = [column_name(cell) for cell in cells if cell]
    return bool(filled) and all(owner_label(cell) or deadline_label(cell) for cell in filled)


def is_indicator_header(cells: Sequence[str]) -> bool:
    """Return whether a row heads an indicator table (指标表), whose rows are targets and no tasks."""
    names = list(map(column_name, cells))
    marked = any(owner_label(name) or names_number(name) for name in names)
    return marked and all(len(name) <= _LONGEST_HEADER for name in names) and _has_indicators(names)


def _has_indicators(names: Sequence[str]) -> bool:
    """Return whether a header is that of an indicator table; 目标值 beside a column 任务 says what is reached by a task."""
    tasks = any(_MATTER.search(name) for name in names)
    return any(_is_indicator(name) and not (tasks and _VALUE.search(name)) for name in names)


def _is_indicator(name: str) -> bool:
    return _INDICATOR.search(name) is not None and _NO_INDICATOR.search(name) is None


@remembered
def names_deadline(name: str) -> bool:
    """Return whether the header of a column says that it holds deadlines."""
    return deadline_label(name) or _WHEN.search(name) is not None


def names_number(name: str) -> bool:
    """Return whether the header of a column says that it holds the numbers of the rows."""
    return _NUMBER.fullmatch(name) is not None


def is_sum(cells: Sequence[str]) -> bool:
    """Return whether a row is a sum: 合计, 小计 and the like in its first cell besides its number."""
    first = next((cell for cell in cells if cell and not ROW_NUMBER.fullmatch(cell)), "")
    return _SUM.fullmatch("".join(first.split())) is not None


def is_other_header(cells: Sequence[str], *, fresh: bool) -> bool:
    """Return whether a row heads a table of another kind, such as a list of contacts: names of columns, none of a task.

    `fresh` means that something stands between it and the row before; a list of persons needs no such sign.
    """
    names = [column_name(cell) for cell in cells if cell.strip()]
    short = len(names) > 1 and all(len(name) <= 8 and not re.search(r"[0-9。、]", name) for name in names)
    pattern = _OTHER if fresh else _PERSONAL
    return short and sum(pattern.search(name) is not None for name in names) > 1 and read_header(cells) is None
