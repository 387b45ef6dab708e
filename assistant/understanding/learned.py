"""Other names that the documents themselves give: 以下简称“X”, R&D（研究与开发）, “五小”（小发明、…）.

Only what a text states is learned, and only where it is clear which words the other name stands for;
the place is kept, so that an answer can say where an equivalence comes from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.models import Corpus
from corpus.numerals import parse_number

LONGEST = 30
"""Characters of a full name."""
LONGEST_LIST = 80
LONGEST_END = 3
"""Characters of a full name from the last one on that its short name keeps (高企 of …企业)."""
_OPEN, _CLOSE = "“\"'《", "”\"'》"
_NAMING = re.compile(
    r"[（(]\s*(?:以下|下文|下)?(?:统一|一并|均|并)?(?:简称|统称|合称|称作|称为|(?<=下)称|(?<=文)称)(?:为|作|:|：)?"
    r"\s*[“\"《]?(?P<short>[^“”\"《》（）()，。；;,]{2,12}?)[”\"》]?\s*[）)]"
)
_ALSO = re.compile(
    r"[（(]\s*(?:又称|又名|也称|亦称|也叫|又叫|俗称|全称(?:是|为)?|即)(?:为|:|：)?"
    r"\s*[“\"《]?(?P<other>[^“”\"《》（）()，。；;,、]{2,30}?)[”\"》]?\s*[）)]"
)
_ACRONYM_FIRST = re.compile(
    r"(?<![A-Za-z0-9&+\-])(?P<short>[A-Z][A-Za-z]{0,2}[A-Z&][A-Za-z&+\-]{0,8})\s*[（(]\s*(?P<full>[㐀-鿿]{4,20})\s*[）)]"
)
_ACRONYM_LAST = re.compile(
    r"(?P<before>[㐀-鿿]{4,30})\s*[（(]\s*(?P<short>[A-Z][A-Za-z]{0,2}[A-Z&][A-Za-z&+\-]{0,8})\s*[）)]"
)
_NUMERALS = "两双二三四五六七八九十"
_LABEL = rf"[“\"](?P<label>[{_NUMERALS}][个项大种类条]?(?P<rest>[㐀-鿿]{{1,6}}))[”\"]"
_LABEL_FIRST = re.compile(
    rf"{_LABEL}[^，。；、（(]{{0,4}}(?:[（(](?:即|包括|指)?(?P<list>[^（）()。；]{{4,{LONGEST_LIST}}})[）)]"
    rf"|[，,]?(?:即|是指|指的是)[：:]?(?P<told>[^（）()。；]{{4,{LONGEST_LIST}}})[。；])"
)
_LABEL_LAST = re.compile(
    rf"(?P<list>(?:[^，。；、：“”\"（）()\s]{{2,36}}、){{1,9}}[^，。；、：“”\"（）()\s]{{2,24}}?)"
    rf"(?P<close>[”\"]?)(?P<link>(?:为主要内容|等)?的?){_LABEL}"
)
# Words that stand before a name and are no part of it.
_LEADING = re.compile(
    r"^.*?(?:占|为|对于?|的|以|将|按照?|等|由|向|把|从|给|在|了|使用|采用|利用|加强|加大|加快|开展|推进|推动|实施|建设|建立|支持|"
    r"发展|提高|提升|完善|落实|引进|组建|设立|依托|符合|通过|包括|享受|根据|依据|申请|认定|全省|全市|我省|我市|本省|本市)(?=[㐀-鿿、]{3,}$)"
)
_STARTING = re.compile(
    r"^(?:和|及|与|以及|并)?(?:重点|继续|大力|深入|积极|全面|加快|着力|统筹)*(?:实施|推进|开展|建设|实行|落实|打造|组织)?"
)
_GENERIC = re.compile(
    r"^(?:本|该)?(?:意见|办法|规划|方案|通知|条例|措施|细则|规定|政策|项目|资金|企业|单位|部门|机构|平台|基地|园区|中心|计划|工程|"
    r"协议|合同|领导小组|委员会|甲方|乙方|申请人|申报单位|专项资金|实施细则|管理办法|实施方案|试点|补贴|奖励|基金|人才)$"
)
_NO_LIST = re.compile(r"附件|责任|负责|牵头|以下|不含|\d{4}|见第|下同")


@dataclass(frozen=True, slots=True)
class Learned:
    """Two ways to say one thing, and the clause that says so. Offsets: the document's clean text."""

    short: str
    full: str
    document_id: str
    address: str
    start: int
    end: int


def learn(corpus: Corpus) -> tuple[Learned, ...]:
    """Every other name that the texts of a corpus give, each pair once."""
    found: dict[tuple[str, str], Learned] = {}
    for parsed in corpus.documents:
        for short, full, start, end in _pairs(parsed.text):
            pair = (_plain(short), _plain(full))
            if pair not in found and pair[0] != pair[1]:
                address = parsed.smallest_clause(start, end).address
                found[pair] = Learned(*pair, parsed.document.id, address, start, end)
    return tuple(found.values())


