import io
import zipfile
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.files.package import Package


def package(**parts: str) -> Package:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return Package(out.getvalue(), Path("a.docx"))


def test_the_main_part_of_a_word_document_and_of_another_archive() -> None:
    assert package(word__document="<x/>").document() == "word/document.xml"
    assert package(content="<x/>").document() is None
    assert package(word__document="<x/>").related("word/document.xml", "styles") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [("<x>", "damaged"), ('<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>', "document type is not allowed")],
)
def test_parts_that_are_refused(text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        package(a=text).xml("a.xml")


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ReadError, match="the file is damaged"):
        Package(b"PK\x03\x04 and no more", Path("a.docx"))
