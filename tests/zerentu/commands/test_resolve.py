"""``zerentu resolve``: rows as promised, names on standard input, collectives expanded, plans of a store."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from program import run_program

from graph.agencies.resolve import resolve
from zerentu.library import load, sample_plan

Run = Callable[..., subprocess.CompletedProcess[str]]

KEYS = ["name", "region", "id", "canonical", "level", "kind", "functional_line", "basis", "aliases"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, said: str | None = None) -> subprocess.CompletedProcess[str]:
        return run_program("resolve", *arguments, folder=tmp_path, said=said, PYTHONUTF8="1")

    return call


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_rows_have_the_promised_keys_in_the_order_asked(run: Run) -> None:
    found = rows(run("市发改委", "市工信局", "--region", "洛阳市", "--format", "json"))
    assert [list(row) for row in found] == [KEYS, KEYS]
    assert [row["canonical"] for row in found] == ["市发展和改革委员会", "市工业和信息化局"]
    assert found[0]["id"] == resolve("发改委", "洛阳市").id
    spellings = ["发展和改革委", "发展和改革委员会", "发展改革委", "发展改革委员会", "发改委"]
    assert found[0]["aliases"] == [*spellings, *(f"市{each}" for each in spellings)]


def test_names_on_standard_input_each_with_its_region(run: Run) -> None:
    said = "\ufeff市发改委\t洛阳市\n\n发展改革委\t全国\r\n市发改委\n国家税务总局洛阳市税务局\t河南省\n"
    found = rows(run("-", "--region", "重庆市", "--format", "json", said=said))
    assert [(row["region"], row["level"]) for row in found] == [
        ("洛阳市", "市"), ("全国", "国家"), ("重庆市", "省"), ("洛阳市", "市"),
    ]  # fmt: skip


def test_a_name_that_cannot_be_told_leaves_the_others_their_answers(run: Run) -> None:
    done = run("-", "--format", "json", said="发展改革委\t\n市工信局\t鼓楼区\n发展改革委\t国家\n")
    assert done.returncode == 1
    unplaced, ambiguous, told = json.loads(done.stdout)
    assert (unplaced["id"], ambiguous["id"], told["canonical"]) == (None, None, "国家发展和改革委员会")
    assert [unplaced["basis"], ambiguous["basis"]] == [
        "“发展改革委”在各地所指不同；请用 --region 指明方案的地区，例如 --region 洛阳市",
        "没有名为“鼓楼区”的地区，或有多个重名；请写全称，例如 南京市鼓楼区、开封市鼓楼区、徐州市鼓楼区",
    ]
    assert done.stderr.splitlines() == [unplaced["basis"], ambiguous["basis"]]


def test_a_line_that_is_none_is_named(run: Run) -> None:
    done = run("-", said="市发改委\t洛阳市\n市发改委\t洛阳市\t又一列\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "错误：标准输入第 2 行：应写成 名称<制表符>地区\n"


def test_a_name_without_a_region_must_mean_one_body_everywhere(run: Run) -> None:
    assert rows(run("石家庄海关", "国家发展改革委", "--format", "json"))[0]["region"] == "石家庄市"
    done = run("市发改委")
    assert done.returncode == 1
    assert done.stderr == "错误：“市发改委”在各地所指不同；请用 --region 指明方案的地区，例如 --region 洛阳市\n"


@pytest.mark.parametrize(
    ("region", "hint"),
    [
        ("鼓楼区", "南京市鼓楼区、开封市鼓楼区、徐州市鼓楼区"),
        ("西湖区", "南昌市西湖区、杭州市西湖区"),
        ("火星", "洛阳市"),
    ],
)
def test_a_region_that_is_none_or_several(run: Run, region: str, hint: str) -> None:
    done = run("区财政局", "--region", region)
    assert done.returncode == 1
    assert done.stderr == f"错误：没有名为“{region}”的地区，或有多个重名；请写全称，例如 {hint}\n"


def test_a_region_may_be_named_shortly_or_with_the_one_above(run: Run) -> None:
    found = rows(run("-", "--format", "json", said="市财政局\t洛阳\n区财政局\t杭州市西湖区\n区财政局\t南昌市西湖区\n"))
    assert [row["region"] for row in found] == ["洛阳市", "杭州市西湖区", "南昌市西湖区"]
    assert len({row["id"] for row in found}) == 3


def test_collectives_are_expanded_on_demand_only_and_flagged(run: Run) -> None:
    name = "各县（市、区）人民政府"
    assert [row["kind"] for row in rows(run(name, "--region", "三亚市", "--format", "json"))] == ["collective"]
    found = rows(run(name, "市财政局", "--region", "三亚市", "--expand", "--format", "json"))
    assert [(row["name"], row["expanded_from"]) for row in found] == [
        (name, None),
        ("海棠区人民政府", name), ("吉阳区人民政府", name), ("天涯区人民政府", name), ("崖州区人民政府", name),
        ("市财政局", None),
    ]  # fmt: skip
    assert found[1]["basis"] == f"按今日行政区划由“{name}”展开；名称自带地名海棠"


def test_with_a_store_the_plans_that_name_it(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "a.lbug"
    load([sample_plan()], db=db)
    found = rows(run("市工信局", "市文物局", "--region", "云泽市", "--db", str(db), "--format", "json"))
    assert [row["plans"] for row in found] == [["云泽市制造业绿色转型行动方案（2026—2028年）"], []]


def test_the_table_speaks_chinese_and_tells_what_reforms_made_of_it(run: Run) -> None:
    done = run("市环保局", "--region", "洛阳市")
    assert [line.split() for line in done.stdout.splitlines()[::2]] == [
        ["名称", "正式名称", "地区", "层级", "类别", "条线", "标识"],
        ["市环保局", "市环境保护局", "洛阳市", "市", "党政机关", "生态环境", resolve("市环保局", "洛阳市").id],
        ["市环保局：级别词市，在洛阳市方案中指洛阳市；市环保局", "即", "市环境保护局"],
    ]
    assert done.stderr == (
        "市环境保护局 在 2018 年的改革中改为 市生态环境局，据地方机构改革（2018—2019年，依深化党和国家机构改革方案）\n"
    )


def test_parse_gives_the_same_identity(run: Run) -> None:
    from zerentu.library import parse

    owner = parse(sample_plan())["tasks"][0]["owners"][0]
    (row,) = rows(run(owner["name"], "--region", "云泽市", "--format", "json"))
    assert (owner["canonical"], owner["agency_id"]) == (row["canonical"], row["id"])
    assert owner["name"] == "市发展改革委"
