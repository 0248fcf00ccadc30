"""Read one .cypher file: what its header declares, and whether the query keeps it.

The header is the documentation and the contract at once (``STYLE`` of the files: name and
one sentence, prose, ``param`` lines, ``return`` lines). Everything that can be held against
the text is checked here, without an engine: a query that is loaded has declared parameters,
declared columns and an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph.errors import QueryError
from graph.messages import Message, _
from graph.stores.clauses import check_clauses
from graph.stores.store import Parameter

__all__ = ["Column", "Declared", "Query", "read_query", "read_subgraph"]

_FIRST = re.compile(r"//\s*(\w+):\s+(\S.*)")
_TYPES = "string|integer|float|boolean|strings"
_PARAM = re.compile(rf"param\s+(\w+)\s+({_TYPES})(?:\s*=\s*('[^']*'|\[\]|[-\w.]+))?\s+(\S.*)")
_RETURN = re.compile(rf"return\s+(\w+)\s+({_TYPES})\s+(\S.*)")
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*")
_DOLLAR = re.compile(r"\$(\w+)")
_TOKEN = re.compile(r"[()\[\]{}]|,|\bUNION\b|\bRETURN\b|\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b", re.IGNORECASE)
_ALIAS = re.compile(r"\bAS\s+`?(\w+)`?\s*$", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


class Declared(NamedTuple):
    """A parameter of a query; one with a default may be left out."""

    name: str
    type: str
    doc: str
    default: Parameter | None = None


class Column(NamedTuple):
    """A column of the answer."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True)
class Query:
    """One question: its documentation, its Cypher, and the Cypher of its subgraph if it has one."""

    name: str
    summary: str
    doc: str
    params: tuple[Declared, ...]
    returns: tuple[Column, ...]
    text: str
    subgraph: str | None = None

    @property
    def caption(self) -> str:
        """The Chinese term that the prose begins with; the summary where it begins with none."""
        term, found, _ = self.doc.partition("。")
        return term if found and "\n" not in term else self.summary


def read_query(path: Path) -> Query:
    """Return the query that `path` holds, with the subgraph of the file beside it.

    Raises
    ------
    QueryError
        If the file cannot be read, or its header and its query do not agree; names file and line.
    """
    header, text, first = _split(path)
    name, summary = _name(path, header)
    prose: list[str] = []
    params: list[Declared] = []
    returns: list[Column] = []
    for number, line in enumerate(header[1:], start=2):
        if line.startswith("param ") and not returns:
            params.append(_param(path, number, line))
        elif line.startswith("return "):
            returns.append(_column(path, number, line))
        elif params or returns:
            raise _error(path, number, _("第一个 param 或 return 行之后只能依次写 param 行和 return 行"))
        else:
            prose.append(line)
    _check_params(path, first, text, {item.name for item in params})
    _check_columns(path, first, text, [item.name for item in returns])
    beside = path.with_name(f"{name}.graph.cypher")
    subgraph = read_subgraph(beside, {item.name for item in params}) if beside.exists() else None
    return Query(name, summary, "\n".join(prose).strip(), tuple(params), tuple(returns), text, subgraph)


def read_subgraph(path: Path, params: set[str]) -> str:
    """Return the Cypher of a subgraph: the parameters of the rows beside it, columns that hold ids of nodes.

    Raises
    ------
    QueryError
        If it cannot be read, asks for other parameters, or has no order.
    """
    header, text, first = _split(path)
    _name(path, header)
    _check_params(path, first, text, params)
    _check_columns(path, first, text, None)
    return text


