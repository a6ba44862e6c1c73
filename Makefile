# Kakehashi: every job does its own set-up. `make help` lists them.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
# The machine's own certificates, as pip and npm are set up to use them too.
export UV_SYSTEM_CERTS := true

PORT ?= 8000
DEMO_DIR ?= demo-workspace

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs messages assets browser lock clean

help:  ## list the jobs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /' | awk -F': ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/.ready: pyproject.toml constraints.txt hatch_build.py
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 is needed. Set PYTHON to its path: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Kakehashi needs into $(VENV) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --python $(RUN) --constraint constraints.txt --editable '.[dev]'
	@touch $@

.venv: $(VENV)/.ready

assets: $(VENV)/.ready
	@$(RUN) -m tools.assets
	@$(RUN) -m tools.messages compile

browser: $(VENV)/.ready
	@$(RUN) -m tools.browser

demo: assets  ## make the demo workspace (once) and serve it: PORT=8000, DEMO_DIR=demo-workspace
	@$(BIN)/kakehashi demo --dir $(DEMO_DIR) --port $(PORT) $(DEMO_FLAGS)

check: assets  ## style, types, architecture, messages, migrations
	@$(BIN)/ruff check src tests tools benchmarks
	@$(BIN)/ruff format --check --quiet src tests tools benchmarks || { echo "Run: $(BIN)/ruff format src tests tools benchmarks"; exit 1; }
	@$(BIN)/lint-imports --no-cache
	@$(RUN) -m tools.picture check
	@$(RUN) -m tools.assets check
	@$(BIN)/mypy
	@$(RUN) -m tools.messages check
	@mkdir -p build/check && KAKEHASHI_HOME=build/check $(BIN)/python -m django makemigrations --check --dry-run --settings kakehashi.office.config.settings

test: check browser  ## everything: checks, engines, the office on SQLite and on PostgreSQL, browser journeys
	@KAKEHASHI_WHOLE_SUITE=yes $(BIN)/pytest --quiet
	@echo "The office again, on PostgreSQL:"
	@KAKEHASHI_TEST_DATABASE=postgresql $(BIN)/pytest --quiet tests/office

bench: assets  ## measure: results are printed and written to benchmarks/results
	@$(RUN) -m benchmarks

docs: $(VENV)/.ready  ## build the documentation into site/
	@$(BIN)/uv pip install --quiet --python $(RUN) --constraint constraints.txt --editable '.[dev,docs]'
	@$(BIN)/mkdocs build --strict --quiet && echo "Open site/index.html"

messages: $(VENV)/.ready  ## extract messages, bring the four catalogues up to date, compile them
	@$(RUN) -m tools.messages update
	@$(RUN) -m tools.messages check

lock: $(VENV)/.ready  ## renew constraints.txt
	@$(BIN)/uv pip compile --quiet --upgrade --all-extras --python-version 3.11 --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file constraints.txt pyproject.toml

clean:  ## take away everything that can be made again (not the demo workspace)
	rm -rf $(VENV) build site src/kakehashi/office/static/dist frontend/node_modules
