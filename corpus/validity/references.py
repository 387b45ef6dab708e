"""Which other documents a text names, and how: cites, carries out, forwards, ends, changes.

Titles stand in 《》, or bare in a title (关于印发某市某办法的通知); a number may stand behind a title
or alone. The words around a run of names say how the text relates to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.metadata.genres import GENRES
from corpus.metadata.heads import NUMBER

ReferenceKind = Literal["cites", "implements", "forwards", "repeals", "amends"]

_NAME = re.compile(r"《(?P<title>[^《》\n]{2,120}(?:《[^《》\n]{2,80}》[^《》\n]{0,60})?)》")
_NUMBER = re.compile(
    rf"(?P<open>[（(]?)\s*(?P<number>{NUMBER.pattern}|[\u4e00-\u9fff]{{0,20}}第\s*\d{{1,5}}\s*号)\s*[)）]?"
)
_BARE_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,12}(?:发|函|办|字|规|委|厅|局|政|通|令))\s*[〔\[【（(﹝［]\s*(?:19|20)\d{2}\s*"
    r"[〕\]】）)﹞］]\s*(?:第\s*)?\d{1,5}\s*号"
)
_LEADING = re.compile(
    r"(?:根据|依据|按照|依照|遵照|参照|按|据|见|执行|落实|贯彻|以|和|与|及|对|在)+"
)
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_BETWEEN = re.compile(
    r"(?:[、，,和及与]|以及|[（(][^（）()]{0,40}[)）]|\s|有关|相关|规定|精神|等|文件|要求)*"
)
_CARRIES_OUT = re.compile(
    r"(?:贯彻|落实|衔接)(?:(?:和|与)?(?:落实|执行|实施))?[^，。；《》]{0,24}$"
)
_BASED_ON = re.compile(r"(?:根据|依据|按照|依照|遵照|执行|实施)[^，。；《》]{0,24}$")
_MADE = re.compile(
    r"制定|制订|现就|现将|现提出|提出如下|特|印发|出台|编制|通知如下|批复如下|公告如下|通告如下|经研究|修订|决定|组织(?:申报|开展)"
)
"""A basis is one of the text itself only where the sentence speaks of making it."""
_FORWARDS_BEFORE = re.compile(
    r"关于(?:修订|重新)?(?:印发|转发|批转|发布|公布|颁布|下发)(?:修订后的|修改后的)?[^，。；《》]{0,12}$"
)
_FORWARDED = re.compile(
    r"[^，。；《》]{0,16}(?:印发|转发|发布|公布|下发)给|[^。；《》]{0,50}?[，,](?:现|特)[^，。；《》]{0,6}(?:印发|转发|发布|公布|下发)"
)
_REPEALS_BEFORE = re.compile(r"(?:废止|停止执行|宣布失效)[^，。；《》]{0,12}$")
_REPEALED = re.compile(
    r"[^。；《》]{0,30}?(?:同时|即行|自行|予以|相应|一并)?(?:废止|停止执行|不再执行|(?<!自动)(?<!自行)失效)"
)
_AMENDS_BEFORE = re.compile(r"(?:修改|修订|修正|调整|完善)[^，。；《》]{0,8}$|对$")
_AMENDED = re.compile(
    r"[^，。；《》]{0,10}?(?:作如下|作出如下|作以下|进行(?:了)?|予以)(?:修改|修订|修正|调整)|(?:第[一二三四五六七八九十百\d]+条[^。；]{0,20})?修改为"
)
_ABOUT_ANOTHER = re.compile(r"(?:解读|问答|答记者问|说明|图解)(?:（[^（）]*）)?$")
"""What such a text says of repeals and bases, it says of the text that it explains."""
_SHORT = re.compile(
    r"(?:以下|下)?(?:简称|称)(?:为|作)?[：:]?[“\"]?《?(?P<short>[^《》”\"）)]{1,30})"
)
_OWN_WORD = re.compile(rf"^(?:{GENRES})$")
_BARE_FORWARD = re.compile(
    r"(?:关于(?:修订)?(?:印发|转发|发布|公布)|转发[\u4e00-\u9fff]{2,16}(?=关于))(?P<title>[^《》\n]{4,90})的(?:通知|公告|通告|决定)(?:（[^（）]{1,20}）)?$"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document that a text names, the first time that it does so in this way."""

    kind: ReferenceKind
    title: str | None
    """Without 《》; None where only a number is given."""
    number: str | None
    quote: str
    start: int
    end: int


