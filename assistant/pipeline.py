"""Read this first: the steps from a question to a cited answer, in order.

Each step takes a Turn and returns a fuller Turn, or the Answer that ends it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.approved.book import ApprovedBook
from assistant.chat_model.guarded import Complete
from assistant.compose.chat import PROMPT_CHARACTERS, ChatComposer
from assistant.compose.extractive import ExtractiveComposer
from assistant.conversing.readings import Open
from assistant.library import Library
from assistant.models import Answer, Status, Turn
from assistant.steps.about_document import AboutDocument
from assistant.steps.check_eligibility import CheckEligibility
from assistant.steps.clarify import Clarify
from assistant.steps.compare_copies import CompareCopies
from assistant.steps.compose import Compose
from assistant.steps.finish import Finish
from assistant.steps.follow_up import ResolveFollowUp
from assistant.steps.judge import Judge
from assistant.steps.list_amounts import ListAmounts
from assistant.steps.list_duties import ListDuties
from assistant.steps.list_favours import ListFavours
from assistant.steps.list_mentions import ListMentions
from assistant.steps.list_targets import ListTargets
from assistant.steps.look_up import LookUpClause
from assistant.steps.notices import AddNotices
from assistant.steps.read_english import ReadEnglish
from assistant.steps.rephrase import Rephrase
from assistant.steps.retrieve import Retrieve
from assistant.steps.screen import screen
from assistant.steps.serve_approved import ServeApproved
from assistant.steps.understand import Understand
from assistant.steps.weigh import Weigh
from assistant.understanding.learned import wordings
from assistant.understanding.lexicon import Lexicon

Step = Callable[[Turn], Turn | Answer]
Watch = Callable[[str], None]
"""Told the name of each step before it is taken; what it raises ends the turn."""
NONE_APPROVED = ApprovedBook()


def build_steps(
    library: Library,
    lexicon: Lexicon,
    complete: Complete | None = None,
    approved: ApprovedBook = NONE_APPROVED,
    *,
    rephrase: bool = False,
    interview: bool = False,
    max_prompt_characters: int = PROMPT_CHARACTERS,
) -> tuple[Step, ...]:
    """The answer path; with `complete` a chat model phrases what was found.

    rephrase: the model may also propose what else to search for. interview: it may also point to
    words of an asker that describe its enterprise.
    """
    finish = Finish(library, AddNotices(library))
    chat = ChatComposer(library, complete, max_prompt_characters) if complete else None
    worded = (Rephrase(library, complete),) if complete and rephrase else ()
    return (
        screen,
        ReadEnglish(library),
        ResolveFollowUp(library),
        ServeApproved(library, approved, finish),
        Understand(library, lexicon.knowing(wordings(library.learned))),
        *worded,
        Retrieve(library),
        Weigh(library),
        LookUpClause(library),
        ListDuties(library),
        ListTargets(library),
        ListMentions(library),
        ListAmounts(library),
        ListFavours(library),
        CheckEligibility(library, complete if interview else None),
        AboutDocument(library),
        CompareCopies(library),
        Judge(library),
        Compose(library, ExtractiveComposer.over(library), chat),
        Clarify(library),
        finish,
    )


def without_chat_model(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The same steps, with nothing in them that asks a chat model."""
    quiet: list[Step] = []
    for step in steps:
        if isinstance(step, Compose):
            step = replace(step, chat=None)
        elif isinstance(step, CheckEligibility):
            step = replace(step, interviewer=None)
        if not isinstance(step, Rephrase):
            quiet.append(step)
    return tuple(quiet)


def run(steps: Sequence[Step], turn: Turn, watch: Watch | None = None) -> Answer:
    """Moves the turn through the steps until one of them answers; times each.

    A follow-up that is refused is tried again as it may be filled in otherwise.
    """
    timings: dict[str, float] = {}
    answer, left, read = _answer(steps, turn, timings, watch)
    for other in read.otherwise if answer.refused else ():
        again = replace(read, standalone=other.standalone, own="", otherwise=())
        if other.anew:
            again = replace(again, prior=(), history=(), follows=False)
        second, _, _ = _answer(left, again, timings, watch)
        if not (second.refused or _is_of_another_place(second)):
            answer = second
            if other.notice:
                notices = (other.notice, *second.notices)
                answer = replace(second, status=Status.CLARIFY, notices=notices)
            break
    return replace(answer, timings_ms={**timings, "total": sum(timings.values())})


def _answer(
    steps: Sequence[Step], turn: Turn, timings: dict[str, float], watch: Watch | None
) -> tuple[Answer, Sequence[Step], Turn]:
    """The answer, with the turn as it was first read and the steps that were still to come."""
    state: Turn | Answer = turn
    left, read = steps, turn
    for place, step in enumerate(steps, 1):
        assert isinstance(state, Turn)
        name = getattr(step, "__name__", type(step).__name__)
        if watch:
            watch(name)
        began = time.perf_counter()
        state = step(state)
        timings[name] = timings.get(name, 0.0) + (time.perf_counter() - began) * 1000
        if isinstance(state, Answer):
            return state, left, read
        if state.otherwise and not read.otherwise:
            left, read = steps[place:], state
    raise AssertionError("the last step always answers")


def _is_of_another_place(answer: Answer) -> bool:
    """Whether the figure told is that of a part of the place asked about."""
    return any(e.step == "clarify" and e.detail["open"] == Open.PART for e in answer.trace)
