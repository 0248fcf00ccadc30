"""Office files are archives whose members carry the time of writing: without it the same contents give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

__all__ = ["timeless"]


def timeless(data: bytes, change: Callable[[str, bytes], bytes] = lambda name, member: member) -> bytes:
    """Return an archive whose members carry no time of writing.

    Parameters
    ----------
    data
        The archive.
    change
        Gives what a member of a name is to hold.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, change(item.filename, old.read(item.filename)))
    return buffer.getvalue()
