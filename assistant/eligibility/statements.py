"""What an asker says of itself, piece by piece: affirmed, denied, planned, asked, or in doubt.

A mood says how a piece is meant. Only AFFIRMED can ever bear anything out, and even that only where
nothing in the piece is left unexplained (plain.py).

Longer than most: what cuts a text into pieces and what reaches from one to the next read the same
words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from assistant.eligibility.words import find_kinds, find_sizes, find_statuses
from assistant.understanding.figures import find_figures
from assistant.understanding.normalise import normalise_question
from corpus.regions import find_regions


class Mood(StrEnum):
    """How a piece is meant."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    PLANNED = "planned"
    """Begun, applied for or meant, and not done: for a condition that is not fulfilled yet."""
    ASKED = "asked"
    """A question or a supposition: says nothing of the asker."""
    DOUBTED = "doubted"
    """Said of somebody else, or taken back or blurred by what stands beside it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of what was said, normalised."""

    text: str
    mood: Mood


_SHORT_STATUS = re.compile(r"(?<=[是非])高新(?=$|[，。；、,;和的\s])")
"""也不是高新; 高新区 is a place."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_NUMBER = re.compile(r"[\d,.]{24,}|[零〇一二两三四五六七八九十百千]{24,}")
"""Longer than any figure; as one figure it would only take long to read."""
_SENTENCE = re.compile(r"[^。！？；\n!?;]+[。！？；\n!?;]*")
_PUNCTUATION = re.compile(
    r"[，,…~～]+|(?<!\d)\.(?!\d)|(?:、|——)?(?:但是|不过|可是|可惜|然而|只是|而且|并且|同时|另外|目前|现在|如今)|但(?=[^，。]{2})"
)
_TURN = re.compile(
    r"、?(?=(?:还没|尚未|暂未|从未|并未|也没|都没|没有|还不是|都还|未(?!来|知|经)|准备|打算|正在|正要|计划(?!单列)|想要?(?!法)|也想|就想|还在))"
)
"""Where a piece without comma goes over to what is not done: 我们是高企还没上规."""
_NO_ASSET = re.compile(
    r"(?<=[一-鿿\d])(?<![一-鿿]分)(?<![半成])(?<!有的)(?<!有些)(?=(?:都|全|也|还|并)?(?:没有?|未)形成(?:任何)?无形资产$)"
)
"""都进了当期损益没形成无形资产: only what stands behind is denied."""
_QUESTION_TAIL = re.compile(
    r"(?<=[企业司厂人店所校院])(?=(?:能|可以|可|应该?|该|有|想|都)[^，。]{0,8}(?:什么|哪些|啥|多少|吗|怎么|咋))"
)
_SELF = re.compile(
    r"我们|我司|我公司|本公司|本企业|本单位|本厂|咱们?|我厂|我校|本校|我院|我店|我单位|^我(?!国|省|市|县|区)"
)
_SPEAKS_OF_ITSELF = re.compile(rf"{_SELF.pattern}|作为|是?一[家个]")
_OTHER = re.compile(
    r"客户|供应商|(?<!大学)(?<!学院)(?<!研究院)(?<!研究所)(?<!院校)(?<!高校)(?<!理工)(?<!工大)(?<!科大)(?<!师大)(?<!农大)合作(?!社|搞|做|开展|开发|研发|研制|实施|建|办|完成|承担|转化)|对手|竞争|同行|股东|关联|[上下]游|隔壁|邻居|朋友|亲戚|亲友|爱人|老公|老婆|妻子|丈夫|父亲|父母|儿子|女儿|兄弟|同学|同事|别人|别家|人家|旁人|他们|她们|他家|她家|[他她](?!们)|(?<![过在从由给靠用把将])它(?!们)|对方|[甲乙丙]方|某公司|另一?[家个间]|其他(?:公司|企业|单位)|友商|伙伴|代理商|经销商|承租|租户|会员|成员单位|参股|(?<!国有)(?<!民营)控股|母公司|子公司|分公司|总公司|总部(?!企业|设?在|位于)|投资的|入驻的?(?:企业|公司|团队)|园区[里内]|在孵|兄弟单位|老东家|前公司|收购|并购|合资(?!企业|公司)|法人代表?的|老板的|家里的|孵化的"
)
_WITH_FRIENDS = re.compile(
    r"我们?(?:和|跟|与|同)(?:[一两二三四五六七八九十几]|\d{1,2})?[个名位]?(?:好|老|大学)?(?:朋友|同学|同事|兄弟|爱人|老公|老婆|妻子|丈夫|伙伴)们?(?=(?:一起|一块儿?|合伙|共同)|在|[组搭凑拉建办开创成合])"
)
"""我和4个朋友组了个团队 is told of oneself."""
_OTHER_IS_SUBJECT = re.compile(
    r"^(?:我们?|咱们?|我们?公司|本公司|我司)?的?(?:主要|大部分|很?多|有些|几[家个])?(?:的)?"
    rf"(?:{_OTHER.pattern})"
)
_DENIES = re.compile(
    r"没(?!问题|形成无形资产(?:的|部分|[^，]{0,2}(?:计|进)))|(?<!从)未(?!来|知|经|必|形成无形资产(?:的|部分|[^，]{0,2}(?:计|进)))|不是(?!问题)|不属于|不算|不再|并非|绝非|不具备|不符合|不在|不够|不做|不搞|不涉及|不想|不打算|无(?!人机|线|锡|论|纺|菌|缝|机|人|损|偿|源|铅|害|形|为)|(?<!民办)非(?!遗|常|物质|金属|公有|公经济|标|公企|洲)|(?:被|给)?(?:取消|撤销|驳回|否决|剔除|除名|摘牌|退回|打回)了?|失败|落选|泡汤|作废|退市|过期|失效|到期了|掉了|更别(?:提|说)|更不用(?:提|说)|谈不上|啥[^，]{0,10}都不|什么[^，]{0,10}都不|尚缺|待[定审批]|还?差(?!异)|缺|[:：]\s*(?:否|不|×|✗|❌|no\b|false|0$)|[×✗❌]"
)
_PLANS = re.compile(
    r"准备|打算|计划(?!单列|项目)|(?<!理)想(?!法|象)|拟(?![合人])|正在?(?=申|办|走|做(?!着?[一两几\d][个项]?[^，。申报认评]{2,16}项目$)|筹|谈|进|考|认|评|弄|搞|注|审|改|排|等|研究|挂|融|报|从|迁|建|引|招|购)|申请中|申报中|(?<!项目)在(?:申请|申报|办理?|走流程|审核|筹备|筹建|谈|辅导|评审|认定中|等|公示|做$|走$|办$|制定|建$|弄|搞$)|公示中|审核中|办理中|进行中|推进中|筹备|筹建|筹划|即将|快要|快(?=升|拿|成|批|过|上规|到)|将要|将于|马上|考虑|等着|还在(?![^，。]{2,14}(?:挂牌|上市|设有|设了|建了|办了|开了|获得|拿了))|希望|争取|力争|目标|预计|预期|有望|指日可待|下(?:个月|一?年|周|季度)|明年|后年|今后|以后|将来|意向|梦想|冲刺|冲$|今年冲|pending|in progress|申报(?!成功|通过|了?成|后获)|报了|申请(?:了|的?已?受理|书|材料)|受理|报名|提交|交上去|辅导|培育期"
)
_ASKS = re.compile(
    r"(?<!没)(?<!没有)(?<!任何)什么(?!的|[^，]{0,10}都(?:不|没))|(?<![没注办])啥(?![^，]{0,10}都(?:不|没))|(?<![没未]在)(?<![没未]去)哪[些个种里家]?|多少|多久|多长|几(?:个点|成|万)|(?<![有好这那了十])几[项种]|吗|^(?!.*(?:还[没未在]|没|未|正在?|着呢)).*呢$|怎么|咋|如何|能不能|可不可以|是否|是不是|有没有|算不算|符不符合|够不够|行不行|能否|可否|(?:能|可以|可)(?:享受|拿到?|领|申请|申报|报|得到|获得|有)|帮(?:我|忙)|请问|想(?:问|知道|了解|咨询|看看)|咨询(?!服务|公司|业|机构|企业|的(?:[小老]|民营)?(?:公司|企业|店))|查(?:一下|查)|看看|适合|匹配|谁说|难道|^问"
)
_SUPPOSES = re.compile(
    r"如果|要是|假如|假设|假定|倘若|若(?!干)|万一|一旦|除非|只要|比如|例如|譬如|比方|举例|(?<!在)(?:等|待)(?:到|我|公司|拿|成|认|获|通|批)|的话|本来可以|要不是|假使|即使|就算"
)
_TOPIC = re.compile(
    r"(?!我们|咱|我司|本公司)(?:(?![是做搞开卖]|从事|主营)[^，。]){2,16}(?:我们|咱们?|我司|本)(?:公司|企业|厂|单位|店|学校|院|这边|这里)?"
)
"""创新券系统我们公司(还没注册): the object stands in front."""
_BRANCH = re.compile(
    r"^(?:我们|我司|本公司|公司)?(?:是|属于|系)?(?:(?!我们|投资|收购|合作|客户|[有在给跟]).){0,24}(?:子公司|分公司)$"
)
"""某央企的二级子公司 speaks of itself."""
_INTRODUCES = re.compile(r"^(?:请问|想问|咨询|我?想(?:问|了解|咨询)|问一?下|问问|了解|打听)")
_MEANS_TO = re.compile(r"计划(?!单列)|打算|准备|争取|力争|目标|预计|预期|明年|后年|下个?月|拟|即将")
_DONE = re.compile(r"已|了(?!解)|过(?!渡|程)|去年|前年|上年|目前|现在|是|有(?!望)|为|属于")
_UNDOES = re.compile(
    r"公示|证书|证件|名单|结果|审|批|复核|到期|撤|取消|退|手续|落选|黄了|泡汤|失败|作废|没份|不算|资格|流程|材料|失信|处罚|受理|等着?|名额|还没|尚未"
)
_RAN_OUT = re.compile(r"到期|过期|届满")
_RENEWED = re.compile(r"认定|复审|复核|续|延|换证|申请|申报|申领")
"""高企证书前年到期，没再认定: it is none."""
_TAKES_AWAY = re.compile(
    r"离职|降级|裁员|裁掉|减员|流失|退出|注销|吊销|转让(?:掉|出)|黄了|夭折|烂尾|搁置|中止|暂停|停掉|停了|卖掉|解约|解除|终止|关停|停产|停业|倒闭|破产|搬走|搬迁|迁走|退回|追回|收回|关门|走了|不在了|呵呵|做梦|才怪|开玩笑|假的|吹牛|骗你|瞎说|说笑"
)
_BARE_FIRM = re.compile(r"(?:我们?的?)?(?:公司|企业|厂子?|店)(?:都|也)?")
_NOT_FOUNDED = re.compile(
    r"(?:还|都|也|尚)*(?:没有?|未)(?:去|来得及|正式)?(?:注册|成立|办|开|影|谱|着落|登记)"
)
"""公司还没注册 says that there is none."""
_MEANS = re.compile(r"(?:我们)?(?:也|还|就)?(?:想|打算|准备|计划|考虑)")
_OWN_TOPIC = re.compile(
    r"(?:[^，。]{2,}?|(?=创新券|股改|专利|贷款|融资))(?P<head>基地|项目|中心|平台|创新券|股改|改造|改革|贷款|融资|专利|标准|小巨人)"
)
"""省级双创示范基地评审没通过 takes back nothing that was said of something else."""
_OFFER = re.compile(
    r"(?:奖励|奖(?!项)|补贴|补助|资助|给予|发放)[^，。]{0,6}(?:多少|\d|几万|什么|标准)|多少(?:奖|补|钱)"
)
"""「首次认定的高新技术企业，奖励20万元」 quotes the policy."""
_BOUND = re.compile(r"以[上下内]|达到|超过|不低于|不少于|首次|每")
"""净收入180万 is told of oneself; 营收1亿元以上 may be quoted."""
_UNDER_WAY = re.compile(r"(?:目前|现在|已经)*正?在?(?:做|推进|实施|搞|弄|进行)着?(?:呢|中)?")
"""有个项目，正做着呢: it is there."""
_NO_FIRM = re.compile(
    r"(?:我们|还|也|都)*(?:没有?|未)(?:办|注册|成立)?(?:公司|企业|厂|店)(?=$|[呢了])|(?:公司|企业)(?:都|也)?(?:还|尚)*(?:没|未)(?:去|来得及)?(?:注册|成立|办|影|谱|着落)"
)
_BARE_NO = re.compile(
    r"(?:我们|公司|其实|但|这个)*(?:都|也|还)?(?:否|无|不是|没有?|还没|未|不)(?:的|了|啊|呢)*"
)
_EMPTY = re.compile(
    r"认定|评定|评上|批准|审批|通过|办理|办下来|拿到|申报|申请|入库|成功|完成|[的了过呢啊吧吗是有办做下来批到弄好上就也都还在我们公司企业咱这个]"
)
_LEAST = 2
_PREDICATE = re.compile(
    r"[是有为属做搞开卖获得过了在]|系(?!统|列)|从事|生产|主营|拥有|位于|注册|成立|通过|完成|计入|费用化|资本化"
)
_WHETHER = re.compile(r"是否(?=[^，。？?]{1,16}[:：])")
_VALID_UNTIL = re.compile(
    r"(?:明年|后年|(?:还有|还剩)[^，。]{1,5})(?:才|后)?(?:到期|过期)|(?:还没|没有?|未)(?:到期|过期)|有效期内"
)


def read_statements(text: str) -> tuple[Statement, ...]:
    """The pieces of a text in order.

    A denial without anything of its own ("审核还没过") is of what stands before it; a supposition, a
    plan and another subject reach to the end of their sentence.
    """
    found: list[Statement] = []
    for sentence in _SENTENCE.findall(_WHETHER.sub("", _readable(text))):
        asked = sentence.rstrip()[-1:] in ("?", "？")
        pieces = _pieces(sentence.strip("。！？；\n!?; "))
        if found and found[-1].mood is Mood.AFFIRMED and pieces and _BARE_NO.fullmatch(pieces[0]):
            found[-1] = replace(found[-1], mood=Mood.DOUBTED)
        found += _undone(_in_context(_joined(pieces), asked))
    return tuple(found)


def _readable(text: str) -> str:
    """Without control characters and halves of characters, which no file can hold."""
    words = _NO_NUMBER.sub(" ", normalise_question(_UNPRINTABLE.sub(" ", text)))
    return _SHORT_STATUS.sub("高新技术企业", words)


def _pieces(sentence: str) -> list[str]:
    found: list[str] = []
    for piece in _PUNCTUATION.split(sentence):
        tail = _QUESTION_TAIL.search(piece or "")
        if piece and tail and _SPEAKS_OF_ITSELF.search(piece[: tail.start()]):
            found += [*_turned(piece[: tail.start()]), piece[tail.start() :]]
        else:
            found += _turned(piece or "")
    return [p for p in (piece.strip("、 ") for piece in found) if p]


def _turned(piece: str) -> list[str]:
    """A piece in two where it goes over to what is not done, unless that is of its own topic.

    国际标准还在制定 is one thing; 我们是科技型企业还没认定高企 are two.
    """
    asset = _NO_ASSET.search(piece)
    if asset:
        return [*_turned(piece[: asset.start()]), piece[asset.start() :]]
    parts = [part for part in _TURN.split(piece) if part]
    found: list[str] = []
    for part in parts:
        bare = found and _BARE_FIRM.fullmatch(found[-1]) and _NOT_FOUNDED.match(part)
        if found and (bare or not _stands_alone(found[-1])):
            found[-1] += part
        else:
            found.append(part)
    return found


def _stands_alone(piece: str) -> bool:
    if _TOPIC.fullmatch(piece):
        return False
    plain = not (find_statuses(piece) or find_figures(piece))
    if plain and len(_EMPTY.sub("", _SELF.sub("", piece))) < _LEAST:
        return True
    return _PREDICATE.search(piece) is not None or (
        bool(any(k != "thing" for k, _, _ in find_kinds(piece)) or find_sizes(piece)[0])
        and not find_statuses(piece)
    )


def _joined(pieces: Sequence[str]) -> list[Statement]:
    found: list[Statement] = []
    for words in pieces:
        mood = _mood(words)
        if _UNDER_WAY.fullmatch(words) and found and found[-1].text.endswith("项目"):
            found.append(Statement(words, found[-1].mood))
            continue
        own = _EMPTY.sub("", _DENIES.sub("", _PLANS.sub("", words)))
        alone = (
            mood in (Mood.DENIED, Mood.PLANNED)
            and not _NO_FIRM.fullmatch(words)
            and "上市" not in words
            and len(own) < _LEAST
            and not find_statuses(words)
        )
        if alone and found and found[-1].mood is not Mood.ASKED:
            found[-1] = Statement(f"{found[-1].text}{words}", mood)
        else:
            found.append(Statement(words, mood))
    return found


def _mood(words: str) -> Mood:
    if _SUPPOSES.search(words) or _ASKS.search(words):
        return Mood.ASKED
    if _VALID_UNTIL.search(words):
        return Mood.AFFIRMED
    if _OTHER.search(_WITH_FRIENDS.sub("我们", _without_seat(words))) and not _BRANCH.match(words):
        return Mood.DOUBTED
    # 正在申请，还没批: what is planned is not done either; both count as not fulfilled.
    if _DENIES.search(words):
        return Mood.DENIED
    return Mood.PLANNED if _PLANS.search(words) else Mood.AFFIRMED


def _without_seat(words: str) -> str:
    """总部太原 says where somebody sits, and nothing of another body."""
    place = words.removeprefix("总部")
    seats = find_regions(place) if place != words else ()
    return place if seats and seats[0].start == 0 and seats[-1].end == len(place) else words


def _in_context(pieces: Sequence[Statement], asked: bool) -> list[Statement]:
    """Moods that reach on: a supposition, a question's topic, a plan, a denial, another subject."""
    found: list[Statement] = []
    supposed = other = False
    for place, piece in enumerate(pieces):
        itself = _SELF.search(piece.text) is not None
        mood = piece.mood
        before = found[-1] if found else None
        supposed = supposed or _SUPPOSES.search(piece.text) is not None
        if itself:
            other = False
        if supposed or (asked and place == len(pieces) - 1):
            mood = Mood.ASKED
        elif other and mood is not Mood.ASKED:
            mood = Mood.DOUBTED
        elif mood is Mood.AFFIRMED and before and not itself and _reaches_on(before, piece):
            mood = Mood.ASKED if before.mood is Mood.ASKED else Mood.DOUBTED
        other = other or _OTHER_IS_SUBJECT.search(_without_seat(piece.text)) is not None
        found.append(replace(piece, mood=mood))
    return found


