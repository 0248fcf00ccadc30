# `make demo` shows the whole way, `make test` runs every test, `make lint` checks style and types; `make` alone lists all.
# make.py does the work, here as on Windows (py make.py demo); it needs only Python 3.11 or newer (PYTHON=python3.12 picks another one).

PYTHON ?= python3
TARGETS := setup demo test lint docs messages neo4j release fuzz clean

.PHONY: help $(TARGETS)

help:
	@$(PYTHON) make.py

$(TARGETS):
	@$(PYTHON) make.py $@
