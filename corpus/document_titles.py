"""The names that a document goes by: its title, what it forwards, short forms of either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.genres import GENRES
from corpus.models import ParsedDocument
from corpus.regions import region_named

NOISE = re.compile(r"[\s“”\"'‘’《》〈〉「」]")
_STATUS = re.compile(r"[（(][^（）()]{2,24}[)）]$")
_FORWARDED = re.compile(r"(?:印发|发布|公布|转发|下发)[^《]{0,6}《([^《》]{4,80})》")
_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2,10}?(?:自治区|自治州|省|市|州|县|区|旗)(?:人民政府|政府)?(?:办公厅|办公室)?"
)
_KIND = re.compile(
    rf"(?:(?:实施|指导|若干|管理|暂行|工作|行动|战略|发展|专项|推进|建设|扶持|奖励)(?:政策)?)?(?:{GENRES})$"
)
_GENRE = re.compile(rf"(?:{GENRES})$")
_SHORTEST_KIND = 4
_SHORTEST_CORE = 6


@dataclass(frozen=True, slots=True)
class Title:
    """One title of a document, compact: no spaces, no quotes, no status in brackets."""

    document_id: str
    text: str
    genre: str
    regions: tuple[str, ...]
    """Full and short name of the region that the document speaks for."""

    @property
    def core(self) -> str:
        """Without 关于 and without the place that it begins with."""
        bare = self.text.removeprefix("关于")
        core = _PLACE.sub("", bare).removeprefix("关于")
        return core if len(core) >= _SHORTEST_CORE else bare


def titles_of(parsed: ParsedDocument) -> tuple[Title, ...]:
    """The document's own title first, then those of the texts that it forwards or contains."""
    document = parsed.document
    written = [document.title, *_FORWARDED.findall(document.title)]
    written += [c.title for c in parsed.clauses if c.kind == "heading" and c.title]
    region = region_named(document.region) if document.region else None
    regions = (region.name, region.short) if region else ()
    found: dict[str, Title] = {}
    for title in written:
        bare = _STATUS.sub("", compact(title))
        genre = _GENRE.search(bare)
        found[bare] = Title(document.id, bare, genre[0] if genre else "", regions)
    return tuple(found.values())


def full_names(parsed: ParsedDocument) -> set[str]:
    """Names that mean this document and no other: titles with and without 关于 and short titles."""
    names = {compact(parsed.document.title), *map(compact, parsed.document.short_titles)}
    for title in titles_of(parsed):
        names |= {title.text, title.text.removeprefix("关于"), title.core}
    return {name for name in names if len(name) >= 2}


def kind_names(parsed: ParsedDocument) -> set[str]:
    """实施意见, 山西省的指导意见, 运城规划: kind and place, as far as they fit one document."""
    names: set[str] = set()
    for title in titles_of(parsed):
        kind = _KIND.search(title.text)
        if kind is None:
            continue
        if len(kind[0]) >= _SHORTEST_KIND:
            names.add(kind[0])
        for place in title.regions:
            names |= {place + link + word for link in ("", "的") for word in (kind[0], title.genre)}
    return names


def compact(text: str) -> str:
    """Without spaces, quotes and title marks."""
    return NOISE.sub("", text)


def same_title(said: str, title: Title) -> bool:
    """Whether a title in 《》 is this one, in full or all but its opening or end."""
    bare = _STATUS.sub("", compact(said))
    if bare in (title.text, title.core, title.text.removeprefix("关于")):
        return True
    shorter, longer = sorted((bare, title.text), key=len)
    return len(shorter) >= 8 and shorter in longer and len(shorter) >= 0.5 * len(longer)


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


_REACH = 16
"""Characters of a short form before its genre word."""
