# `make demo` shows the whole way, `make test` runs every test, `make lint` checks style and types.
# All of them make .venv first and need only Python 3.11 or newer (PYTHON=python3.12 picks another one).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := graph ingest queries viz zerentu

.PHONY: demo test lint docs messages neo4j clean

demo: $(VENV)/.installed
	$(BIN)/zerentu demo

test: $(VENV)/.tested
	$(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder

lint: $(VENV)/.linted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(addprefix -p ,$(PACKAGES))

neo4j: $(VENV)/.tested
	$(BIN)/python tests/neo4j_server.py

docs: $(VENV)/.installed
	$(BIN)/python -m zerentu.reference

messages: $(VENV)/.installed
	$(BIN)/python -m zerentu.translations

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "zerentu needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.linted: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[test,lint]'
	@touch $@

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
