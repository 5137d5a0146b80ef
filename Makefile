# Two commands for a fresh clone: `make demo` and `make test`. Both set up what they need in .venv from
# the lock files in .ci, and may be run again at any time. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
ARGS ?=
# One more than there are processors: tests that wait for git or for a screen leave theirs free.
WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)" 2>/dev/null)

# The scripts in .venv hold the path they were made under, so in a checkout that was moved or copied, or
# whose Python is gone, .venv is made anew. run.stamp remembers the path.
PLACE := $(shell cat .venv/run.stamp 2>/dev/null)
USABLE := $(shell $(BIN)/python -c "print('yes')" 2>/dev/null)
ifneq "$(PLACE)" ""
ifneq "$(PLACE) $(USABLE)" "$(CURDIR) yes"
ANEW := anew
endif
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test soak hubs check lint types layers looks benchmarks wheel lock clean anew

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
	while IFS='|' read -r goal words; do printf '  make %-12s %s\n' "$$goal" "$$words"; done

demo: .venv/run.stamp  ## open a throw-away copy of the sample book
	@$(BIN)/python -m review_tui demo $(ARGS)

test: .venv/test.stamp  ## run the whole test suite (ARGS="-k period" for a part of it)
	$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

soak: .venv/test.stamp  ## run the variants of slow tests that `make test` leaves out
	$(BIN)/python -m pytest -n $(WORKERS) -m soak $(ARGS)

hubs: .venv/test.stamp  ## push to real hubs: gitolite over OpenSSH (where they are installed), git over HTTP
	$(BIN)/python -m pytest -m soak tests/hubs $(ARGS)

check: lint types layers  ## what is asked of the code beside the tests

lint: .venv/test.stamp  ## ruff: rules and format
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

types: .venv/test.stamp  ## mypy --strict
	$(BIN)/python -m mypy

layers: .venv/test.stamp  ## import-linter: layers import from below
	$(BIN)/lint-imports

looks: .venv/test.stamp  ## take the reference pictures again, after looking at them
	$(BIN)/python -m pytest tests/looks --snapshot-update

benchmarks: .venv/test.stamp  ## speed and quality figures, each beside a peer (ARGS="redline" for one)
	@$(BIN)/python -m benchmarks $(ARGS)

wheel: .venv/test.stamp  ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

.venv/run.stamp: .ci/lock-run.txt pyproject.toml $(ANEW)
	@echo "Setting up .venv in $(CURDIR)"
	@$(PYTHON) -c "import sys; v = sys.version_info; v >= (3, 11) or sys.exit('review-tui needs Python 3.11 or later; $(PYTHON) is %d.%d. Name a newer one: make PYTHON=python3.12 ...' % v[:2])"
	@$(if $(ANEW),rm -rf .venv)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r .ci/lock-run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@printf '%s\n' "$(CURDIR)" > $@

.venv/test.stamp: .ci/lock-test.txt .venv/run.stamp
	@echo "Setting up what the tests need"
	@$(PIP) install --require-hashes -r .ci/lock-test.txt
	@touch $@

lock:  ## write the lock files again from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o .ci/lock-run.txt .ci/build.in
	uv pip compile pyproject.toml --group test --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o .ci/lock-test.txt -c .ci/lock-run.txt

clean:  ## throw away .venv and what was built
	rm -rf .venv dist build
