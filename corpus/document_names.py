"""Which documents a question names, and where: by title, number, short title, id or nickname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.genres import GENRES
from corpus.metadata import NUMBER
from corpus.models import Corpus, Document
from corpus.regions import region_named

_NOISE = re.compile(r"[\s“”\"'‘’《》〈〉「」]")
_STATUS = re.compile(r"[（(][^（）()]{2,24}[)）]$")
_TITLE_MARKS = re.compile(r"《([^《》]{2,80})》")
_GENRE = re.compile(rf"(?:{GENRES}|文件)")
_KIND = re.compile(
    rf"(?:(?:实施|指导|若干|管理|暂行|工作|行动|战略|发展|专项|推进|建设|扶持|奖励)(?:政策)?)?(?:{GENRES})$"
)
_OPENING = ("", "（", "(")
_CLOSING = ("）", ")")
_SHORTEST = 4
_REACH = 16


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Where a question names documents; ids best first, several where the name fits several."""

    start: int
    end: int
    text: str
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Everything one document is called, compact (no spaces, no quotes)."""

    document: Document
    exact: tuple[str, ...]
    loose: tuple[str, ...]
    title: str
    genre: str | None
    region: tuple[str, ...]


class DocumentNames:
    """The names of a corpus's documents."""

    def __init__(self, corpus: Corpus) -> None:
        documents = [parsed.document for parsed in corpus.documents]
        # A copy is meant after what it copies.
        documents.sort(key=lambda d: d.relation is not None and "copy" in d.relation.kind)
        self._names = [_names(document) for document in documents]
        self._order = {names.document.id: i for i, names in enumerate(self._names)}

    def find(self, text: str) -> tuple[DocumentMention, ...]:
        """Mentions from left to right; where two overlap the longer one counts."""
        found: dict[tuple[int, int], set[str]] = {}
        compact, places = _compact(text)
        for names in self._names:
            for start, end in _occurrences(names, compact):
                found.setdefault((places[start], places[end - 1] + 1), set()).add(names.document.id)
            for span in (*_by_number(names, text), *_by_id(names, text)):
                found.setdefault(span, set()).add(names.document.id)
        self._nicknames(text, compact, places, found)
        self._quoted_titles(text, found)
        return self._longest(text, found)

    def _nicknames(
        self,
        text: str,
        compact: str,
        places: list[int],
        found: dict[tuple[int, int], set[str]],
    ) -> None:
        """高企认定办法 for 高新技术企业认定管理办法: the title's characters in order, up to its genre."""
        for genre in _GENRE.finditer(compact):
            longest: dict[tuple[int, int], set[str]] = {}
            for names in self._names:
                start = _nickname_start(names, compact, genre.start(), genre[0])
                if start is not None:
                    span = (places[start], places[genre.end() - 1] + 1)
                    longest.setdefault(span, set()).add(names.document.id)
            if longest:
                best = max(longest, key=lambda span: span[1] - span[0])
                found.setdefault(best, set()).update(longest[best])

    def _quoted_titles(self, text: str, found: dict[tuple[int, int], set[str]]) -> None:
        """A title in 《》 is one name: what it holds of other names does not count."""
        for match in _TITLE_MARKS.finditer(text):
            title = _compact(match[1])[0]
            span = match.span()
            ids = {n.document.id for n in self._names if _same_title(title, n)}
            inside = [s for s in found if span[0] <= s[0] and s[1] <= span[1]]
            for other in inside:
                whole = other[1] - other[0] >= 0.8 * (span[1] - span[0])
                names = found.pop(other)
                if whole or len(title) < 6:
                    ids |= names
            if ids:
                found[span] = ids

    def _longest(
        self, text: str, found: dict[tuple[int, int], set[str]]
    ) -> tuple[DocumentMention, ...]:
        kept: list[tuple[int, int]] = []
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


