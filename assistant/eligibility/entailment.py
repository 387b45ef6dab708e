"""Whether what an asker said bears out a condition in a document's words.

Careful on purpose, in both directions: all of the condition's weight has to stand in something
affirmed, and nothing in that piece may be left over that the condition does not say (plain.py).
What is not mentioned, or mentioned with more words than are understood, stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.eligibility.beside import BESIDE
from assistant.eligibility.colloquial import SAME, enriched
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.origin import is_from_within
from assistant.eligibility.plain import LINE, Span, is_line, leftover
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood, Statement
from assistant.eligibility.words import find_statuses
from assistant.understanding.concepts import bigrams
from assistant.understanding.figures import FigureKind, find_figures
from corpus.regions import find_regions

_LIGHT = re.compile(
    r"在(?=[^，]{2,})|中(?=[完进实开取获])|(?:已经?)?(?:完成|进行|实现|开展|参与|获得|取得|具有|具备|拥有|发生(?!产)|开始|成功)(?:了|过)?|实际|活动|管理(?=系统|平台)|相关|有关|有效|正式"
    r"|(?<=级)及?以上|[“”\"]|其(?!他|它|余)|自身|所|当年|上一?年度?|年度|全年|近[一二三]年|经|被|由|按规定|依法|的|了|已"
)
_SPLIT = re.compile(
    r"[、，,；;\s]+|并且|并(?!购|网|联)|且(?!慢)|以及|及(?!时|格|其|以上)|和(?!谐|睦)|与(?!会)|同时"
    r"|(?<=[一-鿿]{2})(?=计入|纳入|列入|销售其?|通过(?!率)|自行|自主开发|未(?!来)|认定为|登记为|注册为|在[^，]{2,12}(?:挂牌|注册|落户))"
    r"|(?<=自行开发生产)的?(?=软件)"
)
_OR = re.compile(r"或者|或(?!许)|/")
_NEGATIVE = re.compile(
    r"^(?:未(?!来)|没有|不存在|无(?!形|人|线)|不(?=属于|在|得|含|包括)|非(?!遗|公))"
)
_STRICT = re.compile(
    r"净(?=收入|利润|资产)|省外|国外|境外|海外|国际|省内|国内|境内|国家级?|省级|市级|区级|县级|首次|首台|首批|首版|首个|新(?=建|设|增|认定|引进|购|获|迁|招|入)|自主|自行|连续|独立|全职|累计|获批|全国|全省|全市|一等|二等|三等|特等|金奖|银奖"
)
_WITH_RESEARCHERS = re.compile(
    r"(?:跟|与|和|同|联合)[^，。家公司]{0,10}(?:大学|学院|研究院|研究所|院所|高校|院校|科学院|理工|工大|科大|师大|农大)(?:一起|共同|联合|合作|携手)(?:搞|做|开展)?的?"
)
"""A deed done with a university is the asker's as well."""
_FOR_GOOD = re.compile(
    r"股份|股改|挂牌|挂了|挂上|挂的牌|挂过牌|建成|改制|(?:基地|平台|中心|实验室|工作站)[^，。]{0,6}(?:认定|获批|批准)|(?:认定|获批|评)[^，。]{0,16}(?:基地|平台|中心|实验室|工作站)"
)
"""What is done once and stays done, whatever the year; certificates of firms run out."""
_THIS_YEAR = re.compile(r"当年|本年|上年|上一年|年度|近[一二三]年|首次|新(?=建|认定|挂牌|获)")
_LONG_AGO = 30
"""Years."""
_TO_AN_END = re.compile(r"完成|建成|竣工|验收|投产|结项|实现|达产|落地")
"""What is still going on is not done."""
_KIND_OF_PRODUCT = re.compile(rf"(?:{LINE})(?=软件|产品|设备|项目)")
"""医疗软件 is software."""
_NO = re.compile(r"从来没有?|从未|没有?|不存在|并未|未|无|不是|不属于")
_NONE_OF_IT = re.compile(
    r"^(?P<what>[一-鿿]{2,6}?)(?:什么的|之类的?|这一?块|方面|业务)?(?:我们|公司|咱们?|我们公司)?(?:也|都|从来|根本|完全|一直|可)*(?:不|没有?|从不|从未|未)(?:再|怎么)?(?:做|搞|碰|涉及|从事|干|开发)过?的?$"
)
"""软件什么的不做 says the same as 不做软件."""
_HAS_NONE = re.compile(
    r"^(?:我们|公司|目前|现在|还|也|都)*(?:没有?|无)(?:任何|什么|啥)?(?P<what>[一-鿿]{4,10})$"
)
_WITHOUT = re.compile(
    r"^(?:我们|公司|自己|本身|厂里|目前|现在|还|也|都|是|其实)*(?:没有?|无)(?:任何|什么|啥|搞|做|过)*(?P<a>研发|引才|融资|股改|挂牌)(?:活动|投入|费用|支出)?$"
    r"|^(?P<b>研发|引才|融资|股改|挂牌)(?:活动|投入|费用|支出|方面|上)?(?:一分钱|一毛钱|半点|也|都|完全|根本|一直|一点|从来|目前)*(?:没有?|无)(?:过|做|搞|投|花|弄)?过?钱?的?$"
)
"""自己没有研发, 引才没有: the word alone stands for all of it."""
_ANOTHER_ONE = re.compile(r"再|又|还想|另|第[二三四]|新|多")
_NEVER_USED = re.compile(
    r"^(?P<what>[一-鿿]{3,10}?)(?:我们|也|都|还|根本|从来|一直)*(?:没有?|从未|从没)(?:(?:听说|用|接触|登录|登|进)过|(?:去|来得及|顾上)?(?:弄|办|搞|碰|申请|注册|填|用|管)过?(?:呢|了)?$)"
)
"""创新券系统没听说过: nothing was done in it."""
_WANTS_NONE = re.compile(
    r"^(?:我们?|我司|咱们?|公司|单位|自己|本身|这边|也|都|从来|根本|完全)*(?:不|没有?|从不|从未|未)(?:再|怎么)?(?:做|搞|碰|涉及|从事|干|开发|生产|卖|销售)过?(?:任何)?(?P<what>[一-鿿]{2,6}?)(?:业务|产品|活动|开发|工作|这一?块)?的?$"
)
"""不搞研发, 没做过软件: the whole line is denied, and with it all that needs it."""
_FOR_THEM = re.compile(r"(?:给|为|对|向|替|帮|让|奖励|激励|留住|感谢)[^，。]{0,4}$")
"""想给科研人员多发点绩效: who is to have something is not who asks."""
_EVERYTHING = re.compile(r"产品|技术|服务|科技|制造|加工|生产|业务|活动|项目|信息|工业|管理")
_BOUGHT_IN = re.compile(
    r"(?:都|全部?|只|一律|均)[^，]{0,4}(?:[^，]{0,10}(?:转卖|转售|倒卖|外购|进货|代销|经销))|(?:软件|产品)[^，]{0,6}(?:买来|买进|进货|外购|采购)[^，]{0,4}(?:转卖|转手|转售|再卖|卖)|(?:采购|买|进|代理|用)的?(?:别家|别人|人家|外面|第三方|外地)[^，]{0,4}的"
)
_OWN_MAKE = re.compile(r"自行|自主|自产|自研")
"""What is bought in to be sold again is not one's own."""
_NUMBERS = re.compile(r"\d[\d.]*|[一二两三四五六七八九十百]+(?=[年次项家件个人届等级])")
"""A number in a condition has to be said as it is: what reaches it is for thresholds.py."""
_NOTHING = re.compile(r"^[的了在中和与及并等]*$")
_TAIL = 5
"""Characters: what a condition ends in, long enough to be the same thing."""
_LEAST = 3
"""Characters of a condition behind its region."""
_DENIED_ENOUGH = 0.25
"""Share of the pairs where the first and the last word of a condition are denied by name."""
MOST = 0.6
"""Share of a condition's character pairs that has to be said."""
_WHOLE = 5
"""Characters: a shorter alternative (国家级或…) is no condition of its own."""


