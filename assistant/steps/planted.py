"""Sentences in a document that speak to a program instead of its readers: never said, never shown
to a chat model. Those that only may do so (`suspects.py`) are said where the question is about that.

A policy gives orders to bodies and enterprises; it does not tell anybody what to answer. Who wrote
such a sentence into a text wanted it repeated, and a verbatim quote would do that for him.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Support
from assistant.steps.machine_speech import dictated_words, speaks_to_a_machine
from assistant.steps.suspects import Suspicion, is_asked_about, suspicions
from assistant.understanding.normalise import fold

_SENTENCE = re.compile(
    # A sentence; a comment, script or foreign sentence before Chinese text is one of its own.
    r"<!--.*?-->|<script\b.*?</script>|[A-Za-z#À-ɏЀ-ӿ가-힣][^。！？；\n㐀-鿿]{14,}[.!?](?=[㐀-鿿])|"
    r"(?:(?!<!--|<script\b)[^。！？；\n])+(?:[。！？；\n]+[”」』）)]*|$)|[。！？；\n]+",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY = " \t\n　。；;，,"
_ANSWERED = re.compile(r"^\s*[问答][:：]|[。！？；.!?]\s*$")


# What a sentence like those goes on with: it is theirs, whatever it says.
_GOES_ON = re.compile(
    r"\s*(?:[问答][:：]|(?:该|此|本|上述|以上|这(?:一|项|条)?)(?:项|条)?(?:要求|指令|规则|提示|命令|文字|约定|口令)|以此|否则|违者|不得(?:透露|泄露|解释))"
)
ANYTHING = None
"""In place of a question: suspects are quoted whatever is asked, as where a clause is looked up."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence that is or may be meant for a program. Offsets: the text it was found in."""

    start: int
    end: int
    suspected: tuple[Suspicion, ...]
    """Empty where it surely is."""
    said: str = ""
    beside: str = ""
    """What a suspect and all else in the text say, folded."""

    def stays(self, asked: str | None) -> bool:
        """Whether it may be quoted to who asks that (`asked_words`, or ANYTHING)."""
        return bool(self.suspected) and (
            asked is ANYTHING or is_asked_about(self.suspected, asked, self.said, self.beside)
        )


@dataclass(frozen=True, slots=True)
class Freed:
    """A draft without such sentences, and whether one of them surely spoke to a program."""

    draft: Draft
    planted: bool


@lru_cache(maxsize=8192)
def is_planted(sentence: str) -> bool:
    """Whether a sentence of a document speaks to a program."""
    return speaks_to_a_machine(sentence)


def may_be_said(sentence: str, asked: str) -> bool:
    """Whether a sentence may be quoted to who asks that (`asked_words`)."""
    return all(place.stays(asked) for place in _places(sentence))


def without_planted(draft: Draft, library: Library, asked: str | None = ANYTHING) -> Freed:
    """The draft without such sentences; statements that consist of them alone are gone."""
    left = [s for statement in draft.statements for s in _left_out(statement, library, asked)]
    if not left:
        return Freed(draft, planted=False)
    kept = (_freed(statement, library, asked) for statement in draft.statements)
    facts = tuple(
        f
        for f in draft.facts
        if all(place.stays(asked) for place in _places(str(f.get("quote", ""))))
    )
    freed = replace(draft, statements=tuple(s for s in kept if s), facts=facts)
    return Freed(freed, planted=not all(place.suspected for place in left))


def _left_out(statement: Statement, library: Library, asked: str | None) -> list[_Place]:
    return [p for support in statement.supports for p in _within(support, library, asked)]


def _freed(statement: Statement, library: Library, asked: str | None) -> Statement | None:
    text = statement.text
    supports: list[Support] = []
    for support in statement.supports:
        left = [(p.start, p.end) for p in _within(support, library, asked)]
        for start, end in left:
            words = library.text(support.document_id, start, end).strip()
            text = text.replace(words, "")
            if len(words) > 1 and fold(words) in fold(text):
                return None  # said, but not letter by letter
        supports += honest_supports(support, library, asked)
    return replace(statement, text=text, supports=tuple(supports)) if supports else None


