from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from graph.errors import ReadError
from ingest.files.read import read_document

PAGE = "<html><body><p>一、重点任务</p><p>1.做好服务，优化流程。（市财政局牵头，市商务局配合）</p></body></html>"


def archive(*parts: MIMEText | MIMEImage) -> bytes:
    made = MIMEMultipart("related", type="text/html")
    made["From"] = "<由浏览器保存>"
    made["Subject"] = "方案"
    for part in parts:
        made.attach(part)
    return made.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("name", ["方案.mht", "方案.doc"])
def test_a_page_kept_as_mail_is_read(tmp_path: Path, charset: str, name: str) -> None:
    path = tmp_path / name
    frame = MIMEText("<p>页眉</p>", "html", "utf-8")
    path.write_bytes(archive(frame, MIMEText(PAGE, "html", charset), MIMEImage(b"\x89PNG", "png")))
    assert read_document(path).text.split("\n") == [
        "一、重点任务",
        "1.做好服务，优化流程。（市财政局牵头，市商务局配合）",
    ]


def test_an_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "方案.mht"
    path.write_bytes(archive(MIMEImage(b"\x89PNG", "png")))
    with pytest.raises(ReadError, match="no web page") as caught:
        read_document(path)
    assert "没有网页正文" in caught.value.zh
