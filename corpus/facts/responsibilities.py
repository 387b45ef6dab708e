"""Who answers for a clause: brackets, labelled lines and sentences that name bodies and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.facts.body_lists import expansion_notes, is_authority, is_body, split_bodies
from corpus.facts.spans import Outline, Span, blank, sentences
from corpus.models import Clause, Document, Responsibility

_BRACKET = re.compile(
    r"[（(【〔\[［]((?:[^（）()【】〔〕\[\]［］\n]|[（(][^（）()\n]{0,30}[）)]){2,400})[）)】〕\]］]"
)
_LABEL = re.compile(
    r"(?P<lead>(?:总?牵头|主要责任|第一责任|主办|主责)(?:责任)?(?:单位|部门|处室)?|负责牵头(?:单位|部门))\s*[：:]"
    r"|(?P<join>(?:配合|参与|参加|协办|协同|协助|会办)(?:责任)?(?:单位|部门|处室)?)\s*[：:]"
    r"|(?P<single>(?:责任|负责|承办|实施|落实|主管|承担|职责)(?:责任)?(?:单位|部门|处室|主体)?)\s*[：:]"
    r"|(?P<other>(?:完成)?(?:时限|时间|期限|日期)(?:要求)?|完成时间|责任人|责任领导|牵头领导|分管领导|联系人)\s*[：:]"
)
_ROLE = re.compile(
    r"(?P<shared>(?:按照?|根据|依照?|依据)?(?:各自)?(?:职责|职能|任务|责任)(?:任务)?分工(?:分别|共同)?(?:负责|落实|组织实施|推进)"
    r"|(?:按照?|根据|依照?)(?:各自)?(?:职责|职能|分工)(?:分别|共同)?(?:负责|落实)"
    r"|分别负责|共同负责|分工负责|各负其责|分头负责)"
    r"|(?P<lead>负责牵头|(?:共同|联合|总)?牵头(?:单位|部门)?(?:负责|组织实施|组织|落实|推进|实施|抓落实)?|为牵头(?:单位|部门)|主办|为主负责)"
    r"|(?P<join>(?:分别|积极|共同|按(?:照)?职责(?:分工)?)?(?:配合|参与|参加|协助|协同|协办)(?:负责|落实|实施|单位|部门)?)"
    r"|(?P<single>负责(?:组织实施|落实|实施|推进|统筹)?|具体负责|组织实施|承办|落实)"
)
_MISPRINT = re.compile(r"(?P<body>.+[厅局委办部会院署行])牵$")
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


@dataclass
class _Roles:
    lead: list[str] = field(default_factory=list)
    join: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    single: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, role: str, printed: str) -> None:
        bodies, rest = split_bodies(printed)
        for body in bodies:
            misprint = _MISPRINT.fullmatch(body)
            if misprint:
                self.lead.append(misprint["body"])
                self.notes.append(f"原文印作“{body}”，疑脱“头”字，按牵头列出")
            elif body not in getattr(self, role):
                getattr(self, role).append(body)
        if rest:
            self.notes.append(f"原文列举之后写有“{rest}”，未逐一列出")

    def bodies(self) -> list[str]:
        return [*self.lead, *self.join, *self.shared, *self.single]


def find_responsibilities(
    document: Document, text: str, outline: Outline
) -> tuple[Responsibility, ...]:
    """All statements of who leads, joins or answers, in document order."""
    found: list[tuple[Span, _Roles]] = list(_in_brackets(text))
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
    document: Document, text: str, clause: Clause, span: Span, roles: _Roles, first_leads: bool
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


def _in_brackets(text: str) -> Iterator[tuple[Span, _Roles]]:
    for match in _BRACKET.finditer(text):
        content = match[1]
        plain = _only_bodies(content) if text[match.end() : match.end() + 1] in ("", "\n") else None
        if plain:
            yield match.span(), plain
            continue
        if not any(
            word in content for word in ("负责", "牵头", "配合", "单位", "部门", "组织实施", "落实")
        ):
            continue
        roles = _labelled(content) if _LABEL.match(content.lstrip()) else _by_role(content)
        if roles and any(is_body(body) for body in roles.bodies()):
            yield match.span(), roles


def _only_bodies(content: str) -> _Roles | None:
    """「（省科技厅、省财政厅）」 at the end of a paragraph: bodies and nothing else."""
    bodies, _ = split_bodies(content)
    if not bodies or not all(is_authority(b) and re.match(r"[省市县区州各国]", b) for b in bodies):
        return None
    roles = _Roles(notes=["原文只列单位，未写明如何分工"])
    roles.take("single", content)
    return roles


def _labelled(content: str) -> _Roles | None:
    """「牵头单位：A；配合单位：B、C；完成时限：…」"""
    roles = _Roles()
    marks = list(_LABEL.finditer(content))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        printed = content[mark.end() : following.start() if following else len(content)]
        role = mark.lastgroup or "other"
        if role == "other":
            roles.notes.append(
                f"{content[mark.start() : mark.end() - 1].strip()}：{printed.strip('；;，。 ')}"
            )
            continue
        inner = _by_role(printed) if re.search(r"牵头|负责$|配合", printed) else None
        if inner and inner.bodies():
            for name in ("lead", "join", "shared", "single", "notes"):
                getattr(roles, name).extend(getattr(inner, name))
        else:
            roles.take(role, printed)
    return roles if roles.bodies() else None


def _by_role(content: str) -> _Roles | None:
    """「A、B牵头，C、D按职责分工负责」: each list takes the role that is printed behind it."""
    roles = _Roles()
    at = 0
    for mark in _ROLE.finditer(content):
        printed = content[at : mark.start()]
        at = mark.end()
        role = mark.lastgroup or "single"
        if "会同" in printed:
            printed, _, joined = printed.partition("会同")
            roles.take("join", joined)
            role = "lead"
        roles.take(role, re.sub(r"^[，,；;。\s]*由?", "", printed))
    rest = content[at:].strip("，,；;。 ")
    if rest and not at:
        return None
    return roles if roles.bodies() and len(rest) < 12 else None


def _in_labelled_lines(text: str, taken: list[Span]) -> Iterator[tuple[Span, _Roles]]:
    """「责任单位：省科技厅、省财政厅」 as a line or sentence of its own."""
    at = 0
    for mark in _LABEL.finditer(text):
        if mark.start() < at or mark.lastgroup == "other" or _inside(mark.start(), taken):
            continue
        if mark[0].startswith(("主办", "承办")):  # the foot of a web page, not a task
            continue
        if mark.start() and text[mark.start() - 1] not in "\n。；;，, 　（(【〔[":
            continue
        stop = re.compile(r"[\n。]|$").search(text, mark.end())
        end = min(stop.start() if stop else len(text), mark.end() + 600)
        roles = _labelled(text[mark.start() : end])
        if roles and any(is_body(body) for body in roles.bodies()):
            at = end
            yield (mark.start(), end), roles


def _in_sentences(text: str, taken: list[Span]) -> Iterator[tuple[Span, _Roles]]:
    for start, end in sentences(text):
        sentence = text[start:end]
        if not any(word in sentence for word in ("负责", "牵头", "会同", "商")):
            continue
        hit = _sentence_roles(sentence)
        if hit and not _inside(start + hit[0], taken):
            yield (start + hit[0], end), hit[1]


def _sentence_roles(sentence: str) -> tuple[int, _Roles] | None:
    """「由A牵头，B、C配合」「A会同B…」「A、B负责…」: bodies stand right before the verb."""
    roles = _Roles()
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


def _joined(sentence: str, start: int) -> str:
    """The bodies behind 会同."""
    stop = _AFTER_WITH.search(sentence, start)
    return sentence[start : stop.start() if stop else len(sentence)]


def _inside(position: int, spans: list[Span]) -> bool:
    return any(start <= position < end for start, end in spans)
