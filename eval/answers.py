"""The assistant run over questions, each conversation from its first turn on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from time import perf_counter

from assistant.conversation import new_conversation_id
from assistant.errors import QuestionError
from assistant.models import Status
from assistant.service import Service
from eval.cases import Asked
from eval.eligibility import Check
from eval.predictions import Prediction, from_answer

FEWEST_RETRIEVED = 10
Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


def predict(service: Service, asked: Asked) -> Prediction:
    """The answer to the last turn of a conversation of its own.

    A turn that cannot be taken at all (blank, too long) is a refusal with the error's message as
    notice; before the judged turn it leaves nothing behind, as it would for a user.
    """
    conversation = new_conversation_id()
    for question in asked.turns[:-1]:
        with suppress(QuestionError):
            service.answer(question, conversation_id=conversation, profile=asked.profile)
    started = perf_counter()
    try:
        answer = service.answer(asked.question, conversation_id=conversation, profile=asked.profile)
    except QuestionError as error:
        status = Status.OUT_OF_SCOPE
        return Prediction(
            id=asked.id,
            status=status.value,
            refused=status.refused,
            answer="",
            notices=[str(error)],
        )
    elapsed = (perf_counter() - started) * 1000
    if len(answer.retrieved) < FEWEST_RETRIEVED:
        # A turn that ends before the search still tells what the search would have found.
        hits = service.search(asked.question, FEWEST_RETRIEVED).hits
        answer = replace(answer, retrieved=(*answer.retrieved, *hits))
    return from_answer(asked.id, answer, elapsed)


def predict_all(
    service: Service, cases: Sequence[Asked], progress: Progress | None = None
) -> Iterable[Prediction]:
    """A prediction a case, in order."""
    for done, asked in enumerate(cases, start=1):
        yield predict(service, asked)
        if progress:
            progress(done, len(cases))


def eligibility_check(service: Service) -> Check:
    """The eligibility engine as the command line shows it."""
    from assistant.eligibility.export import checklist_to_json

    return lambda text: checklist_to_json(service.eligibility(text=text))
