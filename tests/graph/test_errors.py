"""Errors: one tree, each with its message in both languages."""

from __future__ import annotations

import pytest

from graph import errors
from graph.errors import QueryError, StoreBusy, StoreError, TooLargeToDraw, UnknownNameError, ZerentuError
from graph.messages import _


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_can_be_caught_as_one(name: str) -> None:
    assert issubclass(getattr(errors, name), ZerentuError)


def test_a_store_that_is_busy_and_a_query_that_fails_are_errors_of_a_store() -> None:
    assert issubclass(StoreBusy, StoreError) and issubclass(QueryError, StoreError)
    assert not issubclass(TooLargeToDraw, StoreError)


def test_an_error_speaks_both_languages() -> None:
    error = ZerentuError(_("{name} 以只读方式打开", name="甲库"))
    assert (error.zh, str(error)) == ("甲库 以只读方式打开", "甲库 was opened for reading only")


def test_a_plain_text_is_the_message_in_both_languages() -> None:
    error = ZerentuError("甲 {乙}")
    assert (error.zh, str(error)) == ("甲 {乙}", "甲 {乙}")


def test_an_unknown_name_carries_the_nearest_ones() -> None:
    assert UnknownNameError("没有", ["甲", "乙"]).nearest == ["甲", "乙"]
    assert UnknownNameError("没有").nearest == []
