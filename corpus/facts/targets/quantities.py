"""Figures with a unit, and text in which figures are names or numbers of documents."""

from __future__ import annotations

import re

from corpus.facts.spans import blank
from corpus.facts.targets.phrases import EACH

_UNITS = (
    "个百分点|百分点|%|％|‰|平方公里|平方米|立方米|公里|千米|千瓦时|万千瓦|千瓦|吨标准煤|标准煤|亩|公顷|元|美元|人次|人年|人|名|户次|户|家次|家"
    "|个|项次|项|件|所|座|台套|台|套|条|篇次|篇|次|场次|场|种|类|期|只|支|批|公斤|斤|吨|倍|位|张|辆|架|艘|份|门|部|本|宗|处|间|床|块|株|头|例|款|番|标准机架|机架|标准箱|标箱|兆瓦时|兆瓦|吉瓦时|吉瓦|千伏安|千伏|分贝|毫克|微克|海里|吨公里"
    "|起(?=[、，。；）)]|$)|省区市|省市|县(?![级域区城乡])|大(?=[\u4e00-\u9fff]{2})"
)
_LATIN = r"(?:[kKMGT]?Hz|[KMGT]bps|[MGTPEZ]B(?:/s)?|[TPE](?:FLOPS|Flops|flops)|[kKMGT]Wh?|TEU)(?![A-Za-z])"
"""Units in Latin letters; any other letter behind a number makes it a name: 5G, 3D."""
_RATIO_END = r"(?=\s*(?:及?以[上下内]|左右|上下)?\s*(?:[，。；、）)]|$))"
_NUMBER = r"(?<!\d)\d{1,12}(?:,\d{3}){0,5}(?:\.\d{1,6})?"
_COUNT = "一二两三四五六七八九十"
QUANTITY = re.compile(
    rf"(?P<value>(?P<ratio>(?<=[至到在达于过])(?:\d\.(?!0+(?!\d))\d{{1,3}}|\d{{1,3}}[:：∶]\d{{1,3}}(?:\.\d{{1,2}})?){_RATIO_END})"
    rf"|(?<![由从\d])\d{{1,3}}到\d{{1,3}}(?=[个家名项所座条支件])"
    rf"|(?<![由从])[{_COUNT}][至到][{_COUNT}](?=[个家名项所座条支件])"
    rf"|[{_COUNT}][{_COUNT}百千]*[百千](?=余?[家个项名人户所件]|[万亿])"
    rf"|{_NUMBER}(?:\s*[%％]?\s*[-—－–~～至]+\s*{_NUMBER})?"
    rf"|[{_COUNT}百]+(?=[个家所项条座类件县]|亿|万)|十(?=大)|数?[十百千](?=余?[家个项名人户所件])|(?<=[超破过达])[十百千](?=[万亿](?:[元户人名家辆台件]|[，。；、）)]|$))|数?万(?=[家人名项户])"
    rf"|(?<![\d/])[1-9]/[2-9](?![\d/])|[{_COUNT}]分之[{_COUNT}])"
    r"\s*(?P<more>余|多)?"
    rf"(?(ratio)|(?:(?P<unit>(?:[十百千]?[万亿]|万亿)?(?:级)?(?:余|多)?(?:{_UNITS}|{_LATIN})|[万亿](?=以上|以下|左右|[，。；、）)\s]|$))"
    r"|(?<=[1-9]/[2-9])|(?<=分之[一二两三四五六七八九十])))"
    r"(?P<suffix>\s*(?:及以上|以上|及以下|以下|以内|之内|左右|上下))?"
)
_NAMES = re.compile(
    r"《[^《》\n]{1,80}》|〔\d{4}〕\s*\d*\s*号?|\[\d{4}\]\s*\d*\s*号?|第\s*[\d一二三四五六七八九十百]+\s*[条章节款项届次位名批轮期方阵梯队个部]+|\d{1,12}\s*号"
    r"|[“\"][^”“\"\n]{0,20}\d[^”“\"\n]{0,20}[”\"]|[“][^”“\n]{0,16}[一二三四五六七八九十百千万]+[个项大条][^”“\n]{0,10}”"
    r"|\d{1,12}大|[A-Za-z]{1,16}\.?\d{1,12}|\d{1,12}\s*强|\d{1,12}(?:\+\d{1,12})+|前\d{1,12}|\d{1,2}月\d{1,2}日|NO\.\s?\d{1,12}"
    rf"|\d{{1,12}}(?!{_LATIN})[A-Za-z]"
    r"|(?<!\d)\d{1,3}个?(?:工作日|小时|分钟|月|年(?!(?:左右)?(?:的?时间|之?内))|日|天|周岁|岁)|(?<=位列)[^，。；]{1,12}|居[^，。；]{1,10}位|世界\d{1,12}|全国第\w"
    rf"|(?:(?<!\d)\d{{1,2}}|[{_COUNT}]+)个?(?:方面|层面|层次|维度|领域|环节|阶段|步骤|方向|板块)"
    r"|千家万户|千千万万|百花齐放|百家争鸣|[千万]人计划"
    r"|每(?:增加|新增|多|满|超过?)\s*\d{1,12}[^，。；\d]{0,4}|一个|一家|一项|一批|一件|一条|一类|一次|一支|一套|一名|一人|一户|一所|一座|一级|一部|一种|每个|每家"
)


def without_names(text: str) -> str:
    """The text with titles, document numbers and names such as “1331工程” blanked out.

    「每校建设一个专业」 keeps its 一个, a count for each of several.
    """
    each = {match.end() for match in EACH.finditer(text)}
    return blank(
        text, (match.span() for match in _NAMES.finditer(text) if match.start() not in each)
    )
