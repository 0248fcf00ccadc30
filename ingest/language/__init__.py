"""Characters and words of official documents, without regard to where they stand.

Here belong width and offsets, numerals and item numbers, labels and role verbs, titles, lists of agencies.
The words themselves are tables in `data/`; a new word is a new line there.
"""
