"""Read this first: the steps from a question to a cited answer, in order.

Each step takes a Turn and returns a fuller Turn, or the Answer that ends it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.compose.chat import ChatComposer, Complete
from assistant.compose.extractive import ExtractiveComposer
from assistant.library import Library
from assistant.models import Answer, Turn
from assistant.steps.about_document import AboutDocument
from assistant.steps.check_eligibility import CheckEligibility
from assistant.steps.compare_copies import CompareCopies
from assistant.steps.compose import Compose
from assistant.steps.finish import Finish
from assistant.steps.follow_up import resolve_follow_up
from assistant.steps.judge import Judge
from assistant.steps.list_duties import ListDuties
from assistant.steps.look_up import LookUpClause
from assistant.steps.notices import AddNotices
from assistant.steps.retrieve import Retrieve
from assistant.steps.screen import screen
from assistant.steps.understand import Understand
from assistant.steps.weigh import Weigh
from assistant.understanding.learned import wordings
from assistant.understanding.lexicon import Lexicon

Step = Callable[[Turn], Turn | Answer]


def build_steps(
    library: Library, lexicon: Lexicon, complete: Complete | None = None
) -> tuple[Step, ...]:
    """The answer path; with `complete` a chat model phrases what was found."""
    chat = ChatComposer(library, complete) if complete else None
    return (
        screen,
        resolve_follow_up,
        Understand(library, lexicon.knowing(wordings(library.learned))),
        Retrieve(library),
        Weigh(library),
        LookUpClause(library),
        ListDuties(library),
        CheckEligibility(library),
        AboutDocument(library),
        CompareCopies(library),
        Judge(library),
        Compose(library, ExtractiveComposer.over(library), chat),
        Finish(library, AddNotices(library)),
    )


def run(steps: Sequence[Step], turn: Turn) -> Answer:
    """Moves the turn through the steps until one of them answers; times each."""
    timings: dict[str, float] = {}
    state: Turn | Answer = turn
    for step in steps:
        assert isinstance(state, Turn)
        began = time.perf_counter()
        state = step(state)
        name = getattr(step, "__name__", type(step).__name__)
        timings[name] = (time.perf_counter() - began) * 1000
        if isinstance(state, Answer):
            return replace(state, timings_ms={**timings, "total": sum(timings.values())})
    raise AssertionError("the last step always answers")
