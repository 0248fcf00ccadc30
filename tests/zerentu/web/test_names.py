"""Names of files from a browser: nothing in them leads anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerentu.web.names import harmless_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("关于印发节水方案的通知.docx", "关于印发节水方案的通知.docx"),
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\甲.pdf", "甲.pdf"),
        ("C:\\Windows\\win.ini", "win.ini"),
        ("//server/share/甲.pdf", "甲.pdf"),
        ("..", "_"),
        ("", "_"),
        (".", "_"),
        ("甲\n乙\r\n.docx", "甲↵乙↵↵.docx"),
        ("甲\u202exslx.exe", "甲␦xslx.exe"),
        ("甲\x00.docx", "甲␀.docx"),
        ("con.docx", "_con.docx"),
        ("a:b*c?.txt", "b c.txt"),
        ("方案.docx ", "方案.docx"),
        (".htaccess", "htaccess"),
        ("字" * 500 + ".docx", "字" * 79 + "….docx"),
        ("a." + "x" * 300, "a." + "x" * 77 + "…"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_one(given_name: str, kept: str) -> None:
    assert harmless_name(given_name) == kept


@given(st.text(max_size=400))
def test_no_name_is_a_path_or_longer_than_a_file_system_takes(text: str) -> None:
    name = harmless_name(text)
    assert name not in ("", ".", "..")
    assert not set(name) & set('/\\:*?"<>|\x00\r\n')
    assert len(name.encode("utf-8")) <= 255
