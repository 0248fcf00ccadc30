"""Bytes become characters: decoded strictly, never guessed at.

Order of codecs: byte order mark, strict UTF-8, the charset that the file declares,
strict GB18030. Statistical detection is not used, since it takes short GB18030 texts for
other codecs, and GB18030 comes last because it decodes almost anything.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from graph.messages import _
from ingest.files.content import refuse
from ingest.files.words import texts

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Declared charsets that are believed, and the codec that holds all their characters. Latin-1 and its like are not
#: among them: they decode anything, and a Chinese page that declares one is mistaken.
_DECLARED = {
    **dict.fromkeys(["gb2312", "gbk", "gb18030", "hz"], "gb18030"),
    **dict.fromkeys(["big5", "big5hkscs", "cp950"], "big5hkscs"),
}


#: Words of every plan as Big5 and as GB18030 write them.
_BIG5_WORDS = [word.encode("big5") for word in texts("traditional")]
_GB_WORDS = [word.encode("gb18030") for word in texts("simplified")]


def decode(data: bytes, path: Path, declared: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes and the codec that decoded them; line ends become line feeds.

    Parameters
    ----------
    data
        The file.
    path
        Its path, for the message.
    declared
        The charset it declares, if it does.

    Raises
    ------
    ReadError
        If no codec accepts the bytes, or if they hold NUL characters.
    """
    text, codec = _decode(data, path, declared)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise refuse(path, _("第 {line} 行有 NUL 字符，不是文本文件；请把方案另存为 UTF-8 编码的 .txt 文件", line=line))
    return text.replace("\r\n", "\n").replace("\r", "\n"), codec


def _decode(data: bytes, path: Path, declared: str | None) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError as error:
                raise refuse(
                    path,
                    _(
                        "第 {byte} 个字节不符合其字节序标记所示的 {codec} 编码；请用编辑器打开并另存为 UTF-8",
                        byte=error.start,
                        codec=codec,
                    ),
                ) from error
    if not _known(declared) and _is_big5(data):
        raise refuse(
            path,
            _(
                "这是 Big5 编码的繁体字文本，而责任用语按简体字识读；请改用公文原件，或先转换成简体并另存为 UTF-8 再读取"
            ),
        )
    for codec in dict.fromkeys(["utf-8", *_known(declared), "gb18030"]):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError as error:
            last = error
    raise refuse(
        path,
        _(
            "既不是 UTF-8 也不是 GB18030 编码（第 {byte} 个字节）；如果确是文本，请用编辑器打开并另存为 UTF-8",
            byte=last.start,
        ),
    ) from last


def _is_big5(data: bytes) -> bool:
    """Return whether frequent words stand in a text more often in Big5 than in GB18030, which decodes almost anything."""
    big5 = sum(map(data.count, _BIG5_WORDS))
    return big5 > 1 and big5 > sum(map(data.count, _GB_WORDS))


def _known(declared: str | None) -> list[str]:
    """Return the codec that a declared charset means, if it is one that is believed."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return []
    return [_DECLARED[name]] if name in _DECLARED else []
