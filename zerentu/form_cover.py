"""The first page of a workbook of forms: what is asked of whom by when, how it is filled in, which sheets there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from queries.lights import SOON
from zerentu.cells import roles_cell
from zerentu.settings import language, tell
from zerentu.sheet_columns import sheet_caption
from zerentu.sheet_identity import COVER
from zerentu.sheet_layout import SheetColumn, SheetTable, fill_cell, lines_of, set_up_page

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from zerentu.task_forms import Form
    from zerentu.task_sheets import Issue

__all__ = ["Request", "due_words", "overview_table", "write_cover"]

_LABEL, _TEXT = 14, 84
_LINE = 17
#: So many leads are named on a cover.
_MOST_LEADS = 8


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked of everybody: the last day to send a sheet back, if one is set, and the day of the counts."""

    return_by: date | None
    as_of: date


def write_cover(sheet: Worksheet, issued: Issue, forms: Sequence[Form], request: Request) -> None:
    """Write the cover of a workbook that holds some forms.

    Parameters
    ----------
    sheet
        An empty sheet.
    issued
        What goes out.
    forms
        Those of this workbook.
    request
        What is asked of everybody.
    """
    from openpyxl.styles import Alignment, Font

    who = forms[0].body.name if len(forms) == 1 else tell("任务")
    fill_cell(sheet.cell(1, 1), tell("{name}进展填报：封面", name=who))
    sheet.cell(1, 1).font = Font(bold=True, size=18)
    sheet.cell(1, 1).alignment = Alignment(horizontal="left", vertical="center")
    sheet.row_dimensions[1].height = 36
    line = 3
    for label, text in _lines(issued, forms, request):
        fill_cell(sheet.cell(line, 1), label[:1].upper() + label[1:])
        fill_cell(sheet.cell(line, 2), text)
        sheet.cell(line, 1).font = Font(bold=True)
        sheet.cell(line, 1).alignment = Alignment(vertical="top", wrap_text=True)
        sheet.cell(line, 2).alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[line].height = _LINE * lines_of(text, _TEXT)
        line += 1
    # A program that reads the workbook back knows the cover by this, whatever its tab is called by then.
    sheet.cell(1, 3).value = COVER
    for letter, width, hidden in (("A", _LABEL, False), ("B", _TEXT, False), ("C", 8, True)):
        sheet.column_dimensions[letter].width, sheet.column_dimensions[letter].hidden = width, hidden
    set_up_page(sheet, paper="A4", header=(1, 1))
    sheet.page_setup.orientation = "portrait"
    sheet.protection.enable()


def _lines(issued: Issue, forms: Sequence[Form], request: Request) -> list[tuple[str, str]]:
    plans = {duty.plan_id for form in forms for duty in form.body.duties}
    titles = [
        tell("《{title}》", title=row["title"] or row["source"]) + (f"（{row['number']}）" if row["number"] else "")
        for row in issued.plans
        if row["id"] in plans
    ]
    duties = [duty for form in forms for duty in form.body.duties]
    rows = [row for form in forms for duty in form.body.duties for row in duty.roles]
    count = len({duty.task_id for duty in duties})
    roles = roles_cell(rows, language()) if len(forms) == 1 else ""
    by = (
        tell("请于 {day} 前填好交回", day=request.return_by.isoformat())
        if request.return_by
        else tell("报送日期另行通知")
    )
    said = [
        (
            tell("填报单位"),
            "、".join(form.body.name for form in forms)
            if len(forms) == 1
            else tell("{count} 个单位，各填一张工作表，见下一张“总览”", count=len(forms)),
        ),
        (tell("依据方案"), "\n".join(titles)),
        (
            tell("任务"),
            tell("共 {count} 项（{roles}）", count=count, roles=roles) if roles else tell("共 {count} 项", count=count),
        ),
        (tell("时限"), due_words(forms, request.as_of)),
        (tell("谁牵头"), _leads(forms)),
        (tell("交回"), by),
    ]
    return [*said, *_instructions()]