def _split(path: Path) -> tuple[list[str], str, int]:
    """Return header lines without slashes, the query, and the line it begins at."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise QueryError(
            _("{path}：不是 UTF-8（第 {byte} 字节）；请另存为 UTF-8", path=path, byte=error.start)
        ) from error
    except OSError as error:
        raise QueryError(_("{path}：不能读取（{why}）", path=path, why=error.strerror)) from error
    at = next((index for index, line in enumerate(lines) if not line.startswith("//")), len(lines))
    text = "\n".join(lines[at:]).strip()
    if not text:
        raise _error(path, at + 1, _("说明之后没有查询语句"))
    try:
        check_clauses(text)
    except QueryError as error:
        raise _error(path, at + 1, error.message) from error
    return [lines[0], *(line[2:].strip() for line in lines[1:at])] if at else [""], text, at + 1


def _name(path: Path, header: list[str]) -> tuple[str, str]:
    found = _FIRST.fullmatch(header[0].rstrip())
    if not found:
        raise _error(path, 1, _("第一行应为“// 名称: 一句话说明。”，冒号后空一格"))
    expected = path.name.removesuffix(".cypher").removesuffix(".graph")
    if found[1] != expected:
        raise _error(
            path, 1, _("说明里的名称是 {name}，文件名是 {expected}；请改为一致", name=found[1], expected=expected)
        )
    return found[1], found[2]


def _param(path: Path, number: int, line: str) -> Declared:
    found = _PARAM.fullmatch(line)
    if not found:
        raise _error(path, number, _("应为“param 名称 类型 [= 默认值] 含义”，类型是 {types} 之一", types=_TYPES))
    name, kind, default, doc = found.groups()
    return Declared(name, kind, doc, None if default is None else _default(path, number, kind, default))


def _default(path: Path, number: int, kind: str, text: str) -> Parameter:
    try:
        match kind:
            case "string" if text.startswith("'"):
                return text[1:-1]
            case "strings" if text == "[]":
                return []
            case "integer":
                return int(text)
            case "float":
                return float(text)
            case "boolean" if text in ("true", "false"):
                return text == "true"
    except ValueError:
        pass
    raise _error(path, number, _("默认值不是 {kind} 类型", kind=kind))


def _column(path: Path, number: int, line: str) -> Column:
    found = _RETURN.fullmatch(line)
    if not found:
        raise _error(path, number, _("应为“return 名称 类型 含义”，类型是 {types} 之一", types=_TYPES))
    return Column(*found.groups())


def _check_params(path: Path, first: int, text: str, declared: set[str]) -> None:
    for number, line in enumerate(_bare(text).splitlines(), start=first):
        for name in _DOLLAR.findall(line):
            if name not in declared:
                raise _error(path, number, _("${name} 没有声明；请加一行 param 或改正名称", name=name))
    unused = declared - set(_DOLLAR.findall(_bare(text)))
    if unused:
        names = ", ".join(f"${name}" for name in sorted(unused))
        raise _error(path, first, _("查询没有用到说明里声明的 {names}", names=names))


def _check_columns(path: Path, first: int, text: str, declared: list[str] | None) -> None:
    bare = _bare(text)
    branches = list(_returned(bare))
    if not branches:
        raise _error(path, first, _("查询没有 RETURN"))
    for columns in branches:
        names = []
        for column, at in columns:
            number = first + bare.count("\n", 0, at)
            found = _ALIAS.search(column)
            if not found:
                short = _BLANK.sub(" ", column)
                raise _error(path, number, _("列 {short} 没有名称；请加上 AS 名称", short=short))
            names.append(found[1])
        if declared is not None and names != declared:
            raise _error(
                path,
                first,
                _(
                    "返回 {given}，说明里声明的是 {declared}",
                    given=", ".join(names),
                    declared=", ".join(declared) or _("无"),
                ),
            )
    # Of a UNION neither engine sorts the whole, so its order is its helper's affair.
    if len(branches) == 1 and not re.search(r"\bORDER\s+BY\b", bare[bare.upper().rindex("RETURN") :], re.IGNORECASE):
        raise _error(path, first, _("结果没有顺序；请以 ORDER BY 结尾，最后一列应各行不同"))


def _returned(bare: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the columns of each RETURN outside all brackets, with the offset they begin at."""
    depth = 0
    start: int | None = None
    columns: list[tuple[str, int]] = []
    for found in [*_TOKEN.finditer(bare), None]:
        token = "" if found is None else found[0].upper()
        if token in ("(", "[", "{"):
            depth += 1
        elif token in (")", "]", "}"):
            depth -= 1
        elif depth == 0 and (token != "," or start is not None):
            if start is not None:
                end = len(bare) if found is None else found.start()
                columns.append((bare[start:end].strip(), start))
                start = end + 1 if token == "," else None
                if start is None:
                    yield columns
                    columns = []
            if token == "RETURN" and found is not None:
                start = found.end()


def _bare(text: str) -> str:
    """Return `text` with strings and comments blanked, so that what they hold is not taken for Cypher."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def _error(path: Path, line: int, why: Message) -> QueryError:
    return QueryError(_("{file} 第 {line} 行：{why}", file=path, line=line, why=why))