@dataclass(frozen=True, slots=True)
class Borne:
    """Whether a condition is borne out, and the words that say so."""

    truth: Truth
    said: str | None = None


def borne_out(condition: str, profile: Profile, whole: str = "") -> Borne:
    """Every part of the condition has to be said; parts joined by 或 are alternatives.

    `whole`: the condition as printed with whom it is about, where only a rest of it is looked for.
    """
    alternatives = [a for a in _OR.split(condition) if a]
    full = [a for a in alternatives if len(a) >= _WHOLE or len(alternatives) == 1]
    results = [_all_parts(a, profile, f"{condition} {whole}") for a in full]
    for result in results:
        if result.truth is Truth.TRUE:
            return result
    if any(result.truth is Truth.UNKNOWN for result in results) or len(full) < len(alternatives):
        return Borne(Truth.UNKNOWN)
    return results[0] if results else Borne(Truth.UNKNOWN)


def parts_of(condition: str) -> list[str]:
    """The parts of a condition that are looked for one by one."""
    found = []
    for piece in _SPLIT.split(condition):
        negative = _NEGATIVE.match(piece or "")
        words = _LIGHT.sub("", piece or "")
        if negative and not _NEGATIVE.match(words):
            words = negative[0] + words
        if len(words) >= 2 and not _NOTHING.match(words):
            found.append(words)
    return found


