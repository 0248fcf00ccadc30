"""From plan to plan: what a plan below makes of the tasks, targets and owners of a plan above.

Everything is counted from the two texts; nothing is learned, nothing depends on other plans in the store. How a
counterpart is found stands in `links`, how two targets compare in `verdicts`, how owners compare in `owners`.
"""

from queries.cascade.compare import Cascade, cascade
from queries.cascade.links import Link

__all__ = ["Cascade", "Link", "cascade"]
