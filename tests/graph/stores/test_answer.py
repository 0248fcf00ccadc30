"""Answers: plain records, and a data frame of objects on demand."""

from __future__ import annotations

import pytest

from graph.stores.answer import Answer


def test_an_answer_knows_its_columns_where_it_has_no_rows() -> None:
    answer = Answer.of([], ["name", "tasks"])
    assert (answer.columns, answer.records) == (["name", "tasks"], [])
    assert list(answer.frame().columns) == ["name", "tasks"]


def test_picked_columns_come_in_the_order_asked_for() -> None:
    answer = Answer.picked([{"a": 1, "b": None, "c": "丙"}], ["c", "a"])
    assert (answer.columns, answer.records) == (["c", "a"], [{"c": "丙", "a": 1}])


def test_a_frame_keeps_null_and_whole_numbers() -> None:
    frame = Answer.of([[1, None], [None, "乙"]], ["n", "text"]).frame()
    assert frame.to_dict("records") == [{"n": 1, "text": None}, {"n": None, "text": "乙"}]
    assert {str(kind) for kind in frame.dtypes} == {"object"}


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Answer.of([[1]], ["a", "b"])
