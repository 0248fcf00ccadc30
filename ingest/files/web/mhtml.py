"""Web pages kept in one file as mail is (.mht), which is also what Word and web offices save under the name .doc."""

from __future__ import annotations

import email
from email.message import Message
from pathlib import Path

from graph.messages import _
from ingest.files.content import Content, no_text
from ingest.files.web.html import read_html

__all__ = ["read_mhtml"]


def read_mhtml(data: bytes, path: Path) -> Content:
    """Return the text of the page in such a file; its pictures and frames are parts of their own.

    Raises
    ------
    ReadError
        If there is no page in it, or nothing in the page.
    """
    parts = [part for part in email.message_from_bytes(data.lstrip()).walk() if part.get_content_type() == "text/html"]
    pages = [(page, part.get_content_charset()) for part in parts if (page := _bytes(part)).strip()]
    if not pages:
        raise no_text(path, _("网页归档文件里没有网页正文"))
    # Frames and page headers are pages too; the text is by far the longest.
    page, charset = max(pages, key=lambda each: len(each[0]))
    return read_html(page, path, charset=charset)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
