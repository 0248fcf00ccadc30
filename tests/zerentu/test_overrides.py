"""Corrections by hand: kept on loading again, reversible, every one told by the audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.agencies.resolve import resolve
from graph.model.check import check
from graph.overrides.file import parse_overrides
from queries import agency_tasks, ask, audit, find_plan, targets, task
from zerentu.cli import cli
from zerentu.library import graphs, load, open_store, remove

PLAN = """安庆市数据要素行动方案
一、主要任务
（一）建设平台
1.建设平台。到2027年，建成数据平台3个。（市数据资源局牵头，市工信局市科技局配合）
2.开放数据。全面开放。（市大数据中心、市财政局按职责分工负责）
3.加强培训。（市教育局负责）
"""
OTHER = """安庆市招商引资行动方案
一、主要任务
（一）招引项目
1.招引项目。（市投促局、市财政局按职责分工负责）
"""

#: The agencies that both plans name besides 市教育局.
OTHERS = ["市工信局市科技局", "市数据资源管理局", "市大数据中心", "市投资促进局", "市财政局"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def ids(folder: Path) -> dict[str, str]:
    """Ids of tasks by title, of agencies by name and of targets by metric, as the store shows them before any override."""
    found: dict[str, str] = {}
    for file in ("a.txt", "b.txt"):
        (graph,) = graphs(folder / file)
        for key, data in graph.nodes(data=True):
            name = {"Task": "title", "Agency": "name", "Target": "metric", "Plan": "title"}.get(data["label"])
            if name:
                found[data[name]] = key
    return found


def overridden(folder: Path, text: str, files: tuple[str, ...] = ("a.txt", "b.txt")) -> Path:
    """Write the overrides beside the store and load."""
    named = ids(folder)
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(f"<{name}>", named[name])
    (folder / "zerentu.overrides.toml").write_text(text, encoding="utf-8")
    result = load([folder / file for file in files], db=folder / "s.lbug")
    assert not result.failures
    return folder / "s.lbug"


def told(db: Path, text: str = "") -> list[tuple[str, str | None]]:
    """The audit's findings: what happened, and why."""
    file = db.parent / "zerentu.overrides.toml"
    with open_store(db) as store:
        rows = audit(store, rules=["override"], overrides=parse_overrides(file.read_text(encoding="utf-8")))
    return [(row["word"], row["sentence"]) for row in rows.to_dict("records")]


def roles(db: Path, name: str) -> list[tuple[Any, ...]]:
    with open_store(db) as store:
        return [tuple(row) for row in agency_tasks(store, name)[["title", "role", "basis"]].values.tolist()]


def names(db: Path) -> set[str]:
    with open_store(db) as store:
        return set(ask(store, "agencies")["name"])


def test_an_agency_is_renamed_and_has_its_name_back_when_the_entry_goes(folder: Path) -> None:
    db = overridden(folder, '[[rename]]\nagency = "<市教育局>"\nname = "市教体局"\n')
    assert roles(db, "市教育体育局") == [("加强培训", "lead", "sole")]
    assert names(db) == {"市教育体育局", *OTHERS}
    assert told(db) == [("生效", "市教育局 更名为 市教体局")]
    report = load([folder / "a.txt"], db=db).report
    assert (report.added, report.replaced, report.unchanged) == ([], [], [find_id(db, "a.txt")])
    (folder / "zerentu.overrides.toml").write_text("", encoding="utf-8")
    assert told(db) == [("已撤销", "市教育局 更名为 市教体局")]
    load([folder / "a.txt"], db=db)
    assert told(db) == []
    assert roles(db, "市教育局") == [("加强培训", "lead", "sole")]


def test_one_name_that_is_two_bodies_is_split(folder: Path) -> None:
    db = overridden(
        folder, '[[split]]\nagency = "<市工信局市科技局>"\ninto = ["市工信局", "市科技局"]\nnote = "漏了顿号"\n'
    )
    assert roles(db, "市工业和信息化局") == roles(db, "市科学技术局") == [("建设平台", "support", "explicit")]
    assert names(db) == {"市工业和信息化局", "市科学技术局", "市教育局", *OTHERS} - {"市工信局市科技局"}
    with open_store(db) as store:
        (row,) = agency_tasks(store, "市科技局").to_dict("records")
    assert (row["agency"], row["written"]) == ("市科技局", "市工信局市科技局")


