"""``zerentu demo``: the whole way with the sample plan."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import sample_plan
from zerentu.options import lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["demo_command"]

AGENCY = "市工业和信息化局"


@click.command(
    "demo",
    help=tell("载入附带的示例方案，问一个单位负责什么、哪些任务无人负责，并画一张责任图。"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    help=tell("放置图库和责任图的文件夹"),
)
@lang_option
@click.pass_context
def demo_command(ctx: click.Context, output: Path) -> int:
    """Run the commands that a new user would type, showing each."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    output.mkdir(parents=True, exist_ok=True)
    db = str(output / "zerentu.lbug")
    steps = [
        ["load", str(sample_plan()), "--db", db],
        ["agency", AGENCY, "--db", db],
        ["audit", "--rule", "no_owner", "--rule", "only_collective", "--rule", "unread_trigger", "--db", db],
        ["map", "-o", str((output / "map.html").resolve()), "--db", db],
    ]
    for step in steps:
        write_out(f"$ zerentu {' '.join(step)}")
        command = group.get_command(ctx, step[0])
        assert command is not None
        # With the program as its parent, a command has the same help options as when it is typed.
        status = command.main(step[1:], prog_name=step[0], standalone_mode=False, parent=ctx.find_root())
        if status:
            return int(status)
        write_out("")
    write_out(tell("下一步：zerentu load 你的方案文件夹"))
    return 0
