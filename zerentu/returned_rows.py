"""The rows of a file that came back: found by their identity, each with what was filled in, and what is wrong with it.

A header stands where the captions stand, with whatever style, also in the middle of a sheet that several were copied into.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.messages import Message, _
from graph.visible import cut, visible
from ingest.files.limits import check
from ingest.files.workbook import SheetCells, Text
from zerentu.returned_cells import NotUnderstood, read_day, read_share, read_state
from zerentu.sheet_columns import FILLED, caption_of, header_key
from zerentu.sheet_identity import COVER, LOCKED, Identity, is_identity, mark_of, read_identity

__all__ = ["Place", "Problem", "ReturnedRow", "read_file"]

#: No caption of ours is longer; so many of them make a header.
_LONGEST_CAPTION, _FEWEST = 40, 3
_SHOWN = 40
_FAULTS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_NOTHING = Text("")


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What was not taken in.

    Attributes
    ----------
    file, sheet : str
        Where; a CSV file has no sheet.
    row : int
        The line of the sheet, 0 for a sheet or a file as a whole.
    sentence : Message
        What is wrong, with sheet, row and remedy.
    refuses_file : bool
        Whether nothing of the file is to be taken in.
    """

    file: str
    sheet: str
    row: int
    sentence: Message
    refuses_file: bool


@dataclass(frozen=True, order=True)
class Place:
    """Where a row stands."""

    file: str
    sheet: str
    row: int

    @property
    def words(self) -> Message:
        """The place in words, as far as it is known."""
        if not self.row:
            return (
                _("{file} 工作表“{sheet}”", file=self.file, sheet=self.sheet)
                if self.sheet
                else Message("{file}", {"file": self.file})
            )
        if not self.sheet:
            return _("{file} 第 {row} 行", file=self.file, row=self.row)
        return _("{file} 工作表“{sheet}”第 {row} 行", file=self.file, sheet=self.sheet, row=self.row)

    def problem(self, why: Message, *, refuses_file: bool = False) -> Problem:
        """Return a problem at this place."""
        sentence = _("{place}：{why}", place=self.words, why=why)
        return Problem(file=self.file, sheet=self.sheet, row=self.row, sentence=sentence, refuses_file=refuses_file)


