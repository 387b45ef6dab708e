"""Qwen, DeepSeek, Ollama and llama.cpp behind the same question, by settings alone.

    python examples/chat_models.py ["问题"]

For the hosted ones set DASHSCOPE_API_KEY or DEEPSEEK_API_KEY; for the local ones start the server.
Whatever cannot be reached is named, and the answer stands without it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from pydantic import SecretStr

from assistant.models import Answer
from assistant.settings import Settings
from assistant.wiring import assistant_over, current_index

QUESTION = "科技型中小微企业能领多少创新券？"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What is set for one provider; `key` names the environment variable that holds the key."""

    name: str
    model: str
    base_url: str
    key: str | None
    missing: str

    @property
    def settings(self) -> Settings:
        """The settings of the project with this endpoint, and little patience."""
        return Settings(
            chat_model=self.model,
            chat_base_url=self.base_url,
            chat_api_key=SecretStr(os.environ.get(self.key or "", "none")),
            chat_retries=0,
        )


ENDPOINTS = (
    Endpoint(
        "通义千问（阿里云百炼）",
        "qwen-plus",
        "https://dashscope.aliyuncs.com/compatible-mode/v1",
        "DASHSCOPE_API_KEY",
        "请设置 DASHSCOPE_API_KEY，并确认可以访问外网",
    ),
    Endpoint(
        "DeepSeek",
        "deepseek-chat",
        "https://api.deepseek.com/v1",
        "DEEPSEEK_API_KEY",
        "请设置 DEEPSEEK_API_KEY，并确认可以访问外网",
    ),
    Endpoint(
        "Ollama",
        "qwen2.5:7b",
        "http://127.0.0.1:11434/v1",
        None,
        "请运行 ollama serve 与 ollama pull qwen2.5:7b",
    ),
    Endpoint(
        "llama.cpp",
        "local",
        "http://127.0.0.1:8080/v1",
        None,
        "请运行 llama-server -m 模型.gguf --port 8080",
    ),
)


def main(question: str) -> None:
    """Ask once without a model and once behind each endpoint."""
    plain = Settings()
    index = current_index(plain)
    without = assistant_over(index, plain).answer(question)
    say(f"问题：{question}\n\n不用模型：\n{without.answer}\n")
    for endpoint in ENDPOINTS:
        if endpoint.key and not os.environ.get(endpoint.key):
            say(f"{endpoint.name}：没有密钥，未询问。{endpoint.missing}。上面的答复照常有效。")
            continue
        answer = assistant_over(index, endpoint.settings).answer(question)
        why = fallback(answer)
        if why == "":
            say(f"{endpoint.name}（{endpoint.model}）改写为：\n{answer.answer}\n")
        elif why.startswith("no reply"):
            say(f"{endpoint.name}：没有可用的回复。{endpoint.missing}。上面的答复照常有效。")
        else:
            say(f"{endpoint.name}：改写没有通过核对，未采用。上面的答复照常有效。")


def fallback(answer: Answer) -> str:
    """Why the model's text was not used, from the trace; "" where it was."""
    chat = [entry.detail for entry in answer.trace if entry.step == "chat"]
    return str(chat[0]["fallback"] or "") if chat else "not asked"


def say(text: str) -> None:
    """A line of output."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or QUESTION)
