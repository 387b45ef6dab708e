"""A printed enumeration of bodies, taken apart without changing a character of a name."""

from __future__ import annotations

import re

from corpus.bodies.mentions import lacks_level

_ENDING = re.compile(
    r"(?:厅|局|委|办|部|署|院|会|政府|党委|办公室|委员会|管委会|中心|公司|集团|企业|支行|分行|中支|银行"
    r"|科协|社科联|工商联|残联|妇联|文联|侨联|作协|小组|专班|指挥部|大队|支队|总队|海关|站|所|队|处|室"
    r"|部门|机构|机关|单位|组织|高校|学院|大学|医院|区|市|县|州|盟|旗|镇|乡|街道|办事处|平台|基地|协会|学会|联合会"
    r"|党组|工委|纪委|法院|检察院|军区|武警|馆|台|社|校|网信办|改革办|编办|法制办|金融办|园|省|人大|政协|军分区|厂|行)"
    r"(?:[（(][^（）()]*[）)])?$"
)
_AUTHORITY = re.compile(
    r"(?:厅|局|委|办|部|署|总行|支行|分行|政府|党委|办公室|办事处|委员会|管委会|工委|支队|总队|海关|科协|总工会|妇联|工商联|残联"
    r"|(?:行政|主管|管理|监督|监管|执法|审批|税务|公安|财政|科技|科学技术|教育|统计|机关|政务|登记|牵头|受理|经办|监察|司法|工作)"
    r"(?:部门|机构|机关)|机构编制部门|(?:领导|工作|协调|专项|推进)小组|专班|指挥部|联席会议)(?:[（(][^（）()]*[）)])?$"
)
_NO_NAME = re.compile(
    r"^(?:对|把|将|向|为|按|经|从|在|与|以|应|要|须|可|支持|鼓励|推动|提高|加强|建立|构建|形成|填补|引导|完善|实行|推行|坚持|组织|成立|不断|督促|协助|配合|明确)"
    r"|的|\x00"
)
_PARTIAL = re.compile(
    r"各?(?:省辖|设区的?)?[省市县区州盟旗乡镇]+(?:级|直)?|各(?:设区的?)?市|各县|各区|各乡镇|各地|州|盟"
)
_REST = re.compile(
    r"(?:等(?:省直|市直|有关|相关|其他|各|多个|\d+个)*(?:部门|单位|地方|地区|机构|部门和单位|部门、单位)*"
    r"(?:和单位)?|(?:及|和|、)?(?:其他)?(?:各)?(?:有关|相关)(?:部门|单位|方面|部门和单位)|以?及?其他(?:部门|单位))$"
)
_AND = re.compile(r"(?:以及|和|与|及|会同|并)")
_RUN_TOGETHER = re.compile(r"(?<=[厅局委办部])(?=省[^级直])")
"""省科技厅省财政厅: a blank stood between them before the text was cleaned."""
_OPEN, _CLOSE = "（(〔[", "）)〕]"
_LEVEL = re.compile(r"(?:省|市|县|区|州|盟|旗)(?=委?[^市县区级直]{2})")


def is_body(name: str) -> bool:
    """Whether a printed name ends as names of bodies do."""
    return 1 < len(name) <= 40 and _ENDING.search(name) is not None


def is_authority(name: str) -> bool:
    """Whether free text before a verb is a government body and nothing else."""
    return 1 < len(name) <= 24 and _AUTHORITY.search(name) is not None and not _NO_NAME.search(name)


def split_bodies(printed: str) -> tuple[list[str], str]:
    """Names in printed order, and the words such as 等部门 that stand for others."""
    printed = printed.strip(" ，,；;：:。、\n")
    rest = ""
    match = _REST.search(printed)
    if match and match.start() > 0:
        rest = match[0].lstrip("、")
        printed = printed[: match.start()].rstrip("、，")
    names: list[str] = []
    pending = ""
    for piece, separator in _pieces(printed):
        name = (pending + piece).strip()
        if _PARTIAL.fullmatch(name) and separator in "、":
            pending = name + separator
            continue
        pending = ""
        for part in _RUN_TOGETHER.split(name):
            names += _at_conjunctions(part)
    if pending:
        names.append(pending.rstrip("、"))
    return [name for name in names if name], rest


def _pieces(printed: str) -> list[tuple[str, str]]:
    """Pieces between 、，； outside brackets, each with the separator behind it."""
    pieces: list[tuple[str, str]] = []
    depth = 0
    begin = 0
    for index, character in enumerate(printed):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(depth - 1, 0)
        elif character in "、，,；; \n" and not depth:
            pieces.append((printed[begin:index], character))
            begin = index + 1
    pieces.append((printed[begin:], ""))
    return [(piece, separator) for piece, separator in pieces if piece.strip()]


def _at_conjunctions(name: str) -> list[str]:
    """Split 「省科技厅和省财政厅」, but never inside 发展和改革委员会."""
    for match in _AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if (
            is_body(left)
            and (is_body(right) or _AND.search(right))
            and not re.search(r"[市县区]$", left)
        ):
            return [left, *_at_conjunctions(right)]
    return [name]


def expansion_notes(bodies: list[str]) -> list[str]:
    """「财政厅」 printed after 「省科技厅」 is the provincial one: said in a note, never in a name."""
    notes: list[str] = []
    level = ""
    for body in bodies:
        prefix = _LEVEL.match(body)
        if prefix:
            level = prefix[0]
        elif level and lacks_level(body):
            notes.append(f"{body}：{level}{body}")
    return notes
