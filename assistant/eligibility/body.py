"""What sort of body the asker is: among the bodies that it names, the one that is itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.eligibility.statements import Mood, Statement
from assistant.eligibility.words import AGENCY, ENTERPRISE, TRADER, find_heads
from corpus.regions import find_regions

_NOT_ONESELF = re.compile(
    r"(?:给|向|与|跟|和|(?<![我公]司)(?<!单位)(?<!企业)(?<!本厂)为|对|帮|替|借|用|卖给|供应|服务于?|服务|面向|客户|合作|联合|找|到|去|从|经(?![开济营贸销])|竞争|培育|孵化(?![园器基])|招|入驻(?!企业|团队|率)|租用?|搬[进到]|挂靠|培训|辅导|贷款给|监管|主管)[^，。是]{0,14}$"
    r"|在[^，。是开办做搞建设运营有]{0,14}$"
)
_OF_THE_NEXT = re.compile(
    r"^(?:的|里|内|中|下属的?|旗下的?|所属的?|办的?|创办的?|附近|旁边?|周边|对面|门口|隔壁|背景|合作|配套|服务(?:中心|局|办)|联合会|促进会|毕业|出来|辞职|退休|实习|兼职|[读上大]学)"
)
_MAKES = re.compile(
    r"(?:做|搞|卖|开发|研发|生产|制造|销售|经营|专营|承接|承包|供应|代理|主营|从事)(?:的是|着)?[^，。的]{0,4}$"
)
_THE_MAKER = re.compile(
    r"(?![^，。]{0,14}?(?:有|办了|开了|是|和|跟|与))[^，。的]{1,14}的[^，。的]{0,10}?(?:公司|企业|厂子?|店|商户|个体户)(?=$|[、，（(]|里)"
)
_BY_TRADE = re.compile(
    r"(?:专门|主要|专业)?(?:做|搞|卖|开发|研发|生产|制造|销售|经营|专营|主营|从事)[^，。是给向为对帮替]{1,14}的[^，。的和跟与给向为对帮替]{0,6}$"
)
"""做商标和专利代理的公司: the 和 is within what it does."""
_ITS_GOODS = re.compile(r"(?!里|的|方面)[^，。的]{2,12}的?$")
"""做医院管理软件的公司, 开发高校实验室管理系统: whom the goods are for is not who asks."""
_A_DEPARTMENT = re.compile(r"^的?[^，。的]{0,6}(?:部门?|处|科|办公室|科室|财务|后勤)$")
"""城商行的小微部 speaks for the bank."""
_TEAM_OF_FIRM = re.compile(
    r"^(?:里面?|内部?|下面|下属)?的?[^，。的]{0,8}(?:团队|小组|项目组|车间|研发部|技术部)(?:$|[，。])"
)
"""民企里的科技创新团队 asks as a part of the firm."""
_IN_A_PARK = re.compile(r"(?!.*(?:运营|管理|管委|开发|建设|招商))[^，。]{0,16}?")
"""西安高新区软件企业 is a firm there; 高新区开发建设公司 runs the park."""
_IS_LAST = re.compile(r"$|[的、，（(]|里|内|做|是|有")
"""高新区企业服务中心 is no firm."""
_TEAM_WITHIN = re.compile(
    r"^(?:(?:我们|咱们|我)?(?:就?是|来自|属于)?[^，。]{0,12}(?:高校|大学|学院|研究院|研究所|院所|医院)[^，。]{0,14}|(?:我们|咱们|我们是)[^，。]{0,12})(?:团队|课题组|研究组|项目组|实验室|创业小组)(?:是|$)"
)
_OF_PEOPLE = re.compile(
    r"^(?:刚刚?|才|本科|研究生|今年|去年)?毕业|^[^，。]{0,14}(?:团队|课题组|研究组|项目组|小组|学生|研究生|毕业生|博士生?|硕士生?|教师|老师|教授|讲师|医生|职工|员工|校友|工作人员)(?=$|[，、(（是])"
)
"""Behind a university or hospital: somebody in it asks, not the body."""
"""A team in a university is no enterprise, and does not hold the university's rights."""
_WORKS_THERE = re.compile(r"[^，。]{0,8}(?:工作|上班|任职|任教|教书|当老师)")
_PERSON = re.compile(
    r"^(?:我|本人|俺)?(?:也|就|一直|现在)?(?:想|打算|准备|考虑)(?:着|要)?(?:辞职|辞掉|离岗|下海|单干)|"
    r"本人|我个人|我一个人|自己一个人|(?:我|本人)(?:是|就是)?(?:一?[名个位])?(?:[^，。]{0,8})(?:大学生|毕业生|研究生|农民|村民|军人|教师|老师|博士|工程师|创客)"
    r"|(?:我|本人)(?:是|就是)(?:一?[名个位])?[^，。企公司]{0,14}(?:干部|公务员|职工|科研人员|研究员|医生|护士|科长|处长)$"
    r"|^(?:一?[名个位])?(?:刚|应届|在校|返乡|下乡|下岗|退役|退伍|失业|离岗)[^，。]{0,8}(?:大学生|毕业生|学生|农民工|军人|士兵|人员|青年)$"
)
_A_PERSON = re.compile(
    r"^(?:我|本人|俺|咱|我们是?[两三四五六几]个)?(?:就?是|现在是|目前是|算是?个?)?(?:一?[名个位])?"
    r"(?:(?!法人|老板|股东|[负创董]|经理|合伙|客户|我们|我家|厂里|公司里|司的|[有引招聘请找给帮替对为与跟是])[^，。]){0,16}?"
    r"(?:创客|老师|教师|教授|讲师|辅导员|博士后?|硕士|研究生|大学生|本科生|学生|毕业生|医生|护士|技术员|工程师|科研人员|研究员|特派员|大师|技师|传承人|农民工?"
    r"|村民|[果菜茶药牧]农|[种养]植?殖?户|妇女|宝妈|军人|士兵|老兵|创业者|自由职业者?|年轻人|小伙子?|姑娘|程序员|工人|工作人员|公务员|干部|待业青年|海归|留学生|留学人员|退休(?:教师|工人|干部|人员))"
    r"(?:一[名个枚位])?$"
    r"|^(?:我|本人)?[^，。有招聘]{0,8}(?:本科|大专|专科|硕士|博士|大学|研究生)(?:刚刚?|才)?毕业(?:[^，。]{1,4}年)?$"
    r"|^(?:我|本人|俺)(?:是|刚|去年|今年|才)*(?:从|在)?[^，。公司企厂有招聘引]{0,10}(?:读完|念完|读了|学成)[^，。公司企厂]{0,10}(?:回国|回来|归国|毕业|博士|硕士)[^，。公司企厂]{0,6}$"
    r"|^(?:我|本人|俺)(?:刚|才|去年|今年|前年)?从[^，。公司企厂]{2,10}(?:留学|毕业|退役|复员|转业)(?:回国|回来|归国|了)*$"
    r"|^(?:我|本人)?(?:在[^，。]{1,8})?打工(?:[^，。]{1,6}年|回来的?)?(?:了)?$"
    r"|^(?:个人|我个人|个人(?:名义|身份)[^，。]{0,4}|以个人(?:名义|身份)[^，。]{0,6}|个人工作室)$"
)
"""A piece that says no more than what sort of person asks."""
_NO_FIRM = re.compile(
    r"(?:没有?|未)(?:去|来得及|正式)?(?:注册|办|开|成立|设立|登记)(?:过|什么|啥|任何|自己的)?(?:公司|企业|厂|执照|营业执照)$|^(?:还|也|都|我们?|自己|目前|一直|从)*(?:没有?|未)(?:去|来得及|正式)?(?:注册|登记)$|(?:没有|不是)(?:公司|企业)$|(?:没有?|未办?)(?:营业)?执照$"
)
_FIRM_TO_COME = re.compile(
    r"^(?:我们?的?)?(?:公司|企业|厂子?|店)(?:都|也|现在|目前)*(?:还|尚|都)*(?:没有?|未)(?:去|来得及|正式)?(?:注册|成立|办|开|影|谱|着落|登记)"
)
_GROUP = re.compile(
    r"^(?:我们?|俺们?|咱们?)?(?:就?是|由)?[^，。公司企厂店]{0,12}?(?:(?:[一两二三四五六七八九十几]|\d{1,3})[来多]?[个名位](?:研究生|本科生|大学生|学生|博士生?|硕士生?|老师|教师|同学|年轻人))(?:[^，。公司厂店]{0,8}(?:团队|小组|课题组))$"
)
"""五个研究生搭的科技创新团队: people of a university, not the university."""
_HAS_A_FIRM = re.compile(
    r"(?:开|办|注册|成立|创办|创立)(?:了|着|有)(?:自己的)?[一两]?[家个间]?[^，。 ]{0,8}(?:公司|企业|厂|店)"
)
_CONVERTED = re.compile(r"企业性质|转制(?:成|为)?(?:了)?(?:企业|公司)|已(?:经)?转企|企业法人")
"""An institute that is an enterprise by law."""
_EXCHANGE = re.compile(r"股权交易中心.")
"""Where one is listed, and not who asks."""
_AGENT_TRADE = re.compile(
    r"(?:做|从事|干|搞|提供|经营)[^，。的卖]{0,8}(?:代理记账|代账|记账|代理|代办|咨询|鉴定|评估|审计)(?:业务|服务|工作)?的[^，。的]{0,6}(?:公司|企业)"
)
"""做代理记账的小公司: the trade is named before the firm."""
_AGENT_FIRM = re.compile(
    r"^(?:我们|我司|咱们?)?(?:是)?[^，。给帮为对找]{0,12}(?:代理|咨询|评估|鉴定|财税|会计|中介|代账|记账|知识产权)(?:服务)?(?:有限|的)?公司"
)
"""A firm that serves others by trade is an agency as well."""
_OFFICE = re.compile(
    r"^(?:你好|您好)?(?:我们|咱们?|我|这里|这边)?(?:这边|这里)?(?:是|来自)?[^，。给向找到去被经由]{0,10}(?:[科工发财商教农人住文民税](?:技|信|改|政|务|育|业农村|农|社|建|旅|民|收)?[^，。]{0,3}局|发改委|[省市县区乡镇]政府(?:办公室|办|办公厅)?|[市县区]委(?:办公室|办)?|街道办(?:事处)?|人社厅|科技厅|工信厅|财政厅|发展改革委)(?:的)?$"
)
"""The authority itself asks."""
_SELF_KINDS = frozenset(
    (
        ENTERPRISE,
        TRADER,
        "university",
        "institute",
        "hospital",
        "public",
        "finance",
        "incubator",
        "organisation",
        AGENCY,
        "park",
        "person",
    )
)
_BODIES_OF_PEOPLE = frozenset(("university", "institute", "hospital", "public"))
_CUSTOMERS = _BODIES_OF_PEOPLE | {"finance"}
_OWNED = re.compile(
    r"(?:的|里的?[^，。]{0,8}(?:团队|小组)|办的?$|所有|独资|控股|性质|全资|的?(?:科技|高新|制造|软件|小|中|大|微|规上|上市)|科技型|[^，。]{0,8}(?:企业|公司|厂|店|集团|医院|学校|高校|大学|院校|空间|孵化器|机构|基地|平台|户|[国央民私]企|合作社|矿|银行)|$)"
)
_FOUNDED_BY = re.compile(
    r"(?:企业|公司|集团|资本|老板)?(?:独资|全资|出资|投资)?(?:开办|创办|兴办|举办|办|建|设立|运营|投建)的"
)
_SEATED = re.compile(r"(?:我们?|俺们?)?是?(?:一家)?在(?P<place>[^，。的]{2,8})的")
"""在太原的律师事务所 asks for itself."""
_BY = re.compile(r"由[^，。]{0,4}$")
"""由民营企业捐建: whose it is now is not said."""
_BELONGS = re.compile(r"(?:集团|公司|企业)?的?(?:下属|旗下|下面)的?(?:单位|企业|公司|厂|矿)?$")
"""国企下属."""
_IS_NOT = re.compile(r"(?:我们|也|都|并)*不(?:是|属于|算)(?P<what>[^，。]{2,8})$")
_CERTIFIED_AS = re.compile(r"(?:认定|评定|评|列|登记|注册|转|升级|变更)为")


