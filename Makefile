# Two commands for a fresh clone: `make demo` and `make test`. Both set up what they need in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check lint types floors wheel benchmarks looks lock clean

demo: .venv/run.stamp  ## open a throw-away copy of the sample book
	$(BIN)/review-tui demo

test: .venv/test.stamp  ## the whole test suite
	$(BIN)/python -m pytest -n auto

check: lint types floors  ## what CI asks beside the tests

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp
	$(BIN)/mypy

floors: .venv/test.stamp
	$(BIN)/lint-imports

looks: .venv/test.stamp  ## take the reference pictures again, after looking at them
	$(BIN)/python -m pytest tests/looks --snapshot-update

benchmarks: .venv/test.stamp  ## speed and quality figures, each beside a floor in the same run
	$(BIN)/python -m benchmarks

.venv/run.stamp: .ci/lock-run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r .ci/lock-run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/test.stamp: .ci/lock-test.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --require-hashes -r .ci/lock-test.txt
	touch $@

lock:  ## write the lock files again from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o .ci/lock-run.txt .ci/build.in
	uv pip compile pyproject.toml --group test --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o .ci/lock-test.txt -c .ci/lock-run.txt

clean:
	rm -rf .venv dist build
