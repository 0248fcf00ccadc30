"""What the cells of a row say of who answers: labels from the headers, persons and telephone numbers left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from graph.records import record
from ingest.clauses.clause import Clause, parse_clause
from ingest.clauses.owner_marks import marked, without_marks
from ingest.clauses.quotes import Quote, QuotedOwner, quote_owners
from ingest.document.table_headers import LISTED
from ingest.language.characters import SIGNS
from ingest.language.labels import label_role
from ingest.language.paragraphs import Paragraph
from ingest.language.people import without_people

__all__ = ["CellOwners", "OwnerCell", "bracketed_cells", "read_owner_cells"]

#: 医疗健康（牵头单位：省卫生健康委）: a cell of another column that says who answers in a bracket of its own.
_BRACKET = re.compile(r"[（(【\[](?P<label>[一-鿿]{2,8})[:：](?P<text>[^（）()【】\[\]]{2,120})[)）】\]]")
#: ★市财政局: a name with a sign that a legend may explain.
_SIGNED = re.compile(rf"(?P<sign>[{SIGNS}])\s*(?P<name>[^、，,；;。\s（(]{{2,40}})")


@record(kw_only=True)
class OwnerCell:
    """A cell of a responsibility column.

    Attributes
    ----------
    label : str
        What its header means: 责任单位, 牵头单位 …; empty for a clause in a cell of another column.
    name : str
        The header as written.
    text : str
        What the cell says.
    place : Paragraph
        The line it stands on.
    inherited : bool
        True where the cell is blank in a copy that does not tell merged cells, and the text is that of a cell above.
    legend : mapping of str to str
        What signs before a name mean, by the notes of the table: ★市财政局 leads.
    """

    label: str
    name: str
    text: str
    place: Paragraph
    inherited: bool = False
    legend: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What is read of the cell: its text with the signs as words, without persons and marks."""
        signed = _SIGNED.sub(self._in_words, self.text) if self.legend else self.text
        return without_people(without_marks(signed))

    def _in_words(self, signed: re.Match[str]) -> str:
        label = self.legend.get(signed["sign"])
        return f"{signed['name']}（{label}）" if label else signed[0]


@record
class CellOwners:
    """What the owner cells of one row say together: the words, the clause they make, its owners."""

    text: str
    clause: Clause | None
    owners: tuple[QuotedOwner, ...]

    @property
    def open_ended(self) -> bool:
        """Whether the list of owners ends in 等."""
        return self.clause is not None and self.clause.open_ended


def read_owner_cells(cells: Sequence[OwnerCell], row: Paragraph, *, first_leads: bool) -> CellOwners:
    """Return what the responsibility cells of a row say.

    Parameters
    ----------
    cells
        Those that are not empty.
    row
        The line that they belong to; a merged cell stands on an earlier line.
    first_leads
        True where a declared rule makes the first agency of a list the lead.
    """
    if not cells:
        return CellOwners("", None, ())
    alone = len(cells) == 1
    text = cells[0].text if alone else "；".join(_behind(cell.name or cell.label, cell.text) for cell in cells)
    meant = "；".join(_behind(_label(cell), cell.words) for cell in cells)
    clause = parse_clause(
        cells[0].words if alone else meant,
        first_leads=first_leads,
        label=_label(cells[0]),
    )
    if clause is not None:
        clause = replace(clause, text=text)
    owners: list[QuotedOwner] = []
    beside: set[str] = set()
    for owner in clause.owners if clause else ():
        cell = next((cell for cell in cells if owner.agency.written in cell.text), None)
        owner = marked(owner, cell.text) if cell else owner
        if owner.agency.name in beside:
            continue  # The words of the task say it more closely than the list of its column.
        if cell and not cell.label:
            beside.add(owner.agency.name)
        place, inherited = (cell.place, cell.inherited or owner.inherited) if cell else (row, False)
        listed = cell is not None and cell.label == LISTED
        said = replace(owner, role="co_own", basis="listed") if listed else owner
        if (said.agency.name, said.role) not in {each.key for each in owners} and not _leads(owners, said.agency.name):
            owners += quote_owners([said], Quote(text, place), inherited=inherited)
    return CellOwners(text, clause, tuple(owners))


def _leads(owners: Sequence[QuotedOwner], name: str) -> bool:
    """Return whether an agency leads already: named again as 责任单位 it is no second owner."""
    return any(owner.agency.name == name and owner.role == "lead" for owner in owners)


def _behind(header: str, text: str) -> str:
    return f"{header}：{text}" if header else text


def _label(cell: OwnerCell) -> str:
    return "责任单位" if cell.label == LISTED else cell.label


def bracketed_cells(cells: Sequence[str], columns: Sequence[int], place: Paragraph) -> Iterator[OwnerCell]:
    """Yield what the cells of other columns say of who answers in brackets of their own."""
    for at in columns:
        for match in _BRACKET.finditer(cells[at] if at < len(cells) else ""):
            if label_role(match["label"]):
                yield OwnerCell(label=match["label"], name=match["label"], text=match["text"], place=place)
