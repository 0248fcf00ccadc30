"""``zerentu queries`` and ``query``: the catalogue itself; ``cypher``: what is not in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from graph.errors import SettingsError
from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, show_cypher_option
from zerentu.output import emit, rows_of, table
from zerentu.settings import choose, language

__all__ = ["cypher_command", "queries_command", "query_command"]


_FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help=choose("自己的查询文件夹（默认 $ZERENTU_QUERIES）", "A folder of your own queries (default $ZERENTU_QUERIES)"),
)


_PARAMS = click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help=choose("参数，可重复", "A parameter; may be repeated"),
)


@click.command("queries", help=choose("列出查询目录。", "List the query catalogue."))
@_FOLDER
@format_option
@lang_option
def queries_command(folder: Path | None, style: str, output: Path | None) -> int:
    """Print one row a query."""
    from queries import catalogue

    rows = [
        {
            "name": query.name,
            "params": [param.name for param in query.params],
            "caption": query.caption,
            "summary": query.summary,
            "doc": query.doc,
        }
        for query in catalogue(folder).values()
    ]
    if style != "table":
        emit(rows, style, output=output)
        return 0
    table(rows, ["name", "params", choose("caption", "summary")], language())
    return 0


@click.command(
    "query",
    help=choose("运行目录中的一个查询。", "Run a query of the catalogue."),
    epilog=choose("例：zerentu query no_owner -p region=安庆市", "Example: zerentu query no_owner -p region=安庆市"),
)
@click.argument("name")
@_PARAMS
@_FOLDER
@db_option
@format_option
@show_cypher_option
@lang_option
def query_command(
    name: str,
    params: tuple[str, ...],
    folder: Path | None,
    db: str | None,
    style: str,
    output: Path | None,
    show_cypher: bool,
) -> int:
    """Check the parameters, run the query and print its rows."""
    from queries import ask, find_query, parameters_from_text

    query = find_query(name, folder)
    texts = _texts(params)
    if show_cypher:
        click.echo(query.text, err=True)
    values = parameters_from_text(query, texts)
    with open_store(db) as store:
        frame = ask(store, query, **values)
    rows = rows_of(frame)
    if style != "table":
        emit(rows, style, list(frame.columns), output)
        return 0
    table(rows, list(frame.columns), language())
    return 0


@click.command(
    "cypher",
    help=choose(
        '运行自己写的只读 Cypher。参数值能读作 JSON 的按 JSON（2025、true、["甲"]），否则按文字；要把数字当文字，写 \'"2025"\'。',
        'Run Cypher of your own, reading only. A parameter that is JSON is read as such (2025, true, ["a"]), '
        "anything else is text; to pass a number as text write '\"2025\"'.",
    ),
    epilog=choose(
        "例：zerentu cypher 'MATCH (t:Task) WHERE t.due = $due RETURN t.title AS title' -p due=2025",
        "Example: zerentu cypher 'MATCH (t:Task) WHERE t.due = $due RETURN t.title AS title' -p due=2025",
    ),
)
@click.argument("text", metavar="CYPHER")
@_PARAMS
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help=choose("最长运行秒数", "Seconds after which the query is ended"),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    default=1000,
    show_default=True,
    help=choose("最多输出多少行", "Most rows to print"),
)
@db_option
@format_option
@lang_option
def cypher_command(
    text: str, params: tuple[str, ...], timeout: float, limit: int, db: str | None, style: str, output: Path | None
) -> int:
    """Run the query and print its rows; say on standard error if there are more."""
    values = {key: _value(value) for key, value in _texts(params).items()}
    with open_store(db) as store:
        frame = store.rows(text, values, timeout=timeout, limit=limit + 1)
    rows = rows_of(frame)[:limit]
    if style == "table":
        table(rows, list(frame.columns), language())
    else:
        emit(rows, style, list(frame.columns), output)
    if len(frame) > limit:
        click.echo(
            choose(
                f"只输出前 {limit} 行，还有更多；可用 --limit 调大",
                f"Only the first {limit} rows are shown, there are more; raise --limit",
            ),
            err=True,
        )
    return 0


def _texts(params: tuple[str, ...]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for param in params:
        key, found, value = param.partition("=")
        if not found:
            raise SettingsError(
                f"-p {param}: a parameter is written key=value, such as -p region=安庆市",
                zh=f"-p {param}：参数要写成 名称=值，例如 -p region=安庆市",
            )
        texts[key.strip()] = value
    return texts


def _value(text: str) -> Any:
    """Return what `text` is as JSON, else the text itself; NaN and Infinity are no JSON."""
    try:
        return json.loads(text, parse_constant=int)
    except ValueError:
        return text
