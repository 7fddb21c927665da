# `make run` and `make test` need Python 3.11, pip and nothing else: all that they install goes into .venv, once.
#
#   make run [ARCHIVE=folder]   read
#   make test                   style, types, import contracts, tests, and the wheel as a user would install it
#   make bench [SIZE=10000]     the figures of speed, each beside its yardstick, as one table
#   make clean                  take away all that was made

VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.runs
TESTS := $(VENV)/.tests
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTHON ?= python3
FRESH := cd / && HOME="$(CURDIR)/build/home" XDG_CONFIG_HOME= XDG_CACHE_HOME= "$(CURDIR)/build/fresh/bin/reader"

.PHONY: run test style types contracts suite wheel bench clean

run: $(RUNS)
	@$(BIN)/reader $(if $(ARCHIVE),"$(patsubst ~/%,$(HOME)/%,$(ARCHIVE))")

test: style types contracts suite wheel

style: $(TESTS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TESTS)
	$(BIN)/mypy

contracts: $(TESTS)
	$(BIN)/lint-imports

suite: $(TESTS)
	$(BIN)/pytest -n 2 --dist worksteal

# Installed where nothing of this folder can be found, with its dependencies, and asked for what it brought along.
wheel: $(TESTS)
	rm -rf build
	$(BIN)/python -m build --wheel --outdir build/wheel .
	$(BIN)/python -m venv --without-pip build/fresh
	$(PIP) --python build/fresh/bin/python install --quiet build/wheel/*.whl
	$(FRESH) --version
	($(FRESH) list) > build/list
	cat build/list
	test $$(wc -l < build/list) -eq $$(find articles -type f | wc -l)

bench: $(TESTS)
	@$(BIN)/python tests/benchmarks/run.py $(SIZE)

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find reader tests -name __pycache__ -prune -exec rm -rf {} +

# Some systems split `venv` from Python; pip can fill an environment from outside then.
$(BIN)/python:
	@for python in "$(PYTHON)" python3.11 python3.12 python3.13 python3.14; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Python 3.11 or later is needed; PYTHON=… names it" >&2; exit 1; fi; \
	echo "making $(VENV) with $$found"; \
	"$$found" -m venv $(VENV) 2>/dev/null || { \
	  rm -rf $(VENV) && "$$found" -m venv --without-pip $(VENV) && \
	  "$$found" -m pip --python $(BIN)/python install --quiet pip; \
	}

# --group needs a pip of 2025.
$(RUNS): pyproject.toml | $(BIN)/python
	@echo "installing what reader needs into $(VENV)"
	@$(PIP) install --quiet --upgrade 'pip>=25.1'
	@$(PIP) install --quiet --editable .
	@touch $@

$(TESTS): $(RUNS)
	@echo "installing what its tests need into $(VENV)"
	@$(PIP) install --quiet --group dev
	@touch $@
