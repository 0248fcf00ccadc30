"""Indicator tables (指标表): each row is a target with its own unit, base value, years and owners.

The header names the columns in any order: indicator, unit, base value, one or more target values, owners. An
empty cell of the indicator or of an owner column belongs to the cell above it. A bare year is a base value
where a later year or a 目标值 stands beside it. A second header line completes the first (2025年 over 目标, 年均增速), and
where one side of a table that shares out a year's goals names places, each place has its own target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.document.owner_cells import CellOwners, OwnerCell, read_owner_cells
from ingest.document.table_blocks import is_task_header
from ingest.document.table_headers import cells_of, column_name, owner_label
from ingest.language.paragraphs import Paragraph
from ingest.targets.dates import deadline_year
from ingest.targets.passage import fold, read_passage
from ingest.targets.predicates import read_predicate
from ingest.targets.quantities import Quantity, find_quantities
from ingest.targets.selection import bare_comparator
from ingest.targets.sentences import Target
from ingest.targets.words import any_of, texts

__all__ = ["Indicator", "ReadLine", "read_indicators"]

_NAME = re.compile(rf"(?:[^属类性值单基权]{{0,6}})指标{any_of('named_what')}?")
_LOOSE_NAME = re.compile(rf"{any_of('plain_lead')}?{any_of('plain_name')}(?:名称)?")
_UNIT = re.compile(r"(?:计量|指标)?单位")
_BASE = re.compile(any_of("reached"))
_WANTED = re.compile(any_of("wanted"))
_RATE = re.compile(any_of("rate"))
#: A growth is in per cent, whatever the indicator's own unit is.
_GROWTH = re.compile(any_of("growth"))
_NO_VALUE = re.compile(rf"{any_of('no_value')}|(?:任务|内容)\Z")
#: A value for the whole period: [14.5].
_WHOLE = re.compile(r"[\[〔［【（(](?P<value>[^\]〕］】）)]*)[\]〕］】）)]")
#: What a second header line says under the first.
_UNDER = re.compile(
    rf"{any_of('second_line')}值?|年?均?{any_of('second_growth')}|年均|累计|数值|(?:19|20)[0-9]{{2}}年?"
)
_PLACE = re.compile(rf"[一-鿿]{{1,10}}(?:{any_of('place_end')}|{any_of('whole_place')})|{any_of('whole_place')}")
_PLACES = re.compile(any_of("places"))
_SHARED_OUT = re.compile(any_of("shared_out"))
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")
_NOTHING = re.compile(r"[-—–－/…／\s]*")
_MULTIPLIERS = frozenset(texts("scale_word"))
#: A unit in brackets behind the indicator: 森林覆盖率（%）.
_BRACKET = re.compile(r"\s*[（(](?P<unit>[^（）()，、；]{1,10})[）)]\s*$")


@dataclass(frozen=True)
class ReadLine:
    """A line of an indicator table that was read: which of the paragraphs it is, from 0."""

    at: int


@dataclass(frozen=True)
class Indicator:
    """One target of an indicator table, with the row's number, its owner cells and the line it stands on."""

    number: str
    said: Target
    cells: tuple[OwnerCell, ...]
    paragraph: Paragraph

    def read_owners(self, *, first_leads: bool) -> CellOwners:
        """Return what the owner cells say; `first_leads` means that a declared rule holds."""
        return read_owner_cells(self.cells, self.paragraph, first_leads=first_leads)


@dataclass(frozen=True)
class _Columns:
    name: int
    unit: int | None
    base: int | None
    wanted: tuple[int, ...]
    rates: tuple[int, ...]
    owners: dict[int, str]
    number: int | None
    names: tuple[str, ...]
    #: Of a table by places: what a column adds to the metric in front of the row's name or behind it, and its unit.
    before: dict[int, str] = field(default_factory=dict)
    behind: dict[int, tuple[str, str]] = field(default_factory=dict)

    def due(self, at: int) -> tuple[int | None, int | None]:
        return deadline_year(re.sub("[()（）]", "", self.names[at]))


