"""Which documents a question names, and where: by title, number, short title, id or nickname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.metadata.genres import GENRES
from corpus.models import Corpus, ParsedDocument
from corpus.naming.document_numbers import DocumentNumbers
from corpus.naming.document_titles import (
    NOISE,
    POINTING,
    Grade,
    Name,
    Title,
    grade_of,
    names_of,
    nickname_start,
    same_title,
    subjects_of,
    titles_of,
)
from corpus.naming.name_context import fits
from corpus.regions import find_regions

TITLE_MARKS = re.compile(r"《([^《》]{2,120})》")
_GENRE = re.compile(rf"(?:{GENRES}|文件)")
_OPENING = ("", "（", "(")
_CLOSING = ("）", ")")
_POINTING = re.compile(rf"(?<=.)(?:{POINTING})(?={GENRES}|文件)")
_BEFORE_NUMBER = re.compile(r"[的里中]*\s*(?:第|[（(]?[一二三四五六七八九十\d]+\s*[)）、条部])")
_FEW = 3
"""A kind of document that more of them share (管理办法) names none."""

_Span = tuple[int, int]
_Target = tuple[str, int]
"""Document id and the ordinal of the part that is meant, 0 for all of it."""
_Found = dict[_Span, set[_Target]]


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Where a question names documents; ids best first, several where the name fits several."""

    start: int
    end: int
    text: str
    document_ids: tuple[str, ...]
    parts: tuple[tuple[str, int], ...] = ()
    """(document id, ordinal of the titled part) where only a part of a document bears the name."""


class DocumentNames:
    """The names of a corpus's documents, indexed by their first two characters."""

    def __init__(self, corpus: Corpus) -> None:
        # A copy is meant after what it copies.
        parsed = sorted(corpus.documents, key=is_copy)
        self._order = {p.document.id: i for i, p in enumerate(parsed)}
        self._numbers = DocumentNumbers([p.document for p in parsed])
        self._titles: dict[str, list[Title]] = defaultdict(list)
        originals = {p.document.id for p in parsed if not is_copy(p)}
        names: dict[str, list[Name]] = defaultdict(list)
        shared: dict[str, set[str]] = defaultdict(set)
        self._subjects: dict[str, list[Title]] = defaultdict(list)
        for document in parsed:
            for title in titles_of(document):
                self._titles[title.genre].append(title)
            for name in names_of(document):
                names[name.text].append(name)
                shared[name.text].add(document.document.id)
            for name in subjects_of(document):
                self._subjects[name.text].append(name.title)
        self._starts: dict[str, list[tuple[str, list[Name]]]] = defaultdict(list)
        for text, bearers in names.items():
            if len(text) < 2:
                continue
            few = len(shared[text] & originals) <= _FEW
            kept = [n for n in bearers if few or n.grade is Grade.FULL or _is_own_short(n)]
            self._starts[text[:2]].append((text, kept))

    def find(self, text: str) -> tuple[DocumentMention, ...]:
        """Mentions from left to right; where two overlap the longer one counts."""
        found: _Found = defaultdict(set)
        squeezed, places = _squeeze(text)
        for start, end, title, grade in self._named(squeezed):
            span = (places[start], places[end - 1] + 1)
            if fits(text, *span, title, grade):
                found[span].add((title.document_id, title.part))
        for span, document_id in self._numbers.find(text):
            found[span].add((document_id, 0))
        self._quoted(text, found)
        return self._longest(text, found)

    def _named(self, text: str) -> Iterator[tuple[int, int, Title, Grade]]:
        for start in range(len(text) - 1):
            for said, names in self._starts.get(text[start : start + 2], ()):
                if text.startswith(said, start):
                    for name in names:
                        yield start, start + len(said), name.title, name.grade
        for said, titles in self._subjects.items():
            for match in re.finditer(re.escape(said), text):
                if _BEFORE_NUMBER.match(text, match.end()):
                    for title in titles:
                        yield *match.span(), title, Grade.KIND
        for genre in _GENRE.finditer(text):
            yield from self._nicknames(text, genre)

    def _nicknames(
        self, text: str, genre: re.Match[str]
    ) -> Iterator[tuple[int, int, Title, Grade]]:
        """The longest short forms that end in a genre word."""
        longest: dict[int, list[Title]] = defaultdict(list)
        for title in self._with_genre(genre[0]):
            begin = nickname_start(title, text, genre.start(), genre[0])
            if begin is not None:
                longest[begin].append(title)
        begin = min(longest, default=0)
        if genre[0] == "文件" and _is_place(text[begin : genre.start()]):
            return  # 山西文件里说的…: that of any of its documents
        for title in longest[begin] if longest else ():
            yield begin, genre.end(), title, grade_of(text[begin : genre.end()], title)

    def _with_genre(self, genre: str) -> Iterator[Title]:
        for known, titles in self._titles.items():
            if genre == "文件" or (known and known.endswith(genre)):
                yield from titles

    def _quoted(self, text: str, found: _Found) -> None:
        """A title in 《》 is one name: what it holds of other names does not count."""
        for match in TITLE_MARKS.finditer(text):
            span = match.span()
            titles = [t for group in self._titles.values() for t in group]
            ids = {(t.document_id, t.part) for t in titles if same_title(match[1], t)}
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
            targets = found[(start, end)]
            ids = tuple(sorted({i for i, _ in targets}, key=lambda i: self._order[i]))
            whole = {i for i, part in targets if part == 0}
            parts = tuple(sorted(t for t in targets if t[0] not in whole))
            last = mentions[-1] if mentions else None
            between = text[last.end : start].strip() if last else "-"
            if last and ids == last.document_ids and between in _OPENING:
                # 《title》（文号） is one name.
                closed = between and text[end : end + 1] in _CLOSING
                start, end = last.start, end + bool(closed)
                parts = last.parts or parts
                mentions.pop()
            mentions.append(DocumentMention(start, end, text[start:end], ids, parts))
        return tuple(mentions)


def is_copy(parsed: ParsedDocument) -> bool:
    """Whether the document is a copy, or part of one, of another document of the corpus."""
    relation = parsed.document.relation
    return relation is not None and relation.kind in ("copy_of", "part_copy_of")


def _is_place(said: str) -> bool:
    return any((m.start, m.end) == (0, len(said)) for m in find_regions(said))


def _is_own_short(name: Name) -> bool:
    """A short title of the manifest: whoever wrote it there wants the document called so."""
    return name.text in name.title.document.short_titles


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Without spaces, quotes and 这份 in the middle, and where each remaining character stood."""
    pointing = {i for m in _POINTING.finditer(text) for i in range(*m.span())}
    kept = [(char, i) for i, char in enumerate(text) if not NOISE.match(char) and i not in pointing]
    return "".join(char for char, _ in kept), [i for _, i in kept]
