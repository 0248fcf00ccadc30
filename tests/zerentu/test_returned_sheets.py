"""Sheets that came back, beside the store: exactly what was filled in, and everything that was not taken in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from returned_forms import HEADER, Returned, as_csv, of_cells
from sheet_plans import PLAN, loaded

from graph.model.progress import STATES, ProgressReport
from graph.stores.store import Store
from zerentu.issued_sheets import sheets
from zerentu.returned_sheets import NotReturned, read_returns
from zerentu.task_sheets import issue

OTHER = """安庆市河道保洁工作方案
一、主要任务
1.清理漂浮物。2026年底前完成。（市城市管理局牵头，市水利局配合）
2.修整护坡。（市水利局、市财政局按职责分工负责）
3.巡查河道。
"""
QUARTERS = ["2026Q1", "2026Q2"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with loaded(tmp_path_factory.mktemp("returned") / "a.lbug", PLAN, OTHER) as found:
        yield found


@pytest.fixture(scope="module")
def sent(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sheets(store, tmp_path_factory.mktemp("sent") / "a.xlsx", quarters=QUARTERS).path


@pytest.fixture(scope="module")
def of_luoyang(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("luoyang")
    return sheets(store, folder / "a.xlsx", region="洛阳市", quarters=QUARTERS).path


def said(report: ProgressReport) -> tuple[Any, ...]:
    """Return what a report says, without where it stands."""
    return tuple(value for name, value in vars(report).items() if name not in ("file", "sheet", "row"))


def sentences(paths: list[Path], store: Store) -> list[str]:
    return [problem.sentence.zh for problem in read_returns(paths, store).problems]


# What offices write: any characters that a sheet holds, without blanks at the ends; one of the seven cells may stay empty.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=12
).map(str.strip).filter(lambda text: text and text[0] not in "=#" and not text.startswith("zerentu"))  # fmt: skip
ROW = st.fixed_dictionaries(
    {},
    optional={
        "said": TEXT,
        "state": st.sampled_from(list(STATES)),
        "share": st.integers(0, 1000),
        "person": TEXT,
        "phone": st.from_regex(r"0[0-9]{2,3}-[0-9]{7}", fullmatch=True),
        "updated": st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)),
        "2026Q1": TEXT,
        "2026Q2": TEXT,
    },
)


@settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
@given(
    filling=st.lists(ROW, min_size=6, max_size=6),
    way=st.sampled_from(["workbook", "one sheet", "csv", "gbk"]),
    seed=st.integers(0, 99),
)
def test_what_comes_back_is_exactly_what_was_filled_in(
    store: Store,
    of_luoyang: Path,
    tmp_path_factory: pytest.TempPathFactory,
    filling: list[dict[str, Any]],
    way: str,
    seed: int,
) -> None:
    book, order = Returned(of_luoyang.read_bytes()), random.Random(seed)
    expected = []
    issued = issue(store, region="洛阳市")
    everybody = [*issued.bodies, *([issued.unassigned] if issued.unassigned else [])]
    rows = iter(filling)
    names = [name for name in book.book.sheetnames if name not in ("封面", "总览")]
    for name, body in zip(names, everybody, strict=True):
        for at, duty in enumerate(body.duties, 1):
            values = dict(next(rows, {}))
            if way == "one sheet" and values.get("share") == 1000:
                del values["share"]  # a bare 1 without its format may be 1 % as well: it is asked back
            if way == "gbk":  # the code page of Windows holds no more than this
                values = {key: _gbk(value) for key, value in values.items() if _gbk(value) not in ("", None)}
            expected += _expected(duty, body, values)
            book.fill(name, at, **_cells(values))
    folder = tmp_path_factory.mktemp("back")
    if way == "workbook":
        book.save(folder / "a.xlsx")
    else:
        tables = [book.cells(name) for name in names]
        for table in tables:
            head, *body_rows = table
            order.shuffle(body_rows)
            table[:] = [head, *body_rows]
        if way == "one sheet":
            order.shuffle(tables)
            of_cells(folder / "a.xlsx", 汇总=[row for table in tables for row in ([], *table)])
        else:
            for at, table in enumerate(tables):
                as_csv(
                    folder / f"{at}.csv",
                    [[_shown(cell) for cell in row] for row in table],
                    "gbk" if way == "gbk" else "utf-8",
                )
    found = read_returns([folder], store)
    assert [problem.sentence.zh for problem in found.problems] == []
    assert sorted(map(said, found.reports), key=repr) == sorted(expected, key=repr)
    assert (found.blank, found.not_returned) == (sum(len(body.duties) for body in everybody) - len(expected), ())


def _gbk(value: Any) -> Any:
    return value.encode("gbk", errors="ignore").decode("gbk").strip().lstrip("=#") if isinstance(value, str) else value


def _cells(values: dict[str, Any]) -> dict[str, Any]:
    cells = dict(values)
    if "state" in cells:
        cells["state"] = STATES[cells["state"]][0]
    if "share" in cells:
        cells["share"] = cells["share"] / 1000
    return cells


def _shown(cell: Any) -> Any:
    """Return what a spreadsheet writes into CSV: a number of its column of percentages, a day with its year."""
    return f"{cell * 100:.10g}%" if isinstance(cell, float) else cell


def _expected(duty: Any, body: Any, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    if not values:
        return []
    report = ProgressReport(
        task_id=duty.task_id, plan_id=duty.plan_id, agency_id=body.agency_id, agency=body.name if body.agency_id else "",
        said=values.get("said", ""), state=values.get("state", ""),
        share=values["share"] / 10 if "share" in values else None,
        person=values.get("person", ""), phone=values.get("phone", ""),
        updated=values["updated"].isoformat() if "updated" in values else "",
        quarters=tuple(f"{name} {values[name]}" for name in QUARTERS if name in values),
        file="", sheet="", row=0,
    )  # fmt: skip
    report.check()
    return [said(report)]


def test_a_report_says_where_it_stands(store: Store, sent: Path, tmp_path: Path) -> None:
    book = Returned(sent.read_bytes())
    book.fill("市统计局", 1, said="已公布")
    (tmp_path / "一季度").mkdir()
    book.save(tmp_path / "一季度" / "统计.xlsx")
    (tmp_path / "~$统计.xlsx").write_bytes(b"lock")
    found = read_returns([tmp_path], store)
    [report] = found.reports
    assert (report.file, report.sheet, report.row, report.agency) == (
        "一季度/统计.xlsx",
        "市统计局",
        HEADER + 1,
        "市统计局",
    )
    assert (found.files, found.blank, found.not_returned) == (("一季度/统计.xlsx",), 10, ())


def test_who_has_not_returned_anything(store: Store, of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    for name in ("市水利局", "市工业和信息化局"):
        del book.book[name]
    book.fill("市统计局", 1, state="已完成", share="大概")
    found = read_returns([book.save(tmp_path / "a.xlsx")], store)
    named = {body.name: body for body in issue(store, region="洛阳市").bodies}
    assert found.not_returned == tuple(
        NotReturned(agency_id=named[name].agency_id, agency=name, region="洛阳市", tasks=1)
        for name in ("市工业和信息化局", "市水利局")
    )
    assert (len(found.reports), found.blank, len(found.problems)) == (0, 3, 1)


def test_of_sheets_for_leads_only_leads_are_waited_for(store: Store, tmp_path: Path) -> None:
    path = sheets(store, tmp_path / "a.xlsx", by="lead", region="洛阳市").path
    book = Returned(path.read_bytes())
    for name in book.book.sheetnames:
        if name not in ("封面", "市统计局"):
            del book.book[name]
    found = read_returns([book.save(tmp_path / "b.xlsx")], store)
    assert [body.agency for body in found.not_returned] == ["市工业和信息化局", "市财政局", "市水利局"]


def test_without_any_row_everybody_is_waited_for(store: Store) -> None:
    assert len(read_returns([], store).not_returned) == len(issue(store).bodies) == 7


def test_a_row_that_was_deleted_is_missed(store: Store, of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    book.sheet("市财政局").delete_rows(HEADER + 1)
    assert sentences([book.save(tmp_path / "a.xlsx")], store) == [
        "a.xlsx 工作表“市财政局”：市财政局的表下发 2 项任务，交回 1 项，缺序号 1；请补交，删去的行请从原表恢复"
    ]


def test_the_same_row_twice_is_one_and_a_blank_copy_is_nothing(store: Store, of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    blank = book.save(tmp_path / "空.xlsx")
    book.fill("市统计局", 1, said="已公布", updated="2026-03-01")
    paths = [book.save(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    found = read_returns([*paths, blank], store)
    assert ([report.file for report in found.reports], found.problems, found.blank) == (["a.xlsx"], (), 5)


def test_two_reports_of_one_day_contradict_each_other_and_of_two_days_are_a_history(
    store: Store, of_luoyang: Path, tmp_path: Path
) -> None:
    def report(name: str, text: str, day: str | None) -> Path:
        book = Returned(of_luoyang.read_bytes())
        book.fill("市统计局", 1, said=text, updated=day)
        return book.save(tmp_path / name)

    first, second = report("a.xlsx", "起草", "2026-03-01"), report("b.xlsx", "已公布", "2026-06-01")
    found = read_returns([first, second], store)
    assert ([each.said for each in found.reports], found.problems) == (["起草", "已公布"], ())
    for day in ("2026-03-01", None):
        found = read_returns([first, report("c.xlsx", "已公布", day)], store)
        assert [problem.sentence.zh for problem in found.problems] == [
            "a.xlsx 工作表“市统计局”第 4 行：同一单位的同一任务还在 c.xlsx 工作表“市统计局”第 4 行 填了不同的内容，都没有收入；"
            "请只留一份，或各填不同的更新日期"
        ]
        assert found.reports == ()


def test_a_task_that_is_gone_and_a_body_that_is_no_owner_any_more_are_named(of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    book.fill("市统计局", 1, said="已公布")
    book.fill("市水利局", 1, said="已铺设")
    path = book.save(tmp_path / "a.xlsx")
    changed = PLAN.replace("=公布名录", "公布清单").replace("市财政局、市水利局按", "市财政局、市教育局按")
    with loaded(tmp_path / "b.lbug", changed) as store:
        assert sentences([path], store) == [
            "a.xlsx 工作表“市统计局”第 4 行：这项任务已不在图库里（方案未载入，或重新载入后已改写、删去）；"
            "请载入原方案，或用 zerentu sheets 重新下发",
            "a.xlsx 工作表“市水利局”第 4 行：填报单位已不是这份方案的责任单位；请核对方案，或用 zerentu sheets 重新下发",
        ]


def test_tasks_are_known_when_the_plan_was_numbered_anew_and_loaded_again(of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    book.fill("市统计局", 1, said="已公布")
    path = book.save(tmp_path / "a.xlsx")
    anew = PLAN.replace("1.改造锅炉", "1.培训人员。（市教育局负责）\n2.改造锅炉").replace("2.=公布", "3.=公布")
    with loaded(tmp_path / "b.lbug", anew) as store:
        found = read_returns([path], store)
        assert ([report.said for report in found.reports], found.problems) == (["已公布"], ())


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"PK", "{path}：不是表格；请交回 .xlsx 或 .csv 文件"),
        ("a.txt", "已完成".encode(), "{path}：不是表格；请交回 .xlsx 或 .csv 文件"),
        ("a.csv", b"", "{path}：文件是空的，没有内容可读；请检查文件是否保存成功"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "{path}：文档已加密；请用 Excel 或 WPS 输入密码打开，去掉密码另存后再读取",
        ),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
            "{path}：这是旧版电子表格（.xls）或 WPS 表格（.et）；请用 Excel 或 WPS 另存为 .xlsx，或用 LibreOffice 转换："
            'soffice --headless --convert-to xlsx "a.xls"',
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_read(
    store: Store, of_luoyang: Path, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    book = Returned(of_luoyang.read_bytes())
    book.fill("市统计局", 1, said="已公布")
    (tmp_path / name).write_bytes(data)
    found = read_returns([tmp_path / name, book.save(tmp_path / "z.xlsx")], store)
    [problem] = found.problems
    assert (problem.file, problem.sheet, problem.row, problem.refuses_file) == (name, "", 0, True)
    assert problem.sentence.zh == says.format(path=tmp_path / name)
    assert [report.said for report in found.reports] == ["已公布"]


def test_of_a_refused_file_nothing_is_taken_in(store: Store, of_luoyang: Path, tmp_path: Path) -> None:
    book = Returned(of_luoyang.read_bytes())
    book.fill("市统计局", 1, said="已公布")
    book.sheet("市水利局").cell(HEADER, book.columns("市水利局")["said"]).value = "工作进展"
    found = read_returns([book.save(tmp_path / "a.xlsx")], store)
    assert (found.reports, [problem.refuses_file for problem in found.problems]) == ((), [True])
