"""Agencies under a header or a label whose role no table of words tells: 服务单位, 属地单位：东城区.

Whether they answer for the task cannot be told, so the reader of the audit must hear of them. Words that never say who
answers (提出单位, 报送单位) are told apart by a list, since a warning for each of them would hide the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.document.table_headers import cells_of, ends_in_body, is_office_header, owner_label, read_header
from ingest.document.words import any_of, either
from ingest.language.agency_lists import lists_bodies
from ingest.language.hinted import Hinted
from ingest.language.labels import LABEL
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import TRIGGER

__all__ = ["says_no_role", "unknown_columns", "unknown_labels"]

#: So many rows tell what a column holds.
_ROWS = 30
_LONGEST = 300
_NO_ROLE = re.compile(any_of("no_role"))
_LABELLED = Hinted(
    either("label_end", behind=r"\s?:"),
    re.compile(
        rf"(?:^|(?<=[\s。;,(]))(?P<label>[一-鿿]{{0,5}}{any_of('label_end')})\s?:\s?(?P<names>[^:。;()]{{2,120}})"
    ),
)


def says_no_role(header: str) -> bool:
    """Return whether bodies under a header or behind a label do not answer for anything by it: 推荐单位, 所属县区."""
    return _NO_ROLE.search(header) is not None


def unknown_columns(table: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield line and name of each column of a task table that holds nothing but bodies and is read as no owners.

    `table` is the lines of one table, its header among them.
    """
    for at, line in enumerate(table):
        columns = read_header(cells_of(line))
        if columns is None:
            continue
        rows = [cells_of(row) for row in table[at + 1 : at + 1 + _ROWS]]
        for column, name in enumerate(columns.names):
            read = column in columns.owners or column in (columns.number, columns.deadline)
            if read or not ends_in_body(name) or is_office_header(name) or says_no_role(name):
                continue
            cells = [row[column] for row in rows if column < len(row) and row[column]]
            if cells and all(2 <= len(cell) <= _LONGEST and lists_bodies(cell) for cell in cells):
                yield at, name
        return


def unknown_labels(paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    """Yield where a label that gives no role stands with the bodies behind it, and the label.

    One with a role word in it is told for that word.
    """
    if paragraph.table or ":" not in paragraph.folded:
        return
    for found in _LABELLED.finditer(paragraph.folded):
        label = found["label"]
        if (
            not owner_label(label)
            and not says_no_role(label)
            and LABEL.match(paragraph.folded, found.start()) is None
            and TRIGGER.search(found[0]) is None
            and lists_bodies(found["names"].strip())
        ):
            yield *found.span(), label
