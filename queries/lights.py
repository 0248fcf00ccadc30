"""The light of a task: red for overdue, yellow for due soon or behind, green for done or on time, grey for no report.

A pure function of what is known of a task on a day, with the reasons in words, so that nobody has to guess why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from graph.messages import Message, _

__all__ = ["LIGHTS", "SOON", "Light", "Standing", "light_of", "state_words"]

Light = Literal["red", "yellow", "green", "grey"]

#: Lights in the order of how urgent they are.
LIGHTS: tuple[Light, ...] = get_args(Light)
#: A task is due soon if it is due within so many days.
SOON = 30


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is known of a task.

    Attributes
    ----------
    due : date or None
        The last day that meets its deadline.
    derived : bool
        Whether that day is implied (“十四五”末) and not written.
    start : date or None
        The day from which time is counted: that on which the plan was issued.
    interim : tuple of date
        Days of its targets before it is due.
    reported : date or None
        Day of the report in force, None if there is none.
    state, share
        What that report says; empty and None where it leaves them open.
    others : tuple of (str, str)
        Other agencies with the state that they report, where it is another one.
    """

    due: date | None = None
    derived: bool = False
    start: date | None = None
    interim: tuple[date, ...] = ()
    reported: date | None = None
    state: str = ""
    share: float | None = None
    others: tuple[tuple[str, str], ...] = ()

    @property
    def done(self) -> bool:
        """Whether it is reported as done; a share of 100 says so only where no state was chosen."""
        return self.state == "done" or (not self.state and self.share == 100)

    def time_passed(self, day: date) -> float | None:
        """Return how much of the time from start to deadline has passed on a day, in percent, if both are known."""
        if self.start is None or self.due is None or self.due <= self.start:
            return None
        return 100 * min(max((day - self.start).days / (self.due - self.start).days, 0), 1)


_STATES = {
    "not_started": _("未开展"),
    "under_way": _("推进中"),
    "done": _("已完成"),
    "blocked": _("受阻"),
    "": _("未选状态"),
}


def state_words(state: str) -> Message:
    """Return a state that an office reports in words.

    Examples
    --------
    >>> state_words("blocked").zh, state_words("").zh
    ('受阻', '未选状态')
    """
    return _STATES[state]


def light_of(task: Standing, *, day: date, soon: int = SOON) -> tuple[Light, list[Message]]:
    """Return the light of a task on a day, and why.

    Parameters
    ----------
    task
        What is known of it on that day.
    day
        The day; a task that is due on it is not overdue yet.
    soon
        Within how many days a deadline is near.

    Examples
    --------
    >>> light, why = light_of(Standing(due=date(2026, 6, 30)), day=date(2026, 7, 2))
    >>> light, [each.zh for each in why]
    ('red', ['逾期 2 天', '未报进展'])
    """
    said = list(_disagreement(task))
    if task.done:
        return "green", [*_done(task), *said]
    reported = [state_words(task.state)] if task.state else [_("报了进展")] if task.reported else [_("未报进展")]
    if task.due and task.due < day:
        days = (day - task.due).days
        late = _("逾期 {days} 天（时限为推定）", days=days) if task.derived else _("逾期 {days} 天", days=days)
        return "red", [late, *reported, *said]
    alarms = [*_near(task, day, soon), *_behind(task, day)]
    if alarms:
        blocked = [] if task.state == "blocked" else reported
        return "yellow", [*alarms, *blocked, *said]
    if task.reported is None:
        return "grey", [*reported, *said]
    return "green", [*reported, _("未到时限") if task.due else _("方案没有写时限"), *said]


def _done(task: Standing) -> Iterator[Message]:
    if task.due and task.reported and task.reported > task.due:
        yield _("已完成，比时限晚报 {days} 天", days=(task.reported - task.due).days)
    else:
        yield _("已完成")
    if task.share is not None and task.share < 100:
        yield _("但完成比例只有 {share:g}%，请核实", share=task.share)


def _near(task: Standing, day: date, soon: int) -> Iterator[Message]:
    if task.due and (task.due - day).days <= soon:
        days = (task.due - day).days
        yield _("还有 {days} 天到期（时限为推定）", days=days) if task.derived else _("还有 {days} 天到期", days=days)
        return
    near = [each for each in task.interim if 0 <= (each - day).days <= soon]
    if near:
        yield _("阶段目标还有 {days} 天到期", days=(min(near) - day).days)


def _behind(task: Standing, day: date) -> Iterator[Message]:
    if task.state == "blocked":
        yield _("受阻")
    share = 0.0 if task.share is None and task.state == "not_started" else task.share
    passed = task.time_passed(day)
    if share is not None and passed is not None and share < passed:
        yield _("完成 {share:g}%，时间已过 {passed:.0f}%", share=share, passed=passed)


def _disagreement(task: Standing) -> Iterator[Message]:
    for agency, state in task.others:
        yield _("{agency}报“{state}”，不一致", agency=agency, state=state_words(state))
