"""An English question in Chinese official terms, as far as list and rules reach.

Longer than most: cutting a text into pieces and putting them in order read the same pieces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from assistant.english.asks import NUMBERS
from assistant.english.function_words import function_words
from assistant.english.patterns import read_pattern
from assistant.english.pieces import Kind, Piece
from assistant.english.terms import TermList, Token, forms, tokens
from assistant.english.word_order import MEASURED, WIDE, YES_NO, composed
from corpus.regions import find_regions

_GENRE = re.compile(
    r"(?:意见|规划|计划|方案|办法|通知|汇报|报告|细则|条例|规定|文件|政策|决定|纲要|措施)$"
)
_COUNTED_AS_FIRMS = re.compile(r"企业|公司|机构|中心|平台|基地|实验室|孵化器|空间|工作站")
_ABOUT = frozenset({"on", "for", "about", "regarding", "concerning", "of"})
_BREAKING = frozenset(
    [
        "in",
        "by",
        "with",
        "from",
        "to",
        "at",
        "under",
        "between",
        "that",
        "which",
        ",",
        ";",
        ":",
        ".",
    ]
)
_CHINESE = re.compile(r"[㐀-鿿]")
# Digits and signs between English words belong to them.
_ENGLISH = re.compile(r"(?:\d[\d,.]* +)?[A-Za-z](?:[\w&'’.,\- ]*[A-Za-z\d])?", re.ASCII)
_PEOPLE = re.compile(
    r"(?:人员|人才|人|学生|毕业生|大学生|员|专家|科学家|企业家|者|师|农民|博士|院士|创客|大军|职工)$"
)
_NAMED_BY_NUMBER = re.compile(r"(?:工程|行动|模式|计划|政策|模型)$")
_LEVELS = frozenset({"省级", "市级", "国家级", "县级"})
_INTRODUCTION = re.compile(
    r"^(?:(?:hi|hello|hey)[,.! ]+)?(?:i|we|our|my|i'm|we're|i've|we've)\b[^.;?—–]*?(?:[.;—–]| - )\s*"
    r"(?P<rest>.*\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
_RELATIVE = frozenset({"who", "whom", "whose", "when", "where", "which", "what", "how"})
_PARTING = frozenset({",", ";", "and", "or", "-", "—", "–", "(", ":"})
_BRANCHES = 24
Writes = Callable[[str], bool]
Names = Callable[[str], bool]
OfYear = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A question in Chinese terms, with what else each term may be called."""

    text: str
    wordings: tuple[tuple[str, tuple[str, ...]], ...]
    """(term as the text has it, its other wordings, likeliest first)."""


