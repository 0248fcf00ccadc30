"""``zerentu load``: what it says of plans of one title."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from zerentu.cli import cli
from zerentu.library import load

TASKS = ("建设平台", "推广软件", "改造锅炉", "统计能耗")


def plan(path, title="洛阳市绿色园区实施方案", *, number="", issued="2025年3月1日", tasks=TASKS, region="洛阳市"):
    """Write a plan of a few tasks and return its path."""
    items = "".join(f"{at}.{task}。做好{task}工作。（市财政局牵头）\n" for at, task in enumerate(tasks, 1))
    path.write_text(f"{title}\n{number}\n一、重点任务\n{items}{region}人民政府办公室\n{issued}\n", encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run ``zerentu load`` in an empty folder: what it says of each plan, and the titles in the store."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        done = CliRunner().invoke(cli, ["load", *map(str, arguments)], standalone_mode=False)
        assert done.exception is None
        return [line for line in done.stderr.splitlines() if not line.startswith("图库")]

    return call


def sources(tmp_path):
    from zerentu.library import open_store

    with open_store(tmp_path / "zerentu.lbug") as store:
        found = store.answer("MATCH (p:Plan) RETURN p.source AS source ORDER BY source")
    return [row["source"] for row in found.records]


def test_two_numbers_two_years_and_other_tasks_are_kept(run, tmp_path):
    one = plan(tmp_path / "a.txt", number="洛政办〔2025〕1号")
    two = plan(tmp_path / "b.txt", number="洛政办〔2025〕2号")
    last_year = plan(tmp_path / "c.txt", issued="2024年3月1日")
    others = plan(tmp_path / "d.txt", tasks=("植树造林", "清理河道", "检查食堂", "修路"))
    said = run(one, two, last_year, others)
    assert sources(tmp_path) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert said[0] == (
        "注意：《洛阳市绿色园区实施方案》，c.txt（2024-03-01、4 项任务），与图库里的 "
        "b.txt（洛政办〔2025〕2号、2025-03-01、4 项任务） 同名，年份不同，两份都保留"
    ) or said[0].endswith("a.txt（洛政办〔2025〕1号、2025-03-01、4 项任务） 同名，年份不同，两份都保留")
    assert sorted(re.search(r"同名，(\w+)，", line)[1] for line in said) == ["多数任务不同"] * 2 + ["年份不同"] * 3


def test_a_replacement_names_file_number_date_and_tasks(run, tmp_path):
    draft = plan(tmp_path / "稿.txt", "洛阳市绿色园区实施方案（征求意见稿）", issued="2024年12月1日", tasks=TASKS[:3])
    final = plan(tmp_path / "终.txt", number="洛政办〔2025〕1号")
    run(draft)
    assert run(final) == [
        "替换：《洛阳市绿色园区实施方案》，终.txt（洛政办〔2025〕1号、2025-03-01、4 项任务），取代 "
        "稿.txt（2024-12-01、征求意见稿、3 项任务）"
    ]
    assert run(draft) == [
        "未替换：《洛阳市绿色园区实施方案》，稿.txt（2024-12-01、征求意见稿、3 项任务），早于图库里的 "
        "终.txt（洛政办〔2025〕1号、2025-03-01、4 项任务）；仍要替换请加 --replace，都要保留请加 --keep-editions"
    ]
    assert sources(tmp_path) == ["终.txt"]
    assert [line[:3] for line in run(draft, "--replace")] == ["替换："]
    assert sources(tmp_path) == ["稿.txt"]
    assert [line[:3] for line in run(final, "--keep-editions")] == ["注意："]
    assert sources(tmp_path) == ["稿.txt", "终.txt"]


def test_two_plans_of_one_title_in_one_file_both_stay(run, tmp_path):
    one, two = (plan(tmp_path / name, "实施方案", tasks=tasks) for name, tasks in (("a", TASKS), ("b", TASKS[::-1])))
    both = tmp_path / "附件.txt"
    both.write_text(one.read_text("utf-8") + two.read_text("utf-8"), encoding="utf-8")
    run(both)
    assert sources(tmp_path) == ["附件.txt"] * 2


def test_counties_of_one_name_stay_apart(run, tmp_path):
    title = "鼓楼区绿色园区实施方案"
    told = plan(tmp_path / "南京.txt", title, number="宁鼓政办〔2025〕1号", region="鼓楼区")
    first = plan(tmp_path / "甲.txt", title, region="鼓楼区")
    second = plan(tmp_path / "乙.txt", title, region="鼓楼区", issued="2025年5月1日")
    said = [line for line in run(told, first, second) if "重名" in line]
    assert [line.split("：")[1].split("/")[-1] for line in said] == ["甲.txt", "乙.txt"]
    assert sources(tmp_path) == ["乙.txt", "南京.txt", "甲.txt"]
    from zerentu.library import open_store

    with open_store(tmp_path / "zerentu.lbug") as store:
        found = store.answer("MATCH (a:Agency) RETURN a.name AS name, a.region AS region ORDER BY region, a.id")
    assert [(row["name"], row["region"]) for row in found.records] == [
        ("市财政局", "南京市"),
        ("市财政局", None),
        ("市财政局", None),
    ]


def test_both_at_once_is_wrong_usage(tmp_path):
    done = CliRunner().invoke(cli, ["load", str(tmp_path), "--replace", "--keep-editions"])
    assert (done.exit_code, done.stderr.splitlines()[-1].endswith("--replace 与 --keep-editions 不能同时用")) == (
        2,
        True,
    )


def test_the_library_keeps_editions_too(tmp_path):
    paths = [plan(tmp_path / "a.txt"), plan(tmp_path / "b.txt", tasks=TASKS[:3])]
    result = load(paths, db=tmp_path / "a.lbug", editions="keep")
    assert [len(files) for files in result.sources.values()] == [1, 1]
    assert len(result.report.added) == 2
