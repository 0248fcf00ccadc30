"""What the helper answers, called in this process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from served import PLAN

from zerentu.web.helper import answer


def replies(folder: Path, **request: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    answer({"db": str(folder / "a.lbug"), "folder": str(folder), **request}, found.append)
    return found


def test_a_load_tells_each_file_and_then_what_became_of_them(tmp_path: Path) -> None:
    good, bad = tmp_path / "aa" / "甲.txt", tmp_path / "bb" / "乙.txt"
    for path, text in ((good, PLAN), (bad, "没有任务")):
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    found = replies(tmp_path, do="load", paths=[str(good), str(bad)], region=None, editions="newer")
    assert [each.get("path") for each in found] == [str(good), str(bad), None]
    last = found[-1]["files"]
    assert [(each["path"], each["state"]) for each in last] == [(str(good), "loaded"), (str(bad), "refused")]
    assert last[0]["said"] == ["《栾川县节水实施方案》已载入"]
    assert last[1]["said"][0].startswith("乙.txt：既没有编号条目")


def test_a_refusal_names_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "cc" / "甲.docx"
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04 nonsense")
    (found,) = replies(tmp_path, do="read", path=str(path), region=None)
    assert found["end"] is True
    assert found["refused"].startswith("甲.docx：")
    assert str(tmp_path) not in found["refused"]


def test_what_nobody_foresaw_is_told_with_its_kind(tmp_path: Path) -> None:
    (found,) = replies(tmp_path, do="read", region=None)
    assert found == {"end": True, "failed": "KeyError: 'path'"}


def test_a_plan_that_is_not_there_is_not_removed(tmp_path: Path) -> None:
    (found,) = replies(tmp_path, do="remove", plan="没有的方案")
    assert list(found) == ["end", "refused"]
