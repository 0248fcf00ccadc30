"""The commands as a user types them, in a process of their own, on the sample plan."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from program import run_program

from zerentu.library import sample_plan

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("工作 目录")

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run_program(*arguments, folder=folder, **environment)

    return call


@pytest.fixture(scope="module")
def loaded(run: Run) -> Iterator[Run]:
    done = run("load", str(sample_plan()))
    assert done.returncode == 0, done.stderr
    yield run


def test_load_says_what_it_did(run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "a.lbug")
    first = run("load", str(sample_plan()), "--db", db)
    assert [line.split() for line in first.stdout.splitlines()] == [
        ["结果", "地区", "标题", "任务", "有责任单位", "目标"],
        ["─" * len(first.stdout.splitlines()[1])],
        ["新增", "云泽市", "云泽市制造业绿色转型行动方案（2026—2028年）", "17", "15", "11"],
    ]
    assert first.stderr == f"图库：{db}\n"
    again = run("load", str(sample_plan()), "--db", db, "--format", "json")
    (row,) = json.loads(again.stdout)
    assert (row["state"], row["tasks"]) == ("未变", 17)


def test_a_newer_version_replaces_the_older(run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "a.lbug")
    newer = tmp_path / "新版.txt"
    newer.write_text(
        sample_plan().read_text(encoding="utf-8").replace("（市科技局负责）", "（市教育局负责）"), encoding="utf-8"
    )
    run("load", str(sample_plan()), "--db", db)
    (row,) = json.loads(run("load", str(newer), "--db", db, "--format", "json").stdout)
    assert row["state"] == "更新"
    assert [r["role"] for r in json.loads(run("agency", "市教育局", "--db", db, "--format", "json").stdout)] == ["lead"]
    gone = run("agency", "市科技局", "--db", db)
    assert gone.returncode == 1
    assert gone.stderr.startswith("错误：")


def test_bad_files_are_named_and_do_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "方案"
    folder.mkdir()
    (folder / "a.txt").write_bytes(sample_plan().read_bytes())
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes("今天天气很好。".encode())
    (folder / "~$d.txt").write_bytes(b"lock")
    done = run("load", str(folder), str(tmp_path / "none.txt"), "--db", str(tmp_path / "a.lbug"), "--format", "json")
    assert done.returncode == 1
    assert [row["title"] for row in json.loads(done.stdout)] == ["云泽市制造业绿色转型行动方案（2026—2028年）"]
    assert [line.split("：")[1] for line in done.stderr.splitlines()] == [
        str(folder / "b.txt"), str(folder / "c.txt"), str(tmp_path / "none.txt"),
    ]  # fmt: skip


def test_what_a_file_shows_besides_its_text_is_told(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "方案.html"
    text = "".join(f"<p>{line}</p>" for line in sample_plan().read_text(encoding="utf-8").split("\n"))
    page.write_text(f"<body>{text}<img src=table.png></body>", encoding="utf-8")
    says = f"注意：{page}：有 1 处图片、图示或嵌入对象，其中的文字没有读入"
    parsed = run("parse", str(page))
    assert parsed.stderr.splitlines() == [says]
    assert json.loads(parsed.stdout)["source"]["unread"][0]["zh"] in says
    assert says in run("load", str(page), "--db", str(tmp_path / "a.lbug")).stderr.splitlines()
    english = run("load", str(page), "--db", str(tmp_path / "a.lbug"), "--lang", "en").stderr
    assert f"Note: {page}: pictures, diagrams or embedded objects whose words" in english


def test_agency_rows_have_the_promised_keys(loaded: Run) -> None:
    rows = json.loads(loaded("agency", "工信局", "--format", "json").stdout)
    assert [(row["number"], row["role"], row["basis"], row["inherited"]) for row in rows] == [
        ("二/（一）/1", "co_own", "listed", False),
        ("二/（一）/2", "co_own", "listed", False),
        ("二/（一）/3", "lead", "explicit", False),
        ("二/（二）/1", "co_own", "explicit", False),
        ("附件/1", "support", "explicit", False),
        ("附件/2", "lead", "explicit", False),
        ("附件/3", "lead", "explicit", True),
    ]
    first = rows[0]
    assert {
        "region": "云泽市",
        "plan": "云泽市制造业绿色转型行动方案（2026—2028年）",
        "part": 1,
        "title": "摸清高耗能项目底数",
        "agency": "市工业和信息化局",
        "written": "工业和信息化局",
        "open_ended": True,
        "deadline": None,
        "line": 14,
    }.items() <= first.items()
    assert first["quote"].startswith("市发展改革委牵头，工业和信息化局、")
    assert [(other["name"], other["role"]) for other in first["with"]] == [
        ("市发展改革委", "lead"), ("市生态环境局", "co_own"), ("市统计局", "co_own"), ("各县（市、区）人民政府", "implement"),
    ]  # fmt: skip
    assert first["task_id"].startswith("task-")
    assert rows[2]["deadline"] == "2027年6月底前"


def test_agency_table_and_filters(loaded: Run) -> None:
    done = loaded("agency", "市财政局", "--role", "lead")
    assert [line.split() for line in done.stdout.splitlines() if line and "─" not in line] == [
        ["市财政局：1", "项任务（牵头", "1），1", "个地区，1", "份方案"],
        ["云泽市", "云泽市制造业绿色转型行动方案（2026—2028年）"],
        ["角色", "编号", "标题", "共同单位", "行"],
        [
            "牵头·文件规定",
            "三/（二）",
            "强化资金保障",
            "共同负责：市金融工作局、人民银行云泽市分行；落实：各县（市、区）人民政府",
            "33",
        ],
    ]
    assert done.stderr == "文件规定：文件规定列首位者牵头\n"
    english = loaded("agency", "市财政局", "--role", "lead", "--lang", "en")
    assert english.stdout.startswith("市财政局: 1 task (leads 1), 1 region, 1 plan\n")


def test_an_unknown_name_gets_the_three_nearest(loaded: Run) -> None:
    done = loaded("agency", "市财证局")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "市财政局" in done.stderr
    assert done.stderr.count("、") == 2


def test_audit_rows_and_exit_status(loaded: Run) -> None:
    rows = json.loads(loaded("audit", "--format", "json").stdout)
    found: dict[str, list[tuple[str, str | None]]] = {}
    for row in rows:
        assert {
            "rule",
            "region",
            "plan",
            "number",
            "part",
            "title",
            "agencies",
            "sentence",
            "line",
            "task_id",
        } <= row.keys()
        found.setdefault(row["rule"], []).append((row["number"], row["title"]))
    assert found["no_owner"] == [("二/（二）/专栏1", "能效提升工程"), ("三/（一）", "加强组织领导")]
    assert found["only_collective"] == [("三/（四）", "营造良好氛围")]
    assert found["several_leads"] == [("二/（二）/2", "建设园区绿色微电网")]
    assert [number for number, _ in found["open_ended"]] == ["二/（一）/1", "二/（三）/1", "二/（三）/2"]
    assert [number for number, _ in found["unread_trigger"]] == ["二/（二）/3", "三/（一）"]
    assert loaded("audit", "--fail-on", "several_leads", "--format", "json").returncode == 1
    assert loaded("audit", "--rule", "no_owner", "--fail-on", "several_leads").returncode == 1
    # Findings that are all mere notices fail no script that asks for any.
    assert loaded("audit", "--rule", "unread_trigger", "--fail-on", "unread_trigger").returncode == 1
    assert loaded("audit", "--rule", "unread_trigger", "--fail-on", "any").returncode == 0
    clean = loaded("audit", "--rule", "no_owner", "--region", "云泽市")
    assert clean.returncode == 0
    assert clean.stdout.startswith("无责任单位（no_owner）：1，最多的是云泽市")
    assert clean.stdout.splitlines()[1].startswith("专栏无责任单位：1，最多的是云泽市")
    assert loaded("audit", "--fail-on", "nonsense").stderr.startswith(
        "错误：没有 nonsense 这项检查；可用的有：no_owner（无责任单位）、"
    )


def test_csv_opens_in_excel_and_runs_nothing(run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "a.lbug")
    plan = tmp_path / "a.txt"
    plan.write_text("某市行动方案\n一、任务\n1.=SUM(A1)服务。做好。（市财政局负责）\n", encoding="utf-8")
    run("load", str(plan), "--db", db)
    text = run("agency", "市财政局", "--db", db, "--format", "csv").stdout
    assert text.startswith("\ufeff序号,任务,")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert row["任务"] == row["title"] == "'=SUM(A1)服务"


def test_plans_and_remove(run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "a.lbug")
    run("load", str(sample_plan()), "--db", db)
    (row,) = json.loads(run("plans", "--db", db, "--format", "json").stdout)
    assert (row["number"], row["issued"], row["level"]) == ("云政办发〔2026〕7号", "2026-03-16", "市")
    assert run("remove", "云政办发〔2026〕7号", "--db", db, "--yes").stdout.startswith(
        "已移除：《云泽市制造业绿色转型行动方案"
    )
    assert json.loads(run("plans", "--db", db, "--format", "json").stdout) == []
    assert run("remove", "云政办发〔2026〕7号", "--db", db, "--yes").returncode == 1


def test_map_writes_one_offline_page(loaded: Run, tmp_path: Path) -> None:
    path = tmp_path / "新 文件夹" / "责任图.html"
    done = loaded("map", "-o", str(path), "--agency", "市工信局")
    assert done.stdout == f"责任图：{path}\n"
    page = path.read_text(encoding="utf-8")
    assert "市工业和信息化局" in page
    assert "http" not in page


def test_a_missing_store_is_a_sentence(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "none.lbug"
    done = run("plans", "--db", str(db))
    told = f"错误：{db} 不存在；请先载入方案：zerentu load 方案文件夹\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_usage_errors(run: Run) -> None:
    for arguments, usage, why in (
        (["lod"], "zerentu [OPTIONS] COMMAND [ARGS]...", "没有 lod 这个命令，是不是 load？"),
        (["agency"], "zerentu agency [OPTIONS] NAME", "缺少参数 NAME"),
    ):
        done = run(*arguments)
        told = f"用法：{usage}\n用 {usage.split(' [')[0]} --help 查看说明\n\n错误：{why}\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_a_pipe_gets_utf8_whatever_the_code_page(loaded: Run) -> None:
    done = loaded("agency", "市财政局", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.startswith("市财政局：")


def test_a_workbook_needs_a_file_and_a_table_wants_none(loaded: Run, tmp_path: Path) -> None:
    assert loaded("targets", "--format", "xlsx").stderr == "错误：输出 xlsx 需要指定文件；请加上 -o 结果.xlsx\n"
    refused = loaded("plans", "-o", str(tmp_path / "a.txt"))
    told = f"错误：{tmp_path / 'a.txt'}：表格只输出到屏幕；写入文件请加上 --format xlsx、csv 或 json\n"
    assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", told)
    for number, words in enumerate((["targets"], ["agency", "市发改委"], ["audit"], ["plans"])):
        path = tmp_path / f"{number}.xlsx"
        done = loaded(*words, "--format", "xlsx", "-o", str(path))
        assert (done.returncode, done.stdout) == (0, "") and path.stat().st_size > 4000
    path = tmp_path / "a.csv"
    assert loaded("targets", "--format", "csv", "-o", str(path)).returncode == 0
    assert path.read_text(encoding="utf-8") == loaded("targets", "--format", "csv").stdout
