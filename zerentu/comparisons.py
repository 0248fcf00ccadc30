"""Comparisons of plans as part of the public API: what the command line does, as functions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UnknownNameError
from graph.messages import _

if TYPE_CHECKING:
    from graph.stores.store import Store
    from queries.cascade import Cascade
    from queries.editions import Comparison, Edition
    from queries.whatif import Act, WhatIf

__all__ = ["cascade", "diff", "whatif"]


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


def diff(old: str | Path, new: str | Path, *, store: Store | None = None, region: str | None = None) -> Comparison:
    """Return what changed from one edition of a plan to another; see docs/diff.md.

    Parameters
    ----------
    old, new
        Files, or plans of `store`: a region that has one plan, or the id, number or title of a plan.
    store
        An open store, where one of them is no file.
    region
        The region of the plans, where the files do not tell.

    Raises
    ------
    ReadError, ParseError
        If a file cannot be read.
    UnknownNameError
        If a file holds several plans, or no plan, or more than one, of the store is meant.
    """
    from queries.editions import compare_editions

    return compare_editions(_edition(old, store, region), _edition(new, store, region))


def whatif(store: Store, acts: Sequence[Act], *, region: str | None = None, plan: str | None = None) -> WhatIf:
    """Return what changes of the offices would mean for the plans of a store, which stays as it is; see docs/whatif.md.

    Parameters
    ----------
    store
        An open store.
    acts
        Changes (``Merge``, ``Abolish``, ``Move`` of `queries.whatif`), one after the other.
    region, plan
        Where the agencies and tasks are, if several have their names.

    Raises
    ------
    UnknownNameError
        If no agency or task is meant, or more than one.
    """
    from queries.whatif import whatif as suppose

    return suppose(store, acts, region=region, plan=plan)


def _edition(meant: str | Path, store: Store | None, region: str | None) -> Edition:
    from queries.editions import Edition
    from queries.plans import plan_of_region
    from zerentu.library import graphs

    if Path(meant).is_file() or store is None:
        found = graphs(meant, region=region)
        if len(found) > 1:
            raise UnknownNameError(_("{path} 里有 {count} 份方案；请先载入，再写标题", path=meant, count=len(found)))
        return Edition.of(found[0])
    from graph.model.split import split

    return Edition.of(split(store.graph())[plan_of_region(store, str(meant))["id"]])
