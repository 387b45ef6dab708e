"""The lock, the project's dependencies and the Makefile say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", LOCK, re.MULTILINE))
NEVER = ("http:", "https:", "file:", "--index", "--extra", "--find", "--trusted")


def _wanted() -> list[str]:
    lines = (PROJECT / "requirements.in").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def test_everything_but_torch_is_locked_with_hashes_and_without_addresses() -> None:
    assert "torch" not in PINNED
    assert [word for word in NEVER if word in LOCK] == []
    entries = re.split(r"\n(?=[a-z])", LOCK.strip())
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(PINNED)


def test_every_direct_dependency_is_locked() -> None:
    assert [name for name in _wanted() if name not in PINNED] == ["torch==2.13.0"]


def test_the_project_depends_on_the_locked_versions() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {f"{name}=={version}" for name, version in PINNED.items()} | {"torch==2.13.0"}
    assert [name for name in project["dependencies"] if name not in pinned] == []


def test_torch_is_installed_first_by_the_version_that_is_declared() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert '$(PIP) install "torch==2.13.0"' in makefile
