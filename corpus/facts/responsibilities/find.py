"""Who answers for a clause: brackets, labelled lines and sentences that name bodies and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.responsibilities.body_lists import (
    expansion_notes,
    is_authority,
    is_body,
    split_bodies,
)
from corpus.facts.responsibilities.roles import LABEL, Roles, by_role, labelled, only_bodies
from corpus.facts.spans import Outline, Span, blank, sentences
from corpus.models import Clause, Document, Responsibility

_BRACKET = re.compile(
    r"[（(【〔\[［]((?:[^（）()【】〔〕\[\]［］\n]|[（(〔\[][^（）()〔〕\[\]\n]{0,30}[）)〕\]]){2,400})[）)】〕\]］]"
)
_SENTENCE_ROLE = re.compile(
    r"(?P<shared>(?:按照?|根据|依据?)(?:各自)?(?:职责|职能)(?:分工)?(?:分别)?负责|分别负责|共同负责)"
    r"|(?P<lead>负责牵头|牵头)"
    r"|(?P<with>会同|会商|(?<=[厅局委部办])商(?=[省市县国财发科]))"
    r"|(?P<join>(?:积极|予以|分别)?(?:配合|协助)|参与)"
    r"|(?P<single>具体负责|负责(?!人))"
)
_AFTER_WITH = re.compile(
    r"[，,。；]|负责|牵头|制定|开展|建立|研究|组织|推进|做好|指导|具体|协调|提出|编制|审核|确定|共同|联合|对|按|及时|依法|另行|制订|印发|报|统筹"
)
"""What follows the bodies behind 会同."""
_GENERIC = re.compile(
    r"(?:各|有关|相关|其他|本级|同级|所在地?)*(?:地区|地方|单位|部门|政府|机关|机构|方面|成员单位)+"
)
_TOLD = re.compile(
    r"[\s\x00]*(?P<bodies>[^，,：:]{2,30}?)(?:要|应当?|须|将)(?!求)[^：:]{2,60}[，,]\s*负责(?![人任])"
)
"""「各级各部门要成立专班，负责统筹…」: the body opens the sentence, the duty follows a comma."""
_EVERY = re.compile(r"(?:各级(?!别)|各地(?=各))[^、]{0,12}?(?:部门|单位|机关|机构|组织|政府|党委)")


def find_responsibilities(
    document: Document, text: str, outline: Outline
) -> tuple[Responsibility, ...]:
    """All statements of who leads, joins or answers, in document order."""
    found: list[tuple[Span, Roles]] = list(_in_brackets(text))
    taken = [span for span, _ in found]
    found += _in_labelled_lines(text, taken)
    taken = [span for span, _ in found]
    found += _in_sentences(blank(text, outline.marker_spans(text)), taken)
    first_leads = re.search(r"[列排]在?第一位?的?(?:单位|部门)?[为是](?:总?牵头)", text) is not None
    return tuple(
        _responsibility(document, text, outline.smallest(*span), span, roles, first_leads)
        for span, roles in sorted(found, key=lambda item: item[0])
    )


def _responsibility(
    document: Document, text: str, clause: Clause, span: Span, roles: Roles, first_leads: bool
) -> Responsibility:
    notes = [*roles.notes, *expansion_notes(roles.bodies())]
    if first_leads and len(roles.single) > 1 and not roles.lead:
        notes.append(f"文件注明列在第一位的为牵头单位：{roles.single[0]}")
    return Responsibility(
        document_id=document.id,
        clause=clause.ordinal,
        address=clause.address,
        quote=text[span[0] : span[1]],
        start=span[0],
        end=span[1],
        lead=tuple(roles.lead),
        join=tuple(roles.join),
        shared=tuple(roles.shared),
        single=tuple(roles.single),
        notes=tuple(notes),
    )


def _in_brackets(text: str) -> Iterator[tuple[Span, Roles]]:
    for match in _BRACKET.finditer(text):
        content = match[1]
        plain = only_bodies(content) if text[match.end() : match.end() + 1] in ("", "\n") else None
        if plain:
            yield match.span(), plain
            continue
        if not any(
            word in content for word in ("负责", "牵头", "配合", "单位", "部门", "组织实施", "落实")
        ):
            continue
        roles = labelled(content) if LABEL.match(content.lstrip()) else by_role(content)
        if roles and any(is_body(body) for body in roles.bodies()):
            yield match.span(), roles


def _in_labelled_lines(text: str, taken: list[Span]) -> Iterator[tuple[Span, Roles]]:
    """「责任单位：省科技厅、省财政厅」 as a line or sentence of its own."""
    at = 0
    for mark in LABEL.finditer(text):
        if mark.start() < at or mark.lastgroup == "other" or _inside(mark.start(), taken):
            continue
        if mark[0].startswith(("主办", "承办")):  # the foot of a web page, not a task
            continue
        if mark.start() and text[mark.start() - 1] not in "\n。；;，, 　（(【〔[":
            continue
        stop = re.compile(r"[\n。]|$").search(text, mark.end())
        end = min(stop.start() if stop else len(text), mark.end() + 600)
        roles = labelled(text[mark.start() : end])
        if roles and any(is_body(body) for body in roles.bodies()):
            at = end
            yield (mark.start(), end), roles


def _in_sentences(text: str, taken: list[Span]) -> Iterator[tuple[Span, Roles]]:
    for start, end in sentences(text):
        sentence = text[start:end]
        if not any(word in sentence for word in ("负责", "牵头", "会同", "商")):
            continue
        hit = _sentence_roles(sentence) or _told(sentence)
        if hit and not _inside(start + hit[0], taken):
            yield (start + hit[0], end), hit[1]


def _sentence_roles(sentence: str) -> tuple[int, Roles] | None:
    """「由A牵头，B、C配合」「A会同B…」「A、B负责…」: bodies stand right before the verb."""
    roles = Roles()
    first: int | None = None
    at = 0
    for mark in _SENTENCE_ROLE.finditer(sentence):
        begin = max((sentence.rfind(c, at, mark.start()) for c in "，,：:"), default=-1) + 1
        begin = max(begin, at)
        printed = sentence[begin : mark.start()]
        at = mark.end()
        lead_in = re.match(
            r"[\s\x00]*[^，,、]{0,16}?由(?=[省市县区州国本各]|[^，,、]{2,8}(?:厅|局|委|部|办|政府))|[^，。、]{2,12}(?:授权|委托|指定)(?=.)|[\s\x00]*",
            printed,
        )
        offset = lead_in.end() if lead_in else 0
        role = mark.lastgroup or "single"
        bodies, _ = split_bodies(printed[offset:])
        if role == "with" and not printed.strip() and roles.lead:
            joined = _joined(sentence, mark.end())
            roles.take("join", joined)
            at = mark.end() + len(joined)
            continue
        if not bodies or not all(is_authority(body) for body in bodies):
            continue
        if all(_GENERIC.fullmatch(body) for body in bodies):
            continue
        if role == "join" and first is None:
            continue
        if role == "with":
            joined = _joined(sentence, mark.end())
            roles.take("join", joined)
            role = "lead"
            at = mark.end() + len(joined)
        roles.take(role, printed[offset:])
        if first is None:
            first = begin + (len(printed) - len(printed.lstrip()))
    return (first, roles) if first is not None and roles.bodies() else None


def _told(sentence: str) -> tuple[int, Roles] | None:
    """Bodies that open a sentence and are told to do something 「，负责…」."""
    told = _TOLD.match(sentence)
    if not told:
        return None
    printed = told["bodies"].strip()
    if _EVERY.fullmatch(printed):
        return told.start("bodies"), Roles(shared=[printed])
    bodies, _ = split_bodies(printed)
    if not bodies or not all(is_authority(body) for body in bodies):
        return None
    if all(_GENERIC.fullmatch(body) for body in bodies):
        return None
    roles = Roles()
    roles.take("shared" if len(bodies) > 1 else "single", printed)
    return told.start("bodies"), roles


def _joined(sentence: str, start: int) -> str:
    """The bodies behind 会同, up to the first word that is none: 有关方面认真贯彻…"""
    stop = _AFTER_WITH.search(sentence, start)
    printed = sentence[start : stop.start() if stop else len(sentence)]
    at = 0
    for name in split_bodies(printed)[0]:
        found = printed.find(name, at)
        if is_authority(name) or _GENERIC.fullmatch(name):
            at = found + len(name)
            continue
        generic = _GENERIC.match(name)
        return printed[: found + generic.end() if generic else at]
    return printed


def _inside(position: int, spans: list[Span]) -> bool:
    return any(start <= position < end for start, end in spans)
