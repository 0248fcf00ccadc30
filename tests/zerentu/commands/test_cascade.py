"""``zerentu cascade``: a table, JSON, a workbook and a page, and pairs that were settled by hand."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program import run_program

from zerentu import cascade, open_store
from zerentu.library import load

PLANS = {
    "全国.txt": """全国农村公路行动方案
一、主要任务
（一）公路
1.拓宽急弯。改建山区公路桥梁，拓宽急弯并增设护栏。（交通运输部负责）
2.养护巡查。建立路况巡查台账并公布病害清单。（交通运输部负责）
""",
    "河南.txt": """河南省农村公路行动方案
一、主要任务
（一）公路
1.拓宽急弯。改建山区公路桥梁，拓宽急弯。（省交通运输厅负责）
2.客运站点。布设村级客运站点。（省交通运输厅负责）
""",
    "洛阳.txt": """洛阳市农村公路行动方案
一、主要任务
（一）公路
1.拓宽急弯。拓宽急弯，改建山区公路桥梁。（市财政局负责）
""",
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("公路")
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    load([folder], db=folder / "a.lbug")
    return folder / "a.lbug"


def run(db: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = run_program("cascade", "--db", db, *arguments)
    assert done.returncode == status, done.stderr
    return done


def test_people_see_what_has_no_counterpart_first(db: Path) -> None:
    lines = run(db, "--from", "全国", "--to", "河南省").stdout.splitlines()
    assert lines[0] == "全国农村公路行动方案 → 河南省农村公路行动方案"
    assert lines[2] == "下级未承接的上级任务：1"
    assert lines[5].split() == ["一/（一）/2", "养护巡查"]


def test_json_is_one_object_for_a_pair_and_a_list_for_a_row_of_plans(db: Path) -> None:
    found = json.loads(run(db, "--from", "全国", "--to", "河南省", "--format", "json").stdout)
    assert [(link["up"], link["down"]) for link in found["links"]] == [(["一/（一）/1", 1], ["一/（一）/1", 1])]
    assert (found["up_without"], found["down_new"]) == ([["一/（一）/2", 1]], [["一/（一）/2", 1]])
    several = json.loads(run(db, "--from", "全国", "--to", "河南省", "--to", "洛阳", "--format", "json").stdout)
    assert [(each["from"]["region"], each["to"]["region"]) for each in several] == [
        ("全国", "河南省"),
        ("河南省", "洛阳市"),
    ]
    assert [each["verdict"] for each in several[1]["owners"]] == ["lead changed", "owner dropped", "owner added"]


def test_a_workbook_has_a_sheet_for_each(db: Path, tmp_path: Path) -> None:
    run(db, "--from", "河南省", "--to", "洛阳市", "-o", str(tmp_path / "a.xlsx"))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "下级未承接的上级任务", "减弱、推迟或缺失的目标", "责任单位变化", "全部对应", "下级新增任务", "其余目标"
    ]  # fmt: skip
    rows = list(book["责任单位变化"].values)
    title = "河南省农村公路行动方案 → 洛阳市农村公路行动方案：责任单位变化"
    assert ([row[0] for row in rows[:2]], rows[0][1:]) == ([title, "判断"], (None,) * 6)
    assert [row[:2] + row[3:4] + row[5:6] for row in rows[2:]] == [
        ("牵头改变", "一/（一）/1", "省交通运输厅（牵头）", "市财政局（牵头）"),
        ("去掉单位", "一/（一）/1", "省交通运输厅（牵头）", None),
        ("新增单位", "一/（一）/1", None, "市财政局（牵头）"),
    ]


def test_a_page_holds_both_texts_and_no_address(db: Path, tmp_path: Path) -> None:
    run(db, "--from", "全国", "--to", "河南省", "-o", str(tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "拓宽急弯并增设护栏" in page
    assert "改建山区公路桥梁，拓宽急弯。" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_pair_rejected_in_the_file_beside_the_store_is_no_link(db: Path) -> None:
    with open_store(db) as store:
        (link,) = cascade(store, "河南省", "洛阳市").to_json()["links"]
    file = db.parent / "zerentu.overrides.toml"
    entry = f'[[counterpart]]\nup = "{link["up_id"]}"\ndown = "{link["down_id"]}"\nverdict = "reject"\nnote = "不是一回事"\n'
    file.write_text(entry, encoding="utf-8")
    try:
        out = run(db, "--from", "河南省", "--to", "洛阳市").stdout
        with open_store(db) as store:
            assert cascade(store, "河南省", "洛阳市", overrides=file).links == []
    finally:
        file.unlink()
    assert [line for line in out.splitlines() if "：" in line] == [
        "下级未承接的上级任务：2", "减弱、推迟或缺失的目标：0", "责任单位变化：0", "全部对应：0", "下级新增任务：1", "其余目标：0",
        "人工否定的对应：1",
    ]  # fmt: skip
    assert out.splitlines()[-1].split() == ["一/（一）/1", "拓宽急弯", "一/（一）/1", "拓宽急弯", "不是一回事"]


def test_a_workbook_needs_a_file(db: Path) -> None:
    done = run(db, "--from", "河南省", "--to", "洛阳市", "--format", "xlsx", status=1)
    assert (done.stdout, done.stderr) == ("", "错误：输出 xlsx 需要指定文件；请加上 -o 结果.xlsx\n")


def test_targets_of_one_sentence_are_told_apart(db: Path, tmp_path: Path) -> None:
    said = {
        "上": "福建省竹材方案\n\n二、重点任务\n1.扩大竹材生产。到2027年，竹板、竹浆产量分别达到40万吨、15万吨。（省林业局负责）\n",
        "下": "南平市竹材方案\n\n二、重点任务\n1.扩大竹材生产。引进竹板企业。（市林业局负责）\n",
    }
    for name, text in said.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    load([tmp_path / "上.txt", tmp_path / "下.txt"], db=tmp_path / "a.lbug")
    run(tmp_path / "a.lbug", "--from", "福建省", "--to", "南平市", "-o", str(tmp_path / "a.xlsx"))
    rows = [*load_workbook(tmp_path / "a.xlsx")["减弱、推迟或缺失的目标"].values][2:]
    assert [row[2].partition("】")[0] for row in rows] == ["【竹板产量 ≥40万吨", "【竹浆产量 ≥15万吨"]
