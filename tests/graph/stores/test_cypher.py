"""What is checked of a reading query before any engine sees it."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.stores.cypher import check_query, quoted

WORDS = "CALL, MATCH, OPTIONAL, RETURN, UNWIND, WITH"


@pytest.mark.parametrize(
    ("cypher", "parameters"),
    [
        ("MATCH (t:Task) RETURN t.id AS id", {}),
        ("// a comment first\n optional match (t) RETURN t", {}),
        ("/* DELETE */ RETURN '$not_a_parameter ((((' AS text", {}),
        ("RETURN `$name` AS n", {}),
        ("UNWIND $ids AS id RETURN id", {"ids": ["甲", "乙"], "spare": 1}),
        ("RETURN $a", {"a": 2**63 - 1}),
        ("RETURN $a", {"a": True}),
        ("RETURN " + "(" * 50 + "1" + ")" * 50, {}),
    ],
)
def test_reading_queries_pass(cypher: str, parameters: dict[str, object]) -> None:
    assert check_query(cypher, parameters) is None


@pytest.mark.parametrize(
    ("cypher", "parameters", "zh"),
    [
        ("", {}, "查询是空的；只读查询要以 CALL、MATCH、OPTIONAL、RETURN、UNWIND、WITH 开头"),
        ("// nothing", {}, "查询是空的；只读查询要以 CALL、MATCH、OPTIONAL、RETURN、UNWIND、WITH 开头"),
        (
            "create (n)",
            {},
            "只读查询要以 CALL、MATCH、OPTIONAL、RETURN、UNWIND、WITH 开头，不能以 CREATE 开头",
        ),
        ("MATCH (t) WHERE t.due = $due RETURN t", {}, "查询需要参数 due"),
        ("RETURN " + "[" * 51 + "]" * 51, {}, "查询的括号嵌套超过 50 层；请写得平一些"),
        ("RETURN " + "1" * 20_000, {}, "查询超过 20000 个字符；请把长列表放进参数"),
        ("RETURN '\ud800'", {}, "查询里有不成对的代理字符，不是文本"),
        ("RETURN $a", {"a": 2**63}, "参数 a 的类型是 int；应为文本、64 位整数、浮点数、布尔值或文本列表"),
        ("RETURN $a", {"a": None}, "参数 a 的类型是 NoneType；应为文本、64 位整数、浮点数、布尔值或文本列表"),
        ("RETURN $a", {"a": [1]}, "参数 a 的类型是 list；应为文本、64 位整数、浮点数、布尔值或文本列表"),
        ("RETURN $a", {"a": "\ud800"}, "参数 a 的类型是 str；应为文本、64 位整数、浮点数、布尔值或文本列表"),
    ],
)
def test_what_no_engine_should_see_is_refused(cypher: str, parameters: dict[str, object], zh: str) -> None:
    with pytest.raises(QueryError) as caught:
        check_query(cypher, parameters)
    assert caught.value.zh == zh


def test_a_name_is_quoted() -> None:
    assert quoted("order") == "`order`"
