"""``zerentu load``: plans into the store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from zerentu.library import LoadResult, load, open_store, plan_files, store_target
from zerentu.options import db_option, format_option, lang_option, lexicon_option, overrides_option
from zerentu.output import emit, say, table
from zerentu.settings import choose, language

__all__ = ["load_command"]


_STATES = {"added": ("新增", "added"), "replaced": ("更新", "replaced"), "unchanged": ("未变", "unchanged")}


@click.command(
    "load",
    help=choose(
        "把文件或文件夹里的方案载入图库；同一方案的旧版本被替换，读不了的文件最后列出。",
        "Load plans from files or folders into the store; a plan's older version is replaced, bad files are named at the end.",
    ),
    epilog=choose("例：zerentu load 方案文件夹 --db 办公室.lbug", "Example: zerentu load plans/ --db office.lbug"),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@db_option
@lexicon_option
@overrides_option
@click.option(
    "--region",
    metavar="NAME",
    help=choose("这些方案所属地区（文中看不出时）", "Region of these plans, where they do not tell"),
)
@format_option
@lang_option
def load_command(
    paths: tuple[Path, ...],
    db: str | None,
    overrides: Path | None,
    region: str | None,
    style: str,
    output: Path | None,
) -> int:
    """Load and report plan by plan."""
    result = _load_with_progress(paths, db, region, overrides)
    rows = _loaded(result, db)
    if style != "table":
        emit(rows, style, output=output)
    elif rows:
        table(rows, ["state", "region", "title", "tasks", "owned_tasks", "targets"], language())
        click.echo(choose(f"图库：{store_target(db)}", f"Store: {store_target(db)}"), err=True)
    for plan_id, sources in result.sources.items():
        if len(sources) > 1:
            title = next((row["title"] for row in rows if row["id"] == plan_id), plan_id)
            names = choose("、", ", ").join(str(path) for path in sources)
            click.echo(
                choose(
                    f"注意：{names} 是同一方案（{title}），保留最后一个",
                    f"Note: {names} are one plan ({title}); the last was kept",
                ),
                err=True,
            )
    for row in rows:
        if row["region"] is None:
            click.echo(
                choose(
                    f"注意：看不出《{row['title']}》属于哪个地区；可用 --region 指明",
                    f"Note: the plan {row['title']} does not tell its region; say it with --region",
                ),
                err=True,
            )
    for path, unread in result.unread:
        click.echo(choose(f"注意：{path}：{unread.zh}", f"Note: {path}: {unread.en}"), err=True)
    for failure in result.failures:
        click.echo(choose("未载入：", "Not loaded: ") + say(failure.error), err=True)
    return 1 if result.failures else 0


def _load_with_progress(
    paths: tuple[Path, ...], db: str | None, region: str | None, overrides: Path | None
) -> LoadResult:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        return load(paths, db=db, region=region, overrides=overrides)
    total = sum(len(plan_files([path])) if path.is_dir() else 1 for path in paths)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as bar:
        job = bar.add_task(choose("读取方案", "Reading"), total=total)
        return load(
            paths,
            db=db,
            region=region,
            overrides=overrides,
            progress=lambda path: bar.update(job, advance=1, description=path.name[:40]),
        )


def _loaded(result: LoadResult, db: str | None) -> list[dict[str, Any]]:
    """Return a row for each plan that was loaded."""
    from queries import plans

    states = {plan: state for state in _STATES for plan in getattr(result.report, state)}
    if not states:
        return []
    with open_store(db) as store:
        rows = plans.answer(store).records
    english = language() == "en"
    return [{"state": _STATES[states[row["id"]]][english], **row} for row in rows if row["id"] in states]
