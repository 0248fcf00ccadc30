"""``zerentu query``: one question of the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.answer_tables import emit_tables, plain_table, task_table
from zerentu.library import open_store
from zerentu.options import db_option, folder_option, format_option, lang_option, params_option, show_cypher_option
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["query_command"]


@click.command(
    "query",
    help=tell("运行目录中的一个查询。"),
    epilog=tell("例：zerentu query no_owner -p region=安庆市"),
)
@click.argument("name")
@params_option
@folder_option
@db_option
@format_option
@show_cypher_option
@lang_option
def query_command(
    name: str,
    params: dict[str, str],
    folder: Path | None,
    db: str | None,
    style: str,
    output: Path | None,
    show_cypher: bool,
) -> int:
    """Check the parameters, run the query and print its rows."""
    from queries import ask, find_query, parameters_from_text

    query = find_query(name, folder)
    if show_cypher:
        click.echo(query.text, err=True)
    values = parameters_from_text(query, params)
    with open_store(db) as store:
        found = ask.answer(store, query, **values)
        if style in ("csv", "xlsx"):
            title = query.summary if language() == "en" else query.caption
            ids = {name for name in found.columns if name.endswith("_id")}
            # A row with the id of something else, a mention or a target, says more than its task does.
            of_tasks = {"task_id", "plan_id"} <= ids <= {"task_id", "plan_id", "agency_id"} and all(
                row["task_id"] for row in found.records
            )
            emit_tables(
                [
                    task_table(store, found.records, found.columns, title)
                    if of_tasks
                    else plain_table(found.records, found.columns, title)
                ],
                style,
                output,
            )
            return 0
    if style == "json":
        emit(found.records, style, found.columns, output)
        return 0
    table(found.records, found.columns, language())
    return 0
