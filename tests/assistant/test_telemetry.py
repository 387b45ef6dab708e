from __future__ import annotations

import os
import subprocess
import sys

import pytest

from assistant.telemetry import OFF, switch_off_telemetry


def test_what_the_user_had_set_does_not_switch_telemetry_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "True")
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    switch_off_telemetry()
    assert {name: os.environ[name] for name in OFF} == OFF


def test_libraries_take_the_switch() -> None:
    code = (
        "from assistant.telemetry import switch_off_telemetry; switch_off_telemetry()\n"
        "import gradio, huggingface_hub.constants as hub, langsmith.utils as tracing\n"
        "print(gradio.Blocks().analytics_enabled, hub.HF_HUB_DISABLE_TELEMETRY,"
        " tracing.tracing_is_enabled())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True", "False"]
