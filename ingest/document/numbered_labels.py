"""Labels that are numbered like items: 1.工作目标：…, 2.牵头单位：市商务局, 3.完成时限：10月. They say all of one task, and are no items of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.clauses.clause import parse_clause
from ingest.clauses.named_bodies import names_bodies_only
from ingest.language.item_numbers import Marker, read_marker
from ingest.language.labels import LABEL, deadline_label
from ingest.language.paragraphs import Paragraph

__all__ = ["without_numbers"]

#: Any short words with a colon: 建设内容：…, 总投资：….
_SHORT = re.compile(r"[一-鿿]{2,8}:")
_KINDS = ("han_in", "digits", "digits_in", "half", "circled")

#: A numbered paragraph: where it stands among all, and its number.
_Item = tuple[int, Marker]


def without_numbers(body: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a plan, those that are numbered labels of one task without their numbers.

    Where each item of a group begins with short words and a colon and one says who answers, the group says all of the task
    of its heading. Behind other items only labels of those who answer and of deadlines lose their numbers.

    Parameters
    ----------
    body
        The paragraphs in order.

    Examples
    --------
    >>> from ingest.language.paragraphs import Piece
    >>> lines = ["一、夜市", "1.目标：新建夜市3个。", "2.责任单位：市商务局", "二、消费券", "1.发放消费券。", "2.评估。"]
    >>> [line.text for line in without_numbers([Paragraph(line, (Piece(0, 0),)) for line in lines])]
    ['一、夜市', '目标：新建夜市3个。', '责任单位：市商务局', '二、消费券', '1.发放消费券。', '2.评估。']
    """
    found = list(body)
    for group in _groups(body):
        answers = [_answers(body[at], marker) for at, marker in group]
        if not any(answers):
            continue
        if not all(_SHORT.match(body[at].folded, marker.end) for at, marker in group):
            last = next((nth for nth, said in enumerate(reversed(answers)) if not said), len(group))
            group = group[len(group) - last :]
        for at, marker in group:
            found[at] = body[at].cut(marker.end)
    return found


def _groups(body: Sequence[Paragraph]) -> Iterator[list[_Item]]:
    """Yield the runs of items that count on below one heading."""
    running: dict[str, list[_Item]] = {}
    for at, paragraph in enumerate(body):
        marker = None if paragraph.table else read_marker(paragraph.folded)
        if marker is None:
            continue
        for kind in [kind for kind, group in running.items() if group[-1][1].rank > marker.rank]:
            yield running.pop(kind)
        group = running.get(marker.kind, [])
        if group and marker.value == group[-1][1].value + 1:
            group.append((at, marker))
            continue
        if group:
            yield running.pop(marker.kind)
        if marker.kind in _KINDS:
            running[marker.kind] = [(at, marker)]
    yield from running.values()


def _answers(paragraph: Paragraph, marker: Marker) -> bool:
    """Return whether a numbered paragraph is a label with nothing behind it but who answers, or a deadline."""
    label = LABEL.match(paragraph.folded, marker.end)
    if label is None:
        return False
    if deadline_label(label["label"] or label["bare"]):
        return True
    clause = parse_clause(paragraph.text[marker.end :])
    return clause is not None and names_bodies_only(clause)
