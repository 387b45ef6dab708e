"""A figure that a question is about: 1986万元是谁出的. Only a clause that states it can tell."""

from __future__ import annotations

import re

from assistant.understanding.figures import FigureKind, find_figures

_TELLING = 10
"""Least number that is about one thing; 3家企业 may be any three."""
_SUBJECT = re.compile(r"^(?:那|这|请问|问一?下|想问)*$")
_PREDICATE = re.compile(
    r"^(?:的?钱|资金)?(?:都|到底|究竟|主要)?(?:是|由|归|谁|怎么|咋|用|花|投|从哪|出自|包括|靠)"
)


def lacks_spoken_figure(asked: str, own: str) -> bool:
    """Whether a question starts with a figure that a clause does not state.

    own: the clause's own text, folded.
    """
    first = next(iter(find_figures(asked)), None)
    if first is None or first.kind is FigureKind.DATE or (first.value or 0) < _TELLING:
        return False
    opens = _SUBJECT.match(asked[: first.start]) and _PREDICATE.match(asked[first.end :])
    return bool(opens) and all(f.value != first.value for f in find_figures(own))
