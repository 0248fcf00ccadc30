"""Overrides in the audit: what took effect, and what the file asks for that did not."""

from __future__ import annotations

from collections.abc import Sequence

from graph.overrides.file import Override
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed
from queries.plans import scope

__all__ = ["override_rows", "overrides"]


@framed
def overrides(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the overrides that took effect, plan by plan in the order in which they were applied.

    Examples
    --------
    >>> overrides(sample_store).empty
    True
    """
    return ask.answer(store, "overrides", **scope(store, region=region, plan=plan))


def override_rows(store: Store, overrides: Sequence[Override] | None, limits: dict[str, str]) -> list[Row]:
    """Return the rows of the audit's rule ``override``.

    Parameters
    ----------
    store
        An open store.
    overrides
        The entries of the file; None where no file is at hand, then only what took effect is told.
    limits
        Region and plan, as `queries.plans.scope` gives them; entries that took effect nowhere are told without limits only.
    """
    applied = ask.answer(store, "overrides", **limits).records
    asked = {override.key for override in overrides or ()}
    rows = [_applied(row, overrides is None or row["entry"] in asked) for row in applied]
    everywhere = {row["entry"] for row in ask.answer(store, "overrides").records}
    missing = [override for override in overrides or () if override.key not in everywhere]
    if any(limits.values()):
        return rows
    there = _there(store, [_ids(override) for override in missing])
    # A counterpart is in force wherever both its tasks are.
    idle = [each for each in missing if each.kind != "counterpart" or not there.issuperset(_ids(each))]
    return rows + [_missing(override, there) for override in idle]


def _applied(row: Row, asked: bool) -> Row:
    reason = row["note"] if asked else "更正文件里已没有这一条；重新载入这份方案即恢复原状"
    return {
        **row,
        "severity": "notice" if asked else "warning",
        "agencies": [],
        "sentence": row["text"],
        "word": "生效" if asked else "已撤销",
        "reason": reason,
        "target_id": None,
    }


def _missing(override: Override, there: set[str]) -> Row:
    absent = [each for each in _ids(override) if each not in there]
    reason = f"图库里没有 {absent[0]}" if absent else "所在方案还没有按这一条重新载入，或这一条没有可改之处"
    empty = dict.fromkeys(
        ("region", "plan", "number", "part", "title", "line", "task_id", "source", "plan_id", "target_id")
    )
    return {
        **empty,
        "severity": "warning",
        "agencies": [],
        "sentence": override.where,
        "word": "未生效",
        "reason": reason,
    }


def _ids(override: Override) -> list[str]:
    names = ("agency", "same_as", "task", "target", "within", "drop", "up", "down")
    said = [str(override.values[name]) for name in names if name in override.values]
    return [each for each in said if each.startswith(("agency-", "task-", "target-", "section-", "plan-"))]


def _there(store: Store, ids: Sequence[Sequence[str]]) -> set[str]:
    wanted = sorted({each for some in ids for each in some})
    return {row["id"] for row in ask.answer(store, "present", ids=wanted).records} if wanted else set()
