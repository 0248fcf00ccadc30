"""A test run that is killed leaves nothing behind: neither its server nor the server's home."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import neo4j_server
import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks into /proc for processes")

ROOT = Path(__file__).parents[2]

RUN = """
import time
import neo4j_server

def test_that_never_ends():
    try:
        server = neo4j_server.find({line!r}, "db.tx_log.preallocate=false")
        server.start()
        home = server.home
    except neo4j_server.NoServer as error:
        home = f"none: {{error}}".replace("\\n", " ")
    with open({said!r}, "w", encoding="utf-8") as said:
        said.write(f"{{home}}\\n")
    time.sleep(600)
"""

#: Starts a second process, as the newer line of the server does.
SERVER = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", *sys.argv[1:]])
open(sys.argv[1] + "/started", "x").close()
time.sleep(600)
"""

ASKER = """
import subprocess, sys, time
from pathlib import Path
asked = subprocess.Popen(sys.argv[3:], stdin=subprocess.PIPE)
while not Path(sys.argv[2], "started").exists():
    time.sleep(0.02)
open(sys.argv[1], "w").write(f"{asked.pid}\\n")
time.sleep(600)
"""


def processes_of(home: Path) -> list[int]:
    """Return the living processes whose command line names a folder."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            named = os.fsencode(home) in line.read_bytes()
        except OSError:
            # It ended while we looked.
            continue
        if named:
            found.append(int(line.parent.name))
    return found


def until(happened, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not (reached := happened()) and time.monotonic() < end:
        time.sleep(0.05)
    return bool(reached)


def killed_after(process: subprocess.Popen[bytes], said: Path, seconds: float) -> str:
    """Kill a process once it wrote a line; return the line."""
    try:
        if not until(
            lambda: process.poll() is not None or (said.exists() and "\n" in said.read_text("utf-8")), seconds
        ):
            pytest.fail("it did not start in time")
        assert process.poll() is None, "it ended before it was killed"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return said.read_text(encoding="utf-8").strip()


def watched(home: Path, code: str) -> list[str]:
    return [*neo4j_server.WATCHED, str(home), sys.executable, "-c", code, str(home)]


def test_what_a_killed_process_started_ends_and_its_home_is_removed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    said = tmp_path / "said"
    asker = subprocess.Popen([sys.executable, "-c", ASKER, said, home, *watched(home, SERVER)], start_new_session=True)
    watchdog = int(killed_after(asker, said, 30))
    assert until(lambda: processes_of(home) == [], 10), f"{watchdog} is left"
    assert until(lambda: not home.exists(), 10)


def test_a_byte_kills_the_server_and_keeps_its_home(tmp_path: Path) -> None:
    with subprocess.Popen(watched(tmp_path, SERVER), stdin=subprocess.PIPE) as watchdog:
        assert until(lambda: (tmp_path / "started").exists(), 30)
        assert len(processes_of(tmp_path)) == 3
        watchdog.communicate(b"kill", timeout=30)
    assert watchdog.returncode == 256 - signal.SIGKILL
    assert processes_of(tmp_path) == []
    assert tmp_path.is_dir()


def test_a_server_is_asked_to_end_with_all_its_processes(tmp_path: Path) -> None:
    with subprocess.Popen(watched(tmp_path, SERVER), stdin=subprocess.PIPE) as watchdog:
        assert until(lambda: (tmp_path / "started").exists(), 30)
        watchdog.terminate()
        assert watchdog.wait(30) == 256 - signal.SIGTERM
    assert processes_of(tmp_path) == []


def test_a_server_that_ends_by_itself_ends_its_watchdog(tmp_path: Path) -> None:
    with subprocess.Popen(watched(tmp_path, "raise SystemExit(3)"), stdin=subprocess.PIPE) as watchdog:
        assert watchdog.wait(30) == 3
    assert tmp_path.is_dir()


def test_a_test_run_that_is_killed_leaves_no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    # A folder of jars may be set, so the line is the one that is tested then.
    line = next(iter(neo4j_server.VERSIONS))
    said = tmp_path / "said"
    (tmp_path / "test_endless.py").write_text(RUN.format(line=line, said=str(said)), encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, tmp_path / "test_endless.py"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'tests'}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    home = Path(killed_after(run, said, neo4j_server.WAIT))
    if str(home).startswith("none"):
        (pytest.fail if os.environ.get("ZERENTU_REQUIRE_NEO4J") == "1" else pytest.skip)(str(home))
    assert until(lambda: processes_of(home) == [], 15), "the server is left"
    assert until(lambda: not home.exists(), 15)


DYING = """
import os, signal
import pytest

@pytest.mark.parametrize("name", ["a-{line}", "b-{line}", "c-{line}", "d-{line}"])
def test_one_of_them_ends_its_process(name):
    if name.startswith("c"):
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_of_a_run_that_dies_costs_the_test_it_died_in(tmp_path):
    """The tests before it are not run again, those behind it are, and the run ends."""
    [line, *_] = neo4j_server.VERSIONS
    (tmp_path / "conftest.py").write_text(
        "from scheduling import ByServer\n\n"
        "def pytest_xdist_make_scheduler(config, log):\n    return ByServer(config, log)\n",
        encoding="utf-8",
    )
    (tmp_path / "test_dying.py").write_text(DYING.format(line=line), encoding="utf-8")
    for name in "efgh":
        (tmp_path / f"test_{name}.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "xdist",
            "-n",
            "2",
            "--dist",
            "loadscope",
            "--no-loadscope-reorder",
            "-p",
            "no:cacheprovider",
            ".",
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "tests"),
            "PYTEST_ADDOPTS": "",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    failed = [line.partition(" - ")[0] for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert failed == [f"FAILED test_dying.py::test_one_of_them_ends_its_process[c-{line}]"]
    assert "1 failed, 7 passed" in done.stdout
