"""The example runs without any endpoint: it says what is missing, and the answer stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_without_any_endpoint_the_answer_stands(model_folder: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.endswith("_API_KEY")}
    ran = subprocess.run(
        [sys.executable, "examples/chat_models.py"],
        cwd=PROJECT,
        env={**env, "PYTHONPATH": str(PROJECT), "ZHENGWEN_HOME": str(model_folder.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = ran.stdout.splitlines()
    assert lines[0] == "问题：科技型中小微企业能领多少创新券？"
    assert "5万元" in ran.stdout
    # Whether a local server happens to run on this machine is not known.
    for start in (
        "通义千问（阿里云百炼）：没有密钥，未询问。请设置 DASHSCOPE_API_KEY",
        "DeepSeek：没有密钥，未询问。请设置 DEEPSEEK_API_KEY",
        "Ollama",
        "llama.cpp",
    ):
        assert [line for line in lines if line.startswith(start)] != []
