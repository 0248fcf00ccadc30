"""Comparisons of plans as part of the public API: what the command line does, as functions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.stores.store import Store
    from queries.cascade import Cascade

__all__ = ["cascade"]


def cascade(store: Store, upper: str, lower: str, *, overrides: str | Path | None = None) -> Cascade:
    """Return what a plan below makes of a plan above: counterparts, targets, owners; see docs/cascade.md.

    Parameters
    ----------
    store
        An open store.
    upper, lower
        The plans: a region that has one plan, or the id, number or title of a plan.
    overrides
        A file of overrides; its entries of the kind ``counterpart`` go before the rules.

    Raises
    ------
    UnknownNameError
        If no plan, or more than one, is meant.
    SettingsError
        If the file of overrides cannot be opened or says what it may not say.
    """
    from graph.overrides.file import read_overrides
    from queries.cascade import cascade as compare

    return compare(store, upper, lower, overrides=read_overrides(overrides) if overrides else [])
