"""A chat model may phrase, never decide: it rewords clauses that were already found to answer.

The model sees passages under opaque ids and returns statements with ids. Unknown ids, text that
is no JSON, an empty list, anything that verification removes: the extractive draft stands. What
the model was not shown or leaves out is added from the extractive draft, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict

from assistant.chat_model.data import NewId, as_data, opaque_id
from assistant.chat_model.failures import ChatModelError
from assistant.chat_model.guarded import Complete
from assistant.chat_model.reply import NotTheJsonError, parse_reply
from assistant.claims import quantities
from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Support
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import fold
from assistant.verify import CHAT, verify
from prompts import load_prompt

_MARKS = re.compile(r"\[\d+\]|【\d+】")
_SEGMENT = re.compile(r"[^，,。；;！？!?\n]+")
LONGEST_PASSAGE = 1200
PROMPT_CHARACTERS = 8000
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
class Reworded:
    """The draft to show, and why the model's text was not used, if it was not."""

    draft: Draft
    fallback: str | None


@dataclass(frozen=True)
class ChatComposer:
    """Rewords an extractive draft with a chat model."""

    library: Library
    complete: Complete
    max_prompt_characters: int = PROMPT_CHARACTERS
    new_id: NewId = opaque_id

    @property
    def prompts(self) -> str:
        """Digests of the prompts, for the trace."""
        return f"{load_prompt('answer_system').digest} {load_prompt('answer_user').digest}"

    def reword(self, question: str, draft: Draft) -> Reworded:
        """The model's draft if every statement of it survives verification, else the given one."""
        system = load_prompt("answer_system").template
        room = self.max_prompt_characters - len(system) - len(self._prompt(question, {}))
        passages = dict(self._passages(draft, room))
        if not _keys(draft.statements[0]) <= {key for key, _ in passages.values()}:
            return Reworded(draft, "the clauses that answer do not fit the prompt")
        shown = {name: text for name, (_, text) in passages.items()}
        try:
            reply = self.complete(system, self._prompt(question, shown))
        except ChatModelError as error:
            return Reworded(draft, f"no reply: {error.failure.value}")
        except Exception as error:  # a model may raise anything; the answer must not fall with it
            return Reworded(draft, f"model failed: {type(error).__name__}")
        try:
            parsed = parse_reply(reply, _Reply)
        except NotTheJsonError as error:
            return Reworded(draft, str(error))
        return self._checked(question, draft, parsed, {n: key for n, (key, _) in passages.items()})

    def _checked(
        self, question: str, draft: Draft, reply: _Reply, passages: Mapping[str, ClauseKey]
    ) -> Reworded:
        statements = tuple(self._statement(s, passages) for s in reply.statements)
        if not statements:
            return Reworded(draft, "model gave no statement")
        said = tuple(s for s in statements if s)
        if len(said) < len(statements):
            return Reworded(draft, "model cited an unknown passage")
        left_out = tuple(s for s in draft.statements if not self._covers(said, s))
        proposed = replace(draft, statements=(*said, *left_out), composer=CHAT)
        verified = verify(proposed, self.library, question)
        if verified.removed:
            return Reworded(draft, f"verification removed: {verified.removed[0][1]}")
        if any(self._strays(statement) for statement in said):
            return Reworded(draft, "model said what no cited clause says")
        if draft.statements[0] in left_out:
            return Reworded(draft, "model left out the figure or clause that answers")
        return Reworded(proposed, None)

    def _prompt(self, question: str, passages: Mapping[str, str]) -> str:
        return load_prompt("answer_user").fill(
            {
                "question": as_data(question),
                "passages": "\n".join(
                    f'<passage id="{name}">\n{text}\n</passage>' for name, text in passages.items()
                ),
            }
        )

    def _passages(self, draft: Draft, room: int) -> Iterator[tuple[str, tuple[ClauseKey, str]]]:
        """Name, clause and text of the clauses that the draft rests on, whole, while they fit."""
        supports: dict[ClauseKey, list[Support]] = {}
        for statement in draft.statements:
            for support in statement.supports:
                supports.setdefault((support.document_id, support.clause), []).append(support)
        names: set[str] = set()
        for key, spans in supports.items():
            while (name := self.new_id()) in names:
                continue
            names.add(name)
            text = as_data(self._text(key, spans))
            room -= len(f'<passage id="{name}">\n{text}\n</passage>\n')
            if room < 0:
                return
            yield name, (key, text)

    def _text(self, key: ClauseKey, supports: list[Support]) -> str:
        """A clause's address and own text; of a very long one the sentences it is cited for."""
        clause = self.library.clause(key)
        text = self.library.text(key[0], clause.start, clause.own_end).strip()
        if len(text) > LONGEST_PASSAGE:
            spans = dict.fromkeys((s.start, s.end) for s in supports)
            text = "\n".join(self.library.text(key[0], *span).strip() for span in sorted(spans))
        return f"{clause.address}\n{text}"

    def _statement(
        self, sentence: _Sentence, passages: Mapping[str, ClauseKey]
    ) -> Statement | None:
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
        held = "\n".join(self.library.haystack(key) for key in _keys(statement))
        for segment in _SEGMENT.findall(statement.text):
            pairs = [p for run in content_runs(fold(segment)) for p in bigrams(run)]
            if sum(pair not in held for pair in pairs) > OWN_WORDS * len(pairs):
                return True
        return False

    def _covers(self, said: tuple[Statement, ...], given: Statement) -> bool:
        """Whether what the model says cites the clauses of a statement and keeps its figures."""
        if not _keys(given) <= {key for statement in said for key in _keys(statement)}:
            return False
        quote = "".join(self.library.text(s.document_id, s.start, s.end) for s in given.supports)
        figures = {q.said for statement in said for q in quantities(fold(statement.text))}
        return {q.said for q in quantities(fold(quote))} <= figures


def _keys(statement: Statement) -> set[ClauseKey]:
    return {(support.document_id, support.clause) for support in statement.supports}
