"""Does a sentence state the kind of thing that was asked for?"""

from __future__ import annotations

import re

from assistant.library import ClauseKey, Library
from assistant.understanding.figures import Figure, FigureKind, find_figures
from assistant.understanding.kinds import Asked
from corpus.regions import find_regions

# Without one of these in the clause, the asked thing is not stated; other kinds are never strict.
STRICT = (
    Asked.PERSON,
    Asked.OFFICE,
    Asked.CONTACT,
    Asked.MATERIALS,
    Asked.DEADLINE,
    Asked.VALIDITY,
    Asked.DURATION,
    Asked.AMOUNT,
    Asked.RATE,
    Asked.COUNT,
    Asked.QUANTITY,
    Asked.RANK,
    Asked.DATE,
    Asked.BODY,
    Asked.NAMES,
)
# Nothing else answers these: a clause without them does not answer in part.
ABSOLUTE = frozenset(
    {
        Asked.PERSON,
        Asked.OFFICE,
        Asked.CONTACT,
        Asked.MATERIALS,
        Asked.DEADLINE,
        Asked.NAMES,
        Asked.VALIDITY,
        Asked.DURATION,
    }
)
_CONTACT = re.compile(
    r"(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\d)|1[3-9]\d{9}|https?://|www\.|[\w.]+@[\w.]+|(?:电话|邮箱|网址|地址)[:：]"
)
_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}[日号]|底|末|上旬|中旬|下旬)|\d{1,2}日前|工作日内")
_TIME = re.compile(
    r"(?:19|20)\d{2}(?=年|[-—~–至到]|[.、，。；;)）,]|$)|[今去上]年|年[初中底末]|“?十[三四五六]五”?|每年|每月|每季|年度|季度|\d+年|[一二三四五六七八九十]年|按年|期限|\d+个月"
)
# 是哪年批下来的, 什么时候获批的: the day of something done, which a goal does not tell.
_WHEN_DONE = re.compile(
    r"(?:哪(?:一)?(?:年|月|天)|几几年|几月|几号|什么时(?:候|间)|何时|多会儿)"
    r"(?![^，。,?？]{0,4}(?:能|可以|才能|要|会|打算|计划|争取|力争))[^，。,?？]{0,10}?"
    r"(?:批(?:下来|准|复|了|的)|获批|通过|拿(?:到|下)|评上|入选|认定|升(?:级|格)?|建成|建好|落成|投用|启用|揭牌|挂牌|"
    r"开业|运行|成立|组建|设立|签|启动|开工|完成|实现)[^，。,?？]{0,6}?(?:的|了)(?=$|[，。,?？吧呢啊])|"
    r"(?:批下来|获批|批复|批准|揭牌|落成)(?:的)?(?:时间|日期|年份|日子)"
)
_DATED = re.compile(
    r"(?<!到)(?<!至)(?:(?:19|20)\d{2}年|[今去上当]年|年初|“?十[一二三四五六]五”?(?:以来|期间|时期|末))"
)
_AIMS = re.compile(
    r"到[“\"]?(?:20\d{2}|十[二三四五六七]五)|力争|争取|全力|争创|拟|计划|目标|(?<!已)将|规划|积极推进|支持.{2,20}升级"
)
_SHARE_OF = re.compile(
    r"占(?:了|到)?(?:整个)?(全国|全球|世界|全省|全市)"
    r"(?=[^，。,?？]{0,8}(?:多少|多大|几|百分|比例|比重|份额|\d)|[^，。,?？]{0,4}$)"
)
_LEVEL = re.compile(
    r"半价|免费|免收|全额|减半|[一二三四五六七八九\d]折|免征|(?:平均|先进|领先|中上)水平|翻[一两]番|倍增(?![”\"]?计划)|一倍|\d+倍|\d+/\d+|[一二三四五六七八九]分之"
)
_MULTIPLE = re.compile(r"翻[一两]番|倍增(?![”\"]?计划)|一倍|\d+倍|\d+/\d+|[一二三四五六七八九]分之")
_LENGTH = re.compile(
    r"(?<!\d)\d{1,2}(?:年(?!\d)|个月|个?工作日|天)|[一二三四五六七八九十]+(?:年(?![来初底末度])|个月|天)|每年|年度|每月|按年|长期"
)
_IN_FORCE = re.compile(r"有效期|(?:之日|起)(?:起)?(?:施行|执行|实施)|废止|失效")
_MATERIALS = re.compile(
    r"(?:提交|报送|提供|包括|携带|填写)[^。；]{0,20}(?:材料|证明|表|书|复印件)|材料(?:[:：]|包括)"
)
_GIVING = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"奖|补(?=[几多])|给补|补给|配套|一次性(?:补|给)|[给发拿领](?=[几多])|补助|补贴|资助|给予|发放|津贴|安家费|支持|券|拨付|补偿|subsid|grant|award|bonus",
        r"贷|授信|loan|credit",
        r"减|免|退税|即退|返还|exempt|refund",
    )
)
"""Ways in which somebody is given money: outright, lent, left untaxed."""
_BY_PERIOD = (
    (
        re.compile(r"每个?月|一个月|按月|月薪"),
        re.compile(r"每个?月|/月|按月|月(?:薪|均|补贴|工资)|月\d"),
    ),
    (re.compile(r"每天|一天|按天|日薪"), re.compile(r"每[天日]|/[天日]|按[天日]")),
    (
        re.compile(r"每(?:个)?人|每[位名]|人均|一个人|一人(?!公司)|人头"),
        re.compile(r"每(?:个)?人|每[位名]|人均|/人|按人"),
    ),
    (
        re.compile(r"单个|单项|每个项目|每个?企业|每[家户]"),
        re.compile(r"单个|单项|每[个家户项]|最高|不超过"),
    ),
    (re.compile(r"上限|封顶|最高"), re.compile(r"最高|不超过|上限|以内|至多|不高于|封顶")),
)
_RANK = re.compile(
    r"第\d+[名位]|第[一二三四五六七八九十]+(?:名|位)|位列|位居|排名|全[国省市]第|no[.．]?\d",
    re.IGNORECASE,
)
_KINDS_OF = re.compile(r"(?:分为|分成|包括|划分为)[^。；]*、")
# 通过顾问指导、兼职服务等方式: ways that are listed can be counted.
_WAYS = re.compile(r"、[^。;；]*(?:方式|形式|途径|渠道|模式|手段|路径)")
_NO_COUNT = ("一批", "一个", "一项", "一种", "一次", "一条", "一家", "一名", "一人")
_OF_THINGS = frozenset("家个名人项所座件户种类条批")
_VAGUE_COUNT = re.compile(
    r"[一二三四五六七八九十百]大(?=[^力批家型学规])|[数几上百千万]+(?:余|多)?[家名个人项件户位]|[百千]家|全覆盖"
)
_ORGAN = re.compile(
    r"(?:由|委托|聘请|邀请|成立|组建|发挥|会同).{0,25}?(?:领导小组|委员会|专班|中心|部门|厅|局|委|办|政府|(?<![干全内外])部)|"
    r"经[^，。；]{2,14}?(?:批准|认定|同意|审定|审批)|依托.{0,25}?(?:公司|企业|中心)|牵头|负责(?!人)|主管部门|责任单位|领导小组|各级各?(?:相关)?部门|[^，。；]{2,16}应当"
)
_HEADED = re.compile(
    r"由[^，。；]{2,40}?(?:担任|兼任|出任|任|为)[^，。；]{0,2}(?:组长|主任|召集人|主席|总指挥|指挥长)|"
    r"(?:组长|召集人|主任委员|主席|总指挥)(?:由|为|是|[:：])[^，。；]{2,30}"
)
_TITLE = re.compile(r"《[^》]*》")
_ITEM = re.compile(r"(?<=[㐀-鿿A-Za-z”）)]{2})[、；]|(?:《[^》]+》)")
_BETWEEN_NAMES = re.compile(r"[、，。；：（）()]|以及|和|与|及")
_NAMED = re.compile(
    r"[㐀-鿿]{2,14}?(?:大学|学院|专科学校|学校|医院|公司|集团|研究院|研究所|实验室|开发区|示范区)"
)
_LAST_ITEM = re.compile(r"、[^。；]*?(?:以及|和|与|及)")


