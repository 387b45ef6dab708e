"""Questions about a document itself, answered from what its own text prints, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.library import Library
from assistant.models import Answer, Draft, Statement, Status, Support, Turn
from assistant.steps import about_sources as sources
from assistant.steps.about_asked import (
    About,
    asked_about,
    points_at_document,
    speaks_of_document,
)
from assistant.understanding.normalise import normalise_question
from corpus.document_names import is_copy
from corpus.models import Clause, ParsedDocument
from corpus.regions import find_regions

_TITLE_MARKS = re.compile(r"《[^《》]{2,80}》")
_UNIT = re.compile(r"条|章|节|部分")
_YEAR = re.compile(r"(?:19|20)\d{2}")
MOST_ASKED, MOST_HEADINGS = 6, 20


@dataclass(frozen=True, slots=True)
class _Found:
    """What a document says; without statements it says nothing of it."""

    statements: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
    partly: bool = False


@dataclass(frozen=True)
class AboutDocument:
    """Drafts what documents say about themselves; ends the turn where they do not say it."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        if turn.draft:
            return turn
        current = normalise_question(turn.question)
        mentions = self.library.addresses.resolve(current).document_mentions
        spans = [(m.start, m.end) for m in mentions]
        if any(not _covered(m.span(), spans) for m in _TITLE_MARKS.finditer(current)):
            return turn  # the title of a document that is not held
        regions = [(r.start, r.end) for r in find_regions(current)]
        about = asked_about(current, [*spans, *regions])
        if about is None or (about is About.COUNT and understanding.bodies):
            return turn
        if about is About.HELD:
            if understanding.follow_up or spans:
                return turn
            return self._drafted(turn, about, self._held(turn, current))
        named = [m.document_ids for m in mentions]
        documents = self._documents(turn, current, named)
        if documents is None:
            return turn
        if not documents:
            titles = [f"《{p.document.title}》" for p in self._allowed(turn) if not is_copy(p)]
            return plain_answer(
                turn.noting("about_document", asked=about.value, documents=[]),
                Status.CLARIFY,
                messages.which_document(titles[:MOST_ASKED]),
            )
        return self._told(turn, about, current, documents)

    def _told(
        self, turn: Turn, about: About, current: str, documents: list[ParsedDocument]
    ) -> Turn | Answer:
        read: dict[About, Callable[[ParsedDocument], _Found]] = {
            About.NUMBER: self._number,
            About.ISSUER: self._issuer,
            About.ISSUED: self._issued,
            About.EFFECT: self._effect,
            About.VALIDITY: self._validity,
            About.REPEALS: lambda p: self._quoted(p, sources.repeal_spans(p)),
            About.INTERPRETER: lambda p: self._quoted(p, sources.interpreter_spans(p)),
            About.TITLE: self._title,
            About.COUNT: lambda p: self._count(p, current),
        }
        found = [(p, read[about](p)) for p in documents]
        lacking = [
            messages.about_not_stated(p.document.title, messages.ABOUT_WORDS[about.value])
            for p, f in found
            if not f.statements
        ]
        if len(lacking) == len(found):
            text = messages.NOT_STATED["validity"] if about is About.VALIDITY else "".join(lacking)
            roots = [(p.document.id, 0) for p in documents]
            return plain_answer(
                turn.noting("about_document", asked=about.value),
                Status.NOT_STATED,
                text,
                nearest=nearest_clauses(self.library, [*(e.key for e in turn.evidence), *roots]),
            )
        whole = _Found(
            tuple(s for _, f in found for s in f.statements),
            (*(n for _, f in found for n in f.notices), *lacking),
            bool(lacking) or any(f.partly for _, f in found),
        )
        return self._drafted(turn, about, whole)

    def _drafted(self, turn: Turn, about: About, found: _Found) -> Turn:
        if not found.statements:
            return turn
        draft = Draft(
            Status.ANSWERED_PARTLY if found.partly else Status.ANSWERED,
            found.statements,
            notices=found.notices,
            composer="about_document",
        )
        return replace(turn, draft=draft).noting(
            "about_document",
            asked=about.value,
            documents=sorted({s.document_id for t in found.statements for s in t.supports}),
        )

    def _allowed(self, turn: Turn) -> list[ParsedDocument]:
        return [
            p
            for p in self.library.corpus.documents
            if turn.documents is None or p.document.id in turn.documents
        ]

    def _documents(
        self, turn: Turn, current: str, named: list[tuple[str, ...]]
    ) -> list[ParsedDocument] | None:
        """The documents meant; empty where a document is meant and nobody knows which, else None."""
        allowed = self._allowed(turn)
        originals = [p for p in allowed if not is_copy(p)] or allowed
        if named:
            ids: dict[str, None] = {}
            for candidates in named:
                held = [i for i in candidates if any(p.document.id == i for p in originals)]
                ids.update(dict.fromkeys((held or list(candidates))[:MOST_ASKED]))
            return [self.library.parsed(i) for i in ids]
        points = points_at_document(current)
        if turn.prior and (points or speaks_of_document(current) or _went_on(turn)):
            before = {i for i, _ in turn.prior}
            held_before = [p for p in originals if p.document.id in before]
            if len(held_before) == 1:
                return held_before
        understanding = turn.understanding
        assert understanding is not None
        if understanding.follow_up and len(understanding.documents) == 1 and points:
            return [self.library.parsed(i) for i in understanding.documents]
        if not speaks_of_document(current) and not points:
            return None
        places = {r.region.name for r in find_regions(current)}
        originals = [p for p in originals if not places or p.document.region in places]
        return originals if len(originals) == 1 else []

    def _held(self, turn: Turn, current: str) -> _Found:
        places = {r.region.name for r in find_regions(current)}
        statements = []
        for parsed in self._allowed(turn):
            spans = sources.title_spans(parsed)
            if places and parsed.document.region not in places:
                continue
            if spans:
                name = self._name(parsed, _printed(parsed, spans[0]))
                statements.append(self._statement(parsed, name, spans))
        return _Found(tuple(statements), (messages.held(len(statements)),))

    def _number(self, parsed: ParsedDocument) -> _Found:
        spans = sources.number_spans(parsed)
        if not spans:
            return _Found()
        text = f"《{parsed.document.title}》的文号是{_printed(parsed, spans[0])}。"
        return _Found((self._statement(parsed, text, spans),))

    def _title(self, parsed: ParsedDocument) -> _Found:
        spans = sources.title_spans(parsed)
        if not spans:
            return _Found()
        name = self._name(parsed, _printed(parsed, spans[0]))
        return _Found((self._statement(parsed, f"全称：{name}", spans),))

    def _issuer(self, parsed: ParsedDocument) -> _Found:
        spans = sources.issuer_spans(parsed)
        if not spans:
            return _Found()
        names = "、".join(_printed(parsed, span) for span in spans)
        text = f"《{parsed.document.title}》的发文机关是{names}。"
        return _Found((self._statement(parsed, text, spans),))

    def _issued(self, parsed: ParsedDocument) -> _Found:
        title = parsed.document.title
        spans = sources.date_spans(parsed)
        if spans:
            text = f"《{title}》所署日期是{_printed(parsed, spans[0])}。"
            return _Found((self._statement(parsed, text, spans),))
        spans = sources.number_spans(parsed)
        year = _YEAR.search(_printed(parsed, spans[0])) if spans else None
        if year is None:
            return _Found()
        text = f"《{title}》的文号是{_printed(parsed, spans[0])}，文号所署年份是{year[0]}年。"
        return _Found(
            (self._statement(parsed, text, spans),), (messages.only_year(title),), partly=True
        )

    def _effect(self, parsed: ParsedDocument) -> _Found:
        found = self._quoted(parsed, sources.effect_spans(parsed))
        dates = sources.date_spans(parsed)
        if not found.statements or not dates:
            return found
        # 自发布之日起施行 says nothing without the date.
        if any(_YEAR.search(s.text.partition("，")[2]) for s in found.statements):
            return found
        text = f"《{parsed.document.title}》所署日期是{_printed(parsed, dates[0])}。"
        return replace(found, statements=(*found.statements, self._statement(parsed, text, dates)))

    def _validity(self, parsed: ParsedDocument) -> _Found:
        found = self._quoted(parsed, sources.term_spans(parsed))
        if found.statements:
            return replace(found, notices=(messages.VALIDITY_UNKNOWN,))
        found = self._effect(parsed)
        if not found.statements:
            return found
        return replace(found, notices=(messages.NOT_STATED["validity"],), partly=True)

    def _count(self, parsed: ParsedDocument, current: str) -> _Found:
        match = _UNIT.search(current[current.find("几") if "几" in current else 0 :])
        unit = match[0] if match else "条"
        notices: tuple[str, ...] = ()
        clauses = sources.numbered(parsed, unit)
        if not clauses:
            other = "章" if unit == "部分" else "部分"
            clauses = sources.numbered(parsed, other)
            notices = (messages.numbered_otherwise(unit),)
            unit = other
        if not clauses:
            return _Found()
        title, first, last = parsed.document.title, clauses[0], clauses[-1]
        ends = [_marker(parsed, clause) for clause in dict.fromkeys((first, last))]
        text = f"《{title}》从“{first.marker}”编到“{last.marker}”。"
        statements = [self._statement(parsed, text, ends)]
        if unit != "条" and len(clauses) <= MOST_HEADINGS:
            for clause in clauses:
                span = _heading(parsed, clause.ordinal)
                statements.append(self._statement(parsed, _printed(parsed, span), [span]))
        return _Found(tuple(statements), (*notices, messages.counted(len(clauses), unit)))

    def _quoted(self, parsed: ParsedDocument, spans: list[sources.Span]) -> _Found:
        statements = []
        for span in spans:
            clause = self.library.smallest_clause(parsed.document.id, *span)
            text = f"根据{clause.address}，{parsed.text[span[0] : span[1]].strip()}"
            statements.append(self._statement(parsed, text, [span]))
        return _Found(tuple(statements))

    def _statement(self, parsed: ParsedDocument, text: str, spans: list[sources.Span]) -> Statement:
        document_id = parsed.document.id
        supports = [
            Support(
                document_id,
                self.library.smallest_clause(document_id, start, end).ordinal,
                start,
                end,
            )
            for start, end in spans
        ]
        return Statement(text, tuple(dict.fromkeys(supports)))

    def _name(self, parsed: ParsedDocument, title: str) -> str:
        number = parsed.document.number
        copied = messages.COPY if is_copy(parsed) else ""
        return f"{title}{f'（{number}）' if number else ''}{copied}"


def _went_on(turn: Turn) -> bool:
    """Whether the question before was about a document itself, so that 「谁发的？」 is as well."""
    steps = {entry.step for entry in turn.history[-1].answer.trace} if turn.history else set()
    return "about_document" in steps


def _printed(parsed: ParsedDocument, span: sources.Span) -> str:
    return "".join(parsed.text[span[0] : span[1]].split("\n")).strip()


def _heading(parsed: ParsedDocument, ordinal: int) -> sources.Span:
    """The marker and title line of a clause; of one without a title its first line."""
    clause = parsed.clauses[ordinal]
    start = clause.start
    while start < clause.end and parsed.text[start].isspace():
        start += 1
    line = parsed.text.find("\n", start, clause.end)
    end = clause.body if clause.title and clause.body > start else line
    return start, end if end > start else clause.end


def _marker(parsed: ParsedDocument, clause: Clause) -> sources.Span:
    """The marker as printed, spaces and all."""
    printed = re.compile(r"\s*".join(map(re.escape, clause.marker)))
    match = printed.search(parsed.text, clause.start, clause.own_end)
    return match.span() if match else _heading(parsed, clause.ordinal)


def _covered(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
