"""Files and folders that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.files import new_file, new_folder, read_text, write_file
from graph.messages import _


def test_a_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "新" / "a.txt"
    with new_file(path) as out:
        out.write("一\r二\n")
        assert not path.exists()
    assert path.read_bytes().decode() == "一\r二\n"
    write_file(path, b"other")
    assert path.read_bytes() == b"other"


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), new_file(path) as out:
        out.write("new")
        raise ZeroDivisionError
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_folder_replaces_an_earlier_export_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out"
    for text in ("one", "two"):
        with new_folder(path, ["mark"]) as new:
            (new / "mark").write_text(text, encoding="utf-8")
    assert (path / "mark").read_text(encoding="utf-8") == "two"
    (path / "mark").rename(path / "letter")
    with pytest.raises(SettingsError) as caught, new_folder(path, ["mark"]):
        pytest.fail("it would be overwritten")
    assert caught.value.zh == f"{path} 中有其他文件，不会被覆盖；请另写一个新文件夹"
    assert [each.name for each in path.iterdir()] == ["letter"]
    with pytest.raises(SettingsError) as caught, new_folder(path / "letter", ["mark"]):
        pytest.fail("it is a file")
    assert caught.value.zh == f"{path / 'letter'} 是文件；请写文件夹名"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_people_work_in_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.mkdir()
    with new_folder(path, None) as new:
        (new / "mark").write_text("one", encoding="utf-8")
    with pytest.raises(SettingsError) as caught, new_folder(path, None):
        pytest.fail("it would be overwritten")
    assert caught.value.zh == f"{path} 中有其他文件，不会被覆盖；请另写一个新文件夹"
    assert (path / "mark").read_text(encoding="utf-8") == "one"


def test_a_file_of_a_person_is_read_with_or_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "词.txt"
    for data in ("甲".encode(), "\ufeff甲".encode()):
        path.write_bytes(data)
        assert read_text(path, what=_("词表")) == "甲"
    path.write_bytes("ab甲".encode("gb18030"))
    with pytest.raises(SettingsError) as caught:
        read_text(path, what=_("词表"))
    assert caught.value.zh == f"{path}：不是 UTF-8 编码（第 2 字节）；请把词表另存为 UTF-8 文本"
    with pytest.raises(SettingsError) as caught:
        read_text(tmp_path / "b", what=_("词表"))
    assert caught.value.zh == f"{tmp_path / 'b'}：词表打不开（No such file or directory）；请检查路径"
