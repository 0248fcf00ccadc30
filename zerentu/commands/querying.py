"""``zerentu queries`` and ``query``: the catalogue itself."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import SettingsError
from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, show_cypher_option
from zerentu.present import emit, rows_of, table
from zerentu.settings import choose, language

__all__ = ["queries_command", "query_command"]


_FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help=choose("自己的查询文件夹（默认 $ZERENTU_QUERIES）", "A folder of your own queries (default $ZERENTU_QUERIES)"),
)


@click.command("queries", help=choose("列出查询目录。", "List the query catalogue."))
@_FOLDER
@format_option
@lang_option
def queries_command(folder: Path | None, style: str) -> int:
    """Print one row a query."""
    from queries import catalogue

    rows = [
        {
            "name": query.name,
            "params": [param.name for param in query.params],
            "summary": query.summary,
            "doc": query.doc,
        }
        for query in catalogue(folder).values()
    ]
    if style != "table":
        emit(rows, style)
        return 0
    table(rows, ["name", "params", "summary"], language())
    return 0


@click.command(
    "query",
    help=choose("运行目录中的一个查询。", "Run a query of the catalogue."),
    epilog=choose("例：zerentu query no_owner -p region=安庆市", "Example: zerentu query no_owner -p region=安庆市"),
)
@click.argument("name")
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help=choose("参数，可重复", "A parameter; may be repeated"),
)
@_FOLDER
@db_option
@format_option
@show_cypher_option
@lang_option
def query_command(
    name: str, params: tuple[str, ...], folder: Path | None, db: str | None, style: str, show_cypher: bool
) -> int:
    """Check the parameters, run the query and print its rows."""
    from queries import ask, find_query, parameters_from_text

    query = find_query(name, folder)
    texts: dict[str, str] = {}
    for param in params:
        key, found, value = param.partition("=")
        if not found:
            raise SettingsError(
                f"-p {param}: a parameter is written key=value, such as -p region=安庆市",
                zh=f"-p {param}：参数要写成 名称=值，例如 -p region=安庆市",
            )
        texts[key.strip()] = value
    if show_cypher:
        click.echo(query.text, err=True)
    values = parameters_from_text(query, texts)
    with open_store(db) as store:
        frame = ask(store, query, **values)
    rows = rows_of(frame)
    if style != "table":
        emit(rows, style, list(frame.columns))
        return 0
    table(rows, list(frame.columns), language())
    return 0
