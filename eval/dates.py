"""Dates in a text, so that one put together from numbers that stand elsewhere is found.

Written apart from the assistant's own verification: a check must not share its faults.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from eval.numbers import han_value

Date = tuple[int | None, int, int | None]
"""Year, month, day; what is not said is None."""

_HAN = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日])")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:年|([-/]))(\d{1,2})(?(2)\2|月)(?:(\d{1,2})日?)?(?!\d)"
    r"|(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)


def unsupported_dates(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Dates of an answer with at least a month that no source states, as printed, each once.

    A source may say more (2023年5月6日 carries 2023年5月), never less. Years alone are numbers.
    """
    known = {date for source in sources for date, _ in _dates(source)}
    missing = [
        printed
        for date, printed in _dates(answer)
        if not any(_states(source, date) for source in known)
    ]
    return tuple(dict.fromkeys(missing))


def _dates(text: str) -> Iterator[tuple[Date, str]]:
    compact = "".join(unicodedata.normalize("NFKC", text).split())
    plain = _HAN.sub(lambda run: han_value(run.group()), compact)
    for match in _DATE.finditer(plain):
        if match["month"]:
            year, month, day = None, int(match["month"]), match["day"]
        else:
            year, month, day = int(match[1]), int(match[3]), match[4]
        if 1 <= month <= 12:
            yield (year, month, int(day) if day else None), match.group()


def _states(source: Date, date: Date) -> bool:
    return all(asked in (None, held) for asked, held in zip(date, source, strict=True))
