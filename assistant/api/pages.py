"""Long lists in pages. Without a limit the whole list comes, as far as it is sane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query

from assistant.errors import PageError

T = TypeVar("T")

MOST = 1000
"""Of one page that somebody asks for."""
WHOLE = 10_000
"""Of a list without a limit."""

Limit = Annotated[
    int | None,
    Query(
        ge=1,
        le=MOST,
        description=f"这一页最多多少项；不填则给出全部（最多 {WHOLE} 项）。",
        examples=[50],
    ),
]
After = Annotated[
    str | None,
    Query(
        max_length=200,
        description="上一页返回的 next；不填则从头开始。",
        examples=["003"],
    ),
]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of a list; `next` leads to the rest, None where there is none."""

    items: Sequence[T]
    total: int
    next: str | None


def page_of(
    items: Sequence[T], cursors: Sequence[str], limit: int | None, after: str | None
) -> Page[T]:
    """The page behind the item whose cursor is `after`.

    cursors: one for each item; it names the item and not its place, so that what is added or taken
    away meanwhile does not shift the pages. Raises PageError for a cursor that no item has.
    """
    start = 0
    if after is not None:
        if after not in cursors:
            raise PageError(
                "after 不是这份列表给出的 next，或所指的项已经不在，请去掉 after 从头查起。"
            )
        start = cursors.index(after) + 1
    end = start + (limit or WHOLE)
    last = min(end, len(items))
    return Page(items[start:end], len(items), cursors[last - 1] if last < len(items) else None)
