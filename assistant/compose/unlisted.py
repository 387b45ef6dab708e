"""Things to be named one by one of which a clause tells the number and no more (另外四家是哪几家)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.names_told import (
    LAST,
    SENTENCE_END,
    SEPARATOR,
    SORT,
    SORTS,
    distinct_of,
    named_of,
    only_counts,
)
from assistant.compose.so_many import only_counts_them
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.understanding.figures import find_figures
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.numerals import parse_number
from corpus.regions import find_regions

_ONE_BY_ONE = re.compile(
    r"逐[一个项]|(?:分别|都)(?:是|有|叫|指)|列(?:出|全|一下)|名单|包括哪|有哪|哪[一二三四五六七八九十\d]{1,3}(?:个|大|家|所|项)"
)
_COUNTED_THINGS = re.compile(
    r"[一二两三四五六七八九十\d]{1,3}(?:大|个|项|家|所|条|类|种)[一-鿿]{2}"
)
_WHICH_SO_MANY = re.compile(r"哪(?P<number>[三四五六七八九十]|\d{1,2})(?P<unit>[个家所项])")
_ABOUT = 0.8
"""Share of the question that a clause says which counts what it asks for."""
_MANY = 12
_SO_MANY_PLACES = re.compile(
    r"哪(?P<number>[两三四五六七八九十]|\d{1,2})个?(?:地级)?[省市县区]|"
    r"(?:[市县]|(?<![园社校景范发新])区)(?:都|分别|具体)?(?:是|叫)哪(?P<behind>[两三四五六七八九十]|\d{1,2})个"
)
_FIRST_PLACES = re.compile(
    r"前([两三四五六七八九十]|\d{1,2})(?:名|位|个)?[^，。,?？]{0,8}哪(?:几|些)个?(?:地级)?[省市县区]"
)
_OTHERS = re.compile(
    r"(?:另外|其余|其他|其它|剩下)的?([两三四五六七八九十]|\d{1,2})(?:个|家|所|项|种|样|条|份|位|名)"
    r"(?P<sort>公司|企业|银行|高校|大学|学校|院校|医院)?(?=[^，。,?？]{0,6}(?:哪|叫什么|是什么|是谁))"
)
# 是哪两家公司, 还有哪四家银行: what is to be named is told by its sort.
_SO_MANY_BODIES = re.compile(
    r"哪(?P<number>[两三四五六七八九十]|\d{1,2})(?:家|所|个)[^，。,?？]{0,4}?"
    r"(?P<sort>公司|企业|银行|高校|大学|学校|院校|医院)"
)
# 是哪家银行推出的, 来自哪几所高校: a clause has to name one at least.
_SOME_BODY = re.compile(
    r"哪(?:一|几|些)?(?:家|所|个)(?P<sort>银行|医院|高校|大学|院校)|(?:来自|依托)哪些(?P<from>高校|大学|学校|院校|医院|银行)"
)
_WHICH_TWO = re.compile(r"是?哪(?:两|二|2)(?:个|项|种|类)")
_TWO_NAMED = re.compile(r"(?<![一二三四五六七八九十])、|[\"“”《》]|[㐀-鿿](?:和|与|及|以及)[㐀-鿿]")
_NUMBERED_SORT = re.compile(r"(?:\d|[一二两三四五六七八九十百])余?(?:家|所)(?:高校|大学|院校)")
# 试点单位有哪些: a clause that names no one does not tell.
_MEMBERS = re.compile(
    r"(?P<what>试点|成员|入选|签约|中标|获批|首批|入围|挂牌|参展|获奖)(?:的)?(?:单位|企业|公司|机构|高校|院校|医院|银行|园区)"
    r"(?:名单)?(?:都|分别|具体)?(?:有|是|包括)哪"
)
# 落户哪家企业
_AT_WHICH_FIRM = re.compile(
    r"(?:落户|落地|依托|放|设|交给|归|由|在)(?:到|在|于|了)?(?:哪一?|几)[个家](?:企业|公司|集团)"
)
# 有哪些人: persons, or kinds of them, stand in a list.
_WHICH_PERSONS = re.compile(r"(?:有|是|包括|选了)(?:哪些人|哪几[个位]人|谁和谁|哪几位)[?？]?$")
# 哪些企业被评为示范企业
_CHOSEN = re.compile(
    r"哪(?:些|几)[家个所]?(?:企业|公司|单位|机构|高校|院校|医院)(?:被|获|入选|入围|上榜|评上|选上|进了?|列入)"
)
# 那2家高端机构是谁
_WHO_ARE = re.compile(
    r"(?P<number>[两三四五六七八九十]|\d{1,2})(?P<unit>[家个所位名])[^，。,?？]{2,10}(?:都|分别|各自?)?(?:是|叫)谁[?？]?$"
)
# 增设了哪些专业: a clause that lists or names none does not tell.
_WHICH_COURSES = re.compile(r"哪(?:些|几个?)(?:新兴?)?(?P<noun>专业|学科|课程|科室)[?？]?$")
# 171家的名单
_ROSTER = re.compile(r"(?P<number>\d{2,4})[家个名位所][^，。,?？]{0,8}名单")
# 是哪个公司的: whose it is.
_WHOSE = re.compile(
    r"(?:是|归|属于?)哪一?[个家所](?P<sort>公司|企业|高校|大学|学校|院校|医院|银行)的"
)
# 运营团队是哪一家: nobody is named.
_WHICH_ONE_IS = re.compile(
    r"(?:团队|企业|公司|机构|(?<!牵头)(?<!责任)(?<!主管)(?<!负责)(?<!配合)单位|运营商|承办方)(?:是|叫|为)(?:哪一?[家个]|谁)[?？]?$"
)
_FIRM = re.compile(r"[㐀-鿿]{2}(?:集团|银行|研究院|研究所|科创|科技|控股)(?=[^业学]|$)")
_AS_MUCH = 0.5
"""Share of what one sentence says of a question from which on another speaks of the same."""
# 那十几家国企都叫啥名字: the names of universities are none of firms.
_NAMES_OF_FIRMS = re.compile(
    r"(?:企业|公司|国企|民企)(?:们)?[，,]?(?:都|分别|各自?)?(?:叫(?:什么|啥)|(?:的)?名(?:字|称)(?:是|叫|都)?(?:什么|啥|哪))"
)
# 与5家银行签约，除工行外另外四家…: what is left of them is of their sort.
_COUNTED_SORT = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,2})(?:家|所|个)(?P<sort>公司|企业|银行|高校|大学|学校|院校|医院)"
)
# 三个厅各叫什么厅: each of them is called so.
_EACH_CALLED = re.compile(
    r"(?P<number>[两三四五六七八九])个(?P<noun>(?![字词样块点条项类种数头])[㐀-鿿])"
    r"(?:各|分别|都)+(?:叫|是)(?:什么|啥|哪)"
)
# 每校建设一个重点专业: which one a school has is told by a sentence of its own.
_ONE_EACH = re.compile(r"每[校家县市所个院村][^.;]{0,8}?(?:一个|1个)(?P<what>[㐀-鿿()]{2,14})")
_WHICH_ONE = re.compile(r"哪|什么|啥")
_NAMED = re.compile(r"[㐀-鿿]{2,12}?(?:大学|学院|专科学校|学校|医院|公司|开发区|园区)")
_OF_ALL = re.compile(r"[哪几所]")
_SENTENCES = re.compile(r"[.;\n]")
_SHORTEST_NAME = 4
_NOUNS = frozenset({"专业", "学科", "产业", "项目", "品牌", "产品", "平台", "基地", "专科"})


def lacks_items(
    primary: Evidence,
    items: int,
    understanding: Understanding,
    library: Library,
    others: Sequence[Evidence] = (),
) -> bool:
    """Whether things are to be listed whose number the clause tells and nothing more (十二大基地).

    items: how many the question says there are, 0 if it does not. others: clauses found beside it;
    where one of them counts the things and the primary does not, it is the one that would name them.
    """
    own = library.own(primary.key)
    if only_counts_them(primary, understanding, library):
        return True
    if lacks_others(understanding.text, own, about(primary, library)):
        return True
    if _WHICH_TWO.search(understanding.text) and not _TWO_NAMED.search(own):
        return True
    if not items or not _ONE_BY_ONE.search(understanding.text):
        return False
    sort = SORT.search(understanding.text)
    if sort and distinct_of(SORTS[sort[0]], own) >= items:
        return False
    counting = next((e for e in (primary, *others) if _counts(e, understanding, library)), None)
    return counting is not None and _lists(counting, library) < items


def _counts(evidence: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether a clause says how many there are, as the question does (7家新型研发机构; 哪4个)."""
    asked, own = fold(understanding.text), library.own(evidence.key)
    if any(match[0] in own for match in _COUNTED_THINGS.finditer(asked)):
        return True
    which = _WHICH_SO_MANY.search(asked)
    number = parse_number(which["number"]) if which else None
    # 是哪32个: so large a number is not met by chance.
    if which is None or number is None or (evidence.cover < _ABOUT and number < _MANY):
        return False
    return any(f.value == number and f.unit == which["unit"] for f in find_figures(own))


