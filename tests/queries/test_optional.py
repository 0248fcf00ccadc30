"""Conditions of parameters that say nothing are gone before a query runs."""

from __future__ import annotations

import pytest

from queries.optional import without_unused


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("WHERE ($a = '' OR x.a = $a)", {"a": "1"}, "WHERE (x.a = $a)"),
        ("WHERE ($a = '' OR x.a = $a)", {"a": ""}, "WHERE true"),
        ("WHERE (size($a) = 0 OR x.a IN $a) AND y", {"a": []}, "WHERE y"),
        ("WHERE (size($a) = 0 OR any(w IN $a WHERE w = '（)')) AND y", {"a": []}, "WHERE y"),
        ("WHERE ($a = '' OR x.a = $a OR ($b = '' OR y)) AND z", {"a": "1", "b": ""}, "WHERE (x.a = $a OR true) AND z"),
        ("WHERE ($a = '' OR ($b = '' OR y)) AND ($b = '' OR z)", {"a": "", "b": "1"}, "WHERE (z)"),
        # Zero and no are values; an open bracket belongs to something else.
        ("WHERE ($a = '' OR x.a = $a)", {"a": 0}, "WHERE (x.a = $a)"),
        ("WHERE ($a = '' OR x.a = $a", {"a": ""}, "WHERE ($a = '' OR x.a = $a"),
        ("WHERE $a = '' OR x.a = $a", {"a": ""}, "WHERE $a = '' OR x.a = $a"),
    ],
)
def test_a_condition_stays_where_its_parameter_says_something(text, values, expected):
    assert without_unused(text, values) == expected
