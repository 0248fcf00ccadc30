"""What two tasks share: rare sequences, titles, passages."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from queries.cascade.texts import TaskText, shared_passages, similarity, title_similarity


def text(title: str, words: str = "", number: str = "一") -> TaskText:
    return TaskText(task_id=f"task-{number}", number=number, part=1, title=title, words=words)


def row(**values: Any) -> dict[str, Any]:
    return {
        "task_id": "task-1",
        "number": "一/1",
        "part": 1,
        "title": "建园区",
        "clause": None,
        "text": "",
        "kind": "item",
        **values,
    }


def test_the_clause_and_the_number_and_the_signs_do_not_count() -> None:
    clause = "市农业农村局牵头，市财政局配合"
    found = TaskText.of(row(text=f"3.修缮灌渠，新打机井。（{clause}）", clause=clause))
    assert found.words == "修缮灌渠新打机井"


def test_what_every_task_says_counts_little_and_what_one_says_counts_all() -> None:
    stock, rare = "因地制宜稳步推进", "修缮千亩灌渠泵站"
    upper = [text("甲", stock + rare), text("乙", stock + "培训乡村医生护士")]
    lower = [text("甲", stock + rare), text("丙", stock + "改建山区公路桥梁")]
    first, second = similarity(upper, lower)
    assert first[0] > 5 * first[1] > 0
    assert second[0] == second[1]


def test_titles_are_compared_by_what_they_are_about() -> None:
    assert title_similarity(text("加快发展冷链物流"), text("冷链物流体系建设")) == 1.0
    assert title_similarity(text("加强乡村医生培训"), text("加强农田灌溉")) < 0.4


def test_long_shared_passages_are_the_reason_and_stock_phrases_are_not() -> None:
    one = text("甲", "修缮千亩灌渠和提水泵站因地制宜推进")
    other = text("乙", "全面修缮千亩灌渠和提水泵站并因地制宜推进")
    assert shared_passages(one, other) == ["修缮千亩灌渠和提水泵站"]


@given(st.lists(st.text("修缮灌渠泵站医生公路桥梁", max_size=30), max_size=6))
def test_scores_lie_between_nought_and_one_and_a_task_is_most_like_itself(words: list[str]) -> None:
    tasks = [text(str(at), each, number=str(at)) for at, each in enumerate(words)]
    for at, found in enumerate(similarity(tasks, tasks)):
        assert all(0 <= score <= 1 for score in found.values())
        assert not found or found[at] == max(found.values())


def test_years_are_no_words_that_tasks_share() -> None:
    one = TaskText(task_id="", number="", part=1, title="", words="到2027年建成仓库")
    other = TaskText(task_id="", number="", part=1, title="", words="到2027年建成学校三所")
    assert one.sequences == {"建成仓库"}
    assert similarity([one], [other]) == [{}]


def test_what_every_task_says_counts_for_nothing() -> None:
    tasks = [TaskText(task_id=str(at), number="", part=1, title="", words="因地制宜分类推进") for at in range(51)]
    assert similarity(tasks, tasks[:50]) == [{}] * 51
    assert similarity(tasks[:2], tasks[:2]) == [{0: 0.25, 1: 0.25}] * 2