def _reaches_on(before: Statement, piece: Statement) -> bool:
    """Whether the plan, denial or question before a bare piece is meant of it as well."""
    bare = _PREDICATE.search(piece.text) is None and not find_figures(piece.text)
    match before.mood:
        case Mood.PLANNED | Mood.DOUBTED:
            return _MEANS_TO.search(before.text) is not None and not _DONE.search(piece.text)
        case Mood.DENIED:
            at = [m.end() for m in _DENIES.finditer(before.text)]
            object_behind = bool(at) and len(before.text) - at[0] > _LEAST
            return bare and object_behind and bool(find_statuses(before.text))
        case Mood.ASKED:
            return bare and _INTRODUCES.search(before.text) is not None
        case _:
            return False


def _undone(pieces: Sequence[Statement]) -> list[Statement]:
    """「首次认定高企，公示期还没过」: the second piece takes the first one back."""
    found = list(pieces)
    for place, (piece, after) in enumerate(pairwise(pieces)):
        takes_back = _TAKES_AWAY.search(after.text) or (
            after.mood in (Mood.DENIED, Mood.PLANNED) and _UNDOES.search(after.text)
        )
        topic = _OWN_TOPIC.match(after.text)
        elsewhere = _MEANS.match(after.text) and not find_statuses(piece.text)
        of_its_own = (
            elsewhere
            or _NO_FIRM.match(after.text)
            or (topic and topic["head"] not in piece.text)
            or (
                find_statuses(after.text)
                and not find_statuses(piece.text).keys() & (find_statuses(after.text).keys())
            )
        )
        told = find_figures(piece.text) and not _BOUND.search(piece.text)
        quoted = _OFFER.search(after.text) and not (
            told or _SELF.search(piece.text) or _PREDICATE.search(piece.text.rstrip("的"))
        )
        if (
            piece.mood is Mood.AFFIRMED
            and _RAN_OUT.search(piece.text)
            and after.mood is Mood.DENIED
            and _RENEWED.search(after.text)
        ):
            found[place] = replace(piece, mood=Mood.DENIED)
        elif piece.mood is Mood.AFFIRMED and ((takes_back and not of_its_own) or quoted):
            found[place] = replace(piece, mood=Mood.DOUBTED)
    return found
