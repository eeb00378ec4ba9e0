# `make run` and `make test` do everything on a fresh machine; `make help` lists the rest.
PORT ?= 8501
REALIZED_HOME ?= var
PYTHON ?= python3
VENV ?= .venv
SCREENS ?= screens
COUNT ?= 300
SEED ?= 1
EXAMPLES ?= 50
export PORT REALIZED_HOME

BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help run test lint style types sql format bench demo screens tour lock docs goldens properties fuzz hostile browser clean

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(BIN)/.runtime ## set up, load the demo into an empty store, serve the dashboard on PORT
	$(BIN)/python -m data demo
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless true

# Three at a time, since a browser's tests mostly wait; in the order of the files, where the longest come first.
test: $(BIN)/.dev browser ## set up and run every test, the browser's too
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations=20 --durations-min=5

lint: $(BIN)/.dev ## style, types, architecture and SQL
	@$(MAKE) --no-print-directory -j 2 style types sql

style: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(BIN)/.dev
	$(BIN)/mypy

sql: $(BIN)/.dev
	$(BIN)/sqlfluff lint --processes 2 queries data/store

format: $(BIN)/.dev ## rewrite Python and SQL in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/sqlfluff fix queries data/store

bench: $(BIN)/.dev ## speed and memory, printed as ratios (ONLY=import, questions, server or viewers)
	$(BIN)/python -m tests.benchmarks

demo: $(BIN)/.runtime ## load the demo into an empty store
	$(BIN)/python -m data demo

screens: $(BIN)/.dev browser ## pictures of every page: desktop, phone, dark
	$(BIN)/python -m tests.browser.screens $(SCREENS)

tour: $(BIN)/.dev browser ## the pictures of docs/tour.md, with the demo in them
	$(BIN)/python -m tests.browser.tour

docs: $(BIN)/.dev ## renew the pages of docs/ that are made from the code
	$(BIN)/python -m tests.house.references
	$(BIN)/python -m tests.queries.references
	$(BIN)/python -m tests.data.workbook_page

goldens: $(BIN)/.dev ## renew the golden figures after a wanted change
	GOLDENS=renew $(BIN)/python -m pytest tests/charts

properties: $(BIN)/.dev ## what must hold on any portfolio, on EXAMPLES new ones
	EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest --hypothesis-profile=default tests/queries/test_*properties.py \
	    tests/queries/test_audits.py tests/queries/test_closure.py tests/queries/test_scenarios.py tests/queries/test_strategy.py

fuzz: $(BIN)/.dev ## spoil COUNT files by chance (SEED) and read them with two readers
	$(BIN)/python -m tests.fuzz $(COUNT) $(SEED)

hostile: $(BIN)/.dev browser ## upload every file of the folder FILES to a running server, in a browser
	$(BIN)/python -m tests.hostile $(FILES)

lock: ## renew the pinned requirements from requirements*.in (needs uv)
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header requirements.in -o requirements.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header requirements-dev.in -c requirements.txt -o requirements-dev.txt

clean: ## remove the environment; data is left alone
	rm -rf $(VENV)

# A Chromium for the browser tests: one that is there, else Debian's, else playwright's own.
browser: $(BIN)/.dev
	@$(BIN)/python -m tests.browser.chromium \
	    || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } \
	    || $(BIN)/python -m playwright install --with-deps chromium

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, not " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV) 2>/dev/null \
	    || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv --clear $(VENV); } \
	    || { rm -rf $(VENV); echo "Python's venv module is missing: install it (on Debian: apt-get install python3-venv), then try again."; exit 1; }

$(BIN)/.runtime: requirements.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(BIN)/.dev: requirements-dev.txt $(BIN)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
