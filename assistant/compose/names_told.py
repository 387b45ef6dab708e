"""How many things a folded text lists, and how many names of a sort it has."""

from __future__ import annotations

import re

from assistant.understanding.figures import find_figures
from corpus.numerals import parse_number

SORTS = {
    "公司": "公司|集团|企业|厂",
    "企业": "公司|集团|企业|厂",
    "银行": "银行|信用社|农信",
    "医院": "医院|保健院",
} | dict.fromkeys(("高校", "大学", "学校", "院校"), "大学|学院|学校|分校")
SORT = re.compile("|".join(SORTS))
CUT = re.compile(r"[,.;:\n]")
SEPARATOR = re.compile(r"[、;]")
LAST = re.compile(r"、[^.;]*?(?:以及|和|与|及)")
SENTENCE_END = re.compile(r"[.\n]")


def listed(sentence: str) -> int:
    """How many things a sentence lists in one of its parts, or as its parts."""
    parts = sentence.split(";")
    return max(len(parts), *(p.count("、") + 1 + bool(LAST.search(p)) for p in parts))


def only_counts(who: re.Match[str], own: str) -> bool:
    """Whether the sentences that count so many list fewer (其中2家为高端机构 lists none)."""
    number = parse_number(who["number"]) or 0
    counting = [
        s
        for s in SENTENCE_END.split(own)
        if any(f.value == number and f.unit == who["unit"] for f in find_figures(s))
    ]
    return bool(counting) and all(listed(s) < number for s in counting)


def named_of(sort: str, own: str) -> int:
    """How many names of a sort one sentence has; 甲、乙等三家企业 are two."""
    names = re.compile(rf"(?<=[㐀-鿿])(?:{sort})(?![㐀-鿿]{{0,2}}(?:家|等))")
    return max(
        max(
            len(names.findall(sentence)),
            *(
                len(SEPARATOR.findall(part)) + 1 + bool(LAST.search(part))
                for part in CUT.split(sentence)
                if re.search(sort, part) and "、" in part
            ),
            0,
        )
        for sentence in SENTENCE_END.split(own)
    )


def distinct_of(sort: str, own: str) -> int:
    """How many names of a sort a clause has in all its sentences (甲学院、乙学院和丙大学 are three)."""
    names = re.compile(rf"[㐀-鿿]{{2,12}}?(?:{sort})(?=[、,.;和与及以的培重建]|$)")
    return len({name for part in CUT.split(own) for name in names.findall(part)})
