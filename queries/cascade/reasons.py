"""What speaks for a pair besides its words: sections of one name, industries that both tasks act on.

These are told and decide nothing: a plan below that puts an item elsewhere means the same item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.stores.store import Store
from queries.cascade.texts import TaskText, title_similarity
from queries.owners import grouped

__all__ = ["Surroundings"]

#: From here on two sections have one name.
_ALIKE = 0.7
_MOST = 3


@dataclass(frozen=True)
class Surroundings:
    """The section and the industries of tasks, by id."""

    sections: Mapping[str, str]
    industries: Mapping[str, list[str]]

    @classmethod
    def of(cls, store: Store, tasks: Iterable[str]) -> Surroundings:
        """Return the surroundings of tasks."""
        ids = list(tasks)
        sections, industries = (grouped(store, name, ids) for name in ("task_sections", "task_industries"))
        return cls(
            sections={key: str(rows[-1]["title"]) for key, rows in sections.items()},
            industries={key: [str(row["name"]) for row in rows] for key, rows in industries.items()},
        )

    def reasons(self, above: str, below: str) -> list[str]:
        """Return what two tasks have in common, by their ids."""
        found = []
        upper, lower = self.sections.get(above), self.sections.get(below)
        if upper and lower and title_similarity(_titled(upper), _titled(lower)) >= _ALIKE:
            found.append(f"同章节：{upper}" if upper == lower else f"章节相近：{upper}、{lower}")
        industries = [name for name in self.industries.get(above, []) if name in self.industries.get(below, [])]
        if industries:
            found.append(f"同行业：{'、'.join(dict.fromkeys(industries[:_MOST]))}")
        return found


def _titled(title: str) -> TaskText:
    return TaskText(task_id="", number="", part=1, title=title, words="")
