"""Industries that a task acts on: a lexicon, longest match first.

Here belong the table of industries, the wider ones of each, and how a text presents them.
An industry named only as a customer is none that the task acts on.
"""
