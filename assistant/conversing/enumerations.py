"""Lists that stand inside a sentence: A、B和C; （A、B）; “A”“B”; A……；B……；: their items by number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.numerals import parse_number

FEWEST, MOST = 2, 20
_NUMBER = r"(?<![第\d.一二三四五六七八九十百])(?P<number>[两二三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})"
_COUNTER = r"(?:个|大|项|所|家|类|种|名|座|支|条|方面|位|只|块|张|点|步)"
_SAID = re.compile(
    rf"{_NUMBER}{_COUNTER}(?!以[上下内]|左右|多)|(?<=[“\"‘]){_NUMBER.replace('number', 'short')}(?=[㐀-鿿])"
)
_ASKED = re.compile(
    rf"{_NUMBER}{_COUNTER}|(?<=[“\"‘哪这那]){_NUMBER.replace('number', 'short')}(?=[㐀-鿿])"
)
_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^，,；;:：（）()]+")
_BRACKET = re.compile(r"[（(](?P<inside>[^（）()]{4,200})[）)]")
_FORWARD = re.compile(
    r"^[^，,；;。（(]{0,20}(?:[（(](?P<inside>[^（）()]+)[）)]|"
    r"[”\"]?[，,：:]?(?:即|分别是|分别为|包括|[：:])(?P<after>[^。；;]+))"
)
_SUM = re.compile(r"[“\"](?P<sum>[^“”\"+＋]{1,12}(?:[+＋][^“”\"+＋]{1,12}){2,})[”\"]")
_SUCH = re.compile(r"[“\"](?P<item>[^“”\"]{2,24})[”\"](?P<kind>[㐀-鿿]{2})")
_KIND = re.compile(r"等(?:这|的)?(?P<kind>[㐀-鿿]{2,8})")
_QUOTES = re.compile(r"(?:[“\"][^“”\"]{1,24}[”\"][、和与及]?){2,}")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,24})[”\"]")
_EXPLAINED = re.compile(r"(?:^|(?<=[。；;\n]))\s*[“\"]([^“”\"]{1,12})[”\"](?:就是|是指|指的?是|即)")
# 一年架梁立柱。…三年点上突破。…: what a plan calls its stages opens the sentences on them.
_STAGE = re.compile(
    r"(?:^|(?<=[。；;\n.:：]))\s*(?P<name>(?:[一二三四五六七八九十]年|第[一二三四五六]步|第[一二三四五六]阶段|[近中远]期)"
    r"[㐀-鿿]{2,8})[。.，,：:]"
)
STAGES = "步"
"""The kind of a list of stages."""
_CONJUNCTION = re.compile(r"(?:以及|和|与|及)(?!其)")
_COMMAS = re.compile(r"[、，,；;]")
_LEAD = re.compile(
    r"^.*(?:划分为|分为|分成|包括|[“”：:]和?)|"
    r"^(?:[一二三四五六七八九十]是)?(?:并|要|重点|着力|加快|积极|全力|大力|统筹|深入|继续)*(?:聚焦|围绕|推进|推动|实施|建设|建成|形成|打造|"
    r"发展|突破|构建|开展|争创|创建|实现|支持|扶持|鼓励|依托|对接|在|以|对|将|按照?)|^[一二三四五六七八九十]是"
)
_TAIL = re.compile(r"(?<=.)(?:等|共).*$|[”\"“]+$")
_PREDICATE = re.compile(
    r"(?<=.{4})(?:开展|培育|建设|实施|推进|组建|发展|打造|设立|共建|通过|采用|采取|按照|带动|分别).*$"
)
_MEANS = re.compile(r"(?<=.{4})(?:通过|采用|采取|按照)")
_NOUN = 8
"""Characters behind a list or a number that are read as what is listed."""
_NAMING = 3
"""Characters from which on what stands at either side of 和 may be a name."""
_MARKS = "“”\"‘’' "


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Things that a text names one after the other."""

    items: tuple[str, ...]
    counted: bool
    """Whether the text itself says how many there are."""
    around: str
    """The sentence or clause that holds them."""
    kind: str = ""
    """How the text goes on behind them, where it says what they are (等领军企业)."""


def enumerations(text: str) -> tuple[Enumeration, ...]:
    """The lists that a text holds; those whose length it tells come first, then in its order."""
    found = [e for sentence in _SENTENCE.findall(text) for e in _counted(sentence)]
    # What a text explains is asked for in quotation marks.
    explained = tuple(f"“{term}”" for term in _EXPLAINED.findall(text))
    if len(explained) >= FEWEST:
        found.append(Enumeration(explained, False, text))
    stages = tuple(match["name"] for match in _STAGE.finditer(text))
    if len(stages) >= FEWEST:
        found.append(Enumeration(stages, False, text, STAGES))
    found += _alike(text)
    for sentence in _SENTENCE.findall(text):
        found += _uncounted(sentence)
    return tuple(dict.fromkeys(e for e in found if FEWEST <= len(e.items) <= MOST))


