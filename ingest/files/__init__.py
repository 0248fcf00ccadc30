"""One module a file format: bytes become the lines of the document in reading order.

Every reader keeps one convention: a paragraph is one line with its number, a table row
is one line with its cells separated by tabs and merged cells filled. What follows
never learns which format a plan came in.
"""