def read_indicators(paragraphs: Sequence[Paragraph], title: str = "") -> Iterator[Indicator | ReadLine]:
    """Yield the targets of the indicator tables among some paragraphs, and before them each line that was read.

    Parameters
    ----------
    paragraphs
        The body of a part.
    title
        The part's title; it or the line above the table gives the year where no column does.
    """
    columns: _Columns | None = None
    above: dict[int, OwnerCell] = {}
    name = ""
    count = 0
    first: list[str] | None = None  # the cells of a header line that another may complete
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.table:
            title = paragraph.text.strip() or title
            columns, above, first = None, {}, None
            continue
        cells = cells_of(paragraph)
        header = None if is_task_header(paragraph) else _columns(cells, title)
        if first and _completes(cells):
            cells = _merged(first, cells)
            header = _columns(cells, title) or header
        first = cells if columns is None or header else None
        if header or is_task_header(paragraph):
            # A page's repeated header does not end a merged cell.
            if columns is None or header is None or header.names != columns.names:
                above, name = {}, ""
            columns = header
            if header:
                yield ReadLine(at)
            continue
        if columns is None or len(cells) <= max(columns.name, min(columns.wanted)):
            continue
        name = cells[columns.name] or name
        if not name or not _filled(cells, [*columns.wanted, *columns.rates]):
            continue
        yield ReadLine(at)
        count += 1
        above |= {
            column: OwnerCell(label=label, name=label, text=cells[column], place=paragraph)
            for column, label in columns.owners.items()
            if column < len(cells) and cells[column]
        }
        number = cells[columns.number] if columns.number is not None and columns.number < len(cells) else ""
        owners = tuple(
            replace(above[column], label=label) for column, label in columns.owners.items() if column in above
        )
        for said in _targets(paragraph, cells, columns, name, title):
            yield Indicator(number=number or str(count), said=said, cells=owners, paragraph=paragraph)


def _completes(cells: Sequence[str]) -> bool:
    """Return whether a line says what the columns of the header line above it are divided into."""
    said = [column_name(cell) for cell in cells if cell]
    return len(said) > 1 and not (cells and cells[0]) and all(_UNDER.fullmatch(name) for name in said)


