"""Every character, paragraph, row and cell of a document ends in exactly one kind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.coverage import KINDS, Amount, count_kinds
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

HEAD = "云泽市绿化方案\n一、重点任务\n1.植树。市林业局牵头。\n"
#: Blocks of a plan, with the number of paragraphs, table rows and cells in each, and how many of the rows are tasks.
BLOCKS = {
    "2.清淤。2027年底前完成。（市水利局牵头，市财政局配合）\n": (1, 0, 0, 0),
    "二、保障措施\n加强组织领导，做好宣传。\n": (2, 0, 0, 0),
    "附件1\n任务分工表\n序号\t重点任务\t牵头单位\n1\t建设驿站十座\t市商务局\n2\t改造路灯线路\t市水利局\n": (2, 3, 9, 2),
    "附件2\n工程投资表\n项目\t地点\t投资\n水厂\t城东\t3.5\n": (2, 2, 6, 0),
    "附件3\n说明表\n编码\t说明\t责任单位\nA\t\t市财政局\n": (2, 2, 5, 0),
    "市财政局：落实所需资金。\n": (1, 0, 0, 0),
    "三、组织实施\n植树由市林业局负责。\n": (2, 0, 0, 0),
    "\n　\n": (0, 0, 0, 0),
}


def counted(text: str) -> dict[str, Amount]:
    return count_kinds(parse_document(Document("方案.txt", text, "utf-8", "0")))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(sorted(BLOCKS)), max_size=6))
def test_the_kinds_sum_up_to_the_document(blocks: list[str]) -> None:
    text = HEAD + "".join(blocks)
    found = counted(text)
    assert tuple(found) == KINDS
    assert sum(amount.characters for amount in found.values()) == len("".join(text.split()))
    for at, name in enumerate(("paragraphs", "rows", "cells")):
        whole = sum(BLOCKS[block][at] for block in blocks) + (3 if name == "paragraphs" else 0)
        assert (name, sum(getattr(amount, name) for amount in found.values())) == (name, whole)
    assert found["task"].rows >= sum(BLOCKS[block][3] for block in blocks)


def test_each_kind_is_counted() -> None:
    task = "1.植树。市林业局牵头。"
    row = "1\t建设驿站十座\t市商务局"
    duty = "市财政局：落实所需资金。"
    text = f"云泽市绿化方案\n一、重点任务\n{task}\n二、总体要求\n做好宣传。\n{duty}\n附件\n分工表\n序号\t重点任务\t牵头单位\n{row}\n"
    found = counted(text)
    assert found["task"] == Amount(characters=len(task) + len(row) - 2, paragraphs=1, rows=1, cells=3)
    assert found["heading"] == Amount(characters=31, paragraphs=4, rows=1, cells=3)
    assert found["unread"] == Amount(characters=len(duty), paragraphs=1)
    assert found["target_table"] == found["scope_note"] == Amount()


def test_json_tells_them_beside_the_trigger_words() -> None:
    record = to_json(parse_document(Document("方案.txt", HEAD, "utf-8", "0")), coverage=True)
    assert list(record["coverage"]) == ["seen", "parsed", "explained", "left_over", "sentences", "kinds"]
    assert record["coverage"]["kinds"]["task"] == {"characters": 12, "paragraphs": 1, "rows": 0, "cells": 0}
