"""Bodies by role: what a bracket or a labelled line says about who leads, joins and shares."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.facts.responsibilities.body_lists import is_authority, split_bodies

LABEL = re.compile(
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


@dataclass
class Roles:
    """The bodies of one statement, collected; notes tell what the print leaves open."""

    lead: list[str] = field(default_factory=list)
    join: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    single: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, role: str, printed: str) -> None:
        """Add every body of a printed list to a role."""
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
        """All bodies, whatever their role."""
        return [*self.lead, *self.join, *self.shared, *self.single]


def labelled(content: str) -> Roles | None:
    """「牵头单位：A；配合单位：B、C；完成时限：…」"""
    roles = Roles()
    marks = list(LABEL.finditer(content))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        printed = content[mark.end() : following.start() if following else len(content)]
        role = mark.lastgroup or "other"
        if role == "other":
            roles.notes.append(
                f"{content[mark.start() : mark.end() - 1].strip()}：{printed.strip('；;，。 ')}"
            )
            continue
        inner = by_role(printed) if re.search(r"牵头|负责$|配合", printed) else None
        if inner and inner.bodies():
            for name in ("lead", "join", "shared", "single", "notes"):
                getattr(roles, name).extend(getattr(inner, name))
        else:
            roles.take(role, printed)
    return roles if roles.bodies() else None


def by_role(content: str) -> Roles | None:
    """「A、B牵头，C、D按职责分工负责」: each list takes the role that is printed behind it."""
    roles = Roles()
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


def only_bodies(content: str) -> Roles | None:
    """「（省科技厅、省财政厅）」 at the end of a paragraph: bodies and nothing else."""
    bodies, _ = split_bodies(content)
    if not bodies or not all(is_authority(b) and re.match(r"[省市县区州各国]", b) for b in bodies):
        return None
    roles = Roles(notes=["原文只列单位，未写明如何分工"])
    roles.take("single", content)
    return roles
