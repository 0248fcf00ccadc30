"""What the shell offers behind Tab: commands and options by Click, names of agencies and regions out of the store.

Nothing is ever printed or raised here: a shell that completes shows no messages. A store on a server is not
asked, since an answer may take longer than anybody waits for Tab.
"""

from __future__ import annotations

import os
import re
from typing import ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

from graph.errors import ZerentuError

__all__ = ["SHELLS", "PowerShellComplete", "agency_names", "region_names", "register"]

#: A name goes onto the command line as it is: none that a shell would take apart, or a terminal obey, is offered.
_HARMLESS = re.compile(r"[\w（）〔〕《》“”·—－-]+")
SHELLS = ("bash", "zsh", "fish", "powershell")

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = ($commandAst.CommandElements | ForEach-Object { $_.Extent.Text.Trim('"', "'") }) -join "`n"
    $env:COMP_CWORD = $wordToComplete.Trim('"', "'")
    try {
        %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            $shown = if ($value -match '\\s') { "'$value'" } else { $value }
            $tip = if ($help) { $help } else { $value }
            [System.Management.Automation.CompletionResult]::new($shown, $value, 'ParameterValue', $tip)
        }
    } finally {
        [Console]::OutputEncoding = $before
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD -ErrorAction SilentlyContinue
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion in PowerShell, which Click does not know: words by line, the word at the cursor beside them."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one at the cursor, and that word."""
        words = os.environ.get("COMP_WORDS", "").split("\n")[1:]
        incomplete = os.environ.get("COMP_CWORD", "")
        return (words[:-1] if incomplete and words and words[-1] == incomplete else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line: the value, and what it means."""
        return f"{item.value}\t{(item.help or '').splitlines()[0]}" if item.help else str(item.value)


def register() -> None:
    """Let Click know PowerShell."""
    add_completion_class(PowerShellComplete)


def agency_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return names of agencies in the store that begin with what was typed, with or without the level word."""
    cypher = (
        "MATCH (a:Agency) WHERE a.name STARTS WITH $start OR a.name STARTS WITH $local "
        "RETURN DISTINCT a.name AS name ORDER BY name LIMIT 50"
    )
    return _names(ctx, cypher, {"start": incomplete, "local": f"市{incomplete}"})


def region_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return names of regions in the store that begin with what was typed."""
    cypher = "MATCH (r:Region) WHERE r.name STARTS WITH $start RETURN DISTINCT r.name AS name ORDER BY name LIMIT 50"
    return _names(ctx, cypher, {"start": incomplete})


def _names(ctx: click.Context, cypher: str, parameters: dict[str, str]) -> list[str]:
    from zerentu.paths import open_store, store_target

    try:
        target = store_target(ctx.params.get("db"))
        if "://" in target or not os.path.exists(target):  # noqa: PTH110
            return []
        with open_store(target) as store:
            names = [row["name"] for row in store.answer(cypher, parameters, timeout=2).records]
            return [name for name in names if _HARMLESS.fullmatch(name or "") and not name.startswith("-")]
    except (ZerentuError, OSError):
        return []
