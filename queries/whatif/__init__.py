"""What a change of the offices would mean: bodies merged, abolished, renamed, a task moved to another body.

A change becomes entries of an overrides file (`acts`); what it means is read off the graphs of the store with these
entries applied (`consequences`), so that loading with the file gives what was told. The store is only read.
"""

from queries.whatif.acts import Abolish, Act, Merge, Move
from queries.whatif.consequences import WhatIf, whatif

__all__ = ["Abolish", "Act", "Merge", "Move", "WhatIf", "whatif"]
