"""Files into a store: read in several processes, taken by the store as they come, each replacing its older version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError, ZerentuError
from graph.messages import Message, _
from graph.stores.store import LoadReport, Outcome
from zerentu.known_files import KnownFiles, way_of_reading
from zerentu.own_files import find_overrides, lexicon_in_force, limits_in_force, overrides_of_namesakes, reviser
from zerentu.paths import documents_in, open_store, plan_files
from zerentu.reading import Reading, processors, read_files

if TYPE_CHECKING:
    import networkx as nx
    from distributed import Client

    from graph.model.plan_rows import AnyPlan
    from graph.model.same_plan import Editions, PlanCard
    from graph.overrides.file import Override

__all__ = ["Failure", "LoadResult", "load"]

#: What yields, of some files, what came of each.
_Read = Callable[[Sequence[Path]], AbstractContextManager[Iterator[Reading]]]


@dataclass(frozen=True)
class Failure:
    """A file that could not be loaded, and why."""

    path: Path
    error: ZerentuError


@dataclass(frozen=True)
class LoadResult:
    """What `load` did.

    Attributes
    ----------
    report : LoadReport
        Ids of plans added, replaced and unchanged.
    failures : list of Failure
        Files that could not be read, in the order given.
    sources : dict of str to list of Path
        For each plan id the files that held it, in the order in which they were read.
    unread : list of (Path, Message)
        What files show besides the text that was read, such as pictures of tables; regions that a text leaves open; and of folders
        the files that are no documents.
    skipped : list of Path
        Files that were not read, because the store holds what is in them, read in the same way.
    """

    report: LoadReport
    failures: list[Failure] = field(default_factory=list)
    sources: dict[str, list[Path]] = field(default_factory=dict)
    unread: list[tuple[Path, Message]] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)


def load(
    paths: Sequence[str | Path],
    *,
    db: str | Path | None = None,
    region: str | None = None,
    lexicon: str | Path | None = None,
    overrides: str | Path | None = None,
    editions: Editions = "newer",
    jobs: int | None = None,
    batch: int | None = None,
    cluster: str | Client | None = None,
    shared: str | Path | None = None,
    progress: Callable[[Path], None] | None = None,
) -> LoadResult:
    """Read plans and put them into a store, each replacing the older version of it that is there.

    A file that cannot be read is reported and does not stop the rest, not even if it ends the process that reads it. Files whose
    content was loaded before, in the same way, are not read again.

    Parameters
    ----------
    paths
        Files and folders.
    db
        Which store; see `store_target`.
    region
        The region of all these plans, where they do not tell.
    lexicon
        A lexicon of one's own; see `lexicon_in_force`.
    overrides
        Overrides; ``zerentu.overrides.toml`` beside the store where there is one.
    editions
        What happens where the store holds a version of a plan: ``newer`` (an older one gives way, a newer one stays),
        ``replace`` (either gives way) or ``keep`` (both stay).
    jobs
        How many processes read; as many as there are processors if not given. The result is the same.
    batch
        Write after so many plans, so that what was written stays when the load is interrupted. If not given, an embedded store
        holds all of them in the end or, after an interruption, what it held before.
    cluster
        Read on the workers of a Dask cluster: the address of its scheduler, or a connected ``distributed.Client``; needs the
        extra ``cluster``. The result is the same.
    shared
        With `cluster`, a folder that all machines reach under the same path, for what they read; beside the store if not given.
    progress
        Called with each file as its plans are taken, in the order of the files.

    Returns
    -------
    LoadResult

    Raises
    ------
    StoreError
        If the store cannot be written; then it holds what it held before, or with `batch` the batches written so far.
    ClusterUnavailable
        If the cluster cannot be reached, or is lost for good; the next load goes on with what was read.
    """
    with lexicon_in_force(lexicon, db), limits_in_force():
        load = _Load(db, region, find_overrides(overrides, db) or [], editions)
        read = load.here(jobs) if cluster is None else load.on_cluster(cluster, shared)
        return load.run(paths, read, batch, progress)


class _Load:
    """One load: what was read, what became of it."""

    def __init__(
        self, db: str | Path | None, region: str | None, overrides: Sequence[Override], editions: Editions
    ) -> None:
        self._db = db
        self._region = region
        self._overrides = overrides
        self._editions = editions
        self._failures: list[Failure] = []
        self._unread: list[tuple[Path, Message]] = []
        #: The file of each plan that was read; the graphs only where overrides may speak of them.
        self._files: list[Path] = []
        self._graphs: list[nx.MultiDiGraph] = []
        self._outcomes: list[Outcome] = []

    def here(self, jobs: int | None) -> _Read:
        """Return what reads on this machine."""
        count = processors() if jobs is None else jobs
        whole = bool(self._overrides)
        return lambda files: closing(read_files(files, self._region, jobs=count, whole=whole))

    def on_cluster(self, cluster: str | Client, shared: str | Path | None) -> _Read:
        """Return what reads on a cluster.

        Raises
        ------
        SettingsError
            If the extra is not installed.
        """
        try:
            from zerentu.cluster.client import parts_folder, reading_on_cluster
        except ModuleNotFoundError as error:
            if error.name is None or error.name.partition(".")[0] not in ("distributed", "dask", "pyarrow"):
                raise
            raise SettingsError(_("--cluster 需要 Dask 和 pyarrow；请运行 pip install 'zerentu[cluster]'")) from error
        folder = parts_folder(self._db, shared)
        whole = bool(self._overrides)
        return lambda files: reading_on_cluster(files, self._region, cluster=cluster, folder=folder, whole=whole)

    def run(
        self,
        paths: Sequence[str | Path],
        read: _Read,
        batch: int | None,
        progress: Callable[[Path], None] | None,
    ) -> LoadResult:
        files = self._files_of(paths)
        known = KnownFiles(self._db, way_of_reading(self._region, self._overrides))
        there = {path: cards for path in files if (cards := known.plans(path))}
        wanted = [path for path in files if path not in there]
        with read(wanted) as readings:
            try:
                self._store(self._plans(readings, progress), batch)
            finally:
                known.add(self._loaded())
        return self._result(files, there)

    def _files_of(self, paths: Sequence[str | Path]) -> list[Path]:
        """Return the files that some paths mean, and keep what is to be told of them."""
        found: list[Path] = []
        for path in dict.fromkeys(map(Path, paths)):
            try:
                if path.is_dir():
                    documents, others = documents_in(path)
                    found.extend(documents)
                    self._unread.extend((path, note) for note in _left_out(others))
                else:
                    found.extend(plan_files([path]))
            except ZerentuError as error:
                self._failures.append(Failure(path, error))
        return list(dict.fromkeys(found))

    def _plans(self, readings: Iterator[Reading], progress: Callable[[Path], None] | None) -> Iterator[AnyPlan]:
        """Yield the plans that are read, and keep what is to be told of their files."""
        from graph.model.plan_rows import graph_of

        for reading in readings:
            if progress:
                progress(reading.path)
            if reading.error is not None:
                self._failures.append(Failure(reading.path, reading.error))
            self._unread.extend((reading.path, note) for note in reading.notes)
            for plan in reading.plans:
                self._files.append(reading.path)
                if not self._overrides:
                    yield plan
                    continue
                graph = graph_of(plan)
                self._graphs.append(graph)
                yield graph

    def _store(self, plans: Iterator[AnyPlan], batch: int | None) -> None:
        """Write what is read, all at once or batch by batch; without a plan no store is made."""
        first = next(plans, None)
        if first is None:
            return
        plans = chain([first], plans)
        if self._overrides:
            # They may join agencies of the first plan and the last.
            plans = iter(list(plans))
        store = open_store(self._db, read_only=False)
        try:
            revise = reviser(self._graphs, self._overrides, store)
            batches = iter(lambda: list(islice(plans, batch)), []) if batch else [plans]
            for each in batches:
                self._outcomes.extend(store.load(each, editions=self._editions, revise=revise).outcomes)
        finally:
            store.close()

    def _loaded(self) -> Counter[str]:
        """Return of each file that is in the store as a whole its checksum, and how many plans it holds.

        Where something is to be said of a file, it is read again, and that is said again.
        """
        counts = Counter(each.plan.sha256 for each in self._outcomes if each.plan.sha256)
        lacking = {each.plan.sha256 for each in self._outcomes if each.state == "older"}
        gone = {each.over.sha256 for each in self._outcomes if each.over and each.state == "replaced"}
        told = {path for path, _note in self._unread}
        noted = {each.plan.sha256 for path, each in zip(self._files, self._outcomes, strict=False) if path in told}
        return Counter({key: count for key, count in counts.items() if key not in lacking | gone | noted})

    def _result(self, files: Sequence[Path], there: dict[Path, list[PlanCard]]) -> LoadResult:
        """Return what was done, in the order of the files."""
        read: dict[Path, list[Outcome]] = {}
        for path, outcome in zip(self._files, self._outcomes, strict=True):
            read.setdefault(path, []).append(outcome)
        for path, graph, outcome in zip(self._files, self._graphs, self._outcomes, strict=False):
            if outcome.state in ("added", "replaced"):
                notes = overrides_of_namesakes(graph, outcome.plan.id, self._overrides)
                self._unread.extend((path, note) for note in notes)
        report = LoadReport()
        sources: dict[str, list[Path]] = {}
        for path in files:
            outcomes = read.get(path) or [Outcome(card, "unchanged", card) for card in there.get(path, [])]
            report.outcomes.extend(outcomes)
            for outcome in outcomes:
                sources.setdefault(outcome.plan.id, []).append(path)
        return LoadResult(report, self._failures, sources, self._unread, list(there))


def _left_out(others: Counter[str]) -> Iterator[Message]:
    """Say which files of a folder are not read: tables that were exported lie there, but a ledger or a scan may be among them."""
    if others:
        yield _(
            "文件夹里还有 {count} 个文件没有读：{endings}；是方案的请另存为能读的格式，.csv 请写出文件名",
            count=others.total(),
            endings=[f"{ending or '-'}×{count}" for ending, count in sorted(others.items())],
        )
