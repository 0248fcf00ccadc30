"""Names of files that come from a browser: shown as they are meant, and never where files are kept."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from zerentu.issued_sheets import harmless

__all__ = ["harmless_name"]

#: A file system takes 255 bytes of a name, Windows 260 characters of a path.
_MOST_BYTES = 240
_LONGEST = 80
#: An ending is read to tell formats apart; none that is read is longer.
_LONGEST_ENDING = 6


def harmless_name(given: str) -> str:
    r"""Return the name of a file that every system takes, out of what a browser says: no folders, no signs that do anything.

    Examples
    --------
    >>> harmless_name("../../etc/passwd"), harmless_name("C:\\甲\\方案.docx"), harmless_name("a\nb\u202e.pdf"), harmless_name("nul.txt")
    ('passwd', '方案.docx', 'a↵b␦.pdf', '_nul.txt')
    """
    name = PureWindowsPath(PurePosixPath(given.replace("\x00", "␀")).name).name
    stem, dot, ending = name.rpartition(".")
    if not stem or not ending.isalnum() or not ending.isascii() or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    kept = harmless(stem, _LONGEST)
    while len(kept.encode("utf-8")) > _MOST_BYTES:
        kept = kept[:-1]
    return f"{kept}{dot}{ending}"
