# Everything runs inside .venv, which the first command makes: with uv where it is present, else with a uv of its own.
PYTHON ?= $(shell for p in python3.13 python3.12 python3; do $$p -c 'import sys; sys.exit(not (3, 12) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
FILE ?= ../shared/corpus/dev.jsonl
PAGE ?= evaluation.html
CORPUS ?= ../shared/corpus
SECONDS ?= 240
SEED ?= 1
BIN := $(VENV)/bin
UV := $(or $(shell command -v uv 2>/dev/null),$(BIN)/uv)
UV_VERSION := 0.13.9
# Trust the certificates that this machine trusts (newer and older uv have a name each for it).
export UV_SYSTEM_CERTS := 1
export UV_NATIVE_TLS := 1
PIP := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet --constraint requirements.lock

.PHONY: help demo run test check format evaluate bench soak audit train lock browser clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.run ## open the sandbox: play customer and seller, no token needed
	$(BIN)/aram sandbox

run: $(VENV)/.run ## start the real bot: BOT_TOKEN=… make run
	$(BIN)/aram run

test: $(VENV)/.dev browser ## run every test
	$(BIN)/pytest -n auto

check: $(VENV)/.dev ## format, lint, types, import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## put the code in its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: $(VENV)/.run ## measure detection: FILE=labelled.jsonl, PAGE=plots.html
	$(BIN)/aram evaluate $(FILE) --page $(PAGE)

bench: $(VENV)/.dev ## measure against hazm, bare bots and BERT-base, as ratios
	$(BIN)/python -m benchmarks

soak: $(VENV)/.dev ## kill Aram and break what it stands on, and count what is lost: SECONDS=240 SEED=1
	$(BIN)/python -m tests.soak --seconds $(SECONDS) --seed $(SEED)

audit: $(VENV)/.dev ## look up known holes in what Aram is built on (asks the package index)
	$(UV) tool run pip-audit --requirement requirements.lock --no-deps --disable-pip

train: $(VENV)/.train ## make the model anew from the conversations, about two hours
	$(BIN)/aram train --corpus $(CORPUS)

lock: $(VENV)/bin/python ## choose the newest versions anew
	$(UV) pip compile --quiet --universal --python-version 3.12 --extra dev --extra train --no-emit-index-url --no-emit-find-links --no-header pyproject.toml --output-file requirements.lock --upgrade

browser: # the page's tests drive a real Chromium
	@sh tests/bring_chromium.sh

clean: ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Aram needs Python 3.12 or 3.13; none was found. Install one, or say PYTHON=/path/to/python3.13."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@command -v uv >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet uv==$(UV_VERSION)

$(VENV)/.run: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.train: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) --editable '.[train]'
	@touch $@ $(VENV)/.run
