"""Changes made by hand that outlive a new load of their plan.

Here belong the file that lists them and the way they are applied to a graph.
An override never changes the plan's own words; it stands beside them.
"""
