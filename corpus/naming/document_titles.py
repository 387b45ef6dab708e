"""The names that a document goes by: its title, what it forwards, short forms of either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from corpus.metadata.genres import GENRES
from corpus.models import Document, ParsedDocument
from corpus.regions import Region, region_named

NOISE = re.compile(r"[\s“”\"'‘’《》〈〉「」]")
POINTING = "这份|那份|这个|那个|这部|那部|这本|那本|这篇|那篇|这"
_STATUS = re.compile(r"[（(][^（）()]{2,24}[)）]$")
_FORWARDED = re.compile(r"(?:印发|发布|公布|转发|下发)[^《]{0,6}《([^《》]{4,80})》")
_UNMARKED = re.compile(
    r"(?:印发|发布|公布|转发|下发)(?P<inner>[^《》]{4,120}?)的?(?:通知|公告|通告)$"
)
_AND = re.compile(r"[和及与、]")
_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2,10}?(?:自治区|自治州|省|市|州|县|区|旗)(?:人民政府|政府)?(?:办公厅|办公室)?"
)
_KIND = re.compile(
    rf"(?:(?:实施|指导|若干|管理|暂行|工作|行动|战略|发展|专项|推进|建设|扶持|奖励)(?:政策)?)?(?:{GENRES})$"
)
_GENRE = re.compile(rf"(?:{GENRES})$")
_SHORTEST_KIND = 4
_SHORTEST_CORE = 6
_SHORTEST_NICKNAME = 2
_DRAFT = re.compile(r"征求意见稿|送审稿|讨论稿|草案")
_REACH = 16
"""Characters of a short form before its genre word."""


class Grade(IntEnum):
    """How much a name says by itself, and so how little may stand unexplained before it."""

    FULL = 0
    """A title, whole or all but its place."""
    NICKNAME = 1
    """Words of the title and a genre word: 双创意见, 运城规划."""
    KIND = 2
    """What thousands of documents are called: 实施意见, 管理办法."""


@dataclass(frozen=True, slots=True)
class Title:
    """One title of a document, compact: no spaces, no quotes, no status in brackets."""

    document: Document
    text: str
    genre: str
    region: Region | None
    """The region that the document speaks for."""
    part: int = 0
    """Ordinal of the clause that bears the title; 0 where it is the whole document's."""

    @property
    def document_id(self) -> str:
        """Id of the document."""
        return self.document.id

    @property
    def regions(self) -> tuple[str, ...]:
        """Full and short name of the region."""
        return (self.region.name, self.region.short) if self.region else ()

    @property
    def core(self) -> str:
        """Without 关于 and without the place that it begins with."""
        bare = self.text.removeprefix("关于")
        core = _PLACE.sub("", bare).removeprefix("关于")
        return core if len(core) >= _SHORTEST_CORE else bare


@dataclass(frozen=True, slots=True)
class Name:
    """A name that people use for a titled text."""

    text: str
    title: Title
    grade: Grade


def titles_of(parsed: ParsedDocument) -> tuple[Title, ...]:
    """The document's own title first, then those of the texts that it forwards or contains."""
    document = parsed.document
    parts = {_bare(c.title): c.ordinal for c in parsed.clauses if c.kind == "heading" and c.title}
    written = [_bare(document.title), *map(_bare, _FORWARDED.findall(document.title))]
    written += [*_unmarked(parsed), *parts]
    region = region_named(document.region) if document.region else None
    found: dict[str, Title] = {}
    for bare in written:
        genre = _GENRE.search(bare)
        part = parts.get(bare, 0) if found else 0
        title = Title(document, bare, genre[0] if genre else "", region, part)
        found.setdefault(bare, title)
    return tuple(found.values())


def _unmarked(parsed: ParsedDocument) -> Iterator[str]:
    """印发X和Y的通知 without title marks: the pieces that the text bears as titles."""
    match = _UNMARKED.search(compact(parsed.document.title))
    if match is None:
        return
    inner = match["inner"]
    lines = {_bare(line) for line in parsed.text.split("\n") if len(line) < 120}
    cuts = [0, *(m.end() for m in _AND.finditer(inner)), len(inner) + 1]
    for i, start in enumerate(cuts):
        for end in cuts[i + 1 :]:
            piece = _bare(inner[start : end - 1])
            if len(piece) >= _SHORTEST_CORE and piece in lines:
                yield piece


