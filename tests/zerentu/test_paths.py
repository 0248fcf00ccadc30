"""Which files and which store a path means."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ReadError
from zerentu.paths import beside, documents_in, plan_files, store_target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("乙.docx", "甲.txt", "旧/丙.doc", "~$乙.docx", ".隐藏.txt", "图.png", "[1]丁.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def names(found: list[Path]) -> list[str]:
    return [path.name for path in found]


def test_a_folder_stands_for_all_documents_below_it_also_those_to_convert(folder: Path) -> None:
    assert sorted(names(plan_files([folder]))) == ["[1]丁.txt", "丙.doc", "乙.docx", "甲.txt"]


def test_other_files_of_a_folder_are_counted(folder: Path) -> None:
    for name in ("台账.csv", "旧/汇总.CSV", "a.lbug", ".git/config", "zerentu.1.parts/a.parquet", "扫描"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert documents_in(folder)[1] == {".png": 1, ".csv": 2, "": 1}


def test_a_link_to_a_folder_is_followed_once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    (other / "戊.txt").write_bytes(b"x")
    try:
        (folder / "链接").symlink_to(other, target_is_directory=True)
        (other / "回").symlink_to(folder, target_is_directory=True)
    except OSError as error:
        pytest.skip(f"this system makes no links here: {error}")
    assert sorted(names(plan_files([folder]))) == ["[1]丁.txt", "丙.doc", "乙.docx", "戊.txt", "甲.txt"]


def test_a_pattern_stands_for_what_it_matches_and_a_file_for_itself(folder: Path) -> None:
    assert names(plan_files([folder / "*.docx"])) == ["乙.docx"]
    assert names(plan_files([folder / "**" / "*.doc"])) == ["丙.doc"]
    assert names(plan_files([folder / "[1]丁.txt", folder / "*.txt"])) == ["[1]丁.txt", "甲.txt"]


def test_a_relative_pattern(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(plan_files(["*.txt"])) == ["[1]丁.txt", "甲.txt"]


def test_nothing_found_is_said(folder: Path) -> None:
    with pytest.raises(ReadError, match="no file matches"):
        plan_files([folder / "*.pdf"])
    (folder / "空").mkdir()
    with pytest.raises(ReadError, match="holds no"):
        plan_files([folder / "空"])


def test_which_store_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ZERENTU_DB", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    assert store_target() == "zerentu.lbug"
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:7687")
    assert store_target() == "bolt://localhost:7687"
    monkeypatch.setenv("ZERENTU_DB", "数据/a.lbug")
    assert store_target() == "数据/a.lbug"
    assert store_target("b.lbug") == "b.lbug"
    assert beside("数据/a.lbug", "zerentu.lexicon") == Path("数据/zerentu.lexicon")
    assert beside("bolt://localhost", "zerentu.lexicon") == Path("zerentu.lexicon")
