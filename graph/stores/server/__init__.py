"""The Neo4j store: Cypher over Bolt with the official driver, whole plans in a transaction.

Here belong connections, their errors in plain words, statements and the exchange of a plan.
Nothing outside this room imports the driver.
"""
