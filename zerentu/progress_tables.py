"""How far tasks are, as tables of an office: counts first, then each task with its light and why, then every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from graph.messages import Message, _
from graph.model.progress import STATES
from graph.stores.store import Store
from queries.lights import LIGHTS, state_words
from queries.progress import counts, lights_of
from zerentu.cells import Row, number_cell, place_cell
from zerentu.settings import language, tell
from zerentu.sheet_layout import SheetColumn, SheetTable, fitting_width

__all__ = [
    "COLOURS",
    "due_words",
    "legend",
    "light_word",
    "map_progress",
    "progress_tables",
    "screen_rows",
    "share_words",
    "state_word",
    "summary",
    "task_sheet",
    "wanted_by_word",
]

#: The ground of a cell by light.
COLOURS = {"red": "F8B4B4", "yellow": "FFE699", "green": "C6E0B4", "grey": "D9D9D9"}
_LIGHTS: dict[str, Message] = {"red": _("红"), "yellow": _("黄"), "green": _("绿"), "grey": _("灰")}
#: What programs read behind the columns of a task, hidden in a workbook.
_MACHINE = ("light", "state", "share", "due", "derived", "task_id", "plan_id")


def wanted_by_word() -> dict[str, tuple[str, str]]:
    """Return each word for a light or a reported state, with the column of `queries.progress` and the value that it asks for."""
    lights = {word: ("light", light) for light in LIGHTS for word in (_LIGHTS[light].zh, light)}
    return {
        **lights,
        **{word: ("state", state) for state in STATES if state for word in (state_words(state).zh, state)},
    }


def light_word(light: str) -> str:
    """Return a light in one word."""
    return _LIGHTS[light].told(language())


def map_progress(store: Store, lang: str) -> dict[str, tuple[str, str]]:
    """Return the light of each task, and the line that a map says of it, of plans on which anything was reported."""
    found = lights_of(store)
    return {
        task: (row["light"], f"{_LIGHTS[row['light']].told(lang)}　{row['why_en' if lang == 'en' else 'why']}")
        for task, row in found.items()
    }


def state_word(state: str | None) -> str | None:
    """Return a reported state in words, None for none."""
    return state_words(state).told(language()) if state else None


def share_words(share: float | None) -> str | None:
    """Return a share in percent."""
    return None if share is None else f"{share:g}%"


def due_words(row: Row) -> str | None:
    """Return the last day of a task, marked where it is implied; its deadline as written where that names no day."""
    if not row["due"]:
        return row["deadline"] or None
    return tell("{day}（推定）", day=row["due"]) if row["derived"] else str(row["due"])


def summary(rows: Sequence[Row], day: str) -> str:
    """Return the counts of all lights in one line."""
    found = Counter(row["light"] for row in rows)
    said = [_("{light} {count}", light=_LIGHTS[light], count=found[light]) for light in LIGHTS]
    return tell("截至 {day}：{count} 项任务，{lights}", day=day, count=len(rows), lights=said)


def legend(soon: int) -> str:
    """Return what the lights mean."""
    return tell(
        "红：逾期未完成；黄：{soon} 天内到期、进度落后或受阻；绿：已完成或按期；灰：未报进展",
        soon=soon,
    )


def screen_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows of the screen: the most urgent lights first, within one in document order."""
    return [
        {
            "light": light_word(row["light"]),
            "plan": row["plan"],
            "number": number_cell(row),
            "title": row["title"],
            "answering": "、".join(row["answering"]),
            "due_day": due_words(row),
            "done": " ".join(filter(None, (state_word(row["state"]), share_words(row["share"])))) or None,
            "why": _why(row),
        }
        for row in sorted(rows, key=lambda row: LIGHTS.index(row["light"]))
    ]


def progress_tables(rows: Sequence[Row], reports: Sequence[Row], title: str, said: str) -> list[SheetTable]:
    """Return the sheets of a workbook: counts by plan, agency and quarter, tasks, every report.

    Parameters
    ----------
    rows
        Of `queries.progress`.
    reports
        Of `queries.progress.reports`: those that the sheet of reports shows.
    title
        Above the tasks.
    said
        The counts in one line, above the counts.
    """
    return [_summary_table(rows, said), task_sheet(rows, title), _report_table(reports)]


