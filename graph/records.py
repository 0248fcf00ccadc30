"""Values that never change once they are made, and cost little to make.

A frozen dataclass stores each of its fields through ``object.__setattr__``, which takes three to four times as long as a
plain assignment; a parse of a plan makes tens of thousands of such values. That nothing assigns to a field of a record,
mypy holds (`dataclass_transform`), not the running program.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

__all__ = ["record"]

_Class = TypeVar("_Class")


@overload
def record(made: type[_Class], /) -> type[_Class]: ...


@overload
def record(*, kw_only: bool = False) -> Callable[[type[_Class]], type[_Class]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    made: type[_Class] | None = None, /, *, kw_only: bool = False
) -> type[_Class] | Callable[[type[_Class]], type[_Class]]:
    """Make a class a record: a dataclass that is compared and hashed by its fields.

    Parameters
    ----------
    made
        The class.
    kw_only
        Whether its fields are given by name.

    Examples
    --------
    >>> @record(kw_only=True)
    ... class Place:
    ...     name: str
    ...     level: int = 1
    >>> Place(name="洛阳市"), Place(name="洛阳市") in {Place(name="洛阳市")}
    (Place(name='洛阳市', level=1), True)
    """
    whole: Callable[[type[_Class]], type[_Class]] = dataclass(unsafe_hash=True, kw_only=kw_only)
    return whole if made is None else whole(made)
