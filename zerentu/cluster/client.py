"""Files read by the workers of a Dask cluster, in the order given; nothing of a part comes here before the store asks for its rows.

Retries, lost workers and where what runs are the scheduler's: a task that fails is tried again, one whose worker is gone runs on another.
What is ours is that trying again writes nothing twice (`zerentu.cluster.batch`), and that a task which the scheduler gives up because it
killed too many workers is handed in again, since each time it knows more of the files that did it.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from distributed import Client
from distributed.client import FutureCancelledError
from distributed.scheduler import KilledWorker

from graph.agencies.lexicon import active
from graph.errors import ClusterUnavailable
from graph.messages import _
from ingest.files.limits import in_force
from zerentu.cluster.batch import Way, read_batch
from zerentu.cluster.parts import Part
from zerentu.known_files import way_of_reading
from zerentu.paths import beside, store_target
from zerentu.reading import Reading

__all__ = ["batches", "parts_folder", "reading_on_cluster"]

#: Files of a task: enough that scheduling costs nothing beside reading, few enough that a lost worker loses little.
_MOST, _FEWEST = 200, 10
#: Bytes of a task.
_BYTES = 32 << 20
#: Tasks handed in ahead, a thread of the cluster.
_AHEAD = 4
#: How often a task that fails is tried again.
_RETRIES = 2
#: Seconds to wait for the scheduler, and for a first worker.
_PATIENCE = 30


def parts_folder(db: str | Path | None, shared: str | Path | None) -> Path:
    """Return the folder for the parts of a load into one store.

    Parameters
    ----------
    db
        The store.
    shared
        A folder that all machines reach; the one where the store is, if not given.
    """
    target = store_target(db)
    mark = hashlib.sha256((target if "://" in target else str(Path(target).absolute())).encode()).hexdigest()[:8]
    name = f"zerentu.{mark}.parts"
    return (Path(shared) / name if shared else beside(db, name)).absolute()


@contextmanager
def reading_on_cluster(
    paths: Sequence[Path], region: str | None, *, cluster: str | Client, folder: Path, whole: bool
) -> Iterator[Iterator[Reading]]:
    """Give an iterator of what came of each file, in the order given; what it gave is there until the block ends.

    Parameters
    ----------
    paths
        The files; the workers find them under the same absolute paths.
    region
        The region of their plans, where they do not tell.
    cluster
        Address of the scheduler, or a client that is connected.
    folder
        Where the parts go; the workers write it under the same absolute path. It is removed when the block ends without an
        error; else the next load goes on with what is in it.
    whole
        As of `zerentu.reading.read_file`.

    Raises
    ------
    ClusterUnavailable
        If the scheduler cannot be reached, or no worker is there.
    """
    if not paths:
        yield iter(())
        return
    way = Way(region=region, lexicon=active(), limits=in_force(), whole=whole, mark=way_of_reading(region, ()))
    with _connected(cluster) as client, closing(_readings(client, paths, way, folder)) as readings:
        yield readings
    shutil.rmtree(folder, ignore_errors=True)


def _readings(client: Client, paths: Sequence[Path], way: Way, folder: Path) -> Generator[Reading]:
    run = _Run(client, way, folder)
    threads = max(1, sum(client.nthreads().values()))
    waiting: deque[_Task] = deque()
    try:
        for files in batches(paths, len(paths) // (_AHEAD * threads)):
            waiting.append(run.start(files))
            if len(waiting) > _AHEAD * threads:
                yield from run.take(waiting.popleft())
        while waiting:
            yield from run.take(waiting.popleft())
    finally:
        client.cancel([task.future for task in waiting], force=True)


def batches(paths: Sequence[Path], wanted: int) -> Iterator[list[Path]]:
    """Yield the files in batches of about a number of files, fewer where they are large.

    Examples
    --------
    >>> [len(each) for each in batches([Path("none.txt")] * 25, 3)]
    [10, 10, 5]
    """
    count = min(max(wanted, _FEWEST), _MOST)
    batch: list[Path] = []
    held = 0
    for path in paths:
        size = _size(path)
        if batch and (len(batch) == count or held + size > _BYTES):
            yield batch
            batch, held = [], 0
        batch.append(path)
        held += size
    if batch:
        yield batch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it says why


@dataclass(frozen=True)
class _Task:
    """A batch that was handed in."""

    files: list[Path]
    future: Any
    attempt: int


class _Run:
    """One load on a cluster."""

    def __init__(self, client: Client, way: Way, folder: Path) -> None:
        self._client = client
        self._way = way
        self._folder = folder

    def start(self, files: list[Path], attempt: int = 1) -> _Task:
        """Hand a batch in."""
        future = self._client.submit(
            read_batch,
            [str(path.absolute()) for path in files],
            self._way,
            str(self._folder),
            # The scheduler remembers a key that was given up; a part has its own name.
            key=f"zerentu-{uuid4().hex}",
            retries=_RETRIES,
        )
        return _Task(files, future, attempt)

    def take(self, task: _Task) -> Iterator[Reading]:
        """Yield what was read of a batch, when it is there."""
        while True:
            try:
                name = task.future.result()
                break
            except KilledWorker as error:
                # Each time the notes of the dead say more; a batch can cost no more than all of its files.
                if task.attempt > len(task.files):
                    raise ClusterUnavailable(
                        _("工作进程反复意外结束（{why}）；请检查工作机的内存和日志", why=str(error))
                    ) from error
                task = self.start(task.files, task.attempt + 1)
            except FutureCancelledError as error:
                raise ClusterUnavailable(
                    _("与 Dask 调度器的连接断了（{why}）；重新载入会接着做", why=str(error))
                ) from error
        yield from Part(self._folder / name).readings(task.files)


@contextmanager
def _connected(cluster: str | Client) -> Iterator[Client]:
    if not isinstance(cluster, str):
        yield cluster
        return
    try:
        client = Client(cluster, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterUnavailable(
            _(
                "连不上 Dask 调度器 {address}（{why}）；请检查地址，确认 dask scheduler 已启动",
                address=cluster,
                why=str(error),
            )
        ) from error
    try:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise ClusterUnavailable(
                _("调度器 {address} 上没有工作进程；请在各台机器上启动 dask worker", address=cluster)
            ) from error
        yield client
    finally:
        client.close()