def _summary_table(rows: Sequence[Row], said: str) -> SheetTable:
    groups = ((tell("方案"), "plan"), (tell("责任单位"), "agency"), (tell("到期季度"), "quarter"))
    cells = [
        [
            caption,
            each[by] or tell("未写明"),
            each["tasks"],
            *(each[light] or None for light in LIGHTS),
            each["reported"] or None,
        ]
        for caption, by in groups
        for each in counts(rows, by)  # type: ignore[arg-type]
    ]
    columns = [
        SheetColumn(caption=tell("按"), width=10),
        SheetColumn(caption=tell("名称"), width=fitting_width([row[1] for row in cells])),
        SheetColumn(caption=tell("任务数"), width=8),
        *(SheetColumn(caption=light_word(light), width=8) for light in LIGHTS),
        SheetColumn(caption=tell("已报进展"), width=10),
    ]
    return SheetTable(name=tell("汇总"), title=said, columns=columns, rows=cells)


def task_sheet(rows: Sequence[Row], title: str) -> SheetTable:
    """Return a table of tasks with their lights."""
    cells = [
        [
            at,
            light_word(row["light"]),
            row["plan"],
            number_cell(row),
            row["title"],
            "、".join(row["answering"]) or None,
            due_words(row),
            state_word(row["state"]),
            share_words(row["share"]),
            row["said"],
            "\n".join(row["quarters"]) or None,
            _why(row),
            row["agency"],
            row["reported"],
            row["person"],
            row["phone"],
            " ".join(row["text"].replace("\t", "｜").split()),
            place_cell(row["source"], row["page"], row["line"]),
            *(row[name] for name in _MACHINE),
        ]
        for at, row in enumerate(rows, 1)
    ]
    shown: list[tuple[str, float]] = [
        (tell("序号"), 6), (tell("进展"), 6), (tell("方案"), 24), (tell("编号"), 12), (tell("任务"), 30),
        (tell("责任单位"), 22), (tell("时限"), 13), (tell("完成状态"), 10), (tell("完成比例"), 10), (tell("进展情况"), 36),
        (tell("季度进展"), 24), (tell("理由"), 28), (tell("填报单位"), 18), (tell("填报日期"), 12), (tell("责任人"), 10),
        (tell("联系电话"), 14), (tell("原文"), 60), (tell("出处"), 22),
    ]  # fmt: skip
    fills = {light_word(light): colour for light, colour in COLOURS.items()}
    columns = [
        SheetColumn(caption=caption, width=width, fills=fills if at == 1 else {})
        for at, (caption, width) in enumerate(shown)
    ]
    columns += [SheetColumn(caption=name, width=14, hidden=True) for name in _MACHINE]
    return SheetTable(name=tell("任务进展"), title=title, columns=columns, rows=cells)


def _report_table(reports: Sequence[Row]) -> SheetTable:
    cells = [
        [
            at,
            row["plan"],
            row["number"],
            row["title"] if row["position"] is not None else tell("{title}（新文本已无此任务）", title=row["title"]),
            row["agency"],
            row["updated"],
            row["imported"],
            state_word(row["state"]),
            share_words(row["share"]),
            row["said"],
            "\n".join(row["quarters"] or ()) or None,
            row["person"],
            row["phone"],
            tell("{file} {sheet} 第 {row} 行", file=row["file"], sheet=row["sheet"] or "", row=row["row"])
            if row["file"]
            else None,
            row["report_id"],
        ]
        for at, row in enumerate(reports, 1)
    ]
    shown: list[tuple[str, float]] = [
        (tell("序号"), 6), (tell("方案"), 24), (tell("编号"), 12), (tell("任务"), 30), (tell("填报单位"), 18),
        (tell("更新日期"), 12), (tell("导入日期"), 12), (tell("完成状态"), 10), (tell("完成比例"), 10), (tell("进展情况"), 40),
        (tell("季度进展"), 24), (tell("责任人"), 10), (tell("联系电话"), 14), (tell("来源"), 30),
    ]  # fmt: skip
    columns = [SheetColumn(caption=caption, width=width) for caption, width in shown]
    columns.append(SheetColumn(caption="report_id", width=14, hidden=True))
    return SheetTable(name=tell("填报记录"), title=tell("填报记录（先后次序）"), columns=columns, rows=cells)


def _why(row: Row) -> str:
    return str(row["why_en"] if language() == "en" else row["why"])
