"""The assistant: questions in, cited answers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

from assistant import messages
from assistant.approved.book import ApprovedBook
from assistant.approved.check import check_approved
from assistant.approved.entry import ApprovedEntry
from assistant.chat_model.guarded import Complete
from assistant.compose.chat import PROMPT_CHARACTERS
from assistant.compound import Questions, adds_to, joined, partly, questions_of, shows
from assistant.conversing.held import still_held
from assistant.errors import QuestionError
from assistant.granted import Granted, found_nearest, puts_right, taken_for_granted
from assistant.library import Library
from assistant.models import Answer, Exchange, Status, Turn
from assistant.pipeline import Watch, build_steps, run, without_chat_model
from assistant.steps.check_eligibility import FACT as CHECKED
from assistant.steps.compose import COMPARED
from assistant.understanding.lexicon import Lexicon
from index.search import Index

HISTORY = 6


class Assistant:
    """Answers questions about the corpus of one index. Thread-safe: holds no conversation."""

    def __init__(
        self,
        index: Index,
        complete: Complete | None = None,
        approved: Sequence[ApprovedEntry] = (),
        lexicon: Lexicon | None = None,
        *,
        rephrase: bool = False,
        interview: bool = False,
        max_prompt_characters: int = PROMPT_CHARACTERS,
    ) -> None:
        """Without a lexicon the project's own is read."""
        self.index = index
        self.complete = complete
        """The chat model, or None; whoever replaces this assistant goes on with it."""
        self.library = Library(index)
        self.approved = check_approved(approved, self.library, date.today())
        """The approved answers that are served, and what is wrong with the others."""
        self._steps = build_steps(
            self.library,
            lexicon or Lexicon.load(),
            complete,
            ApprovedBook.of(self.approved.ready),
            rephrase=rephrase,
            interview=interview,
            max_prompt_characters=max_prompt_characters,
        )

    def without_chat_model(self) -> Assistant:
        """This assistant, with what it has loaded, as it answers where no chat model is there."""
        other = copy(self)
        other.complete, other._steps = None, without_chat_model(self._steps)
        return other

    def answer(
        self,
        question: str,
        *,
        history: Sequence[Exchange] = (),
        profile: Mapping[str, Any] | None = None,
        documents: frozenset[str] | None = None,
        as_of: date | None = None,
        conversation_id: str | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """The answer to a question, within the conversation so far (oldest first).

        `watch` is told each step; what it raises passes through. Raises QuestionError for a blank
        question.
        """
        if not question.strip():
            raise QuestionError(messages.EMPTY_QUESTION)
        turn = Turn(
            question=question,
            history=still_held(tuple(history)[-HISTORY:], self.library),
            profile=profile,
            documents=documents,
            as_of=as_of,
            conversation_id=conversation_id,
        )
        answer = run(self._steps, turn, watch)
        answer = self._whole(turn, answer, questions_of(question), watch)
        granted = taken_for_granted(question) if not history else None
        return self._put_right(turn, answer, granted, watch) if granted else answer

    def _put_right(
        self, turn: Turn, answer: Answer, granted: Granted, watch: Watch | None
    ) -> Answer:
        """The answer behind what it puts right, where the question takes something wrong for granted."""
        checked = run(self._steps, replace(turn, question=granted.question), watch)
        if checked.status is not Status.ANSWERED_CORRECTED or answer.status is checked.status:
            return answer
        if answer.status is Status.NOT_STATED and found_nearest(checked, answer):
            told = messages.part_not_stated(granted.rest, answer.answer)
            return replace(checked, question=turn.question, notices=(*checked.notices, told))
        if not puts_right(checked, answer):
            # The wrong place or body may have led the search astray.
            history = (*turn.history, Exchange(granted.question, checked))
            rest = replace(turn, question=granted.rest, history=history)
            answer_behind = run(self._steps, rest, watch)
            if puts_right(checked, answer_behind):
                answer = answer_behind
            elif granted.placed:
                return replace(checked, question=turn.question)
            else:
                return answer
        corrected = replace(checked, question=turn.question, standalone=answer.standalone)
        return joined(corrected, answer) if adds_to(checked, answer, granted.rest) else corrected

    def _whole(
        self, turn: Turn, answer: Answer, questions: Questions | None, watch: Watch | None
    ) -> Answer:
        """The answer with what the other questions of the message add to it."""
        if questions is None or any(f.get("type") == CHECKED for f in answer.facts):
            return answer
        whole = answer
        compared = any(e.step == COMPARED for e in whole.trace)
        if compared and not questions.apart:
            return whole  # its sides stand side by side
        first = run(self._steps, replace(turn, question=questions.asked[0]), watch)
        shown = not questions.apart and not adds_to(answer, first, questions.asked[0])
        if not first.refused and not shown:
            # Taken together, the words of one question may lead the other astray.
            answer = replace(first, question=turn.question, standalone=answer.standalone)
        elif answer.refused:
            return answer
        for question in questions.asked[1:]:
            history = (*turn.history, Exchange(questions.asked[0], first))
            more = run(self._steps, replace(turn, question=question, history=history), watch)
            if adds_to(answer, more, question):
                answer = joined(answer, more)
            elif more.refused and compared:
                return whole  # 运城又是多少家？ has no subject of its own
            elif more.status is Status.NOT_STATED and not shows(
                answer, more, question, self.library
            ):
                told = messages.part_not_stated(question, more.answer)
                answer = replace(partly(answer), notices=(*answer.notices, told))
        return answer
