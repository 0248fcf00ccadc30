"""Which tests of a run in several processes go together."""

from __future__ import annotations

import re

import neo4j_server
from xdist.scheduler import LoadScopeScheduling

_LINES = "|".join(map(re.escape, neo4j_server.VERSIONS))
#: The line of versions that a test asks is one of its parameters.
_ASKS_A_SERVER = re.compile(rf"\[(?:.*-)?({_LINES})(?:-.*)?\]$")


class ByServer(LoadScopeScheduling):
    """What asks a server goes to one process for each line of versions, which starts it once; other tests go by module."""

    def remove_node(self, node):
        """Give what a process had left when it ended to the others, and return the test that it died in, if it did.

        xdist would hand on that test, which then ends the next process, and finished groups too, for which a process
        waits without end.
        """
        units = self.assigned_work.pop(node)
        died_in = next((test for unit in units.values() for test, done in unit.items() if not done), None)
        if died_in is None:
            return None
        for scope, unit in units.items():
            if died_in in unit:
                unit[died_in] = True
            if not all(unit.values()):
                self.workqueue[scope] = unit
        for other in self.nodes:
            self._reschedule(other)
        return died_in

    def _reschedule(self, node):
        """Give a process more, at least two tests: it runs none before it knows the next or that there is none."""
        super()._reschedule(node)
        while self.workqueue and not node.shutting_down and self._pending_of(self.assigned_work[node]) < 2:
            self._assign_work_unit(node)

    def _split_scope(self, nodeid: str) -> str:
        asked = _ASKS_A_SERVER.search(nodeid)
        return asked[1] if asked else nodeid.partition("::")[0]
