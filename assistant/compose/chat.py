"""A chat model may phrase, never decide: it rewords clauses that were already found to answer.

The model sees passages under opaque ids and returns statements with ids. Unknown ids, text that
is no JSON, an empty list, anything that verification removes: the extractive draft stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Support
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import fold
from assistant.verification.quantities import quantities
from assistant.verification.verify import CHAT, verify
from prompts import load_prompt

Complete = Callable[[str, str], str]
"""(system prompt, user prompt) -> the model's text; raises whatever the provider raises."""

_JSON = re.compile(r"\{.*\}", re.DOTALL)
_MARKS = re.compile(r"\[\d+\]|【\d+】")
_SEGMENT = re.compile(r"[^，,。；;！？!?\n]+")
LONGEST_PASSAGE = 1200
OWN_WORDS = 0.3
"""Share of a segment's character pairs that may be the model's own and stand in no cited clause."""


class _Sentence(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    passages: list[str]


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")
    statements: list[_Sentence]


@dataclass(frozen=True, slots=True)
class Rephrased:
    """The draft to show, and why the model's text was not used, if it was not."""

    draft: Draft
    fallback: str | None


@dataclass(frozen=True)
class ChatComposer:
    """Rewords an extractive draft with a chat model."""

    library: Library
    complete: Complete

    def rephrase(self, question: str, draft: Draft) -> Rephrased:
        """The model's draft if every statement of it survives verification, else the given one."""
        passages = self._passages(draft)
        user = load_prompt("answer_user").fill(
            {
                "question": question,
                "passages": "\n".join(
                    f'<passage id="{name}">\n{self._text(key)}\n</passage>'
                    for name, key in passages.items()
                ),
            }
        )
        try:
            reply = self.complete(load_prompt("answer_system").template, user)
        except (
            Exception
        ) as error:  # a provider may raise anything; the answer must not fall with it
            return Rephrased(draft, f"model failed: {type(error).__name__}")
        try:
            match = _JSON.search(reply)
            parsed = _Reply.model_validate(json.loads(match[0] if match else reply))
        except (ValidationError, ValueError, RecursionError):
            return Rephrased(draft, "reply is not the JSON asked for")
        statements = tuple(self._statement(s, passages) for s in parsed.statements)
        if not statements:
            return Rephrased(draft, "model gave no statement")
        if any(s is None for s in statements):
            return Rephrased(draft, "model cited an unknown passage")
        proposed = replace(draft, statements=tuple(s for s in statements if s), composer=CHAT)
        verified = verify(proposed, self.library, question)
        if verified.removed:
            return Rephrased(draft, f"verification removed: {verified.removed[0].fault.reason}")
        if any(self._strays(statement) for statement in proposed.statements):
            return Rephrased(draft, "model said what no cited clause says")
        if not self._keeps_figures(draft.statements[0], proposed):
            return Rephrased(draft, "model left out the figure that answers")
        return Rephrased(proposed, None)

    def _passages(self, draft: Draft) -> dict[str, ClauseKey]:
        keys = dict.fromkeys(
            (support.document_id, support.clause)
            for s in draft.statements
            for support in s.supports
        )
        return {f"p{i}": key for i, key in enumerate(keys, 1)}

    def _text(self, key: ClauseKey) -> str:
        clause = self.library.clause(key)
        text = self.library.text(key[0], clause.start, clause.own_end).strip()[:LONGEST_PASSAGE]
        # A document's own angle brackets must not close the passage.
        return f"{clause.address}\n{text}".replace("<", "〈").replace(">", "〉")

    def _statement(self, sentence: _Sentence, passages: dict[str, ClauseKey]) -> Statement | None:
        if not sentence.passages or any(name not in passages for name in sentence.passages):
            return None
        text = " ".join(_MARKS.sub("", sentence.text).split())
        keys = dict.fromkeys(passages[name] for name in sentence.passages)
        return Statement(text, tuple(span for key in keys for span in self._spans(key, text)))

    def _spans(self, key: ClauseKey, text: str) -> list[Support]:
        """The sentences of the clause that share most with the segments of the statement."""
        sentences = self.library.sentences(key)
        if not sentences:
            clause = self.library.clause(key)
            return [Support(key[0], key[1], clause.start, clause.own_end)]
        held = [(set(bigrams(fold(self.library.text(key[0], *s)))), s) for s in sentences]
        best = set()
        for segment in _SEGMENT.findall(text):
            wanted = set(bigrams(fold(segment)))
            pairs, span = max(held, key=lambda h: len(wanted & h[0]))
            if wanted & pairs:
                best.add(span)
        return [Support(key[0], key[1], *span) for span in sorted(best) or [sentences[0]]]

    def _strays(self, statement: Statement) -> bool:
        """Whether a segment of the statement says what its clauses do not; the question is no source."""
        keys = {(support.document_id, support.clause) for support in statement.supports}
        held = "\n".join(self.library.haystack(key) for key in keys)
        for segment in _SEGMENT.findall(statement.text):
            pairs = [p for run in content_runs(fold(segment)) for p in bigrams(run)]
            if sum(pair not in held for pair in pairs) > OWN_WORDS * len(pairs):
                return True
        return False

    def _keeps_figures(self, lead: Statement, proposed: Draft) -> bool:
        """Figures that the extractive lead quotes must not get lost in rewording."""
        quote = "".join(self.library.text(s.document_id, s.start, s.end) for s in lead.supports)
        said = {q.meaning for s in proposed.statements for q in quantities(fold(s.text))}
        return {q.meaning for q in quantities(fold(quote))} <= said
