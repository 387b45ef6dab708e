"""What opens an answer: how many items follow, in which role, and what the asker had wrong.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import messages
from assistant.models import Support
from assistant.understanding.normalise import fold
from assistant.verification.faults import ELSEWHERE, ClaimKind, Fault
from assistant.verification.quantities import quantities
from assistant.verification.sources import Source
from corpus.bodies.mentions import find_bodies, same_body
from corpus.models import Responsibility

_ROLE_OF = {fold(label): role for role, label in messages.ROLE_LABELS.items()}
_LABELS = "|".join(sorted(map(re.escape, _ROLE_OF), key=len, reverse=True))
_HEAD = re.compile(
    r'(?:不是"(?P<corrected>[^"]{1,40})"\.)?'
    r"(?:共(?P<count>\d+)条:)?"
    r"(?:以下条款均未写明由(?P<lacking>[^.]{2,60})\.)?"
    rf"(?:(?P<label>{_LABELS}):)?"
)
_LACKING = re.compile(rf"(?P<body>[^、]+?)(?P<roles>(?:(?:{_LABELS})或?)*)(?:、|$)")


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a statement and the words behind it."""

    corrected: str | None
    count: int | None
    lacking: str | None
    """Bodies with the roles that no item of the list gives them: 省科技厅牵头."""
    role: str | None
    """The role that this item and those below are listed under."""
    rest: str


def read_head(own: str) -> Head:
    """The head of what stands around the quotes."""
    match = _HEAD.match(own)
    assert match is not None  # every part may be missing
    return Head(
        match["corrected"],
        int(match["count"]) if match["count"] else None,
        match["lacking"],
        _ROLE_OF[match["label"]] if match["label"] else None,
        own[match.end() :],
    )


def correction_fault(corrected: str, asked: str, source: Source) -> Fault | None:
    """A correction of what was not asked, or of what the quotes say."""
    if corrected not in asked:
        return Fault(ClaimKind.CORRECTION, corrected, "was not asked")
    held = {q.meaning for q in quantities(source.quoted)}
    stated = quantities(corrected)
    if stated and stated[0].said == corrected and stated[0].meaning in held:
        return Fault(ClaimKind.CORRECTION, corrected, "is what the source says")
    return None


def label_faults(
    role: str, supports: Sequence[Support], source: Source, asked: str
) -> Iterator[Fault]:
    """A role over a list item that its facts do not give to the asked body, or to anybody."""
    spans = {(s.document_id, s.clause, s.start, s.end) for s in supports}
    duties = [d for d in source.duties if (d.document_id, d.clause, d.start, d.end) in spans]
    if not duties:
        return
    label = messages.ROLE_LABELS[role]
    if not any(getattr(duty, role) for duty in duties):
        yield Fault(ClaimKind.ROLE, label, ELSEWHERE)
        return
    bodies = [b.text for b in find_bodies(asked)]
    named = [b for b in bodies if any(_has(d, None, b) for d in duties)]
    if named and not any(_has(d, role, b) for d in duties for b in named):
        yield Fault(ClaimKind.ROLE, label, ELSEWHERE)


def lacking_faults(lacking: str, source: Source) -> Iterator[Fault]:
    """A body that is said to lack a role and has it in a listed clause."""
    for match in _LACKING.finditer(lacking):
        for label in re.findall(_LABELS, match["roles"]):
            if any(_has(d, _ROLE_OF[label], match["body"]) for d in source.duties):
                yield Fault(ClaimKind.ROLE, lacking, "is what the source says")


def _has(duty: Responsibility, role: str | None, body: str) -> bool:
    """Whether a responsibility gives the body the role, or any role."""
    roles = (role,) if role else tuple(messages.ROLE_LABELS)
    return any(same_body(fold(name), body) for r in roles for name in getattr(duty, r))
