"""Tables of labels that say all of one task."""

from __future__ import annotations

from parsed import parse

CARD = "任务名称\t{title}\n牵头单位\t市交通局\n配合单位\t市财政局、市商务局\n完成时限\t2026年10月\n"


def owners(text: str) -> list[tuple[str, str, str | None, list[str]]]:
    return [
        (task["number"], task["title"], task.get("deadline"), [f"{o['name']}:{o['role']}" for o in task["owners"]])
        for task in parse(text)["tasks"]
    ]


NAMED = ["市交通局:lead", "市财政局:support", "市商务局:support"]


def test_a_card_below_the_item_of_its_title_says_who_answers_for_it() -> None:
    text = (
        "云泽市工作方案\n一、任务\n（一）修建码头\n"
        + CARD.format(title="修建码头")
        + "（二）疏浚航道。（市水利局负责）"
    )
    assert owners(text) == [
        ("一/（一）", "修建码头", "2026年10月", NAMED),
        ("一/（二）", "疏浚航道", None, ["市水利局:lead"]),
    ]


def test_cards_one_after_the_other_and_labels_in_two_columns() -> None:
    wide = "任务名称\t疏浚航道\t完成时限\t2027年\n责任单位\t市水利局\t配合单位\t市财政局\n"
    assert owners("附件\n任务卡片\n" + CARD.format(title="修建码头") + wide) == [
        ("附件/1", "修建码头", "2026年10月", NAMED),
        ("附件/2", "疏浚航道", "2027年", ["市水利局:lead", "市财政局:support"]),
    ]
