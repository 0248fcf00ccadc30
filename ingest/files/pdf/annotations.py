"""What was filled in on a PDF page: values of form fields and text boxes, which are no part of the page's own text.

They become characters at their place, so that a value stands behind its label and in its cell. Notes and
highlights of readers are comments and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import POINTER, cast, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

__all__ = ["Filled", "filled_in"]

_HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_FIELDS = frozenset([raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX])
_SIZE = re.compile(r"([\d.]{1,8})\s+Tf")
_USUAL = 12.0


@dataclass(frozen=True)
class Filled:
    """A text with the box that it stands in: left, bottom, right, top as the page counts."""

    text: str
    box: tuple[float, float, float, float]
    size: float

    def lines(self, wide: float, size: float) -> list[str]:
        """Return the text broken into lines of some width."""
        fit = max(1, int(wide / size))
        return [
            line[at : at + fit] for line in re.split(r"[\r\n]+", self.text) for at in range(0, max(len(line), 1), fit)
        ]


def filled_in(page: pdfium.PdfPage, form: pdfium.PdfFormEnv | None) -> Iterator[Filled]:
    """Yield what is filled in on a page."""
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        try:
            if raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            text = _text(annotation, form)
            box = raw.FS_RECTF()
            if text.strip() and raw.FPDFAnnot_GetRect(annotation, box):
                size = _SIZE.search(_string(annotation, b"DA"))
                sides = (
                    min(box.left, box.right),
                    min(box.bottom, box.top),
                    max(box.left, box.right),
                    max(box.bottom, box.top),
                )
                yield Filled(text, sides, float(size[1]) if size and float(size[1]) else _USUAL)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, form: pdfium.PdfFormEnv | None) -> str:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _string(annotation, b"Contents")
    if kind != raw.FPDF_ANNOT_WIDGET:
        return ""
    if form is None:
        return ""
    if raw.FPDFAnnot_GetFormFieldType(form.raw, annotation) not in _FIELDS:
        return ""
    return _read(lambda buffer, length: raw.FPDFAnnot_GetFormFieldValue(form.raw, annotation, buffer, length))


def _string(annotation: Any, key: bytes) -> str:
    return _read(lambda buffer, length: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, length))


def _read(get: Any) -> str:
    """Return the text that PDFium writes into a buffer as UTF-16 with an end mark."""
    length = get(None, 0)
    if length <= 2:
        return ""
    buffer = create_string_buffer(length)
    get(cast(buffer, POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")
