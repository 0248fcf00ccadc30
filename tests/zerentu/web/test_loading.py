"""What a load made of files, in words."""

from __future__ import annotations

from pathlib import Path

from served import PLAN

from zerentu.library import load
from zerentu.web.loading import load_report


def test_each_file_is_told_and_a_version_that_gave_way_is_named(tmp_path: Path) -> None:
    paths = [tmp_path / "甲.txt", tmp_path / "乙.txt", tmp_path / "没有.txt"]
    paths[0].write_text(PLAN.replace("方案\n", "方案\n（2026年2月1日）\n", 1), encoding="utf-8")
    paths[1].write_text(
        PLAN.replace("方案\n", "方案\n（2026年3月1日）\n", 1).replace("30公里", "20公里"), encoding="utf-8"
    )
    db = tmp_path / "a.lbug"
    first = load_report(load([paths[0]], db=db), [paths[0]], tmp_path)
    assert [each["state"] for each in first] == ["loaded"]
    found = load_report(load(paths, db=db), paths, tmp_path)
    assert [each["state"] for each in found] == ["loaded", "loaded", "refused"]
    assert found[0]["said"] == ["《栾川县节水实施方案》图库里已有，没有变化"]
    assert found[1]["said"][0] == "《栾川县节水实施方案》已更新"
    assert found[1]["said"][1].startswith("取代了 甲.txt")
