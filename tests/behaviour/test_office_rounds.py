"""The inputs in office_round_*.txt: texts as such, tables in each format in turn; what is right was written down first.

How many were read wrong at first is told in docs/accuracy.md.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest
from docx_writer import paragraph, table, write_docx
from office_forms import owners, parse

INPUTS = sorted(Path(__file__).parent.glob("office_round_*.txt"))


@dataclass
class Case:
    name: str
    lines: list[str] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)
    deadlines: dict[int, str] = field(default_factory=dict)

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("|") for line in self.lines if "|" in line]

    @property
    def above(self) -> list[str]:
        return [line for line in self.lines if "|" not in line]


def _cases() -> Iterator[Case]:
    case: Case | None = None
    for line in "\n".join(path.read_text(encoding="utf-8") for path in INPUTS).splitlines():
        if line.startswith("## "):
            if case:
                yield case
            case = Case(line[3:])
        elif case and line.startswith("=> "):
            number, said, *deadline = line[3:].split(" | ")
            if deadline:
                case.deadlines[len(case.wanted)] = deadline[0]
            case.wanted.append((number, "" if said == "-" else " ".join(sorted(said.split()))))
        elif case and not line.startswith("# "):
            case.lines.append(line)
    if case:
        yield case


def _csv(above: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join([*above, *(",".join(row) for row in rows)])


def _text(above: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join([*above, *("\t".join(row) for row in rows)])


def _markdown(above: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    header, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([*(f"# {line}\n" for line in above), header, f"|{'---|' * len(rows[0])}", *rest])


def _html(above: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    made = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f"<h1>{line}</h1>" for line in above)
    return f'<html><head><meta charset="utf-8"></head><body>{head}<table>{made}</table></body></html>'


def _docx(above: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    return write_docx("".join(map(paragraph, above)) + table(*rows))


def _xlsx(above: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for at, line in enumerate(above, 1):
        sheet.append([line])
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append([cell or None for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FORMATS = {".csv": _csv, ".html": _html, ".docx": _docx, ".xlsx": _xlsx, ".md": _markdown, ".txt": _text}
CASES = list(_cases())


@pytest.mark.parametrize("at", range(len(CASES)), ids=[case.name for case in CASES])
def test_what_offices_send(at: int, tmp_path: Path) -> None:
    case = CASES[at]
    suffix, write = list(FORMATS.items())[at % len(FORMATS)] if case.rows else (".txt", _text)
    record = parse(tmp_path, suffix, write(case.above, case.rows))
    assert owners(record) == case.wanted
    assert {nth: record["tasks"][nth]["deadline"] for nth in case.deadlines} == case.deadlines
