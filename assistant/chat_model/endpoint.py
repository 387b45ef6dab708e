"""Any OpenAI-compatible endpoint through LangChain: Qwen, DeepSeek, Ollama, llama.cpp, vLLM …"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

from httpx2 import Response, SyncByteStream
from langchain.chat_models import init_chat_model
from langchain_core.exceptions import (
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelNotFoundError,
    ModelPermissionDeniedError,
    ModelRateLimitError,
    ModelTimeoutError,
)
from langchain_core.language_models import BaseChatModel
from langchain_core.prompts import ChatPromptTemplate
from openai import DefaultHttpxClient

from assistant.chat_model.failures import ChatModelError, Failure
from assistant.chat_model.limits import Limits
from assistant.chat_model.reading import Pieces

# The most special first: a timeout is a failed connection as well.
_FAILURES: tuple[tuple[type[Exception], Failure], ...] = (
    (ModelTimeoutError, Failure.DEADLINE),
    (ModelConnectionError, Failure.UNREACHABLE),
    (ModelRateLimitError, Failure.BUSY),
    (ModelAPIError, Failure.SERVER_ERROR),
    (ModelAuthenticationError, Failure.NO_ACCESS),
    (ModelPermissionDeniedError, Failure.NO_ACCESS),
    (ModelNotFoundError, Failure.NOT_FOUND),
)


def build_chat_model(
    model: str,
    *,
    base_url: str | None,
    api_key: str | None,
    limits: Limits,
    streaming: bool = True,
) -> BaseChatModel:
    """A LangChain chat model for an endpoint.

    model: as the endpoint names it (qwen2.5:7b), with or without "openai:" in front.
    streaming: False for endpoints that cannot stream.
    """
    chat_model: BaseChatModel = init_chat_model(
        # Only this prefix goes: names of local models hold colons of their own.
        model.removeprefix("openai:"),
        model_provider="openai",
        base_url=base_url,
        # Local servers ask for no key, but the client insists on one.
        api_key=api_key or "none",
        # Of silence; how long anybody waits is counted where the pieces are read.
        timeout=limits.total_s,
        # Tries are counted where the deadline is known.
        max_retries=0,
        temperature=0,
        disable_streaming=not streaming,
        http_client=DefaultHttpxClient(
            # A connection kept open may be dead by the next question.
            headers={"Connection": "close"},
            event_hooks={"response": [_bounding(limits)]},
        ),
        # Not as max_completion_tokens, which many compatible servers do not know.
        extra_body={"max_tokens": limits.max_tokens},
    )
    return chat_model


def pieces_of(chat_model: BaseChatModel) -> Pieces:
    """The chat model as a stream of text; any LangChain chat model will do."""
    prompt = ChatPromptTemplate.from_messages([("system", "{system}"), ("human", "{user}")])
    chain = prompt | chat_model

    def pieces(system: str, user: str) -> Generator[str]:
        try:
            for chunk in chain.stream({"system": system, "user": user}):
                yield str(chunk.text)
        except ChatModelError:
            raise
        except Exception as error:  # a provider may raise anything
            raise _failure(error) from error

    return pieces


def _failure(error: Exception) -> ChatModelError:
    """What went wrong, in our terms; what the endpoint said is not repeated."""
    response = getattr(error, "response", None)
    for kind, failure in _FAILURES:
        if isinstance(error, kind):
            return ChatModelError(failure, retry_after_s=_retry_after(response))
    refused = response is not None and 400 <= getattr(response, "status_code", 0) < 500
    return ChatModelError(Failure.BAD_REQUEST if refused else Failure.GARBAGE)


def _retry_after(response: Any) -> float | None:
    """Seconds; an HTTP date or nonsense counts as nothing said."""
    said = getattr(response, "headers", {}).get("retry-after", "")
    try:
        seconds = float(said)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def _bounding(limits: Limits) -> Callable[[Response], None]:
    def bound(response: Response) -> None:
        assert isinstance(response.stream, SyncByteStream)
        response.stream = _Bounded(response.stream, limits)

    return bound


class _Bounded(SyncByteStream):
    """A body that ends in an error where it grows too long or goes on for too long.

    Below the parser of events: a line without end would fill the memory, and comments without end
    would keep a stream alive that nobody reads any more.
    """

    def __init__(self, stream: SyncByteStream, limits: Limits) -> None:
        self._stream = stream
        self._most = limits.max_bytes
        self._ends = time.monotonic() + limits.total_s

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        for part in self._stream:
            read += len(part)
            if read > self._most:
                raise ChatModelError(Failure.TOO_LONG)
            if time.monotonic() > self._ends:
                raise ChatModelError(Failure.DEADLINE)
            yield part

    def close(self) -> None:
        self._stream.close()
