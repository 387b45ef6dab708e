"""The assistant run over questions, each conversation from its first turn on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from assistant.assistant import Assistant
from assistant.errors import QuestionError
from assistant.models import Exchange, Status
from eval.cases import Asked
from eval.predictions import Prediction, from_answer

Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


def predict(assistant: Assistant, asked: Asked) -> Prediction:
    """The answer to the last turn, given the exchanges before it.

    A turn that the assistant cannot take at all (blank, too long) is a refusal with the error's
    message as notice; before the judged turn it leaves no exchange.
    """
    history: list[Exchange] = []
    for question in asked.turns[:-1]:
        try:
            answer = assistant.answer(question, history=history, profile=asked.profile)
        except QuestionError:
            continue
        history.append(Exchange(question, answer))
    started = perf_counter()
    try:
        answer = assistant.answer(asked.question, history=history, profile=asked.profile)
    except QuestionError as error:
        status = Status.OUT_OF_SCOPE
        return Prediction(
            id=asked.id, status=status, refused=status.refused, answer="", notices=[str(error)]
        )
    return from_answer(asked.id, answer, (perf_counter() - started) * 1000)


def predict_all(
    assistant: Assistant, cases: Sequence[Asked], progress: Progress | None = None
) -> Iterable[Prediction]:
    """A prediction a case, in order."""
    for done, asked in enumerate(cases, start=1):
        yield predict(assistant, asked)
        if progress:
            progress(done, len(cases))
