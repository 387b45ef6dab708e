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


def lacks_measure(asked: str, own: str) -> bool:
    """Whether so much of a measure, or of what is needed, is asked for that a clause never tells.

    own: the clause's own text, folded.
    """
    needed = _NEEDED.search(asked)
    if needed and not any(pair in own for pair in bigrams(needed["noun"])[1:]):
        return True
    measured = _MEASURED.search(asked)
    return measured is not None and not re.search(
        _MEASURES.get(measured["unit"], _AREA_STATED), own
    )
