"""The files that an office keeps beside its store: ``zerentu.lexicon`` and ``zerentu.overrides.toml``.

They are looked for on every run, so that what they say survives loading again. For a
store on a server, beside means in the working directory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreUnavailable
from graph.messages import Message, _
from zerentu.config import value_of
from zerentu.paths import beside

if TYPE_CHECKING:
    import networkx as nx

    from graph.overrides.file import Override
    from graph.stores.store import Revise, Store

__all__ = ["find_overrides", "lexicon_in_force", "limits_in_force", "overrides_of_namesakes", "reviser"]


@contextmanager
def lexicon_in_force(lexicon: str | Path | None = None, db: str | Path | None = None) -> Iterator[None]:
    """Let a lexicon of one's own be in force: `lexicon`, else the one that is set, else ``zerentu.lexicon`` beside the store.

    Inside the block it reaches everything: reading, loading, and names that are asked for.

    Raises
    ------
    SettingsError
        If the file cannot be opened or a line of it is not understood.
    """
    from graph.agencies.lexicon import EMPTY, active, read_lexicon, using

    if lexicon is None and active() is EMPTY and (found := value_of("lexicon")):
        lexicon = found.text
    path = Path(lexicon) if lexicon else beside(db, "zerentu.lexicon")
    if lexicon is None and (active() is not EMPTY or not path.is_file()):
        yield
        return
    from ingest.industries.mentions import industry

    with using(read_lexicon(path)):
        industry("")  # an industry that belongs to none is refused here, not at the first plan
        yield


@contextmanager
def limits_in_force(limits: Mapping[str, float] | None = None) -> Iterator[None]:
    """Let limits of reading be in force: `limits`, then those of the environment, then those of zerentu.toml.

    Without `limits`, inside a block that already says which are in force, those stay.

    Raises
    ------
    SettingsError
        If one of them is wrong.
    """
    from ingest.files.limits import are_given, from_environment, parse_limits, using

    if limits is None and are_given():
        yield
        return
    found = value_of("limits")
    set_here = parse_limits(found.text.replace(",", " ").split(), found.source) if found else {}
    with using({**set_here, **from_environment(), **(limits or {})}):
        yield


def find_overrides(overrides: str | Path | None = None, db: str | Path | None = None) -> list[Override] | None:
    """Return the overrides: of a file, else of the one that is set, else of ``zerentu.overrides.toml`` beside the store.

    None if there is none.

    Raises
    ------
    SettingsError
        If the file cannot be opened or says what it may not say.
    """
    from graph.overrides.file import read_overrides

    if overrides is None and (found := value_of("overrides")):
        overrides = found.text
    path = Path(overrides) if overrides else beside(db, "zerentu.overrides.toml")
    return read_overrides(path) if overrides or path.is_file() else None


def reviser(plans: Sequence[nx.MultiDiGraph], overrides: Sequence[Override], store: Store) -> Revise | None:
    """Return what applies the overrides to a plan as it is stored; agencies that only a plan in the store names can be merged with."""
    from graph.overrides.apply import apply_overrides

    if not overrides:
        return None
    known: dict[str, tuple[str, str | None]] = {}
    if any(override.kind == "merge" for override in overrides):
        with suppress(StoreUnavailable):  # the first load makes the store
            found = store.answer("MATCH (a:Agency) RETURN a.id AS id, a.name AS name, a.region AS region ORDER BY id")
            known = {row["id"]: (row["name"], row["region"]) for row in found.records}
    for graph in plans:
        agencies = ((key, data) for key, data in graph.nodes(data=True) if data["label"] == "Agency")
        known |= {key: (data["name"], data.get("region")) for key, data in agencies}
    return lambda graph: apply_overrides(graph, overrides, known)


def overrides_of_namesakes(graph: nx.MultiDiGraph, stored: str, overrides: Sequence[Override]) -> Iterator[Message]:
    """Yield what is to be said of overrides that name things of a plan by ids that a plan of its title has in the store.

    Parameters
    ----------
    graph
        The plan as it was read.
    stored
        The id that it has in the store.
    """
    from graph.model.same_plan import new_ids

    news = new_ids(graph, stored)
    for override in overrides:
        for value in override.values.values():
            if isinstance(value, str) and value in news:
                yield _(
                    "{where} 的标识 {old} 属于先载入的同名方案，没有用在这份方案上；要更正的如果是这份，请改写为 {new}",
                    where=override.where,
                    old=value,
                    new=news[value],
                )
