"""Sheets as files: one a body or one for all, with names that every system takes, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sheet_plans import loaded

import zerentu
from graph.errors import ReadError, SettingsError
from graph.stores.store import Store
from zerentu.issued_sheets import file_names, sheets
from zerentu.task_sheets import Body

NAMES = ["市工业和信息化局", "市财政局", "市统计局", "市水利局", "无责任单位的任务"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with loaded(tmp_path_factory.mktemp("issued") / "a.lbug") as found:
        yield found


def test_a_folder_holds_a_workbook_for_each_body(store: Store, tmp_path: Path) -> None:
    done = zerentu.sheets(store, tmp_path / "下发" / "一季度")
    assert [name for name, _body in done.sheets] == [f"{name}.xlsx" for name in NAMES]
    assert sorted(path.name for path in done.path.iterdir()) == sorted(f"{name}.xlsx" for name in NAMES)
    assert load_workbook(done.path / "市财政局.xlsx").sheetnames == ["封面", "市财政局"]
    with pytest.raises(ReadError):  # what the program wrote is no plan
        zerentu.parse(done.path / "市财政局.xlsx")


def test_a_workbook_holds_a_sheet_for_each_body_and_their_list(store: Store, tmp_path: Path) -> None:
    done = sheets(store, tmp_path / "一季度.xlsx")
    book = load_workbook(done.path)
    assert book.sheetnames == ["封面", "总览", *NAMES]
    assert [name for name, _body in done.sheets] == NAMES
    assert book["总览"]["B3"].value == "市工业和信息化局"


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    paths = [sheets(store, tmp_path / f"{at}.xlsx", agency="市水利局").path for at in (1, 2)]
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("name", ["有人填过.xlsx", "有人填过"])
def test_what_people_may_have_filled_in_is_never_overwritten(store: Store, tmp_path: Path, name: str) -> None:
    path = sheets(store, tmp_path / name, agency="市水利局").path
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    with pytest.raises(SettingsError) as error:
        sheets(store, path)
    assert (
        error.value.zh
        == {
            "有人填过.xlsx": f"{path} 已经存在，里面可能有填好的内容，不会被覆盖；请另写一个文件名",
            "有人填过": f"{path} 中有其他文件，不会被覆盖；请另写一个新文件夹",
        }[name]
    )
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before


def test_names_of_files_are_harmless_and_differ() -> None:
    said = [
        ("市财政局", "洛阳市"), ("市财政局", "安庆市"), ("市财政局", "安庆市"), ('a<b>:"/\\|?*\x00c', None), ("CON", None),
        ("lpt1.x", None), (" .. ", None), ("局" * 100, None), ("Abc", None), ("abc", None),
    ]  # fmt: skip
    bodies = [Body(agency_id=str(at), name=name, region=region, duties=()) for at, (name, region) in enumerate(said)]
    assert file_names(bodies) == [
        "市财政局（洛阳市）.xlsx", "市财政局（安庆市）.xlsx", "市财政局（安庆市） 2.xlsx", "a b        ␀c.xlsx", "_CON.xlsx",
        "_lpt1.x.xlsx", "_.xlsx", f"{'局' * 59}….xlsx", "Abc.xlsx", "abc 2.xlsx",
    ]  # fmt: skip
