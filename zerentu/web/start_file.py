"""A file that starts the server at a double click on Windows."""

from __future__ import annotations

import sys
from pathlib import Path

from graph.errors import SettingsError
from graph.files import write_file
from graph.messages import _
from zerentu.paths import store_target

__all__ = ["start_text", "write_start_file"]


def write_start_file(path: Path, db: str | None) -> Path:
    """Write a start file beside the store or anywhere, and return its path.

    Parameters
    ----------
    path
        The file to write, ending in ``.cmd`` or ``.bat``.
    db
        Which store; see `zerentu.paths.store_target`.

    Raises
    ------
    SettingsError
        If the ending is another, a path holds what a batch file cannot say, or the file cannot be written.
    """
    if path.suffix.lower() not in (".cmd", ".bat"):
        raise SettingsError(_("{path}：启动文件请以 .cmd 结尾", path=path))
    target = store_target(db)
    store = target if "://" in target else str(Path(target).absolute())
    write_file(path, start_text(sys.executable, store, str(Path.cwd())).encode("utf-8"))
    return path


def start_text(python: str, store: str, folder: str) -> str:
    r"""Return the lines of a start file.

    Parameters
    ----------
    python
        The Python that zerentu is installed in.
    store
        The store, as a whole path or an address.
    folder
        Where zerentu.toml is looked for.

    Raises
    ------
    SettingsError
        If one of them holds a quotation mark or a line break.

    Examples
    --------
    >>> print(start_text("C:\\Python\\python.exe", "D:\\督查\\100%.lbug", "D:\\督查").replace("\r\n", "\n"))
    @echo off
    chcp 65001 >nul
    title zerentu
    cd /d "D:\督查"
    "C:\Python\python.exe" -X utf8 -m zerentu serve --db "D:\督查\100%%.lbug"
    if errorlevel 1 pause
    <BLANKLINE>
    """
    quoted = []
    for text in (folder, python, store):
        if any(sign in text for sign in '"\r\n'):
            raise SettingsError(_("{path}：启动文件里写不了这个路径；请换一个名称", path=text))
        # A batch file takes what stands between two % for a variable.
        quoted.append('"' + text.replace("%", "%%") + '"')
    where, program, about = quoted
    lines = [
        "@echo off",
        # Chinese names below are UTF-8; without this line they would be read in the code page of the system.
        "chcp 65001 >nul",
        "title zerentu",
        f"cd /d {where}",
        f"{program} -X utf8 -m zerentu serve --db {about}",
        "if errorlevel 1 pause",
        "",
    ]
    return "\r\n".join(lines)