def numbers_asked(question: str) -> frozenset[int]:
    """How many things a question says there are (哪三个零, 三库是哪三库)."""
    numbers = (parse_number(m["number"] or m["short"]) for m in _ASKED.finditer(question))
    return frozenset(n for n in numbers if n and FEWEST <= n <= MOST)


def _counted(sentence: str) -> Iterator[Enumeration]:
    """Lists with their number behind them (A、B等两类) or before them (两所学校（A、B）)."""
    for match in _SAID.finditer(sentence):
        number = parse_number(match["number"] or match["short"])
        if not number or not FEWEST <= number <= MOST:
            continue
        items = _before(sentence[: match.start()], number) or _behind(
            sentence[match.end() :], number
        )
        if items:
            yield Enumeration(items, True, sentence, sentence[match.end() : match.end() + _NOUN])


def _alike(text: str) -> Iterator[Enumeration]:
    """Quoted terms that are called the same, wherever they stand (“孵化”模式, “场地”模式)."""
    groups: dict[str, list[str]] = defaultdict(list)
    for match in _SUCH.finditer(text):
        groups[match["kind"]].append(match["item"])
    for kind, items in groups.items():
        yield Enumeration(tuple(dict.fromkeys(items)), False, text, kind)


def _before(head: str, number: int) -> tuple[str, ...] | None:
    head = re.sub(r"等?(?:这|的|共)?[“\"‘]?$", "", re.split(r"[；;：:]", head)[-1])
    run = re.split(r"[，,]", head)[-1].split("、")
    joined = [*run[:-1], *_split_last(run[-1])]
    for pieces in (joined, run):
        if len(pieces) == number:
            return _cleaned(pieces)
    if len(joined) > number and "、" in head:
        return _cleaned(joined[-number:])
    # A、B，C，D四个: 、 joins what belongs to one head, ， the heads.
    pieces = _COMMAS.split(head)
    if "、" in head and len(run) < number <= len(pieces):
        return _cleaned(pieces[-number:])
    return None


def _behind(tail: str, number: int) -> tuple[str, ...] | None:
    match = _FORWARD.match(tail)
    if not match:
        return None
    pieces = _COMMAS.split(match["inside"] or match["after"])
    for split in (pieces, [*pieces[:-1], *_split_last(pieces[-1])]):
        if len(split) == number:
            return _cleaned(split)
    return None


def _uncounted(sentence: str) -> Iterator[Enumeration]:
    for match in _SUM.finditer(sentence):
        items = tuple(re.split(r"[+＋]", match["sum"]))
        yield Enumeration(items, False, sentence, sentence[match.end() : match.end() + _NOUN])
    for match in _QUOTES.finditer(sentence):
        yield Enumeration(tuple(_QUOTED.findall(match[0])), False, sentence)
    for match in _BRACKET.finditer(sentence):
        pieces = match["inside"].split("、")
        if len(pieces) >= FEWEST:
            yield Enumeration(_cleaned([*pieces[:-1], *_split_last(pieces[-1])]), False, sentence)
    plain = _BRACKET.sub("", sentence)
    for clause in _CLAUSE.findall(plain):
        pieces = _until_said(clause.split("、"))
        pieces = [*pieces[:-1], *_split_last(pieces[-1])]
        if len(pieces) > FEWEST or (len(pieces) == FEWEST and min(map(len, pieces)) >= _NAMING):
            behind = _KIND.search(pieces[-1])
            kind = behind["kind"] if behind else ""
            *others, last = _cleaned(pieces)
            items = (*others, _without_predicate(last, others[0]))
            yield Enumeration(items, False, clause, kind)
    parallel = [part for part in re.split(r"[；;]", plain) if part.strip()]
    if len(parallel) >= FEWEST:
        yield Enumeration(
            tuple(re.split(r"[，,]", p)[0].strip() for p in parallel), False, sentence
        )


def _until_said(pieces: list[str]) -> list[str]:
    """The first list of a clause that holds two (医院A、医院B通过设立工作站、聘请团队)."""
    ends = (i for i, piece in enumerate(pieces[1:-1], 2) if _MEANS.search(piece))
    return pieces[: next(ends, len(pieces))]


def _split_last(piece: str) -> list[str]:
    """The last piece of a list at its 和, if it has just one."""
    cuts = list(_CONJUNCTION.finditer(_TAIL.sub("", piece)))
    if len(cuts) != 1 or not cuts[0].start():
        return [piece]
    return [piece[: cuts[0].start()], piece[cuts[0].end() :]]


def _without_predicate(last: str, first: str) -> str:
    """The last item without what is said of all (A和B培育团队), unless items end so (培育工程)."""
    return last if last[-1:] == first[-1:] else _PREDICATE.sub("", last)


def _cleaned(pieces: Iterable[str]) -> tuple[str, ...]:
    """Items without what leads into the first and what follows the last."""
    first, *others = pieces
    first = _LEAD.sub("", first).strip(_MARKS) or first
    rest = [p.strip(_MARKS) for p in others]
    if rest:
        rest[-1] = _TAIL.sub("", rest[-1]).strip(_MARKS) or rest[-1]
    return (first, *rest)
