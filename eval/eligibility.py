"""Eligibility: what a profile is told it may get, held against what its author expected.

A measure is found when an item of the same document quotes the same words: of the two folded
quotes one lies in the other. A document and its copy are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict

from corpus.models import Corpus
from eval.cases import Text
from eval.figures import Figure, count_of, share_of
from eval.jsonl import read_jsonl, require_unique
from eval.prove import QuoteOf
from eval.score import printed
from eval.tables import table
from eval.text import fold

Verdict = Literal["met", "unmet", "unknown", "not_applicable", "guidance"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ABSENT = "absent"
VERDICT_NAMES = {
    "met": "符合",
    "unmet": "不符合",
    "unknown": "待确认",
    "not_applicable": "不适用",
    "guidance": "指引",
    ABSENT: "未列出",
}
Check = Callable[[str], Mapping[str, Any]]
"""A profile in words → what `zhengwen eligibility --text … --json` prints."""


class Unoffered(BaseModel):
    """A measure that must not be offered to this profile."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    doc: Text
    quote: Text
    why: str = ""


class Expected(Unoffered):
    """A measure with the verdict that this profile should get."""

    verdict: Verdict
    also_ok: list[Verdict] = []
    """Verdicts that the author holds for defensible as well."""


class ProfileCase(BaseModel):
    """A profile with its key."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: Text
    text: Text
    expected: list[Expected] = []
    not_offered: list[Unoffered] = []
    note: str | None = None


class Item(BaseModel):
    """A measure as the engine lists it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    document_id: str
    address: str
    quote: str
    verdict: Verdict


class Checked(BaseModel):
    """What the engine says about a profile."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One profile judged."""

    id: str
    pairs: tuple[tuple[Verdict, str], ...]
    """Expected and given verdict of every expected measure; ABSENT where it is not listed."""
    met: int
    """Items that are said to be met."""
    wrong_met: tuple[str, ...]
    """Addresses of those that the key does not hold for met."""
    violations: tuple[str, ...]
    """Addresses of items that must not be offered, yet stand there as met or unknown."""


ELIGIBILITY_METRICS = {
    "found": "应列措施已列出",
    "right_verdict": "结论正确",
    "met_is_right": "判为符合且确实符合",
    "wrong_met": "误判为符合",
    "violations": "不该推荐而推荐",
}
ELIGIBILITY_COUNTS = ("wrong_met", "violations")


def read_profiles(paths: Sequence[Path]) -> list[ProfileCase]:
    """Raises EvalError for bad lines and repeated ids."""
    profiles = [p for path in paths for p in read_jsonl(path, ProfileCase)]
    require_unique(profiles, "企业画像")
    return profiles


def check_all(profiles: Sequence[ProfileCase], check: Check) -> list[Checked]:
    """The engine over every profile; it sees the text alone."""
    return [Checked.model_validate({**check(p.text), "id": p.id}) for p in profiles]


def originals(corpus: Corpus) -> dict[str, str]:
    """Document id to the document that it copies, by the manifest's relations."""
    return {
        parsed.document.id: relation.document_id
        for parsed in corpus.documents
        if (relation := parsed.document.relation) and relation.kind in ("copy_of", "part_copy_of")
    }


def judge_profile(profile: ProfileCase, checked: Checked, original: Mapping[str, str]) -> Verdicts:
    """Hold the items against the key. original: document id to what it copies."""
    pairs: list[tuple[Verdict, str]] = []
    for expected in profile.expected:
        item = _best(expected, checked.items, original)
        given = item.verdict if item else ABSENT
        # What is as good counts as what was expected.
        pairs.append((expected.verdict, expected.verdict if given in expected.also_ok else given))
    due = [e for e in profile.expected if "met" in (e.verdict, *e.also_ok)]
    met = [item for item in checked.items if item.verdict == "met"]
    offered = [item for item in checked.items if item.verdict in ("met", "unknown")]
    return Verdicts(
        id=profile.id,
        pairs=tuple(pairs),
        met=len(met),
        wrong_met=_addresses(i for i in met if not _among(i, due, original)),
        violations=_addresses(i for i in offered if _among(i, profile.not_offered, original)),
    )


