"""The quick calls say what the bindings of pypdfium2 say, which check and convert what they are given."""

from __future__ import annotations

from ctypes import addressof, byref, c_double, c_float, c_uint, c_void_p

import pypdfium2.raw as raw
from pdf_writer import PdfPage, opened

from ingest.files.pdf import calls


def test_characters_are_what_the_bindings_say() -> None:
    made = PdfPage()
    made.text(100, 742, "一、任务A1-", 16)
    made.text(300, 300, "草案", 12, matrix="0 1 -1 0", painted="0.5 0.25 1 rg")
    with opened(made) as document:
        page = document[0]
        text = page.get_textpage()
        handle, here = text.raw, calls.pointer(text.raw)
        count = raw.FPDFText_CountChars(handle)
        assert count > 8
        for at in range(count):
            assert calls.char_code(here, at) == raw.FPDFText_GetUnicode(handle, at)
            assert calls.char_angle(here, at) == raw.FPDFText_GetCharAngle(handle, at)
            assert calls.is_unmapped(here, at) == raw.FPDFText_HasUnicodeMapError(handle, at)
            box, quick = raw.FS_RECTF(), (c_float * 4)()
            raw.FPDFText_GetLooseCharBox(handle, at, box)
            calls.loose_box(here, at, byref(quick))
            assert list(quick) == [box.left, box.top, box.right, box.bottom]
            x, y, quick_x, quick_y = (c_double() for _each in range(4))
            raw.FPDFText_GetCharOrigin(handle, at, x, y)
            calls.char_origin(here, at, byref(quick_x), byref(quick_y))
            assert (quick_x.value, quick_y.value) == (x.value, y.value)
            owner = raw.FPDFText_GetTextObject(handle, at)
            address = calls.text_object(here, at)
            assert address == (addressof(owner.contents) if owner else None)
            if address is None:
                continue
            assert calls.render_mode(c_void_p(address)) == raw.FPDFTextObj_GetTextRenderMode(owner)
            parts, quick_parts = [c_uint() for _each in range(4)], [c_uint() for _each in range(4)]
            assert raw.FPDFPageObj_GetFillColor(owner, *parts) == 1
            assert calls.fill_colour(c_void_p(address), *map(byref, quick_parts)) == 1
            assert [part.value for part in quick_parts] == [part.value for part in parts]
        text.close()
        page.close()


def test_objects_of_a_page_are_those_of_the_bindings() -> None:
    made = PdfPage()
    made.text(100, 742, "表")
    made.rule(100, 642, 300, 642)
    with opened(made) as document:
        page = document[0]
        found = [calls.page_object(calls.pointer(page.raw), at) for at in range(3)]
        shapes = [raw.FPDFPage_GetObject(page.raw, at) for at in range(3)]
        assert found == [addressof(each.contents) if each else None for each in shapes]
        assert found[2] is None and found[0] and found[1]
        page.close()
