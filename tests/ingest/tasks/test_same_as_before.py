"""Labels that only point up: 责任单位：同上."""

from __future__ import annotations

import pytest
from parsed import parse, tasks

ABOVE = "一、任务\n1.新建站点。建站。\n{above}\n2.培训人员。培训。\n{label}：同上\n3.开展评估。评估。\n责任单位：同上。"


@pytest.mark.parametrize(
    ("above", "label", "owners"),
    [
        ("责任单位：市民政局", "责任单位", ["市民政局:lead*"]),
        ("牵头单位：市民政局；配合单位：市财政局", "牵头单位", ["市民政局:lead*"]),
        ("牵头单位：市民政局；配合单位：市财政局", "配合单位", ["市财政局:support*"]),
        ("责任单位：市民政局、市财政局", "责任单位", ["市民政局:co_own*", "市财政局:co_own*"]),
    ],
)
def test_the_owners_of_the_task_before_are_meant(above: str, label: str, owners: list[str]) -> None:
    assert tasks(ABOVE.format(above=above, label=label))[1] == ("一/2", 1, "培训人员", owners)


def test_it_goes_on_from_task_to_task_with_the_sentence_that_names_them() -> None:
    found = parse(ABOVE.format(above="责任单位：市民政局", label="责任单位"), coverage=True)
    assert [owner["quote"] for task in found["tasks"] for owner in task["owners"]] == ["责任单位：市民政局"] * 3
    assert found["coverage"]["sentences"] == []


def test_without_a_task_before_it_stays_unread_and_is_told() -> None:
    found = parse("一、任务\n1.新建站点。建站。\n责任单位：同上", coverage=True)
    assert [task["owners"] for task in found["tasks"]] == [[]]
    assert [(each["word"], each["text"]) for each in found["coverage"]["sentences"]] == [("责任单位", "责任单位：同上")]
