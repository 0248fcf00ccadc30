"""What an office sends out on paper: the task table of a plan and the notice of supervision, as Word documents.

`rows` takes out of a store what a table says, `task_table` and `bulletin` write it, `forms` holds what both look like, and
`template` puts it into a document of the user's own. python-docx is imported when a document is written, not before.
"""
