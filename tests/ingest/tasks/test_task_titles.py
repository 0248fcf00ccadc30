"""What the task of an item is called."""

from __future__ import annotations

from parsed import tasks


def test_paragraphs_of_a_plan_without_numbers_are_called_by_their_first_words() -> None:
    text = "市甲行动方案\n重点任务\n完善制度。出台办法。（市司法局牵头，市财政局配合）\n培育市场。扶持企业。（市商务局负责）\n保障措施\n强化资金支持。（市财政局负责）"
    assert [(part, title, owners) for _, part, title, owners in tasks(text)] == [
        (1, "完善制度", ["市司法局:lead", "市财政局:support"]),
        (2, "培育市场", ["市商务局:lead"]),
        (3, "强化资金支持", ["市财政局:lead"]),
    ]


def test_one_clause_for_a_plan_without_numbers_goes_by_its_title() -> None:
    assert [
        title for _, _, title, _ in tasks("市甲行动方案\n完善制度。\n出台办法。\n（市司法局牵头，市财政局配合）")
    ] == ["市甲行动方案"]


def test_an_item_without_a_heading_of_its_own_is_called_by_its_first_sentence() -> None:
    assert [title for _, _, title, _ in tasks("一、任务\n1.出台办法。（市司法局负责）\n2.（市财政局负责）")][:1] == [
        "出台办法"
    ]
