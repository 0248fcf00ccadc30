"""``zerentu cypher``: reading only, with limits, on each engine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from zerentu.cli import run

#: The current line of servers is asked in `tests/behaviour/test_reading_contract.py`; the command is the same for both.
#: Takes minutes on any engine and few tasks.
LONG = (
    "MATCH (a:Task), (b:Task), (c:Task), (d:Task), (e:Task) "
    "WHERE a.`order` * b.`order` - c.`order` + d.`order` * e.`order` = 77 RETURN count(*) AS n"
)


@pytest.fixture(scope="module")
def store(module_store, sample_graph):
    """A store of each engine that holds one plan; nothing here writes, so it serves all."""
    module_store.load([sample_graph(tasks=150)])
    return module_store


@pytest.fixture
def ask(store, engine, monkeypatch, capsys):
    """Run the command on the store; return status, output and talk."""
    for name in ("ZERENTU_DB", "ZERENTU_LANG", "NEO4J_URI", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    if engine is not None:
        monkeypatch.setenv("NEO4J_USERNAME", engine.user)
        monkeypatch.setenv("NEO4J_PASSWORD", engine.password)

    def call(*arguments):
        status = run(["cypher", *arguments, "--db", store.name])
        said = capsys.readouterr()
        return status, said.out, said.err

    call.db = store.name
    return call


def test_rows_of_a_query_with_parameters(ask):
    text = (
        "MATCH (t:Task) WHERE t.due = $due AND t.number IN $numbers AND t.title CONTAINS $word "
        "RETURN t.number AS number, t.open_ended = $open AS open ORDER BY t.`order`"
    )
    numbers = '["一/（一）/2", "一/（一）/3"]'
    done = ask(
        text, "-p", "due=2025", "-p", f"numbers={numbers}", "-p", "word=批", "-p", "open=true", "--format", "json"
    )
    assert (done[0], done[2]) == (0, "")
    assert json.loads(done[1]) == [{"number": f"一/（一）/{n}", "open": True} for n in (2, 3)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025", 2025),
        ("1.5", 1.5),
        ("true", True),
        ('"2025"', "2025"),
        ('["甲"]', ["甲"]),
        ("洛阳市", "洛阳市"),
        ("a=b", "a=b"),
        ("", ""),
        ("NaN", "NaN"),
        ("2025年", "2025年"),
    ],
)
def test_a_value_is_json_or_text(ask, written, value):
    status, out, _ = ask("RETURN $value AS value", "-p", f"value={written}", "--format", "json")
    (row,) = json.loads(out)
    assert (status, row["value"], type(row["value"])) == (0, value, type(value))


def test_more_rows_than_the_limit_are_cut_and_it_is_said(ask):
    text = "MATCH (t:Task) RETURN t.number AS number ORDER BY t.`order`"
    status, out, err = ask(text, "--limit", "2", "--format", "csv")
    assert (status, out.splitlines()) == (0, ["\ufeffnumber", "一/（一）/1", "一/（一）/2"])
    assert err == "只输出前 2 行，还有更多；可用 --limit 调大\n"
    assert ask(text, "--limit", "150", "--format", "csv")[2] == ""


def test_no_rows_still_have_columns(ask):
    assert ask("MATCH (t:Task) WHERE t.title = '无' RETURN t.id AS id", "--format", "csv")[1] == "\ufeffid\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (t:Task) SET t.title = '改' RETURN t.id AS id",
        "MATCH (t:Task) DETACH DELETE t",
        "MATCH (p:Plan) CREATE (p)-[:HAS_TASK]->(:Task {id: 'x'})",
        "CREATE (:Task {id: 'x'})",
        "MERGE (:Task {id: 'x'})",
        "DROP INDEX zerentu_Task_id",
    ],
)
def test_writing_is_refused(ask, text):
    count = "MATCH (t:Task) WHERE t.title STARTS WITH '改造' RETURN count(t.id) AS n"
    status, out, err = ask(text)
    assert (status, out) == (1, "")
    assert err.startswith("错误：")
    assert "读" in err
    assert err.count("\n") == 1
    assert json.loads(ask(count, "--format", "json")[1]) == [{"n": 150}]


def test_errors_are_sentences(ask):
    for arguments in (["MATCH (t:Task RETURN t"], ["RETURN $x AS x"], ["RETURN $x AS x", "-p", "x"], ["RETURN $x AS x", "-p", "x=null"]):  # fmt: skip
        status, out, err = ask(*arguments)
        assert (status, out, err[:3], err.count("\n")) == (1, "", "错误：", 1)


def test_a_long_query_is_ended(ask):
    begin = time.monotonic()
    status, _, err = ask(LONG, "--timeout", "0.5")
    assert (status, err) == (1, "错误：查询超时，已终止；请缩小查询范围，或延长时限\n")
    assert time.monotonic() - begin < 60


@pytest.mark.skipif(sys.platform != "linux", reason="reads the times of the process from /proc")
def test_interrupting_ends_the_query_on_the_server_too(ask, engine):
    process = subprocess.Popen(
        [sys.executable, "-m", "zerentu", "cypher", LONG, "--db", ask.db, "--timeout", "600"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        # A shell lets the jobs that it starts in the background ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        try:
            until_seen(lambda: running(engine) if engine is not None else process_is_busy(process.pid))
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    # A line break before it, behind the ^C that a terminal shows.
    assert (process.returncode, out, err) == (130, "", "\n已中断\n")
    if engine is not None:
        until_seen(lambda: not running(engine))


def running(engine):
    """Whether the server is at work on the long query."""
    with engine.driver() as driver:
        found, _, _ = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
    return any("= 77" in record["currentQuery"] and "SHOW" not in record["currentQuery"] for record in found)


def process_is_busy(pid):
    """Whether the process has used two seconds of the processor: its imports take less."""
    times = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK") > 2


def until_seen(condition):
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.2)
