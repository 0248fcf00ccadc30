"""``zerentu completion``: the script that lets a shell complete the command line."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from zerentu.completion import SHELLS
from zerentu.options import lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["completion_command"]


@click.command(
    "completion",
    help=tell("打印补全脚本：按 Tab 补全命令、选项，以及图库里的单位和地区名称。"),
    epilog=tell(
        'bash：eval "$(zerentu completion bash)" 写进 ~/.bashrc；zsh 同样写进 ~/.zshrc；'
        "fish：zerentu completion fish > ~/.config/fish/completions/zerentu.fish；"
        "PowerShell：zerentu completion powershell >> $PROFILE"
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@lang_option
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> int:
    """Print the script; bash older than 4.4 is told on standard error."""
    kind = get_completion_class(shell)
    assert kind is not None
    write_out(kind(ctx.find_root().command, {}, "zerentu", "_ZERENTU_COMPLETE").source())
    return 0
