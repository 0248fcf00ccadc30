"""Pages: HTML, saved pages (MHTML) and Markdown become lines as a browser shows them.

Here belong lists, tables, and the choice of the main text among what surrounds it.
Nothing is fetched, no script runs.
"""
