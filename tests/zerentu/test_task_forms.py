"""Forms: which columns they have, what is locked, what a cell may hold, how due dates are coloured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sheet_plans import PLAN, loaded

from graph.stores.store import Store
from zerentu.sheet_identity import read_identity
from zerentu.task_forms import Form, Forms, write_form
from zerentu.task_sheets import issue

LOCKED = [
    "序号",
    "任务",
    "我方角色",
    "牵头单位",
    "共同负责",
    "配合",
    "指导",
    "落实",
    "时限（明示/推定）",
    "目标",
    "原文",
    "出处",
]
FILLED = ["进展情况", "完成状态", "完成比例", "责任人", "联系电话", "更新日期", "2026年第1季度", "2026年第2季度"]
HIDDEN = ["标识（勿改）", "到期日"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    other = PLAN.replace("绿色园区", "节水").replace("锅炉", "水泵")
    with loaded(tmp_path_factory.mktemp("forms") / "a.lbug", PLAN, other) as found:
        yield found


def form(store: Store, name: str, plan: str | None = "绿色园区") -> Form:
    issued = issue(store, plan=plan)
    forms = Forms(store, issued, ["2026Q1", "2026Q2"])
    everybody = [*issued.bodies, *([issued.unassigned] if issued.unassigned else [])]
    return forms.form(next(body for body in everybody if body.name == name))


def written(made: Form, as_of: date | None = None) -> Worksheet:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    write_form(sheet, made, as_of)
    return sheet


def values(sheet: Worksheet, line: int) -> list[object]:
    return [cell.value for cell in sheet[line]]


def test_a_form_holds_the_task_its_identity_and_open_columns(store: Store) -> None:
    sheet = written(form(store, "市财政局"))
    assert sheet["A1"].value == "市财政局任务进展填报表"
    assert sheet["A2"].value == (
        "只填浅黄色各列；其余各列已锁定，请勿改动；可以筛选、调整列宽和行高；复制到别的表里请整行复制，填好后原表交回。"
    )
    assert values(sheet, 3) == [*LOCKED, *HIDDEN, *FILLED]
    first = values(sheet, 4)
    assert first[:12] == [
        1, "改造锅炉", "配合·明示", "市工业和信息化局", None, "市财政局", None, None, "2026（明示）", "锅炉 10台（2026-06-30）",
        "1.改造锅炉。2026年6月底前改造锅炉10台。（市工业和信息化局牵头，市财政局配合）", "方案1.txt 第4行",
    ]  # fmt: skip
    identity = read_identity(str(first[12]))
    assert identity is not None
    assert (identity.by, identity.at, identity.total) == ("owner", 1, 2)
    assert first[13:] == [date(2026, 6, 30), *[None] * 8]
    assert values(sheet, 5)[:3] == [2, "铺设管网", "共同负责·并列"]
    assert sheet.max_row == 5


def test_only_what_is_to_be_filled_in_is_open(store: Store) -> None:
    sheet = written(form(store, "市财政局"))
    open_columns = {cell.column for row in sheet.iter_rows(min_row=1) for cell in row if not cell.protection.locked}
    assert sorted(open_columns) == list(range(15, 23))
    protection = sheet.protection
    assert (protection.sheet, protection.password) == (True, None)
    allowed = ["sort", "autoFilter", "formatColumns", "formatRows", "selectLockedCells", "selectUnlockedCells"]
    assert [getattr(protection, name) for name in allowed] == [False] * 6
    assert [protection.deleteRows, protection.insertRows, protection.deleteColumns] == [True] * 3
    hidden = [letter for letter, dimension in sheet.column_dimensions.items() if dimension.hidden]
    assert (hidden, sheet.freeze_panes, sheet.auto_filter.ref) == (["M", "N"], "C4", "A3:V5")


def test_cells_to_fill_in_say_what_they_may_hold(store: Store) -> None:
    sheet = written(form(store, "市财政局"))
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2, rule.error)
        for rule in sheet.data_validations.dataValidation
    }
    assert rules == {
        "P4:P5": ("list", '"未开展,推进中,已完成,受阻"', None, "请从列表中选择"),
        "Q4:Q5": ("decimal", "0", "1", "请填 0% 到 100% 之间的百分数"),
        "T4:T5": ("date", "DATE(2000,1,1)", None, "请填日期，如 2026-03-31"),
    }
    assert [sheet[f"{letter}4"].number_format for letter in "OPQRST"] == [
        "General",
        "General",
        "0%",
        "@",
        "@",
        "yyyy-mm-dd",
    ]


@pytest.mark.parametrize(("as_of", "day"), [(None, "TODAY()"), (date(2026, 5, 1), "DATE(2026,5,1)")])
def test_deadlines_are_red_when_past_and_yellow_when_near_unless_done(
    store: Store, as_of: date | None, day: str
) -> None:
    sheet = written(form(store, "市财政局"), as_of)
    rules = {
        str(area.sqref): [(rule.formula[0], rule.dxf.fill.start_color.rgb[2:]) for rule in area.rules]
        for area in sheet.conditional_formatting
    }
    assert rules == {
        "I4:I5": [
            (f'AND($N4<>"",$P4<>"已完成",$N4<{day})', "F8CBAD"),
            (f'AND($N4<>"",$P4<>"已完成",$N4<={day}+30)', "FFE699"),
        ]
    }


def test_a_text_that_looks_like_a_formula_is_one_that_is_shown(store: Store) -> None:
    sheet = written(form(store, "市统计局"))
    assert (sheet["B4"].value, sheet["B4"].data_type, sheet["B4"].quotePrefix) == ("=公布名录", "s", True)


def test_tasks_of_several_plans_say_of_which(store: Store) -> None:
    sheet = written(form(store, "市统计局", plan=None))
    assert values(sheet, 3)[:3] == ["序号", "方案", "任务"]
    assert [values(sheet, line)[:3] for line in (4, 5)] == [
        [1, "洛阳市绿色园区实施方案", "=公布名录"],
        [2, "洛阳市节水实施方案", "=公布名录"],
    ]
    assert sheet.freeze_panes == "D4"


def test_the_sheet_of_nobody_has_no_role(store: Store) -> None:
    sheet = written(form(store, "无责任单位的任务"))
    assert values(sheet, 3) == [*LOCKED[:2], *LOCKED[3:], *HIDDEN, *FILLED]
    identity = read_identity(str(values(sheet, 4)[11]))
    assert identity is not None
    assert (values(sheet, 4)[1], identity.agency_id) == ("开展宣传", "")


def test_a_form_in_english(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "en")
    sheet = written(form(store, "市财政局"))
    assert values(sheet, 3)[-8:] == [
        "Progress",
        "State",
        "Share done",
        "Person",
        "Phone",
        "Updated",
        "2026 Q1",
        "2026 Q2",
    ]
    assert sheet.data_validations.dataValidation[0].formula1 == '"not started,under way,done,blocked"'


def test_forms_print_as_wide_as_the_paper_with_their_header(store: Store) -> None:
    sheet = written(form(store, "市财政局"))
    page = sheet.page_setup
    assert (page.orientation, page.fitToWidth, page.fitToHeight, sheet.print_title_rows) == ("landscape", 1, 0, "$1:$3")
    widths = [sheet.column_dimensions[letter].width for letter in "EGH"]
    assert widths == [16, 7, 7]  # nobody guides or carries out: those columns leave their room to the others
