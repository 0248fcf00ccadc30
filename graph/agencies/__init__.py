"""Who is meant: from a name in a plan to one agency of one region.

Here belong regions, levels, endings and kinds of names, short names, renames and the user's lexicon.
Nothing is matched by likeness; a name that no rule resolves stays as it is written.
"""
