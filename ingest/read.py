"""A file becomes text: decoded strictly, never guessed at.

Order of codecs: byte order mark, strict UTF-8, strict GB18030. Statistical
detection is not used, since it takes short GB18030 texts for other codecs, and
GB18030 comes last because it decodes almost anything.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ReadError, SettingsError

__all__ = ["Document", "read_document"]

DEFAULT_LIMIT_MB = 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) or WPS file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True)
class Document:
    """A decoded file.

    Attributes
    ----------
    name : str
        File name without folders.
    text : str
        The stored text: what all offsets refer to. Line ends are ``\\n``, a byte order mark is gone.
    codec : str
        The codec that decoded it.
    sha256 : str
        Of the bytes.
    """

    name: str
    text: str
    codec: str
    sha256: str


def read_document(path: str | Path) -> Document:
    """Read and decode one file.

    Raises
    ------
    ReadError
        For a missing, empty, too large or binary file, a folder, a format that is not read yet, or bytes that no
        codec accepts.
    SettingsError
        If ``ZERENTU_MAX_MB`` is no number.
    """
    path = Path(path)
    data = _bytes(path)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"{path}: this is {what}, not plain text; save it as a UTF-8 .txt file and load that")
    text, codec = _decode(path, data)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ReadError(f"{path}: line {line} holds a NUL character, so this is no text file; save the plan as UTF-8 .txt")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadError(f"{path}: the file is empty; there is nothing to read")
    return Document(path.name, text, codec, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReadError(f"{path}: this is a folder; name the files in it, or use zerentu load, which takes folders")
        size, limit = path.stat().st_size, _limit()
        if size > limit:
            raise ReadError(
                f"{path}: {size / 1e6:.1f} MB is more than the {limit / 1e6:.0f} MB that one plan may have; "
                "split the file, or raise the limit with the environment variable ZERENTU_MAX_MB"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions") from error


def _limit() -> int:
    value = os.environ.get("ZERENTU_MAX_MB", str(DEFAULT_LIMIT_MB))
    try:
        return int(float(value) * 1_000_000)
    except ValueError as error:
        raise SettingsError(f"ZERENTU_MAX_MB is {value!r}; give a number of megabytes such as 50") from error


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError as error:
                raise ReadError(
                    f"{path}: byte {error.start} does not fit {codec}, which its byte order mark announces; "
                    "open it in an editor and save it as UTF-8"
                ) from error
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError as error:
            last = error
    raise ReadError(
        f"{path}: neither UTF-8 nor GB18030 (byte {last.start}); if it is a text, open it in an editor and save it as UTF-8"
    )
