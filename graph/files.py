"""Files and folders that are there whole or not at all.

Everything is written beside its place under a name of its own and moved there in the end, so a
reader never meets half a file, and what was there before stays when anything goes wrong.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import SettingsError
from graph.messages import Message, _

__all__ = ["new_file", "new_folder", "read_text", "write_file"]


@contextmanager
def new_file(path: Path) -> Iterator[IO[str]]:
    """Open a text file that takes the place of `path` when the block ends without an error.

    Raises
    ------
    SettingsError
        If it cannot be written.
    """
    # Line breaks stay as they are: texts may hold carriage returns of their own.
    with _taking_place(path) as new, new.open("x", encoding="utf-8", newline="") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def write_file(path: Path, data: bytes) -> None:
    """Put a file that holds `data` in the place of `path`; see `new_file`."""
    with _taking_place(path) as new:
        new.write_bytes(data)


def read_text(path: Path, *, what: Message) -> str:
    """Return the text of a file that people write, with or without a byte order mark.

    Parameters
    ----------
    path
        The file.
    what
        What it is, for the sentence: ``_("词表")``.

    Raises
    ------
    SettingsError
        If it cannot be opened, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            _(
                "{path}：不是 UTF-8 编码（第 {byte} 字节）；请把{what}另存为 UTF-8 文本",
                path=path,
                byte=error.start,
                what=what,
            )
        ) from error
    except OSError as error:
        raise SettingsError(
            _("{path}：{what}打不开（{why}）；请检查路径", path=path, what=what, why=error.strerror)
        ) from error


@contextmanager
def new_folder(path: Path, marks: Collection[str] | None) -> Iterator[Path]:
    """Make a folder that takes the place of `path` when the block ends without an error.

    Parameters
    ----------
    path
        An older folder there is replaced only if it is empty or an earlier export.
    marks
        Names of files that every export holds; by them an earlier export is known. None where even an earlier export
        is kept, since people have worked in its files.

    Raises
    ------
    SettingsError
        If it cannot be written, or something else is there.
    """
    # Only exports make folders, and the import takes longer than all else here.
    import shutil

    with _sentences(path):
        _check_place(path, marks)
        new = _beside(path)
        new.mkdir()
        try:
            yield new
            if path.exists():
                old = _beside(path)
                path.rename(old)
                try:
                    new.rename(path)
                except OSError:
                    old.rename(path)
                    raise
                shutil.rmtree(old)
            else:
                new.rename(path)
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _taking_place(path: Path) -> Iterator[Path]:
    """Yield the path to write to, and move what is written there to `path`."""
    with _sentences(path):
        if path.is_dir():
            raise SettingsError(_("{path} 是文件夹；请写出要写入的文件名", path=path))
        new = _beside(path)
        try:
            yield new
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _check_place(path: Path, marks: Collection[str] | None) -> None:
    if path.exists() and not path.is_dir():
        raise SettingsError(_("{path} 是文件；请写文件夹名", path=path))
    if path.is_dir():
        held = {item.name for item in path.iterdir()}
        if held and (marks is None or not held.issuperset(marks)):
            raise SettingsError(_("{path} 中有其他文件，不会被覆盖；请另写一个新文件夹", path=path))


def _beside(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SettingsError(
            _(
                "{path}：无法写入（{why}）；请关闭打开它的程序，检查权限和磁盘空间，或另选位置",
                path=path,
                why=error.strerror,
            )
        ) from error