def test_two_names_are_one_body_and_two_again(folder: Path) -> None:
    merge = '[[merge]]\nagency = "<市大数据中心>"\nsame_as = "<市数据资源管理局>"\n'
    db = overridden(folder, merge)
    both = [("建设平台", "lead", "explicit"), ("开放数据", "co_own", "listed")]
    assert roles(db, "市数据资源局") == roles(db, "市大数据中心") == both
    assert names(db) == {"市教育局", *OTHERS}
    assert told(db) == [("生效", "市大数据中心 与 市数据资源管理局 视为同一机构")]
    (folder / "zerentu.overrides.toml").unlink()
    load([folder / "a.txt"], db=db)
    assert roles(db, "市大数据中心") == both[1:]


def test_a_merge_with_an_agency_that_another_plan_names(folder: Path) -> None:
    merge = '[[merge]]\nagency = "<市投资促进局>"\nsame_as = "<市教育局>"\n'
    db = overridden(folder, merge)
    assert roles(db, "市投促局") == [("招引项目", "co_own", "listed"), ("加强培训", "lead", "sole")]
    # Loading one plan again keeps it, with the other plan's agency known from the store.
    load([folder / "b.txt"], db=db)
    assert len(roles(db, "市投促局")) == 2
    with open_store(db) as store:
        whole = find_plan(store, "数据要素")["title"]
    assert remove(whole, db=db)["title"] == whole
    assert roles(db, "市投促局") == [("招引项目", "co_own", "listed")]


def test_owners_are_added_and_dropped(folder: Path) -> None:
    db = overridden(
        folder,
        '[[owner]]\ntask = "<开放数据>"\nadd = "市审计局"\nrole = "support"\n'
        '[[owner]]\ntask = "<开放数据>"\ndrop = "市财政局"\n'
        '[[owner]]\ntask = "<加强培训>"\ndrop = "<市教育局>"\nrole = "lead"\n',
    )
    assert roles(db, "市审计局") == [("开放数据", "support", "manual")]
    assert roles(db, "市财政局") == [("招引项目", "co_own", "listed")]
    assert names(db) == {"市审计局", *OTHERS}
    with open_store(db) as store:
        assert list(audit(store, rules=["no_owner"])["title"]) == ["加强培训"]
        (row,) = task(store, "开放数据").to_dict("records")
    assert [(owner["name"], owner["quote"][:4]) for owner in row["owners"]][-1] == ("市审计局", "人工更正")


def test_targets_are_added_and_dropped(folder: Path) -> None:
    db = overridden(
        folder,
        '[[target]]\ndrop = "<数据平台>"\n'
        '[[target]]\nwithin = "<开放数据>"\ntext = "到2027年，开放数据集500个"\nmetric = "开放数据集"\nvalue = 500\nunit = "个"\n'
        'comparator = ">="\ndue = 2027\n',
    )
    with open_store(db) as store:
        rows = targets(store, due=2027)
    assert rows[["section", "metric", "comparator", "value", "unit"]].values.tolist() == [
        ["一/（一）/2", "开放数据集", ">=", 500.0, "个"]
    ]
    assert [word for word, _ in told(db)] == ["生效", "生效"]


def test_what_cannot_be_applied_is_told(folder: Path) -> None:
    db = overridden(
        folder,
        '[[owner]]\ntask = "task-0000000000000000"\ndrop = "市财政局"\n'
        '[[owner]]\ntask = "<加强培训>"\ndrop = "市财政局"\n'
        '[[merge]]\nagency = "<市教育局>"\nsame_as = "agency-0000000000000000"\n',
    )
    assert [(word, sentence.split(" ", 1)[1]) for word, sentence in told(db)] == [
        ("未生效", "第 1 行 [[owner]]"), ("未生效", "第 4 行 [[owner]]"), ("未生效", "第 7 行 [[merge]]"),
    ]  # fmt: skip
    with open_store(db) as store:
        file = (folder / "zerentu.overrides.toml").read_text(encoding="utf-8")
        rows = audit(store, rules=["override"], overrides=parse_overrides(file))
    assert list(rows["reason"]) == [
        "图库里没有 task-0000000000000000",
        "所在方案还没有按这一条重新载入，或这一条没有可改之处",
        "图库里没有 agency-0000000000000000",
    ]
    assert set(rows["severity"]) == {"warning"}


