"""Who works with whom: agencies that answer for the same tasks, and what that says about them.

`cooperation` counts, `findings` answers: who is the bottleneck, which pairs must coordinate most, which tasks hang on a
collective, who joins groups that share nothing else. `graphml` writes the network for other programs.
"""

from queries.network.cooperation import Cooperation, SharedTask, cooperation
from queries.network.findings import Bottleneck, Bridge, Findings, Hanging, Pair, findings

__all__ = [
    "Bottleneck",
    "Bridge",
    "Cooperation",
    "Findings",
    "Hanging",
    "Pair",
    "SharedTask",
    "cooperation",
    "findings",
]
