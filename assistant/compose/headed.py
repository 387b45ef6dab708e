"""The heading whose clauses are asked for in its own words (构建创新生态系统下面有几大块)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold, unquoted
from assistant.understanding.question import Understanding
from assistant.understanding.times import time_spans
from corpus.numerals import parse_number

_NUMBER = r"(?P<number>[两二三四五六七八九十]|1\d|[2-9])"
_UNIT = r"(?:大|个|项|条|点|类|块|方面|件|种|步|部分)+"
_WHAT = r"(?:事情?|工作|措施|举措|内容|任务|安排|条款|做法|办法|要求|抓手|方向|思路|保障|部署|路径|途径)?"
# What asks for a list, behind the words of its heading.
_TAIL = re.compile(
    rf"(?:的|[,，])?(?:下面|里面?|中|一共|总共|共)?(?:都|又)?(?:具体)?(?:有|是|分为?|包括|包含|列了?|提了?|讲了?|做了|干了)?(?:"
    rf"(?:哪|这|那|以下)?{_NUMBER}{_UNIT}{_WHAT}(?:都|分别|具体|各)*(?:是什么|是啥|是哪些|有哪些|叫什么|列出来|列一下)?|"
    rf"(?:哪些|哪几{_UNIT}|几{_UNIT}|什么|啥){_WHAT}|(?<=的)(?:措施|举措|做法|条款|任务|要求|安排|内容))"
    rf"(?:[,，](?:都|分别)?(?:是|叫|有)(?:什么|啥|哪些))?[?？。]?$"
)
_LEAD = re.compile(
    r"^(?:请问|请|麻烦|帮我|我?想(?:问|知道|了解|看)(?:一下|下)?|列出|列一下|说说|看看|全省|我省|省里|省上|我市|市里|"
    r"报告|汇报|规划|意见|文件|里面?|中(?![试小央部介心期国外医药高职级科学华])|提到|提出|关于|对于?|在|为了?|怎么|如何|今年|明年|(?:重点|着力|大力)?(?:推进|提出|部署|采取|明确)的|的|[,，:：“”\"'])+"
)
_PUNCTUATION = re.compile(r"[、,，:：;；()（）\"“”+\s]")
_LEAD_IN = re.compile(r"(?:^|[。；\n])(?P<words>[^。；，,：:\n]{4,30})[：:]\s*$")
_FEWEST, _SHORTEST = 2, 4
SAYS, SAYS_AND_COUNTS, COUNTED_ALONE, LED_IN = 0.9, 0.75, 0.6, 0.7
"""Share of the asker's words that a heading has: by them alone, with as many clauses below, as the
only one of those, and that what leads in a list has."""


def heading_asked(
    evidence: Sequence[Evidence], understanding: Understanding, library: Library
) -> ClauseKey | None:
    """The heading of two clauses or more that a question calls by its words; None where none is.

    Of headings that say as much, the one in the document of the better evidence. What leads in a
    list (中试基地工作思路：) is its heading too, and asks for it by itself.
    """
    tail = _TAIL.search(understanding.text)
    if understanding.addresses.clause_mentions:
        return None
    said = _matter(understanding, tail.start() if tail else len(understanding.text))
    pairs = set(bigrams(said))
    if len(said) < _SHORTEST:
        return None
    number = parse_number(tail["number"].replace("两", "二")) if tail and tail["number"] else None
    order = list(dict.fromkeys(e.key[0] for e in evidence))
    found: list[tuple[float, int, ClauseKey]] = []
    nearly: list[ClauseKey] = []
    for place, document_id in enumerate(order):
        if understanding.documents and document_id not in understanding.documents:
            continue
        for clause in library.parsed(document_id).clauses:
            below = len(clause.children)
            if clause.parent is None or below < _FEWEST:
                continue
            key = (document_id, clause.ordinal)
            words = _lead_in(library.text(document_id, clause.start, clause.own_end))
            led = _pairs_of(words)
            # …工作思路： is asked for as such.
            said_so = 2 * len(pairs) >= len(led) and words[-2:] in said
            leads_in = len(pairs & led) / len(pairs) if words and said_so else 0.0
            title = _pairs_of(clause.title or "") if tail else set()
            share = max(leads_in, len(pairs & title) / len(pairs))
            least = SAYS_AND_COUNTS if number == below else SAYS
            least = LED_IN if leads_in == share else least
            if share >= least and number in (None, below):
                found.append((-share, place, key))
            elif share >= COUNTED_ALONE and number == below:
                nearly.append(key)
    # 金融支持的五项举措: the only heading with as many below that says most of it.
    return min(found)[2] if found else nearly[0] if len(nearly) == 1 else None


def _lead_in(own: str) -> str:
    """The words that lead in what stands below a clause; "" where none do."""
    led = _LEAD_IN.search(own)
    return led["words"] if led else ""


def _pairs_of(words: str) -> set[str]:
    return set(bigrams(_PUNCTUATION.sub("", unquoted(fold(words)))))


def _matter(understanding: Understanding, end: int) -> str:
    """What stands before what asks, without documents, places, times and politeness."""
    text = understanding.text
    spans = [
        *((m.start, m.end) for m in understanding.addresses.document_mentions),
        *((r.start, r.end) for r in understanding.regions),
        *time_spans(text),
    ]
    kept = "".join(
        c for i, c in enumerate(text[:end]) if not any(start <= i < stop for start, stop in spans)
    )
    # 资源共享、品牌市场等协同体系: what the examples are of is its name.
    named = re.sub(r"^.*[、，].*?等(?=[㐀-鿿]{4,}$)", "", kept)
    return _PUNCTUATION.sub("", unquoted(fold(_LEAD.sub("", named))))