def gives_alike(asked: str, text: str) -> bool:
    """Whether a text gives money in one of the ways that are asked for, if one is (奖励多少万).

    工业总产值502亿元 is nothing that an enterprise is given, and a total is no sum per month.
    """
    for asks, tells in _BY_PERIOD:
        if asks.search(asked) and not tells.search(text):
            return False
    ways = [words for words in _GIVING if words.search(asked)]
    return not ways or any(words.search(text) for words in ways)


def of_that_whole(asked: str, text: str) -> bool:
    """Whether a text speaks of the whole that a share is asked of, if it is (占全国的几成)."""
    whole = _SHARE_OF.search(asked)
    return whole is None or whole[1] in text


def tells_when_done(asked: str, text: str) -> bool:
    """Whether a text tells when something was done, if that is asked (是哪年批下来的).

    What is aimed at by the end of a plan has not been reached by that.
    """
    if not _WHEN_DONE.search(asked):
        return True
    return bool(_DATED.search(text)) and not _AIMS.search(text)


def states(
    asked: Asked,
    text: str,
    library: Library,
    key: ClauseKey,
    least_items: int = 0,
    units: frozenset[str] = frozenset(),
) -> bool:
    """Whether the text (of the clause `key`) states what `asked` wants to know.

    least_items: how many names are asked for (那10个实验室分别叫什么), 0 if not said.
    units: what a count is asked in; a count in other units is another count.
    """
    text = "".join(text.split())  # 2017 年 4 月 15 日
    figures = find_figures(text)
    if asked is Asked.AMOUNT:
        return _has(figures, FigureKind.MONEY)
    if asked is Asked.RATE:
        return _has(figures, FigureKind.PERCENT) or bool(_LEVEL.search(text))
    if asked is Asked.COUNT:
        of_people = "人" in units and "家" not in units
        of_deals = units and not units & _OF_THINGS  # 几笔, 几期
        if _KINDS_OF.search(text) and not (of_people or of_deals):
            return True
        if "种" in units and "家" not in units and _WAYS.search(text):
            return True
        counts = [f for f in figures if f.kind is FigureKind.COUNT and f.text not in _NO_COUNT]
        if units and counts:
            return any(f.unit in units for f in counts)
        counted = bool(counts)
        if units and not units & _OF_THINGS:
            return False  # 十大实验室 does not say how often
        return counted or bool(_VAGUE_COUNT.search(text) or _MULTIPLE.search(text))
    if asked is Asked.QUANTITY:
        # 一套体系 is no quantity, nor are 两级.
        return bool(_LEVEL.search(text)) or any(
            f.kind is not FigureKind.DATE and not f.text.startswith("一") and f.unit != "级"
            for f in figures
        )
    if asked is Asked.DATE:
        return bool(_TIME.search(text))
    if asked is Asked.PERSON:
        return (
            False  # offices change hands; no clause of a policy is the place to say who holds one
        )
    if asked is Asked.OFFICE:
        return bool(_HEADED.search(text))
    if asked is Asked.DURATION:
        return bool(_LENGTH.search(text))
    if asked is Asked.VALIDITY:
        return bool(_IN_FORCE.search(text))
    if asked is Asked.RANK:
        return bool(_RANK.search(text))
    if asked is Asked.DEADLINE:
        return bool(_DAY.search(text))
    if asked is Asked.CONTACT:
        return bool(_CONTACT.search(text))
    if asked is Asked.MATERIALS:
        return bool(_MATERIALS.search(text))
    if asked is Asked.BODY:
        # A document's title names bodies that have no part in the matter.
        return bool(library.responsibilities(key)) or bool(_ORGAN.search(_TITLE.sub("", text)))
    if asked is Asked.NAMES:
        # 甲、乙、丙和丁 are four.
        last = bool(least_items and _LAST_ITEM.search(text))
        listed = len(_ITEM.findall(text)) + last
        return max(listed, named_bodies(text) - 1) >= max(2, least_items - 1)
    if asked is Asked.PLACE:
        return bool(find_regions(text)) or "示范区" in text
    return True


def named_bodies(text: str) -> int:
    """How many schools, hospitals, firms … a text names, in however many lists."""
    return len({match[0] for part in _BETWEEN_NAMES.split(text) if (match := _NAMED.match(part))})


def _has(figures: tuple[Figure, ...], kind: FigureKind) -> bool:
    return any(f.kind is kind for f in figures)


def strict_kinds(kinds: frozenset[Asked]) -> tuple[Asked, ...]:
    """The asked kinds that a clause must state, in order of strictness."""
    wanted = [k for k in STRICT if k in kinds]
    if Asked.DEADLINE in wanted and Asked.DATE in wanted:
        wanted.remove(Asked.DATE)
    if Asked.QUANTITY in wanted and len(wanted) > 1:
        wanted.remove(Asked.QUANTITY)
    return tuple(wanted)
