"""The program as a library: from files to plain values, graphs, stores and pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ParseError, ReadError, SettingsError, UnknownNameError
from graph.exports import read_jsonl
from graph.stores.embedded.store import EmbeddedStore
from zerentu.library import copy, draw, export, graphs, holds_plans, load, open_store, parse, remove

TITLE, OTHER = "安庆市数据要素行动方案", "安庆市招商引资行动方案"
PLAN = f"""{TITLE}
一、主要任务
1.建设平台。到2027年，建成数据平台3个。（市数据资源局牵头，市工信局配合）
2.开放数据。全面开放。（市财政局负责）
"""
NO_PLAN = "既没有编号条目（一、 （一） 1.），也没有责任条款（X牵头、责任单位：X），不像可以读取的方案；请检查文件是否为方案正文"


pytestmark = pytest.mark.usefixtures("folder")


def write(path: Path, text: str = PLAN) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of two plans, which is only read."""
    folder = tmp_path_factory.mktemp("库")
    write(folder / "a.txt")
    write(folder / "b.txt", PLAN.replace(TITLE, OTHER))
    load([folder], db=folder / "s.lbug", region="安庆市")
    return folder / "s.lbug"


def plan_ids(db: Path) -> dict[str, str]:
    """Return the ids of the plans of a store by title."""
    with open_store(db) as store:
        found = store.answer("MATCH (p:Plan) RETURN p.id AS id, p.title AS title ORDER BY title").records
    return {row["title"]: row["id"] for row in found}


def owners(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(task["number"], owner["canonical"], owner["role"]) for task in found["tasks"] for owner in task["owners"]]


def test_a_plan_is_plain_values(folder: Path) -> None:
    found = parse(write(folder / "a.txt"))
    assert list(found) == ["doc", "source", "plan", "tasks", "targets", "scope_notes"]
    assert found["plan"] == {
        "title": TITLE, "number": None, "region": "安庆市", "level": "市", "issuers": [], "issued": None, "draft": False,
    }  # fmt: skip
    assert owners(found) == [
        ("一/1", "市数据资源管理局", "lead"),
        ("一/1", "市工业和信息化局", "support"),
        ("一/2", "市财政局", "lead"),
    ]


def test_region_and_lexicon_may_be_given(folder: Path) -> None:
    path = write(folder / "a.txt", PLAN.replace("安庆市", "").replace("市财政局", "三局"))
    lexicon = write(folder / "词表.txt", "别名 三局；指 市统计局\n")
    found = parse(path, region="洛阳市", lexicon=lexicon)
    assert (found["plan"]["region"], owners(found)[-1]) == ("洛阳市", ("一/2", "市统计局", "lead"))
    assert parse(path)["plan"]["region"] is None


def test_a_graph_holds_what_was_parsed(folder: Path) -> None:
    (graph,) = graphs(write(folder / "a.txt"))
    assert [data["title"] for _, data in graph.nodes(data=True) if data["label"] == "Task"] == ["建设平台", "开放数据"]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [("", ReadError, "文件是空的，没有内容可读；请检查文件是否保存成功"), ("今天天气很好。\n", ParseError, NO_PLAN)],
)
@pytest.mark.parametrize("read", [parse, graphs])
def test_what_holds_no_plan_is_refused(
    folder: Path, read: Callable[[Path], Any], text: str, kind: type[ReadError], told: str
) -> None:
    path = write(folder / "a.txt", text)
    with pytest.raises(kind) as caught:
        read(path)
    assert caught.value.zh == f"{path}：{told}"


def test_a_load_reports_every_file_and_stops_at_none(folder: Path) -> None:
    good, empty = write(folder / "a.txt"), write(folder / "b.txt", "")
    read: list[Path] = []
    result = load([folder / "*.docx", good, empty, good], db=folder / "s.lbug", progress=read.append)
    assert read == [good, empty]
    assert [(failure.path.name, failure.error.zh) for failure in result.failures] == [
        ("*.docx", f"{folder / '*.docx'}：没有匹配的文件；请检查文件夹和扩展名"),
        ("b.txt", f"{empty}：文件是空的，没有内容可读；请检查文件是否保存成功"),
    ]
    (outcome,) = result.report.outcomes
    assert (outcome.plan.title, outcome.state) == (TITLE, "added")
    assert (result.sources, result.unread) == ({outcome.plan.id: [good]}, [])
    assert load([good], db=folder / "s.lbug").report.unchanged == [outcome.plan.id]


def test_nothing_to_load_makes_no_store(folder: Path) -> None:
    result = load([write(folder / "b.txt", "")], db=folder / "s.lbug")
    assert (len(result.failures), result.report.outcomes, (folder / "s.lbug").exists()) == (1, [], False)


def test_a_store_is_copied_and_a_plan_removed_from_the_copy_if_it_is_confirmed(db: Path, folder: Path) -> None:
    target, told = folder / "t.lbug", []
    report = copy(db, target, progress=lambda done, total: told.append((done, total)))
    assert sorted(outcome.state for outcome in report.outcomes) == ["added", "added"]
    assert told == [(2, 2)]
    asked: list[dict[str, Any]] = []
    assert remove(OTHER, db=target, confirm=lambda row: bool(asked.append(row))) is None
    assert sorted(plan_ids(target)) == [OTHER, TITLE]
    gone = remove(OTHER, db=target)
    assert [gone] == asked
    assert gone is not None
    assert (gone["title"], gone["tasks"], gone["agencies"]) == (OTHER, 2, 3)
    ((title, left),) = plan_ids(target).items()
    assert title == TITLE
    with pytest.raises(UnknownNameError) as caught:
        remove("行动方案", db=target)
    assert caught.value.zh == (
        f"没有标题、文号或 id 正好是“行动方案”的方案；含有它的有 1 份：《{TITLE}》（安庆市，a.txt，{left}）"
    )


def test_a_store_holds_plans_or_not(db: Path, store: EmbeddedStore) -> None:
    store.load([])
    with open_store(db) as full:
        assert (holds_plans(full), holds_plans(store)) == (True, False)


def test_one_plan_of_a_store_is_exported_and_the_store_itself_is_never_overwritten(db: Path, folder: Path) -> None:
    with open_store(db) as store:
        done = export(store, folder / "x.jsonl", "jsonl", plan=TITLE)
        with pytest.raises(SettingsError) as caught:
            export(store, db, "jsonl")
        assert caught.value.zh == f"{db} 就是图库本身；请另写一个文件名"
    (graph,) = graphs(db.parent / "a.txt")
    assert (done.path, done.nodes, done.relationships) == (folder / "x.jsonl", len(graph), graph.number_of_edges())
    assert sorted(read_jsonl(folder / "x.jsonl")) == sorted(graph)


def test_a_map_is_called_after_what_it_is_about(db: Path, folder: Path) -> None:
    with open_store(db) as store:
        path = draw(store, folder / "图.html", plan=TITLE, agency="市财政局")
    page = path.read_text(encoding="utf-8")
    assert page[page.index("<title>") + 7 : page.index("</title>")] == f"责任图：市财政局、{TITLE}"
