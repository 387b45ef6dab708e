"""Where a document's text itself prints its number, issuer, date, term and interpreter."""

from __future__ import annotations

import re

from corpus.metadata.dates import parse_date
from corpus.metadata.genres import GENRES
from corpus.models import Clause, ParsedDocument

Span = tuple[int, int]

_DATE = re.compile(
    r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?|"
    r"[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}日)?"
)
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_OPENING = re.compile(
    rf"^\s*(?:第[一二三四五六七八九十百〇零\d]+条|[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(?:以上|上述)?(?:本|此|该|自|从|试行|有效期|施行|执行|实施|规划期|原|{GENRES})"
)
_VERB = r"(?:施行|执行|实施|生效)"
_EFFECT = re.compile(
    rf"(?:自|从)[^。；\n]{{0,30}}?(?:起|之日|开始)[^。；\n]{{0,12}}?{_VERB}(?=[，,。；;（(\s]|$)|{_VERB}(?:日期|时间)(?:为|：|是)"
)
_TERM = re.compile(
    rf"有效期|有效至|试行期|{_VERB}至|自行失效|(?:到期|届满|之日)(?:后)?(?:自动|自行)?失效|规划期(?:限)?为"
)
_ENDED = re.compile(
    r"[（(【\[]\s*(?:本[\u4e00-\u9fff]{1,6})?(?:已|现已|全文)(?:被)?(?:废止|失效)\s*[）)】\]]"
    r"|(?:时效性|有效性|效力状态|文件状态|法规状态)\s*[】\]：:]+\s*(?:已废止|废止|已失效|失效|全文废止|全文失效)"
)
_REPEALS = re.compile(r"同时废止|予以废止|即行废止|自行废止|同时停止执行|不再执行")
_INTERPRETER = re.compile(
    r"由[^。；\n]{2,40}?(?:负责|承担)?(?:对[^。；\n]{1,16})?(?:的)?(?:具体)?解释(?![说清])|负责[^。；\n]{0,14}解释(?![说清])|解释权(?:归|属)"
)
_BRACKETS = {"〔": r"[〔\[【（(﹝［]", "〕": r"[〕\]】）)﹞］]"}
_HEAD, _TAIL = 3000, 500


def number_spans(parsed: ParsedDocument) -> list[Span]:
    """Where the document's own number is printed, its first place only."""
    number = parsed.document.number
    return _first(parsed.text, number) if number else []


def title_spans(parsed: ParsedDocument) -> list[Span]:
    """The title as printed, else the first line of the text."""
    found = _first(parsed.text[:_HEAD], parsed.document.title)
    if found:
        return found
    line = re.search(r"\S[^\n]*", parsed.text)
    return [line.span()] if line else []


def issuer_spans(parsed: ParsedDocument) -> list[Span]:
    """Every issuer in the head or the signature; empty unless all are printed there."""
    issuer, text = parsed.document.issuer, parsed.text
    spans: list[Span] = []
    for name in filter(None, re.split(r"[、,，\s]+", issuer or "")):
        tail = max(0, len(text) - _TAIL)
        head = _first(text[: _head_end(parsed)], name)
        found = head or [(tail + s, tail + e) for s, e in _first(text[tail:], name)]
        if not found:
            return []
        spans += found
    return spans


def date_spans(parsed: ParsedDocument) -> list[Span]:
    """Where the document's date is printed; a line to itself comes before a place in a sentence."""
    date, text = parsed.document.date, parsed.text
    if not date:
        return []
    found = [m.span() for m in _DATE.finditer(text) if parse_date(m[0]) == date]
    found.sort(key=lambda s: not _alone(text, s))
    return found[:1]


def effect_spans(parsed: ParsedDocument) -> list[Span]:
    """Sentences that say from when the document holds."""
    return _sentences(parsed, _EFFECT, own=True)


def term_spans(parsed: ParsedDocument) -> list[Span]:
    """Sentences that say until when or how long the document holds."""
    return _sentences(parsed, _TERM, own=True)


def status_spans(parsed: ParsedDocument, pattern: re.Pattern[str]) -> list[Span]:
    """Where the document's own status is printed (（征求意见稿）), if the pattern knows it."""
    status = parsed.document.status
    if not status or not pattern.search(status):
        return []
    return _first(parsed.text[:_HEAD], status)


def repealed_spans(parsed: ParsedDocument) -> list[Span]:
    """Where the head says that the document itself has ended: 【时效性】失效, （已废止）."""
    head = parsed.text[: min(_head_end(parsed) + 200, len(parsed.text))]
    return [match.span() for match in _ENDED.finditer(head)]


def repeal_spans(parsed: ParsedDocument) -> list[Span]:
    """Sentences that end other documents."""
    return _sentences(parsed, _REPEALS, own=False)


def interpreter_spans(parsed: ParsedDocument) -> list[Span]:
    """Sentences that say who interprets the document."""
    return _sentences(parsed, _INTERPRETER, own=False)


def numbered(parsed: ParsedDocument, unit: str) -> list[Clause]:
    """The clauses that count in a unit (条, 章, 部分, 节), in order.

    Documents without 第…条 often number (一), (二) … through all their parts: those count as 条,
    unless they begin anew in each part.
    """
    kinds = {"条": ("tiao", "paren_han", "arabic"), "章": ("zhang",), "节": ("jie",)}
    for kind in kinds.get(unit, ("han", "zhang", "bian", "shi")):
        clauses = [c for c in parsed.clauses if c.kind == kind and c.number]
        if kind == "han":
            clauses = [c for c in clauses if c.level == 1]
        numbers = [c.number for c in clauses]
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return clauses
        if kind == "tiao" and numbers:
            return clauses
    return []


def _head_end(parsed: ParsedDocument) -> int:
    root = parsed.clauses[0]
    return min(len(parsed.text), max(root.own_end, 200), _HEAD)


def _sentences(parsed: ParsedDocument, pattern: re.Pattern[str], *, own: bool) -> list[Span]:
    spans = []
    for match in _SENTENCE.finditer(parsed.text):
        if pattern.search(match[0]) and (not own or _OPENING.match(match[0])):
            lead = len(match[0]) - len(match[0].lstrip())
            spans.append((match.start() + lead, match.end()))
    return spans


def _first(text: str, words: str) -> list[Span]:
    """The first place of the words, whatever spaces and brackets stand in them."""
    pattern = r"\s*".join(
        _BRACKETS.get(char, r"[“”\"]" if char in '“”"' else re.escape(char))
        for char in words
        if not char.isspace()
    )
    match = re.search(pattern, text)
    return [match.span()] if match else []


def _alone(text: str, span: Span) -> bool:
    before = text[: span[0]].rpartition("\n")[2]
    after = text[span[1] :].partition("\n")[0]
    return not before.strip("（( 　") and not after.strip("）) 　")
