"""The tree becomes tasks: the smallest passages governed by one clause.

Here belong parts of an item, inheritance, task tables, duty lists, and what 下同 says for the tasks that follow.
Numbers and industries in a task's text belong elsewhere.
"""
