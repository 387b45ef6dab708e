"""A running Zhengwen asked through the official openai package: whole, streamed, asynchronously.

    python examples/openai_client.py [http://127.0.0.1:8000]

Start the service first (make run). An existing front end needs only the same base_url and model.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from openai import AsyncOpenAI, OpenAI

MODEL = "zhengwen"
QUESTIONS = ("科技型中小微企业能领多少创新券？", "由哪些部门负责？")


def main(address: str) -> None:
    """Ask, ask on, then ask in the other two ways."""
    base_url = f"{address.rstrip('/')}/v1"
    # Where the service demands keys, api_key is one of them.
    with OpenAI(base_url=base_url, api_key="none") as client:
        messages: list[Any] = [{"role": "user", "content": QUESTIONS[0]}]
        answer = client.chat.completions.create(model=MODEL, messages=messages)
        message = answer.choices[0].message
        say(f"—— 一次返回 ——\n{message.content}\n")
        for annotation in message.annotations or []:
            say(f"标号指向：{annotation.url_citation.url}")
        for citation in (message.model_extra or {})["citations"]:
            say(f"引文：{citation['quote']}")

        messages += [
            {"role": "assistant", "content": message.content},
            {"role": "user", "content": QUESTIONS[1]},
        ]
        say("\n—— 追问，流式返回 ——")
        with client.chat.completions.create(model=MODEL, messages=messages, stream=True) as stream:
            for chunk in stream:
                sys.stdout.write(chunk.choices[0].delta.content or "")
    say("\n\n—— 异步 ——")
    say(asyncio.run(ask_asynchronously(base_url)))


async def ask_asynchronously(base_url: str) -> str:
    """The status and length of an answer."""
    async with AsyncOpenAI(base_url=base_url, api_key="none") as client:
        answer = await client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTIONS[0]}]
        )
    status = (answer.model_extra or {})["zhengwen"]["status"]
    return f"{status}，{answer.usage.total_tokens if answer.usage else 0} 字"


def say(text: str) -> None:
    """A line of output."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
