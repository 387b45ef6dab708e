"""Where a copy or version differs from its document in a number, a date or a name.

Sentences are aligned in order, clause by clause; what stands in only one of the two texts is no
conflict.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from corpus.bodies.mentions import find_bodies
from corpus.copies.hints import find_hint
from corpus.copies.relations import is_compared
from corpus.models import Corpus, ParsedDocument

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_HAN = "一二两三四五六七八九十百千"
_TOKEN = re.compile(
    rf"(?P<date>(?:19|20)\d{{2}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|\d{{1,2}}月\d{{1,2}}日)|(?P<number>\d+(?:\.\d+)?%?|[{_HAN}]+(?=[年个家项倍亿万]))"
)
_TITLE = re.compile(r"《[^《》]{2,60}》")
_FIGURE = re.compile(rf"\d+(?:\.\d+)?%?|[{_HAN}]+(?=[年个家项倍亿万])")
_NOISE = re.compile(r"[\s—–-]")
_ALIKE = 0.85
_SHORTEST = 10

ConflictKind = Literal["number", "date", "name"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence of a document and what its copy prints instead; offsets count in each clean text."""

    kind: ConflictKind
    document_id: str
    address: str
    start: int
    end: int
    printed: str
    """What differs, as the document prints it."""
    copy_id: str
    copy_address: str
    copy_start: int
    copy_end: int
    copy_printed: str
    copy_quote: str
    """The whole sentence of the copy."""
    favours: Literal["document", "copy"] | None = None
    hint: str | None = None
    """Chinese: what the context says for one of the two; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    pairs: frozenset[str]


def find_conflicts(corpus: Corpus) -> tuple[Conflict, ...]:
    """Every aligned sentence with another number, date or name, by copy and place."""
    found: list[Conflict] = []
    for copy in corpus.documents:
        relation = copy.document.relation
        if relation is None or not is_compared(copy.document):
            continue
        original = corpus.by_id.get(relation.document_id)
        if original is not None:
            found.extend(_between(original, copy))
    return tuple(found)


def _between(original: ParsedDocument, copy: ParsedDocument) -> list[Conflict]:
    sentences = _sentences(original.text)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for pair in sentence.pairs:
            holding[pair].append(number)
    found: list[Conflict] = []
    reached = -1
    for other in _sentences(copy.text):
        if len(other.pairs) < _SHORTEST:
            continue
        twin = _twin(other, sentences, holding, reached)
        if twin is None:
            continue
        reached = twin
        found += _differences(original, copy, sentences[twin], other)
    return found


def _sentences(text: str) -> list[_Sentence]:
    found = []
    for match in _SENTENCE.finditer(text):
        lead = len(match[0]) - len(match[0].lstrip())
        bare = _bare(match[0])
        masked = _FIGURE.sub("#", bare)
        pairs = frozenset(masked[i : i + 2] for i in range(len(masked) - 1))
        found.append(_Sentence(match.start() + lead, match.end(), bare, pairs))
    return found


def _bare(words: str) -> str:
    """Without spaces and the dashes that a bad copy scatters, in one width."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", words))


def _twin(
    other: _Sentence, sentences: list[_Sentence], holding: dict[str, list[int]], reached: int
) -> int | None:
    """The sentence most alike; of equals the one that comes next in order."""
    shared = Counter(number for pair in other.pairs for number in holding.get(pair, ()))
    best = max(
        shared,
        key=lambda n: (
            shared[n] / max(len(other.pairs), len(sentences[n].pairs)),
            -abs(n - reached - 1),
        ),
        default=None,
    )
    if best is None:
        return None
    alike = shared[best] / max(len(other.pairs), len(sentences[best].pairs))
    return best if alike >= _ALIKE else None


def _differences(
    original: ParsedDocument, copy: ParsedDocument, own: _Sentence, other: _Sentence
) -> list[Conflict]:
    if own.text == other.text:
        return []
    found = []
    for kind, printed, copied in _unlike(own.text, other.text):
        hint = find_hint(original, copy, (own.start, own.end), printed, copied)
        found.append(
            Conflict(
                kind=kind,
                document_id=original.document.id,
                address=original.smallest_clause(own.start, own.end).address,
                start=own.start,
                end=own.end,
                printed=printed,
                copy_id=copy.document.id,
                copy_address=copy.smallest_clause(other.start, other.end).address,
                copy_start=other.start,
                copy_end=other.end,
                copy_printed=copied,
                copy_quote=copy.text[other.start : other.end].strip(),
                favours=hint.favours if hint else None,
                hint=hint.told if hint else None,
            )
        )
    return found


def _unlike(own: str, other: str) -> list[tuple[ConflictKind, str, str]]:
    """Numbers, dates and names that stand in the same order and differ."""
    unlike: list[tuple[ConflictKind, str, str]] = []
    mine, others = _tokens(own), _tokens(other)
    if [kind for kind, _ in mine] == [kind for kind, _ in others]:
        for (kind, printed), (_, copied) in zip(mine, others, strict=True):
            if printed != copied:
                unlike.append((kind, printed, copied))
    elif Counter(mine) != Counter(others):
        printed = "、".join(words for _, words in (Counter(mine) - Counter(others)).elements())
        copied = "、".join(words for _, words in (Counter(others) - Counter(mine)).elements())
        unlike.append(("number", printed or "（无）", copied or "（无）"))
    unlike += _names(own, other)
    return unlike


def _tokens(words: str) -> list[tuple[ConflictKind, str]]:
    return [("date" if m["date"] else "number", m[0]) for m in _TOKEN.finditer(words)]


def _names(own: str, other: str) -> list[tuple[ConflictKind, str, str]]:
    """Bodies and titles that only one of the two sentences names."""
    mine, others = _named(own), _named(other)
    only, copied = [n for n in mine if n not in others], [n for n in others if n not in mine]
    # A name with other blanks or misprints around it is still read; one that is missing may have
    # been cut off, and is no conflict.
    return [("name", a, b) for a, b in zip(only, copied, strict=False)]


def _named(words: str) -> list[str]:
    bodies = [mention.canonical for mention in find_bodies(words)]
    return [*bodies, *_TITLE.findall(words)]
