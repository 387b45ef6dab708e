"""The audit of dependencies, with stand-ins for pip-audit: nothing is asked over the network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parent.parent
CLEAN = {"name": "a", "version": "1", "vulns": []}
FOUND = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNREACHED = "依赖审计：没有进行，连不上漏洞数据库；请在能联网处运行 make check 补做。\n"


def audited(folder: Path, script: str) -> tuple[int, str]:
    program = folder / "pip-audit"
    program.write_text(f"#!{sys.executable}\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, ".ci/audit", str(program), "5"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    ("dependencies", "code", "said"),
    [
        ([CLEAN], 0, "依赖审计：1个依赖，已知漏洞0个。\n"),
        (
            [CLEAN, FOUND],
            1,
            "依赖审计：2个依赖，已知漏洞1个。\n  b 2：PYSEC-1，已修复于 3\n",
        ),
        (
            [CLEAN, {"name": "c", "skip_reason": "not found"}],
            0,
            "依赖审计：2个依赖，已知漏洞0个，1个未能查询（c）。\n",
        ),
    ],
)
def test_a_known_vulnerability_fails_and_is_named(
    tmp_path: Path, dependencies: list[dict[str, Any]], code: int, said: str
) -> None:
    answer = json.dumps({"dependencies": dependencies})
    assert audited(tmp_path, f"print({answer!r}); raise SystemExit({code})") == (code, said)


def test_where_nobody_can_be_asked_it_is_said_and_nothing_fails(tmp_path: Path) -> None:
    assert audited(tmp_path, "raise SystemExit('ConnectionError')") == (0, UNREACHED)


def test_the_lock_file_is_what_is_held_against_them(tmp_path: Path) -> None:
    script = "import sys, pathlib; pathlib.Path(sys.argv[0] + '.seen').write_text(' '.join(sys.argv[1:]))"
    audited(tmp_path, script)
    seen = (tmp_path / "pip-audit.seen").read_text()
    assert seen.startswith("--requirement requirements.lock --disable-pip --no-deps ")
