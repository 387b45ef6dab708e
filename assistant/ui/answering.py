"""An answer in the making: what is being done, then the verified answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Queue
from threading import Event, Thread

from assistant.models import Answer
from assistant.ui import messages

Work = Callable[[Callable[[str], None]], Answer]
"""Answers, and calls what it is given with the name of each step."""


class _Left(Exception):
    """The visitor is gone; raised inside the work to end it."""


def steps_then_answer(work: Work) -> Iterator[str | Answer]:
    """Sentences that say what is being done, then the Answer; errors of the work pass through.

    Closing the iterator ends the work at its next step.
    """
    seen: Queue[str | Answer | BaseException] = Queue()
    gone = Event()

    def watch(step: str) -> None:
        if gone.is_set():
            raise _Left
        if step in messages.STEPS:
            seen.put(messages.STEPS[step])

    def run() -> None:
        try:
            seen.put(work(watch))
        except BaseException as error:
            seen.put(error)

    Thread(target=run, name="zhengwen-page-answer", daemon=True).start()
    try:
        while True:
            found = seen.get()
            if isinstance(found, BaseException):
                raise found
            yield found
            if isinstance(found, Answer):
                return
    finally:
        gone.set()


def pieces(text: str) -> Iterator[int]:
    """Where a text may pause while it is shown: behind its sentences and lines, its end left out."""
    for at, character in enumerate(text[:-1], 1):
        if character in "。；！？\n" and text[at] not in "。；！？”）[":
            yield at
