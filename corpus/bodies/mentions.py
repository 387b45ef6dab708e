"""Which government bodies a text names, under one canonical name for all their spellings.

Data: corpus/lexicon/bodies.tsv (stems and endings), body_names.tsv (names of their own).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.bodies.names import BodyName, body_alternation, body_names
from corpus.regions import find_regions

_LEVEL = (
    r"(?P<level>(?<![全本各跨])(?:省委|市委|县委|区委|旗委|州委|自治区党委|省政府|市政府|县政府|区政府|省直|市直"
    r"|省级|市级|县级|区级|自治区|省|市|县|区|旗|州|盟|国家))?"
)
_RANKS = {
    "省": "省",
    "市": "市",
    "县": "县",
    "区": "区",
    "旗": "县",
    "州": "市",
    "盟": "市",
    "国家": "国家",
    "自治区": "省",
}
_STOP = '的和与及由是在有对向为把将被让给请问吗呢么哪些什负责牵头配合还并也，。、；：！？（）()“”《》,.;:!?"[ \n'
_UNLISTED = re.compile(
    rf"(?<![全本各我跨出节])(?:省|市|县|区|州|国家)[^{_STOP}]{{2,14}}?(?:厅(?!长)|管理局|监管局|服务局|促进局|事务局|发展局"
    rf"|委员会|工作组|领导小组(?:办公室)?|指挥部(?:办公室)?|联席会议|总队|专班)"
    rf"|[^{_STOP}]{{2,14}}?(?:示范区|开发区|高新区|新区|经开区|园区|自贸区|试验区|管理区|集聚区|保税区)(?:管委会|管理委员会)"
)
_COMMISSION = re.compile(r"管理委员会$")
_BRANCH = re.compile(r"(?:[\u4e00-\u9fff]{2,4}?)?(?:中心支行|中支|分行|支行|营业管理部)")
_AGENCY = re.compile(r"(?:[\u4e00-\u9fff]{2,4}?)?(?:监管局|税务局)")
_TAILS = {
    "人行": (_BRANCH,),
    "农发行": (_BRANCH,),
    "税务总局": (_AGENCY,),
    "金融监管总局": (_AGENCY,),
}
"""Bodies whose local offices stand behind their name: 国家税务总局|山西省税务局."""
_LOCAL = {"税务总局": "税务局", "金融监管总局": "金融监管局"}


@dataclass(frozen=True, slots=True)
class BodyMention:
    """Where a text names a body. Offsets are half-open."""

    start: int
    end: int
    text: str
    """As printed."""
    canonical: str
    """Level and short name, one for all spellings: 省科技厅, 团省委, 银监局."""
    region: str | None = None
    """Full name of the region that is printed in front, 山西省; None if none is."""

    @property
    def level(self) -> str | None:
        """省, 市, 县, 区 or 国家; None where the words do not say."""
        return _level_of(self.canonical)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<youth>(?:共青团|团)(?P<of>[\u4e00-\u9fff]{0,6}?[省市县区])委(?!员))"
        rf"|{_LEVEL}(?P<core>{body_alternation()})"
    )


def find_bodies(text: str) -> tuple[BodyMention, ...]:
    """The bodies a text names, from left to right, the longest name at each place."""
    if not text:
        return ()
    found: list[BodyMention | None] = []
    for match in _pattern().finditer(text):
        if not (found and found[-1] and match.start() < found[-1].end):
            found.append(_mention(text, match))
    if any(mention is not None for mention in found):
        regions = {m.end: (m.start, m.region.name) for m in find_regions(text)}
        found = [_with_region(text, mention, regions) for mention in found if mention]
    listed = [mention for mention in found if mention]
    others = [
        BodyMention(*match.span(), match[0], _COMMISSION.sub("管委会", match[0]))
        for match in _UNLISTED.finditer(text)
    ]
    return tuple(_longest([*listed, *others]))


def _longest(mentions: list[BodyMention]) -> list[BodyMention]:
    """Mentions in order; of two that overlap the one that ends later, then the one that is listed."""
    kept: list[BodyMention] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end > kept[-1].end:
            kept[-1] = mention
    return kept


def canonical_body(name: str) -> str:
    """The canonical name of a body as printed; the name itself where the lexicon has none."""
    name = re.sub(r"\s", "", name)
    for mention in find_bodies(name):
        if mention.start == 0 and mention.end == len(name):
            return mention.canonical
    return _COMMISSION.sub("管委会", name)


def same_body(one: str, other: str) -> bool:
    """Whether two printed names may mean one body: 发改委 and 省发改委 may, two levels may not."""
    first, second = _whole(one), _whole(other)
    if _bare(first.canonical) != _bare(second.canonical):
        return False
    levels = (first.level, second.level)
    regions = (first.region, second.region)
    return (None in levels or levels[0] == levels[1]) and (
        None in regions or regions[0] == regions[1]
    )


def lacks_level(name: str) -> bool:
    """Whether a printed name leaves its level to the names around it: 财政厅, 发改委, 统计局."""
    mention = _whole(name)
    bare = _bare(mention.canonical)
    return (
        mention.region is None and bare in _ranked() and not re.match(r"[省市县区州旗盟国]", name)
    )


def _whole(name: str) -> BodyMention:
    name = re.sub(r"\s", "", name)
    for mention in find_bodies(name):
        if mention.start == 0 and mention.end == len(name):
            return mention
    return BodyMention(0, len(name), name, _COMMISSION.sub("管委会", name))


def _mention(text: str, match: re.Match[str]) -> BodyMention | None:
    if match["youth"]:
        level = match["of"][-1]
        return BodyMention(*match.span(), match[0], f"团{level}委")
    name = body_names()[match["core"]]
    printed = match["level"] or ""
    for tail in _TAILS.get(name.canonical, ()):
        behind = tail.match(text, match.end())
        if behind:
            end = behind.end()
            return BodyMention(
                match.start(),
                end,
                text[match.start() : end],
                _LOCAL.get(name.canonical, name.canonical),
            )
    if not printed and len(match["core"]) <= 2 and not name.own:
        return None  # 人大, 工会, 法院: too common as parts of other words
    return BodyMention(*match.span(), match[0], _canonical(name, printed))


def _canonical(name: BodyName, printed: str) -> str:
    if name.own:
        return name.canonical
    level = _RANKS.get(re.sub(r"委$|党委$|政府$|直$|级$", "", printed), "")
    if name.canonical.endswith("厅") and not name.party and level in ("", "省"):
        level = "省"
    if name.canonical in ("银监局", "保监局", "银保监局", "证监局", "金融监管局"):
        level = ""
    return f"{level}{name.canonical}" if level else name.canonical.removeprefix("委")


def _with_region(
    text: str, mention: BodyMention | None, regions: dict[int, tuple[int, str]]
) -> BodyMention | None:
    """山西|银监局 and 山西省|科技厅: the name of the region belongs to the body's name."""
    if mention is None:
        return None
    printed_level = re.match(r"(?:省|市|县|区|州|盟|旗)", mention.text)
    for at in (mention.start, mention.start + 1 if printed_level else -1):
        if at in regions:
            start, region = regions[at]
            start = min(start, mention.start)
            rank = region[-1] if region[-1] in "省市县区" else None
            canonical = mention.canonical
            if (
                rank
                and mention.level is None
                and canonical in _ranked()
                and not canonical.endswith("厅")
            ):
                canonical = f"{rank}{canonical}"
            return BodyMention(start, mention.end, text[start : mention.end], canonical, region)
    return mention


@cache
def _ranked() -> frozenset[str]:
    """Canonical names that bear a level (统计局), unlike 银监局 and 人行."""
    outside = ("银监局", "保监局", "银保监局", "证监局", "金融监管局")
    return frozenset(
        n.canonical for n in body_names().values() if not n.own and n.canonical not in outside
    )


def _level_of(canonical: str) -> str | None:
    match = re.match(r"(?:团)?(国家|省|市|县|区)(?!场|政管|容|级)", canonical)
    return match[1] if match else None


def _bare(canonical: str) -> str:
    return re.sub(r"^(团?)(?:国家|省|市(?!场)|县|区)(?:委(?=.))?", r"\1", canonical)
