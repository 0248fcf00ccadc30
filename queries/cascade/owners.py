"""Who answers for a task above and for its counterpart below: compared by functional line, not by name.

省工业和信息化厅 and 市工业和信息化局 are of one line. A collective (各县区政府) and a body whose line is not known compare
by nothing and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["ByLine", "OwnerChange", "by_line", "compare_owners"]

#: What changed between the owners of two counterparts.
OwnerVerdict = Literal["lead changed", "owner added", "owner dropped", "role changed"]
Owner = Mapping[str, Any]
#: Owners of a task by functional line.
ByLine = Mapping[str, Owner]


@dataclass(frozen=True)
class OwnerChange:
    """A difference between the owners of two counterparts; an agency is None where there is none on that side."""

    verdict: OwnerVerdict
    up_agency: str | None
    down_agency: str | None
    functional_line: str | None
    up_role: str | None = None
    down_role: str | None = None


def by_line(owners: Sequence[Owner], lines: Mapping[str, str | None]) -> dict[str, Owner]:
    """Return owners by functional line, the first in the clause where a line is named twice.

    Parameters
    ----------
    owners
        Owners as the question ``task_owners`` gives them; collectives are left out.
    lines
        Functional line by agency id; None or missing where it is not known.
    """
    found: dict[str, Owner] = {}
    for owner in owners:
        line = lines.get(owner["agency_id"])
        if line and owner["kind"] != "collective":
            found.setdefault(line, owner)
    return found


def compare_owners(upper: ByLine, lower: ByLine) -> Iterator[OwnerChange]:
    """Yield what changes from the owners of a task above to those of its counterpart below."""
    leads_above = [line for line, owner in upper.items() if owner["role"] == "lead"]
    leads_below = [line for line, owner in lower.items() if owner["role"] == "lead"]
    if leads_above and leads_below and not set(leads_above) & set(leads_below):
        first, second = upper[leads_above[0]], lower[leads_below[0]]
        yield OwnerChange("lead changed", first["name"], second["name"], leads_above[0], "lead", "lead")
    for line, owner in upper.items():
        other = lower.get(line)
        if other is None:
            yield OwnerChange("owner dropped", owner["name"], None, line, owner["role"], None)
        elif other["role"] != owner["role"]:
            yield OwnerChange("role changed", owner["name"], other["name"], line, owner["role"], other["role"])
    for line, owner in lower.items():
        if line not in upper:
            yield OwnerChange("owner added", None, owner["name"], line, None, owner["role"])
