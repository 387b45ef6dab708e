"""What stands around a number and says what it is."""

from __future__ import annotations

import re

# Labels, looked for in the characters before a number.
BEFORE, FAR_BEFORE = 14, 60
OF_PHONE = re.compile(
    r"手机|电话|联系(?:方式|人|我)?|致电|拨打|打给|回电|来电|座机|固话|传真|微信|号码|短信|tel|phone|mobile|cell|call|contact|whatsapp|wechat|fax",
    re.IGNORECASE,
)
OF_ID = re.compile(
    r"身份证|证件号|公民身份|身份号码|\bid ?(?:card|number|no)|identity", re.IGNORECASE
)
OF_CARD = re.compile(
    r"银行卡|卡号|储蓄卡|信用卡|借记卡|工资卡|社保卡|开户|银行账[户号]|(?:收款|打款|退款|汇款|对公)[账帐][户号]|[账帐]号|card (?:no|number)|bank (?:card|account)|account (?:no|number)",
    re.IGNORECASE,
)
OF_PASSPORT = re.compile(r"护照|通行证|回乡[证卡]|台胞[证卡]|passport|travel permit", re.IGNORECASE)
OF_PERSON = re.compile(f"{OF_PHONE.pattern}|{OF_ID.pattern}|{OF_CARD.pattern}", re.IGNORECASE)
OF_CODE = re.compile(
    r"(?:文号|编[号码]|(?:查询|查验|校验|验证|识别|追溯)码|[货款图料批型]号|回执|注册号|单号|订单|流水号?|合同号?|项目号|批次|序列号|发票号?码?|条码|许可证号?|专利号?|登记号|受理号|备案号|税号|isbn|imei|\bsn|\bno\.?|serial|invoice|order|code)[^。；，\n]{0,8}$",
    re.IGNORECASE,
)
OF_STANDARD = re.compile(r"(?:[A-Z]{2,3}/[TZ]|\bGB|\bISO)\s?$")
OF_AMOUNT = re.compile(
    r"(?:[¥￥$€]|rmb|cny|人民币|资本金?|资金|金额|产值|收入|营收|投资额?|总额|税额?|利润|支出|费用?|资产|余额|贷款|预算|销售额|成本|总量|产量|用电量|增加值|gdp)[为是达到约共计有:：\s]{0,4}$",
    re.IGNORECASE,
)
# Nothing is counted in ten billions of persons, households or firms: 人, 户, 家 are no units here.
UNIT = re.compile(
    r"\s{0,2}(?:多|余)?(?:[十百千万亿]|元|美元|欧元|港元|吨|亩|项|件|平方|立方|公里|千米|米|千瓦|瓦|度(?!过)|股|台|套|份|册|字节?|次|页|公斤|千克|克|升|％|%|倍|人次|yuan|rmb|cny|kg|kwh|tons?\b|m2|m3|km)"
)
