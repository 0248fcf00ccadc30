"""The tree becomes tasks: the smallest passages governed by one clause.

Here belong the tasks of an item, inheritance, task tables, duty lists, and what 下同 says for the tasks that follow.
A task is told whole: owners with their quotes, industries, the year it is due.
"""