def _all_parts(condition: str, profile: Profile, known: str) -> Borne:
    parts = parts_of(condition)
    if not parts:
        return Borne(Truth.UNKNOWN)
    results = [_part(part, profile, known) for part in parts]
    truth = all_of(result.truth for result in results)
    said = dict.fromkeys(r.said for r in results if r.said and r.truth is truth)
    return Borne(truth, "，".join(said) or None)


def _part(part: str, profile: Profile, known: str) -> Borne:
    """FALSE where it is denied or planned, TRUE only where it is plainly said."""
    negative = _NEGATIVE.match(part)
    words = _NEGATIVE.sub("", part)
    identity = next((s.text for s in profile.statements if s.mood is Mood.AFFIRMED), "")
    best: Borne | None = None
    for statement in profile.statements:
        if statement.mood is Mood.DOUBTED and not negative and _bought_in(words, statement):
            best = best or Borne(Truth.FALSE, statement.text)
        if statement.mood in (Mood.ASKED, Mood.DOUBTED):
            continue
        if not negative and (
            _rules_out(words, statement)
            or _denied_without_place(words, statement, identity)
            or is_from_within(words, statement, profile)
        ):
            best = best or Borne(Truth.FALSE, statement.text)
            continue
        if not _says(words, statement.text, identity):
            continue
        denied = statement.mood is not Mood.AFFIRMED
        if denied and _FOR_THEM.search(statement.text.partition(words)[0]):
            continue
        holds = denied if negative else not denied
        if holds and statement.mood is Mood.PLANNED:
            continue
        if holds and not _plainly(f"{known} {words}", statement, profile):
            continue
        if best is None or not holds:
            best = Borne(Truth.TRUE if holds else Truth.FALSE, statement.text)
    return best or Borne(Truth.UNKNOWN)


