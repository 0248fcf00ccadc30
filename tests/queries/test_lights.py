"""The light of a task at the borders, and the reason that is given for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.progress import STATES
from queries.lights import LIGHTS, SOON, Standing, light_of, state_words

DUE = date(2026, 6, 30)
#: A year before; on the due day 100 % of the time has passed.
START = date(2025, 6, 30)
REPORTED = date(2026, 1, 1)


def said(task: Standing, day: date, soon: int = SOON) -> tuple[str, str]:
    light, why = light_of(task, day=day, soon=soon)
    return light, "；".join(each.zh for each in why)


def reported(state: str = "", share: float | None = None, **more: object) -> Standing:
    return Standing(**{"due": DUE, "start": START, "reported": REPORTED, "state": state, "share": share, **more})


@pytest.mark.parametrize(
    ("task", "day", "expected"),
    [
        # Around the due day.
        (Standing(due=DUE), DUE + timedelta(1), ("red", "逾期 1 天；未报进展")),
        (Standing(due=DUE), DUE, ("yellow", "还有 0 天到期；未报进展")),
        (Standing(due=DUE), DUE - timedelta(SOON), ("yellow", "还有 30 天到期；未报进展")),
        (Standing(due=DUE), DUE - timedelta(SOON + 1), ("grey", "未报进展")),
        (Standing(due=DUE, derived=True), DUE + timedelta(1), ("red", "逾期 1 天（时限为推定）；未报进展")),
        (Standing(due=DUE, derived=True), DUE, ("yellow", "还有 0 天到期（时限为推定）；未报进展")),
        (reported("under_way"), DUE + timedelta(9), ("red", "逾期 9 天；推进中")),
        (reported(""), DUE + timedelta(9), ("red", "逾期 9 天；报了进展")),
        (reported("blocked"), DUE + timedelta(9), ("red", "逾期 9 天；受阻")),
        # Done.
        (reported("done"), DUE + timedelta(9), ("green", "已完成")),
        (reported("done", reported=DUE), DUE + timedelta(9), ("green", "已完成")),
        (reported("done", reported=DUE + timedelta(2)), DUE + timedelta(9), ("green", "已完成，比时限晚报 2 天")),
        (reported("done", 60), DUE, ("green", "已完成；但完成比例只有 60%，请核实")),
        (reported("", 100), DUE + timedelta(9), ("green", "已完成")),
        (reported("under_way", 100), DUE + timedelta(9), ("red", "逾期 9 天；推进中")),
        # Behind: half a year is 184 of 365 days on the last day of the year.
        (reported("under_way", 50), date(2025, 12, 31), ("yellow", "完成 50%，时间已过 50%；推进中")),
        (reported("under_way", 51), date(2025, 12, 31), ("green", "推进中；未到时限")),
        (reported("under_way"), date(2025, 12, 31), ("green", "推进中；未到时限")),
        (reported("not_started"), date(2025, 12, 31), ("yellow", "完成 0%，时间已过 50%；未开展")),
        (reported("not_started"), START, ("green", "未开展；未到时限")),
        (reported("under_way", 0), START - timedelta(9), ("green", "推进中；未到时限")),
        (reported("under_way", 1, start=None), date(2025, 12, 31), ("green", "推进中；未到时限")),
        (reported("under_way", 1, start=DUE), date(2025, 12, 31), ("green", "推进中；未到时限")),
        (reported("blocked", 99), date(2025, 12, 31), ("yellow", "受阻")),
        # No deadline, no report.
        (Standing(), DUE, ("grey", "未报进展")),
        (reported("under_way", 10, due=None), DUE, ("green", "推进中；方案没有写时限")),
        (reported("blocked", due=None), DUE, ("yellow", "受阻")),
        # Targets on the way.
        (reported("under_way", interim=(date(2026, 1, 30),)), date(2025, 12, 31), ("yellow", "阶段目标还有 30 天到期；推进中")),
        (reported("under_way", interim=(date(2026, 1, 31),)), date(2025, 12, 31), ("green", "推进中；未到时限")),
        (reported("under_way", interim=(date(2025, 12, 30),)), date(2025, 12, 31), ("green", "推进中；未到时限")),
        # Somebody else says otherwise.
        (
            reported("done", others=(("市财政局", "under_way"),)), DUE,
            ("green", "已完成；市财政局报“推进中”，不一致"),
        ),
    ],
)  # fmt: skip
def test_light_and_reason(task: Standing, day: date, expected: tuple[str, str]) -> None:
    assert said(task, day) == expected


@pytest.mark.parametrize(("soon", "light"), [(0, "grey"), (9, "grey"), (10, "yellow"), (90, "yellow")])
def test_what_is_near_is_for_the_user_to_say(soon: int, light: str) -> None:
    assert said(Standing(due=DUE), DUE - timedelta(10), soon)[0] == light


def test_every_state_has_words() -> None:
    assert [(state_words(state).zh, state_words(state).en) for state in STATES] == list(STATES.values())


@given(
    due=st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1)),
    day=st.dates(date(2024, 1, 1), date(2028, 1, 1)),
    state=st.sampled_from(["", *STATES]),
    share=st.none() | st.floats(0, 100),
    soon=st.integers(0, 90),
)
def test_any_task_has_one_light_for_a_reason(
    due: date | None, day: date, state: str, share: float | None, soon: int
) -> None:
    task = Standing(due=due, start=START, reported=REPORTED, state=state, share=share)
    light, why = light_of(task, day=day, soon=soon)
    assert light in LIGHTS
    assert light != "grey", "something was reported"
    assert (light == "red") == (due is not None and due < day and not task.done)
    assert why
    if task.done:
        assert light == "green"
