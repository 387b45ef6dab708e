"""So many things that are asked for by their number (授信的7家企业是哪些), and the clause that names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.names_told import SENTENCE_END, SORT, SORTS, distinct_of, listed, only_counts
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.understanding.figures import find_figures
from assistant.understanding.normalise import fold, unquoted
from assistant.understanding.question import Understanding
from corpus.numerals import parse_number

# 授信的7家企业是哪些, 4个基地分别在哪里, 9项协议还有哪几项
_SO_MANY_ARE = re.compile(
    r"(?<![\d一二三四五六七八九十百])(?P<number>[两三四五六七八九十]|\d{1,4})余?(?P<unit>[家个所位名项])(?P<what>[^，。,?？、]{1,14}?)"
    r"(?:都|分别|具体|各自?|到底)*(?:(?:是|叫)(?:哪些|哪几[家个所位名项]|谁|什么|啥)(?:名字?|项目|企业|单位|公司|平台|基地)?|还有哪[些几][家个所位名项]?|"
    r"(?:设|建|布局|分布)?在(?:哪[里儿]?|什么地方|哪些(?:地方|市|县|区)))[?？]?$"
)

# 八方面重点工作有哪些: a clause that writes the very words, with their number, is asked for.
_AS_WRITTEN = re.compile(
    r"(?<![\d一二三四五六七八九十百第])(?P<many>(?:[两三四五六七八九十]|\d{1,2})[㐀-鿿]{3,10}?)"
    r"(?:都|分别|具体|各)*(?:是指|指的是|包括|是|指|有)(?:什么|啥|哪)"
)


def only_counts_them(evidence: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether so many are asked for that a clause counts and does not name."""
    many = _SO_MANY_ARE.search(understanding.text)
    return many is not None and _tells_none(many, evidence, library)


def naming_clause(
    primary: Evidence, others: Sequence[Evidence], understanding: Understanding, library: Library
) -> Evidence:
    """The clause that names so many as are asked for by number; the primary where no other does."""
    written = _AS_WRITTEN.search(fold(unquoted(understanding.text)))
    if written and written["many"] not in unquoted(library.own(primary.key)):
        clauses = (e for e in others if written["many"] in unquoted(library.own(e.key)))
        return next(clauses, primary)
    many = _SO_MANY_ARE.search(understanding.text)
    if many is None or not _tells_none(many, primary, library):
        return primary
    return next((e for e in others if _names_so_many(many, library.own(e.key))), primary)


def _tells_none(many: re.Match[str], evidence: Evidence, library: Library) -> bool:
    """Whether a clause counts so many, and neither it nor what is below it lists them."""
    number, own = parse_number(many["number"]) or 0, library.own(evidence.key)
    # 北京大学、清华大学等27所: those that are named are told.
    some = re.search(rf"等{many['number']}余?{many['unit']}", own) and "还有" not in many[0]
    if some or len(library.clause(evidence.key).children) >= number:
        return False
    return only_counts(many, own) and not _names_so_many(many, own, counted=True)


def _names_so_many(many: re.Match[str], own: str, *, counted: bool = False) -> bool:
    """Whether a clause lists as many in a sentence, or names as many of their sort."""
    number = parse_number(many["number"]) or 0
    sort = SORT.search(many["what"])
    if sort and distinct_of(SORTS[sort[0]], own) >= number:
        return counted or any(f.value == number for f in find_figures(own))
    return counted and max(map(listed, SENTENCE_END.split(own))) >= number
