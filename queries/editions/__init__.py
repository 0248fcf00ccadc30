"""Two editions of a plan: what was added, dropped, moved, reworded, split and joined, and who has to be told.

Editions are read from property graphs, so that files and loaded plans compare alike. `matching` finds which task is which,
`changes` tells what changed in it.
"""

from queries.editions.changes import Change, Comparison, compare_editions
from queries.editions.edition import Edition

__all__ = ["Change", "Comparison", "Edition", "compare_editions"]
