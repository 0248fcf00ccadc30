"""``zerentu parse``: documents to JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from graph.errors import ZerentuError
from zerentu.completion import region_names
from zerentu.options import home_region, lang_option, lexicon_option, limit_option
from zerentu.output import say, write_out
from zerentu.settings import language, tell

__all__ = ["parse_command"]


@click.command(
    "parse",
    help=tell("读出方案里的任务、责任单位、目标，每个文件输出一个 JSON 对象（多个文件为 JSON Lines）。"),
    epilog=tell("例：zerentu parse 方案.txt --pretty > 方案.json"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--pretty", is_flag=True, help=tell("缩进输出"))
@click.option(
    "--coverage",
    is_flag=True,
    help=tell("统计触发词，列出未解析的句子；按字、段、行、单元格计各类内容"),
)
@click.option(
    "--explain",
    is_flag=True,
    help=tell("注明判定每个角色、每个目标的规则"),
)
@click.option(
    "--region",
    metavar="NAME",
    callback=home_region,
    shell_complete=region_names,
    help=tell("方案所属地区（文中看不出时）"),
)
@click.option("-v", "--verbose", is_flag=True, help=tell("报告所用的文字编码"))
@lexicon_option
@limit_option
@lang_option
def parse_command(
    files: tuple[Path, ...], pretty: bool, coverage: bool, explain: bool, region: str | None, verbose: bool
) -> int:
    """Print the parse of each file; a bad file is named and does not stop the rest."""
    from zerentu.library import parse

    failed = 0
    for path in files:
        try:
            found = parse(path, region=region, coverage=coverage, explain=explain)
        except ZerentuError as error:
            failed += 1
            click.echo(tell("错误：{why}", why=say(error)), err=True)
            continue
        if verbose:
            click.echo(f"{path}: {found['source']['codec']}", err=True)
        for unread in found["source"].get("unread", []):
            click.echo(tell("注意：{path}：{what}", path=path, what=unread[language()]), err=True)
        write_out(json.dumps(found, ensure_ascii=False, indent=2 if pretty else None), data=True)
    return 1 if failed else 0
