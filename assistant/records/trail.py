"""What the audit log says of an answer."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version

from assistant import messages
from assistant.caller import Caller
from assistant.eligibility.check import Checklist
from assistant.eligibility.verdict import Verdict
from assistant.models import Answer
from assistant.records.models import AuditEntry
from assistant.verification.verify import CHAT
from corpus.models import ParsedDocument
from index.search import Index

ELIGIBILITY = "eligibility"
"""Status of an entry that is no question: a profile was held against the measures."""
EXTRACTIVE, APPROVED = "extractive", "approved"


class Trail:
    """Makes the entries of one index."""

    def __init__(self, index: Index, chat_model: str | None) -> None:
        self._index = index
        self._chat_model = chat_model

    def answered(self, answer: Answer, caller: Caller) -> AuditEntry:
        """An answer or a refusal, with all that it rests on."""
        return AuditEntry(
            id=answer.id,
            at=datetime.now(UTC),
            caller=caller,
            conversation_id=answer.conversation_id,
            question=answer.question,
            standalone=answer.standalone,
            status=answer.status.value,
            answer=answer.answer,
            citations=tuple(
                {
                    "marker": c.marker,
                    "document_id": c.document_id,
                    "address": c.address,
                    "quote": c.quote,
                    "start": c.start,
                    "end": c.end,
                }
                for c in answer.citations
            ),
            notices=answer.notices,
            versions=self._versions(c.document_id for c in answer.citations),
            composer=self._composer(answer),
            took_ms=answer.timings_ms.get("total", 0.0),
        )

    def checked(
        self, told: str, checklist: Checklist, caller: Caller, took_ms: float
    ) -> AuditEntry:
        """A check of eligibility, in short: what was told, how it was read, what came out."""
        counts = [
            len(checklist.of(verdict))
            for verdict in (Verdict.MET, Verdict.UNKNOWN, Verdict.UNMET, Verdict.GUIDANCE)
        ]
        met = [item.measure for item in checklist.of(Verdict.MET)]
        return AuditEntry(
            id=uuid.uuid4().hex,
            at=datetime.now(UTC),
            caller=caller,
            conversation_id=None,
            question=told,
            standalone=json.dumps(checklist.profile.to_json(), ensure_ascii=False, default=str),
            status=ELIGIBILITY,
            answer=messages.eligibility_counts(*counts),
            citations=tuple(
                {
                    "document_id": measure.document_id,
                    "address": measure.address,
                    "quote": measure.quote,
                    "start": measure.start,
                    "end": measure.end,
                }
                for measure in met
            ),
            notices=(),
            versions=self._versions(item.measure.document_id for item in checklist.items),
            composer=EXTRACTIVE,
            took_ms=took_ms,
        )

    def _versions(self, cited: Iterable[str]) -> dict[str, str]:
        documents = self._index.corpus.by_id
        return {
            **self._base,
            **{f"document:{d}": _digest(documents[d]) for d in dict.fromkeys(cited)},
        }

    @cached_property
    def _base(self) -> dict[str, str]:
        digest = hashlib.sha256()
        for parsed in self._index.corpus.documents:
            digest.update(f"{parsed.document.id}\0{_digest(parsed)}\0".encode())
            for passage in parsed.passages:
                digest.update(passage.digest.encode())
        return {
            "zhengwen": version("zhengwen"),
            "encoder": self._index.fingerprint,
            "index": digest.hexdigest(),
        }

    def _composer(self, answer: Answer) -> str:
        for entry in answer.trace:
            if entry.step == "approved" and entry.detail.get("served"):
                return APPROVED
            if entry.step == "chat" and entry.detail.get("composer") == CHAT:
                return self._chat_model or CHAT
        return EXTRACTIVE


def _digest(parsed: ParsedDocument) -> str:
    """Of the source file, or, where the manifest has none, of the text."""
    known = parsed.document.sha256
    return known or f"text:{hashlib.sha256(parsed.text.encode()).hexdigest()}"
