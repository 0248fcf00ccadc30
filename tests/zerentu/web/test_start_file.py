"""The start file, as bytes that Windows reads."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.errors import SettingsError
from zerentu.web.start_file import start_text, write_start_file


def test_it_names_this_python_and_the_store_by_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = write_start_file(Path("打开责任图.cmd"), "督查室.lbug")
    assert path.read_bytes().decode("utf-8").split("\r\n") == [
        "@echo off",
        "chcp 65001 >nul",
        "title zerentu",
        f'cd /d "{tmp_path}"',
        f'"{sys.executable}" -X utf8 -m zerentu serve --db "{tmp_path / "督查室.lbug"}"',
        "if errorlevel 1 pause",
        "",
    ]


@pytest.mark.parametrize("store", ['D:\\a" & del *.lbug', "D:\\a\nb.lbug", "D:\\a\rb.lbug"])
def test_a_path_that_would_do_more_than_name_a_file_is_refused(store: str) -> None:
    with pytest.raises(SettingsError, match="a start file cannot hold this path"):
        start_text("python", store, "D:\\")


def test_variables_stay_names() -> None:
    assert '"D:\\%%PATH%%.lbug"' in start_text("python", "D:\\%PATH%.lbug", "D:\\")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"let the name of a start file end in \.cmd"):
        write_start_file(tmp_path / "start.exe", None)
    assert list(tmp_path.iterdir()) == []
