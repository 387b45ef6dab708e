"""Questions about a document itself: 文号, 谁发的, 哪年发的, 什么时候施行, 几条, 有哪些文件."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from assistant.understanding.concepts import content_runs
from corpus.metadata.genres import GENRES


class About(StrEnum):
    """What of a document is asked for."""

    NUMBER = "number"
    ISSUER = "issuer"
    ISSUED = "issued"
    EFFECT = "effect"
    VALIDITY = "validity"
    REPEALS = "repeals"
    INTERPRETER = "interpreter"
    COUNT = "count"
    TITLE = "title"
    HELD = "held"


_WHEN = r"(?:哪(?:一)?年|几几年|哪(?:一)?天|哪个月|几月(?:几号|几日)?|几号|什么时候|啥时候|什么时间|何时|多会儿|何日)"
_ISSUE = r"(?:印发|发布|发文|下发|出台|颁布|公布|制定|制发|签发|颁发|发(?![放给钱券证展改电票明挥])|出(?:的|来))"
_APPLY = r"(?:施行|执行|实施|生效|起效|起用)"
_BODY = r"(?:谁|哪(?:些|几|个|几个|几家|家|一个|一家)?(?:部门|单位|机关|机构|政府|厅|局|委)?|什么(?:部门|单位|机关|机构))"

_PATTERNS: tuple[tuple[About, re.Pattern[str]], ...] = tuple(
    (about, re.compile(pattern, re.IGNORECASE))
    for about, pattern in (
        (
            About.HELD,
            r"(?:有|收录|收|包含|包括|掌握|涵盖|依据|能查|能查到|存|导入|上传)(?:了|着|到|的是|的)*(?:哪些|哪几[个份部]|什么|几[个份部]|多少[个份部]?)(?:政策|政府)?(?:文件|资料|文本|文档)|"
            r"(?:哪些|哪几份|几份|多少份)(?:政策|政府)?(?:文件|文档)|(?:文件|文档)(?:库)?(?:都|一共|总共|里)?有(?:哪些|什么|啥|几[个份]|多少[个份])|(?:文件|文档)(?:的)?(?:清单|目录|列表)|"
            r"(?:知识|文件|政策)库里?(?:都)?(?:有|收(?:录)?了?)(?:什么|哪些|啥)|(?:what|which) documents",
        ),
        (
            About.NUMBER,
            r"(?:发)?文字?号(?:是)?(?:什么|多少|几|啥)?|文件(?:编)?号|(?:什么|几|多少|哪个)号(?:文|的?文件)|document number",
        ),
        (
            About.INTERPRETER,
            rf"(?:由|归|是|找)?{_BODY}(?:来)?(?:负责|有权|具体)?.{{0,4}}解释|解释(?:权|单位|机关|部门|主体)(?:归|在|是|属于)?{_BODY}?|负责解释(?:的)?(?:是|单位|部门)",
        ),
        (
            About.ISSUER,
            rf"(?:发文|印发|发布|制定|制发|颁布|出台|公布|下发)(?:的)?(?:机关|单位|部门|主体|机构|者)(?:是|有|都有)?{_BODY}?|"
            rf"(?:由|是|被)?{_BODY}(?:联合|共同|牵头)?{_ISSUE}(?:的|了)?|who issued|issued by whom",
        ),
        (
            About.ISSUED,
            rf"(?:印发|发布|发文|成文|出台|颁布|公布|落款|签发|下发|制定)(?:的)?(?:日期|时间|年份|年月)(?:是)?{_WHEN}?|"
            rf"(?:是|在|于)?{_WHEN}(?:由.{{0,8}})?(?:正式)?{_ISSUE}(?:的|了)?|是{_WHEN}的|{_ISSUE}(?:于|在|是){_WHEN}|when was .{{0,30}}(?:issued|published)",
        ),
        (
            About.REPEALS,
            r"(?:同时)?(?:废止|替代|取代|代替)(?:了|的)?(?:是)?(?:哪|什么|啥)(?:些|个|份|几个|几份)?(?:旧|原|老)?(?:文件|规定|办法|通知|政策)?",
        ),
        (
            About.VALIDITY,
            rf"有效期(?:限)?(?:是|有|为|到|至)?(?:多久|多长(?:时间)?|几年|{_WHEN}|什么|多少年)?|(?:还|是否|有没有|现在|已经|到期)?(?:有效|失效|废止|过期|作废|管用)(?:了)?(?:没有?|吗|么)?|(?:能不能|能否|可以|可不可以|是否可以|能)(?:作为|当作?|算)(?:是)?(?:正式|有效)(?:的)?(?:文件)?(?:的)?依据(?:引用)?(?:吗|么)?|(?:还|仍|仍然|继续|还在|现在还)(?:在)?(?:执行|适用|实施|算数)(?:着)?(?:吗|么|不)|"
            rf"(?:到|至){_WHEN}(?:为止|失效|截止|到期|结束|废止)?|still (?:valid|in force)",
        ),
        (
            About.EFFECT,
            rf"(?:施行|执行|实施|生效)(?:的)?(?:日期|时间|起始时间)(?:是)?{_WHEN}?|(?:从|自|是|在|于)?{_WHEN}(?:起|开始|正式|才|就)*{_APPLY}(?:的|了)?|"
            rf"(?:从|自){_WHEN}(?:起|开始)?(?:算|用)?|{_APPLY}了(?:没有?|吗)|when does .{{0,30}}(?:take effect|come into force)",
        ),
        (
            About.COUNT,
            r"(?<!第)(?:多少|几|哪几|哪些)个?大?(?:条款|条(?!件|例)|章节?|部分|节(?!能|约|点))(?:款)?(?:组成|构成)?|"
            # 分哪八大部分, 八大部分分别是什么
            r"哪[两三四五六七八九十]个?大?(?:章|部分|板块)|"
            r"(?<!第)[两三四五六七八九十]个?大?(?:章|部分|板块)(?:都|分别|各|具体)*(?:是|叫|有|讲)(?:什么|啥|哪些)",
        ),
        (
            About.TITLE,
            r"(?:全称|全名|标题|题目|正式名称|完整名称)(?:是|叫)?(?:什么|啥)?|(?:是|指)(?:的是)?(?:什么|哪个|哪份|哪一份)文件|叫什么(?:名字|名称)?[？?。]*$",
        ),
    )
)
_GENERIC = re.compile(
    rf"从头到尾|满打满算|拢共|通篇|它|政策|政府|文件|文本|文档|资料|正文|全文|整[份个篇]|条款|{GENRES}|这|那|该|此|本|一共|总共|共有?|现在|目前|正式|具体|到底|"
    r"开始|日期|时间|里面?|上面?|收录|系统|库|能|可以|查|分为?|分成|包括|包含|由|自|从|起|在|是|有|年|月|的|了|都|吗|呢|还|另外|联合|请|"
    r"列出来?|列一下|告诉|知道|内容|组成|构成|新|省里|市里|省|市|第"
)
_DEMONSTRATIVE = re.compile(
    rf"(?:这|那|该|此|本|上述|前述)(?:一)?(?:个|份|篇|项|部)?(?:政策)?(?:文件|文|{GENRES})|^(?:那么?|它|其)"
)
_NAMES_A_DOCUMENT = re.compile(rf"文件|文本|{GENRES}|文号|字号|发文|印发")


def asked_about(question: str, named: Iterable[tuple[int, int]]) -> About | None:
    """What of a document a normalised question asks for; None where it asks about its content.

    `named`: spans that name documents or places. Anything of substance beside them and the request
    (高企 in 高企目标是哪年发布的) makes it a question about content.
    """
    chars = list(question)
    for start, end in named:
        low = start - 1 if question[start - 1 : start] == "《" else start
        high = end + 1 if question[end : end + 1] == "》" else end
        chars[low:high] = " " * (high - low)
    text = "".join(chars)
    for about, pattern in _PATTERNS:
        # 一共多少条，分几大部分: the same may be asked in two ways.
        if pattern.search(text) and not _substance(pattern.sub(" ", text)):
            return about
    return None


def points_at_document(question: str) -> bool:
    """Whether a question points at a document spoken of before (这个文件, 该办法, 它)."""
    return bool(_DEMONSTRATIVE.search(question))


def speaks_of_document(question: str) -> bool:
    """Whether a question says that it is about a document at all."""
    return bool(_NAMES_A_DOCUMENT.search(question))


def _substance(rest: str) -> bool:
    rest = _GENERIC.sub(" ", rest)
    return sum(len(run) for run in content_runs(rest)) > 1
