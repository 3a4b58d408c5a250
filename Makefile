# make run    一条命令启动系统（只需 Python 3.11 以上与 make）
# make test   全部测试（不含浏览器）      make check  静态检查
# make e2e    浏览器测试（需要 Chromium） make bench  性能测试

PORT ?= 8000
HOST ?= 127.0.0.1
VENV ?= .venv
BIN := $(VENV)/bin
PYTHONS := $(if $(PYTHON),$(PYTHON),python3.13 python3.12 python3.11 python3)

.DEFAULT_GOAL := help
.PHONY: help install dev run test check e2e bench format lock messages clean

help:
	@sed -n 's/^# \{0,1\}//;1,/^$$/p' Makefile

install: $(VENV)/installed
dev: $(VENV)/installed-dev

# A name on PATH may be a version manager's shim that does not run: ask each one what it is.
$(VENV)/installed: requirements.txt
	@set -e; chosen=; \
	for python in $(PYTHONS); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then chosen=$$python; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  echo '未找到 Python 3.11 或更高版本。请先安装 Python 3.11 以上版本，或指定其路径：make $(firstword $(MAKECMDGOALS) install) PYTHON=/路径/python3' >&2; exit 1; \
	fi; \
	if ! "$$chosen" -c 'import venv, ensurepip' >/dev/null 2>&1; then \
	  echo "$$chosen 缺少 venv 模块。Debian、Ubuntu 请执行：apt install python3-venv" >&2; exit 1; \
	fi; \
	"$(BIN)/python" -c '' 2>/dev/null || { rm -rf "$(VENV)"; "$$chosen" -m venv "$(VENV)"; }
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	@touch $@

run: install
	@exec $(BIN)/python manage.py serve --host $(HOST) --port $(PORT)

# The tests of a file stay with one worker. Files in their order: the many small ones last, so that workers end together.
PARALLEL := --dist loadfile --no-loadscope-reorder

test: dev
	$(BIN)/python -m pytest -m "not e2e" -n auto $(PARALLEL) $(ARGS)

# Each worker starts a system of its own: more than two would only wait for each other.
e2e: dev
	$(BIN)/python -m pytest -m e2e -n 2 $(PARALLEL) $(ARGS)

check: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +
	$(BIN)/djlint --lint --quiet templates
	DATA_DIR=$(VENV)/check-data $(BIN)/python manage.py makemigrations --check --dry-run
	DATA_DIR=$(VENV)/check-data HTTPS=1 ALLOWED_HOSTS=selfeval.example $(BIN)/python -W error manage.py check --deploy --fail-level WARNING
	DATA_DIR=$(VENV)/check-data $(BIN)/python manage.py export_schemas --check
	PYTHON=$(BIN)/python .ci/messages

# What benchmarks/engine.py is compared with stands in a folder of its own: it wants other versions than the application.
$(VENV)/installed-bench: requirements-bench.txt $(VENV)/installed
	@rm -rf "$(VENV)/bench-packages"; \
	if "$(BIN)/python" -m pip install --quiet --disable-pip-version-check --no-warn-conflicts --require-hashes --target "$(VENV)/bench-packages" -r requirements-bench.txt; \
	then touch $@; else rm -rf "$(VENV)/bench-packages"; echo '对照用的公式库没有装上，跳过与它的比较。' >&2; fi

# The application's own packages come first on the path.
bench: install $(VENV)/installed-bench
	@own=$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))'); \
	export PYTHONPATH="$$own:$(abspath $(VENV))/bench-packages"; \
	for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

format: dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

# For developers: needs uv and gettext, which nothing else here does.
lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url requirements.in -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url requirements-bench.in -o requirements-bench.txt

messages: dev
	$(BIN)/python manage.py makemessages -l en --no-location --no-obsolete --ignore '.venv*' --ignore data --ignore tests
	$(BIN)/python manage.py compilemessages --ignore '.venv*' --ignore data

clean:
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache test-results
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
