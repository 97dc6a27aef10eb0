# `make` prints this list. Everything runs in .venv, made from requirements.lock by whatever needs it first.
SHELL := /bin/bash
PYTHON ?= $(firstword $(foreach each,python3.11 python3.12 python3.13 python3,$(shell command -v $(each) 2>/dev/null)))
BIN := .venv/bin
STAMP := .venv/set-up
CASE := demo-case
DATA ?=
ONLY ?=

.PHONY: servers help setup browser chromium check test spec demo bench docs lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 14

setup: $(STAMP)  ## make .venv from the locked, hashed requirements (once, and again when the lock changes)

$(STAMP): requirements.lock pyproject.toml package-lock.json
	@test -n "$(PYTHON)" || { echo "Sijill needs Python 3.11 or newer and found none: install python3.11 and run make again." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sijill needs Python 3.11 or newer; $(PYTHON) is older: run make PYTHON=<path>." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv; } \
	  || { echo "Python cannot make a virtual environment here: install python3-venv and run make again." >&2; exit 1; }
	@ldconfig -p | grep -q libpangoft2-1.0 || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; } \
	  || { echo "Dossiers need Pango: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0 and run make again." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing into .venv"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(MAKE) --no-print-directory browser
	@touch $@

browser: package-lock.json  ## fetch the script that the desk ships, and what its tests drive a browser with (needs npm)
	@command -v npm >/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq nodejs npm; } || \
	  { echo "npm is missing: the desk works without its script, but slower; install nodejs and npm and run make browser." >&2; exit 0; }
	@if command -v npm >/dev/null; then npm ci --silent --ignore-scripts --no-audit --no-fund \
	  && cp node_modules/htmx.org/dist/htmx.min.js sijill/review/web/static/; fi

check: setup  ## format, lint, strict types, import contracts, spelling, links; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell sijill tests bench docs *.md
	$(BIN)/python docs/links.py

chromium:
	@command -v chromium-headless-shell >/dev/null || { test "$$(id -u)" = 0 && { apt-get update -qq; apt-get install -y -qq chromium-headless-shell fonts-noto-core; }; } \
	  || command -v chromium >/dev/null \
	  || { echo "Tests of the desk need a browser: install chromium-headless-shell and run make again." >&2; exit 1; }

test: setup chromium servers  ## every test, on two cores, within the time budget of each family
	$(BIN)/pytest -n 2 --dist loadfile

servers:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq postgresql; } \
	  || { echo "The tests start a PostgreSQL of their own: install the package postgresql and run make again." >&2; exit 1; }
	@command -v strace >/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq strace; } \
	  || { echo "The tests cut the power with strace: install the package strace and run make again." >&2; exit 1; }
	@command -v tesseract >/dev/null && tesseract --list-langs 2>&1 | grep -q ara || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq tesseract-ocr tesseract-ocr-ara; } \
	  || { echo "The tests read pictures with tesseract: install the packages tesseract-ocr and tesseract-ocr-ara and run make again." >&2; exit 1; }
	@command -v bwrap >/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq bubblewrap; } \
	  || { echo "The tests read files in bubblewrap too: install the package bubblewrap and run make again." >&2; exit 1; }

spec: setup  ## print the specification, which is tests/spec, as a document
	@$(BIN)/python docs/specification.py

demo: setup  ## run a small invented case from start to finish and name the pages it wrote
	@if [ -f $(CASE)/case.toml ]; then rm -rf $(CASE); fi
	@$(BIN)/sijill demo --no-open --to $(CASE)

bench: setup  ## measure against the sets found in DATA and rewrite the tables of docs/benchmarks.md
	@test -n "$(DATA)" || { echo "Say where the sets are: make bench DATA=DIR" >&2; exit 1; }
	$(BIN)/python -m bench --data "$(DATA)" $(if $(ONLY),--only $(ONLY))

docs: setup  ## write again what is written by programs: specification, commands, sample of the README
	$(BIN)/python docs/specification.py --write
	$(BIN)/python docs/commands.py
	$(BIN)/python docs/sample.py
	$(BIN)/python docs/links.py

lock:  ## resolve requirements.lock again (needs uv)
	uv pip compile --no-config --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras \
	  --extra dev pyproject.toml -o requirements.lock --quiet --upgrade

clean:  ## remove what make made, except .venv
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build dist
	if [ -f $(CASE)/case.toml ]; then rm -rf $(CASE); fi
