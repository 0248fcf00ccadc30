"""What a worker does: read a batch of files and leave a part in the folder that all machines can reach.

The part is called after the content of the files and the way of reading them. So a batch that is read twice, because its worker was lost or
the load was started again, is one part.

Before each file a worker notes which one it is about to read. A note that outlives its worker tells the next one where it died: a file
that ended `DEATHS` of them is named and left out, and costs itself alone.
"""

from __future__ import annotations

import hashlib
import os
import platform
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ReaderFault, ReadError, SettingsError
from graph.messages import _
from zerentu.cluster.parts import write_part
from zerentu.known_files import checksum, way_of_reading
from zerentu.reading import Reading, read_file

if TYPE_CHECKING:
    from graph.agencies.lexicon import Lexicon

__all__ = ["DEATHS", "Way", "read_batch"]

#: How many workers a file may end before it is left out.
DEATHS = 2
#: PDFium knows no threads, and Python runs one at a time anyway: workers are processes.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Way:
    """How files are read.

    Attributes
    ----------
    region, lexicon, limits
        As in the process that loads.
    whole
        As of `zerentu.reading.read_file`.
    mark
        What `way_of_reading` says there; a worker with another version of the program says otherwise.
    """

    region: str | None
    lexicon: Lexicon
    limits: Mapping[str, float] | None
    whole: bool
    mark: str


def read_batch(paths: Sequence[str], way: Way, folder: str) -> str:
    """Read files, write the part into `folder`, and return its name.

    Raises
    ------
    SettingsError
        If this worker would read otherwise than the process that loads.
    SchemaError
        As `zerentu.load`.
    OSError
        If the folder cannot be written.
    """
    from graph.agencies.lexicon import using
    from ingest.files import limits as limits_of

    with ExitStack() as stack:
        stack.enter_context(_ONE_AT_A_TIME)
        stack.enter_context(using(way.lexicon))
        if way.limits is not None:
            stack.enter_context(limits_of.using(way.limits))
        if way_of_reading(way.region, ()) != way.mark:
            raise SettingsError(
                _("工作机 {machine} 上的 zerentu 与这里不是同一版本；请在各台机器上装同一版本", machine=platform.node())
            )
        files = [Path(path) for path in paths]
        name = _name(files, way)
        part = Path(folder) / name
        if not part.exists():
            notes = _Notes(Path(folder), name)
            try:
                write_part(part, _read(files, way, notes))
            except Exception:
                # This attempt is told as it stands; only one that cannot say anything leaves its note.
                notes.remove_mine()
                raise
            notes.remove()
        return name


def _name(files: Sequence[Path], way: Way) -> str:
    """Return the name of a part: a hash of all that its content follows from."""
    found = hashlib.sha256(f"{way.mark} {way.whole}".encode())
    for path in files:
        found.update(b"\0" + os.fsencode(path) + b"\0" + _content(path).encode())
    return found.hexdigest()[:32]


def _content(path: Path) -> str:
    try:
        return checksum(path)
    except OSError as error:
        return type(error).__name__  # reading it says why


def _read(files: Sequence[Path], way: Way, notes: _Notes) -> Iterator[Reading]:
    for at, path in enumerate(files):
        died = notes.deaths[at]
        if died >= DEATHS:
            yield Reading(path, error=_deadly(path, died))
        else:
            notes.about(at)
            yield _read_one(path, way.region, whole=way.whole)


def _read_one(path: Path, region: str | None, *, whole: bool) -> Reading:
    try:
        return read_file(path, region, whole=whole)
    except Exception as error:
        # It would end a reader process of `--jobs`, which costs the file as well.
        return Reading(
            path,
            error=ReaderFault(
                _(
                    "{path}：读取时出错（{kind}：{why}）；文件可能已损坏，请用原来的程序打开后另存再读取",
                    path=path,
                    kind=type(error).__name__,
                    why=str(error),
                )
            ),
        )


def _deadly(path: Path, count: int) -> ReadError:
    return ReadError(
        _(
            "{path}：读取它的工作进程 {count} 次意外结束，可能是内存不足或文件损坏；其余文件照常载入",
            path=path,
            count=count,
        )
    )


class _Notes:
    """Which file is about to be read: one note an attempt, in the folder, until the part is there."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._pattern = folder, f"{name}.*.note"
        self._mine = folder / f"{name}.{os.urandom(4).hex()}.note"
        texts = [note.read_text(encoding="ascii") for note in folder.glob(self._pattern)]
        #: How many attempts ended at each file.
        self.deaths = Counter(int(text) for text in texts if text)

    def about(self, at: int) -> None:
        """Say that the file at one place of the batch is about to be read."""
        self._mine.write_text(str(at), encoding="ascii")

    def remove_mine(self) -> None:
        """Take the note of this attempt away."""
        self._mine.unlink(missing_ok=True)

    def remove(self) -> None:
        """Take all notes on the batch away."""
        for note in self._folder.glob(self._pattern):
            note.unlink(missing_ok=True)
