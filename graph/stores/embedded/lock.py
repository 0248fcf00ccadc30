"""One writer at a time, by a lock that the operating system holds.

The lock belongs to the open file, not to its presence: a process that is killed lets
go of it, and the empty file that stays behind means nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import StoreBusy, StoreUnavailable
from graph.messages import _

__all__ = ["locked"]

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

    # A held lock is reported as EACCES or EDEADLOCK there, which Python maps to PermissionError and plain OSError.
    _HELD: tuple[type[OSError], ...] = (OSError,)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)

    _HELD = (BlockingIOError,)


@contextmanager
def locked(path: Path, *, what: str, wait: float) -> Iterator[None]:
    """Hold the lock file `path` while the block runs.

    Parameters
    ----------
    path
        The lock file; made when it is missing, never deleted.
    what
        The thing that is locked, for the message.
    wait
        Seconds to wait for another holder.

    Raises
    ------
    StoreBusy
        If another process, or another store of this process, still holds it then.
    StoreUnavailable
        If the lock file cannot be made, or the file system has no locks.
    """
    try:
        file = path.open("ab")
    except OSError as error:
        raise StoreUnavailable(
            _("{path}：无法写入（{why}）；请检查文件夹和访问权限", path=path, why=error.strerror)
        ) from error
    with file:
        _wait_for(file, path, what, wait)
        try:
            yield
        finally:
            _release(file)


def _wait_for(file: IO[bytes], path: Path, what: str, wait: float) -> None:
    until = time.monotonic() + wait
    while True:
        try:
            _take(file)
        except _HELD as error:
            if time.monotonic() >= until:
                raise StoreBusy(_("{what}：另一个进程正在写入；请等它完成后重试", what=what)) from error
            time.sleep(_PAUSE)
        except OSError as error:
            raise StoreUnavailable(
                _("{path}：无法加锁（{why}）；请使用本机磁盘上的文件夹", path=path, why=error.strerror)
            ) from error
        else:
            return
