"""A document becomes a property graph.

Rooms, lowest first: `language` and `industries`, then `clauses` and `files`, `document`, `tasks` and `targets`;
`parse` puts them together, `to_json` and `to_graph` hand the result on.
"""