@dataclass(frozen=True)
class Glosser:
    """Puts English questions into the terms that one corpus writes."""

    terms: TermList
    writes: Writes
    """Whether the corpus writes a string."""
    names: Names
    """Whether a phrase names a document of the corpus."""
    of_year: OfYear
    """The name of the one document of a year, "" where there is none or more than one."""

    def gloss(self, text: str) -> Gloss:
        """The question in Chinese; words that the list lacks stay as they are."""
        introduced = _INTRODUCTION.match(text)
        if introduced and self._says_where(introduced["rest"]):
            text = introduced["rest"]
        pieces = self._with_documents(_inverted(_asked_of(self._pieces(text))))
        pieces = _with_units(pieces)
        return Gloss(composed(pieces, text), _wordings(pieces))

    def gloss_within(self, text: str) -> Gloss:
        """A Chinese question with its English phrases in Chinese terms, in the order they stand."""
        wordings: list[tuple[str, tuple[str, ...]]] = []

        def in_chinese(match: re.Match[str]) -> str:
            pieces = _with_units(self._with_documents(_inverted(self._pieces(match[0]))))
            wordings.extend(_wordings(pieces))
            said = "".join(
                f" {p.chinese} " if p.kind is Kind.UNKNOWN else p.chinese
                for p in pieces
                if p.kind is not Kind.BREAK
            )
            year = text[match.end() :].lstrip().startswith("年")
            return said.removesuffix("年") if year else said  # incubators 2022 年

        return Gloss(_ENGLISH.sub(in_chinese, text), tuple(wordings))

    def _says_where(self, text: str) -> bool:
        """Whether a question names its place itself, so that the asker's own is background."""
        places = {p.chinese for p in self._pieces(text) if p.kind is Kind.PLACE}
        return bool(places - {"全市"})

    def _pieces(self, text: str) -> list[Piece]:
        sequence = tokens(text)
        pieces: list[Piece] = []
        at = 0
        while at < len(sequence):
            token = sequence[at]
            after, official = self.terms.longest(sequence, at)
            read = read_pattern(text, token.start)
            ends = sequence[after - 1].end if official else 0
            if read and read[0] >= ends and not (official and _is_place(official)):
                if not _is_relative(sequence, at, pieces, text):
                    pieces.append(read[1])
                at = _behind(sequence, read[0])
            elif official:
                pieces.append(self._term(official))
                at = after
            else:
                piece = self._number_word(sequence, at) or _other(token)
                if piece:
                    pieces.append(piece)
                at += 1
        return pieces

    def _number_word(self, sequence: Sequence[Token], at: int) -> Piece | None:
        """「eight platforms」 as documents say it: 八大, 八个."""
        number = NUMBERS.get(sequence[at].word)
        if number is None or at + 1 == len(sequence):
            return None
        after, official = self.terms.longest(sequence, at + 1)
        for counted in official if after > at + 1 else ():
            for unit in ("大", "个", "项", ""):
                if self.writes(f"{number}{unit}{counted}"):
                    return Piece(Kind.TERM, f"{number}{unit}")
        return None

    def _term(self, official: tuple[str, ...]) -> Piece:
        if official[0] in WIDE or _is_place(official):
            return Piece(Kind.PLACE, official[0])
        if _GENRE.search(official[0]):
            return Piece(Kind.GENRE, official[0], official)
        said = next((w for w in official if self.writes(w)), official[0])
        return Piece(Kind.TERM, said, (said, *(w for w in official if w != said)))

    def _with_documents(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces that together name a document become one; other words for its kind are terms."""
        done: list[Piece] = []
        for piece in pieces:
            named = bool(done) and done[-1].kind is Kind.DOCUMENT
            if named and piece.kind is Kind.TIME and self.of_year(piece.chinese):
                continue  # the opinion of 2017: the year is the document's
            if piece.kind is not Kind.GENRE:
                done.append(piece)
                continue
            taken, name = self._name(done, piece)
            if name:
                done[len(done) - taken :] = [Piece(Kind.DOCUMENT, name)]
            else:
                done.append(Piece(Kind.TERM, piece.chinese, piece.wordings))
        return done

    def _name(self, before: Sequence[Piece], genre: Piece) -> tuple[int, str]:
        """How many pieces before a kind of document belong to its name, and the name."""
        most = 0
        while most < min(5, len(before)) and before[-1 - most].kind in (
            Kind.TERM,
            Kind.PLACE,
            Kind.TIME,
            Kind.AND,
        ):
            most += 1
        for taken in range(most, 0, -1):
            parts = [
                p
                for p in before[len(before) - taken :]
                if p.kind is not Kind.AND and p.chinese not in _LEVELS
            ]
            if not any(p.kind in (Kind.TERM, Kind.PLACE) for p in parts):
                continue
            choices = [p.wordings[:3] or (p.chinese,) for p in (*parts, genre)]
            for number, said in enumerate(product(*choices)):
                if number >= _BRANCHES:
                    break
                if self.names("".join(said)):
                    return taken + self._year_before(before, taken), "".join(said)
        for taken in range(1, most + 1):
            place = before[len(before) - taken]
            name = self.of_year(place.chinese) if place.kind is Kind.TIME else ""
            if name:
                # What stands between the year and the kind says what the document is about.
                return taken, name
        return 0, ""

    def _year_before(self, before: Sequence[Piece], taken: int) -> int:
        """1 where the year of a document stands before its name (the 2017 opinion): it is no time asked."""
        piece = before[-1 - taken] if len(before) > taken else None
        return int(
            piece is not None and piece.kind is Kind.TIME and bool(self.of_year(piece.chinese))
        )


def _is_relative(sequence: Sequence[Token], at: int, pieces: Sequence[Piece], text: str) -> bool:
    """Whether a question word only joins (workers who return home), where something is asked already."""
    if sequence[at].word not in _RELATIVE or not any(p.kind is Kind.TERM for p in pieces):
        return False
    asked = any(p.kind is Kind.ASK for p in pieces) or YES_NO.search(text) is not None
    return asked and sequence[at - 1].word not in _PARTING


def _behind(sequence: Sequence[Token], end: int) -> int:
    """The first token at or after an offset."""
    return next((i for i, token in enumerate(sequence) if token.start >= end), len(sequence))


def _is_place(official: Sequence[str]) -> bool:
    found = find_regions(official[0])
    return bool(found) and found[0].start == 0 and found[0].end == len(official[0])


def _other(token: Token) -> Piece | None:
    """What is neither pattern nor term: joins, unknown words, or nothing."""
    word = token.word
    if _CHINESE.match(word):
        return Piece(Kind.TERM, word, (word,))  # said in Chinese as it is
    if word in ("and", "or", "&"):
        return Piece(Kind.AND, "和")
    if word in _ABOUT or word in _BREAKING:
        return Piece(Kind.BREAK, word)
    if (
        not word[0].isalnum()
        or len(word) == 1
        or word in NUMBERS
        or any(f in function_words() for f in forms(word))
    ):
        return None
    return Piece(Kind.UNKNOWN, word)


def _inverted(pieces: Sequence[Piece]) -> list[Piece]:
    """「A of B」 and 「opinion on B」 as B A; what joins nothing falls out."""
    done = list(pieces)
    for at in range(len(done) - 1, -1, -1):
        piece = done[at]
        genre = bool(at) and done[at - 1].kind is Kind.GENRE
        if not (piece.kind is Kind.BREAK and piece.chinese in _ABOUT):
            continue
        start = at
        while start and done[start - 1].kind in (Kind.TERM, Kind.GENRE, Kind.UNKNOWN):
            start -= 1
        end = at + 1
        while end < len(done) and done[end].kind in (
            Kind.TERM,
            Kind.UNKNOWN,
            Kind.PLACE,
            Kind.AND if genre else Kind.TERM,
        ):
            end += 1
        if start < at and end > at + 1:
            done[start:end] = [*done[at + 1 : end], *done[start:at]]
    return [p for p in done if not (p.kind is Kind.BREAK and p.chinese in _ABOUT)]


def _asked_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Asks as their noun wants them: how many students is 多少人, what allowance 多少."""
    done = list(pieces)
    for at, piece in enumerate(done):
        if piece.kind is not Kind.ASK or piece.chinese not in ("有多少个", "是什么"):
            continue
        end = at + 1
        while end < len(done) and done[end].kind in (Kind.TERM, Kind.UNKNOWN, Kind.PLACE):
            end += 1
        terms = [p.chinese for p in done[at + 1 : end] if p.kind is Kind.TERM]
        if piece.chinese == "有多少个" and terms and _PEOPLE.search(terms[-1]):
            done[at] = Piece(Kind.ASK, "有多少人")
        elif piece.chinese == "是什么" and terms and MEASURED.search(terms[0]):
            done[at] = Piece(Kind.ASK, "是多少")
    return done


def _with_units(pieces: Sequence[Piece]) -> list[Piece]:
    """Bare numbers before what they count get a unit: 300 enterprises → 300家."""
    done = list(pieces)
    for at, piece in enumerate(done):
        bare = piece.kind is Kind.FIGURE and "+" not in piece.chinese
        if bare and (piece.chinese[-1].isdigit() or piece.chinese[-1] in "万亿"):
            counted = next((p for p in done[at + 1 : at + 4] if p.kind is Kind.TERM), None)
            if counted and not _NAMED_BY_NUMBER.search(counted.chinese):
                unit = "家" if _COUNTED_AS_FIRMS.search(counted.chinese) else "个"
                done[at] = Piece(Kind.FIGURE, f"{piece.chinese}{unit}")
    return done


def _wordings(pieces: Sequence[Piece]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The terms, and what is counted even where it is none: how many zeppelins."""
    return tuple((p.chinese, p.wordings[1:]) for p in pieces if p.kind is Kind.TERM) + tuple(
        (word, ()) for word in _counted_unknown(pieces)
    )


def _counted_unknown(pieces: Sequence[Piece]) -> Iterator[str]:
    """The noun right behind 「how many」 where the list lacks it."""
    for at, piece in enumerate(pieces):
        if piece.kind is not Kind.ASK or piece.chinese != "有多少个":
            continue
        end = at + 1
        while end < len(pieces) and pieces[end].kind in (Kind.TERM, Kind.UNKNOWN):
            end += 1
        if end > at + 1 and pieces[end - 1].kind is Kind.UNKNOWN:
            yield pieces[end - 1].chinese
