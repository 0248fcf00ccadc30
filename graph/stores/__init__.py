"""Where a graph is kept: one `Store` protocol, one room an engine.

Here belong what every store does and the choice between them; `embedded` holds LadybugDB, `server` Neo4j.
A new engine is a new room beside these two, and passes the same contract test.
"""
