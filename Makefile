# Needs make, and Python 3.11 or newer with venv and pip. All else goes into .venv.

PYTHON = python3
ARGS =
FUZZ = 20000

.PHONY: help run test fuzz lint types bench snapshots pictures clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: .venv/run.stamp ## read the report; ARGS="..." goes to reporttui
	@.venv/bin/reporttui $(ARGS)

test: .venv/dev.stamp ## run the whole suite; ARGS="..." goes to pytest
	@.venv/bin/python -m pytest -n auto $(ARGS)

fuzz: .venv/dev.stamp ## try what comes from outside on many more examples; FUZZ=20000 each
	@FUZZ=$(FUZZ) .venv/bin/python -m pytest -n auto tests/fuzz tests/readers tests/library $(ARGS)

lint: .venv/dev.stamp ## check style, floors, and that all that is generated is current
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/lint-imports --no-logo
	.venv/bin/python scripts/words.py check
	.venv/bin/python scripts/schema.py --check
	.venv/bin/python scripts/variants.py --check
	.venv/bin/python scripts/pinyin.py --check
	.venv/bin/python scripts/keys.py --check
	.venv/bin/python scripts/export_schema.py --check
	.venv/bin/python scripts/manual.py --check

types: .venv/dev.stamp ## check types
	.venv/bin/mypy

bench: .venv/dev.stamp ## measure start, keys, bytes and memory; takes minutes
	@.venv/bin/python bench/filter.py
	@.venv/bin/python bench/screen.py $(ARGS)
	@.venv/bin/python bench/slow_line.py
	@.venv/bin/python bench/importing.py
	@.venv/bin/python bench/export.py

snapshots: .venv/dev.stamp ## draw the SVG snapshots of tests/tui anew
	@.venv/bin/python -m pytest tests/tui --snapshot-update $(ARGS)

pictures: .venv/dev.stamp ## draw the READMEs' pictures anew
	@.venv/bin/python scripts/screenshot.py docs/reporttui.svg --lang zh $(PRESSED)
	@.venv/bin/python scripts/screenshot.py docs/reporttui.en.svg --lang en $(PRESSED)

# A query, and from one of its metrics to the sentence.
PRESSED = --size 120x40 --theme dark --press slash 行 政 enter 3 j j enter

clean: ## remove all that make and the tools have written
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .ruff_cache
	rm -f snapshot_report.html
	find . -name __pycache__ -prune -exec rm -rf {} +

define CHECK_PYTHON
import sys
if sys.version_info < (3, 11):
    sys.exit("reporttui needs Python 3.11 or newer, and this is %d.%d; "
             "name another: make PYTHON=python3.12" % sys.version_info[:2])
try:
    import ensurepip, venv
except ImportError:
    sys.exit("this Python has no venv; on Debian and Ubuntu: apt install python3-venv")
endef
export CHECK_PYTHON

# Talk goes to stderr: stdout belongs to the report.
INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable

.venv/run.stamp: pyproject.toml
	@command -v $(PYTHON) >/dev/null || \
	    { echo "there is no $(PYTHON); reporttui needs Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@echo "installing into .venv" >&2
	@$(PYTHON) -m venv .venv >&2
	@$(INSTALL) . >&2
	@touch $@

# After the other, since two pips in one .venv get in each other's way.
.venv/dev.stamp: .venv/run.stamp
	@echo "installing what tests need into .venv" >&2
	@$(INSTALL) '.[dev]' >&2
	@touch $@