def _lists(evidence: Evidence, library: Library) -> int:
    """How many things a clause lists, in one sentence or as its items."""
    sentences = SENTENCE_END.split(library.own(evidence.key))
    # 甲、乙、丙和丁 are four.
    told = max(len(SEPARATOR.findall(s)) + 1 + bool(LAST.search(s)) for s in sentences)
    return max(told, len(library.clause(evidence.key).children))


def about(evidence: Evidence, library: Library) -> str:
    """The sentences of a clause that say about as much of the question as the one that says most."""
    most = max((s.cover for s in evidence.sentences), default=0.0)
    said = (s for s in evidence.sentences if s.cover >= _AS_MUCH * most)
    return " ".join(fold(library.text(evidence.key[0], s.start, s.end)) for s in said)


def lacks_others(asked: str, own: str, near: str | None = None) -> bool:
    """Whether so many places, or so many others, are asked for as a clause does not name.

    「排在前面的是哪三个市」 wants three places; 「另外四家是哪几家」 four things listed. near: the
    sentences of the clause that are about the question; all of it if not given.
    """
    near = own if near is None else near
    who = _WHO_ARE.search(asked)
    if who and only_counts(who, own):
        return True
    if courses := _WHICH_COURSES.search(asked):
        told = [s for s in SENTENCE_END.split(near) if courses["noun"] in s]
        return bool(told) and not any("、" in s for s in told)
    if _AT_WHICH_FIRM.search(asked):
        return not named_of("公司|集团|厂", near)
    if _WHICH_PERSONS.search(asked):
        return "、" not in near
    if _CHOSEN.search(asked):
        return not (_NAMED.search(near) or named_of("公司|集团|厂|银行", near))
    if roster := _ROSTER.search(asked):
        return len(SEPARATOR.findall(own)) + 1 < int(roster["number"])
    if (whose := _WHOSE.search(asked)) and not named_of(SORTS[whose["sort"]], near):
        return True
    nobody = not (_NAMED.search(near) or _FIRM.search(near))
    if who is None and nobody and _WHICH_ONE_IS.search(asked):
        return True
    if first := _FIRST_PLACES.search(asked):
        return len({m.region for m in find_regions(own)}) < (parse_number(first[1]) or 0)
    if places := _SO_MANY_PLACES.search(asked):
        named = {m.region for m in find_regions(own)}
        return len(named) < (parse_number(places["number"] or places["behind"]) or 0)
    if bodies := _SO_MANY_BODIES.search(asked):
        return named_of(SORTS[bodies["sort"]], own) < (parse_number(bodies["number"]) or 0)
    if others := _OTHERS.search(asked):
        counted = _COUNTED_SORT.search(asked)
        sort = others["sort"] or (counted["sort"] if counted else None)
        if sort:
            return named_of(SORTS[sort], own) < (parse_number(others[1]) or 0)
        listed = max(len(SEPARATOR.findall(s)) for s in SENTENCE_END.split(own))
        return listed + 1 < (parse_number(others[1]) or 0)
    if _NAMES_OF_FIRMS.search(asked):
        return not named_of("公司|集团|厂", own)
    if some := _SOME_BODY.search(asked):
        # 北航、北理工 are named as well; 60余所高校 names none.
        sort = some["sort"] or some["from"]
        short = some["sort"] in ("高校", "大学", "院校") and not _NUMBERED_SORT.search(own)
        return not short and not named_of(SORTS[sort], near)
    if (members := _MEMBERS.search(asked)) and not _names_any(members["what"], own):
        return True
    each = _EACH_CALLED.search(asked)  # 一网三厅 names no hall
    return each is not None and own.count(each["noun"]) < (parse_number(each["number"]) or 0)


