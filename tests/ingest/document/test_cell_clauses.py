"""Who answers by the words of a cell that is not of a responsibility column."""

from __future__ import annotations

import pytest
from parsed import parse, tasks

TABLE = "任务表\n序号\t任务\t举措\t责任单位\n1\t修路\t{said}\t市交通局、市财政局\n2\t架桥\t勘察\t市水利局\n"


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("拓宽道路。牵头单位：市住建局，配合单位：市财政局", ["市住建局:lead", "市财政局:support", "市交通局:co_own"]),
        ("拓宽道路（市住建局牵头）", ["市住建局:lead", "市交通局:co_own", "市财政局:co_own"]),
        ("拓宽道路，由市住建局负责。", ["市住建局:lead", "市交通局:co_own", "市财政局:co_own"]),
        ("拓宽道路（市财政局负责）", ["市财政局:lead", "市交通局:co_own"]),
        ("各责任单位要拓宽道路", ["市交通局:co_own", "市财政局:co_own"]),
        ("拓宽道路（含市财政局门前）", ["市交通局:co_own", "市财政局:co_own"]),
    ],
)
def test_clauses_in_the_words_of_the_task_go_before_the_column(said: str, owners: list[str]) -> None:
    assert tasks(TABLE.format(said=said)) == [
        ("表/1", 1, "修路", owners),
        ("表/2", 1, "架桥", ["市水利局:lead"]),
    ]


def test_who_is_named_in_running_text_is_told() -> None:
    found = parse(TABLE.format(said="建立清单，请市司法局负责审核把关并按月通报情况"), coverage=True)
    assert [owner["name"] for owner in found["tasks"][0]["owners"]] == ["市交通局", "市财政局"]
    assert [each["text"] for each in found["coverage"]["sentences"]] == ["请市司法局负责审核把关并按月通报情况"]
