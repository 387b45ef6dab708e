"""Figures whose noun stands behind them: 「培育100家领军企业」「与5家银行签约」."""

from __future__ import annotations

import re

from corpus.facts.targets import phrases
from corpus.facts.targets.figure import Figure
from corpus.facts.targets.nouns import GAPS, MEMBERS
from corpus.facts.targets.sides import Sides

_NAMED = re.compile(r"\x00{3,}的$")
"""「部署了五个方面的25项任务」: a name between the verb and its figure."""
_LISTING = re.compile(r"\x00+等$")
"""「签署了《协议》等9项协议」: titles between the verb and its figure."""
_THERE = re.compile(r"(?:现有|已有|已(?:经)?[\u4e00-\u9fff]{2,4})的$")
_TOWARD = re.compile(r"(?:对|为|向|与|同|赴|面向|给|依托|组织|在)$")
_POINTS = re.compile(r"聚焦|围绕|涉及|针对|包括|包含|瞄准|属于|涵盖|按照?")
_ROUND = re.compile(r"数?[十百千万]")
_MOUNTED = re.compile(
    r"(?P<verb>(?:重点)?(?:布局建设|规划建设|新建|建设|建成|培育|创建|认定|遴选|打造))"
    r"(?:[^，、]{0,16}[、和及与])?(?P<whose>(?:全?[省市]|国家)?)$"
)
_FACILITY = re.compile(r"实验室|中心|基地|园|平台|企业|院|所|站|机构|联盟|集群|示范区|工厂|车间")
"""十大 counts what can be built; 十大任务 and 十大工程 are names."""
_PROGRAMME = re.compile(r"(?:计划|工程|行动)(?:[”》]|$)")
_LISTED = re.compile(r"[、和与及]")
_ACHIEVED = re.compile(r"获批|入选|获得|荣获|列入|获评|通过|建成|投产|开工|上市|挂牌|达标|摘帽")
_CHANGES = re.compile(r"提高|提升|增|减|降|升|上升|扩大|压缩|缩短")
_LOTS = ("批", "期", "轮")


def counted(
    sides: Sides, noun: int, comparator: re.Match[str] | None
) -> tuple[Figure | None, int, str] | None:
    """The figure of a noun of that length behind it, where reading goes on, and the verb.

    None where nothing says that the noun is counted.
    """
    if sides.match["unit"] == "大":
        return _ten_large(sides, noun)
    if comparator and comparator["printed"] in ("为", "在"):
        comparator = None
    head = sides.left[: comparator.start()] if comparator else sides.left
    head = _LISTING.sub("", _NAMED.sub("", head))
    printed = comparator["printed"] if comparator else ""
    end = sides.match.end() + noun
    there = _THERE.search(head)
    if there:
        whole = sides.words(sides.match.end(), end)
        figure = sides.figure(sides.first, end, whole, there[0][:-1], done=True)
        return figure, end, ""
    acting = phrases.VERB_END.search(re.sub(r"(?<=[建成造设起了])由$", "", head))
    each = phrases.EACH.search(sides.printed(sides.first, sides.first + len(head)))
    listed = head.endswith("等")
    whose = phrases.SUBJECT.fullmatch(head) is not None
    bare = not head and (sides.verb or sides.joins or comparator or not sides.at)
    leading = phrases.VERB_START.match(head) if listed else None
    reported = not (acting or whose or bare or leading) and _reported(head, sides)
    if not (acting or whose or bare or leading or reported):
        return None
    name = acting["verb"] if acting else "" if listed else sides.verb
    if not (acting or listed or sides.verb or reported):
        end = sides.match.end() + len(sides.right.rstrip(f"{GAPS}、和及与"))
    indicator = MEMBERS.sub("", sides.words(sides.match.end(), end))
    if _PROGRAMME.search(indicator) and sides.in_words:
        return None
    toward = reported and _TOWARD.search(head) is not None
    once = sides.match["unit"] == "次"
    large = _ROUND.fullmatch(sides.match["value"]) is not None and bool(name or printed)
    figure = sides.figure(
        sides.first + (acting.start("verb") if acting else 0),
        end,
        indicator,
        (phrases.manner(leading[0]) if leading else name) + printed,
        subject=each["whose"] if each else phrases.whose(head) if acting else None,
        needs_goal=not each
        and (
            ((phrases.few(name) or toward or once) and "每年" not in sides.segment)
            or (sides.in_words and not large)
        ),
        needs_forward=not name and not each,
        needs_report=reported and not toward,
        verb=name,
    )
    return figure, end, name


def _reported(head: str, sides: Sides) -> bool:
    """「与A、B等27所高校建立合作」「对7家企业提供贷款」「太谷、临猗两县获批」 tell what was done."""
    if _POINTS.search(head):
        return False
    if head.endswith("等") or _TOWARD.search(head):
        return not _CHANGES.match(sides.right.strip())
    behind = sides.segment[sides.match.end() :]
    return bool(sides.in_words and _LISTED.search(head) and _ACHIEVED.search(behind))


def lot(sides: Sides) -> bool:
    """「推出12批259项成果」: the first figure says in how many lots."""
    return sides.match["unit"] in _LOTS and not sides.right and sides.bound < len(sides.segment)


def _ten_large(sides: Sides, noun: int) -> tuple[Figure, int, str] | None:
    mounted = _MOUNTED.search(sides.left)
    verb = mounted["verb"] if mounted else sides.verb if not sides.left else ""
    end = sides.match.end() + noun
    indicator = sides.words(sides.match.end(), end)
    if not verb or not _FACILITY.search(indicator):
        return None
    whose = mounted["whose"] if mounted else ""
    first = sides.first + (mounted.start("verb") if mounted else 0)
    return sides.figure(first, end, whose + indicator, verb), end, verb