def _names(document: Document) -> _Names:
    title = _compact(document.title)[0]
    bare = _STATUS.sub("", title)
    exact = {title, bare, bare.removeprefix("关于")}
    exact |= {_compact(short)[0] for short in document.short_titles}
    region = region_named(document.region) if document.region else None
    regions = (region.name, region.short) if region else ()
    kind = _KIND.search(bare)
    loose: set[str] = set()
    if kind:
        words = {kind[0], _last_genre(bare)}
        loose |= {r + link + word for r in regions for word in words for link in ("", "的")}
        if len(kind[0]) >= _SHORTEST:
            loose.add(kind[0])
    return _Names(document, tuple(exact), tuple(loose), bare, _last_genre(bare) or None, regions)


def _last_genre(title: str) -> str:
    match = re.search(rf"(?:{GENRES})$", title)
    return match[0] if match else ""


def _occurrences(names: _Names, compact: str) -> Iterator[tuple[int, int]]:
    for name in {*names.exact, *names.loose}:
        if len(name) < 2:
            continue
        start = compact.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = compact.find(name, start + 1)


def _by_number(names: _Names, text: str) -> Iterator[tuple[int, int]]:
    """晋发〔2017〕51号, 晋发2017 51号, 2017年51号文, 51号文."""
    match = NUMBER.fullmatch(names.document.number or "")
    if match is None:
        return
    prefix, year, serial = match["prefix"], match["year"], match["serial"]
    bracket = r"[\s〔\[【（(〕\]】）)年第]*"
    full = rf"{prefix}{bracket}{year}{bracket}0*{serial}\s*号(?:文件?)?"
    short = rf"(?:{prefix}\s*|{year}{bracket}|{prefix}{bracket}{year}{bracket})?(?<!\d)第?\s*0*{serial}\s*号文件?"
    bare = rf"{prefix}\s*0*{serial}\s*号"
    for pattern in (full, short, bare):
        for found in re.finditer(pattern, text):
            yield found.span()


def _by_id(names: _Names, text: str) -> Iterator[tuple[int, int]]:
    """An id as a word; one of digits only with a leading zero or beside 文件."""
    identity = re.escape(names.document.id)
    if len(names.document.id) < 2:
        return
    if names.document.id.isdigit():
        plain = "" if names.document.id.startswith("0") else r"(?=\s*(?:号文件|号文档|这份|这个))"
        pattern = rf"(?<![\d.〕\]）)])(?:(?:文件|文档|编号|文号)\s*)?{identity}(?:号?(?:文件|文档))?(?![\d.%号年月日家个万亿]){plain}"
    else:
        pattern = rf"(?<![A-Za-z0-9_-]){identity}(?![A-Za-z0-9_-])"
    for found in re.finditer(pattern, text):
        yield found.span()


def _nickname_start(names: _Names, compact: str, genre_start: int, genre: str) -> int | None:
    """Where a nickname that ends in the genre word starts, if it is one of this document."""
    if names.genre is None or not (genre == "文件" or names.title.endswith(genre)):
        return None
    title = names.title.removesuffix(genre)
    at = len(title)
    start = genre_start
    while start > 0 and genre_start - start < _REACH:
        char = compact[start - 1]
        linking = char == "的" and start < genre_start
        char_at = at if linking else title.rfind(char, 0, at)
        if char_at < 0:
            break
        at = char_at
        start -= 1
    said = compact[start:genre_start].strip("的")
    start += len(compact[start:genre_start]) - len(compact[start:genre_start].lstrip("的"))
    if len(said) < 2:
        return None
    begins = title.removeprefix("关于")[:1] == said[0]
    local = any(said.startswith(r) for r in names.region if len(r) >= 2)
    if local or (begins and len(said) >= 2) or (len(said) >= 5 and said in title):
        return start
    return None


def _same_title(title: str, names: _Names) -> bool:
    bare = _STATUS.sub("", title)
    if bare in names.exact or bare == names.title:
        return True
    shorter, longer = sorted((bare, names.title), key=len)
    return len(shorter) >= 8 and shorter in longer and len(shorter) >= 0.5 * len(longer)


def _compact(text: str) -> tuple[str, list[int]]:
    """Without spaces and quotes, and where each remaining character stood."""
    kept = [(char, i) for i, char in enumerate(text) if not _NOISE.match(char)]
    return "".join(char for char, _ in kept), [i for _, i in kept]
