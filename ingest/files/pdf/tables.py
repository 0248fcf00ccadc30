"""Ruling lines become tables: a grid of all of them, where cells without a line between them are one cell.

Tables may lack their outer lines, and shaded cells are filled shapes without being lines.
A frame around one cell is no table; its text is read as paragraphs of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.files.grid import Cell, Matrix
from ingest.files.pdf.lines import Line, to_lines
from ingest.files.pdf.page import Char, Page, Rule

__all__ = ["Table", "find_tables", "is_full", "merged", "wrapped"]

#: Lines nearer than this are one line, and a line that ends this near to another one touches it.
_NEAR = 4.0
#: What a cell keeps free at each side.
_PADDING = 6.0
_NUMBER, _NUMBERS = re.compile(r"\d{1,4}[.、]?"), re.compile(r"[序编]\s*号")
#: A page with more lines than this is a drawing.
_MOST = 1000


@dataclass(frozen=True)
class Table:
    """A table on a page: its cells, where its columns are, and where it begins and ends."""

    matrix: Matrix
    columns: tuple[float, ...]
    top: float
    bottom: float
    page: int


def find_tables(page: Page) -> tuple[list[Table], list[Char]]:
    """Return the tables of a page from top to bottom, and the characters that stand outside of them."""
    rest = page.chars
    tables: list[Table] = []
    flat, tall = merged(page.across), merged(page.down)
    if max(len(flat), len(tall)) > _MOST:
        return [], rest
    for across, down in _groups(flat, tall):
        rows = _edges(across, [edge for rule in down for edge in (rule.start, rule.end)])
        columns = _edges(down, [edge for rule in across for edge in (rule.start, rule.end)])
        if len(rows) < 2 or len(columns) < 2:
            continue
        inside = [
            char
            for char in rest
            if rows[0] < char.middle < rows[-1] and columns[0] < (char.x0 + char.x1) / 2 < columns[-1]
        ]
        if not any(not char.text.isspace() for char in inside):
            continue
        owner = _owners(rows, columns, across, down)
        matrix = _fill(owner, rows, columns, inside, page.number)
        if _lacks_lines(matrix, rows, columns, inside):
            continue
        rest = _without(rest, inside)
        tables.append(Table(matrix, tuple(columns), rows[0], rows[-1], page.number))
    return sorted(tables, key=lambda table: table.top), rest


def _lacks_lines(matrix: Matrix, rows: Sequence[float], columns: Sequence[float], inside: Sequence[Char]) -> bool:
    """Tell whether a table has no lines between its columns, or none between its rows, so that a cell holds several."""
    if len(columns) == 2:
        gaps = sum(any("  " in line for line in row[0].lines) for row in matrix if row[0])
        return len(matrix) > 2 and gaps > 0.5 * len(matrix)
    first = [char for char in inside if (char.x0 + char.x1) / 2 < columns[1]]
    for top, bottom in pairwise(rows):
        texts = [line.text for line in to_lines([char for char in first if top < char.middle < bottom], 0)]
        numbers = [text for text in texts if _NUMBER.fullmatch(text)]
        if numbers and len(texts) > 1 and all(text in numbers or _NUMBERS.fullmatch(text) for text in texts):
            return True
    return False


def _without(chars: Sequence[Char], taken: Sequence[Char]) -> list[Char]:
    gone = set(taken)
    return [char for char in chars if char not in gone]


def merged(rules: Sequence[Rule]) -> list[Rule]:
    """Return lines put together from their pieces; short strokes, as under a word, are no lines of a table."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: each.at):
        if lanes and rule.at - lanes[-1][0].at < _NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    merged: list[Rule] = []
    for lane in lanes:
        at = sum(rule.at for rule in lane) / len(lane)
        start = end = None
        for rule in sorted(lane, key=lambda each: each.start):
            if start is None or end is None or rule.start > end + _NEAR:
                if start is not None and end is not None:
                    merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            merged.append(Rule(at, start, end))
    return [rule for rule in merged if rule.end - rule.start > 2 * _NEAR]