def wordings(learned: Iterable[Learned]) -> dict[str, tuple[tuple[str, ...], str]]:
    """What each name may also be called, and where that was learned: {name: (others, address)}.

    Names of one thing stand for each other across documents (研究与开发, R&D, 研究与试验发展).
    """
    learned = tuple(learned)
    groups: list[set[str]] = []
    for pair in learned:
        names = {pair.short, pair.full}
        for group in [g for g in groups if g & names]:
            groups.remove(group)
            names |= group
        groups.append(names)
    sources: dict[str, str] = {}
    for pair in learned:
        for name in (pair.short, pair.full):
            sources.setdefault(name, pair.address)
    return {
        name: (tuple(sorted(group - {name}, key=len, reverse=True)), sources[name])
        for group in groups
        for name in group
    }


def _pairs(text: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _NAMING.finditer(text):
        short = match["short"].strip()
        full = _full_name(text[max(0, match.start() - LONGEST - 2) : match.start()], short)
        if full:
            yield short, full, match.start() - len(full), match.end()
    for match in _ALSO.finditer(text):
        other = match["other"].strip()
        name = _quoted_before(text[: match.start()])
        if name and not _GENERIC.match(name) and not _GENERIC.match(other):
            yield name, other, match.start() - len(name) - 2, match.end()
    for match in _ACRONYM_FIRST.finditer(text):
        yield match["short"], match["full"], match.start(), match.end()
    for match in _ACRONYM_LAST.finditer(text):
        full = _LEADING.sub("", match["before"])
        if 4 <= len(full) <= 14:
            yield match["short"], full, match.start(), match.end()
    yield from _counted(text)


def _counted(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Labels that count what they stand for: the list must have as many items."""
    for match in _LABEL_FIRST.finditer(text):
        listed = match["list"] or match["told"]
        items = _items(listed)
        if not _NO_LIST.search(listed) and len(items) == _count(match["label"]):
            yield match["label"], listed.strip(), match.start(), match.end()
    for match in _LABEL_LAST.finditer(text):
        items = match["list"].split("、")
        quoted = bool(match["close"]) and text[match.start("list") - 1] in _OPEN
        if match["close"] and not quoted:
            continue
        if not quoted:
            # 实现有机构、有人员…的“五有”: what the items share tells where the first one starts.
            first = _from_shared(items, match["rest"])
            if first is None:
                continue
            items[0] = first
        if len(items) == _count(match["label"]):
            yield match["label"], "、".join(items), match.start(), match.end()


def _items(listed: str) -> list[str]:
    return [item for item in re.split(r"[、，]|以及|和(?=[^、，]*$)", listed.strip()) if item]


def _count(label: str) -> int | None:
    return 2 if label[0] in "双两" else parse_number(label[0])


def _from_shared(items: list[str], rest: str) -> str | None:
    """The first item without what leads in, where all items hold what the label counts (五有)."""
    if not all(rest in item for item in items):
        return None
    if all(item.startswith(rest) for item in items[1:]):
        return items[0][items[0].rindex(rest) :]
    return _STARTING.sub("", items[0]) if all(item.endswith(rest) for item in items) else None


def _full_name(before: str, short: str) -> str | None:
    """The words at the end of `before` that a short name stands for; None where that is unclear."""
    if _GENERIC.match(short):
        return None
    quoted = _quoted_before(before)
    if quoted:
        return None if quoted.endswith(short) else quoted
    segment = re.split(r"[，。；：:;,“”\"《》（）()\n]", before)[-1]
    if short[0] in "双两" and segment.count("、") == 1:
        return _LEADING.sub("", segment)
    segment = segment.split("、")[-1]
    at = _last_subsequence(segment, short)
    if at is None:
        return None
    full = segment[at:]
    # 科技创新专项资金（简称专项资金) names a part of it: anything may be called so.
    rest = len(full) - full.rindex(short[-1])
    return full if len(full) > len(short) and rest <= LONGEST_END else None


def _last_subsequence(text: str, short: str) -> int | None:
    """Where the shortest stretch at the end of a text begins that holds a short name's characters."""
    at = len(text)
    for character in reversed(short):
        at = text.rfind(character, 0, at)
        if at < 0:
            return None
    return at


def _quoted_before(before: str) -> str | None:
    """The name in quotation or title marks that a text ends with."""
    before = before.rstrip()
    if not before or before[-1] not in _CLOSE:
        return None
    start = before.rfind(_OPEN[_CLOSE.index(before[-1])], 0, -1)
    name = before[start + 1 : -1] if start >= 0 else ""
    return name if 2 <= len(name) <= 2 * LONGEST else None


def _plain(name: str) -> str:
    """NFKC, without white space."""
    return "".join(unicodedata.normalize("NFKC", name).split())
