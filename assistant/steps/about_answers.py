"""What one document says of itself, as statements over the places where it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.steps.about_asked import About
from corpus.models import Clause, ParsedDocument
from corpus.naming.document_names import is_copy
from corpus.validity import provisions as sources

_UNIT = re.compile(r"条|章|节|部分")
_YEAR = re.compile(r"(?:19|20)\d{2}")
MOST_HEADINGS = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a document says; without statements it says nothing of it."""

    statements: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
    partly: bool = False


@dataclass(frozen=True)
class SelfDescription:
    """Reads off a document what it prints about itself."""

    library: Library

    def read(self, about: About, parsed: ParsedDocument, question: str) -> Found:
        """What the document says of the asked thing; `question` names the unit of a count."""
        match about:
            case About.NUMBER:
                return self._number(parsed)
            case About.ISSUER:
                return self._issuer(parsed)
            case About.ISSUED:
                return self._issued(parsed)
            case About.EFFECT:
                return self._effect(parsed)
            case About.VALIDITY:
                return self._validity(parsed)
            case About.REPEALS:
                return self._quoted(parsed, sources.repeal_spans(parsed))
            case About.INTERPRETER:
                return self._quoted(parsed, sources.interpreter_spans(parsed))
            case About.COUNT:
                return self._count(parsed, question)
            case About.TITLE | About.HELD:
                return self.title(parsed)

    def _number(self, parsed: ParsedDocument) -> Found:
        spans = sources.number_spans(parsed)
        if not spans:
            return Found()
        text = f"《{parsed.document.title}》的文号是{_printed(parsed, spans[0])}。"
        return Found((self._statement(parsed, text, spans),))

    def title(self, parsed: ParsedDocument) -> Found:
        spans = sources.title_spans(parsed)
        if not spans:
            return Found()
        name = self._name(parsed, _printed(parsed, spans[0]))
        return Found((self._statement(parsed, name, spans),))

    def _issuer(self, parsed: ParsedDocument) -> Found:
        spans = sources.issuer_spans(parsed)
        if not spans:
            return Found()
        names = "、".join(_printed(parsed, span) for span in spans)
        text = f"《{parsed.document.title}》的发文机关是{names}。"
        return Found((self._statement(parsed, text, spans),))

    def _issued(self, parsed: ParsedDocument) -> Found:
        title = parsed.document.title
        spans = sources.date_spans(parsed)
        if spans:
            text = f"《{title}》所署日期是{_printed(parsed, spans[0])}。"
            return Found((self._statement(parsed, text, spans),))
        spans = sources.number_spans(parsed)
        year = _YEAR.search(_printed(parsed, spans[0])) if spans else None
        if year is None:
            return Found()
        text = f"《{title}》的文号是{_printed(parsed, spans[0])}，文号所署年份是{year[0]}年。"
        return Found(
            (self._statement(parsed, text, spans),), (messages.only_year(title),), partly=True
        )

    def _effect(self, parsed: ParsedDocument) -> Found:
        found = self._quoted(parsed, sources.effect_spans(parsed))
        dates = sources.date_spans(parsed)
        if not found.statements or not dates:
            return found
        # 自发布之日起施行 says nothing without the date.
        if any(_YEAR.search(s.text.partition("，")[2]) for s in found.statements):
            return found
        text = f"《{parsed.document.title}》所署日期是{_printed(parsed, dates[0])}。"
        return replace(found, statements=(*found.statements, self._statement(parsed, text, dates)))

    def _validity(self, parsed: ParsedDocument) -> Found:
        found = self._quoted(parsed, sources.term_spans(parsed))
        if found.statements:
            return replace(found, notices=(messages.VALIDITY_UNKNOWN,))
        found = self._effect(parsed)
        if not found.statements:
            return found
        return replace(found, notices=(messages.NOT_STATED["validity"],), partly=True)

    def _count(self, parsed: ParsedDocument, current: str) -> Found:
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
            return Found()
        title, first, last = parsed.document.title, clauses[0], clauses[-1]
        ends = [_marker(parsed, clause) for clause in dict.fromkeys((first, last))]
        text = f"《{title}》从“{first.marker}”编到“{last.marker}”。"
        statements = [self._statement(parsed, text, ends)]
        if unit != "条" and len(clauses) <= MOST_HEADINGS:
            for clause in clauses:
                span = _heading(parsed, clause.ordinal)
                statements.append(self._statement(parsed, _printed(parsed, span), [span]))
        return Found(tuple(statements), (*notices, messages.counted(len(clauses), unit)))

    def _quoted(self, parsed: ParsedDocument, spans: list[sources.Span]) -> Found:
        statements = []
        for span in spans:
            clause = self.library.smallest_clause(parsed.document.id, *span)
            text = f"根据{clause.address}，{parsed.text[span[0] : span[1]].strip()}"
            statements.append(self._statement(parsed, text, [span]))
        return Found(tuple(statements))

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
