"""Lines become paragraphs, and paragraphs the tree of a plan.

Here belong joining of broken lines, tables in text, headings and their numbers, several plans in a file, metadata.
Who answers for a section is not asked here.
"""