def _names_any(what: str, own: str) -> bool:
    """Whether a sentence that speaks of what somebody takes part in names or lists anybody."""
    told = [s for s in SENTENCE_END.split(own) if what in s]
    return any(_NAMED.search(s) or "、" in s or find_regions(s) for s in told)


def names_no_one(asked: str, own: str) -> bool:
    """Whether it is asked which one somebody has, where a clause says that each has one.

    own: the clause's own text, folded. 「每校建设一个重点专业。财经学校重点建设会计专业」 says which.
    """
    each = _ONE_EACH.search(own)
    if each is None or not _WHICH_ONE.search(asked):
        return False
    nouns = (each["what"][cut : cut + 2] for cut in range(len(each["what"]) - 1))
    noun = next((n for n in nouns if n in asked and n in _NOUNS), None)
    names = [
        m[0] for m in _NAMED.finditer(asked) if not _OF_ALL.search(m[0]) and _is_named(m[0], own)
    ]
    if noun is None or not names:
        return False
    told = [s for s in _SENTENCES.split(own) if not _ONE_EACH.search(s) and noun in s]
    return not any(_is_named(name, s) for s in told for name in names)


def _is_named(name: str, text: str) -> bool:
    """Whether a text names somebody, with or without the words before the name."""
    return any(name[cut:] in text for cut in range(len(name) - _SHORTEST_NAME + 1))
