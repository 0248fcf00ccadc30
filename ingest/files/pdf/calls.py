"""PDFium's functions for single characters and objects, called the quick way: a page has thousands of them.

The bindings of pypdfium2 convert every argument, wrap every pointer in an object and let other threads run during
every call, which together take three times as long as the call. These take whole numbers, `c_void_p` and `byref`
and nothing else, since nothing is converted; they give pointers as whole numbers, None for null.
"""

from __future__ import annotations

from ctypes import PYFUNCTYPE, c_float, c_int, c_uint, c_void_p, cast
from typing import Any

import pypdfium2.raw as raw

__all__ = [
    "char_angle",
    "char_code",
    "char_origin",
    "fill_colour",
    "form_object",
    "is_unmapped",
    "loose_box",
    "page_object",
    "pointer",
    "render_mode",
    "text_object",
]


def _quick(function: Any, result: Any) -> Any:
    return PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)


def pointer(handle: Any) -> c_void_p:
    """Return the pointer of a page, an object or a page of text as these functions take it."""
    return cast(handle, c_void_p)


text_object = _quick(raw.FPDFText_GetTextObject, c_void_p)
char_code = _quick(raw.FPDFText_GetUnicode, c_uint)
char_angle = _quick(raw.FPDFText_GetCharAngle, c_float)
char_origin = _quick(raw.FPDFText_GetCharOrigin, c_int)
loose_box = _quick(raw.FPDFText_GetLooseCharBox, c_int)
is_unmapped = _quick(raw.FPDFText_HasUnicodeMapError, c_int)
fill_colour = _quick(raw.FPDFPageObj_GetFillColor, c_int)
render_mode = _quick(raw.FPDFTextObj_GetTextRenderMode, c_int)
page_object = _quick(raw.FPDFPage_GetObject, c_void_p)
form_object = _quick(raw.FPDFFormObj_GetObject, c_void_p)
