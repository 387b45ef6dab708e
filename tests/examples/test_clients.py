"""The examples of clients, run as they are against a real server over the real documents."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.api.serving import served

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def address(project_settings: Settings, project_service: Service) -> Iterator[str]:
    runtime = Runtime(lambda: project_service)
    runtime.load()
    with served(project_settings, runtime) as address:
        yield address


@pytest.mark.parametrize("name", ["openai_client.py", "langchain_client.py"])
def test_the_example_asks_asks_on_and_shows_sources(address: str, name: str) -> None:
    ran = subprocess.run(
        [sys.executable, f"examples/{name}", address],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    first, _, second = ran.stdout.partition("stream" if "langchain" in name else "流式")
    assert "5万元创新券。[1]" in first
    assert "来源：" in first
    assert "省科技厅" in second
    assert second.count("人工智能生成合成内容") == 1
