"""What the graph is, who is meant in it, and where it is kept.

Rooms, lowest first: `model`, `agencies`, `stores`, `overrides`, `exports`; `errors` and `files` serve all of them.
"""
