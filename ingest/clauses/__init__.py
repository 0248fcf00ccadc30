"""One responsibility clause: where it stands, whom it names, in which role.

Here belong the groups of a clause, roles and bases, declared rules, and trigger words that no clause took.
A clause knows nothing of the item that it closes.
"""
