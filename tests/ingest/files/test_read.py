import codecs
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest

from graph.errors import ReaderFault, ReadError, SettingsError
from ingest.files.limits import using
from ingest.files.read import read_cells, read_document

TEXT = "一、任务\n1.做好服务。（市财政局负责）\n"


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
        # Short and all Chinese: what statistical detection takes for cp949.
        ("牵头单位：市科技局".encode("gb18030"), "gb18030"),
    ],
)
def test_decodes_strictly_and_names_the_codec(tmp_path: Path, data: bytes, codec: str) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes(data)
    document = read_document(path)
    assert document.codec == codec
    assert document.text in (TEXT, "牵头单位：市科技局")
    assert document.name == "方案.txt"


def test_line_ends_become_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n二\r三".encode())
    assert read_document(path).text == "一\n二\n三"


@pytest.mark.parametrize(
    ("data", "says", "zh"),
    [
        (b"", "the file is empty", "文件是空的"),
        ("\n　\n".encode(), "the file is empty", "文件是空的"),
        (b"%PDF-1.7 ...", "the PDF file is damaged", "PDF 文件已损坏"),
        (b"PK\x03\x04....", "the file is damaged", "文件已损坏"),
        (b"abc\nx\x00y", "line 2 holds a NUL character", "第 2 行有 NUL 字符"),
        (b"\x81\xff\xff\x30", "neither UTF-8 nor GB18030", "既不是 UTF-8 也不是 GB18030"),
        ("由市財政局負責實施，各單位配合".encode(), "traditional characters", "繁体字"),
        (codecs.BOM_UTF8 + b"\xff", "does not fit utf-8-sig", "不符合其字节序标记"),
    ],
)
def test_bad_files_get_a_sentence_with_file_and_remedy(tmp_path: Path, data: bytes, says: str, zh: str) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)
    assert zh in caught.value.zh


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_document(tmp_path / "无.txt")
    with pytest.raises(ReadError, match="this is a folder"):
        read_document(tmp_path)


def test_size_limit_is_stated_and_can_be_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    path.write_text(TEXT * 2000, encoding="utf-8")
    monkeypatch.setenv("ZERENTU_MAX_MB", "0.05")
    with pytest.raises(ReadError, match="megabytes="):
        read_document(path)
    monkeypatch.setenv("ZERENTU_MAX_MB", "1")
    assert read_document(path).text == TEXT * 2000
    monkeypatch.setenv("ZERENTU_MAX_MB", "much")
    with pytest.raises(SettingsError, match="ZERENTU_MAX_MB: megabytes is much"):
        read_document(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices of POSIX")
def test_a_file_without_end_is_over_the_limit() -> None:
    with using({"megabytes": 0.5}), pytest.raises(ReadError, match=r"over the limit of 0\.5"):
        read_document("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "方案.txt"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(pipe.write_text, TEXT * 2_000, encoding="utf-8")
        assert read_document(pipe).text == TEXT * 2_000
        assert written.result() == len(TEXT) * 2_000


def test_a_reader_that_fails_costs_its_file_and_is_told_from_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(data: bytes, path: Path) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("ingest.files.web.markdown.read_markdown", fails)
    path = tmp_path / "方案.md"
    path.write_text("# 方案\n1.节水。（市水利局负责）\n", encoding="utf-8")
    with pytest.raises(ReaderFault) as caught:
        read_document(path)
    assert str(caught.value) == (
        f"{path}: it cannot be read (IndexError: list index out of range); it may be damaged; "
        "open it in the program it comes from and save it anew"
    )
    assert isinstance(caught.value.__cause__, IndexError)


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def shown(path: Path) -> list[tuple[str, dict[int, dict[int, str]]]]:
    return [
        (name, {at: {column: text.shown for column, text in row.items()} for at, row in cells.rows.items()})
        for name, cells in read_cells(path)
    ]


def test_cells_of_sheets_and_of_comma_separated_values_stand_where_they_stood(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(甲=[["任务", None, 3]], 乙=[[], ["二"]]))
    assert shown(tmp_path / "a.xlsx") == [("甲", {1: {1: "任务", 3: "3"}}), ("乙", {2: {1: "二"}})]
    (tmp_path / "a.csv").write_bytes('任务,,3\r\n\r\n"一\r\n二",\r\n'.encode("gb18030"))
    assert shown(tmp_path / "a.csv") == [("", {1: {1: "任务", 3: "3"}, 2: {}, 3: {1: "一\n二"}})]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", b"", "文件是空的，没有内容可读；请检查文件是否保存成功"),
        ("a.xlsx", b"PK\x03\x04 x", "文件已损坏（File is not a zip file）；请用 Excel 或 WPS 打开修复后另存，再读取"),
        ("a.txt", TEXT.encode(), "不是表格；请交回 .xlsx 或 .csv 文件"),
        ("a.csv", b'"a', "表格的引号不成对（unexpected end of data）；请用 Excel 或 WPS 打开，另存为 .xlsx 后再读取"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "文档已加密；请用 Excel 或 WPS 输入密码打开，去掉密码另存后再读取",
        ),
    ],
)
def test_what_holds_no_cells_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as error:
        read_cells(path)
    assert error.value.zh == f"{path}：{says}"


def test_cells_are_read_up_to_the_limits(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a\n" * 30)
    with using({"rows": 20}), pytest.raises(ReadError) as error:
        read_cells(tmp_path / "a.csv")
    assert error.value.zh == (
        f"{tmp_path / 'a.csv'}：一张工作表的行数至少有 30，超过上限 20；"
        "确认文件无误后可放宽：加 --limit rows=40，或写进 zerentu.toml 的 [limits]"
    )