def names_of(parsed: ParsedDocument) -> Iterator[Name]:
    """Every name; of KIND and of place and kind only some are one document's alone."""
    titles = titles_of(parsed)
    for title in titles:
        for text in {title.text, title.text.removeprefix("关于"), title.core}:
            yield Name(text, title, Grade.FULL)
        yield from _kinds(title)
    if parsed.document.status and (draft := _DRAFT.search(parsed.document.status)):
        yield Name(draft[0], titles[0], Grade.KIND)  # 那份征求意见稿, where it is the only one
    for text in map(compact, parsed.document.short_titles):
        yield Name(text, titles[0], grade_of(text, titles[0]))
        said = _KIND.sub("", text)
        if len(said) >= 2 and said != text and said not in titles[0].regions:
            yield Name(f"{said}文件", titles[0], Grade.NICKNAME)


def subjects_of(parsed: ParsedDocument) -> Iterator[Name]:
    """Short titles without their genre word (工作谋划汇报 → 工作谋划): names before a number only."""
    title = titles_of(parsed)[0]
    for text in map(compact, parsed.document.short_titles):
        said = _GENRE.sub("", text)
        if said != text and len(said) >= 4:
            yield Name(said, title, Grade.KIND)


def _kinds(title: Title) -> Iterator[Name]:
    """实施意见, 山西省的指导意见, 运城规划: kind and place."""
    kind = _KIND.search(title.text)
    if kind is None:
        return
    if len(kind[0]) >= _SHORTEST_KIND:
        yield Name(kind[0], title, Grade.KIND)
    for place in title.regions:
        for word in {kind[0], title.genre}:
            yield Name(place + word, title, Grade.NICKNAME)
            yield Name(f"{place}的{word}", title, Grade.NICKNAME)


def grade_of(said: str, title: Title) -> Grade:
    """A short form that says no more than its kind is a KIND."""
    words = _KIND.sub("", said).replace("的", "")
    return Grade.NICKNAME if len(words) >= _SHORTEST_NICKNAME else Grade.KIND


def compact(text: str) -> str:
    """Without spaces, quotes and title marks."""
    return NOISE.sub("", text)


def _bare(title: str) -> str:
    return _STATUS.sub("", compact(title))


def same_title(said: str, title: Title) -> bool:
    """Whether a title in 《》 is this one, in full or all but its opening or end.

    What is longer than the title names it only if it is said to be of the document's own region.
    """
    bare = _bare(said)
    if bare in (title.text, title.core, title.text.removeprefix("关于")):
        return True
    if len(bare) > len(title.text):
        before, _, after = bare.partition(title.text)
        return not after and before in title.regions
    return len(bare) >= 8 and bare in title.text and len(bare) >= 0.5 * len(title.text)


def nickname_start(title: Title, text: str, genre_start: int, genre: str) -> int | None:
    """Where a short form that ends in the genre word at genre_start begins, if it fits this title.

    A short form has the title's characters in their order (高企认定办法 for 高新技术企业认定管理办法) and
    either begins as the title does, or with its place, or is a longer piece of it word for word.
    """
    if not title.genre or not (genre == "文件" or title.text.endswith(genre)):
        return None
    whole = title.text.removesuffix(genre)
    at, start = len(whole), genre_start
    while start > 0 and genre_start - start < _REACH:
        char = text[start - 1]
        linking = char == "的" and start < genre_start
        place = at if linking else whole.rfind(char, 0, at)
        if place < 0:
            break
        at, start = place, start - 1
    while start < genre_start and text[start] == "的":
        start += 1
    said = text[start:genre_start].removesuffix("的")
    if len(said) < 2:
        return None
    begins = said[0] in (whole.removeprefix("关于")[:1], title.core[0])
    local = any(said.startswith(place) for place in title.regions)
    return start if begins or local or (len(said) >= 5 and said in whole) else None
