"""One open database file: what is filled in comes out, and what the engine refuses is a sentence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from any_plan import content

from graph.errors import QueryError, StoreUnavailable
from graph.model.columns import ENDS, node_columns
from graph.model.frames import to_frames
from graph.model.rows import graph_of_rows
from graph.model.schema import LABELS
from graph.stores.cypher import LOOKED_UP
from graph.stores.embedded.ddl import fingerprint
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.snapshot import seal

TASKS = "MATCH (t:Task) RETURN t.`order` AS place, t.title AS title ORDER BY place"


@pytest.fixture(scope="module")
def file(tmp_path_factory, sample_graph):
    """A snapshot of one plan."""
    path = tmp_path_factory.mktemp("engine") / "库 存.lbug"
    with Engine.building(path) as made:
        made.fill(to_frames(sample_graph()))
    seal(path, fingerprint())
    return path


@pytest.fixture(scope="module")
def snapshot(file):
    """The snapshot, open for reading."""
    with Engine.reading(file) as opened:
        yield opened


def refusal(act) -> str:
    with pytest.raises(QueryError) as caught:
        act()
    return caught.value.zh


def test_what_was_filled_in_comes_out(snapshot, sample_graph):
    nodes, edges = snapshot.rows()
    assert content(graph_of_rows(nodes, edges)) == content(sample_graph())
    assert {name: len(rows[0]) for name, rows in nodes.items() if rows} == {
        item.name: len(node_columns(item.name)) for item in LABELS if nodes[item.name]
    }
    assert list(edges) == list(ENDS)


def test_what_is_looked_up_has_an_index_and_the_index_says_what_a_scan_says(snapshot):
    there = snapshot.run("CALL show_indexes() RETURN table_name, property_names, index_type")[1]
    assert {(label, *names) for label, names, kind in there if kind == "ART"} == set(LOOKED_UP)
    for label, name in LOOKED_UP:
        rows = snapshot.run(f"MATCH (n:{label}) RETURN n.id, n.{name}")[1]
        for value in {row[1] for row in rows if row[1]}:
            _columns, found = snapshot.run(f"MATCH (n:{label}) WHERE n.{name} = $value RETURN n.id", {"value": value})
            assert sorted(found) == sorted([key] for key, said in rows if said == value)
        assert snapshot.run(f"MATCH (n:{label}) WHERE n.{name} = $value RETURN n.id", {"value": "无"})[1] == []


def test_rows_come_by_label_and_by_type_with_both_ends(snapshot, sample_graph):
    nodes, edges = snapshot.rows()
    regions = {data["name"]: key for key, data in sample_graph().nodes(data=True) if data["label"] == "Region"}
    state, city = regions["全国"], regions["石家庄市"]
    assert sorted(nodes["Region"], key=lambda row: row[3]) == [
        [state, "全国", "国家", "100000"],
        [city, "石家庄市", "市", "130100"],
    ]
    assert edges["WITHIN", "Region", "Region"] == [[city, state]]


def test_a_query_returns_columns_and_rows(snapshot):
    rows = [[at, f"改造第{at}批炉窑"] for at in (1, 2, 3, 4)]
    assert snapshot.run(TASKS) == (["place", "title"], rows)
    assert snapshot.run(TASKS, limit=2) == (["place", "title"], rows[:2])
    asked = TASKS.replace(" RETURN", " WHERE t.`order` > $least RETURN")
    assert snapshot.run(asked, {"least": 2}) == (["place", "title"], rows[2:])
    assert snapshot.run(asked, {"least": 4, "more": "没有用到"}) == (["place", "title"], [])


def test_another_thread_may_ask(snapshot):
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(snapshot.run, "RETURN 1 AS n").result() == (["n"], [[1]])


@pytest.mark.parametrize("query", ["MATCH (t:Task) DETACH DELETE t", "CREATE (r:Region {id: 'region-1'})"])
def test_a_query_that_writes_is_refused(snapshot, query):
    assert refusal(lambda: snapshot.run(query)) == "查询要写入数据；这里只允许读取"
    assert len(snapshot.run(TASKS)[1]) == 4


@pytest.mark.parametrize(
    "query", ["MATCH (t:Task RETURN t", "MATCH (n:Nothing) RETURN n", "RETURN 1 AS a; RETURN 2 AS b"]
)
def test_what_the_engine_does_not_accept_is_one_line(snapshot, query):
    said = refusal(lambda: snapshot.run(query))
    assert said.startswith("嵌入式引擎不接受这个查询：") and "\n" not in said
    assert snapshot.run("RETURN 1 AS n") == (["n"], [[1]])


def test_a_query_that_takes_too_long_is_ended_and_the_next_has_its_own_time(snapshot):
    long = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a + b) AS n"
    assert refusal(lambda: snapshot.run(long, timeout=0.01)) == "查询超时，已终止；请缩小查询范围，或延长时限"
    assert snapshot.run("RETURN 1 AS n") == (["n"], [[1]])


def test_nothing_lies_beside_a_file_that_was_made_and_is_read(file, snapshot):
    assert [path.name for path in file.parent.iterdir()] == ["库 存.lbug"]


def test_files_that_cannot_be_opened_or_made_are_sentences(tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "库.lbug"
    with pytest.raises(StoreUnavailable) as caught:
        Engine.reading(missing)
    assert caught.value.zh == f"{missing} 不存在；请先载入方案：zerentu load 方案文件夹"
    with pytest.raises(StoreUnavailable) as caught:
        Engine.building(missing)
    assert caught.value.zh.startswith(f"{missing} 无法创建（") and "\n" not in caught.value.zh