def _merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return the header that two lines make; a cell of the first that is divided stands over all its parts."""
    merged: list[str] = []
    over = ""
    for at in range(max(len(first), len(second))):
        above = first[at] if at < len(first) else ""
        below = second[at] if at < len(second) else ""
        over = above or (over if below else "")
        merged.append(over + below if below else above)
    return merged


def _by_place(cells: Sequence[str], names: tuple[str, ...], free: Sequence[int], title: str) -> _Columns | None:
    """Return the columns of a table that shares out the goals of the year in its title: places on one side of it."""
    if not _SHARED_OUT.search(title) or deadline_year(title) == (None, None):
        return None
    number = next((at for at in free if names[at] in {"序号", "编号", "序"}), None)
    named = [at for at in free if _NAME.fullmatch(names[at]) or _LOOSE_NAME.fullmatch(names[at])]
    places = {at: names[at] for at in free if _PLACE.fullmatch(names[at]) and at not in named}
    if named and len(places) > 1:
        unit = next((at for at in free if _UNIT.fullmatch(names[at])), None)
        return _Columns(named[-1], unit, None, tuple(places), (), {}, number, names, before=places)
    region = next((at for at in free if _PLACES.fullmatch(names[at])), None)
    measured = {at: found for at in free if (found := _BRACKET.search(cells[at])) and _is_unit(found["unit"])}
    if region is None or not measured:
        return None
    behind = {at: (cells[at][: found.start()], found["unit"]) for at, found in measured.items()}
    return _Columns(region, None, None, tuple(measured), (), {}, number, names, behind=behind)


def _columns(cells: Sequence[str], title: str) -> _Columns | None:
    names = tuple(map(column_name, cells))
    if any(len(name) > 16 for name in names):
        return None
    owners = {at: owner_label(name) for at, name in enumerate(names) if owner_label(name) and not _UNIT.fullmatch(name)}
    free = [at for at in range(len(names)) if at not in owners and names[at] and not _NO_VALUE.search(names[at])]
    rates = [at for at in free if _RATE.search(names[at])]
    base = [at for at in free if _BASE.search(names[at])]
    years = [at for at in free if _YEAR.fullmatch(names[at])]
    wanted = [at for at in free if at not in base and at not in rates and _WANTED.search(names[at])]
    if wanted or base:
        base += years if wanted else []
        wanted = wanted or years
    elif len(years) > 1:
        base, wanted = years[:1], years[1:]
    else:
        wanted = years
    named = [at for at in free if _NAME.fullmatch(names[at]) and at not in wanted]
    named = named or [at for at in free if _LOOSE_NAME.fullmatch(names[at]) and any(_WANTED.search(n) for n in names)]
    if not named or not wanted:
        return _by_place(cells, names, free, title)
    unit = next((at for at in free if _UNIT.fullmatch(names[at])), None)
    number = next((at for at in free if names[at] in {"序号", "编号", "序"}), None)
    return _Columns(named[-1], unit, base[-1] if base else None, tuple(wanted), tuple(rates), owners, number, names)


def _targets(paragraph: Paragraph, cells: Sequence[str], columns: _Columns, name: str, title: str) -> Iterator[Target]:
    unit = cells[columns.unit] if columns.unit is not None and columns.unit < len(cells) else ""
    bracket = _BRACKET.search(name)
    if bracket and not unit and _is_unit(bracket["unit"]):
        name, unit = name[: bracket.start()], bracket["unit"]
    based = columns.base is not None and columns.base < len(cells) and not _NOTHING.fullmatch(cells[columns.base])
    baseline = columns.due(columns.base)[0] if based and columns.base is not None else None
    start = _offset(paragraph, columns.name if cells[columns.name] else 0)
    # Where no level is given, the growth a year or in the whole period is what is wanted.
    for at in _filled(cells, columns.wanted) or _filled(cells, columns.rates):
        due, derived = columns.due(columns.wanted[-1] if at in columns.rates else at)
        if due is None and derived is None:
            due, derived = deadline_year(title)
        by = f"{due or derived}-12-31" if due or derived else None
        first = _offset(paragraph, at)
        end = first + len(paragraph.text[first:].split("\t", 1)[0].rstrip())
        word, own = columns.behind.get(at, ("", unit))
        own = "%" if at in columns.rates and _GROWTH.search(columns.names[at]) else own
        metric = re.sub(r"\s", "", columns.before.get(at, "") + name + word)
        whole = _WHOLE.fullmatch(cells[at])
        row = Target(
            text=paragraph.text[start:end],
            metric=metric,
            kind="qualitative",
            change="level",
            comparator=None,
            value=None,
            unit=None,
            due=due,
            due_derived=derived,
            due_by=by,
            baseline=baseline,
            start=start,
            end=end,
            rule="indicator_table",
        )
        for said in _of_cell(whole["value"] if whole else cells[at], metric, own, row):
            grows = at in columns.rates and not whole and said.change == "level" and said.value is not None
            yield replace(said, change="increase") if grows else said


def _filled(cells: Sequence[str], columns: Sequence[int]) -> list[int]:
    return [at for at in columns if at < len(cells) and not _NOTHING.fullmatch(cells[at])]


def _of_cell(cell: str, metric: str, unit: str, row: Target) -> Iterator[Target]:
    """Yield what a cell wants of an indicator; `row` holds what its place and its header tell."""
    said = fold(metric) + read_passage(cell).chars
    quantities = [
        quantity for run in find_quantities(said) for quantity in run if quantity.start >= len(metric)
    ]  # what the indicator's own name counts is no value
    for quantity in quantities:
        predicate = read_predicate(said, 0, quantity.start)
        yield replace(
            row,
            kind="quantitative",
            change=predicate.change,
            comparator=quantity.comparator or predicate.comparator or bare_comparator(said, quantity, predicate),
            value=quantity.value,
            unit=_unit(quantity, unit),
        )
    if not quantities:
        yield row


def _unit(quantity: Quantity, unit: str) -> str | None:
    if quantity.unit in _MULTIPLIERS:
        return f"{quantity.unit}{unit}"
    return quantity.unit or unit or None


def _is_unit(text: str) -> bool:
    runs = find_quantities(f"1{fold(text)}")
    return bool(runs) and runs[0][0].kind != "bare" and runs[0][0].end == len(text) + 1


def _offset(paragraph: Paragraph, at: int) -> int:
    """Return where the cell `at` begins in a line, behind its blanks."""
    parts = paragraph.text.split("\t")
    before = sum(len(part) + 1 for part in parts[:at])
    return before + len(parts[at]) - len(parts[at].lstrip())