def is_right(expected: Verdict, given: str) -> bool:
    """Whether a verdict is the expected one; what does not apply may also go unmentioned."""
    return given == expected or (expected == "not_applicable" and given == ABSENT)


def eligibility_figures(judged: Sequence[Verdicts]) -> dict[str, Figure]:
    """The figures over all profiles' measures."""
    pairs = [pair for verdicts in judged for pair in verdicts.pairs]
    met = sum(v.met for v in judged)
    wrong = sum(len(v.wrong_met) for v in judged)
    return {
        "found": share_of(given != ABSENT for due, given in pairs if due != "not_applicable"),
        "right_verdict": share_of(is_right(due, given) for due, given in pairs),
        "met_is_right": share_of(n >= wrong for n in range(met)),
        "wrong_met": count_of(len(v.wrong_met) for v in judged),
        "violations": count_of(len(v.violations) for v in judged),
    }


def confusion(judged: Sequence[Verdicts]) -> dict[str, dict[str, int]]:
    """Expected verdict → given verdict (or ABSENT) → how many measures."""
    counts = Counter(pair for verdicts in judged for pair in verdicts.pairs)
    return {due: {given: counts[due, given] for given in (*VERDICTS, ABSENT)} for due in VERDICTS}


def eligibility_table(profiles: Sequence[ProfileCase], judged: Sequence[Verdicts]) -> str:
    """The figures, the confusion table, and what is wrong, a line a measure."""
    figures = eligibility_figures(judged)
    head = [
        (name, printed(figures[key], "count" if key in ELIGIBILITY_COUNTS else "share"))
        for key, name in ELIGIBILITY_METRICS.items()
    ]
    counted = confusion(judged)
    given = (*VERDICTS, ABSENT)
    rows = [(VERDICT_NAMES[due], *(str(row[g]) for g in given)) for due, row in counted.items()]
    wrong = [
        f"{profile.id} {expected.doc}“{expected.quote}”：应为{VERDICT_NAMES[due]}，"
        f"答{VERDICT_NAMES[got]}"
        for profile, verdicts in zip(profiles, judged, strict=True)
        for expected, (due, got) in zip(profile.expected, verdicts.pairs, strict=True)
        if not is_right(due, got)
    ]
    wrong += [f"{v.id} 误判为符合：{address}" for v in judged for address in v.wrong_met]
    wrong += [f"{v.id} 不该推荐：{address}" for v in judged for address in v.violations]
    parts = (
        table(("指标", "数值"), head),
        table(("应为＼答", *(VERDICT_NAMES[g] for g in given)), rows),
        "\n".join(wrong),
    )
    return "\n\n".join(part for part in parts if part)


def profile_quotes(profiles: Iterable[ProfileCase]) -> Iterator[QuoteOf]:
    """Every quote of the keys, to be proved."""
    return ((p.id, q.doc, q.quote) for p in profiles for q in (*p.expected, *p.not_offered))


def _best(wanted: Unoffered, items: Iterable[Item], original: Mapping[str, str]) -> Item | None:
    """Of the items of the same measure the one that shares most of the quote, then the first."""
    same = [item for item in items if _same(wanted, item, original)]
    length = len(fold(wanted.quote))
    return max(same, key=lambda item: min(length, len(fold(item.quote))), default=None)


def _among(item: Item, listed: Iterable[Unoffered], original: Mapping[str, str]) -> bool:
    return any(_same(wanted, item, original) for wanted in listed)


def _same(wanted: Unoffered, item: Item, original: Mapping[str, str]) -> bool:
    documents = (wanted.doc, item.document_id)
    if len({original.get(name, name) for name in documents}) > 1:
        return False
    ours, theirs = fold(wanted.quote), fold(item.quote)
    return bool(theirs) and (ours in theirs or theirs in ours)


def _addresses(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(item.address for item in items)
