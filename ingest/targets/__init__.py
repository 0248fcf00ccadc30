"""Numbers and years that the plan wants reached, told from those that it only mentions.

Here belong quantities and their units, dates, the rules that decide, and indicator tables.
Every target keeps the sentence that it came from.
"""