def is_said_of_oneself(text: str, span: tuple[int, int]) -> bool:
    """民营资本参股 makes no private enterprise, 小微企业的孵化器 no small one."""
    if (
        _of_another(text, span[0])
        or _BY.search(text, 0, span[0])
        or not _OWNED.match(text, span[1])
    ):
        return False
    behind = next((end for _, start, end in find_heads(text) if start >= span[0]), None)
    return behind is None or not _leads_on(text, behind, ENTERPRISE)


def is_founder(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """区属国企办的众创空间: who has founded a body that is no firm owns it."""
    if _BELONGS.match(text, spans[-1][1]) and not _of_another(text, spans[0][0]):
        return True
    founded = _FOUNDED_BY.match(text, spans[-1][1])
    if founded is None or _of_another(text, spans[0][0]):
        return False
    return any(kind in _SELF_KINDS for kind, _, _ in find_heads(text[founded.end() :]))


def read_kinds(statements: Sequence[Statement]) -> frozenset[str]:
    """What sort of body the asker is; an enterprise may also run an incubator. Empty is unknown."""
    found: list[str] = []
    affirmed = [s.text for s in statements if s.mood is Mood.AFFIRMED]
    denied_enterprise = False
    person = no_firm = False
    for statement in statements:
        if statement.mood is Mood.ASKED:
            continue
        person = person or any(p.search(statement.text) for p in (_PERSON, _A_PERSON))
        no_firm = no_firm or any(p.search(statement.text) for p in (_NO_FIRM, _FIRM_TO_COME))
        if _OFFICE.match(statement.text) and not found:
            return frozenset(("government",))
        for kind, start, end in find_heads(statement.text):
            if kind not in _SELF_KINDS:
                continue
            if statement.mood is not Mood.AFFIRMED:
                denied_enterprise = denied_enterprise or (
                    kind == ENTERPRISE and statement.mood is not Mood.DOUBTED
                )
                continue
            if kind == "person" and not person:
                continue
            works = _WORKS_THERE.match(statement.text, end)
            if works and kind == ENTERPRISE and found in ([], ["person"]):
                person = True
                continue
            if not works and (
                _of_another(statement.text, start)
                or _leads_on(statement.text, end, kind)
                or _is_served_by_goods(statement.text, start, end, kind)
            ):
                continue
            if kind == "finance" and _EXCHANGE.match(statement.text[start:]):
                continue
            found.append(kind)
    if found[:1] == ["person"] and _HAS_A_FIRM.search(" ".join(affirmed)):
        found = [kind for kind in found if kind != "person"]
    if person and (not found or found[0] == "person" or denied_enterprise):
        return frozenset(("person",))
    if found[:1] and found[0] in _BODIES_OF_PEOPLE and any(_GROUP.match(t) for t in affirmed):
        return frozenset(("team",))
    if not found:
        team = any(p.match(text) for text in affirmed for p in (_TEAM_WITHIN, _GROUP))
        alone = frozenset(("person",)) if no_firm else frozenset()
        return frozenset(("team",)) if team else alone
    if found[0] == "institute" and any(_CONVERTED.search(text) for text in affirmed):
        return frozenset((ENTERPRISE,))
    if TRADER in found and {found[0], TRADER} <= {TRADER, ENTERPRISE}:
        # 开小饭店的个体户
        return frozenset((TRADER,))
    if found[0] == "public":
        # 我们学校是太原的职业大学
        found[0] = next((k for k in found if k in _BODIES_OF_PEOPLE - {"public"}), "public")
    if found[0] in _BODIES_OF_PEOPLE and any(_denies_kind(s, found[0]) for s in statements):
        found[0] = "public"
    kinds = {found[0]}
    if found[0] in (ENTERPRISE, "incubator", "park", "organisation"):
        # A company or a park may run an incubator, and say both.
        kinds |= {k for k in found if k == "incubator"}
    if found[0] == "incubator" and found[1:2] == [ENTERPRISE]:
        # 孵化园运营公司 is a company.
        kinds.add(ENTERPRISE)
    if found[0] == ENTERPRISE and any(
        _AGENT_FIRM.match(text) or _AGENT_TRADE.search(text) for text in affirmed
    ):
        kinds.add(AGENCY)
    return frozenset(kinds)


def _is_served_by_goods(text: str, start: int, end: int, kind: str) -> bool:
    if kind not in _CUSTOMERS or not _MAKES.search(text, 0, start):
        return False
    return (_THE_MAKER.match(text, end) or _ITS_GOODS.match(text, end)) is not None


def _denies_kind(statement: Statement, kind: str) -> bool:
    """临汾民办职业学校，不是高校"""
    said = _IS_NOT.match(statement.text) if statement.mood is Mood.DENIED else None
    return said is not None and any(each == kind for each, _, _ in find_heads(said["what"]))


def _of_another(text: str, start: int) -> bool:
    before = _BY_TRADE.sub("做", _CERTIFIED_AS.sub("", text[:start]))
    seat = _SEATED.match(before)
    if seat and any(m.start == 0 for m in find_regions(seat["place"])):
        before = before[seat.end() :]
    return _NOT_ONESELF.search(before) is not None


def _leads_on(text: str, end: int, kind: str) -> bool:
    """Whether the body only says whose or where the next one is: 大学里的公司, 企业的协会."""
    behind = text[end:]
    if kind in _BODIES_OF_PEOPLE and _OF_PEOPLE.match(behind):
        return True
    if _A_DEPARTMENT.match(behind) or (kind == ENTERPRISE and _TEAM_OF_FIRM.match(behind)):
        return False
    if kind == "park":
        after = [(start, end) for each, start, end in find_heads(behind) if each in _SELF_KINDS]
        if after and _IN_A_PARK.fullmatch(behind[: after[0][0]]):
            return _IS_LAST.match(behind, after[0][1]) is not None
    leads = _OF_THE_NEXT.match(behind)
    if leads and kind != ENTERPRISE:
        return len(behind) > len(leads[0])
    return leads is not None and (
        leads[0] not in ("的", "中", "办", "办的", "创办的")
        or any(kind in _SELF_KINDS for kind, _, _ in find_heads(behind))
    )
