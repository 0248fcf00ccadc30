"""Owners of counterparts, by functional line."""

from __future__ import annotations

from typing import Any

from queries.cascade.owners import by_line, compare_owners

LINES = {
    "部": "工业和信息化",
    "厅": "工业和信息化",
    "发改": "发展改革",
    "市发改": "发展改革",
    "财政": "财政",
    "县": None,
}


def owner(agency: str, role: str, **values: Any) -> dict[str, Any]:
    return {"agency_id": agency, "name": agency, "role": role, "kind": "body", "inherited": False, **values}


def changes(above: list[dict[str, Any]], below: list[dict[str, Any]]) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.verdict, each.up_agency, each.down_agency)
        for each in compare_owners(by_line(above, LINES), by_line(below, LINES))
    ]


def test_agencies_of_one_line_are_one() -> None:
    assert (
        changes([owner("部", "lead"), owner("发改", "co_own")], [owner("厅", "lead"), owner("市发改", "co_own")]) == []
    )


def test_another_lead_another_role_and_who_came_and_went() -> None:
    found = changes([owner("部", "lead"), owner("财政", "support")], [owner("市发改", "lead"), owner("厅", "support")])
    assert found == [
        ("lead changed", "部", "市发改"),
        ("role changed", "部", "厅"),
        ("owner dropped", "财政", None),
        ("owner added", None, "市发改"),
    ]


def test_collectives_and_unknown_lines_are_left_out() -> None:
    counties = owner("财政", "implement", kind="collective")
    assert changes([owner("部", "lead")], [owner("厅", "lead"), owner("县", "implement"), counties]) == []
