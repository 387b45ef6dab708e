"""An answer in the making: what is being done, then the verified answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Queue
from threading import Thread

from assistant.models import Answer
from assistant.step_names import told
from assistant.stopping import Stop, stoppable

Work = Callable[[Callable[[str], None]], Answer]
"""Answers, and calls what it is given with the name of each step."""


def steps_then_answer(work: Work) -> Iterator[str | Answer]:
    """Sentences that say what is being done, then the Answer; errors of the work pass through.

    Closing the iterator ends the work at its next step, or while a chat model is read.
    """
    seen: Queue[str | Answer | BaseException] = Queue()
    stop = Stop()

    def watch(step: str) -> None:
        stop.check()
        seen.put(told(step))

    def run() -> None:
        try:
            with stoppable(stop):
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
        stop.stop()


def pieces(text: str) -> Iterator[int]:
    """Where a text may pause while it is shown: behind its sentences and lines, its end left out."""
    for at, character in enumerate(text[:-1], 1):
        if character in "。；！？\n" and text[at] not in "。；！？”）[":
            yield at
