"""Whether a Measure promises something to those who qualify, or only states what is wished for."""

from __future__ import annotations

import re

from corpus.models import Measure

_GIVES = re.compile(
    r"给予|发放|予以|奖励|奖补|补助|补贴|资助|贴息|减按|免征|减征|减半|免收|免租|加计扣除|税前扣除|即征即退|不计入|不作负面|不予追究|免责|免予|列支|列入(?:经营)?成本|免费|扣减|抵减|抵扣"
    r"|减免|享受|返还|报销|兑付|不少于|不低于|免除|全额|优先|倾斜|自主|纳入[^，。；]{2,30}(?:范围|政策)|可(?!以?提供|持续|靠|行|能|借鉴|复制)|达到.{1,8}以上|实行(?=[^，。]*(?:即征即退|减|免|优惠|编制))"
)
_WISHES = re.compile(
    r"^(?:[^，。；]{0,10}?(?:大力|积极|重点|持续|继续|滚动|进一步)*)?(?:鼓励|引导|支持|扶持|推动|探索|试点探索|激励|提倡|倡导|培育)"
)
_EFFORT = re.compile(
    r"(?:奖励|补贴|补助|资助|支持|扶持|服务|倾斜)(?:的)?力度|落实|(?:试点)?探索|建立[^，。；]{0,30}(?:机制|制度)|一视同仁|量身(?:打造|定制)"
)
"""The giver is to try harder, or to try out: nothing is promised yet."""
_MAY = re.compile(r"可|自主|有权|允许")
_WORTH = re.compile(
    r"资金|经费|费用|补[助贴]|奖金|给予|贷款|担保|贴息|税|减|免|扣|列支|列入|成本|报销|返还|优先|优惠|享受|免费|无偿|工资|薪酬|津贴|股权|分红|提成|住房|公寓|落户|编制|社保|医保|[买租]|用地|收入"
)
"""What a body may decide for itself (可自主组织招聘) is worth nothing until there is something in it."""
_IN_HAND = re.compile(r"免费|无偿|给予|发放|不少于|不低于")
_GIVEN_BY_THEM = re.compile(
    r"(?:鼓励|引导|支持|推动|激励|提倡|倡导)(?:[^，。；]{0,16}?(?:银行|金融机构|担保机构|担保公司|保险机构|保险公司|基金|投资机构|小额贷款公司)[^，。；]*?"
    r"|[^，。；对向为给]{0,12}(?:企业|高校|院所|机构|单位|平台|园区|孵化器|空间)(?:积极|主动|优先|大力)*(?:对|向|为|给)[^，。；]{1,20}?)"
    r"(?:发放|给予|提供|减免|免费|无偿|不低于|不少于)"
)
"""What somebody else is encouraged to give (鼓励商业银行发放…贷款) is promised to nobody."""
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千]+[万亿成]|全额")
_SHARE_OF_FUND = re.compile(r"资金总量|专项资金|倾斜|用地指标")
_NATIONAL_TAX = re.compile(
    r"加计扣除|即征即退|企业所得税|增值税|个人所得税|减按\d|关税|契税|印花税|房产税|研发费用.{0,12}扣除"
)
_OF_FIRMS = re.compile(r"加计扣除|即征即退|企业所得税")
_LOCAL_MONEY = re.compile(
    r"给予[^，。；]{0,20}(?:补助|奖励|补贴|奖补|资助)|财政(?:补助|奖励|补贴|给予)|地方(?:留成|留存|财力)|返还|困难"
)


def is_entitlement(measure: Measure) -> bool:
    """给予, 发放, 减按, 可全额列支 …; 鼓励 and 支持 alone promise nothing."""
    figure = _FIGURE.search(measure.amount or "") is not None
    if _WISHES.match(measure.quote):
        if _GIVEN_BY_THEM.search(measure.quote):
            return False
        return figure or _IN_HAND.search(measure.benefit) is not None
    if _EFFORT.search(measure.quote) and not figure:
        return False
    if _MAY.match(measure.strength or "") and not figure and not _WORTH.search(measure.benefit):
        return False
    # 实行 says only that something is done; what it is tells the benefit.
    told = measure.benefit if measure.strength in ("实行", "纳入") else measure.strength
    return _GIVES.search(told or "") is not None


def is_share_of_fund(measure: Measure) -> bool:
    """The clause binds those who hand out a fund; what one applicant gets it does not say."""
    return _SHARE_OF_FUND.search(measure.quote) is not None


def is_tax_of_firms(measure: Measure) -> bool:
    """What only those have who pay the taxes of enterprises: no school, bank or person asks for it."""
    return _OF_FIRMS.search(measure.quote) is not None


def is_national_tax(measure: Measure) -> bool:
    """Tax law of the whole country, restated in a regional document: holds everywhere."""
    return _NATIONAL_TAX.search(measure.quote) is not None and not _LOCAL_MONEY.search(
        measure.quote
    )
