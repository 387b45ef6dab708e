"""Of what a count is asked, and whether a sentence counts that: 两个农业产业示范区 are no 双创示范基地."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.library import Library
from assistant.understanding.concepts import bigrams
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.normalise import fold
from assistant.understanding.times import time_spans

_LEVEL = re.compile(r"国家级|省级|市级|县级")
NAMED = 4
"""Characters from which on what is counted is told apart from other things."""
ALIKE = 0.5
"""Share of its character pairs, by weight, that must stand beside a figure which counts it."""
MENTIONED = 0.01
"""A short name has to be said at all, or in other words …"""
COMMON = 10
"""… where so many clauses say it (企业, 项目): a clause without it counts something else."""
REMOTELY = 0.12
"""The same for what is counted in the asker's own words, which clauses put otherwise."""
_BEHIND = re.compile(r"(?:多少|好多|几)(?:余|来)?[个家所座]的?(?P<noun>[㐀-鿿“”\"]{4,})")
_BEFORE = re.compile(
    r"(?P<noun>[㐀-鿿“”\"]{4,}?)(?:到|[，,])?(?:得|要|想|打算|计划|准备|能|一共|总共|各)*(?:建[成到设]?|搞|达到|设立?|布局)(?:多少|好多|几)(?:余|来)?[个家所座](?:$|[，,。？?呢啊])"
)
_HAS = re.compile(
    r"(?P<noun>(?:(?:国家|省|市|县)级(?:(?![的里中末])[㐀-鿿“”\"]){4,12}?|(?:(?![的里中末到在])[㐀-鿿“”\"]){4,12}?(?:基地|中心|平台|园区?|实验室|机构|联盟|孵化器|空间|示范区|工作站|研究院)))(?:一共|总共|目前|现在|共|现|拥)?有(?:多少|几)(?:余|来)?[个家所座][？?。呢啊呀]*$"
)
# 星创天地现在省级的有几家
_OF_LEVEL = re.compile(
    r"(?P<noun>[㐀-鿿“”\"]{4,10}?)(?:里面?|中)?(?:的|[，,])?(?:现在|目前)?(?P<level>国家级|省级|市级|县级)的(?:现在|目前|一共|总共)?有(?:多少|几)[个家所座]"
)
_TAIL = re.compile(r"(?:吗|呢|啊|呀|吧|的)+$")
# 多少个院士: a short name that may be but the beginning of another (院士专家工作站).
_SHORT = re.compile(
    r"(?:多少|好多|几)(?:余|来)?[个名位人家所座的]+(?P<noun>[㐀-鿿]{2,3}?)(?:[来到去进回][㐀-鿿]{0,6})?[？?。呢啊呀]*$"
)
_HOLDER = (
    r"(?:(?![和与及等达为有共总数的到去在入进给由向从开展选派下组争])[㐀-鿿]){0,7}?"
    r"(?:站|中心|基地|实验室|平台|园|库|研究院|研究所|联盟|基金|计划|工程|项目|企业|公司|机构|集群|小镇|协会)"
)
_PURPOSE = re.compile(r"[来去][^，。]{2}")
_STOPS = "吗呢啊呀吧的？?。 "
# What is said besides a name (像我这样的人, 打算新设) is no part of it.
_NAME = re.compile(
    r"^(?:(?![的这那谁什么哪几多少要想会能又再都我你他她它下去来了着过给放在到拿算还是有把被跟和])[㐀-鿿]){3,8}$"
)
_PART = re.compile(r"[^，；。：,;:]+")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is to be counted."""

    name: str
    """As a clause writes it."""
    levels: frozenset[str]
    """国家级, 省级 …, where that is said of it."""
    alike: float = ALIKE
    """Share of the name that must stand beside a figure."""


def asked_to_count(question: str, library: Library, typed: str = "") -> Counted | None:
    """What a question wants counted: what stands behind 多少个, or before 要建多少个.

    None where that is not said. What no clause writes is told in other words there. typed: the
    question as it was typed: a blank parts keywords (重大项目 几个 揭榜挂帅).
    """
    # 中试基地十四五末要建几家: when is no part of the name.
    for start, end in reversed(time_spans(question)):
        question = question[:start] + question[end:]
    behind = [
        match
        for match in _BEHIND.finditer(question)
        if not re.search(rf"[个家所座]\s+{re.escape(match['noun'][:2])}", typed)
    ]
    # 「几个老大难…，要上马多少个项目？」: 几个 may stand for some, 多少个 always asks.
    asked = [match for match in behind if match[0].startswith("多少")]
    said = next(iter(asked or behind), None) or _BEFORE.search(question)
    said = said or _OF_LEVEL.search(question) or _HAS.search(question)
    if said is None:
        short = _SHORT.search(question)
        if short is None:
            return None
        common = library.clauses_with(fold(short["noun"])) >= COMMON
        return Counted(fold(short["noun"]), frozenset(), MENTIONED if common else 0.0)
    noun = _TAIL.sub("", said["noun"])
    if (cut := _PURPOSE.search(noun)) and cut.start() > 1:
        noun = noun[: cut.start()]  # 几座博物馆来宣传科技
        if len(noun) < NAMED:
            common = library.clauses_with(fold(noun)) >= COMMON
            return Counted(fold(noun), frozenset(), MENTIONED if common else 0.0)
    name = _written(fold(noun), library)
    levels = frozenset(_LEVEL.findall(f"{noun}{said.groupdict().get('level') or ''}"))
    if name:
        return Counted(name, levels)
    own = _LEVEL.sub("", fold(noun))
    last = bool(behind) and question[said.end() :].strip(_STOPS) == "" and _NAME.match(own)
    return Counted(own, levels, REMOTELY if len(own) > NAMED else ALIKE) if last else None


def counts(text: str, title: str, counted: Counted, library: Library) -> bool:
    """Whether a count in the text (of a clause with that title) is one of what is to be counted."""
    # 一批 counts nothing.
    figures = [
        f
        for f in find_figures(text)
        if f.kind is FigureKind.COUNT and not (f.value == 1 and f.text.startswith("一"))
    ]
    parts = [
        m for m in _PART.finditer(text) if any(m.start() <= f.start < m.end() for f in figures)
    ]
    weights = {pair: library.idf(pair) for pair in bigrams(counted.name)}
    worded = Lexicon.load().expand(counted.name)
    heads = _plain(title)

    def share(part: str) -> float:
        said = f"{_plain(part)} {heads}"
        otherwise = {
            p for e in worded if any(fold(w) in said for w in e.official) for p in bigrams(e.said)
        }
        told = sum(w for pair, w in weights.items() if pair in said or pair in otherwise)
        return told / sum(weights.values())

    def level_fits(part: str) -> bool:
        told = set(_LEVEL.findall(part))
        return not (told and counted.levels) or bool(told & counted.levels)

    return any(
        share(part[0]) >= counted.alike
        and level_fits(part[0])
        and not (len(counted.name) < NAMED and _only_begins(counted.name, _plain(part[0])))
        for part in parts
    )


def _only_begins(name: str, part: str) -> bool:
    """Whether a part speaks of something only within the name of what belongs to it."""
    held = len(re.findall(rf"{re.escape(name)}{_HOLDER}", part))
    return 0 < held == part.count(name)


def _plain(text: str) -> str:
    return fold(text).replace('"', "")


def _written(noun: str, library: Library) -> str:
    """The longest end of a noun that a clause writes: what a thing is stands last in its name."""
    ends = (noun[start:] for start in range(len(noun) - NAMED + 1))
    return next(filter(library.words.names, ends), "")
