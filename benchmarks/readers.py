"""How long each reader takes beside the bare library that it stands on, from the file to its lines.

``python -m benchmarks readers [--runs N] [FILE …]``: pdf beside pypdfium2, docx beside python-docx, xlsx beside openpyxl, html
beside lxml, each of which only gives out the text. Without files a plan of many items and a ledger of many rows are written
in each format but pdf, which needs a file. Processor seconds in one process, the median of the runs, in turns.
"""

from __future__ import annotations

import argparse
import html
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.workbook import ledger


def bare_pdf(path: Path) -> int:
    """Return how many characters pypdfium2 finds on all pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return sum(len(page.get_textpage().get_text_bounded()) for page in document)


def bare_docx(path: Path) -> int:
    """Return how many characters python-docx finds in paragraphs and tables."""
    import docx

    document = docx.Document(str(path))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return sum(len(each.text) for part in (document.paragraphs, cells) for each in part)


def bare_xlsx(path: Path) -> int:
    """Return how many cells openpyxl finds in a read-only workbook."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    found = sum(cell is not None for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    book.close()
    return found


def bare_html(path: Path) -> int:
    """Return how many characters lxml finds in a page."""
    import lxml.html

    return len(lxml.html.fromstring(path.read_bytes()).text_content())


BARE: dict[str, tuple[str, Callable[[Path], int]]] = {
    ".pdf": ("pypdfium2", bare_pdf),
    ".docx": ("python-docx", bare_docx),
    ".xlsx": ("openpyxl", bare_xlsx),
    ".html": ("lxml", bare_html),
}


def items(count: int) -> list[str]:
    """Return the paragraphs of a plan with so many items."""
    lines = ["云泽市制造业提升行动方案", "一、重点任务"]
    for at in range(1, count + 1):
        lines.append(
            f"{at}.建设第{at}个示范项目，完善管理办法，到2027年服务企业{at % 97 + 3}家。（市发展改革委牵头，市财政局配合）"
        )
    return lines


def written(folder: Path, size: int) -> list[Path]:
    """Write a plan of so many items, and a ledger of as many rows, and return their paths."""
    import docx
    import openpyxl

    lines, rows = items(size), [[str(cell) for cell in row] for row in ledger(size)]
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(folder / "plan.docx"))
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "ledger.xlsx")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    (folder / "plan.html").write_text(f"<html><body><div>{paragraphs}</div></body></html>", encoding="utf-8")
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows[1:])
    page = f"<html><body><h1>{rows[0][0]}</h1><table>{cells}</table></body></html>"
    (folder / "ledger.html").write_text(page, encoding="utf-8")
    return sorted(folder.iterdir())


def measure(path: Path, runs: int) -> str:
    """Return a line of the table for one file."""
    from ingest.files.read import read_document

    library, bare = BARE[path.suffix]
    times: dict[bool, list[float]] = {True: [], False: []}
    for run in range(runs + 1):
        for ours in times:
            begin = time.process_time()
            if ours:
                read_document(path)
            else:
                bare(path)
            if run:  # the first turn imports
                times[ours].append(time.process_time() - begin)
    mine, theirs = statistics.median(times[True]), statistics.median(times[False])
    return f"| {path.name} | {path.stat().st_size / 1000:.0f} | {mine:.3f} | {library} | {theirs:.3f} | {mine / theirs:.1f} |"


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks readers", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files instead of those that are written")
    parser.add_argument("--runs", type=int, default=5, help="turns")
    parser.add_argument("--size", type=int, default=1000, help="items and rows of the files that are written")
    asked = parser.parse_args(arguments)
    print("| file | kB | reader s | library | library s | × |")
    print("| --- | ---: | ---: | --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for path in asked.files or written(Path(folder), asked.size):
            print(measure(path, asked.runs), flush=True)
