"""Which tests of a run in several processes go together."""

from __future__ import annotations

import re

import neo4j_server
from xdist.scheduler import LoadScopeScheduling

_LINES = "|".join(map(re.escape, neo4j_server.VERSIONS))
#: The line of versions that a test asks is one of its parameters.
_ASKS_A_SERVER = re.compile(rf"\[(?:.*-)?(?:{_LINES})(?:-.*)?\]$")


class ByServer(LoadScopeScheduling):
    """What asks a server goes to one process, which starts each server once; other tests go by module."""

    def _split_scope(self, nodeid: str) -> str:
        return "server" if _ASKS_A_SERVER.search(nodeid) else nodeid.partition("::")[0]
