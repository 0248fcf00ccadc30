"""Sheets that offices fill in: the tasks of a body as a protected table with open columns, ready to print and to send back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.model.progress import STATES
from queries.lights import SOON
from zerentu.answer_tables import task_table
from zerentu.cells import Row, role_cell
from zerentu.settings import language, tell
from zerentu.sheet_columns import FILLED, sheet_caption
from zerentu.sheet_identity import LOCKED, Identity, mark_of
from zerentu.sheet_layout import SheetColumn, SheetTable, cell_text, fitting_width, write_table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from graph.stores.store import Store
    from zerentu.task_sheets import Body, Duty, Issue

__all__ = ["Form", "Forms", "write_form"]

_RED, _YELLOW = "F8CBAD", "FFE699"
#: Narrower than where a list is only read: the columns to fill in stand on the same page.
_WIDTHS = {"at": 6, "task": 24, "own": 12, "lead": 14, "co_own": 16, "support": 18, "guide": 11, "implement": 13, "deadline": 18, "targets": 20, "text": 46, "place": 15, "plan": 18}  # fmt: skip
_FORMS = {"share": "0%", "person": "@", "phone": "@", "updated": "yyyy-mm-dd"}
#: Days as a sheet counts them, for what a cell may hold.
_FIRST_DAY = "DATE(2000,1,1)"


@dataclass(frozen=True, kw_only=True)
class Form:
    """A sheet to be filled in: whom it is for, its table, the last day of each task that has one."""

    body: Body
    table: SheetTable
    due: tuple[date | None, ...]


class Forms:
    """Makes the forms of an issue; what the tasks say is asked of the store once for all of them.

    Parameters
    ----------
    store
        An open store.
    issued
        What goes out.
    quarters
        Periods that have a column each: ``2026Q1``.
    """

    def __init__(self, store: Store, issued: Issue, quarters: Sequence[str] = ()) -> None:
        from queries.progress import last_days

        self._issued = issued
        self._quarters = tuple(quarters)
        self._titles = {row["id"]: row["title"] or row["source"] for row in issued.plans}
        everybody = [*issued.bodies, *([issued.unassigned] if issued.unassigned else [])]
        duties = {duty.task_id: duty for body in everybody for duty in body.duties}
        rows: list[Row] = [
            {"task_id": duty.task_id, "plan_id": duty.plan_id, "role": None, "agency_id": None}
            for duty in duties.values()
        ]
        table = task_table(store, rows, ["role"], "")
        names = [
            "at",
            "task",
            "own",
            "lead",
            "co_own",
            "support",
            "guide",
            "implement",
            "deadline",
            "targets",
            "text",
            "place",
        ]
        self._cells: dict[str, dict[str, Any]] = {
            row["task_id"]: dict(zip(names, cells, strict=False)) for row, cells in zip(rows, table.rows, strict=True)
        }
        self._due = last_days(store, (row["id"] for row in issued.plans))

    def form(self, body: Body) -> Form:
        """Return the form of a body."""
        several = len({duty.plan_id for duty in body.duties}) > 1
        names = [
            "at",
            *(["plan"] if several else []),
            *(name for name in LOCKED if name != "plan" and (name != "own" or body.agency_id)),
        ]
        cells = [self._locked(duty, at, several) for at, duty in enumerate(body.duties, 1)]
        locked = [
            SheetColumn(
                caption=sheet_caption(name),
                # A column that says nothing of any task only takes the room of the others.
                width=_WIDTHS[name] if any(row.get(name) for row in cells) else _narrow(name),
            )
            for name in names
        ]
        hidden = [
            SheetColumn(caption=sheet_caption("identity"), width=20, hidden=True),
            SheetColumn(caption=sheet_caption("due"), width=12, hidden=True, form="yyyy-mm-dd"),
        ]
        filled = [
            SheetColumn(caption=sheet_caption(name), width=width, filled_in=True, form=_FORMS.get(name))
            for name, (_caption, width) in FILLED.items()
        ]
        periods = [SheetColumn(caption=sheet_caption(each), width=20, filled_in=True) for each in self._quarters]
        rows = []
        for at, (duty, said) in enumerate(zip(body.duties, cells, strict=True), 1):
            identity = Identity(
                task_id=duty.task_id,
                plan_id=duty.plan_id,
                agency_id=body.agency_id,
                by=self._issued.by,
                at=at,
                total=len(body.duties),
                marks={
                    name: mark_of(cell_text(str(said.get(name) or ""))) if name in names else mark_of("")
                    for name in LOCKED
                },
            )
            due = self._due.get(duty.task_id)
            rows.append(
                [*(said.get(name) for name in names), identity.written(), due, *[None] * (len(filled) + len(periods))]
            )
        table = SheetTable(
            name=body.name,
            title=tell("{name}任务进展填报表", name=body.name),
            note=tell(
                "只填浅黄色各列；其余各列已锁定，请勿改动；可以筛选、调整列宽和行高；复制到别的表里请整行复制，填好后原表交回。"
            ),
            columns=[*locked, *hidden, *filled, *periods],
            rows=rows,
            fixed=names.index("task") + 1,
        )
        return Form(body=body, table=table, due=tuple(self._due.get(duty.task_id) for duty in body.duties))

    def _locked(self, duty: Duty, at: int, several: bool) -> Mapping[str, Any]:
        roles = "；".join(role_cell(row, language()) for row in duty.roles)
        plan = self._titles[duty.plan_id] if several else None
        return {**self._cells[duty.task_id], "at": at, "own": roles or None, "plan": plan}


def _narrow(name: str) -> float:
    """Return the width of an empty column: that of the longest word of its caption."""
    return min(_WIDTHS[name], max(fitting_width([word]) for word in sheet_caption(name).split()))


def write_form(sheet: Worksheet, form: Form, as_of: date | None = None) -> None:
    """Write a form: its table, what its cells may hold, colours of due dates, everything else locked.

    Parameters
    ----------
    sheet
        An empty sheet.
    form
        What it shows.
    as_of
        The day by which due dates are coloured; the day on which the sheet is opened without it.
    """
    top = write_table(sheet, form.table)
    letters: dict[str, str] = {
        column.caption: sheet.cell(top, at).column_letter for at, column in enumerate(form.table.columns, 1)
    }
    first, last = top + 1, top + len(form.table.rows)

    def column(name: str) -> str:
        return letters[sheet_caption(name)]

    def area(letter: str) -> str:
        return f"{letter}{first}:{letter}{last}"

    _add_validations(sheet, {name: area(column(name)) for name in ("state", "share", "updated")})
    deadline = letters[sheet_caption("deadline")]
    due, state = letters[sheet_caption("due")], column("state")
    _add_colours(sheet, area(deadline), due=f"${due}{first}", state=f"${state}{first}", as_of=as_of)
    _lock(sheet)


def _add_validations(sheet: Worksheet, areas: Mapping[str, str]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    states = ",".join(pair[language() == "en"] for pair in STATES.values())
    rules = {
        "state": DataValidation(type="list", formula1=f'"{states}"', error=tell("请从列表中选择")),
        "share": DataValidation(
            type="decimal", operator="between", formula1="0", formula2="1", error=tell("请填 0% 到 100% 之间的百分数")
        ),
        "updated": DataValidation(
            type="date", operator="greaterThan", formula1=_FIRST_DAY, error=tell("请填日期，如 2026-03-31")
        ),
    }
    for name, rule in rules.items():
        rule.allow_blank, rule.showErrorMessage, rule.showInputMessage = True, True, True
        rule.errorTitle = sheet_caption(name)
        rule.promptTitle, rule.prompt = rule.errorTitle, rule.error
        rule.add(areas[name])
        sheet.add_data_validation(rule)


def _add_colours(sheet: Worksheet, area: str, *, due: str, state: str, as_of: date | None) -> None:
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    today = f"DATE({as_of.year},{as_of.month},{as_of.day})" if as_of else "TODAY()"
    done = STATES["done"][language() == "en"]
    left_open = f'{due}<>"",{state}<>"{done}"'
    for test, colour in ((f"{due}<{today}", _RED), (f"{due}<={today}+{SOON}", _YELLOW)):
        fill = PatternFill("solid", start_color=colour, end_color=colour)
        sheet.conditional_formatting.add(
            area, FormulaRule(formula=[f"AND({left_open},{test})"], fill=fill, stopIfTrue=True)
        )


def _lock(sheet: Worksheet) -> None:
    """Protect a sheet without a password; what is False here stays allowed."""
    protection = sheet.protection
    protection.formatColumns = protection.formatRows = protection.sort = protection.autoFilter = False
    protection.enable()