def due_words(forms: Sequence[Form], as_of: date) -> str:
    """Return how many tasks are past their last day, due soon, due later, and without a date."""
    days = {duty.task_id: day for form in forms for duty, day in zip(form.body.duties, form.due, strict=True)}
    counts = Counter(_state(day, as_of) for day in days.values())
    return tell(
        "截至 {day}：已过时限 {past} 项，{days} 天内到期 {soon} 项，以后到期 {later} 项，未写明时限 {none} 项",
        day=as_of.isoformat(),
        days=SOON,
        **{name: counts[name] for name in ("past", "soon", "later", "none")},
    )


def _state(day: date | None, as_of: date) -> str:
    if day is None:
        return "none"
    if day < as_of:
        return "past"
    return "soon" if day <= as_of + timedelta(days=SOON) else "later"


def _leads(forms: Sequence[Form]) -> str:
    leads: dict[str, tuple[str, ...]] = {duty.task_id: duty.leads for form in forms for duty in form.body.duties}
    counts = Counter(name for names in leads.values() for name in names)
    said = [tell("{name} {count} 项", name=name, count=count) for name, count in counts.most_common(_MOST_LEADS)]
    if len(counts) > _MOST_LEADS:
        said.append(tell("另有 {count} 个单位", count=len(counts) - _MOST_LEADS))
    without = sum(not names for names in leads.values())
    if without:
        said.append(tell("未写明牵头的 {count} 项", count=without))
    return "、".join(said) if language() == "zh" else ", ".join(said)


def _instructions() -> list[tuple[str, str]]:
    """Return what stands in each column to fill in, and how a sheet is handled."""
    told = {
        "said": tell("做了什么、到哪一步、有什么困难，如实写"),
        "state": tell("从列表中选：未开展、推进中、已完成、受阻"),
        "share": tell("0% 到 100%；没有量化进度可以不填"),
        "person": tell("具体办理人姓名"),
        "phone": tell("办公电话或手机"),
        "updated": tell("填表当天，如 2026-03-31"),
    }
    handling = [
        tell("浅黄色各列由你单位填写，其余各列已锁定；锁定内容如有错误，请写在“进展情况”里，不要改动原文。"),
        tell(
            "表格可以筛选、调整列宽；要排序时先“撤销工作表保护”（没有密码），排好后再填。不要合并单元格，不要删行删列。"
        ),
        tell("汇总到一张表时请整行复制，隐藏的“标识”列要一起带上；可以存成 .xlsx 或 .csv 交回。"),
        tell("时限一列：红色为已过时限，黄色为 {days} 天内到期；选“已完成”后颜色消失。", days=SOON),
    ]
    filled = [(sheet_caption(name), text) for name, text in told.items()]
    return [*filled, (tell("注意"), "\n".join(handling))]


def overview_table(forms: Sequence[Form], sheets: Sequence[str], request: Request) -> SheetTable:
    """Return the list of the sheets of a workbook: for whom, how many tasks, how many past or near their last day.

    Parameters
    ----------
    forms
        In the order of their sheets.
    sheets
        The name of each sheet.
    request
        What is asked of everybody.
    """
    lang = language()
    rows = []
    for at, (form, sheet) in enumerate(zip(forms, sheets, strict=True), 1):
        counts = Counter(_state(day, request.as_of) for day in form.due)
        roles = roles_cell((row for duty in form.body.duties for row in duty.roles), lang)
        rows.append(
            [
                at,
                form.body.name,
                form.body.region,
                sheet,
                len(form.due),
                roles or None,
                counts["past"],
                counts["soon"],
                None,
            ]
        )
    captions = [
        sheet_caption("at"),
        tell("填报单位"),
        tell("所属地区"),
        tell("工作表"),
        tell("任务数"),
        tell("角色与项数"),
        tell("已过时限"),
        tell("临近时限"),
        COVER,
    ]
    widths = [6, 34, 14, 30, 9, 34, 10, 10, 8]
    return SheetTable(
        name=tell("总览"),
        title=tell("填报单位总览"),
        columns=[
            SheetColumn(caption=caption, width=width, hidden=caption == COVER)
            for caption, width in zip(captions, widths, strict=True)
        ],
        rows=rows,
    )
