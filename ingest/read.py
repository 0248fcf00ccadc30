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

__all__ = ["SUFFIXES", "Document", "read_document"]

DEFAULT_LIMIT_MB = 20
#: Endings of the formats that are read; a folder gives its files with these.
SUFFIXES: tuple[str, ...] = (".txt",)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF", "PDF 文件"),
    (b"PK\x03\x04", "a Word file or another zip archive", " Word 文件或其他压缩包"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) or WPS file", "旧版 Word（.doc）或 WPS 文件"),
    (b"\x89PNG", "a picture", "图片"),
    (b"\xff\xd8\xff", "a picture", "图片"),
)


@dataclass(frozen=True)
class Document:
    """A decoded file.

    Attributes
    ----------
    name : str
        File name without folders.
    text : str
        The stored text: what all offsets refer to. Line ends are single line feeds, a byte order mark is gone.
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
    for magic, what, what_zh in _MAGIC:
        if data.startswith(magic):
            raise ReadError(
                f"{path}: this is {what}, not plain text; save it as a UTF-8 .txt file and load that",
                zh=f"{path}：这是{what_zh}，不是纯文本；请另存为 UTF-8 编码的 .txt 文件后再读取",
            )
    text, codec = _decode(path, data)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ReadError(
            f"{path}: line {line} holds a NUL character, so this is no text file; save the plan as UTF-8 .txt",
            zh=f"{path}：第 {line} 行有 NUL 字符，不是文本文件；请把方案另存为 UTF-8 编码的 .txt 文件",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadError(
            f"{path}: the file is empty; there is nothing to read, check that it was saved",
            zh=f"{path}：文件是空的，没有内容可读；请检查文件是否保存成功",
        )
    return Document(path.name, text, codec, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReadError(
                f"{path}: this is a folder; name the files in it, or use zerentu load, which takes folders",
                zh=f"{path}：这是文件夹；请写出其中的文件名，或改用可以读文件夹的 zerentu load",
            )
        size, limit = path.stat().st_size, _limit()
        if size > limit:
            raise ReadError(
                f"{path}: {size / 1e6:.1f} MB is more than the {limit / 1e6:.0f} MB that one plan may have; "
                "split the file, or raise the limit with the environment variable ZERENTU_MAX_MB",
                zh=f"{path}：{size / 1e6:.1f} MB，超过单份方案 {limit / 1e6:.0f} MB 的上限；请拆分文件，或用环境变量 ZERENTU_MAX_MB 提高上限",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; check the path", zh=f"{path}：找不到这个文件；请检查路径") from error
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read ({error.strerror}); check the path and its permissions",
            zh=f"{path}：无法读取（{error.strerror}）；请检查路径和访问权限",
        ) from error


def _limit() -> int:
    value = os.environ.get("ZERENTU_MAX_MB", str(DEFAULT_LIMIT_MB))
    try:
        return int(float(value) * 1_000_000)
    except ValueError as error:
        raise SettingsError(
            f"ZERENTU_MAX_MB is {value!r}; give a number of megabytes such as 50",
            zh=f"环境变量 ZERENTU_MAX_MB 的值是 {value!r}；请写兆字节数，例如 50",
        ) from error


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError as error:
                raise ReadError(
                    f"{path}: byte {error.start} does not fit {codec}, which its byte order mark announces; "
                    "open it in an editor and save it as UTF-8",
                    zh=f"{path}：第 {error.start} 个字节不符合其字节序标记所示的 {codec} 编码；请用编辑器打开并另存为 UTF-8",
                ) from error
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError as error:
            last = error
    raise ReadError(
        f"{path}: neither UTF-8 nor GB18030 (byte {last.start}); if it is a text, open it in an editor and save it as UTF-8",
        zh=f"{path}：既不是 UTF-8 也不是 GB18030 编码（第 {last.start} 个字节）；如果确是文本，请用编辑器打开并另存为 UTF-8",
    )