def test_graphs_with_overrides_obey_the_schema_and_leave_the_original_alone(folder: Path) -> None:
    from graph.overrides.apply import apply_overrides

    (graph,) = graphs(folder / "a.txt")
    before = {key: dict(data) for key, data in graph.nodes(data=True)}
    gone = resolve("市教育局", "安庆市").id
    entries = parse_overrides(f'[[rename]]\nagency = "{gone}"\nname = "国家统计局"\n')
    changed = apply_overrides(graph, entries)
    check(changed)
    assert {key: dict(data) for key, data in graph.nodes(data=True)} == before
    assert {graph.nodes[key]["name"] for key in set(graph) - set(changed)} == {"市教育局"}
    new = [changed.nodes[key] for key in set(changed) - set(graph)]
    assert {(each["label"], each.get("name") or each.get("text")) for each in new} == {
        ("Agency", "国家统计局"),
        ("Override", "市教育局 更名为 国家统计局"),
    }
    assert apply_overrides(graph, []) is graph


def test_the_audit_at_the_command_line(folder: Path) -> None:
    db = overridden(folder, '[[rename]]\nagency = "<市教育局>"\nname = "市教体局"\n')
    done = CliRunner().invoke(cli, ["audit", "--rule", "override", "--db", str(db)])
    assert done.output == (
        "人工更正（override）：1，最多的是安庆市数据要素行动方案（3 项中 1，33%）\n\n"
        "安庆市  安庆市数据要素行动方案：1 条\n人工更正：1\n词    原文\n──────────────────────────────\n"
        "生效  市教育局 更名为 市教体局\n"
    )
    other = folder / "别的.toml"
    other.write_text('[[target]]\ndrop = "target-0000000000000000"\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["audit", "--rule", "override", "--db", str(db), "--overrides", str(other)])
    assert [line.split()[:2] for line in done.output.splitlines() if line.startswith(("已", "未"))] == [
        ["未生效", "图库里没有"],
        ["已撤销", "更正文件里已没有这一条；重新载入这份方案即恢复原状"],
    ]


NAMESAKE = """安庆市数据要素行动方案
一、主要任务
（一）整治河道
1.整治河道。加快整治。（市水利局负责）
2.清运垃圾。全面清运。（市城管局负责）
3.栽种树木。（市林业局负责）
"""


def test_an_override_of_a_plan_never_acts_on_another_of_its_title(folder: Path) -> None:
    """Both plans have one title and no number, so the one that is loaded first bears the id that both would have."""
    (folder / "c.txt").write_text(NAMESAKE, encoding="utf-8")
    text = '[[owner]]\ntask = "<建设平台>"\nadd = "市审计局"\nrole = "support"\n'
    db = overridden(folder, text, ("a.txt", "c.txt"))
    assert roles(db, "市审计局") == [("建设平台", "support", "manual")]
    assert told(db) == [("生效", "“建设平台”增加责任单位 市审计局（配合）")]

    db.unlink()
    result = load([folder / "c.txt", folder / "a.txt"], db=db)
    (note,) = [said for path, said in result.unread if path.name == "a.txt"]
    old, new = ids(folder)["建设平台"], note.values["new"]
    assert note.zh == (
        f"{folder / 'zerentu.overrides.toml'} 第 1 行 [[owner]] 的标识 {old} 属于先载入的同名方案，没有用在这份方案上；"
        f"要更正的如果是这份，请改写为 {new}"
    )
    with open_store(db) as store:
        found = store.answer("MATCH (t:Task) WHERE t.id = $id RETURN t.title AS title", {"id": new})
    assert found.records == [{"title": "建设平台"}]

    (folder / "zerentu.overrides.toml").write_text(text.replace("<建设平台>", new), encoding="utf-8")
    result = load([folder / "c.txt", folder / "a.txt"], db=db)
    assert ([said for _path, said in result.unread], result.report.unchanged) == ([], [find_id(db, "c.txt")])
    assert roles(db, "市审计局") == [("建设平台", "support", "manual")]


def find_id(db: Path, source: str) -> str:
    with open_store(db) as store:
        return str(find_plan(store, source)["id"])
