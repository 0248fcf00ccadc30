"""Made plans as files: texts, ledgers and Word documents, with the faults that those of offices have."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from benchmarks.corpus_plans import MadePlan

__all__ = ["KINDS", "write"]

#: Kinds of files and how many of a hundred are of them.
KINDS = {"text": 70, "ledger": 15, "docx": 15}

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_FULL_TO_HALF = str.maketrans("（）：", "():")
_WIDTH = 34


def write(plan: MadePlan, kind: str, chance: random.Random) -> tuple[str, bytes]:
    """Return the ending and the bytes of a plan as a file; its faults are added to its truth."""
    faults = plan.truth.faults
    faults.extend(_faults(kind, chance))
    if kind == "ledger":
        return ".csv", _encoded(_table([[plan.lines[0]], *plan.rows]), faults)
    lines = plan.lines
    if "half_width" in faults:
        lines = [*lines[:6], *(line.translate(_FULL_TO_HALF) if "。" in line else line for line in lines[6:])]
    if "blanks" in faults:
        lines = [_spaced(line, chance) for line in lines]
    if "unclosed" in faults:
        last = max((at for at, line in enumerate(lines) if line.endswith(("）", ")")) and "。" in line), default=None)
        if last is not None:
            lines = [line[:-1] if at == last else line for at, line in enumerate(lines)]
    if kind == "docx":
        return ".docx", _docx(lines)
    if "wrapped" in faults:
        lines = [part for line in lines for part in _wrapped(line)]
    if "page_numbers" in faults:
        lines = [each for at, line in enumerate(lines) for each in _with_page_number(line, at)]
    return ".txt", _encoded("\n".join(lines) + "\n", faults)


def _faults(kind: str, chance: random.Random) -> list[str]:
    shares = {"gb18030": 0.15, "bom": 0.1, "crlf": 0.3}
    if kind != "ledger":
        shares |= {"half_width": 0.1, "blanks": 0.1, "unclosed": 0.05}
    if kind == "text":
        shares |= {"wrapped": 0.05, "page_numbers": 0.08}
    if kind == "docx":
        shares = {name: share for name, share in shares.items() if name not in ("gb18030", "bom", "crlf")}
    found = [name for name, share in shares.items() if chance.random() < share]
    return [name for name in found if not (name == "bom" and "gb18030" in found)]


def _spaced(line: str, chance: random.Random) -> str:
    """Return a line with the indent of offices, and a blank behind one of its marks."""
    marks = [at for at, sign in enumerate(line) if sign in "，、。"]
    if marks:
        at = chance.choice(marks) + 1
        line = f"{line[:at]} {line[at:]}"
    return f"　　{line}"


def _wrapped(line: str) -> list[str]:
    return [line[at : at + _WIDTH] for at in range(0, len(line), _WIDTH)]


def _with_page_number(line: str, at: int) -> list[str]:
    return [f"— {at // 12 + 1} —", line] if at % 12 == 11 else [line]


def _encoded(text: str, faults: Sequence[str]) -> bytes:
    if "crlf" in faults:
        text = text.replace("\n", "\r\n")
    return text.encode("gb18030" if "gb18030" in faults else "utf-8-sig" if "bom" in faults else "utf-8")


def _table(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _docx(lines: Sequence[str]) -> bytes:
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    text = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", text),
        ):
            # Of one time, so that a seed makes the same bytes every day.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