@dataclass(frozen=True, kw_only=True)
class ReturnedRow:
    """A row that is known: who it is, where it stands, what was filled in (None where that is not taken in)."""

    identity: Identity
    place: Place
    filled: Mapping[str, str | float | None] | None

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in."""
        return self.filled is not None and not any(value or value == 0 for value in self.filled.values())


def read_file(file: str, sheets: list[tuple[str, SheetCells]]) -> tuple[list[ReturnedRow], list[Problem]]:
    """Return the known rows of a file, and everything that is not taken in.

    Parameters
    ----------
    file
        Its name, for messages.
    sheets
        Its sheets with their names and cells, as `ingest.files.read.read_cells` gives them.
    """
    scans = [_Scan(file, name, cells) for name, cells in sheets]
    for scan in scans:
        scan.read()
    if not any(scan.identities for scan in scans):
        if all(scan.cover for scan in scans):
            why = _("这是封面或总览，没有任务；另存为 csv 时请先切换到任务那张工作表")
            return [], [Place(file, "", 0).problem(why)]
        lost = next((scan for scan in scans if scan.columns), None)
        why = (
            _("表里没有“标识”列，认不出是哪些任务；请在原来下发的表里填写，或从原表整行复制（连同隐藏的列）后再交回")
            if lost
            else _("不是 zerentu sheets 下发的填报表；请在下发的表里填写后交回")
        )
        return [], [Place(file, lost.name if lost else "", 0).problem(why, refuses_file=True)]
    return [row for scan in scans for row in scan.rows], [each for scan in scans for each in scan.told()]


@dataclass
class _Scan:
    """Reads a sheet from top to bottom."""

    file: str
    name: str
    cells: SheetCells
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[ReturnedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    identities: int = 0
    #: Columns that are not ours, by caption, with the rows that hold something there.
    strange: dict[int, str] = field(default_factory=dict)
    unread: dict[str, list[int]] = field(default_factory=dict)
    unchecked: dict[str, None] = field(default_factory=dict)
    cover: bool = False
    headless: bool = False

    def read(self) -> None:
        """Read the rows."""
        uncounted: dict[int, set[int]] = {}
        for at, column in self.cells.uncounted:
            uncounted.setdefault(at, set()).add(column)
        merged = self._merged()
        for at in sorted(self.cells.rows):
            row = self.cells.rows[at]
            found = [text.shown for text in row.values() if is_identity(text.shown)]
            sound = [text for text in found if text.strip() != COVER]
            self.cover = self.cover or len(sound) < len(found)
            if sound:
                self.identities += 1
                self._row(at, row, sound, uncounted.get(at, set()), merged.get(at, []))
            elif not found and not self._header(at, row) and self.columns:
                self._stranger(at, row)

    def told(self) -> Iterator[Problem]:
        """Yield what is to be told of the sheet, the rows in order, then the sheet as a whole."""
        yield from self.problems
        whole = Place(self.file, self.name, 0)
        if self.headless:
            why = _("没有表头，认不出各列；请把原表的表头一起复制到任务上方")
            yield whole.problem(why, refuses_file=True)
        for caption, lines in self.unread.items():
            why = _(
                "“{column}”不是下发的列，其中第 {rows} 行的内容没有收入；请把要报的内容写进下发的列",
                column=caption,
                rows=_few(lines),
            )
            yield whole.problem(why)
        if self.unchecked:
            names = [caption_of(name) for name in self.unchecked]
            yield whole.problem(
                _(
                    "表头缺少“{columns}”，这些锁定的内容无法核对；任务按标识认出，填写的内容已收入，请下次保留原表头",
                    columns=names,
                )
            )
        if not self.identities and not self.cover and any(self.cells.rows.values()):
            yield whole.problem(_("没有任务标识，没有读入；若有要报的内容，请填进下发的表"))

    def _place(self, at: int) -> Place:
        return Place(self.file, self.name, at)

    def _fault(self, at: int, why: Message, *, refuses_file: bool = False) -> None:
        self.problems.append(self._place(at).problem(why, refuses_file=refuses_file))

    def _header(self, at: int, row: Mapping[int, Text]) -> bool:
        """Return whether a row is a header; its columns hold from here on."""
        captions = {column: text.shown for column, text in row.items() if len(text.shown) <= _LONGEST_CAPTION}
        keys = {column: key for column, caption in captions.items() if (key := header_key(caption))}
        if len(set(keys.values())) < _FEWEST:
            return False
        self.columns = {}
        for column, key in sorted(keys.items()):
            self.columns.setdefault(key, column)
        self.strange = {column: visible(text.shown) for column, text in row.items() if column not in keys}
        if missing := [caption_of(name) for name in FILLED if name not in self.columns]:
            why = _("表头缺少“{columns}”；请把表头恢复成下发时的文字，再交回", columns=missing)
            self._fault(at, why, refuses_file=True)
        twice = [caption_of(key) for key in dict.fromkeys(keys.values()) if list(keys.values()).count(key) > 1]
        if twice:
            self._fault(at, _("表头有两列“{columns}”；请删去多出的一列，再交回", columns=twice), refuses_file=True)
        return True

    def _stranger(self, at: int, row: Mapping[int, Text]) -> None:
        """Tell a row without identity in which something was filled in."""
        names = [
            name
            for name, column in self.columns.items()
            if name not in _NOT_FILLED and row.get(column, _NOTHING).shown.strip()
        ]
        if names:
            columns = [caption_of(name) for name in names]
            self._fault(
                at,
                _(
                    "填了“{columns}”，但没有任务标识，认不出是哪项任务；请从原表整行复制（连同隐藏的“标识”列）",
                    columns=columns,
                ),
            )

    def _row(self, at: int, row: Mapping[int, Text], found: list[str], uncounted: set[int], merged: list[int]) -> None:
        identity = read_identity(found[0])
        if len(found) > 1:
            self._fault(at, _("有两个任务标识；请一行只留一项任务"))
            return
        if identity is None:
            self._fault(at, _("任务标识被改动过，认不出是哪项任务；请从下发的原表复制这一行的“标识”"))
            return
        if not self.columns:
            self.headless = True
            return
        ours = {*self.columns.values(), *(column for column, text in row.items() if text.shown in found)}
        for column, text in row.items():
            if column not in ours and text.shown.strip():
                self.unread.setdefault(self.strange.get(column) or _letters(column), []).append(at)
        whys = [*self._changed(row, identity), *self._joined(merged), *self._spoilt(row, uncounted)]
        filled, more = self._filled(row)
        for why in (*whys, *more):
            self._fault(at, _("{why}；这一行没有收入", why=why))
        taken = None if whys or more else filled
        self.rows.append(ReturnedRow(identity=identity, place=self._place(at), filled=taken))

    def _changed(self, row: Mapping[int, Text], identity: Identity) -> Iterator[Message]:
        """Yield which locked cells say something else than when the sheet went out."""
        changed = []
        for name in LOCKED:
            column = self.columns.get(name)
            if column is not None:
                if mark_of(row.get(column, _NOTHING).shown) != identity.marks[name]:
                    changed.append(caption_of(name))
            elif identity.marks[name] != _EMPTY:
                self.unchecked[name] = None
        if changed:
            yield _("锁定的“{columns}”被改动过；请从下发的原表恢复，意见写在“进展情况”里", columns=changed)

    def _joined(self, merged: list[int]) -> Iterator[Message]:
        names = [caption_of(name) for name, column in self.columns.items() if column in merged]
        if names:
            yield _("“{columns}”是合并单元格，分不清各行各列填的是什么；请取消合并，逐格填写", columns=names)

    def _spoilt(self, row: Mapping[int, Text], uncounted: set[int]) -> Iterator[Message]:
        """Yield which cells hold what cannot be read: formulas without a result, faults, struck-out text."""
        for name, column in self.columns.items():
            if name in _NOT_FILLED:
                continue
            text = row.get(column, _NOTHING)
            if column in uncounted:
                yield _(
                    "“{column}”是公式，文件里没有存下计算结果；请用 Excel 或 WPS 打开并保存，或直接填数",
                    column=caption_of(name),
                )
            elif text.shown in _FAULTS:
                yield _("“{column}”是公式错误 {text}；请改正公式，或直接填写", column=caption_of(name), text=text.shown)
            elif text.struck.strip():
                yield _(
                    "“{column}”里有划掉的文字“{text}”；请删去或取消删除线",
                    column=caption_of(name),
                    text=cut(text.struck, _SHOWN),
                )

    def _filled(self, row: Mapping[int, Text]) -> tuple[dict[str, str | float | None], list[Message]]:
        """Return what was filled in by column, and what of it is not understood."""
        filled: dict[str, str | float | None] = {}
        whys = []
        for name, column in self.columns.items():
            if name in _NOT_FILLED:
                continue
            text = _plain(row.get(column, _NOTHING).shown)
            try:
                if name == "state":
                    filled[name] = read_state(text)
                elif name == "share":
                    filled[name] = read_share(text)
                elif name == "updated":
                    filled[name] = read_day(text, from_1904=self.cells.from_1904)
                else:
                    filled[name] = text
            except NotUnderstood as error:
                shown = cut(visible(text), _SHOWN)
                whys.append(_("“{column}”填的是“{text}”，{why}", column=caption_of(name), text=shown, why=error.why))
        return filled, whys

    def _merged(self) -> dict[int, list[int]]:
        """Return the columns of each row that lie in a merged area of several rows, or of several columns, of rows that exist."""
        found: dict[int, list[int]] = {}
        slots = 0
        last = max(self.cells.rows, default=0)
        widest = max((max(row, default=0) for row in self.cells.rows.values()), default=0)
        for top, left, bottom, right in self.cells.merged:
            for at in range(top, min(bottom, last) + 1):
                columns = range(left, min(right, widest) + 1)
                slots += len(columns)
                check("cells", slots)
                found.setdefault(at, []).extend(columns)
        return found


#: Columns of ours that nobody fills in.
_NOT_FILLED = frozenset({"at", "identity", "due", *LOCKED})
_EMPTY = mark_of("")


def _plain(text: str) -> str:
    """Return a text with line feeds for line ends, without blanks around it, and without halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    try:
        text.encode()
    except UnicodeEncodeError:
        return visible(text, lines=True)
    return text


def _letters(column: int) -> str:
    """Return how a spreadsheet calls a column."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _few(lines: list[int]) -> Message | str:
    """Return some numbers of lines, the first ones of many."""
    said = "、".join(map(str, lines[:5]))
    return said if len(lines) <= 5 else _("{lines} 等共 {count} 处", lines=said, count=len(lines))
