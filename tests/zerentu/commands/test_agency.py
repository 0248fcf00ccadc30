"""``zerentu agency`` tells the counterparts at other levels, and what a reform made of the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import UnknownNameError
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
    assert done.stderr.splitlines() == [
        "并列：与其他单位并列，未写明牵头",
        "下级条线：安庆市 市经济和信息化委员会、安庆市 市经济和信息化局",
    ]
    done = CliRunner().invoke(cli, ["agency", "市财政局", "--db", str(tmp_path / "a.lbug"), "--format", "json"])
    assert done.stderr == ""


OWN = """云州市河湖管护实施方案
一、主要任务
（一）清理河道。（市水利局、市财政局等按职责分工负责）
（二）修建步道。更换护栏。（市财政局牵头，市水利局、市教育局等配合）
（三）发放补助。（市财政局配合，市民政局牵头）
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "own.txt"
    path.write_text(OWN.replace("云州市", "安庆市"), encoding="utf-8")
    load([path], db=path.with_suffix(".lbug"))
    return path.with_suffix(".lbug")


def asked(db: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["agency", *words, "--db", str(db)])


def test_the_headline_counts_by_role_and_rows_led_come_first(own: Path) -> None:
    done = asked(own, "市财政局")
    lines = done.stdout.splitlines()
    assert lines[0] == "市财政局：3 项任务（牵头 1、共同负责 1、配合 1），1 个地区，1 份方案"
    assert [line.split("·")[0] for line in lines[1:] if "·" in line] == ["牵头", "共同负责", "配合"]
    assert done.stdout.count("［未列尽］") == 2


def test_a_role_in_chinese_and_one_that_the_agency_has_not(own: Path) -> None:
    done = asked(own, "市财政局", "--role", "牵头")
    assert done.stdout.splitlines()[0] == "市财政局：1 项任务（牵头 1），1 个地区，1 份方案"
    done = asked(own, "市财政局", "--role", "指导")
    assert done.stdout == "市财政局没有这种角色的任务；有的是：牵头 1、共同负责 1、配合 1\n"


def test_where_an_agency_has_no_task_the_plans_that_give_it_one_are_told(tmp_path: Path) -> None:
    for name, text in (("a.txt", CITY), ("b.txt", OWN.replace("云州市", "安庆市"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    load([tmp_path], db=tmp_path / "a.lbug")
    done = asked(tmp_path / "a.lbug", "市水利局", "--plan", "安庆市产业行动方案")
    assert done.stdout == "市水利局在所问的地区和方案里没有任务；有任务的方案：\n  安庆市《安庆市河湖管护实施方案》\n"


def test_a_body_without_a_task_is_told_from_a_name_that_nobody_bears(own: Path) -> None:
    told = str(asked(own, "市商务局").exception)
    assert told == "市商务局 exists, but these plans give it no task (安庆市)"
    assert "no agency is called 市水族局" in str(asked(own, "市水族局").exception)


def test_the_body_of_the_same_line_is_offered(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(CITY, encoding="utf-8")
    load([tmp_path / "b.txt"], db=tmp_path / "b.lbug")
    done = CliRunner().invoke(cli, ["agency", "市工信局", "--region", "安庆市", "--db", str(tmp_path / "b.lbug")])
    assert str(done.exception) == (
        "安庆市 has no agency called 市工信局; of the same functional line: 市经济和信息化委员会, 市经济和信息化局"
    )


def test_the_ending_of_a_file_tells_its_format(own: Path, tmp_path: Path) -> None:
    done = asked(own, "市财政局", "-o", str(tmp_path / "a.csv"))
    assert done.exit_code == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("序号,任务,我方角色,牵头单位")


def test_a_body_without_tasks_is_told_with_the_number_of_places(tmp_path: Path) -> None:
    for at, city in enumerate(("安庆市", "洛阳市", "延安市", "遂宁市")):
        text = f"{city}培训方案\n一、主要任务\n（一）开展培训。（市财政局负责）\n"
        (tmp_path / f"{at}.txt").write_text(text, encoding="utf-8")
    load([tmp_path], db=tmp_path / "a.lbug")
    done = CliRunner().invoke(cli, ["agency", "市水利局", "--db", str(tmp_path / "a.lbug")])
    assert isinstance(done.exception, UnknownNameError)
    assert done.exception.message.told("zh") == (
        "市水利局确有其机构，但这些方案没有给它任务（安庆市、延安市、洛阳市等4个）"
    )
