"""Whether a clause tells what stands behind a term or a title, or only writes it (“三可”, 《目录》)."""

from __future__ import annotations

import re

from assistant.evidence import Evidence
from assistant.library import Library
from assistant.understanding.normalise import fold
from corpus.numerals import parse_number

# “三可” and “三方帮扶”: a number, what it counts, and perhaps what is done with it.
_COUNTED = re.compile(
    r"[“\"](?P<number>[两三四五六七八九十])(?P<of>[个大][一-鿿]{2}|(?![一二三四五六七八九十])[一-鿿])[一-鿿]{0,6}[”\"]"
)
# 是哪三方, 具体是哪六个新: the term is 三方, 六新.
_WHICH = re.compile(
    r"哪(?P<number>[两三四五六七八九十])个?(?P<of>[一-鿿])(?=$|[，,。?？]|[来去]|各|都|分别)"
)
_DIGITS = re.compile(r"[“\"](\d{2,4}|[十百千万]{2,4})\+?[”\"]")
_MEANING = re.compile(
    r"(?:分别|各|都)(?:是|指|代表|对应)|指的?是?(?:什么|啥|哪)|是(?:什么|啥|哪[些几])|哪几|解释|逐[一个项条]|"
    r"内涵|含义|列明|具体内容|什么意思"
)
_PARTS = re.compile(r"[、+/]")
_QUOTED = re.compile(r"[“\"]([一-鿿]{2,10})[”\"]")
_LAST_PART = re.compile(r"[、+/][^、+/]*[和与及][^、+/]*$")
_SEGMENT = re.compile(r"[,.;:。，；：\s]|(?<![㐀-鿿])[一二三四五六七八九十]+、")
_NEAR = 14
"""Characters between a term and what asks for its meaning; further away it is of something else."""
_BEHIND = 160
"""Characters behind a term of digits within which its parts are told."""
_FIGURE = re.compile(
    r"(?<!\d)\d+(?:家|个|项|条|名|所|种|类|级|次|万|亿)|[一二三四五六七八九十百千]+[个家项条名所种类级批]"
)

# 目录里有哪些专业: a clause that only names a document does not tell what stands in it.
_CONTENTS = re.compile(
    r"(?P<title>[㐀-鿿]{2,20}?(?:目录|名录|清单|办法|条例|指引|细则|规定|方案|名册))[”》\"]?(?:里面?|里头|中|内|上面?)?"
    r"(?:都|一共|具体)?(?:有|包括|列了?|收录了?|规定了?|写了?|要求)(?:哪些|什么|啥|哪几|多少)"
)
_NAMED_DOCUMENT = re.compile(r"[《“]([^《》“”]{2,60})[》”]")
# 双创20条支持政策全文
_ALL_OF_THEM = re.compile(
    r"(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})条[^，。,?？]{0,6}(?:政策|措施|举措|意见)的?(?:全文|原文|逐条|具体内容|内容|都?有哪些|是哪些)"
)
_LONGEST_END = 4


def explains_terms(asked: str, told: str) -> bool:
    """Whether every counted term whose parts are asked for is explained in a folded text."""
    meanings = [match.start() for match in _MEANING.finditer(asked)]
    meaning = bool(meanings)
    terms = [
        m
        for m in _COUNTED.finditer(asked)
        if f"哪{m['number']}" in asked or any(at - m.end() <= _NEAR for at in meanings)
    ]
    # 三无三可是指什么: written without the marks that the clause sets.
    bare = [m for m in _COUNTED.finditer(told) if meaning and _is_asked_bare(m, asked, meanings)]
    return all(
        _explains(m["number"], m["of"], told) for m in (*terms, *bare, *_WHICH.finditer(asked))
    ) and not (meaning and any(not _spells_out(term, told) for term in _DIGITS.findall(asked)))


def _is_asked_bare(term: re.Match[str], asked: str, meanings: list[int]) -> bool:
    """Whether the whole of a term is said without quotation marks, right before what asks for it."""
    inner = term[0][1:-1]
    end = asked.find(inner) + len(inner)
    return inner in asked and any(0 <= at - end <= _NEAR for at in meanings)


def _explains(number: str, of: str, told: str) -> bool:
    """三可 is explained where 可 begins or ends three parts near it, or its parts stand beside it."""
    term = f"{number}{of}"
    if term not in told or re.search(rf"{term}[一-鿿]{{0,6}}\"?(?:\(|:|即|,即|是指|指的?是)", told):
        return True
    items = parse_number(number) or 0
    # “三个优化调整” may be written “三个调整优化” where its parts stand.
    quoted = list(_QUOTED.finditer(told))
    spelt = {"".join(sorted(m[1])) for m in quoted if m[1].startswith(term)}
    alike = [m.start() for m in quoted if "".join(sorted(m[1])) in spelt]
    return any(_parts_stand_at(at, items, of, told) for at in (told.index(term), *alike))


def _parts_stand_at(at: int, items: int, of: str, told: str) -> bool:
    """Whether so many parts are told around the term that starts at a place of a folded text."""
    # Parts stand right before (有人、有钱的“两有”): a list of such terms explains none of them.
    before = _SEGMENT.split(told[:at])[-1]
    near = told[max(0, at - _BEHIND) : at + len(of) + 1 + _BEHIND]
    what = of.lstrip("个大") or of
    begun = len(re.findall(rf"[、,;:(\"和与及。]{what}", near))
    ended = len(re.findall(rf"{what}(?=[、,;和与及。)])", near))
    parts = len(_PARTS.findall(before))
    if parts:
        parts += bool(_LAST_PART.search(before))  # 布局、学科和专业设置“三个调整”
    return max(begun, ended, parts) >= items - 1


def _spells_out(term: str, told: str) -> bool:
    """“131”: 认定100家…、建3个…、…"""
    at = told.find(term)
    if at < 0:
        return True
    behind = told[at + len(term) : at + len(term) + _BEHIND]
    return len(_FIGURE.findall(behind)) >= len(term) - 1


def only_names_document(asked: str, primary: Evidence, library: Library) -> bool:
    """Whether it is asked what stands in a document that the clause only names."""
    clause = library.clause(primary.key)
    said = _ALL_OF_THEM.search(asked)
    if said and f"{said['number']}条" in library.own(primary.key):
        return len(clause.children) < (parse_number(said["number"]) or 0)
    contents = _CONTENTS.search(fold(asked))
    if contents is None:
        return False
    text = library.text(primary.key[0], clause.start, clause.own_end)
    titles = [fold(title) for title in _NAMED_DOCUMENT.findall(text)]
    return any(title.endswith(contents["title"][-_LONGEST_END:]) for title in titles)
