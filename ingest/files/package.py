"""The zip archive around a document of Word or a workbook: which parts it holds, opened with care.

A plan is untrusted: a part is never unpacked beyond a limit, whatever the archive says of
its size, and XML is read without entities, networks and external definitions.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from graph.errors import ReadError
from graph.messages import Message, _
from ingest.files.content import refuse
from ingest.files.limits import check, depth_of, limit

__all__ = ["Package"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.encode()),
)  # fmt: skip


#: So deep does the parser of XML go by itself.
_DEEPEST = 256
#: How much of a part is parsed at once, where its elements are read one by one.
_CHUNK = 1 << 16
_UNSOUND = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


class Package:
    """An open archive.

    Parameters
    ----------
    data
        Its bytes.
    path
        Where it lies, for messages.
    program
        The program that would mend it, beside WPS.

    Raises
    ------
    ReadError
        If the bytes are no sound zip archive.
    """

    def __init__(self, data: bytes, path: Path, program: str = "Word") -> None:
        self._path, self._program = path, program
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError) as error:
            raise self._broken(str(error)) from error
        self.names = frozenset(self._zip.namelist())
        # No part is read beyond the size that the archive says it has.
        check("unpacked", sum(part.file_size for part in self._zip.infolist()) / 1e6)

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
        for type_, target in self.relations(name).values():
            if type_.endswith(f"/{kind}") and target in self.names:
                return self.xml(target)
        return None

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to: for each id the type and the name of the other part."""
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels".lstrip("/")
        if relations not in self.names:
            return {}
        return {
            each.get("Id", str(at)): (
                each.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
            )
            for at, each in enumerate(self.xml(relations))
        }

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
        with self._sound(name), self._zip.open(name) as part:
            data = part.read()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        # The parser's own limits stand as long as nobody asks for more: they also stop entities that expand in attributes.
        huge = limit("nesting") > _DEEPEST
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, huge_tree=huge
        )
        with self._sound(name):
            root = etree.fromstring(data, parser)
        self._refuse_definitions(root, name)
        check("nesting", depth_of(root))
        return root

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of some tags of a part, each with all that it holds; it is empty once the next is asked for.

        Raises
        ------
        ReadError
            If the part is damaged, encrypted or no XML.
        """
        parser = etree.XMLPullParser(("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)  # fmt: skip
        with self._sound(name), self._zip.open(name) as part:
            checked = False
            while chunk := part.read(_CHUNK):
                parser.feed(chunk)
                for _event, element in parser.read_events():
                    if not isinstance(element, etree._Element):
                        continue  # only of events that are not asked for
                    if not checked:
                        self._refuse_definitions(element, name)
                        checked = True
                    yield element
                    element.clear()
                    parent = element.getparent()
                    while parent is not None and element.getprevious() is not None:
                        del parent[0]
            parser.close()

    @contextmanager
    def _sound(self, name: str) -> Iterator[None]:
        """Refuse the file where reading a part of it fails."""
        try:
            yield
        except (*_UNSOUND, etree.XMLSyntaxError) as error:
            if "Excessive depth" in str(error):
                check("nesting", _DEEPEST + 1)
            raise self._broken(f"{name}: {error}") from error

    def _refuse_definitions(self, element: etree._Element, name: str) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise self._broken(_("{name}：不允许有文档类型声明", name=name))

    def _broken(self, why: str | Message) -> ReadError:
        return refuse(
            self._path,
            _("文件已损坏（{why}）；请用 {program} 或 WPS 打开修复后另存，再读取", why=why, program=self._program),
        )
