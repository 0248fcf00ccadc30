"""What only the embedded store must do: files, locks, crashes, damage."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from any_plan import content
from killed import loaders, usual_time

from graph.errors import SettingsError, StoreBusy, StoreError, StoreUnavailable
from graph.model.frames import by_plan, to_frames
from graph.model.rows import plan_of
from graph.stores.embedded import store as module
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.open import open_store

HERE = Path(__file__).parents[4]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and resource limits of POSIX")


def files(store):
    return sorted(path.name for path in Path(store.name).parent.iterdir())


def python(code, *arguments, **options):
    """Start a Python that can import the packages and the sample plan."""
    prelude = "import sys; sys.path[:0] = ['tests', '.']\nfrom small_plan import make_graph\nfrom graph.stores.embedded.store import EmbeddedStore\n"
    return subprocess.Popen(
        [sys.executable, "-c", prelude + textwrap.dedent(code), *map(str, arguments)],
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        **options,
    )


def test_only_the_snapshot_and_the_lock_are_left(store, sample_graph):
    store.load([sample_graph()])
    store.load([sample_graph("洛阳市")])
    store.graph()
    assert files(store) == ["库 存.lbug", "库 存.lbug.lock"]


def test_an_unchanged_load_does_not_touch_the_file(store, sample_graph):
    store.load([sample_graph()])
    before = Path(store.name).stat()
    store.load([sample_graph()])
    after = Path(store.name).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_the_first_load_makes_the_file_even_without_plans(store):
    store.load([])
    assert store.graph().number_of_nodes() == 0


@pytest.mark.parametrize("act", [lambda store: store.rows("RETURN 1 AS a"), lambda store: store.graph(), lambda store: store.remove("x")])  # fmt: skip
def test_a_missing_file_says_what_to_do(store, act):
    with pytest.raises(StoreUnavailable, match=r"库 存\.lbug does not exist; load plans first: zerentu load PATH"):
        act(store)


def test_read_only_refuses_to_write(store, sample_graph):
    store.load([sample_graph()])
    reader = EmbeddedStore(store.name, read_only=True)
    with pytest.raises(StoreError, match="was opened for reading only"):
        reader.load([sample_graph("洛阳市")])
    with pytest.raises(StoreError, match="was opened for reading only"):
        reader.remove(plan_of(sample_graph()))
    assert content(reader.graph()) == content(sample_graph())
    reader.close()


def test_a_closed_store_is_closed(store, sample_graph):
    store.load([sample_graph()])
    store.close()
    with pytest.raises(StoreUnavailable, match="was closed"):
        store.graph()
    with pytest.raises(StoreUnavailable, match="was closed"):
        store.load([])


def test_a_reader_keeps_what_it_opened(store, sample_graph):
    store.load([sample_graph()])
    reader = EmbeddedStore(store.name, read_only=True)
    before = content(reader.graph())
    if sys.platform != "win32":
        store.load([sample_graph("洛阳市")])
    assert content(reader.graph()) == before
    reader.close()


def test_a_folder_is_no_store(tmp_path, sample_graph):
    store = EmbeddedStore(tmp_path)
    for act in (store.graph, lambda: store.load([sample_graph()])):
        with pytest.raises(StoreUnavailable, match="give the path of a database file"):
            act()
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_a_sentence(tmp_path, sample_graph):
    with pytest.raises(StoreUnavailable, match="check the folder"):
        EmbeddedStore(tmp_path / "无" / "zerentu.lbug").load([sample_graph()])


def test_a_name_that_no_disk_takes_is_a_sentence(tmp_path, sample_graph):
    store = EmbeddedStore(tmp_path / ("图" * 300))
    for act in (store.graph, lambda: store.load([sample_graph()])):
        with pytest.raises(StoreUnavailable, match="check the path"):
            act()


def test_long_chinese_paths(tmp_path, sample_graph):
    folder = tmp_path
    for name in ("督查室 工作 资料" * 5, "二〇二四年度（第一批）' \"重点任务" * 2, "甲" * 60):
        folder /= name.replace('"', "“") if sys.platform == "win32" else name
    folder.mkdir(parents=True)
    store = EmbeddedStore(folder / ("责任图" * 20 + ".lbug"))
    store.load([sample_graph()])
    assert content(store.graph()) == content(sample_graph())
    store.close()


def test_a_link_stays_a_link(tmp_path, sample_graph):
    target = tmp_path / "real.lbug"
    EmbeddedStore(target).load([sample_graph()])
    link = tmp_path / "link.lbug"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")
    EmbeddedStore(link).load([sample_graph("洛阳市")])
    assert link.is_symlink()
    store = EmbeddedStore(target)
    assert store.graph().number_of_nodes() > sample_graph().number_of_nodes()
    store.close()


def cut(data, rng):
    return data[: rng.randrange(len(data))]


def overwritten(data, rng):
    at = rng.randrange(len(data) - 64)
    return data[:at] + rng.randbytes(64) + data[at + 64 :]


def one_bit(data, rng):
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def noise(data, rng):
    return rng.randbytes(len(data) // 100)


def longer(data, rng):
    return data + b"\n"


def empty(data, rng):
    return b""


def text(data, rng):
    return "一、总体要求\n".encode()


def other_schema(data, rng):
    return data.replace(data[-74:-10], b"0" * 64)


@pytest.mark.parametrize("damage", [cut, overwritten, one_bit, noise, longer, empty, text, other_schema])
def test_a_damaged_file_is_refused_and_kept(store, sample_graph, damage):
    store.load([sample_graph()])
    store.close()
    path = Path(store.name)
    whole = path.read_bytes()
    rng = random.Random(7)
    for _ in range(5):
        damaged = damage(whole, rng)
        path.write_bytes(damaged)
        opened = EmbeddedStore(path)
        for act in (opened.graph, lambda opened=opened: opened.load([sample_graph("洛阳市")])):
            with pytest.raises(StoreUnavailable, match=r"库 存\.lbug .*load the plans again"):
                act()
        assert path.read_bytes() == damaged
    path.write_bytes(whole)
    opened = EmbeddedStore(path)
    assert content(opened.graph()) == content(sample_graph())
    opened.close()


def test_the_log_of_another_program_is_not_replayed(store, sample_graph):
    store.load([sample_graph()])
    store.close()
    Path(f"{store.name}.wal").write_bytes(b"x" * 100)
    with pytest.raises(StoreUnavailable, match=r"left 库 存\.lbug\.wal"):
        EmbeddedStore(store.name).graph()


HOLD = """
    from pathlib import Path
    from graph.stores.embedded.lock import locked
    with locked(Path(sys.argv[1]), what="x", wait=0):
        print("held", flush=True)
        sys.stdin.read()
