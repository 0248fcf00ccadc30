"""A document becomes a property graph.

Rooms, lowest first: `language` and `industries`, then `clauses` and `files`, `document`, `targets` and `tasks`;
`parse` puts them together into what `parsed` describes, `to_json` and `to_graph` hand the result on.
"""
