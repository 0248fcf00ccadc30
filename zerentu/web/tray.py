"""What was dropped on the page: each file in a folder of its own, taken in piece by piece and refused early."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from graph.errors import ReadError, StoreError, UnknownNameError
from graph.messages import Message, _
from graph.stores.embedded.lock import locked
from zerentu.web.names import harmless_name

__all__ = ["MOST_FILES", "MOST_MEGABYTES", "Purpose", "TooMuch", "Tray", "Upload", "clear_left_behind"]

#: So many files wait on the page at a time, and so much in all of them.
MOST_FILES = 300
MOST_MEGABYTES = 1_000

_PREFIX = "zerentu-serve-"
_BEGINNING = 60

#: A plan to be read and loaded, or a sheet that an office filled in.
Purpose = Literal["plan", "sheet"]
State = Literal["arriving", "waiting", "reading", "read", "refused", "loading", "loaded", "older"]


class TooMuch(ReadError):
    """A file is larger, or there are more of them, than the page takes."""


@dataclass(kw_only=True)
class Upload:
    """A file that was dropped on the page.

    Attributes
    ----------
    id : str
        What the page calls it by.
    name : str
        Its name without folders, as people may see it.
    purpose : str
        ``plan`` or ``sheet``.
    path : Path
        Where it lies.
    size : int
        In bytes.
    state : str
        What became of it.
    report : dict or None
        What was read of it.
    said : list of str
        Sentences about it: why it was refused, what the load made of it.
    region : str or None
        The region that somebody gave for it.
    """

    id: str
    name: str
    purpose: Purpose
    path: Path
    size: int = 0
    state: State = "arriving"
    report: dict[str, Any] | None = None
    said: list[str] = field(default_factory=list)
    region: str | None = None

    def summary(self) -> dict[str, Any]:
        """Return what the page shows of it without its tasks."""
        kept = {
            name: value
            for name, value in (self.report or {}).items()
            if name not in ("tasks", "targets", "sentences", "explained")
        }
        return {
            "id": self.id, "name": self.name, "purpose": self.purpose, "size": self.size, "state": self.state,
            "said": self.said, "region": self.region, "report": kept or None,
        }  # fmt: skip


class Tray:
    """The files of a run of the server, in a folder that only this user may open and that goes with the run.

    Parameters
    ----------
    megabytes
        The most that one file may have.
    """

    def __init__(self, megabytes: float) -> None:
        self.most = int(megabytes * 1e6)
        clear_left_behind(Path(tempfile.gettempdir()))
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._held = ExitStack()
        self._held.enter_context(locked(_lock_of(self.folder), what=str(self.folder), wait=0))
        self._uploads: dict[str, Upload] = {}
        self._arriving = 0
        self._lock = threading.Lock()

    def close(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._held.close()
        _lock_of(self.folder).unlink(missing_ok=True)

    def uploads(self) -> list[Upload]:
        """Return the files that have arrived, in the order in which they did."""
        with self._lock:
            return list(self._uploads.values())

    def find(self, name: str) -> Upload:
        """Return the file that the page calls `name`.

        Raises
        ------
        UnknownNameError
            If there is none.
        """
        with self._lock:
            found = self._uploads.get(name)
        if found is None:
            raise UnknownNameError(_("页面上没有这个文件；请刷新页面"))
        return found

    def refuse_early(self, size: int) -> None:
        """Refuse a file before any of it was taken.

        Raises
        ------
        TooMuch
            If it is too large, or no more is taken.
        """
        if size > self.most:
            raise TooMuch(too_large(size, self.most))
        with self._lock:
            count = len(self._uploads) + self._arriving
            held = sum(each.size for each in self._uploads.values() if each.path.exists())
        if count >= MOST_FILES:
            raise TooMuch(_("页面上已有 {most} 个文件；请先载入或去掉一些", most=MOST_FILES))
        if held + size > MOST_MEGABYTES * 1e6:
            raise TooMuch(_("页面上的文件合计已到 {most} MB；请先载入或去掉一些", most=MOST_MEGABYTES))

    async def receive(self, given: str, purpose: Purpose, size: int, parts: AsyncIterator[bytes]) -> Upload:
        """Take in a file piece by piece; a file that does not arrive whole leaves nothing behind.

        Parameters
        ----------
        given
            The name that the browser says.
        purpose
            What it is for.
        size
            How many bytes it says it has.
        parts
            The bytes.

        Raises
        ------
        TooMuch
            If it has more bytes than it said.
        ReadError
            If it has fewer, or the disk is full.
        """
        self.refuse_early(size)
        name = harmless_name(given)
        key = secrets.token_hex(8)
        folder = self.folder / key
        upload = Upload(id=key, name=name, purpose=purpose, path=folder / name)
        with self._lock:
            self._arriving += 1
        try:
            folder.mkdir()
            with upload.path.open("xb") as file:
                async for part in parts:
                    upload.size += len(part)
                    if upload.size > size:
                        raise TooMuch(_("{name}：文件比浏览器报的大，没有收下；请重新选择", name=name))
                    file.write(part)
            if upload.size != size:
                raise ReadError(_("{name}：没有收全；请重新选择", name=name))
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise ReadError(
                _("{name}：收不下（{why}）；请检查磁盘空间", name=name, why=error.strerror or "")
            ) from error
        except BaseException:
            # Also of a browser that went away: the task is cancelled then.
            shutil.rmtree(folder, ignore_errors=True)
            raise
        finally:
            with self._lock:
                self._arriving -= 1
        upload.state = "waiting"
        with self._lock:
            self._uploads[key] = upload
        return upload

    def let_go(self, upload: Upload) -> None:
        """Delete a file that is not needed any more; what was read of it stays on the page."""
        shutil.rmtree(upload.path.parent, ignore_errors=True)

    def forget(self, upload: Upload) -> None:
        """Take a file off the page."""
        self.let_go(upload)
        with self._lock:
            self._uploads.pop(upload.id, None)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")


def clear_left_behind(place: Path) -> None:
    """Throw away the folders of runs that were killed; those of runs that go on are locked, and other people's stay.

    Parameters
    ----------
    place
        Where folders of runs are made.
    """
    for folder in place.glob(f"{_PREFIX}*"):
        state = folder.lstat()
        # A run that has just begun may not have its lock yet, and what other people or links put there is not ours.
        ours = stat.S_ISDIR(state.st_mode) and (sys.platform == "win32" or state.st_uid == os.getuid())
        if not ours or time.time() - state.st_mtime < _BEGINNING:
            continue
        with suppress(StoreError, OSError):
            with locked(_lock_of(folder), what=str(folder), wait=0):
                shutil.rmtree(folder)
            _lock_of(folder).unlink(missing_ok=True)


def too_large(size: int, most: int) -> Message:
    """Return the sentence that refuses a file for its size."""
    return _(
        "文件有 {size:.1f} MB，超过上限 {most:.0f} MB；请拆分，或在 zerentu.toml 的 [limits] 里放宽 megabytes",
        size=size / 1e6,
        most=most / 1e6,
    )
