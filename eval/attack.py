"""The attack on verification: right statements with one wrong thing each, and what gets through.

Three ways of saying it: as the program's own draft (quotes under an address), as a chat model that
copies, and as a chat model that rewords. Right statements are counted as well: none may fall.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt
from random import Random

from assistant.library import Library
from assistant.messages import ROLE_LABELS
from assistant.models import Draft, Statement, Support
from assistant.understanding.normalise import fold
from assistant.verification.verify import CHAT, verify
from eval.drafts import Drafted
from eval.mutations import Change, Kind, Stock, changed_words, changes
from eval.rewordings import reworded

MOST_ESCAPES = 0.01
FEWEST = 12
"""Shorter statements are headings."""
_OWN_HEADS = ("不是“", "共", *(f"{label}：" for label in ROLE_LABELS.values()))
"""Lists and corrections are said by the program alone."""
_Z = 1.959964


class Mode(StrEnum):
    """How a statement is said."""

    QUOTED = "原文摘录"
    COPIED = "模型照抄"
    REWORDED = "模型改写"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A wrong statement: one of a draft's, with one change."""

    drafted: Drafted
    at: int
    change: Change
    seed: int

    @property
    def right(self) -> Statement:
        """The statement without the change."""
        return self.drafted.draft.statements[self.at]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    count: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson (1927) of the share."""
        if not self.of:
            return 0.0, 1.0
        share, n = self.count / self.of, self.of
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n)) / (1 + _Z**2 / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Escape:
    """A mutant that verification let through."""

    mode: Mode
    kind: Kind
    origin: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Result:
    """What got through, by mode and kind, and which right statements were kept."""

    escapes: tuple[Escape, ...]
    tried: dict[Mode, Counter[Kind]]
    kept: dict[Mode, Rate]
    fallen: tuple[tuple[Mode, str, str], ...]
    """Right statements that were removed: mode, text, reason."""

    @property
    def drops(self) -> tuple[str, ...]:
        """A line for every figure that is not good enough; empty where all are."""
        lines = [
            f"{mode.value}：漏过 {rate.count}/{rate.of}，多于 {MOST_ESCAPES:.0%}"
            for mode in Mode
            if (rate := self.rate(mode)).count > MOST_ESCAPES * rate.of
        ]
        lines += [f"正确的被删：{t}（{why}）" for m, t, why in self.fallen if m is Mode.QUOTED]
        return tuple(lines)

    def rate(self, mode: Mode, kind: Kind | None = None) -> Rate:
        """Escapes of a mode, of one kind or of all."""
        of = self.tried[mode][kind] if kind else self.tried[mode].total()
        return Rate(
            sum(e.mode is mode and kind in (None, e.kind) for e in self.escapes),
            of,
        )


def mutants(
    drafts: Sequence[Drafted], library: Library, count: int, seed: int
) -> tuple[Mutant, ...]:
    """So many wrong statements, every kind as often as it can be had, the same for one seed."""
    rng = Random(seed)
    stock = Stock(library.corpus)
    found: dict[Kind, list[Mutant]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for drafted in drafts:
        for at, statement in enumerate(drafted.draft.statements):
            cited = _cited(statement, library)
            for change in changes(statement.text, stock, rng):
                wrong = change.of(statement.text)
                if (statement.text, wrong) in seen or changed_words(
                    statement.text, change
                ) in cited:
                    continue
                seen.add((statement.text, wrong))
                found[change.kind].append(Mutant(drafted, at, change, rng.randrange(2**31)))
    for kind in sorted(found):
        rng.shuffle(found[kind])
    chosen: list[Mutant] = []
    while len(chosen) < count and any(found.values()):
        for kind in sorted(found):
            if found[kind] and len(chosen) < count:
                chosen.append(found[kind].pop())
    return tuple(chosen)


def attack(wrong: Sequence[Mutant], drafts: Sequence[Drafted], library: Library) -> Result:
    """Hold every mutant and every right statement against its source, in every mode."""
    escapes: list[Escape] = []
    tried: dict[Mode, Counter[Kind]] = {mode: Counter() for mode in Mode}
    for mutant in wrong:
        for mode in Mode:
            said = _said(mode, mutant.change.of(mutant.right.text), mutant.seed)
            if said is None or said == _said(mode, mutant.right.text, mutant.seed):
                continue  # the rewording left out what had been changed
            tried[mode][mutant.change.kind] += 1
            if _survives(mode, said, mutant.drafted, mutant.at, library) is None:
                escapes.append(
                    Escape(
                        mode,
                        mutant.change.kind,
                        mutant.drafted.origin,
                        mutant.right.text,
                        said,
                    )
                )
    kept, fallen = _kept(drafts, library)
    return Result(tuple(escapes), tried, kept, fallen)


def _kept(
    drafts: Sequence[Drafted], library: Library
) -> tuple[dict[Mode, Rate], tuple[tuple[Mode, str, str], ...]]:
    fallen: list[tuple[Mode, str, str]] = []
    rates = {}
    for mode in Mode:
        of = 0
        for drafted in drafts:
            for at, statement in enumerate(drafted.draft.statements):
                said = _said(mode, statement.text, len(statement.text))
                if said is None or (len(fold(said)) < FEWEST and mode is not Mode.QUOTED):
                    continue
                of += 1
                reason = _survives(mode, said, drafted, at, library)
                if reason is not None:
                    fallen.append((mode, said, reason))
        rates[mode] = Rate(of - sum(m is mode for m, _, _ in fallen), of)
    return rates, tuple(fallen)


def _said(mode: Mode, text: str, seed: int) -> str | None:
    """The text as the mode says it; None where a chat model says no such thing."""
    if mode is Mode.QUOTED:
        return text
    if text.startswith(_OWN_HEADS):
        return None
    return text if mode is Mode.COPIED else reworded(text, Random(seed))


def _survives(mode: Mode, said: str, drafted: Drafted, at: int, library: Library) -> str | None:
    """Why the statement is removed, or None if it gets through."""
    draft = drafted.draft
    statement = replace(draft.statements[at], text=said)
    if mode is Mode.QUOTED:
        statements = (*draft.statements[:at], statement, *draft.statements[at + 1 :])
        proposed = replace(draft, statements=statements)
    else:
        # A model cites clauses, so all of their own text may bear what it says.
        statement = replace(statement, supports=_whole(statement, library))
        proposed = Draft(draft.status, (statement,), composer=CHAT)
    for removed in verify(proposed, library, drafted.asked).removed:
        if removed.text == said:
            return removed.fault.reason
    return None


def _whole(statement: Statement, library: Library) -> tuple[Support, ...]:
    clauses = dict.fromkeys((s.document_id, s.clause) for s in statement.supports)
    whole = (
        Support(*key, library.clause(key).start, library.clause(key).own_end) for key in clauses
    )
    return tuple(dict.fromkeys((*whole, *statement.supports)))


def _cited(statement: Statement, library: Library) -> str:
    """All that the cited clauses print, and what they are called."""
    parts = []
    for support in statement.supports:
        clause = library.clause((support.document_id, support.clause))
        parts += [library.own((support.document_id, support.clause)), fold(clause.address)]
        parts.append(fold(library.text(support.document_id, support.start, support.end)))
    return "\n".join(parts)
