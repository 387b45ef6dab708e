"""What the server says to a request: truths, or lies in turn."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from eval.errors import EvalError
from eval.lying.lies import LIES, Said, faithful
from eval.lying.seen import Seen

FAITHFUL = "faithful"


@dataclass(frozen=True, slots=True)
class Told:
    """What was said to one request, and what kind of lie it is."""

    seen: Seen
    kind: str
    statements: tuple[Said, ...]


@dataclass
class Speaker:
    """Goes through the kinds, a request each; a kind that does not apply leaves it to the next.

    The same requests in the same order get the same replies. Thread-safe.
    """

    kinds: Sequence[str] = tuple(LIES)
    told: list[Told] = field(default_factory=list)
    _next: int = 0
    _lock: Lock = field(default_factory=Lock)

    def __call__(self, seen: Seen) -> str:
        """The text of the reply."""
        if seen.told:
            return _json({"fields": [{"name": "amount", "words": "9999万元"}]})
        if not seen.passages:
            lie = self.kinds[0] != FAITHFUL
            return _json({"query": "安徽省商务厅补贴9999万元" if lie else ""})
        with self._lock:
            told = self._tell(seen)
            self.told.append(told)
        statements = [{"text": text, "passages": ids} for text, ids in told.statements]
        return _json({"statements": statements})

    def _tell(self, seen: Seen) -> Told:
        for _ in self.kinds:
            kind = self.kinds[self._next % len(self.kinds)]
            self._next += 1
            said = None if kind == FAITHFUL else LIES[kind](seen)
            if said is not None:
                return Told(seen, kind, tuple(said))
        return Told(seen, FAITHFUL, tuple(faithful(seen)))


def known_kinds(chosen: Sequence[str] | None) -> tuple[str, ...]:
    """The kinds to tell, all lies by default; raises EvalError for one that there is not."""
    unknown = sorted(set(chosen or ()) - {FAITHFUL, *LIES})
    if unknown:
        raise EvalError(
            f"没有这种谎话：{'、'.join(unknown)}。可用的有：{'、'.join([FAITHFUL, *LIES])}。"
        )
    return tuple(chosen or LIES)


def _json(reply: object) -> str:
    return json.dumps(reply, ensure_ascii=False)
