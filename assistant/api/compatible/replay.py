"""The conversation behind a stateless request, rebuilt from the questions in it.

An OpenAI client sends the whole conversation each time and names no stored one. What was answered
to a question follows from the questions before it, so earlier answers in the request are not read
at all: nobody can put words into the assistant's mouth, and an edited, branched or repeated
conversation is right by itself. To be cheap as well, each exchange is kept under a digest of all
questions up to it: only what is not kept any more (another process answered it, or it is long ago)
is answered again, and at most the last few.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from assistant.assistant import HISTORY, Assistant
from assistant.errors import QuestionError
from assistant.models import Answer, Exchange
from assistant.pipeline import Watch
from assistant.service import Service


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What besides the questions decides the answers of a conversation."""

    documents: Sequence[str] | None = None
    profile: Mapping[str, Any] | None = None


class Replay:
    """Bounded, and safe to use from several threads."""

    def __init__(self, most: int) -> None:
        """most: exchanges that are kept; those not used for longest are forgotten."""
        self._most = most
        self._kept: OrderedDict[str, Exchange] = OrderedDict()
        self._of: Assistant | None = None
        self._lock = Lock()

    def history(
        self,
        service: Service,
        earlier: Sequence[str],
        within: Circumstances,
        watch: Watch | None = None,
    ) -> tuple[Exchange, ...]:
        """The exchanges of the earlier questions, oldest first; of the last few only.

        What could not be a question at all had no answer and is left out. `watch` is told the
        steps of what is answered again, and may end it.
        """
        asked = [question for question in earlier if _can_be_asked(service, question)]
        digests = _digests(asked, within)
        history: tuple[Exchange, ...] = ()
        for question, digest in list(zip(asked, digests, strict=True))[-HISTORY:]:
            exchange = self._recall(service, digest)
            if exchange is None:
                exchange = service.exchange(
                    question,
                    history,
                    documents=within.documents,
                    profile=within.profile,
                    watch=watch,
                )
                self._keep(service, digest, exchange)
            history = (*history, exchange)
        return history

    def remember(
        self,
        service: Service,
        questions: Sequence[str],
        answer: Answer,
        within: Circumstances,
    ) -> None:
        """Keep what was answered to the last question, for the request that goes on from it."""
        asked = [question for question in questions if _can_be_asked(service, question)]
        self._keep(service, _digests(asked, within)[-1], Exchange(answer.question, answer))

    def _recall(self, service: Service, digest: str) -> Exchange | None:
        with self._lock:
            self._forget_others(service)
            exchange = self._kept.get(digest)
            if exchange:
                self._kept.move_to_end(digest)
            return exchange

    def _keep(self, service: Service, digest: str, exchange: Exchange) -> None:
        with self._lock:
            self._forget_others(service)
            self._kept[digest] = exchange
            self._kept.move_to_end(digest)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def _forget_others(self, service: Service) -> None:
        # Another index numbers its clauses otherwise.
        if self._of is not service.assistant:
            self._of = service.assistant
            self._kept.clear()


def _can_be_asked(service: Service, question: str) -> bool:
    try:
        service.check_answerable(question)
    except QuestionError:
        return False
    return True


def _digests(questions: Sequence[str], within: Circumstances) -> list[str]:
    """One for each question, of it and all before it."""
    documents = None if within.documents is None else sorted(within.documents)
    around = json.dumps([documents, within.profile], sort_keys=True, default=str)
    digest = hashlib.sha256(around.encode())
    digests = []
    for question in questions:
        digest.update(f"\0\0{len(question)}\0{question}".encode())
        digests.append(digest.hexdigest())
    return digests
