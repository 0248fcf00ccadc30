"""The page that ``zerentu serve`` serves on this computer, for those who never open a console.

Whatever answers a browser belongs here: who may ask (`guard`), what comes in (`tray`), the process that reads and writes
(`helper`, `process`), the one queue of work (`office`), what goes out (`pages`, `answers`, `downloads`). What is done is
what the commands do; nothing is read, asked or written in a way of its own. Starlette and uvicorn are imported only here.
"""
