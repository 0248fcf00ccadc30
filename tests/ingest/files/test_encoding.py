from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ReadError
from ingest.files.encoding import decode

PATH = Path("方案.txt")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_codecs_of_chinese_texts(codec: str) -> None:
    assert decode("一、任务：镕\r\n二、保障\r".encode(codec), PATH) == ("一、任务：镕\n二、保障\n", codec)


def test_a_declared_charset_is_believed_only_where_it_can_tell_wrong_bytes() -> None:
    assert decode("重點任務".encode("big5"), PATH, "big5") == ("重點任務", "big5hkscs")
    assert decode("重点任务".encode("gb18030"), PATH, "iso-8859-1") == ("重点任务", "gb18030")
    assert decode("重点任务".encode("gb18030"), PATH, "no-such-charset") == ("重点任务", "gb18030")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("一、\0任务".encode(), "line 1 holds a NUL"),
        (b"\xff\xfe\x00\xd8", "does not fit utf-16"),
        (b"abc\xff", "neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        decode(data, PATH)


def test_big5_is_named_though_gb18030_would_decode_it() -> None:
    data = "一、重點任務\n（一）推動產業發展。（市財政局負責）".encode("big5")
    assert data.decode("gb18030")
    with pytest.raises(ReadError, match="encoded in Big5"):
        decode(data, PATH)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), PATH) == (text, "utf-8")
