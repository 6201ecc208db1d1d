# Every target makes its own virtual environment: Python 3.11 or newer and make are all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test browser check bench docs notebooks clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 10

# The stamps are newer than pyproject.toml where the environment holds what it asks for.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("claimgraph needs Python 3.11 or newer; set PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[check]'
	@touch $@

demo: $(VENV)/.installed  ## who said what in the seed articles, as the reader finds it
	@$(BIN)/python -m claimgraph.cli overview --read seeds

# What is put into a page to check it; npm fetches it by name.
AXE := tests/browser/node_modules/.package-lock.json
$(AXE): tests/browser/package-lock.json
	cd tests/browser && npm ci --silent --no-audit --no-fund
	@touch $@

test: $(VENV)/.tools  ## all tests; those on PostgreSQL and in a browser where they are installed
	$(BIN)/python -m pytest

browser: $(VENV)/.tools $(AXE)  ## only the tests in a browser: chromium, chromedriver and npm are installed
	$(BIN)/python -m pytest -m browser tests/browser

check: $(VENV)/.tools  ## style, types, layers, documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sphinx-build --quiet --fail-on-warning --nitpicky docs docs/_build/html

bench: $(VENV)/.tools  ## speed, memory and the long reliability runs; writes bench/out
	$(BIN)/python -m bench
	$(BIN)/python -m bench.comparing
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.kill --kills 200
	$(BIN)/python -m bench.contention --seconds 20
	$(BIN)/python -m bench.contention --seconds 20 --postgresql
	$(BIN)/python -m pytest -q --hypothesis-profile=bench tests/store/test_state_machine.py

docs: $(VENV)/.tools  ## the documents as HTML, in docs/_build/html
	$(BIN)/sphinx-build --fail-on-warning --nitpicky docs docs/_build/html

notebooks: $(VENV)/.tools  ## execute the notebooks of examples/ anew, and save what they show
	$(BIN)/python -m tests.docs.notebooks

clean:  ## throw away what was made, the environment too
	rm -rf $(VENV) tests/browser/node_modules docs/_build bench/out .mypy_cache .pytest_cache .ruff_cache .hypothesis
