"""The functions of the public API that write Word documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as read_word

import zerentu
from graph.errors import SettingsError


def test_a_table_is_written_and_refused(tmp_path: Path) -> None:
    zerentu.load([zerentu.sample_plan()], db=tmp_path / "a.lbug")
    with zerentu.open_store(tmp_path / "a.lbug") as store:
        path = zerentu.write_task_table(store, tmp_path / "表.docx")
        with pytest.raises(SettingsError):
            zerentu.write_task_table(store, tmp_path / "表.doc")
    assert len(read_word(path).tables) == 1
    assert sorted(each.name for each in tmp_path.glob("表*")) == ["表.docx"]
