"""A load on a cluster of processes: workers are killed in the middle, and the store is that of one process, byte for byte."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from graph.errors import ClusterUnavailable
from zerentu.library import export, graphs, load, open_store

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed (distributed)")
pytest.importorskip("pyarrow", reason="the extra `cluster` is not installed (pyarrow)")
import dask  # noqa: E402

from zerentu.cluster.client import batches, parts_folder  # noqa: E402

#: Kills the process that reads 毒 every time, and the one that reads 断电 the first time.
FAULTS = """
import os, signal
from pathlib import Path
import zerentu.cluster.batch as batch
sound = batch.__dict__.setdefault("sound", batch.read_file)
def read_file(path, region, **how):
    lost = path.with_name("lost")
    if path.stem == "毒" or path.stem == "断电" and not lost.exists():
        lost.touch()
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return sound(path, region, **how)
batch.read_file = read_file
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Thirty-two plans, two versions of one, an empty file, one that costs a worker once and one that does so every time."""
    folder = tmp_path_factory.mktemp("plans")
    for at in range(32):
        city = ("洛阳市", "石家庄市", "遂宁市")[at % 3]
        items = "".join(f"{item}.建设平台{item}。（市财政局牵头，督导专班配合）\n" for item in range(1, 5))
        text = f"{city}绿色园区实施方案（{2000 + at // 3}年）\n一、重点任务\n{items}{city}人民政府\n{2000 + at // 3}年3月1日\n"
        (folder / f"{at:02}.txt").write_text(text, encoding="utf-8")
    later = (folder / "03.txt").read_text(encoding="utf-8").replace("3月1日", "5月1日")
    (folder / "30a.txt").write_text(later, encoding="utf-8")
    (folder / "05a.txt").write_bytes(b"")
    (folder / "12.txt").rename(folder / "断电.txt")
    (folder / "13.txt").rename(folder / "毒.txt")
    return folder


@pytest.fixture(scope="module")
def here():
    """A worker that is a thread of this process: enough for what it is told and what it leaves."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, silence_logs=logging.CRITICAL
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def processes(tmp_path):
    """A scheduler with two worker processes, and their faults."""
    (tmp_path / "faults.py").write_text(FAULTS, encoding="utf-8")
    # Processes that start with the libraries: in a third of the time.
    method = "spawn" if sys.platform == "win32" else "forkserver"
    with (
        dask.config.set({"distributed.worker.multiprocessing-method": method}),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            preload=[str(tmp_path / "faults.py")],
        ) as cluster,
    ):
        yield cluster.scheduler_address


def exported(db):
    with open_store(db) as store:
        export(store, db.with_suffix(".jsonl"), "jsonl")
    return db.with_suffix(".jsonl").read_bytes()


def test_killed_workers_change_nothing(folder, processes, tmp_path):
    """The file that kills its worker every time is named; without it, the store is that of one process, byte for byte."""
    seen = []
    together = load(
        [folder], db=tmp_path / "together.lbug", cluster=processes, progress=lambda path: seen.append(path.name)
    )
    assert (folder / "lost").exists()
    assert seen == sorted(path.name for path in folder.glob("*.txt"))
    assert [str(failure.error) for failure in together.failures] == [
        f"{folder / '05a.txt'}: the file is empty, so there is nothing to read; check that it was saved",
        f"{folder / '毒.txt'}: the worker processes that read it ended unexpectedly (2 of them), perhaps for lack of memory or "
        "because the file is damaged; the other files are loaded",
    ]
    assert [path.name for path in tmp_path.iterdir() if "parts" in path.name] == []
    (folder / "毒.txt").rename(folder / "毒.bak")
    alone = load([folder], db=tmp_path / "alone.lbug", jobs=1)
    assert told(together) == told(alone)
    assert [each.state for each in together.report.outcomes].count("replaced") == 1
    assert exported(tmp_path / "together.lbug") == exported(tmp_path / "alone.lbug")


def told(result):
    return (
        [(each.plan.id, each.state) for each in result.report.outcomes],
        {key: [path.name for path in paths] for key, paths in result.sources.items()},
    )


def test_overrides_and_lexicon_reach_the_plans(folder, here, tmp_path):
    (tmp_path / "zerentu.lexicon").write_text("机构 督导专班\n", encoding="utf-8")
    [graph] = graphs(folder / "00.txt", lexicon=tmp_path / "zerentu.lexicon")
    named = {name: key for key, name in graph.nodes(data="name")}
    (tmp_path / "zerentu.overrides.toml").write_text(
        f'[[merge]]\nagency = "{named["督导专班"]}"\nsame_as = "{named["市财政局"]}"\n', encoding="utf-8"
    )
    files = sorted(folder.glob("0?.txt"))
    load(files, db=tmp_path / "together.lbug", cluster=here)
    load(files, db=tmp_path / "alone.lbug", jobs=1)
    assert exported(tmp_path / "together.lbug") == exported(tmp_path / "alone.lbug")


def test_a_cluster_that_is_not_there_is_named(folder, tmp_path):
    with pytest.raises(ClusterUnavailable, match=r"cannot reach the Dask scheduler 不是地址 \(.*\)"):
        load([folder], db=tmp_path / "s.lbug", cluster="不是地址")
    assert list(tmp_path.iterdir()) == []


def test_batches_are_small_where_files_are_large(tmp_path):
    files = [tmp_path / f"{at}.pdf" for at in range(3)]
    for path in files:
        with path.open("wb") as out:
            out.truncate(20 << 20)
    assert list(batches([*files, Path("none.txt")], 200)) == [files[:1], files[1:2], [files[2], Path("none.txt")]]
    assert parts_folder("甲.lbug", None) != parts_folder("乙.lbug", None)
    assert parts_folder("甲.lbug", tmp_path).parent == tmp_path
