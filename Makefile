# Two commands: `make run` starts Zhengwen, `make test` checks everything.
# Both build .venv themselves; a stamp file remembers what is already done.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check

# Two-thread runs stall badly when the machine is busy; one thread loses nothing here.
export OMP_NUM_THREADS ?= 1
export TOKENIZERS_PARALLELISM ?= false

.DEFAULT_GOAL := help
.PHONY: help run index test check pytest bench eval lock system clean

help:
	@echo "make run    安装、准备编码器、建立索引，并在 http://127.0.0.1:8000 启动"
	@echo "make test   格式、静态检查、类型与全部测试"
	@echo "make index  只建立或更新索引"
	@echo "make bench  速度与内存，写入 bench/results.json"
	@echo "make eval   用自带的问题集评测，并生成报告"
	@echo "make lock   由 requirements.in 重新生成 requirements.lock"

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 或更高版本；可用 make run PYTHON=/路径/python3.11 指定。" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "建立虚拟环境失败；Debian/Ubuntu 请先安装 python3-venv。" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

# torch comes first, by version: its builds differ between machines, so no hash fits all of them.
$(VENV)/.torch: $(VENV)/.created Makefile
	$(PIP) install "torch==2.13.0"
	@touch $@

$(VENV)/.locked: requirements.lock $(VENV)/.torch
	$(PIP) install --require-hashes --no-deps -r requirements.lock
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# `serve` prepares the encoder and the index where they are missing or out of date.
run: $(VENV)/.installed
	@exec $(BIN)/zhengwen serve

index: $(VENV)/.installed
	@$(BIN)/zhengwen index

# Chromium and a Chinese font, for the browser tests; without them those tests are skipped.
system:
	@.ci/system-packages

check: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(PY) .ci/audit $(BIN)/pip-audit

pytest: $(VENV)/.installed system
	$(BIN)/pytest

test: check pytest

bench: $(VENV)/.installed
	@$(PY) -m eval bench

eval: $(VENV)/.installed
	@$(PY) -m eval report

# pip-tools lives in an environment of its own: it is no dependency of the project.
# pip-compile ends with a warning that torch is left out, which is what we want.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip --disable-pip-version-check install "pip-tools==7.6.2"
	$(VENV)-lock/bin/pip-compile --strip-extras --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate \
	  --unsafe-package torch --output-file requirements.lock requirements.in
	sed -i -e '/^# /d' -e '/^$$/d' requirements.lock
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) var build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
