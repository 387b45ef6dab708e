"""The lexicon of body names: stems with their endings, and names of their own.

Data: corpus/lexicon/bodies.tsv and body_names.tsv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "lexicon"
_NONE = "—"
_LONG_ENDINGS = {"委": "委员会", "办": "办公室"}
_NOT_AFTER = {
    "委": "(?!员(?!会)|托|派|任)",
    "办": "(?!法|理|公(?!室)|事(?!处)|好|学|案|结|件|医|企)",
    "部": "(?!门|分|署|长|队|位|委|级)",
    "局": "(?!面|限|部|势|域|长)",
    "厅": "(?!长|级)",
    "署": "(?!名)",
    "会": "(?!议|计|员|上|同)",
    "政府": "(?!采购|工作报告|购买|引导|投资|补贴|主导|投入|部门|网站|服务|职能|管理)",
    "法院": "",
    "工会": "(?!经费|会员)",
    "人大": "(?!附中|代表)",
    "海关": "(?!总署)",
    "科学院": "",
    "人行": "(?!道|横)",
    "农办": "(?!理)",
    "改革办": "(?!法|理)",
    "编办": "(?!法|理)",
}
"""What may not follow a name with that ending: 教育部|门 names no ministry."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name without level and region."""

    canonical: str
    party: bool
    """Whether its level stands as 省委, not as 省."""
    own: bool
    """Whether it is a name of its own that takes no level."""


def _rows(file: str) -> list[list[str]]:
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _list(cell: str) -> list[str]:
    return [] if cell == _NONE else cell.split("、")


@cache
def body_names() -> dict[str, BodyName]:
    """Printed name without level → what it is."""
    names: dict[str, BodyName] = {}
    for short, endings, longer in _rows("bodies.tsv"):
        for ending in re.findall(r"总局|总队|支队|中心|.", endings) if endings != _NONE else [""]:
            name = BodyName(short + ending, party=False, own=False)
            for stem in (short, *_list(longer)):
                names.setdefault(stem + ending, name)
                if ending in _LONG_ENDINGS:
                    names.setdefault(stem + _LONG_ENDINGS[ending], name)
    for canonical, rule, others in _rows("body_names.tsv"):
        name = BodyName(canonical, party=rule == "委", own=rule == "无")
        for printed in (canonical, *_list(others)):
            names[printed] = name
    return names


@cache
def body_alternation() -> str:
    """All names as one regular expression, the longest first, each with what may not follow it."""
    guards = sorted(_NOT_AFTER, key=len, reverse=True)
    parts = []
    for name in sorted(body_names(), key=len, reverse=True):
        guard = next((g for g in guards if name.endswith(g)), "")
        parts.append(re.escape(name) + _NOT_AFTER.get(guard, ""))
    return "|".join(parts)
