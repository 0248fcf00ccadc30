"""The zip archive around a Word document: which parts it holds, opened with care.

A plan is untrusted: a part is never unpacked beyond a limit, whatever the archive says of
its size, and XML is read without entities, networks and external definitions.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from graph.errors import ReadError
from graph.messages import Message, _
from ingest.files.content import refuse

__all__ = ["Package"]

#: The longest plans have a few megabytes of XML.
_MOST = 100_000_000
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.encode()),
)  # fmt: skip


class Package:
    """An open archive.

    Raises
    ------
    ReadError
        If the bytes are no sound zip archive.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError) as error:
            raise self._broken(str(error)) from error
        self.names = frozenset(self._zip.namelist())

    def document(self) -> str | None:
        """Return the name of the main part if this is a Word document, else None."""
        relations = self.xml("_rels/.rels") if "_rels/.rels" in self.names else None
        if relations is not None:
            for relation in relations:
                if relation.get("Type", "").endswith("/officeDocument"):
                    name = relation.get("Target", "").lstrip("/")
                    return name if name in self.names and name.startswith("word/") else None
        return "word/document.xml" if "word/document.xml" in self.names else None

    def related(self, name: str, kind: str) -> etree._Element | None:
        """Return the root of the part of a kind (``styles``, ``numbering``) that belongs to a part, or None."""
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        if relations in self.names:
            for relation in self.xml(relations):
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
                if relation.get("Type", "").endswith(f"/{kind}") and target.lstrip("/") in self.names:
                    return self.xml(target.lstrip("/"))
        return None

    def notes(self, name: str) -> list[etree._Element]:
        """Return the footnotes and endnotes of a part, separators among them."""
        parts = (self.related(name, kind) for kind in ("footnotes", "endnotes"))
        return [note for part in parts if part is not None for note in part]

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part.

        Raises
        ------
        ReadError
            If it is damaged, encrypted, too large or no XML.
        """
        try:
            with self._zip.open(name) as part:
                data = part.read(_MOST + 1)
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise self._broken(f"{name}: {error}") from error
        if len(data) > _MOST:
            raise refuse(
                self._path,
                _(
                    "压缩包内的 {name} 解压后超过 {limit} MB，不是正常的方案；请检查文件来源，用 Word 或 WPS 打开后另存再读取",
                    name=name,
                    limit=_MOST // 1_000_000,
                ),
            )
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._broken(f"{name}: {error}") from error
        if etree.ElementTree(root).docinfo.internalDTD is not None:
            raise self._broken(_("{name}：不允许有文档类型声明", name=name))
        return root

    def _broken(self, why: str | Message) -> ReadError:
        return refuse(self._path, _("文件已损坏（{why}）；请用 Word 或 WPS 打开修复后另存，再读取", why=why))
