"""``zerentu industry``: tasks of the narrower industries too, leads and co-owners apart, targets, and the text's own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import run_program

from zerentu.library import load

PLAN = """安庆市产业提升行动方案
一、主要任务
（一）提升传统产业
1.改造工艺。推广电炉炼钢，做强钢铁、有色金属行业，到2027年，再生铝产量达到40万吨。（市工业和信息化局牵头，市发展改革委、市科技局按职责分工负责）
2.推广节能产品。在公共建筑推广高效热泵、空气热泵等节能装备。（市住房城乡建设局、市发展改革委按职责分工负责）
3.加强回收。提高铜、铅、锌等回收利用水平。（市商务局负责）
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("行业")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    load([folder / "a.txt"], db=folder / "a.lbug")
    return folder / "a.lbug"


def run(*arguments: str) -> str:
    done = run_program(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def industries_told(words: str, db: Path) -> list[str]:
    return [line for line in run("task", words, "--db", str(db)).splitlines() if line.startswith("行业：")]


def test_an_industry_has_leads_co_owners_and_targets(db: Path) -> None:
    row, *others = json.loads(run("industry", "有色", "--db", str(db), "--format", "json"))
    assert [other["leads"] for other in others] == [["市商务局"]]
    assert (row["leads"], row["co_owns"]) == (["市工业和信息化局"], ["市发展改革委", "市科技局"])
    assert set(row["industry"]) == {"有色金属", "再生铝"}
    assert [(target["metric"], target["value"], target["due"]) for target in row["targets"]] == [
        ("再生铝产量", 40.0, 2027)
    ]


def test_people_see_the_words_of_the_text_and_the_lexicons_name_only_behind_them(db: Path) -> None:
    (row,) = json.loads(run("industry", "热泵", "--db", str(db), "--format", "json"))
    assert (row["industry"], row["written"]) == (["热泵"], ["高效热泵、空气热泵"])
    table = run("industry", "热泵", "--db", str(db))
    assert [line.split() for line in table.splitlines() if not line.startswith("─")] == [
        ["地区", "编号", "标题", "行业", "共同负责", "行"],
        ["安庆市", "一/（一）/2", "推广节能产品", "高效热泵、空气热泵", "市住房城乡建设局、市发展改革委", "5"],
    ]
    assert industries_told("节能产品", db) == ["行业：高效热泵、空气热泵"]


def test_a_word_that_the_lexicon_files_elsewhere_says_so(db: Path) -> None:
    assert industries_told("回收", db) == ["行业：铜、铅、锌（归入有色金属）"]
