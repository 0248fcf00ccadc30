"""Rows for machines: JSON and CSV, on standard output or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import SettingsError, UnknownNameError
from graph.messages import _
from zerentu.output import emit, plain, say, table, write_out
from zerentu.wrapping import width

ROWS = [{"name": "市财政局", "due": None, "owners": [{"name": "甲"}, {"name": "乙"}], "sum": "=1+1"}]


def test_json_says_values_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    emit([{"name": "甲", "due": None, "value": 1.5, "draft": False}], "json")
    assert (
        capsys.readouterr().out == '[\n {\n  "name": "甲",\n  "due": null,\n  "value": 1.5,\n  "draft": false\n }\n]\n'
    )
    emit([], "json", ["name"])
    assert capsys.readouterr().out == "[]\n"


def test_csv_opens_in_excel_and_runs_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    emit([*ROWS, {"name": "-5", "sum": "-a"}], "csv", output=path)
    assert path.read_bytes().decode() == "\ufeffname,due,owners,sum\r\n市财政局,,甲、乙,'=1+1\r\n-5,,,'-a\r\n"


@pytest.mark.parametrize("text", ["＝1+1", "＋1", "－1+2", "＠甲", "=1", "@甲"])
def test_wide_signs_begin_formulas_too(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    emit([{"name": text}], "csv", output=path)
    assert path.read_bytes().decode() == f"\ufeffname\r\n'{text}\r\n"


HOSTILE = "甲\x1b]0;乙\x07\x9b\u202e丙\u2028丁\n戊\r己"
SHOWN = "甲␛]0;乙␇␦␦丙↵丁↵戊↵己"


def test_rows_never_break_and_move_no_cursor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    emit([{"name": HOSTILE}], "csv", output=path)
    assert path.read_bytes().decode() == f"\ufeffname\r\n{SHOWN}\r\n"
    capsys.readouterr()
    table([{"name": HOSTILE}, {"name": [HOSTILE, "庚"]}], ["name"], "zh")
    assert [line.strip() for line in capsys.readouterr().out.splitlines()[2:]] == [SHOWN, f"{SHOWN}、庚"]
    write_out(HOSTILE)
    assert capsys.readouterr().out == "甲␛]0;乙␇␦␦丙↵丁\n戊␍己\n"


def test_data_for_programs_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    emit([{"name": HOSTILE}], "json")
    assert json.loads(capsys.readouterr().out) == [{"name": HOSTILE}]


def test_columns_stand_in_the_order_asked_for_even_without_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    emit([], "csv", ["b", "a"], path)
    assert path.read_bytes().decode() == "\ufeffb,a\r\n"


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        emit([], "json", output=tmp_path)
    assert caught.value.zh == f"{tmp_path} 是文件夹；请写出要写入的文件名"


def test_plain_values(capsys: pytest.CaptureFixture[str]) -> None:
    numpy = pytest.importorskip("numpy")
    assert plain({"a": (numpy.int64(3), float("nan"), [numpy.float64(0.5), "x"])}) == {"a": [3, None, [0.5, "x"]]}


def test_a_table_has_captions_and_no_blanks_at_the_end_of_lines(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"name": "市财政局", "due": 2027}, {"name": "市审计局"}], ["name", "due"], "zh", title="机构")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines if line.strip("─━ ")] == [
        ["机构"],
        ["名称", "年份"],
        ["市财政局", "2027"],
        ["市审计局"],
    ]
    assert lines == [line.rstrip() for line in lines]


def test_an_error_says_the_nearest_names_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert say(UnknownNameError(_("名称是空的"), ["甲", "乙"])) == "名称是空的；相近的有：甲、乙"
    named = _("没有名为“{text}”的{what}；相近的有：{nearest}", text="丙", what=_("机构"), nearest=["甲"])
    assert say(UnknownNameError(named, ["甲"])) == "没有名为“丙”的机构；相近的有：甲"
    monkeypatch.setenv("ZERENTU_LANG", "en")
    assert say(UnknownNameError(_("名称是空的"), ["甲", "乙"])) == "the name is empty; nearest: 甲, 乙"


def test_a_table_leaves_out_what_nothing_fills_and_says_a_name_once(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    rows = [
        {"number": "二/1", "title": "改造管网", "deadline": None, "quote": "市水利局牵头"},
        {"number": "二/1", "title": "改造管网", "deadline": "", "quote": "市财政局配合"},
        {"number": "二/2", "title": "改造管网", "deadline": None, "quote": "市财政局配合"},
    ]
    table(rows, ["number", "title", "deadline", "quote"], "zh")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["编号", "标题", "原文"]
    assert lines[2:] == [["二/1", "改造管网", "市水利局牵头"], ["市财政局配合"], ["二/2", "改造管网", "市财政局配合"]]


@pytest.mark.parametrize("columns", [80, 100])
def test_a_table_fits_the_screen_and_no_line_of_a_cell_begins_with_a_sign(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    owners = (
        "共同负责："
        + "、".join(["市水利局", "市应急管理局", "市住房和城乡建设局", "市人力资源和社会保障局"] * 4)
        + "［未列尽］"
    )
    rows = [
        {"role": "共同负责·并列", "number": f"二/（一）/{at}", "title": "修复河岸林带，" * at, "with": owners}
        for at in range(1, 9)
    ]
    table(rows, ["role", "number", "title", "with"], "zh")
    lines = capsys.readouterr().out.splitlines()
    assert max(map(width, lines)) <= columns
    assert not [cell for line in lines for cell in line.split() if cell[0] in "、，。；］"]
