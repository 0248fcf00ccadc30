"""``zerentu network``: tables, JSON, workbook, GraphML and drawing."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from zerentu.cli import cli
from zerentu.library import load

PLAN = """安庆市河湖管护行动方案
一、重点任务
（一）治水
1.修缮灌渠。修缮灌渠。到2026年6月，新打机井80眼。（市水利局牵头，市财政局配合）
2.清淤疏浚。疏浚中小河流。（市水利局牵头，市财政局配合）
3.巡查河道。组织巡查。（各县（市、区）人民政府负责）
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("河湖")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    load([folder / "a.txt"], db=folder / "a.lbug")
    return folder / "a.lbug"


def run(db: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["network", "--db", str(db), *arguments])
    assert result.exit_code == 0, result.output
    return result


def test_people_see_bottlenecks_pairs_and_collectives(db: Path) -> None:
    lines = [line.split() for line in run(db).stdout.splitlines()]
    assert lines[0][0].startswith("协作：安庆市河湖管护行动方案")
    assert lines[5] == ["市水利局", "2", "67%", "2", "2026Q2：1", "2", "67%"]
    assert ["市水利局", "市财政局", "2", "2", "100%", "100%"] in lines
    assert ["一/（一）/3", "巡查河道", "各县（市、区）人民政府", "没有可问的单位"] in lines


def test_json_workbook_graphml_and_drawing_hold_the_sentences(db: Path, tmp_path: Path) -> None:
    found = json.loads(run(db, "--format", "json").stdout)
    assert [(each["one"], each["other"], each["weight"]) for each in found["pairs"]] == [("市水利局", "市财政局", 2)]
    run(db, "-o", str(tmp_path / "a.xlsx"), "--graphml", str(tmp_path / "a.graphml"), "--map", str(tmp_path / "a.html"))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "瓶颈单位",
        "最要协调的两个单位",
        "落在群体头上的任务",
        "纽带",
        "各拨单位（彼此多、对外少）",
    ]
    said = "一/（一）/1 修缮灌渠：市水利局牵头，市财政局配合\n一/（一）/2 清淤疏浚：市水利局牵头，市财政局配合"
    assert list(book["最要协调的两个单位"].values)[2][-1] == said
    assert [data["weight"] for *_, data in nx.read_graphml(tmp_path / "a.graphml").edges(data=True)] == [2]
    assert f"\n{said}</title>" in (tmp_path / "a.html").read_text("utf-8")
