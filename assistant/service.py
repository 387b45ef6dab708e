"""One door for every surface: checks what was asked, keeps the conversation, asks the assistant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from typing import Any

from assistant import messages
from assistant.assistant import Assistant
from assistant.caller import NOBODY, Caller
from assistant.conversation import Conversations, new_conversation_id
from assistant.eligibility.check import Checklist, check
from assistant.eligibility.describe import merged
from assistant.errors import QuestionError
from assistant.intake import check_question
from assistant.meter import Meter
from assistant.models import Answer, Exchange
from corpus.copies import Conflict
from corpus.errors import UnknownDocumentError
from corpus.models import Corpus, ParsedDocument
from corpus.validity.held import Held
from index.models import SearchResult


class Service:
    """The assistant with its conversations; safe to use from several threads."""

    def __init__(
        self, assistant: Assistant, conversations: Conversations, *, max_question_chars: int
    ) -> None:
        self.assistant = assistant
        self.conversations = conversations
        self.meter = Meter()
        self._max_question_chars = max_question_chars

    def over(self, assistant: Assistant) -> Service:
        """This service with another assistant: conversations and all else go on."""
        other = copy(self)
        other.assistant = assistant
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

        The misspelt word makes the look-up of sound-alikes load as well.
        """
        self.assistant.answer("中小微企业怎么申领创新卷？")

    def answer(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        profile: Mapping[str, Any] | None = None,
        documents: Iterable[str] | None = None,
        as_of: date | None = None,
        caller: Caller = NOBODY,
    ) -> Answer:
        """Answer and remember. Without a conversation id a new conversation begins.

        Raises QuestionError or UnknownDocumentError before anything is done.
        """
        with self.meter.question(caller) as answered:
            answer = self._answer(question, conversation_id, profile, documents, as_of)
            answered(answer)
        return answer

    def _answer(
        self,
        question: str,
        conversation_id: str | None,
        profile: Mapping[str, Any] | None,
        documents: Iterable[str] | None,
        as_of: date | None,
    ) -> Answer:
        self.check(question)
        only = self._only(documents)
        conversation_id = conversation_id or new_conversation_id()
        answer = self.assistant.answer(
            question,
            history=self.conversations.history(conversation_id),
            profile=profile,
            documents=only,
            as_of=as_of,
            conversation_id=conversation_id,
        )
        self.conversations.append(conversation_id, Exchange(question, answer))
        return answer

    def search(self, query: str, k: int, *, documents: Iterable[str] | None = None) -> SearchResult:
        """The k best passages; raises QuestionError or UnknownDocumentError."""
        self.check(query)
        return self.assistant.index.search(query, k, documents=self._only(documents))

    def eligibility(
        self,
        *,
        text: str | None = None,
        profile: Mapping[str, Any] | None = None,
        documents: Iterable[str] | None = None,
        as_of: date | None = None,
    ) -> Checklist:
        """Every measure held against what somebody says of himself, in words or in a form.

        Raises QuestionError where nothing is said, UnknownDocumentError for an unknown id.
        """
        told = (text or "").strip()
        if told:
            self.check(told)
        elif not profile:
            raise QuestionError(messages.NOTHING_TOLD)
        only = self._only(documents)
        day = as_of or date.today()
        known = merged([told] if told else [], profile, day)
        chosen = [p for p in self.corpus.documents if only is None or p.document.id in only]
        return check(chosen, known, day)

    def check(self, question: str) -> None:
        """Raise QuestionError for what cannot be a question at all."""
        check_question(question, self._max_question_chars)

    def _only(self, documents: Iterable[str] | None) -> frozenset[str] | None:
        if documents is None:
            return None
        return frozenset(self.document(document_id).document.id for document_id in documents)
