"""Word: the runs, lists and tables of a .docx become lines as Word shows them.

Here belong automatic numbering, pictures and text boxes, tracked changes and hidden text.
Only what Word would print is read; what it would not is told.
"""
