"""PDF: characters and ruling lines become paragraphs and table rows.

Here belong pages, lines, columns, tables with and without lines, running heads and footnotes.
Only this room imports PDFium.
"""
