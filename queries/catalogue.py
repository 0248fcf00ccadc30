"""The catalogue of questions: one documented .cypher file each, and the one way to ask them.

Names and types of parameters are checked before anything runs, because the embedded engine
takes a parameter that is missing for one that matches nothing and answers with no rows.
Answers are never cut: no query has a LIMIT of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graph.errors import QueryError, SettingsError
from graph.messages import _
from graph.stores.answer import Answer
from graph.stores.store import Parameter, Store
from queries.framed import framed
from queries.optional import without_unused
from queries.query_file import Declared, Query, read_query
from queries.suggestions import unknown

__all__ = [
    "FEW",
    "FOLDER_VARIABLE",
    "ask",
    "catalogue",
    "catalogue_markdown",
    "checked",
    "find_query",
    "parameters_from_text",
]

#: Environment variable that names a folder of the user's own questions.
FOLDER_VARIABLE = "ZERENTU_QUERIES"

#: So many plans or agencies are asked about one by one: what is looked up by one value costs the same in a store of any size.
FEW = 8

_BUILT_IN = Path(__file__).parent / "cypher"
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float, int),
    "boolean": (bool,),
    "strings": (list,),
}
_TRUTH = {"true": True, "1": True, "是": True, "false": False, "0": False, "否": False}


def catalogue(folder: str | Path | None = None) -> dict[str, Query]:
    """Return every question by name, in alphabetical order.

    Parameters
    ----------
    folder
        A folder of further .cypher files; that of ``ZERENTU_QUERIES`` when left out.

    Raises
    ------
    SettingsError
        If `folder` is not a folder, or one of its questions has the name of a question of ours.
    QueryError
        If a file of it is malformed; names file and line.

    Examples
    --------
    >>> catalogue()["no_owner"].summary
    'Tasks that nobody answers for.'
    """
    folder = folder or os.environ.get(FOLDER_VARIABLE) or None
    if folder is None:
        return dict(_built_in())
    folder = Path(folder)
    if not folder.is_dir():
        raise SettingsError(
            _(
                "{folder} 不是文件夹；{variable} 应指向存放 .cypher 文件的文件夹",
                folder=folder,
                variable=FOLDER_VARIABLE,
            )
        )
    own = _read(folder)
    for name in own:
        if name in _built_in():
            raise SettingsError(_("{path}.cypher：已有名为 {name} 的查询；请换一个名称", path=folder / name, name=name))
    return dict(sorted({**_built_in(), **own}.items()))


@cache
def _built_in() -> dict[str, Query]:
    return _read(_BUILT_IN)


@cache
def _built_in_names() -> frozenset[str]:
    return frozenset(path.stem for path in _BUILT_IN.glob("*.cypher") if not path.stem.endswith(".graph"))


@cache
def _built_in_query(name: str) -> Query:
    """Return one question of ours without reading all the others."""
    return read_query(_BUILT_IN / f"{name}.cypher")


def _read(folder: Path) -> dict[str, Query]:
    paths = sorted(folder.glob("*.cypher"))
    rows = [path for path in paths if not path.name.endswith(".graph.cypher")]
    names = {path.name for path in rows}
    for path in paths:
        if path not in rows and path.name.replace(".graph.cypher", ".cypher") not in names:
            rows_name = path.name.replace(".graph.cypher", ".cypher")
            raise QueryError(_("{path}：旁边缺少 {beside}", path=path, beside=rows_name))
    return {query.name: query for query in map(read_query, rows)}


def find_query(name: str, folder: str | Path | None = None) -> Query:
    """Return the question called `name`, or whose Chinese caption is `name`: partners, 合作单位.

    Raises
    ------
    UnknownNameError
        If there is none; carries the nearest names.
    """
    if not (folder or os.environ.get(FOLDER_VARIABLE)) and name in _built_in_names():
        return _built_in_query(name)
    known = catalogue(folder)
    if name in known:
        return known[name]
    called = [query for query in known.values() if name == query.caption]
    if len(called) != 1:
        raise unknown(name, [*known, *(query.caption for query in known.values())], what=_("查询"))
    return called[0]


@framed
def ask(store: Store, query: str | Query, /, **params: Parameter) -> Answer:
    """Ask a question of the catalogue and return its rows, in the order that the question declares.

    Parameters
    ----------
    store
        An open store.
    query
        Name of a question, or a question.
    **params
        Values of its parameters; those with a default may be left out.

    Returns
    -------
    DataFrame
        The declared columns; dtype object, ``None`` for null.

    Raises
    ------
    UnknownNameError
        If no question has that name.
    QueryError
        If a parameter is missing, unknown or of another type, or the engine does not accept the query.

    Examples
    --------
    >>> ask(sample_store, "no_owner", region="洛阳市")[["number", "title"]].values.tolist()
    [['二/（五）/专栏1', '重点工程'], ['三/（一）', '加强培训']]
    """
    if isinstance(query, str):
        query = find_query(query)
    values = checked(query, params)
    try:
        rows = store.answer(without_unused(query.text, values), values)
    except QueryError as error:
        raise QueryError(
            _(
                "查询 {query}（参数：{given}）：{why}",
                query=query.name,
                given=", ".join(values) or "-",
                why=error.message,
            )
        ) from error
    declared = [item.name for item in query.returns]
    if rows.columns != declared:
        raise QueryError(
            _(
                "查询 {query} 返回 {columns}；声明的是 {declared}",
                query=query.name,
                columns=list(rows.columns),
                declared=list(declared),
            )
        )
    return rows


def checked(query: Query, params: Mapping[str, Parameter]) -> dict[str, Parameter]:
    """Return a value for every parameter of `query`, defaults filled in.

    Raises
    ------
    QueryError
        If one is missing, unknown or of another type; names them and never shows a value.
    """
    _known(query, params)
    values = {}
    for item in query.params:
        value = params.get(item.name, item.default)
        if value is None:
            raise QueryError(
                _(
                    "查询 {query} 缺少参数 {name}（{type}）：{meaning}",
                    query=query.name,
                    name=item.name,
                    type=item.type,
                    meaning=item.doc,
                )
            )
        if not _fits(item, value):
            raise _mistyped(query, item)
        values[item.name] = value
    return values


def _fits(item: Declared, value: Parameter) -> bool:
    if isinstance(value, bool) and item.type != "boolean":
        return False
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        return False
    return isinstance(value, _PYTHON[item.type])


def parameters_from_text(query: Query, texts: Mapping[str, str]) -> dict[str, Parameter]:
    """Return parameters typed on a command line as values of the declared types; a list is split at commas and 、.

    Raises
    ------
    QueryError
        If the question has no such parameter, or a text is no value of its type.

    Examples
    --------
    >>> parameters_from_text(find_query("agency_tasks"), {"agencies": "市财政局,市商务局"})
    {'agencies': ['市财政局', '市商务局']}
    """
    known = _known(query, texts)
    return {name: _value(query, known[name], text) for name, text in texts.items()}


def _value(query: Query, item: Declared, text: str) -> Parameter:
    try:
        match item.type:
            case "integer":
                return int(text)
            case "float":
                return float(text)
            case "boolean":
                return _TRUTH[text.lower()]
            case "strings":
                parts = text.replace("，", ",").replace("、", ",").split(",")
                return [part.strip() for part in parts if part.strip()]
    except (ValueError, KeyError) as error:
        raise _mistyped(query, item) from error
    return text


def _known(query: Query, given: Iterable[str]) -> dict[str, Declared]:
    known = {item.name: item for item in query.params}
    for name in given:
        if name not in known:
            raise QueryError(
                _(
                    "查询 {query} 没有参数 {name}；它的参数：{known}",
                    query=query.name,
                    name=name,
                    known=list(known) or _("无"),
                )
            )
    return known


def _mistyped(query: Query, item: Declared) -> QueryError:
    return QueryError(_("查询 {query}：参数 {name} 应为 {type} 类型", query=query.name, name=item.name, type=item.type))


def catalogue_markdown() -> str:
    """Return the page that documents every question of ours; ``queries/README.md`` holds it."""
    known = _built_in()
    lines = [
        "# Questions",
        "",
        "Generated from the headers of `queries/cypher/*.cypher`. Ask one with `zerentu query NAME -p key=value` or",
        "`zerentu.query(store, name, key=value)`. Your own files go into a folder that `ZERENTU_QUERIES` names.",
        "",
        "Every question has a Chinese name (the first words of its description) by which `zerentu query` knows it too.",
        "A subgraph belongs to questions whose rows are tasks that somebody draws as a map. The others have none, because",
        "nothing could be drawn: they count (workload, plan_tasks), list names (agency_names, plan_list, section_titles),",
        "look up what is given by ids, for helpers and plain questions (owners_of_tasks, owned_tasks, task_years, titled_tasks),",
        "or are about targets, overrides and words without owners. Every question has a typed helper of its name in `queries`",
        "with an example that the tests run (`queries.partners`, `queries.workload` …): where a question takes ids of agencies or",
        "plans, its helper takes their names. `queries.ask` asks any question, those of your own too.",
        "",
        "| question | answers |",
        "| --- | --- |",
        *(f"| [{name}](#{name}) | {query.summary} |" for name, query in known.items()),
    ]
    for query in known.values():
        lines += ["", f"## {query.name}", "", query.summary, "", query.doc, ""]
        if query.params:
            lines += ["| parameter | type | default | meaning |", "| --- | --- | --- | --- |"]
            lines += [f"| {item.name} | {item.type} | {_shown(item)} | {item.doc} |" for item in query.params]
            lines += [""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| {item.name} | {item.type} | {item.doc} |" for item in query.returns]
        if query.subgraph is not None:
            lines += ["", "Has a subgraph, for maps."]
    return "\n".join(lines) + "\n"


def _shown(item: Declared) -> str:
    if item.default is None:
        return "required"
    return {"": "empty"}.get(str(item.default), str(item.default))
