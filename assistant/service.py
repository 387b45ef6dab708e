"""One door for every surface: checks what was asked, keeps the conversation, asks the assistant."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from assistant import messages
from assistant.access.door import bare, hiding, taken, taken_profile
from assistant.assistant import Assistant
from assistant.caller import NOBODY, Caller
from assistant.conversation import Conversations, new_conversation_id
from assistant.eligibility.check import Checklist, check
from assistant.eligibility.describe import merged
from assistant.errors import QuestionError
from assistant.intake import check_question
from assistant.meter import Meter
from assistant.models import Answer, Exchange
from assistant.pipeline import Watch
from assistant.records.store import Records
from assistant.records.trail import Trail
from corpus.copies import Conflict
from corpus.errors import UnknownDocumentError
from corpus.models import Corpus, ParsedDocument
from corpus.validity.held import Held
from index.models import SearchResult

WARMING = "中小微企业怎么申领创新卷？"
"""The misspelt word makes the look-up of sound-alikes load as well."""


class Service:
    """The assistant with its conversations; safe to use from several threads."""

    def __init__(
        self,
        assistant: Assistant,
        conversations: Conversations,
        *,
        max_question_chars: int,
        records: Records | None = None,
        chat_model: str | None = None,
    ) -> None:
        """records: where every answer is kept; conversations are then kept there as well.

        chat_model: the name under which its answers are recorded.
        """
        self.assistant = assistant
        self.conversations: Conversations = records or conversations
        self.records = records
        self.meter = Meter()
        self._max_question_chars = max_question_chars
        self._chat_model = chat_model
        self._trail = Trail(assistant.index, chat_model)

    def over(self, assistant: Assistant) -> Service:
        """This service with another assistant: conversations and all else go on."""
        other = copy(self)
        other.assistant = assistant
        other._trail = Trail(assistant.index, self._chat_model)
        return other

    @property
    def corpus(self) -> Corpus:
        """All documents that can be asked about."""
        return self.assistant.index.corpus

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where copies and versions in the corpus print something else."""
        return self.assistant.library.conflicts

    @property
    def held(self) -> Held:
        """The documents, looked up by what others call them."""
        return self.assistant.library.held

    def document(self, document_id: str) -> ParsedDocument:
        """A document by id; raises UnknownDocumentError."""
        found = self.corpus.by_id.get(document_id)
        if found is None:
            known = "、".join(self.corpus.by_id)
            raise UnknownDocumentError(f"没有编号为“{document_id}”的文件。现有文件编号：{known}。")
        return found

    def warm_up(self) -> None:
        """Answer once, so that what is loaded on first use is there before the first visitor.

        The chat model is not asked: it has nothing to load here, costs, and may hang.
        """
        self.assistant.without_chat_model().answer(WARMING)

    def answer(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        profile: Mapping[str, Any] | None = None,
        documents: Iterable[str] | None = None,
        as_of: date | None = None,
        caller: Caller = NOBODY,
        history: Sequence[Exchange] | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """Answer, record and remember. Without a conversation id a new conversation begins.

        A `history` that is given stands for what is kept of the conversation. `watch` is told each
        step; what it raises ends the answer, and nothing is remembered.

        Raises QuestionError or UnknownDocumentError before anything is done, and RecordsError
        where the answer cannot be recorded: then it is not given.
        """
        with self.meter.question(caller) as answered:
            self.check(question)
            told, form = taken(question), taken_profile(profile)
            self.check(told.text)
            only = self._only(documents)
            if history is None:
                history = self.conversations.history(conversation_id) if conversation_id else ()
            conversation_id = conversation_id or new_conversation_id()
            found = self.assistant.answer(
                bare(told),
                history=history,
                profile=form.values,
                documents=only,
                as_of=as_of,
                conversation_id=conversation_id,
                watch=watch,
            )
            answer = hiding(found, told, form.kinds)
            exchange = Exchange(told.text, answer)
            if self.records is None:
                self.conversations.append(conversation_id, exchange)
            else:
                self.records.answered(self._trail.answered(answer, caller), exchange)
            answered(answer)
        return answer

    def check_answerable(self, question: str, documents: Iterable[str] | None = None) -> None:
        """Raise what `answer` would raise before anything is done."""
        self.check(question)
        self.check(taken(question).text)
        self._only(documents)

    def exchange(
        self,
        question: str,
        history: Sequence[Exchange],
        *,
        documents: Iterable[str] | None = None,
        profile: Mapping[str, Any] | None = None,
        watch: Watch | None = None,
    ) -> Exchange:
        """What an earlier question of a conversation is answered; nothing of it is kept."""
        told, form = taken(question), taken_profile(profile)
        answer = self.assistant.answer(
            bare(told),
            history=history,
            profile=form.values,
            documents=self._only(documents),
            watch=watch,
        )
        return Exchange(told.text, hiding(answer, told, form.kinds))

    def search(self, query: str, k: int, *, documents: Iterable[str] | None = None) -> SearchResult:
        """The k best passages; raises QuestionError or UnknownDocumentError."""
        self.check(query)
        self.check(query := taken(query).text)
        return self.assistant.index.search(query, k, documents=self._only(documents))

    def eligibility(
        self,
        *,
        text: str | None = None,
        profile: Mapping[str, Any] | None = None,
        documents: Iterable[str] | None = None,
        as_of: date | None = None,
        caller: Caller = NOBODY,
    ) -> Checklist:
        """Every measure held against what somebody says of himself, in words or in a form.

        Raises QuestionError where nothing is said, UnknownDocumentError for an unknown id,
        RecordsError where the check cannot be recorded.
        """
        began = time.perf_counter()
        told = (text or "").strip()
        if told:
            self.check(told)
            told = taken(told).text
        elif not profile:
            raise QuestionError(messages.NOTHING_TOLD)
        only = self._only(documents)
        day = as_of or date.today()
        known = merged([told] if told else [], taken_profile(profile).values, day)
        chosen = [p for p in self.corpus.documents if only is None or p.document.id in only]
        checklist = check(chosen, known, day)
        if self.records is not None:
            took_ms = (time.perf_counter() - began) * 1000
            self.records.audit(self._trail.checked(told, checklist, caller, took_ms))
        return checklist

    def check(self, question: str) -> None:
        """Raise QuestionError for what cannot be a question at all."""
        check_question(question, self._max_question_chars)

    def _only(self, documents: Iterable[str] | None) -> frozenset[str] | None:
        if documents is None:
            return None
        return frozenset(self.document(document_id).document.id for document_id in documents)
