"""Files become graphs in one process or in several: the same, in the same order, and a file that ends a process costs itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from any_plan import content

from graph.agencies.lexicon import active
from graph.model.plan_rows import graph_of
from graph.model.same_plan import card_of
from ingest.files.limits import using
from zerentu.own_files import lexicon_in_force
from zerentu.reading import processors, read_file, read_files


class Deadly(type(Path())):
    """A path that ends the process which it is sent to."""

    def __reduce__(self):
        return os._exit, (9,)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Ten plans, an empty file among them."""
    folder = tmp_path_factory.mktemp("plans")
    paths = [folder / f"{at}.txt" for at in range(10)]
    for at, path in enumerate(paths):
        items = "".join(f"{item}.建设平台{item}。（督导专班牵头，市财政局配合）\n" for item in range(1, 12 - at))
        path.write_text(f"洛阳市绿色园区实施方案（{2020 + at}年）\n一、重点任务\n{items}", encoding="utf-8")
    paths[4].write_bytes(b"")
    return paths


def seen(readings):
    return [
        (reading.path.name, [content(graph) for graph in reading.plans], reading.notes, str(reading.error or ""))
        for reading in readings
    ]


def test_several_processes_read_as_one_does_in_the_same_order(files, tmp_path):
    """Lexicon and limits reach them, and the file that ends a process is named."""
    lexicon = tmp_path / "zerentu.lexicon"
    lexicon.write_text("机构 督导专班\n", encoding="utf-8")
    files = [*files, files[0].with_name("长.txt")]
    files[-1].write_text(files[0].read_text(encoding="utf-8") * 20, encoding="utf-8")
    with lexicon_in_force(lexicon), using({"characters": 3_000}):
        assert active() is not None
        alone = seen(read_files(files, "洛阳市"))
        deadly = [*files[:3], Deadly("毒.txt"), *files[3:]]
        *first, dead = seen(each for at, each in enumerate(read_files(deadly, "洛阳市", jobs=2)) if at < 4)
        together = seen(read_files(deadly, "洛阳市", jobs=2))
    assert [each for each in together if each[0] != "毒.txt"] == alone
    assert together[:4] == [*first, dead] == [*alone[:3], dead]
    assert dead == (
        "毒.txt",
        [],
        [],
        "毒.txt: the process that read it ended unexpectedly (exit code 9), perhaps for lack of memory or because the file "
        "is damaged; the other files are loaded",
    )
    assert [each[3].removeprefix(f"{path}: ") for path, each in zip(files, alone, strict=True)] == [
        *[""] * 4,
        "the file is empty, so there is nothing to read; check that it was saved",
        *[""] * 5,
        "characters of text: at least 5,880, over the limit of 3,000; if that is what the file is meant to hold, raise the "
        "limit: add --limit characters=7056, or set it under [limits] in zerentu.toml",
    ]
    assert sum("督导专班" in str(key) for graph in alone[0][1] for key in graph[1].values()) == 1


def test_a_generator_that_is_left_ends_its_processes(files):
    import multiprocessing

    readings = read_files(files, None, jobs=2)
    assert next(readings).path == files[0]
    assert len(multiprocessing.active_children()) == 2
    readings.close()
    assert multiprocessing.active_children() == []


def test_rows_are_read_as_graphs_are(files):
    wanted = [reading.plans for reading in read_files(files, "洛阳市")]
    for jobs in (1, 2):
        rows = [reading.plans for reading in read_files(files, "洛阳市", jobs=jobs, whole=False)]
        assert [[each.card for each in plans] for plans in rows] == [
            [card_of(each) for each in plans] for plans in wanted
        ]
        assert [[content(graph_of(each)) for each in plans] for plans in rows] == [
            [content(graph) for graph in plans] for plans in wanted
        ]


def test_a_script_that_starts_itself_again_is_told_how_to_mend_it(files, tmp_path):
    """No file is called damaged because no process could be started."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, zerentu\nprint(zerentu.load(sys.argv[2:], db=sys.argv[1], region='洛阳市', jobs=2).failures)\n",
        encoding="utf-8",
    )
    store = tmp_path / "store.lbug"
    done = subprocess.run(
        [sys.executable, script, store, *files], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "graph.errors.SettingsError: the processes that read files cannot be started (exit code 1); in a script of your own, "
        "call this below if __name__ == '__main__': or use one process (--jobs 1, jobs=1)"
    )
    assert not store.exists()


def test_a_file_that_cannot_be_read_says_why(tmp_path):
    reading = read_file(tmp_path / "nothing.txt", None)
    assert (reading.plans, reading.notes) == ([], [])
    assert str(reading.error) == f"{tmp_path / 'nothing.txt'}: no such file; check the path"


def test_there_is_a_processor():
    assert 1 <= processors() <= (os.cpu_count() or 1)
