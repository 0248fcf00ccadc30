"""What is checked of a reading query before any engine sees it.

The embedded engine takes a missing parameter for null and answers with no rows; deep brackets
and very long chains of operators end the process. They are refused here, for every engine alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import QueryError
from graph.messages import _
from graph.stores.clauses import check_clauses, tokens

__all__ = ["LOOKED_UP", "check_query", "quoted"]

#: Labels and properties beside the id by which nodes are looked up: both engines keep an index of them. The embedded one uses
#: it for one value that is given as a parameter, and neither for lists nor for values that other rows give.
LOOKED_UP = (
    ("Plan", "region"),
    ("Agency", "region"),
    ("Section", "plan_id"),
    ("Task", "plan_id"),
    ("Target", "plan_id"),
)

_READING = frozenset({"CALL", "MATCH", "OPTIONAL", "RETURN", "UNWIND", "WITH"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_DEPTH = 50
_LENGTH = 20_000
_INTEGERS = range(-(2**63), 2**63)


def check_query(cypher: str, parameters: Mapping[str, Any]) -> None:
    """Refuse what does more than read the graph (`graph.stores.clauses`), or lacks a parameter, or what an engine cannot take.

    Parameters
    ----------
    cypher
        One statement.
    parameters
        Values for its ``$names``; names that the query does not use are allowed.

    Raises
    ------
    QueryError
        With the name of the parameter, never its value.

    Examples
    --------
    >>> check_query("MATCH (t:Task) WHERE t.due = $due RETURN t.id AS id", {"due": 2025})
    >>> check_query("MATCH (t:Task) WHERE t.due = $due RETURN t.id AS id", {})
    Traceback (most recent call last):
    graph.errors.QueryError: the query needs the parameter due
    """
    if not _is_text(cypher):
        raise QueryError(_("查询里有不成对的代理字符，不是文本"))
    if len(cypher) > _LENGTH:
        raise QueryError(_("查询超过 {length} 个字符；请把长列表放进参数", length=_LENGTH))
    for name, value in parameters.items():
        if not _is_parameter(value):
            raise QueryError(
                _(
                    "参数 {name} 的类型是 {kind}；应为文本、64 位整数、浮点数、布尔值或文本列表",
                    name=name,
                    kind=type(value).__name__,
                )
            )
    first, depth = "", 0
    for token in tokens(cypher):
        if token.kind == "parameter" and token.text[1:].strip("`") not in parameters:
            raise QueryError(_("查询需要参数 {name}", name=token.text[1:].strip("`")))
        first = first or (token.key if token.kind == "word" else "")
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if depth > _DEPTH:
            raise QueryError(_("查询的括号嵌套超过 {depth} 层；请写得平一些", depth=_DEPTH))
    if first not in _READING:
        words = sorted(_READING)
        if not first:
            raise QueryError(_("查询是空的；只读查询要以 {words} 开头", words=words))
        raise QueryError(_("只读查询要以 {words} 开头，不能以 {first} 开头", words=words, first=first))
    check_clauses(cypher)


def _is_parameter(value: object) -> bool:
    if isinstance(value, bool | float):
        return True
    if isinstance(value, int):
        return value in _INTEGERS
    if isinstance(value, list):
        # Looked at together: an answer about all plans asks for thousands of ids.
        return all(isinstance(item, str) for item in value) and _is_text("".join(value))
    return _is_text(value)


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def quoted(name: str) -> str:
    """Return `name` as an identifier; some of ours (``order``, ``IN``) are keywords."""
    return f"`{name}`"
