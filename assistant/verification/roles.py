"""Which body has which role: 省科技厅 leads, 省财政厅 joins.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.verification.faults import ABSENT, ELSEWHERE, ClaimKind, Fault
from corpus.bodies.mentions import BodyMention, canonical_body, find_bodies
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
_AND = ("、", "和", "及", "与")
_ITEM = r"[^、,.;:()\"《》\n由为是将牵配负按等会和及与]{2,16}"
_NEXT = re.compile(rf"、({_ITEM})")
_PREVIOUS = re.compile(rf"({_ITEM})、$")
# Bodies that no lexicon lists (区项目办, 各街道办事处), known by their endings.
_ENDING = r"(?:[局厅委办处院会所站组]|部门|政府|中心|公司)"
_HANDS = re.compile(
    rf"(?:{_ITEM[:-6]}{{1,14}}{_ENDING})(?:负责(?!人)|牵头|配合)|会同{_ITEM[:-6]}{{1,14}}{_ENDING}"
)
_LABEL = re.compile(
    rf"(?:责任|牵头|配合|主管|实施|参与)(?:单位|部门)(?:是|为|有|:)(?P<item>{_ITEM})"
)
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
    for label in _LABEL.finditer(claim):
        if not find_bodies(label["item"]) and label["item"] not in source:
            yield Fault(ClaimKind.BODY, label["item"], ABSENT)
    for match in _HANDS.finditer(claim):
        if match[0] not in source and not find_bodies(match[0]):
            yield Fault(ClaimKind.BODY, match[0], ABSENT)
    does: dict[str, set[str]] = {}
    for name, _, doing in _doings(source):
        does.setdefault(doing, set()).add(name)
    for name, text, doing in _doings(claim):
        if _HAN.fullmatch(doing) and name not in does.get(doing, {name}):
            yield Fault(ClaimKind.BODY, text, ELSEWHERE)
    said = find_bodies(claim)
    for at, body in enumerate(said):
        for item in _beside_in_list(claim, body.start, body.end):
            if item not in source:
                yield Fault(ClaimKind.BODY, item, ABSENT)
        before = said[at - 1] if at else None
        if before and before.canonical == body.canonical and claim[before.end : body.start] == "、":
            yield Fault(ClaimKind.BODY, body.text, "is named twice")


def _doings(folded: str) -> list[tuple[str, str, str]]:
    """(canonical body, as printed, the two characters behind it or behind its list)."""
    found: list[tuple[str, str, str]] = []
    following: BodyMention | None = None
    for body in reversed(find_bodies(folded)):
        listed = following and folded[body.end : following.start] in _AND
        doing = found[-1][2] if listed else folded[body.end : body.end + 2]
        found.append((body.canonical, body.text, doing))
        following = body
    return found[::-1]


def _beside_in_list(claim: str, start: int, end: int) -> Iterator[str]:
    """What a list names next to a body, if it is no body that the lexicon knows."""
    after = _NEXT.match(claim, end)
    before = _PREVIOUS.search(claim[:start])
    for item in (after, before):
        if item and not find_bodies(item[1]):
            yield item[1]


def _claimed(folded: str, end: re.Pattern[str] = _END) -> Iterator[tuple[str, str, str]]:
    """(canonical body, as printed, role) for every body that leads, joins or is responsible."""
    listed = ""
    last = -1
    for body in find_bodies(folded):
        before = _BEFORE.search(folded[: body.start])
        if before:
            word = before[1]
        elif listed and folded[last : body.start] in _AND:
            word = listed
        else:
            after = _ROLE.search(end.split(folded[body.end :], maxsplit=1)[0])
            word = after[0] if after else ""
        listed = word if before or (listed and word == listed) else ""
        last = body.end
        if word:
            yield body.canonical, body.text, _WORDS.get(word, "single")
