"""``zerentu remove``: only what is named exactly, and only when somebody said so."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest
from click.testing import CliRunner

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import cli, run
from zerentu.library import open_store, remove

TITLE = "石家庄市工业节能实施方案"
WHOLE = f"《{TITLE}》（石家庄市、某政发〔2024〕1号、2024-03-01、{TITLE}.txt、2 项任务、1 条进展填报）"


@pytest.fixture
def db(tmp_path, sample_graph):
    path = tmp_path / "a.lbug"
    with EmbeddedStore(path) as store:
        store.load([sample_graph(tasks=2)])
    return str(path)


def titles(db):
    with open_store(db) as store:
        return [row["title"] for row in store.answer("MATCH (p:Plan) RETURN p.title AS title ORDER BY title").records]


@pytest.mark.parametrize("name", [TITLE, "石家庄市 工业节能实施方案", "某政发[2024]1号"])
def test_a_whole_title_or_a_number_is_removed_with_yes(db, name, capsys):
    assert run(["remove", name, "--yes", "--db", db]) == 0
    assert (capsys.readouterr().out, titles(db)) == (f"已移除：{WHOLE}\n", [])


def test_a_part_of_a_title_lists_what_matches(db, capsys):
    assert run(["remove", "工业", "--yes", "--db", db]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"错误：没有标题、文号或 id 正好是“工业”的方案；含有它的有 1 份：《{TITLE}》（石家庄市，某政发〔2024〕1号，{TITLE}.txt，plan-"
    )
    assert titles(db) == [TITLE]


def test_without_a_terminal_it_wants_yes(db):
    done = CliRunner().invoke(cli, ["remove", TITLE, "--db", db])
    assert (
        done.exit_code,
        done.stderr.splitlines()[-1].endswith(f"这里不是终端，不能询问；要移除 {WHOLE}，请加 --yes"),
    ) == (2, True)
    assert titles(db) == [TITLE]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(("answer", "left"), [(b"n\n", [TITLE]), (b"y\n", [])])
def test_on_a_terminal_it_asks(db, answer, left):
    leader, follower = pty.openpty()
    os.write(leader, answer)
    command = [sys.executable, "-m", "zerentu", "remove", TITLE, "--db", db]
    try:
        done = subprocess.run(command, stdin=follower, capture_output=True, timeout=100, check=False)
    finally:
        os.close(leader)
        os.close(follower)
    assert f"移除 {WHOLE}？" in done.stderr.decode()
    assert (done.stdout.decode(), done.returncode) == ((f"已移除：{WHOLE}\n", 0) if not left else ("没有移除\n", 1))
    assert titles(db) == left


def test_the_library_asks_whom_it_is_given(db):
    asked = []
    assert remove(TITLE, db=db, confirm=lambda row: asked.append(row["title"])) is None
    assert (asked, titles(db)) == ([TITLE], [TITLE])
    assert remove(TITLE, db=db)["title"] == TITLE
