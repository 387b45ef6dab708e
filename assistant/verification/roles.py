"""Which body has which role: 省科技厅 leads, 省财政厅 joins.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.verification.faults import ABSENT, ELSEWHERE, ClaimKind, Fault
from corpus.bodies.mentions import canonical_body, find_bodies
from corpus.models import Responsibility

ROLES = ("lead", "join", "shared", "single")
_WORDS = {
    "牵头": "lead",
    "主责": "lead",
    "主办": "lead",
    "配合": "join",
    "协助": "join",
    "参与": "join",
    "协办": "join",
}
_ROLE = re.compile(r"牵头|主责|主办|配合|协助|协办|参与|负责(?!人)|主管")
_BEFORE = re.compile(
    r"(牵头|配合|负责|责任|主管|主办|协办|参与)(?:的)?(?:单位|部门)?(?:是|为|有|包括|:)$"
)
_END = re.compile(r"[.;!?\n]")
_CLOSE = re.compile(r"[,.;!?\n]")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")

Held = dict[str, set[str]]
"""Canonical body → the roles that the cited clauses give it."""


def held_roles(duties: Iterable[Responsibility]) -> Held:
    """The roles of the responsibilities; who leads or shares is responsible as well."""
    held: Held = {}
    for duty in duties:
        for role in ROLES:
            for name in getattr(duty, role):
                roles = {role} if role == "join" else {role, "single"}
                held.setdefault(canonical_body(name), set()).update(roles)
    return held


def exchanged_roles(claim: str, source: str, held: Held) -> Iterator[Fault]:
    """Bodies that a text gives another role than the facts of its clauses, else their words, do."""
    said = list(_claimed(claim))
    printed: Held = {}
    for body, _, role in _claimed(source, _CLOSE) if said else ():
        printed.setdefault(body, set()).add(role)
    for body, text, role in said:
        roles = held.get(body, set()) | printed.get(body, set())
        if roles and role not in roles:
            yield Fault(ClaimKind.ROLE, text, ELSEWHERE)
        elif not roles and body not in {b.canonical for b in find_bodies(source)}:
            # The title may name the body; that gives it no part in the clause.
            yield Fault(ClaimKind.BODY, text, ABSENT)
    yield from _other_hands(claim, source)


def _other_hands(claim: str, source: str) -> Iterator[Fault]:
    """Bodies named twice in one list, and bodies that do what the source has another one do."""
    said = find_bodies(claim)
    does: dict[str, set[str]] = {}
    for body in find_bodies(source):
        does.setdefault(source[body.end : body.end + 2], set()).add(body.canonical)
    for at, body in enumerate(said):
        doing = claim[body.end : body.end + 2]
        if _HAN.fullmatch(doing) and body.canonical not in does.get(doing, {body.canonical}):
            yield Fault(ClaimKind.BODY, body.text, ELSEWHERE)
        before = said[at - 1] if at else None
        if before and before.canonical == body.canonical and claim[before.end : body.start] == "、":
            yield Fault(ClaimKind.BODY, body.text, "is named twice")


def _claimed(folded: str, end: re.Pattern[str] = _END) -> Iterator[tuple[str, str, str]]:
    """(canonical body, as printed, role) for every body that leads, joins or is responsible."""
    listed = ""
    last = -1
    for body in find_bodies(folded):
        before = _BEFORE.search(folded[: body.start])
        if before:
            word = before[1]
        elif listed and folded[last : body.start] in ("、", "和", "及", "与"):
            word = listed
        else:
            after = _ROLE.search(end.split(folded[body.end :], maxsplit=1)[0])
            word = after[0] if after else ""
        listed = word if before or (listed and word == listed) else ""
        last = body.end
        if word:
            yield body.canonical, body.text, _WORDS.get(word, "single")
