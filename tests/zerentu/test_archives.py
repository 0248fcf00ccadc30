"""Archives without times of writing."""

from __future__ import annotations

import io
import zipfile

from zerentu.archives import timeless


def archive(year: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name in ("a.xml", "b.xml"):
            new.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), name * 99)
    return buffer.getvalue()


def test_the_same_contents_give_the_same_bytes_and_members_can_be_changed() -> None:
    assert archive(2024) != archive(2025)
    assert timeless(archive(2024)) == timeless(archive(2025))
    changed = timeless(archive(2024), lambda name, member: b"new" if name == "a.xml" else member)
    with zipfile.ZipFile(io.BytesIO(changed)) as found:
        assert [found.read(name) for name in found.namelist()] == [b"new", b"b.xml" * 99]
