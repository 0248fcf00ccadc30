"""What the columns of a table are called, and which of them say who answers, what is to be done, and by when.

Offices name columns as they like: 责任单位, 建议责任单位（省级部门）, 负责考核部门, 国家部委. What a header says of responsibility
decides its role; which column holds the task, the rows decide: its cells differ from row to row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.width import fold_width
from ingest.clauses.declarations import FIRST_LEADS
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import deadline_label, label_role, names_person
from ingest.language.paragraphs import Paragraph

__all__ = [
    "LISTED",
    "Columns",
    "cells_of",
    "column_name",
    "is_indicator_header",
    "is_other_header",
    "names_columns",
    "owner_label",
    "read_header",
]

_NUMBER = re.compile(r"序\s?号|编\s?号|序|项目编号|任务编号")
#: What is to be done, by the names that offices give it.
_TASK = re.compile(
    r"任务|举措|措施|事项|要点|工作|项目|清单|职责|内容|路径|诉求|问题|工程|活动|行动|目标任务|数据集|场景|要求|考核|整改|名称"
)
#: What a row says besides: kind, origin, points, state, money. Never the title of a task.
_BESIDE = re.compile(
    r"类别|分类|类型|领域|来源|备注|说明|分值|得分|评分|标准|进展|状态|情况|业主|投资|资金|地点|金额|领导|联系|电话|姓名|职务|等级|序列|建设主体|年度|单位名称"
)
_INDICATOR = re.compile(r"指标|目标值")
_NO_INDICATOR = re.compile(r"考核指标|评价指标|考评指标")
_WHEN = re.compile(r"时限|时间|期限|进度|日期|节点")
_LONGEST_HEADER = 30
#: Headers that mean a label only because they head a column.
_SHORT = {
    "单位": "责任单位",
    "部门": "责任部门",
    "责任": "责任单位",
    "牵头": "牵头单位",
    "主办": "主办单位",
    "协办": "协办单位",
    "配合": "配合单位",
    "落实": "落实单位",
    "成员单位": "责任单位",
    "市直部门": "责任部门",
    "县直部门": "责任部门",
    "责任县区": "责任单位",
    "责任县(市、区)": "责任单位",
}
_OFFICES = re.compile(r"(?:科室|处室|股室|内设机构)$")
_ENDING = r"(?:单位|部门|主体|机构|处室|科室|股室|部委|厅局|委办局|局委|乡镇|镇街|镇办|县区|区县|县\(市、?区\)|企业|领导|责任人|负责人|人)"
#: A header ends in the word for a body, several joined by 和, / or the like: 牵头单位/部门, 责任单位及责任人.
_ENDS_IN_BODY = re.compile(rf"{_ENDING}(?:(?:和|及|与|、|/|或).{{0,6}}{_ENDING})*\d?$")
#: Who answers by a header's own words, the surest first; a header with several says in each cell who has which.
_ROLES = (
    (re.compile(r"责任|负责|承担|主责"), "责任单位"),
    (re.compile(r"牵头|主办"), "牵头单位"),
    (re.compile(r"配合|协办|协助|协同|参与|参加|协作"), "配合单位"),
    (re.compile(r"督导|指导|监督|验收|督办"), "指导单位"),
)
_CARRIES_OUT = re.compile(r"落实|实施|承办|执行|推进")
#: Levels of bodies as columns of a table of matters: they are listed, none of them is said to lead.
_LEVELS = re.compile(r"(?:国家|中央|省级|省直|市级|市直|县级|县直|区级|区直|有关|相关)?(?:部委|部门|厅局|委办局)")
LISTED = "国家部委"


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
    if any(len(name) > _LONGEST_HEADER for name in names) or any(map(_is_indicator, names)):
        return None
    owners = _owner_columns(names)
    if not owners or any(lists_bodies(name) and "、" in name for name in names):
        return None
    number = next((at for at, name in enumerate(names) if _NUMBER.fullmatch(name)), None)
    deadline = next(
        (at for at, name in enumerate(names) if at not in owners and (deadline_label(name) or _WHEN.search(name))), None
    )
    free = [at for at, name in enumerate(names) if name and at not in owners and at not in (number, deadline)]
    named = [
        at for at in free if _TASK.search(names[at]) and not _BESIDE.search(names[at]) and not _WHEN.search(names[at])
    ]
    beside = [at for at in free if at not in named and not _BESIDE.search(names[at]) and not owner_label(names[at])]
    if not named:
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
    return {at: label for at, label in agencies.items() if not _OFFICES.search(names[at])} or agencies


def owner_label(name: str) -> str:
    """Return the label that a header means, or ``""`` if it says nothing of who answers.

    Examples
    --------
    >>> [owner_label(name) for name in ("牵头单位(责任领导)", "建议责任单位(省级部门)", "负责考核部门", "省级部门", "项目业主")]
    ['牵头单位', '责任单位', '责任单位', '国家部委', '']
    """
    plain = re.sub(r"\(.*?\)|及责任人|及其?负责人|(?<=..)(?<!^单位)(?<!^部门)名称$", "", name)
    if plain in _SHORT:
        return _SHORT[plain]
    if label_role(plain) and len(plain) > 2:
        return plain
    if not _ENDS_IN_BODY.search(plain):
        return ""
    if _LEVELS.fullmatch(plain):
        return LISTED
    said = [label for pattern, label in _ROLES if pattern.search(plain)]
    if not said:
        return "责任单位" if _CARRIES_OUT.search(plain) else ""
    several = {label_role(label) for label in said}
    return "责任单位" if len(several) > 1 else said[0]


def names_columns(cells: Sequence[str]) -> bool:
    """Return whether every cell of a row is the name of a column of responsibility or of deadlines."""
    filled = [column_name(cell) for cell in cells if cell]
    return bool(filled) and all(owner_label(cell) or deadline_label(cell) for cell in filled)


def is_indicator_header(cells: Sequence[str]) -> bool:
    """Return whether a row heads an indicator table (指标表), whose rows are targets and no tasks."""
    names = list(map(column_name, cells))
    marked = any(owner_label(name) or _NUMBER.fullmatch(name) for name in names)
    return marked and all(len(name) <= _LONGEST_HEADER for name in names) and any(map(_is_indicator, names))


def _is_indicator(name: str) -> bool:
    return _INDICATOR.search(name) is not None and _NO_INDICATOR.search(name) is None


_PERSONAL = re.compile(r"姓名|电话|手机|邮箱|职务|职称|联系")
_OTHER = re.compile(r"序号|编号|姓名|电话|联系|职务|单位|名称|类别|地址|备注|手机|邮箱|日期|数量|金额")


def is_other_header(cells: Sequence[str], *, fresh: bool) -> bool:
    """Return whether a row heads a table of another kind, such as a list of contacts: names of columns, none of a task.

    `fresh` means that something stands between it and the row before; a list of persons needs no such sign.
    """
    names = [column_name(cell) for cell in cells if cell.strip()]
    short = len(names) > 1 and all(len(name) <= 8 and not re.search(r"[0-9。、]", name) for name in names)
    pattern = _OTHER if fresh else _PERSONAL
    return short and sum(pattern.search(name) is not None for name in names) > 1 and read_header(cells) is None
