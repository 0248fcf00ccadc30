"""A template of the user's own: its styles and pages stay, its placeholders and bookmarks are replaced.

A placeholder is a name in double braces, {{标题}}, wherever text stands; a bookmark of that name does the same. What is more than a
line of text (正文, 附件, 任务表) comes in the place of the paragraph that its placeholder stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import SettingsError
from graph.messages import _
from graph.visible import visible
from zerentu.word.forms import BODY, add_styles

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Template"]

_PLACE = re.compile(r"\{\{\s*(?P<name>[^{}]{1,20}?)\s*\}\}")
_LARGEST = 50_000_000  # bytes


class Template:
    """A document with places to be filled in."""

    def __init__(self, path: Path, *, texts: Collection[str], blocks: Collection[str], needed: str) -> None:
        """Open a template.

        Parameters
        ----------
        path
            A Word document (.docx).
        texts, blocks
            Names of the places that hold a line of text, and of those that hold paragraphs and tables.
        needed
            The place that it must have.

        Raises
        ------
        SettingsError
            If it is no Word document, has a place of a name that nobody knows, or lacks the one that is needed.
        """
        self.document: Document = _opened(path)
        self._blocks = set(blocks)
        own = {style.name for style in self.document.styles}
        self._takes_place_style = BODY not in own
        add_styles(self.document)
        self._mark_bookmarks({*texts, *blocks})
        names = [match["name"] for paragraph in self._paragraphs() for match in _PLACE.finditer(_text(paragraph))]
        known = [*texts, *blocks]
        for name in names:
            if name not in known:
                raise SettingsError(
                    _(
                        "{path}：模板里的 {place} 不认识；可用的有 {known}",
                        path=path,
                        place=f"{{{{{name}}}}}",
                        known=known,
                    )
                )
        if needed not in names:
            place = f"{{{{{needed}}}}}"
            raise SettingsError(
                _("{path}：模板里没有 {place}；请在要放内容的地方写上，单独成段", path=path, place=place)
            )
        self.places = frozenset(names)

    def fill(self, texts: dict[str, str], blocks: dict[str, Callable[[Document], object]]) -> None:
        """Put texts into their places, and what each of `blocks` adds to the end of the document into its own."""
        for paragraph in list(self._paragraphs()):
            block = next((m["name"] for m in _PLACE.finditer(_text(paragraph)) if m["name"] in self._blocks), None)
            if block:
                self._put_block(paragraph, blocks[block])
            else:
                _replace(paragraph, texts)

    def _put_block(self, paragraph: Any, write: Callable[[Document], object]) -> None:
        body = self.document.element.body
        before = set(map(id, body))
        kept = list(body)  # an element that nobody holds may give its id to another
        write(self.document)
        new = [element for element in body if id(element) not in before]
        del kept
        style = next(each.style_id for each in self.document.styles if each.name == BODY)
        for element in new:
            paragraph.addprevious(element)
            if self._takes_place_style and _style(element) == style:
                _dress(element, paragraph)
        paragraph.getparent().remove(paragraph)

    def _paragraphs(self) -> Iterator[Any]:
        """Yield the paragraphs of the body, its tables and boxes, and of headers and footers."""
        from docx.oxml.ns import qn

        yield from self.document.element.body.iter(qn("w:p"))
        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.rpartition("/")[2] in ("header", "footer"):
                yield from relation.target_part.element.iter(qn("w:p"))

    def _mark_bookmarks(self, names: Collection[str]) -> None:
        """Write a placeholder in the place of each bookmark of a known name."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for start in list(self.document.element.body.iter(qn("w:bookmarkStart"))):
            name = start.get(qn("w:name"))
            if name not in names or start.getparent().tag != qn("w:p"):
                continue
            run = OxmlElement("w:r")
            held = start.getnext()
            while held is not None and held.tag != qn("w:bookmarkEnd"):
                following = held.getnext()
                look = held.find(qn("w:rPr"))
                if look is not None and not len(run):
                    run.append(look)
                held.getparent().remove(held)
                held = following
            said = OxmlElement("w:t")
            said.text = f"{{{{{name}}}}}"
            run.append(said)
            start.addnext(run)


def _opened(path: Path) -> Document:
    from zipfile import BadZipFile

    from docx import Document as read
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        if path.stat().st_size > _LARGEST:
            raise SettingsError(_("{path}：太大，不像模板；请检查", path=path))
        return read(str(path))
    except OSError as error:
        raise SettingsError(_("{path}：模板打不开（{why}）", path=path, why=error.strerror or "")) from error
    except (OpcError, BadZipFile, XMLSyntaxError, ValueError, KeyError) as error:
        raise SettingsError(
            _("{path}：不能用作模板，它不是 Word 文档（.docx）或已损坏、加密；请用 Word 另存为 .docx", path=path)
        ) from error


def _text(paragraph: Any) -> str:
    return "".join(said.text or "" for said in _texts(paragraph))


def _texts(paragraph: Any) -> list[Any]:
    """Return the texts of a paragraph, but not those of boxes that stand in it."""
    from docx.oxml.ns import qn

    return [said for said in paragraph.iter(qn("w:t")) if next(said.iterancestors(qn("w:p"))) is paragraph]


def _replace(paragraph: Any, texts: dict[str, str]) -> None:
    """Put texts in the place of placeholders, which Word may have cut into several runs; the first run gives the look."""
    said = _texts(paragraph)
    for match in reversed(list(_PLACE.finditer(_text(paragraph)))):
        at, new = 0, visible(texts[match["name"]])
        for each in said:
            text = each.text or ""
            start, end = max(match.start() - at, 0), min(match.end() - at, len(text))
            at += len(text)
            if start < end:
                each.text = text[:start] + new + text[end:]
                each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                new = ""


def _style(element: Any) -> str | None:
    from docx.oxml.ns import qn

    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if element.tag == qn("w:p") else None
    return None if found is None else found.get(qn("w:val"))


def _dress(element: Any, place: Any) -> None:
    """Give a paragraph the layout and the letters of the one that the placeholder stands in."""
    from docx.oxml.ns import qn

    old, layout = element.find(qn("w:pPr")), place.find(qn("w:pPr"))
    if old is not None:
        element.remove(old)
    if layout is not None:
        element.insert(0, deepcopy(layout))
    look = place.find(f"{qn('w:r')}/{qn('w:rPr')}")
    for run in element.findall(qn("w:r")):
        if look is not None and run.find(qn("w:rPr")) is None:
            run.insert(0, deepcopy(look))
