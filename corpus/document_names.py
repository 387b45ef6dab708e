"""Which documents a question names, and where: by title, number, short title, id or nickname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document_numbers import DocumentNumbers
from corpus.document_titles import (
    NOISE,
    Title,
    full_names,
    kind_names,
    nickname_start,
    same_title,
    titles_of,
)
from corpus.genres import GENRES
from corpus.models import Corpus, ParsedDocument

_TITLE_MARKS = re.compile(r"《([^《》]{2,80})》")
_GENRE = re.compile(rf"(?:{GENRES}|文件)")
_OPENING = ("", "（", "(")
_CLOSING = ("）", ")")
_FEW = 3
"""A kind of document that more of them share (管理办法) names none."""

_Span = tuple[int, int]
_Found = dict[_Span, set[str]]


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Where a question names documents; ids best first, several where the name fits several."""

    start: int
    end: int
    text: str
    document_ids: tuple[str, ...]


class DocumentNames:
    """The names of a corpus's documents, indexed by their first two characters."""

    def __init__(self, corpus: Corpus) -> None:
        # A copy is meant after what it copies.
        parsed = sorted(corpus.documents, key=is_copy)
        self._order = {p.document.id: i for i, p in enumerate(parsed)}
        self._numbers = DocumentNumbers([p.document for p in parsed])
        self._titles: dict[str, list[Title]] = defaultdict(list)
        names: dict[str, set[str]] = defaultdict(set)
        kinds: dict[str, set[str]] = defaultdict(set)
        originals = {p.document.id for p in parsed if not is_copy(p)}
        for document in parsed:
            for title in titles_of(document):
                self._titles[title.genre].append(title)
            for name in full_names(document):
                names[name].add(document.document.id)
            for name in kind_names(document):
                kinds[name].add(document.document.id)
        for name, ids in kinds.items():
            if len(ids & originals) <= _FEW:
                names[name] |= ids
        self._starts: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        for name, ids in names.items():
            self._starts[name[:2]].append((name, ids))

    def find(self, text: str) -> tuple[DocumentMention, ...]:
        """Mentions from left to right; where two overlap the longer one counts."""
        found: _Found = defaultdict(set)
        squeezed, places = _squeeze(text)
        for start, end, ids in self._named(squeezed):
            found[(places[start], places[end - 1] + 1)] |= ids
        for span, document_id in self._numbers.find(text):
            found[span].add(document_id)
        self._quoted(text, found)
        return self._longest(text, found)

    def _named(self, text: str) -> Iterator[tuple[int, int, set[str]]]:
        for start in range(len(text) - 1):
            for name, ids in self._starts.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    yield start, start + len(name), ids
        for genre in _GENRE.finditer(text):
            longest: dict[int, set[str]] = defaultdict(set)
            for title in self._with_genre(genre[0]):
                begin = nickname_start(title, text, genre.start(), genre[0])
                if begin is not None:
                    longest[begin].add(title.document_id)
            if longest:
                begin = min(longest)
                yield begin, genre.end(), longest[begin]

    def _with_genre(self, genre: str) -> Iterator[Title]:
        for known, titles in self._titles.items():
            if genre == "文件" or (known and known.endswith(genre)):
                yield from titles

    def _quoted(self, text: str, found: _Found) -> None:
        """A title in 《》 is one name: what it holds of other names does not count."""
        for match in _TITLE_MARKS.finditer(text):
            span = match.span()
            titles = [t for group in self._titles.values() for t in group]
            ids = {t.document_id for t in titles if same_title(match[1], t)}
            for inner in [s for s in found if span[0] <= s[0] and s[1] <= span[1]]:
                names = found.pop(inner)
                if inner[1] - inner[0] >= 0.8 * (span[1] - span[0]) or len(match[1]) < 6:
                    ids |= names
            if ids:
                found[span] = ids

    def _longest(self, text: str, found: _Found) -> tuple[DocumentMention, ...]:
        kept: list[_Span] = []
        for span in sorted(found, key=lambda s: (s[0] - s[1], s[0])):
            if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
                kept.append(span)
        mentions: list[DocumentMention] = []
        for start, end in sorted(kept):
            ids = tuple(sorted(found[(start, end)], key=lambda i: self._order[i]))
            last = mentions[-1] if mentions else None
            between = text[last.end : start].strip() if last else "-"
            if last and ids == last.document_ids and between in _OPENING:
                # 《title》（文号） is one name.
                closed = between and text[end : end + 1] in _CLOSING
                start, end = last.start, end + bool(closed)
                mentions.pop()
            mentions.append(DocumentMention(start, end, text[start:end], ids))
        return tuple(mentions)


def is_copy(parsed: ParsedDocument) -> bool:
    """Whether the document is a copy, or part of one, of another document of the corpus."""
    relation = parsed.document.relation
    return relation is not None and relation.kind in ("copy_of", "part_copy_of")


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Without spaces and quotes, and where each remaining character stood."""
    kept = [(char, i) for i, char in enumerate(text) if not NOISE.match(char)]
    return "".join(char for char, _ in kept), [i for _, i in kept]
