"""Notices about what the clauses leave open: a term not explained, a matter not mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import messages
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Statement
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.definitions import asked_terms, defines
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.typos import ordinary_pairs

_ONESELF = ("俺", "咱", "我", "你", "他")
_OPPOSITES = {"收费": "免费", "付费": "免费", "有偿": "无偿", "交钱": "免费"}
"""What a clause settles by its opposite is spoken of: 免费 answers 要收费吗."""


def undefined_term(
    statements: Sequence[Statement], understanding: Understanding, library: Library
) -> tuple[str, ...]:
    """A notice where a term's meaning is asked and the clauses only mention it."""
    terms = asked_terms(understanding) if understanding.asks(Asked.DEFINITION) else ()
    shown = fold(" ".join(s.text for s in statements))
    support = statements[0].supports[0]
    heading = fold(library.clause((support.document_id, support.clause)).title or "")
    # 计划 out of 三个计划 is no term of its own.
    mentioned = [term for term in terms if len(term) >= 3 and term in shown]
    if not mentioned or defines(shown, understanding, heading):
        return ()
    return (messages.not_defined(mentioned[0]),)


def unmentioned(
    primary: Evidence, understanding: Understanding, library: Library
) -> tuple[str, ...]:
    """A notice for what a yes-or-no question turns on and the clause never speaks of."""
    if not understanding.asks(Asked.YES_NO):
        return ()
    haystack = fold(library.parsed(primary.key[0]).text)
    known = [e.said for e in understanding.expansions]
    missing = [
        run
        for run in content_runs(understanding.text, understanding.taken)
        if len(run) >= 2
        and not run.isascii()
        and not any(said in run or run in said for said in known)
        and not any(pair in haystack for pair in bigrams(run))
        and not run.startswith(_ONESELF)
        and _OPPOSITES.get(run[-2:], "\0") not in haystack
        # 退点, 钱买: what the cutting of a question leaves over is no word.
        and any(pair in ordinary_pairs() for pair in bigrams(run))
    ]
    return (messages.not_mentioned(missing[-1]),) if missing else ()