def _rules_out(words: str, statement: Statement) -> bool:
    """创新券没注册过 says no to 创新券管理系统信息注册, 不搞研发 to every outlay on it."""
    if statement.mood is Mood.AFFIRMED:
        return _bought_in(words, statement)
    if statement.mood is Mood.PLANNED:
        return _still_planned(words, statement.text)
    if statement.mood is not Mood.DENIED:
        return False
    without = _WITHOUT.match(statement.text)
    if without and next(v for v in without.groupdict().values() if v) in words:
        return True
    none = _WANTS_NONE.match(statement.text) or _NONE_OF_IT.match(statement.text)
    if none and not _EVERYTHING.fullmatch(none["what"]):
        return words.startswith(none["what"]) or words.endswith(none["what"])
    lacks, unused = _HAS_NONE.match(statement.text), _NEVER_USED.match(statement.text)
    if (lacks and words.endswith(lacks["what"])) or (unused and words[:3] == unused["what"][:3]):
        return True
    if len(words) > _TAIL and words[-_TAIL:] in statement.text:
        # 没有双创示范基地的牌子; who has no national one may still have a provincial one.
        return set(_STRICT.findall(statement.text)) <= set(_STRICT.findall(words))
    short = len(words) < 6 or words[:3] not in statement.text or words[-2:] not in statement.text
    pairs = set(bigrams(words))
    return not short and sum(p in statement.text for p in pairs) / len(pairs) >= _DENIED_ENOUGH


def _denied_without_place(words: str, statement: Statement, identity: str) -> bool:
    """股交中心没去挂牌 is no listing on 山西股权交易中心 either."""
    ahead = find_regions(words)
    if statement.mood is not Mood.DENIED or not ahead or ahead[0].start != 0:
        return False
    rest = words[ahead[0].end :]
    named = find_regions(statement.text)
    return len(rest) > _LEAST and not named and _says(rest, statement.text, identity)


def _still_planned(words: str, said: str) -> bool:
    """想申报省级双创示范基地: it has not been named one yet."""
    tail = words[-_TAIL:] in said and len(words) > _TAIL
    strict = set(_STRICT.findall(said)) <= set(_STRICT.findall(words))
    return tail and strict and _ANOTHER_ONE.search(said) is None


def _bought_in(words: str, statement: Statement) -> bool:
    made = _OWN_MAKE.match(words) is not None and "生产" in words
    return made and _BOUGHT_IN.search(statement.text) is not None


def _says(words: str, statement: str, identity: str) -> bool:
    said = enriched(statement)
    if words[-2:] not in said:
        return False
    if len(words) > 3 and words[:2] not in said and not is_line(words[:2]):
        return False
    if any(mark not in said for mark in _STRICT.findall(words)):
        return False
    if any(number not in said for number in _NUMBERS.findall(words)):
        return False
    whole = f"{said} {enriched(identity)}"
    pairs = set(bigrams(words))
    found = sum(pair in whole for pair in pairs) / len(pairs)
    letters = sum(letter in said for letter in set(words)) / len(set(words))
    return found >= MOST or (found >= 0.5 and letters >= 0.75)


def _plainly(wanted: str, statement: Statement, profile: Profile) -> bool:
    """Whether a piece says the condition's words and, beside harmless ones, nothing else."""
    text = statement.text
    if "正在" in text and _TO_AN_END.search(wanted):
        return False
    spans = _common(text, wanted)
    for pattern, official in SAME:
        if any(pair in wanted for pair in bigrams(official)):
            spans += [m.span() for m in pattern.finditer(text)]
    for figure in find_figures(text):
        if figure.kind is not FigureKind.DATE and figure.value:
            spans.append((figure.start, figure.end))
    if statement.mood is Mood.DENIED:
        spans += [m.span() for m in _NO.finditer(text)]
    spans += [m.span() for m in _KIND_OF_PRODUCT.finditer(text)]
    spans += [m.span() for pattern in BESIDE for m in pattern.finditer(text)]
    spans += [m.span() for m in _WITH_RESEARCHERS.finditer(text)]
    lasting = _FOR_GOOD.search(text) is not None and not _THIS_YEAR.search(wanted)
    back = _LONG_AGO if lasting else 1
    return not leftover(text, spans, profile.year, find_statuses(wanted), profile.region, back)


def _common(text: str, known: str) -> list[Span]:
    """Runs of two characters and more that a text shares with the condition."""
    spans: list[Span] = []
    at = 0
    while at < len(text) - 1:
        end = at + 2
        if text[at:end] not in known:
            at += 1
            continue
        while end < len(text) and text[at : end + 1] in known:
            end += 1
        spans.append((at, end))
        at = end
    return spans
