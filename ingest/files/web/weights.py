"""How much text each element of a page holds: one pass from the leaves up, over lists in the order of the page.

A ledger is a page of ten thousand elements, most of them cells with a few characters: what is done for each of
them is what reading the page costs.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from ingest.files.words import any_of

__all__ = ["Weights"]

_SENTENCE = re.compile(r"[。；，、]")
_CLAUSE = re.compile(any_of("clause"))
_EITHER = re.compile(f"{_SENTENCE.pattern}|{_CLAUSE.pattern}")


class Weights:
    """What is in each element below a root: lists in the order of the page, comments among them, which hold nothing.

    Attributes
    ----------
    nodes, tags
        The elements and their tags.
    at
        Where each element stands in the lists.
    marks, clauses
        Sentence marks and words of a clause, outside of links.
    length, linked, links
        Characters, characters in links, links.
    """

    def __init__(self, root: etree._Element) -> None:
        self.nodes = nodes = list(root.iter())
        self.tags = tags = [node.tag for node in nodes]
        self.at = dict(zip(nodes, range(len(nodes)), strict=True))
        if set(map(type, tags)) != {str}:  # comments
            self.at = {node: at for node, at in self.at.items() if isinstance(tags[at], str)}
        get = self.at.get
        self._above = above = [get(node.getparent(), -1) for node in nodes]  # type: ignore[arg-type]
        above[0] = -1
        count = len(nodes)
        self.marks, self.clauses, self.length, self.linked, self.links = ([0] * count for _each in range(5))
        marks, clauses, length, linked, links = self.marks, self.clauses, self.length, self.linked, self.links
        self._own = own = [0] * count
        texts = self._texts()
        for at in range(count - 1, -1, -1):
            text = texts[at]
            if text:
                length[at] += len(text)
                if _EITHER.search(text):
                    own[at] = len(_SENTENCE.findall(text))
                    marks[at] += own[at]
                    clauses[at] += len(_CLAUSE.findall(text))
            if tags[at] == "a" and nodes[at].get("href"):
                marks[at] = clauses[at] = 0
                linked[at], links[at] = length[at], links[at] + 1
            up = above[at]
            if up >= 0 and (length[at] or links[at]):
                length[up] += length[at]
                marks[up] += marks[at]
                clauses[up] += clauses[at]
                if links[at]:
                    linked[up] += linked[at]
                    links[up] += links[at]

    def _texts(self) -> list[str]:
        """Return the text of each element that stands in none of its parts, without blanks around it."""
        texts = [(node.text or "").strip() for node in self.nodes]
        behind = [at for at, node in enumerate(self.nodes) if node.tail and not node.tail.isspace()]
        for up in {self._above[at] for at in behind if self._above[at] >= 0}:
            node = self.nodes[up]
            texts[up] = "".join([node.text or "", *(each.tail or "" for each in node)]).strip()
        if len(self.at) < len(texts):
            texts = [text if node in self.at else "" for text, node in zip(texts, self.nodes, strict=True)]
        return texts

    def marks_without(self, gone: Collection[int]) -> list[int]:
        """Return the sentence marks of each element once some elements, by their places, are taken out with all that is in them."""
        nodes, tags, above, own = self.nodes, self.tags, self._above, self._own
        out = [False] * len(nodes)
        for at, up in enumerate(above):
            out[at] = at in gone or (up >= 0 and out[up])
        marks = [0] * len(nodes)
        for at in range(len(nodes) - 1, -1, -1):
            if out[at]:
                continue
            marks[at] += own[at]
            if marks[at]:
                if tags[at] == "a" and nodes[at].get("href"):
                    marks[at] = 0
                elif above[at] >= 0:
                    marks[above[at]] += marks[at]
        return marks
