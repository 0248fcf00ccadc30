"""A label that only points up: 责任单位：同上."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.clauses.quotes import QuotedOwner
from ingest.clauses.words import any_of
from ingest.language.labels import LABEL, label_role
from ingest.language.paragraphs import Paragraph

__all__ = ["SameAsBefore", "same_as_before"]

_DITTO = re.compile(rf"{any_of('ditto')}(?=\s|[,;。)]|$)")
#: A label of those who answer points at leads too; one of any other role at its own.
_MEANT = {"co_own": ("lead", "co_own")}


class SameAsBefore(NamedTuple):
    """What the labels of a passage that point up say: where they stand, and the owners of the task before that they mean."""

    taken: list[tuple[int, int]]
    owners: tuple[QuotedOwner, ...]


def same_as_before(passage: Paragraph, before: Sequence[QuotedOwner]) -> SameAsBefore:
    """Return the owners that a passage takes over from the task before it, with the sentences that name them there.

    Parameters
    ----------
    passage
        The text of an item.
    before
        The owners of the task before it; without any, a label that points up stays unread.
    """
    taken: list[tuple[int, int]] = []
    owners: list[QuotedOwner] = []
    folded = passage.folded
    for label in LABEL.finditer(folded) if before and "同" in folded else ():
        ditto = _DITTO.match(folded, label.end())
        role = label_role(label["label"] or label["bare"])
        meant = [owner for owner in before if role and owner.role in _MEANT.get(role, (role,))]
        if ditto and meant:
            taken.append((label.start(), ditto.end()))
            owners += [replace(owner, inherited=True) for owner in meant if owner not in owners]
    return SameAsBefore(taken, tuple(owners))
