"""A database file that is written once, sealed, swapped in, and only read from then on.

The seal is the last line of the file: a magic word, the fingerprint of the schema and a
checksum of all that stands before it. The engine ignores it; we let no engine open a file whose
seal is broken, because a cut or overwritten file can end the whole process. Being
in the file itself, the seal cannot come apart from it in a crash.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from pathlib import Path
from typing import IO

from graph.errors import StoreBusy, StoreUnavailable
from graph.messages import _

__all__ = ["beside", "clear", "publish", "seal", "unsealed_copy", "verify"]

_MAGIC = b"zerentu snapshot 1 "
_BLOCK = 1 << 20
_PAUSE = 0.1


def beside(path: Path, suffix: str) -> Path:
    """Return the path of the file called like `path` with `suffix` behind it."""
    return path.with_name(path.name + suffix)


def clear(path: Path) -> None:
    """Remove the unfinished file `path` and what the engine keeps beside it: log, shadow, spill."""
    for file in path.parent.iterdir():
        if file.name == path.name or file.name.startswith(f"{path.name}."):
            file.unlink()


def seal(path: Path, fingerprint: str) -> None:
    """End the finished file `path` with its seal and bring it to the disk."""
    if beside(path, ".wal").exists():
        raise StoreUnavailable(_("{path}：引擎留下了日志，文件不完整；请重试", path=path))
    with path.open("r+b") as file:
        checksum = _checksum(file, path.stat().st_size)
        file.write(_line(fingerprint, checksum))
        file.flush()
        os.fsync(file.fileno())


def unsealed_copy(path: Path, new: Path, fingerprint: str) -> None:
    """Copy the sealed file `path`, which has been verified, to `new` without its seal: there the engine may write."""
    import shutil  # and with it four kinds of archives, which reading does without

    shutil.copyfile(path, new)
    os.truncate(new, new.stat().st_size - len(_line(fingerprint, 0)))


def verify(path: Path, fingerprint: str) -> None:
    """Raise `StoreUnavailable` with a remedy unless `path` is a whole snapshot of this schema."""
    try:
        _verify(path, fingerprint)
    except OSError as error:
        raise StoreUnavailable(
            _("{path} 无法读取（{why}）；请检查路径和访问权限", path=path, why=error.strerror)
        ) from error


def publish(new: Path, path: Path, *, wait: float) -> None:
    """Put the sealed file `new` in the place of `path` in one step.

    Raises
    ------
    StoreBusy
        On Windows, if a reader keeps the old file open for longer than `wait` seconds.
    """
    until = time.monotonic() + wait
    while True:
        try:
            new.replace(path)
            break
        except PermissionError as error:
            if sys.platform != "win32":
                raise
            if time.monotonic() >= until:
                raise StoreBusy(
                    _("{path} 正被其他程序打开，无法替换；请关闭该程序后重试。图库保持原样", path=path)
                ) from error
            time.sleep(_PAUSE)
    if sys.platform != "win32":
        # The new name itself must survive a power cut; Windows has no such call and needs none.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _checksum(file: IO[bytes], size: int) -> int:
    checksum = 0
    while size > 0 and (block := file.read(min(_BLOCK, size))):
        checksum = zlib.crc32(block, checksum)
        size -= len(block)
    return checksum


def _line(fingerprint: str, checksum: int) -> bytes:
    return _MAGIC + f"{fingerprint} {checksum:08x}\n".encode()


def _verify(path: Path, fingerprint: str) -> None:
    if not path.exists():
        raise StoreUnavailable(_("{path} 不存在；请先载入方案：zerentu load 方案文件夹", path=path))
    if not path.is_file():
        raise StoreUnavailable(_("{path} 不是文件；请写图库文件的路径，例如 zerentu.lbug", path=path))
    if beside(path, ".wal").exists():
        raise StoreUnavailable(
            _(
                "{path} 曾被其他程序以写方式打开，留下了 {file}.wal；请关闭该程序，或移走这两个文件后重新载入方案",
                path=path,
                file=path.name,
            )
        )
    length = len(_line(fingerprint, 0))
    with path.open("rb") as file:
        size = path.stat().st_size - length
        file.seek(max(size, 0))
        found = file.read()
        if not found.startswith(_MAGIC):
            raise StoreUnavailable(
                _("{path} 不是 zerentu 写的图库，或者不完整；请换一个路径，或移走它后重新载入方案", path=path)
            )
        file.seek(0)
        checksum = _checksum(file, size)
    if found == _line(fingerprint, checksum):
        return
    if found[-9:] != _line(fingerprint, checksum)[-9:]:
        raise StoreUnavailable(_("{path} 已损坏（校验和不符）；请移走它后重新载入方案", path=path))
    raise StoreUnavailable(_("{path} 由另一个版本的 zerentu 写成；请移走它后重新载入方案", path=path))
