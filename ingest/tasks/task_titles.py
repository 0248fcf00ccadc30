"""What the task of an item is called: the words of its heading, else its own first ones."""

from __future__ import annotations

import re

from ingest.document.outline import Section
from ingest.language.paragraphs import Paragraph

__all__ = ["item_title"]

_MOST = 40
_SENTENCE = re.compile(r"[。\n]")


def item_title(section: Section, own: Paragraph, parts: int) -> str:
    """Return the title of a task.

    Parameters
    ----------
    section
        The item, or the whole plan where that has no numbers.
    own
        The text that the clause of the task governs.
    parts
        How many tasks the section holds: in a plan without numbers each of several is called by the paragraph that its clause closes.
    """
    if section.marker is None and parts > 1:
        return _first_sentence(own.text.rstrip().rpartition("\n")[2])
    return section.title or _first_sentence(own.text)


def _first_sentence(text: str) -> str:
    return _SENTENCE.split(text.strip(), maxsplit=1)[0][:_MOST]