def find_references(text: str, title: str) -> tuple[Reference, ...]:
    """The documents that a clean text names, each once under its most telling kind, in order.

    title: the text's own, which is no reference.
    """
    found: dict[str, Reference] = {}
    shorts: set[str] = set()
    own = _bare(_key(title))
    about = _ABOUT_ANOTHER.search(title) is not None
    for reference in (*_in_title(text, title), *_named(text), *_numbered(text)):
        if about and reference.kind != "cites":
            reference = replace(reference, kind="cites")
        behind = text[reference.end : reference.end + 60]
        told = _SHORT.match(behind.lstrip("（(，, "))
        if told:
            shorts.add(_key(told["short"]))
        key = _key(reference.title) if reference.title else str(reference.number)
        if (
            key in shorts
            or _bare(key) == own
            or (reference.title and _OWN_WORD.match(reference.title))
        ):
            continue
        known = found.get(key)
        if known is None or (known.kind == "cites" and reference.kind != "cites"):
            found[key] = reference
    titled = {r.number for r in found.values() if r.title and r.number}
    kept = [r for r in found.values() if r.title or r.number not in titled]
    return tuple(sorted(kept, key=lambda r: r.start))


def _in_title(text: str, title: str) -> Iterator[Reference]:
    """关于印发某市某办法的通知 forwards 某市某办法, with or without 《》."""
    bare = _BARE_FORWARD.search(title)
    if bare is None:
        return
    start = max(0, text.find(bare["title"]))
    yield Reference(
        "forwards", bare["title"], None, bare["title"], start, start + len(bare["title"])
    )


def _named(text: str) -> Iterator[Reference]:
    for sentence in _SENTENCE.finditer(text):
        if "《" not in sentence[0]:
            continue
        for run in _runs(sentence[0]):
            kind = _kind(sentence[0], run[0].start(), run[-1].end())
            for name in run:
                number = _NUMBER.match(sentence[0], name.end())
                offset = sentence.start()
                yield Reference(
                    kind,
                    name["title"],
                    _tidy(number["number"]) if number and number["open"] else None,
                    name[0],
                    offset + name.start(),
                    offset + name.end(),
                )


def _numbered(text: str) -> Iterator[Reference]:
    """Numbers without a title: 按照晋政发〔2020〕1号文件要求."""
    for match in _BARE_NUMBER.finditer(text):
        before = text.rfind("\n", 0, match.start()) + 1
        behind = text.find("\n", match.end())
        line = text[before : behind if behind >= 0 else len(text)]
        if len(line.strip("（）() ")) <= len(match[0]) or text[match.start() - 1] in "（(":
            continue  # its own number on a line, or one behind a title
        lead = _LEADING.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        number = NUMBER.search(text, start, match.end())
        if number:
            words = text[start : match.end()]
            kind = _kind(line, start - before, match.end() - before)
            yield Reference(kind, None, _tidy(number[0]), words, start, match.end())


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Names that one verb governs: 《甲》、《乙》和《丙》."""
    run: list[re.Match[str]] = []
    for name in _NAME.finditer(sentence):
        if run and not _BETWEEN.fullmatch(sentence, run[-1].end(), name.start()):
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _kind(sentence: str, start: int, end: int) -> ReferenceKind:
    """How a sentence relates the text to what it names from start to end."""
    before, behind = sentence[:start], sentence[end:]
    behind = re.sub(r"^\s*[（(][^（）()]{0,60}[)）]", "", behind)
    if _REPEALED.match(behind) or _REPEALS_BEFORE.search(before):
        return "repeals"
    if _FORWARDED.match(behind) or _FORWARDS_BEFORE.search(before):
        return "forwards"
    if _AMENDED.match(behind) or _AMENDS_BEFORE.search(before):
        return "amends"
    if _CARRIES_OUT.search(before) or (_BASED_ON.search(before) and _MADE.search(sentence)):
        return "implements"
    return "cites"


def _key(title: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"]", "", title)


def _bare(key: str) -> str:
    """A title without （试行） or （征求意见稿） behind it: a text and its draft are one."""
    return re.sub(r"(?:（[^（）]*）|\([^()]*\))+$", "", key)


def _tidy(number: str) -> str:
    match = NUMBER.search(number)
    if match:
        return f"{match['prefix']}〔{match['year']}〕{match['serial']}号"
    return re.sub(r"\s", "", number)
