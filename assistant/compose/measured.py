"""How large, how long, how heavy: a clause without such a measure does not state it (多少平米)."""

from __future__ import annotations

import re

from assistant.understanding.concepts import bigrams

_MEASURED = re.compile(
    r"(?:多少|几)个?(?P<unit>平方公里|平方米|平米|平方|平(?=[,，。?？]|$)|㎡|亩|公顷|公里|吨|千瓦|兆瓦|度电|折(?=[,，。?？]|扣|$))"
)
_MEASURES = {
    "平方公里": r"\d平方公里",
    "亩": r"\d(?:余|多)?[万千]?(?:亩|公顷)",
    "公顷": r"\d(?:余|多)?[万千]?(?:亩|公顷)",
    "公里": r"\d(?:余|多)?(?:公里|千米|km)",
    "吨": r"\d(?:余|多)?[万千亿]?吨",
    "千瓦": r"\d(?:余|多)?[万千]?(?:千瓦|kw|兆瓦|mw)",
    "兆瓦": r"\d(?:余|多)?[万千]?(?:千瓦|kw|兆瓦|mw)",
    "度电": r"\d[万千亿]?(?:度|千瓦时)",
    "折": r"[\d一二三四五六七八九对半]折",
}
_AREA_STATED = r"\d(?:余|多)?[万千]?(?:平方米|平米|平方(?!公里)|㎡|m2)"
# 需要多少研发人员: what is needed has to be spoken of.
_NEEDED = re.compile(
    r"(?:需要|要求|至少要?|起码要?|必须|要有|得有|配备?)(?:有|配|达到)?(?:多少|几)(?:[名个位台套件项]的?)?(?P<noun>[㐀-鿿]{3,6})[?？]?$"
)

# 多少家企业才算合格: nothing but a threshold tells it.
_ENOUGH = re.compile(r"(?:多少|几)[^，。,?？]{0,10}才(?:算|能|够|可以?|行|给|达)")
_THRESHOLD = re.compile(r"不少于|不低于|以上|至少|超过|[须应]|必须|方可|满\d|达到")
# 要赔多少: what is to be paid for a breach is told by its name.
_PENALTY = re.compile(r"(?:赔(?:偿|付)?|罚(?:款)?|违约金)(?:是|要|得|为)?(?:多少|几|什么|吗)")
_PENALISED = re.compile(r"赔|罚|违约")
# 全国一共有多少家: what a province has is no figure of the country.
_OF_THE_COUNTRY = re.compile(
    r"(?<!占)(?<!居)(?<!位)(?<!于)全国(?:平均|现在|目前|一共|总共|共|现)*(?:的)?(?:有(?:多少|几)|[^，。,?？占排第比超差]{0,10}(?:是|为)(?:多少|几))"
)
_COUNTRY_TOLD = re.compile(r"全国(?:平均)?[^,.;:]{0,8}?(?:有|共|达到?|为|是)\d")
# 有多少学生: seven schools are no students.
_PEOPLE = re.compile(
    r"(?:多少|几)[个名位]?(?:学生|师生|教师|老师|教授|医生|大夫|护士|职工|员工|工人|研发人员|科研人员|工作人员|教职工|毕业生)"
)
_COUNTED_PEOPLE = re.compile(
    r"(?:\d|[一二两三四五六七八九十百千万数几])(?:余|多)?[万千百]?[名人位]"
)
# 单户最高能贷多少: a total says nothing of one of them.
_FOR_ONE = re.compile(r"(?:单[户笔家]|每[户笔家])[^，。,?？]{0,8}(?:多少|几)")
_OF_ONE = re.compile(r"单[户笔家个]|每[户笔家个]|户均|最高|不超过|以内")


def lacks_measure(asked: str, own: str) -> bool:
    """Whether so much of a measure, or of what is needed, is asked for that a clause never tells.

    own: the clause's own text, folded.
    """
    needed = _NEEDED.search(asked)
    if needed and not any(pair in own for pair in bigrams(needed["noun"])[1:]):
        return True
    if _ENOUGH.search(asked) and not _THRESHOLD.search(own):
        return True
    if _PENALTY.search(asked) and not _PENALISED.search(own):
        return True
    if _OF_THE_COUNTRY.search(asked) and not _COUNTRY_TOLD.search(own):
        return True
    if _PEOPLE.search(asked) and not _COUNTED_PEOPLE.search(own):
        return True
    if _FOR_ONE.search(asked) and not _OF_ONE.search(own):
        return True
    measured = _MEASURED.search(asked)
    return measured is not None and not re.search(
        _MEASURES.get(measured["unit"], _AREA_STATED), own
    )
