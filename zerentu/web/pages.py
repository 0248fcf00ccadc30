"""The pages that a browser gets: the one of the office, and the explorer with a way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zerentu.settings import language
from zerentu.web.words import page_words

if TYPE_CHECKING:
    from graph.overrides.file import Override
    from graph.stores.store import Store
    from viz.offline import Page
    from zerentu.web.office import Office

__all__ = ["EXAMPLES", "explorer_of", "home_page"]

#: Questions are asked in Chinese, as plans are written; each has an answer in any store.
EXAMPLES = ("哪些任务没有责任单位", "哪些任务没有牵头单位", "2027年到期的目标有哪些", "牵头任务最多的是哪个单位")


def home_page(office: Office) -> Page:
    """Return the page on which plans are dropped, questions asked and files taken away.

    Parameters
    ----------
    office
        What the server works on.
    """
    from ingest.files.read import SUFFIXES
    from viz.offline import island, make_page

    words = page_words()
    data = {
        "words": words,
        "megabytes": office.tray.most / 1e6,
        "endings": list(SUFFIXES),
        "run": office.run,
        "examples": EXAMPLES,
    }
    return make_page(
        "serve",
        styles=("explorer", "serve"),
        served=True,
        lang=language(),
        words=words,
        store=office.db if "://" in office.db else Path(office.db).name,
        place=office.db,
        data=island(data),
    )


def explorer_of(store: Store, overrides: Sequence[Override] | None) -> Page:
    """Return the explorer over a store as it is now.

    Parameters
    ----------
    store
        An open store.
    overrides
        The entries of the overrides file.
    """
    from viz.explorer import explorer_page
    from zerentu.explorer import explorer_content

    return explorer_page(explorer_content(store, overrides=overrides), lang=language(), home="/")