"""


def test_a_second_writer_is_refused_and_a_dead_one_forgotten(tmp_path, sample_graph):
    path = tmp_path / "zerentu.lbug"
    holder = python(HOLD, f"{path}.lock", stdin=subprocess.PIPE)
    with holder:
        assert holder.stdout.readline() == "held\n"
        store = EmbeddedStore(path, wait=0.2)
        with pytest.raises(StoreBusy, match=r"zerentu\.lbug: another process is writing to it"):
            store.load([sample_graph()])
        holder.kill()
    assert store.load([sample_graph()]).added == [plan_of(sample_graph())]
    store.close()


def test_a_second_writer_waits_for_the_first(tmp_path, sample_graph):
    """Two processes load different plans at once: both plans are there afterwards."""
    path = tmp_path / "zerentu.lbug"
    code = "print(EmbeddedStore(sys.argv[1], wait=60).load([make_graph(sys.argv[2])]).added)"
    writers = [python(code, path, city) for city in ("石家庄市", "洛阳市", "洛阳市")]
    for writer in writers:
        _, talk = writer.communicate(timeout=120)
        assert (writer.returncode, talk) == (0, "")
    store = EmbeddedStore(path)
    assert {name for (name,) in store.rows("MATCH (p:Plan) RETURN p.region AS r").to_numpy()} == {"石家庄市", "洛阳市"}
    store.close()


@POSIX
def test_a_load_killed_at_any_point_leaves_the_old_or_the_new_state(store, sample_graph, kills):
    old, new = sample_graph(tasks=3), sample_graph(tasks=60)
    seen = Counter()
    rng = random.Random(kills)
    with loaders("EmbeddedStore(sys.argv[2])", 60, store.name) as writers:
        whole = usual_time(store, old, writers)
        for _ in range(kills):
            store.load([old])
            writers.run(kill_after=rng.uniform(0, whole))
            with EmbeddedStore(store.name, read_only=True) as reader:
                state = content(reader.graph())
            assert state in (content(old), content(new))
            seen["old" if state == content(old) else "new"] += 1
    print(f"{kills} kills within {whole:.2f} s left {seen['old']} times the old state, {seen['new']} times the new one")
    store.load([new])
    store.load([old])
    assert content(store.graph()) == content(old)
    assert files(store) == ["库 存.lbug", "库 存.lbug.lock"]


@POSIX
def test_readers_during_loads_see_one_state_or_the_other(store, sample_graph):
    few, many = sample_graph(tasks=2), sample_graph(tasks=5)
    store.load([few])
    code = """
        for tasks in (5, 2) * 2:
            EmbeddedStore(sys.argv[1]).load([make_graph(tasks=tasks)])
    """
    seen = []
    with python(code, store.name) as writer:
        while writer.poll() is None:
            reader = EmbeddedStore(store.name, read_only=True)
            seen.append(reader.graph())
            reader.close()
        assert (writer.returncode, writer.stderr.read()) == (0, "")
    assert seen
    assert all(content(graph) in (content(few), content(many)) for graph in seen)


@POSIX
@pytest.mark.parametrize("limit", [1 << 10, 1 << 16, 1 << 19, 1 << 21])
def test_a_full_disk_is_a_sentence_and_the_old_state_stays(store, sample_graph, limit):
    store.load([sample_graph()])
    code = """
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
        from graph.errors import StoreUnavailable
        try:
            EmbeddedStore(sys.argv[1]).load([make_graph("洛阳市")])
        except StoreUnavailable as error:
            print(error)
    """
    with python(code, store.name, limit) as writer:
        said, talk = writer.communicate(timeout=60)
    assert (writer.returncode, talk) == (0, "")
    assert "cannot be written" in said
    assert said.count("\n") == 1
    assert content(store.graph()) == content(sample_graph())
    assert files(store) == ["库 存.lbug", "库 存.lbug.lock"]


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(tmp_path, sample_graph):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        EmbeddedStore(tmp_path / "zerentu.lbug").load([sample_graph()])


def test_a_store_without_a_name_is_refused():
    with pytest.raises(SettingsError, match="no name"):
        open_store(" ")


def test_the_default_store_is_in_the_working_directory(tmp_path, monkeypatch, sample_graph):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEO4J_URI", raising=False)
    store = open_store()
    store.load([sample_graph()])
    store.close()
    assert (tmp_path / "zerentu.lbug").is_file()


@pytest.mark.parametrize(("bound", "value", "portions"), [("_PORTION", 2, [2, 3]), ("_ROWS", 1, [1, 2, 3])])
def test_a_load_in_portions_is_as_one(tmp_path, sample_graph, monkeypatch, bound, value, portions):
    """The engine is opened anew between two, and what came before stays."""
    graphs = [sample_graph("洛阳市"), sample_graph("石家庄市")]
    with EmbeddedStore(tmp_path / "one.lbug") as store:
        store.load(graphs)
        wanted = by_plan(to_frames(store.graph()))
    monkeypatch.setattr(module, bound, value)
    done = []
    with EmbeddedStore(tmp_path / "portions.lbug") as store:
        report = store.load(iter([*graphs, graphs[0]]), progress=done.append)
        assert by_plan(to_frames(store.graph())) == wanted
    assert done == portions
    assert [each.state for each in report.outcomes] == ["added", "added", "unchanged"]
