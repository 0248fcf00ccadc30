"""What the graph is: labels, relationships, properties, and what follows from them alone.

Here belong the schema and its words, ids, checks of a graph against the schema, and its frames.
Who an agency is, and where a graph is kept, belong elsewhere; this room imports only `graph.errors`.
"""
