"""Sheets that come back, taken into a store: from `zerentu sheets` to `zerentu progress`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_forms import Returned
from sheet_plans import loaded

import zerentu
from graph.model.progress import STATES
from graph.stores.embedded.store import EmbeddedStore
from queries.progress import progress, reports
from zerentu.cli import run
from zerentu.issued_sheets import sheets
from zerentu.progress_import import import_progress

INDUSTRY, FINANCE = "市工业和信息化局", "市财政局"


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a store and the sheets of its plan."""
    folder = tmp_path_factory.mktemp("issued")
    with loaded(folder / "库.lbug") as store:
        sheets(store, folder / "表")
    yield folder


@pytest.fixture
def office(issued: Path, tmp_path: Path) -> Path:
    """A copy of that folder to work in."""
    shutil.copytree(issued, tmp_path / "office")
    return tmp_path / "office"


def filled(office: Path, agency: str, *rows: dict[str, object]) -> Path:
    """Return the sheet of an agency, filled in row by row, in the folder of what came back."""
    (office / "交回").mkdir(exist_ok=True)
    sheet = Returned((office / "表" / f"{agency}.xlsx").read_bytes())
    for at, row in enumerate(rows, 1):
        sheet.fill(sheet.book.sheetnames[1], at, **row)
    return sheet.save(office / "交回" / f"{agency}.xlsx")


DONE = {"said": "改造完了。", "state": "已完成", "share": 1, "updated": date(2026, 5, 8)}
UNDER_WAY = {"said": "已拨付资金。", "state": "推进中", "share": 0.4, "updated": date(2026, 5, 9), "person": "王强"}


def test_what_comes_back_is_there_once_and_says_who_is_missing(office: Path) -> None:
    filled(office, INDUSTRY, DONE)
    filled(office, FINANCE, UNDER_WAY)
    first = import_progress([office / "交回"], db=office / "库.lbug", today="2026-05-10")
    assert [(each.file, each.added, each.known, each.problems, each.refused) for each in first.files] == [
        (f"{INDUSTRY}.xlsx", 1, 0, 0, False),
        (f"{FINANCE}.xlsx", 1, 0, 0, False),
    ]
    assert sorted(each.agency for each in first.not_returned) == ["市水利局", "市统计局"]
    [differing] = first.disagreements
    assert (differing.title, differing.said) == ("改造锅炉", ((INDUSTRY, "done"), (FINANCE, "under_way")))
    again = zerentu.import_progress([office / "交回"], db=office / "库.lbug")
    assert (again.added, again.known) == ((), first.added)
    with EmbeddedStore(office / "库.lbug") as store:
        rows = progress.answer(store, as_of="2026-08-01").records
        assert next((row["light"], row["state"], row["why"]) for row in rows) == (
            "green", "done", f"已完成；{FINANCE}报“推进中”，不一致",
        )  # fmt: skip


def test_a_file_that_is_refused_leaves_nothing_and_the_others_are_taken_in(office: Path, capsys) -> None:
    filled(office, INDUSTRY, DONE)
    (office / "交回" / "别的.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    assert (
        run(["progress", "import", str(office / "交回"), "--db", str(office / "库.lbug"), "--today", "2026-05-10"]) == 1
    )
    out, err = capsys.readouterr()
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["文件", "收否", "新增", "问题"]
    assert [f"{INDUSTRY}.xlsx", "已收", "1"] in lines
    assert ["别的.xlsx", "拒收", "0", "1"] in lines
    assert out.splitlines()[-1] == "收入 1 条进展，已有 0 条，问题 1 处"
    assert [line.split("：")[0] for line in err.splitlines()] == ["未收入", "未交回 3 个单位（括号内为任务数）"]
    with EmbeddedStore(office / "库.lbug") as store:
        assert reports.answer(store).frame()["agency"].tolist() == [INDUSTRY]


def test_a_folder_without_files_is_a_sentence(office: Path, capsys) -> None:
    (office / "空").mkdir()
    assert run(["progress", "import", str(office / "空"), "--db", str(office / "库.lbug")]) == 1
    assert capsys.readouterr().err == f"错误：{office / '空'} 里没有文件；请写交回的表格所在的文件夹\n"


def test_a_row_that_is_not_understood_is_not_taken_in(office: Path, capsys) -> None:
    filled(office, FINANCE, UNDER_WAY, {"state": "快了"})
    assert run(["progress", "import", str(office / "交回"), "--db", str(office / "库.lbug")]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "收入 1 条进展，已有 0 条，问题 1 处"
    assert "快了" in err


def test_all_in_order_exits_with_nought(office: Path, capsys) -> None:
    filled(office, FINANCE, UNDER_WAY)
    assert run(["progress", "import", str(office / "交回"), "--db", str(office / "库.lbug")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "收入 1 条进展，已有 0 条，问题 0 处"


def test_reports_find_their_task_after_a_task_was_put_before_it(office: Path) -> None:
    """The sheet went out before the plan was written anew: the number of the task differs, its id does not."""
    from sheet_plans import PLAN

    filled(office, INDUSTRY, DONE)
    renumbered = PLAN.replace("1.改造锅炉", "1.清点设备。（市统计局负责）\n2.改造锅炉").replace("2.=公布", "3.=公布")
    renumbered = renumbered.replace("3.铺设", "4.铺设").replace("4.开展", "5.开展")
    with EmbeddedStore(office / "库.lbug") as store:
        from ingest.files.read import Document
        from ingest.parse import parse_document
        from ingest.to_graph import build_graphs

        store.load(build_graphs(parse_document(Document("方案1.txt", renumbered, "utf-8", "1"))))
    done = import_progress([office / "交回"], db=office / "库.lbug", today="2026-05-10")
    assert [problem for problem in done.problems if problem.refuses_file] == []
    with EmbeddedStore(office / "库.lbug") as store:
        rows = progress.answer(store, as_of="2026-05-11").records
        assert [(row["number"], row["state"]) for row in rows if row["state"]] == [("一/（一）/2", "done")]


texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda text: f"已{text}"
)


@settings(max_examples=8)
@given(
    said=texts,
    state=st.sampled_from(list(STATES)),
    share=st.integers(0, 100),
    day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_what_is_filled_in_is_what_is_there(
    issued: Path, tmp_path_factory: pytest.TempPathFactory, said: str, state: str, share: int, day: date
) -> None:
    folder = tmp_path_factory.mktemp("filled")
    shutil.copytree(issued, folder, dirs_exist_ok=True)
    filled(folder, FINANCE, {"said": said, "state": STATES[state][0], "share": share / 100, "updated": day})
    import_progress([folder / "交回"], db=folder / "库.lbug", today="2027-01-01")
    with EmbeddedStore(folder / "库.lbug") as store:
        [row] = reports.answer(store).records
    assert (row["said"], row["state"], round(row["share"], 6), row["updated"], row["agency"]) == (
        said, state, share, day.isoformat(), FINANCE,
    )  # fmt: skip
