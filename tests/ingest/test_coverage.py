"""Every character and every row of a document ends in exactly one kind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.coverage import KINDS, Amount, count_kinds
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

HEAD = "云泽市绿化方案\n一、重点任务\n1.植树。市林业局牵头。\n"
#: Blocks of a plan, with the number of table rows in each and how many of them are tasks.
BLOCKS = {
    "2.清淤。2027年底前完成。（市水利局牵头，市财政局配合）\n": (0, 0),
    "二、保障措施\n加强组织领导，做好宣传。\n": (0, 0),
    "附件1\n任务分工表\n序号\t重点任务\t牵头单位\n1\t建设驿站十座\t市商务局\n2\t改造路灯线路\t市水利局\n": (3, 2),
    "附件2\n工程投资表\n项目\t地点\t投资\n水厂\t城东\t3.5\n": (2, 0),
    "附件3\n说明表\n编码\t说明\t责任单位\nA\t见图\t市财政局\n": (2, 0),
    "市财政局：落实所需资金。\n": (0, 0),
    "\n　\n": (0, 0),
}


def counted(text: str) -> dict[str, Amount]:
    return count_kinds(parse_document(Document("方案.txt", text, "utf-8", "0")))


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(BLOCKS)), max_size=6))
def test_the_kinds_sum_up_to_the_document(blocks: list[str]) -> None:
    text = HEAD + "".join(blocks)
    found = counted(text)
    assert tuple(found) == KINDS
    assert sum(amount.characters for amount in found.values()) == len("".join(text.split()))
    assert sum(amount.rows for amount in found.values()) == sum(BLOCKS[block][0] for block in blocks)
    assert found["task"].rows >= sum(BLOCKS[block][1] for block in blocks)


def test_each_kind_is_counted() -> None:
    task = "1.植树。市林业局牵头。"
    row = "1\t建设驿站十座\t市商务局"
    duty = "市财政局：落实所需资金。"
    text = f"云泽市绿化方案\n一、重点任务\n{task}\n二、总体要求\n做好宣传。\n{duty}\n附件\n分工表\n序号\t重点任务\t牵头单位\n{row}\n"
    found = counted(text)
    assert found["task"] == Amount(len(task) + len(row) - 2, 1)
    assert found["unread"] == Amount(len(duty), 0)
    assert found["target_table"] == found["scope_note"] == Amount(0, 0)


def test_json_tells_them_beside_the_trigger_words() -> None:
    record = to_json(parse_document(Document("方案.txt", HEAD, "utf-8", "0")), coverage=True)
    assert list(record["coverage"]) == ["seen", "parsed", "explained", "left_over", "sentences", "kinds"]
    assert record["coverage"]["kinds"]["task"] == {"characters": 12, "rows": 0}
