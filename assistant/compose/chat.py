"""A chat model may phrase, never decide: it rewords clauses that were already found to answer.

The model sees passages under opaque ids and returns statements with ids. Unknown ids, text that
is no JSON, an empty list, anything that verification removes: the extractive draft stands. What
the model was not shown or leaves out is added from the extractive draft, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict

from assistant.chat_model.data import NewId, as_data, opaque_id
from assistant.chat_model.failures import ChatModelError
from assistant.chat_model.guarded import Complete
from assistant.chat_model.reply import NotTheJsonError, parse_reply
from assistant.compose.fidelity import left_out, own_word
from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Support
from assistant.steps.planted import ANYTHING, honest_supports
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold
from assistant.verification.verify import CHAT, verify
from prompts import load_prompt

_MARKS = re.compile(r"\[\d+\]|【\d+】")
_WORD = re.compile(r"[㐀-鿿a-zA-Z]")
_SEGMENT = re.compile(r"[^，,。；;！？!?\n]+")
PROMPT_CHARACTERS = 8000


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
    asked: str | None = ANYTHING
    """What is asked (`asked_words`): what a clause says to programs is only then shown and cited."""

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
        if not reply.statements or not all(_WORD.search(s.text) for s in reply.statements):
            return Reworded(draft, "model gave no statement")
        statements = tuple(self._statement(s, passages) for s in reply.statements)
        said = tuple(s for s in statements if s)
        if len(said) < len(statements):
            return Reworded(draft, "model cited an unknown passage")
        given = tuple(s for s in draft.statements if not self._covers(said, s))
        proposed = replace(draft, statements=(*self._named(said, draft), *given), composer=CHAT)
        verified = verify(proposed, self.library, question)
        if verified.removed:
            return Reworded(draft, f"verification removed: {verified.removed[0].fault.reason}")
        if any(self._own_word(statement) for statement in said):
            return Reworded(draft, "model brought words of its own")
        if draft.statements[0] in given or self._left_out(said):
            return Reworded(draft, "model left out part of what it cites")
        return Reworded(proposed, None)

    def _named(self, said: tuple[Statement, ...], draft: Draft) -> tuple[Statement, ...]:
        """The statements, each clause introduced as the draft introduces it: 根据《…》（一），…"""
        named = []
        introductions = dict(self._introductions(draft))
        for statement in said:
            for key in sorted(_keys(statement)):
                words = introductions.pop(key, "")
                if words and not statement.text.startswith("根据"):
                    statement = replace(statement, text=f"{words}{statement.text}")
            named.append(statement)
        return tuple(named)

    def _introductions(self, draft: Draft) -> Iterator[tuple[ClauseKey, str]]:
        for statement in reversed(draft.statements):
            support = statement.supports[0]
            quote = self.library.text(support.document_id, support.start, support.end).strip()
            before = statement.text.partition(quote)[0]
            if before.startswith("根据") and before != statement.text:
                yield (support.document_id, support.clause), before

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
        """A clause's address and the sentences of it that the draft rests on, whole."""
        return "\n".join([self.library.clause(key).address, *self._sentences(key, supports)])

    def _sentences(self, key: ClauseKey, supports: Iterable[Support]) -> list[str]:
        """The sentences of a clause that supports touch, each once and whole, in their order,
        without what in them speaks to a program: such words need not be a sentence of their own."""
        spans = {(s.start, s.end) for s in supports if (s.document_id, s.clause) == key}
        whole = [
            (start, end)
            for start, end in self.library.sentences(key)
            if any(start < high and low < end for low, high in spans)
        ]
        texts = []
        for start, end in whole or sorted(spans):
            honest = honest_supports(Support(*key, start, end), self.library, self.asked)
            said = "".join(self.library.text(key[0], s.start, s.end) for s in honest)
            texts += [said.strip()] if honest else []
        return texts

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
            return self._honest(key, [(clause.start, clause.own_end)])
        held = [(set(bigrams(fold(self.library.text(key[0], *s)))), s) for s in sentences]
        best = set()
        for segment in _SEGMENT.findall(text):
            wanted = set(bigrams(fold(segment)))
            pairs, span = max(held, key=lambda h: len(wanted & h[0]))
            if wanted & pairs:
                best.add(span)
        return self._honest(key, sorted(best) or [sentences[0]])

    def _honest(self, key: ClauseKey, spans: Iterable[tuple[int, int]]) -> list[Support]:
        """Supports on the spans, but for what in them speaks to a program: it bears no claim."""
        return [
            support
            for start, end in spans
            for support in honest_supports(Support(*key, start, end), self.library, self.asked)
        ]

    def _own_word(self, statement: Statement) -> str | None:
        """What a statement says that its quotes do not; the question is no source."""
        text = fold(statement.text)
        for key in _keys(statement):
            for name in (self.library.clause(key).address, self.library.document(key[0]).title):
                # As a whole: 大众创业万众创新 in a title is no leave to say 万.
                text = text.replace(fold(name), "\n")
        return own_word(text, fold(self._quote(statement)))

    def _left_out(self, said: tuple[Statement, ...]) -> bool:
        """Whether a sentence that statements cite is not said whole by those that cite its clause."""
        for key in {key for statement in said for key in _keys(statement)}:
            citing = [statement for statement in said if key in _keys(statement)]
            cited = self._sentences(key, (s for statement in citing for s in statement.supports))
            text = "\n".join(fold(statement.text) for statement in citing)
            if left_out(fold("\n".join(cited)), text) is not None:
                return True
        return False

    def _covers(self, said: tuple[Statement, ...], given: Statement) -> bool:
        """Whether statements cite the clauses of another one and say there all that it quotes."""
        same = [statement for statement in said if _keys(statement) & _keys(given)]
        if not _keys(given) <= {key for statement in same for key in _keys(statement)}:
            return False
        text = "\n".join(fold(statement.text) for statement in same)
        return left_out(fold(self._quote(given)), text) is None

    def _quote(self, statement: Statement) -> str:
        return "\n".join(
            self.library.text(s.document_id, s.start, s.end) for s in statement.supports
        )


def _keys(statement: Statement) -> set[ClauseKey]:
    return {(support.document_id, support.clause) for support in statement.supports}
