"""What was read of a file, in words, and sentences without our folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.messages import _
from zerentu.library import sample_plan
from zerentu.web.reading import read_report, without_folder


def test_the_sample_is_told_with_what_assigns_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    found = read_report(sample_plan(), None)
    assert found["counts"] == {
        "tasks": 17, "nobody": 2, "no_lead": 3, "agencies": 21, "targets": 11, "sentences": 0, "explained": 2,
    }  # fmt: skip
    assert found["targets"][0] == {
        "metric": "规模以上工业单位增加值能耗", "value": "降 ≥12%", "due": "2028", "place": "第11行",
        "text": "到2028年，规模以上工业单位增加值能耗较2025年下降12%以上",
    }  # fmt: skip
    assert [(row["word"], row["reason"], row["place"]) for row in found["explained"]] == [
        ("牵头", "企业或社会组织牵头", "第23行"),
        ("配合", "泛称协作", "第32行"),
    ]


@pytest.mark.parametrize("path", [Path("/tray/00ff/甲.txt"), "/tray/00ff/甲.txt"])
def test_files_go_by_their_names(path: object) -> None:
    said = _("{path}：{why}", path=path, why=_("{names}", names=[path, "别的"]))
    assert without_folder(said, Path("/tray")).zh == "甲.txt：甲.txt、别的"
