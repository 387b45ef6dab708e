from __future__ import annotations

import sys

import pytest

from eval.bench.processes import run_command
from eval.errors import EvalError


def test_a_command_is_measured_in_seconds_and_in_megabytes_at_its_peak() -> None:
    code = "import time; held = bytearray(b'x') * (300 * 2**20); del held; time.sleep(0.2)"
    seconds, memory = run_command((sys.executable, "-c", code))
    assert 0.2 <= seconds < 30
    assert 300 <= memory < 3000


def test_a_command_that_fails_is_an_error_with_its_complaint() -> None:
    with pytest.raises(EvalError, match=r"退出码 3）：no such thing。"):
        run_command(
            (
                sys.executable,
                "-c",
                "import sys; sys.stderr.write('no such thing'); sys.exit(3)",
            )
        )
