"""A running Zhengwen as a LangChain chat model.

    python examples/langchain_client.py [http://127.0.0.1:8000]

Start the service first (make run).
"""

from __future__ import annotations

import sys

from langchain_core.messages import AIMessage, HumanMessage
from langchain_openai import ChatOpenAI
from pydantic import SecretStr


def main(address: str) -> None:
    """Ask, then ask on and show the pieces as they come."""
    chat = ChatOpenAI(
        model="zhengwen", base_url=f"{address.rstrip('/')}/v1", api_key=SecretStr("none")
    )
    question = HumanMessage("科技型中小微企业能领多少创新券？")
    answer = chat.invoke([question])
    say(f"—— invoke ——\n{answer.text}\n\n—— stream ——")
    for chunk in chat.stream([question, AIMessage(answer.text), HumanMessage("由哪些部门负责？")]):
        sys.stdout.write(chunk.text)
    say("")


def say(text: str) -> None:
    """A line of output."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
