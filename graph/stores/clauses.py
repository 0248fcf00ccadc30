"""Which clauses a reading query may hold: those that read the graph, and nothing that reaches files, networks or settings.

The query is cut into tokens (strings, comments, names in backticks, parameters, words, signs). A word that begins a
clause is told from a name by its neighbours: ``t.load``, ``AS load`` and ``(load:Task)`` are names, ``) LOAD FROM`` is a
clause. Where that is in doubt, the query is refused; a name in backticks is never taken for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.errors import QueryError
from graph.messages import _

__all__ = ["FUNCTIONS", "PROCEDURES", "Token", "check_clauses", "tokens"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Procedures that only say what the graph is made of, of both engines.
PROCEDURES = frozenset(
    {
        "db.labels", "db.propertykeys", "db.relationshiptypes", "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties", "db.schema.visualization", "dbms.components", "db_version", "show_tables",
        "table_info",
    }
)  # fmt: skip
#: Namespaces of functions that compute with values.
FUNCTIONS = frozenset(
    {"date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector.similarity"}
)

_FORBIDDEN = _words(
    """ALTER ATTACH BEGIN CHECKPOINT COMMENT COMMIT COPY CREATE DELETE DENY DETACH DROP EXPORT EXTENSION FOREACH FORCE
    GRANT IMPORT INSERT INSTALL LOAD MERGE PROFILE EXPLAIN REMOVE RENAME REVOKE ROLLBACK SET SHOW START STOP TERMINATE
    TRUNCATE UNINSTALL UPDATE USE USING_PERIODIC"""
)
#: Whatever stands behind one of these is a name.
_BEFORE_NAME = frozenset({".", ":", "|", "&", "!", "AS"})
#: Behind these an expression begins, so that a word is a name unless it goes on as a clause would.
_BEFORE_EXPRESSION = _words(
    """, ( [ = < > + - * / % ^ WHERE RETURN WITH BY AND OR XOR NOT IN CONTAINS LIMIT SKIP WHEN THEN ELSE CASE DISTINCT
    UNWIND ON"""
)
#: A star behind one of these is no product.
_BEFORE_STAR = _words("WITH RETURN DISTINCT YIELD")
#: Words that may stand behind a name in an expression.
_CONNECTING = _words(
    """AND AS ASC ASCENDING CALL CONTAINS DESC DESCENDING ELSE END ENDS IN IS LIMIT MATCH OPTIONAL OR ORDER RETURN SKIP
    STARTS THEN UNION UNWIND WHEN WHERE XOR"""
)
_TOKEN = re.compile(
    # An engine may take more for blanks than Python does: the Mongolian vowel separator, what has no width, controls.
    r"""(?P<space>[\s\x00-\x1f\x7f\u00ad\u180e\u200b-\u200f\u2060-\u206f\ufeff]+ | //[^\r\n]* | /\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | (?P<quoted>`[^`]*`)
    | (?P<parameter>\$(?:\w+|`[^`]*`))
    | (?P<word>\w+)
    | (?P<sign>\.\. | /\* | .)""",
    re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_OPEN = ("'", '"', "`", "/*")


class Token(NamedTuple):
    """A token of a query: what kind it is, how it is written, and a word or a sign in capitals."""

    kind: str
    text: str
    key: str


@lru_cache(maxsize=64)
def tokens(cypher: str) -> tuple[Token, ...]:
    r"""Return the tokens of a query without blanks and comments; a file of a question is checked as it is read and as it is asked.

    Examples
    --------
    >>> [token.text for token in tokens("MATCH (n) // LOAD\nRETURN 'COPY'")]
    ['MATCH', '(', 'n', ')', 'RETURN', "'COPY'"]
    """
    return tuple(
        Token(kind, match[0], match[0].upper() if kind in ("word", "sign") else "")
        for match in _TOKEN.finditer(cypher)
        if (kind := match.lastgroup or "") != "space"
    )


@lru_cache(maxsize=64)
def check_clauses(cypher: str) -> None:
    """Refuse a query that may do more than read the graph.

    Parameters
    ----------
    cypher
        One statement, as it would go to an engine.

    Raises
    ------
    QueryError
        With the clause that does more.

    Examples
    --------
    >>> check_clauses("MATCH (t:Task) RETURN t.id AS load ORDER BY load")
    >>> check_clauses("MATCH (t:Task) LOAD FROM 'a.csv' RETURN *")
    Traceback (most recent call last):
    graph.errors.QueryError: LOAD in the query does more than read the graph; only reading is allowed
    """
    _check(tokens(cypher))
    # A server may turn escapes into characters before it looks for words and for the ends of strings.
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), cypher)
    if plain != cypher:
        _check(tokens(plain))


def _check(found: Sequence[Token]) -> None:
    for at, token in enumerate(found):
        if token.kind == "sign" and token.text in _OPEN:
            raise QueryError(_("查询里有没有写完的引号或注释：{sign}", sign=token.text))
        if token.text == ";" and at + 1 < len(found):
            raise QueryError(_("一次只能运行一个查询；分号只能在最后"))
        if token.kind == "quoted" and _calls_function(found, at):
            _check_function(found, at)
        if token.kind != "word":
            continue
        if token.text[0].isdecimal():
            _check_number(token)
        elif token.key in _FORBIDDEN and not _is_name(found, at):
            raise _refused(token.key)
        elif token.key == "CALL" and not _is_name(found, at):
            _check_call(found, at)
        elif _calls_function(found, at):
            _check_function(found, at)


def _check_number(token: Token) -> None:
    """Refuse a number with a clause glued to it (``1LOAD``, ``1CALL``), which an engine may take apart."""
    glued = next((word for word in sorted({*_FORBIDDEN, "CALL"}) if word in token.key), None)
    if glued is not None:
        raise _refused(glued)


def _is_name(found: Sequence[Token], at: int) -> bool:
    """Return whether the word at `at` can only be a name there."""
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if before is None:
        return False
    if before.key in _BEFORE_NAME and _introduces_name(found, at - 1):
        # A server may take the point for the end of a number: 1. LOAD FROM …
        return not (before.text == "." and at > 1 and found[at - 2].text[0].isdecimal())
    if after is not None and after.text == ":" and before.text in ("{", ","):
        return True
    if before.text == "*" and at > 1 and found[at - 2].key in _BEFORE_STAR:
        return False  # WITH * LOAD …: the star stands for all columns, and a clause begins behind it
    goes_on = after is not None and (after.kind in ("string", "quoted") or after.text in ("(", "{"))
    if before.text in ("(", "[") and after is not None and after.text in (":", ")", "]", "-", "{"):
        return True
    if after is not None and after.kind == "word" and after.key not in _CONNECTING:
        goes_on = True
    return before.key in _BEFORE_EXPRESSION and not goes_on


def _introduces_name(found: Sequence[Token], at: int) -> bool:
    """Return whether the sign or the AS at `at` has a name behind it; AS may be a name itself, and ! a factorial."""
    before = found[at - 1] if at else None
    if before is None:
        return False
    if found[at].text == "!":
        return before.text in (":", "&", "|", "(", "!")
    if found[at].key == "AS":
        if before.kind == "word":
            return before.key not in _BEFORE_NAME and before.key not in _BEFORE_EXPRESSION
        return before.kind != "sign" or before.text in (")", "]", "}", "*")
    return True


def _dotted(found: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the dotted name that begins at `at`, in small letters, and the position behind it."""
    parts = [_plain(found[at])]
    at += 1
    while at + 1 < len(found) and found[at].text == "." and found[at + 1].kind in ("word", "quoted"):
        parts.append(_plain(found[at + 1]))
        at += 2
    return ".".join(parts), at


def _plain(token: Token) -> str:
    return token.text.strip("`").lower()


def _check_call(found: Sequence[Token], at: int) -> None:
    """Let ``CALL { … }`` and the procedures of the list pass; what stands inside a sub-query is checked like the rest."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is not None and after.text in ("{", "("):
        return
    name, behind = _dotted(found, at + 1) if after is not None and after.kind in ("word", "quoted") else ("", at + 1)
    opened = behind < len(found) and found[behind].text == "("
    if name not in PROCEDURES or (behind < len(found) and found[behind].text == "="):
        raise _refused(f"CALL {name}".strip())
    # A server takes a procedure alone without brackets.
    if not opened and behind < len(found) and found[behind].key not in ("YIELD", ";"):
        raise _refused(f"CALL {name}")


def _calls_function(found: Sequence[Token], at: int) -> bool:
    """Return whether a name with dots that begins at `at` is called."""
    if at and (found[at - 1].text == "." or found[at - 1].key == "CALL"):
        return False
    name, behind = _dotted(found, at)
    return "." in name and behind < len(found) and found[behind].text == "("


def _check_function(found: Sequence[Token], at: int) -> None:
    name, _behind = _dotted(found, at)
    if not any(name.startswith(f"{space}.") for space in FUNCTIONS):
        raise _refused(name)


def _refused(clause: str) -> QueryError:
    return QueryError(_("查询里的 {clause} 不只是读取图；这里只允许读取", clause=clause))
