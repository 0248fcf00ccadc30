"""``zerentu cypher``: a question that is not in the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, params_option
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["cypher_command"]


@click.command(
    "cypher",
    help=tell(
        '运行自己写的只读 Cypher。参数值能读作 JSON 的按 JSON（2025、true、["甲"]），否则按文字；要把数字当文字，写 \'"2025"\'。'
    ),
    epilog=tell("例：zerentu cypher 'MATCH (t:Task) WHERE t.due = $due RETURN t.title AS title' -p due=2025"),
)
@click.argument("text", metavar="CYPHER")
@params_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help=tell("最长运行秒数"),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    default=1000,
    show_default=True,
    help=tell("最多输出多少行"),
)
@db_option
@format_option
@lang_option
def cypher_command(
    text: str, params: dict[str, str], timeout: float, limit: int, db: str | None, style: str, output: Path | None
) -> int:
    """Run the query and print its rows; say on standard error if there are more."""
    values = {key: _value(value) for key, value in params.items()}
    with open_store(db) as store:
        found = store.answer(text, values, timeout=timeout, limit=limit + 1)
    rows = found.records[:limit]
    if style == "table":
        table(rows, found.columns, language())
    else:
        emit(rows, style, found.columns, output)
    if len(found.records) > limit:
        click.echo(
            tell("只输出前 {limit} 行，还有更多；可用 --limit 调大", limit=limit),
            err=True,
        )
    return 0


def _value(text: str) -> Any:
    """Return what `text` is as JSON, else the text itself; NaN and Infinity are no JSON."""
    try:
        return json.loads(text, parse_constant=int)
    except ValueError:
        return text
