"""What an office reports back about a task: the record that travels from a returned sheet to a store.

A report is known by what it says, not by where it was read, so taking in the same file twice changes nothing.
What holds of a record by itself is checked here (`ProgressReport.check`); whether its task is there, a store knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, get_args

from graph.errors import SchemaError
from graph.messages import Message, _
from graph.model.identity import make_id

__all__ = ["STATES", "ProgressReport", "State"]

State = Literal["not_started", "under_way", "done", "blocked", ""]

#: What an office may say of a task, in Chinese and English; nothing for one that says nothing of it.
STATES: dict[State, tuple[str, str]] = {
    "not_started": ("未开展", "not started"),
    "under_way": ("推进中", "under way"),
    "done": ("已完成", "done"),
    "blocked": ("受阻", "blocked"),
}

_QUARTER = re.compile(r"[0-9]{4}Q[1-4] \S", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class ProgressReport:
    """What one office reported about one task at one time.

    Attributes
    ----------
    task_id, plan_id
        Ids in the store.
    agency_id, agency
        Who reports: id and name; empty where a sheet names nobody.
    said
        What was done, verbatim (进展情况).
    state
        What the office chose (完成状态): a key of `STATES`; empty where it chose nothing.
    share
        How much is done, in percent (完成比例).
    person, phone
        Whom to ask (责任人, 联系电话).
    updated
        When it was written (更新日期), YYYY-MM-DD; empty where no date is given.
    quarters
        What was said of each period, in order, each text led by its period: ``2026Q1 完成选址``.
    file, sheet, row
        Where it was read: name of the file, of the sheet, and the line of the sheet, from 1.
    """

    task_id: str
    plan_id: str
    agency_id: str
    agency: str
    said: str
    state: str
    share: float | None
    person: str
    phone: str
    updated: str
    quarters: tuple[str, ...]
    file: str
    sheet: str
    row: int

    @property
    def id(self) -> str:
        """The id of the report: a hash of what it says and of which task, whatever file it stands in."""
        return make_id(
            "Progress",
            self.task_id,
            self.plan_id,
            self.agency_id,
            self.agency,
            self.said,
            self.state,
            "" if self.share is None else repr(float(self.share)),
            self.person,
            self.phone,
            self.updated,
            *self.quarters,
        )

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was filled in."""
        written = (self.said, self.person, self.phone, self.updated, *self.quarters)
        return not self.state and self.share is None and not any(text.strip() for text in written)

    def check(self) -> None:
        """Raise `SchemaError` with the first thing that no report may say.

        Raises
        ------
        SchemaError
            If no task is named, the state, share, date or a quarter is not one that can be, a text holds half a
            surrogate pair, or nothing is reported at all.

        Examples
        --------
        >>> report = ProgressReport(
        ...     task_id="task-1", plan_id="plan-1", agency_id="", agency="", said="已选址", state="under_way", share=130,
        ...     person="", phone="", updated="", quarters=(), file="甲.xlsx", sheet="任务", row=4,
        ... )
        >>> report.check()
        Traceback (most recent call last):
        graph.errors.SchemaError: the share done is 130; give a percentage from 0 to 100
        """
        for problem in self._problems():
            raise SchemaError(problem)

    def _problems(self) -> Iterator[Message]:
        if not self.task_id or not self.plan_id:
            yield _("没有任务标识或方案标识，无法对应到任务；请用 zerentu sheets 下发的表格填报")
        if self.agency_id and not self.agency:
            yield _("有单位标识却没有单位名称")
        if self.state not in get_args(State):
            states = [zh for zh, _en in STATES.values()]
            yield _("完成状态 {state!r} 不在可选项中；请选 {states}", state=self.state, states=states)
        if self.share is not None and not (math.isfinite(self.share) and 0 <= self.share <= 100):
            yield _("完成比例是 {share}；请填 0 到 100 之间的百分数", share=self.share)
        if self.updated and not _is_day(self.updated):
            yield _("更新日期 {updated!r} 不是日期；请写成 2026-03-31", updated=self.updated)
        for quarter in self.quarters:
            if not _QUARTER.match(quarter):
                yield _("季度进展 {quarter!r} 没有写明季度或内容；应如 2026Q1 已完成选址", quarter=quarter)
        for each in fields(self):
            value = getattr(self, each.name)
            if not all(_is_text(text) for text in (value if isinstance(value, tuple) else (value,))):
                yield _("{name} 中有不成对的代理字符，不是文本", name=each.name)
        if self.says_nothing:
            yield _("没有填写任何进展")


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