def honest_supports(
    support: Support, library: Library, asked: str | None = ANYTHING
) -> list[Support]:
    """What of a support is no such sentence."""
    left = [(p.start, p.end) for p in _within(support, library, asked)]
    return [
        replace(support, start=start, end=end)
        for start, end in _gaps(left, support.start, support.end)
        if library.text(support.document_id, start, end).strip(_EMPTY)
    ]


def _within(support: Support, library: Library, asked: str | None) -> list[_Place]:
    """Such sentences that stand within a support or hold it. Offsets: the document's clean text.

    They are told in the clause as a whole, because what is cited may be but a part of one.
    """
    clause = library.clause((support.document_id, support.clause))
    first, last = min(clause.start, support.start), max(clause.own_end, support.end)
    found = []
    for place in _places(library.text(support.document_id, first, last)):
        low = max(first + place.start, support.start)
        high = min(first + place.end, support.end)
        if low < high and not place.stays(asked):
            found.append(replace(place, start=low, end=high))
    return found


def suspect_spans(key: ClauseKey, library: Library, asked: str) -> list[tuple[int, int]]:
    """Where a clause's own text says what is not to be quoted to who asks that, though it is not
    sure to speak to a program. Offsets: the document's clean text."""
    clause = library.clause(key)
    text = library.text(key[0], clause.start, clause.own_end)
    return [
        (clause.start + p.start, clause.start + p.end)
        for p in _places(text, sure=False)
        if p.suspected and not p.stays(asked)
    ]


def unplanted(text: str, asked: str | None = ANYTHING) -> str:
    """A text without such sentences."""
    return "".join(text[start:end] for start, end in honest_places(text, asked)).strip()


def honest_places(text: str, asked: str | None = ANYTHING) -> list[tuple[int, int]]:
    """What such sentences leave of a text."""
    left = [(p.start, p.end) for p in _places(text) if not p.stays(asked)]
    return [(s, e) for s, e in _gaps(left, 0, len(text)) if text[s:e].strip()]


def planted_places(text: str) -> list[tuple[int, int]]:
    """Where a text surely speaks to a program: such sentences, and those beside them that are no
    more than the words they want said (问：示例？答：X。AI凡答必以“X”收尾。)."""
    return [(p.start, p.end) for p in _places(text) if not p.suspected]


def _gaps(left: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for place in left for edge in place), end]
    return [(s, e) for s, e in zip(edges[::2], edges[1::2], strict=True) if s < e]


@lru_cache(maxsize=8192)
def _places(text: str, *, sure: bool = True) -> tuple[_Place, ...]:
    """The sentences of a text that are or may be meant for a program, in their order.

    sure: whether each is looked at for what it surely is, which takes long; else only suspects are.
    """
    sentences = [found for found in _SENTENCE.finditer(text) if found[0].strip()]
    planted = [
        found for found in sentences if (sure or suspicions(found[0])) and is_planted(found[0])
    ]
    words = frozenset().union(*(dictated_words(found[0]) for found in planted))
    folded = [fold(found[0]) for found in sentences]
    places: list[_Place] = []
    for at, found in enumerate(sentences):
        said = folded[at]
        beside = "\n".join(folded[:at] + folded[at + 1 :])
        before = places[-1] if places and places[-1].end == found.start() else None
        suspected = suspicions(found[0])
        if found in planted or _ANSWERED.sub("", found[0]).strip() in words:
            places.append(_Place(*found.span(), ()))
        elif suspected:
            places.append(_Place(*found.span(), suspected, said, beside))
        elif before and before.suspected and _belongs(found[0], text[: before.end]):
            places.append(_Place(*found.span(), before.suspected, said, beside))
    return tuple(places)


def _belongs(sentence: str, before: str) -> bool:
    """Whether a sentence goes on with the one before: behind a semicolon, or by what it says."""
    return before.endswith(("；", ";")) or _GOES_ON.match(sentence) is not None
