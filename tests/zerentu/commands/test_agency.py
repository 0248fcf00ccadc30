"""``zerentu agency`` tells the counterparts at other levels, and what a reform made of the body."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from zerentu.cli import cli
from zerentu.library import load

NATION = "工业稳增长行动方案\n一、主要任务\n（一）稳增长。（工业和信息化部、国家发展改革委、财政部、商务部、自然资源部按职责分工负责）\n"
CITY = "安庆市产业行动方案\n一、主要任务\n（一）稳增长。（市经信局牵头，市经信委、市财政局配合）\n"


def test_counterparts_and_successors_are_told(tmp_path: Path) -> None:
    for name, text in (("a.txt", NATION), ("b.txt", CITY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = load([tmp_path], db=tmp_path / "a.lbug")
    assert not result.failures
    done = CliRunner().invoke(cli, ["agency", "市经信局", "--db", str(tmp_path / "a.lbug")])
    assert done.exit_code == 0
    assert done.stderr.splitlines()[-2:] == [
        "上级条线：全国 工业和信息化部",
        "市经济和信息化委员会 2018 年改为 市经济和信息化局",
    ]
    done = CliRunner().invoke(cli, ["agency", "工业和信息化部", "--db", str(tmp_path / "a.lbug")])
    assert "下级条线：安庆市 市经济和信息化委员会、安庆市 市经济和信息化局" in done.stderr
    done = CliRunner().invoke(cli, ["agency", "市财政局", "--db", str(tmp_path / "a.lbug"), "--format", "json"])
    assert done.stderr == ""
