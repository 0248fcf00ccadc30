"""Commands on poor machines: no UTF-8 locale, GBK consoles, little memory, names of files that are not UTF-8."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from zerentu.library import load, open_store
from zerentu.paths import sample_plan

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locales and limits of POSIX")

PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("库") / "图.lbug"
    load([sample_plan()], db=path)
    return path


def run(*arguments, env=None, **options):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONIO", "LC_", "LANG"))}
    command = [sys.executable, "-m", "zerentu", *map(str, arguments)]
    return subprocess.run(
        command, env={**inherited, **(env or {})}, capture_output=True, check=False, timeout=110, **options
    )


def test_names_typed_in_chinese_are_understood_without_a_locale(db):
    done = run("agency", "市财政局", "--db", db, env=PLAIN)
    assert (done.returncode, done.stderr.decode().startswith("明示：")) == (0, True)
    assert done.stdout.decode().startswith("市财政局：")


def test_what_is_asked_for_is_the_encoding(db):
    done = run("plans", "--db", db, env={"PYTHONIOENCODING": "gbk"})
    assert "云泽市" in done.stdout.decode("gbk")
    done = run("plans", "--db", db, env={"PYTHONIOENCODING": "ascii:replace"})
    assert (done.returncode, done.stdout.isascii(), b"?" in done.stdout) == (0, True, True)
    done = run("plans", "--db", db, env={**PLAIN, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout.isascii(), b"\\u4e91" in done.stdout) == (0, True, True)


def test_a_name_in_gbk_is_shown_and_costs_nothing(tmp_path):
    folder = tmp_path / "方案"
    folder.mkdir()
    text = sample_plan().read_bytes()
    good, empty = (os.path.join(os.fsencode(folder), name.encode("gbk")) for name in ("绿色.txt", "空.txt"))  # noqa: PTH118
    Path(os.fsdecode(good)).write_bytes(text)
    Path(os.fsdecode(empty)).write_bytes(b"")
    done = run("load", folder, "--db", tmp_path / "a.lbug")
    assert done.returncode == 1
    assert f"未载入：{folder}/空.txt：文件是空的" in done.stderr.decode()
    with open_store(tmp_path / "a.lbug") as store:
        assert store.answer("MATCH (p:Plan) RETURN p.source AS source").records == [{"source": "绿色.txt"}]


def limited(size):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (size, size))

    return limit


@pytest.mark.parametrize("gigabytes", [3, 6])
def test_a_store_opens_where_addresses_are_few(db, gigabytes):
    done = run("plans", "--db", db, preexec_fn=limited(gigabytes << 30))
    assert (done.returncode, "云泽市" in done.stdout.decode()) == (0, True)


def test_a_device_is_no_store_and_nothing_is_left_beside_it(tmp_path):
    before = set(Path("/dev").iterdir())
    done = run("load", sample_plan(), "--db", "/dev/null")
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "错误：/dev/null 不是文件；请写图库文件的路径，例如 zerentu.lbug\n",
    )
    assert {path for path in set(Path("/dev").iterdir()) - before if path.name.startswith("null")} == set()


def test_a_reader_of_the_pipe_that_goes_away_is_no_error(db):
    command = f'"{sys.executable}" -m zerentu cypher "MATCH (t:Task) RETURN t.text AS text" --format json --db "{db}"'
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 1"], capture_output=True, check=False, timeout=110
    )
    assert done.stderr == b""


def test_a_workbook_that_merges_its_whole_sheet_is_read_at_once(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (
        ["序号", "重点任务", "责任单位"],
        [1, "建设平台，年内建成。", "市财政局"],
        [2, "推广软件，全面推广。", "市科技局"],
    ):
        sheet.append(row)
    path = tmp_path / "并.xlsx"
    book.save(path)
    merged = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(merged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(
                    b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="D1:XFD1048576"/></mergeCells>'
                )
            new.writestr(name, data)
    done = run("parse", merged, preexec_fn=limited(4 << 30))
    assert (done.returncode, done.stderr.decode()) == (0, "")
