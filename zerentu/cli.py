"""The group of commands; each one's module is imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from graph.errors import ZerentuError
from graph.messages import Message, _
from zerentu._version import __version__
from zerentu.completion import register
from zerentu.config import config_path, read_config
from zerentu.options import lang_option
from zerentu.output import say
from zerentu.settings import language, tell
from zerentu.usage import Pages, complaint

__all__ = ["COMMANDS", "cli", "run"]

#: Command to one line for the overview; ``zerentu.commands`` has a module of its name.
COMMANDS: dict[str, Message] = {
    "parse": _("读出方案里的任务、责任单位和目标（JSON）"),
    "load": _("把方案载入图库"),
    "plans": _("列出图库中的方案"),
    "remove": _("从图库中移除一份方案"),
    "ask": _("用平常话提问，得到答案或如实说没有"),
    "agency": _("某单位负责什么"),
    "task": _("某任务由谁负责，附原文"),
    "industry": _("涉及某行业的任务"),
    "resolve": _("名称指哪个机构，为什么"),
    "lexicon": _("检查自己的词表"),
    "targets": _("列出目标"),
    "audit": _("检查无人负责、无牵头等问题"),
    "cascade": _("下级方案怎样落实上级方案：对应任务、目标、责任单位"),
    "diff": _("两个版本之间改了什么，该告诉哪些单位"),
    "network": _("谁和谁一起干：瓶颈、要协调的单位、纽带"),
    "whatif": _("假如机构合并、撤销、更名或任务移交，会怎样"),
    "progress": _("任务进展：红、黄、绿、灰，谁报了、谁没报；导入各单位交回的表格"),
    "map": _("画出责任图（离线网页）"),
    "matrix": _("责任矩阵：任务为行、单位为列（Excel、离线网页、CSV）"),
    "serve": _("在本机的浏览器里用：拖入方案、提问、浏览、下载、收表"),
    "explore": _("写成一个可转发的离线网页：概览、机构、任务、矩阵、目标、检查"),
    "sheets": _("给各单位的任务填报表（Excel），填好可以读回"),
    "bulletin": _("督查通报：各单位情况、逾期任务、检查发现，附任务分解表（Word）"),
    "tasks": _("任务分解表：按章节列出任务和各类责任单位（Word）"),
    "queries": _("列出查询目录"),
    "query": _("运行目录中的一个查询"),
    "cypher": _("运行自己写的只读 Cypher"),
    "mcp": _("供智能助手调用的服务（MCP）"),
    "export": _("导出给其他程序（Neo4j、Gephi 等）"),
    "copy": _("把图库复制到另一个图库"),
    "demo": _("用附带的示例方案走一遍"),
    "doctor": _("检查安装、图库、设置、控制台，说明缺什么、怎么办"),
    "completion": _("打印命令行补全脚本（bash、zsh、fish、powershell）"),
}


class Commands(click.Group):
    """A group that knows the names of its commands and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"zerentu.commands.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import difflib

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            if near:
                raise click.UsageError(tell("没有 {name} 这个命令，是不是 {near}？", name=name, near=near[0]), ctx)
            raise click.UsageError(tell("没有 {name} 这个命令；用 zerentu --help 查看全部命令", name=name), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(tell("命令")):
            formatter.write_dl([(name, summary.told(language())) for name, summary in COMMANDS.items()])


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        return Pages()


register()
Commands.context_class = _Context
click.Command.context_class = _Context


@click.group(
    cls=Commands,
    help=tell("zerentu（责任图）：从政府方案里读出谁负责什么、何时完成，存成属性图，能查询、能检查、能画图。"),
    epilog=tell("各命令的用法：zerentu 命令 --help"),
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, prog_name="zerentu", message="%(prog)s %(version)s")
@lang_option
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Hold the commands together; refuse a wrong zerentu.toml before any of them runs."""
    path = None if ctx.invoked_subcommand == "doctor" else config_path()
    if path:
        read_config(path)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status.

    Statuses: 0 done, 1 something could not be done (one sentence on stderr), 2 wrong usage, 130 interrupted.
    """
    try:
        result: Any = cli.main(args=arguments, prog_name="zerentu", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except ZerentuError as error:
        click.echo(tell("错误：{why}", why=say(error)), err=True)
        return 1
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        click.echo(complaint(error), err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(tell("已中断"), err=True)
        return 130
    except BrokenPipeError:
        # The reader of the pipe went away (| head): nothing is wrong, but Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