def _groups(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that hang together, a group for each table."""
    above = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for i, flat in enumerate(across):
        for j, tall in enumerate(down):
            if (
                flat.start - _NEAR <= tall.at <= flat.end + _NEAR
                and tall.start - _NEAR <= flat.at <= tall.end + _NEAR
            ):  # fmt: skip
                above[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, flat in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(flat)
    for j, tall in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(tall)
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _edges(rules: Sequence[Rule], ends: Sequence[float]) -> list[float]:
    """Return where rows or columns begin and end: at the lines, and where the crossing lines reach beyond them."""
    edges = sorted({rule.at for rule in rules})
    found: list[float] = []
    for edge in sorted([*edges, min(ends), max(ends)]):
        if not found or edge - found[-1] > 2 * _NEAR:
            found.append(edge)
    return found


def _owners(rows: list[float], columns: list[float], across: list[Rule], down: list[Rule]) -> list[list[int]]:
    """Return a matrix of numbers in which cells without a line between them have the same number."""
    wide = len(columns) - 1
    above = list(range((len(rows) - 1) * wide))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    walls, floors = _by_edge(down, columns), _by_edge(across, rows)
    for i in range(len(rows) - 1):
        for j in range(wide):
            here = i * wide + j
            if j + 1 < wide and not _drawn(walls[j + 1], rows[i], rows[i + 1]):
                above[root(here)] = root(here + 1)
            if i + 2 < len(rows) and not _drawn(floors[i + 1], columns[j], columns[j + 1]):
                above[root(here)] = root(here + wide)
    return [[root(i * wide + j) for j in range(wide)] for i in range(len(rows) - 1)]


def _by_edge(rules: Sequence[Rule], edges: Sequence[float]) -> list[list[Rule]]:
    found: list[list[Rule]] = [[] for _ in edges]
    for rule in rules:
        found[min(range(len(edges)), key=lambda at: abs(edges[at] - rule.at))].append(rule)
    return found


def _drawn(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Tell whether lines cover the middle of an edge."""
    middle = (start + end) / 2
    return any(rule.start <= middle <= rule.end for rule in rules)


def _fill(owner: list[list[int]], rows: list[float], columns: list[float], chars: Sequence[Char], page: int) -> Matrix:
    held: dict[int, list[Char]] = defaultdict(list)
    edges: dict[int, tuple[float, float]] = {}
    for line in owner:
        for j, number in enumerate(line):
            left, right = edges.get(number, (columns[j], columns[j + 1]))
            edges[number] = (min(left, columns[j]), max(right, columns[j + 1]))
    # All of them stand between the outer edges.
    for char in chars:
        i, j = bisect_right(rows, char.middle), bisect_right(columns, (char.x0 + char.x1) / 2)
        held[owner[i - 1][j - 1]].append(char)
    cells = {number: Cell(wrapped(to_lines(held.get(number, ()), page), *edge)) for number, edge in edges.items()}
    return [[cells[number] for number in line] for line in owner]


def wrapped(lines: Sequence[Line], left: float, right: float) -> list[str]:
    """Return the lines of a cell, those joined that were cut because the cell ends."""
    found: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and is_full(before, line, left, right):
            found[-1] += (" " if _is_word(before.text[-1]) and _is_word(line.text[0]) else "") + line.text
        else:
            found.append(line.text)
    return found


def is_full(before: Line, line: Line, left: float, right: float) -> bool:
    """Tell whether the first word of a line would not have fitted on the one before.

    A cell keeps some padding on each side; what is free beside a centred line is on both sides.
    """
    need = line.first + 0.4 * line.size + _PADDING
    return right - before.x1 < need or (right - left) - (before.x1 - before.x0) < need + _PADDING


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalpha()
