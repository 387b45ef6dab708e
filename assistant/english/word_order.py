"""The pieces of an English question in the order of a Chinese one: where, when, what, and the ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.english.pieces import Kind, Piece

_SHARE = re.compile(r"扣除|税率|比例|比重|占比")
_MONEY = re.compile(r"补|奖|资金|券|费|款|经费|投资|成本|价|租金|工资|薪|津贴")
MEASURED = re.compile(
    r"(?:额|率|值|量|比重|比例|强度|投入|经费|支出|收入|目标|金额|标准|数量|规模|价格|工资|薪酬|津贴|奖金|生活补贴|房租|租金|学费|保费|成本|面积|排名|增速|占比|指标|上限|限额|期限)$"
)
_FIGURED = re.compile(r"多少|第几|几年|哪一年")
_SECOND_ASKS = 2
WIDE = frozenset({"全省", "全市"})
YES_NO = re.compile(
    r"(?:^\W*|[,;.] *)(?:so |and |but |then |also )?(?P<verb>is|are|was|were|do|does|did|can|could|may|must|has|have|will|would|should)\b",
    re.IGNORECASE,
)


def composed(pieces: Sequence[Piece], text: str) -> str:
    """The Chinese question; `text` is the English one, whose opening tells a yes-or-no question."""
    asks = [p.chinese for p in pieces if p.kind is Kind.ASK]
    topic = _topic(
        [p for p in pieces if p.kind in (Kind.TERM, Kind.UNKNOWN, Kind.AND, Kind.FIGURE, Kind.ROLE)]
    )
    where = [
        p.chinese for p in pieces if p.kind in (Kind.PLACE, Kind.TIME, Kind.DOCUMENT, Kind.CLAUSE)
    ]
    if any(p.kind is Kind.COMPARE for p in pieces):
        if len(where) > 1:
            return f"对比{topic}：{_sides(pieces)}各是多少？"
        return f"{''.join(where)}{topic}有什么不同？"
    head, among = _head(pieces), ""
    if "全省" in head and any(p.kind is Kind.PLACE and p.chinese not in WIDE for p in pieces):
        # 「Where does Yuncheng rank in the province?」 is about Yuncheng.
        head, among = head.replace("全省", ""), "全省"
    tense = next((p.chinese for p in pieces if p.kind in (Kind.GOAL, Kind.REPORT)), "")
    if any(p.kind is Kind.CONFIRM for p in pieces):
        return f"{head}{topic}，对吗？"
    ask = _chosen(asks, topic)
    if not ask:
        yes_no = YES_NO.search(text)
        if head and not topic:
            return f"{head}呢？"
        if not yes_no:
            return f"{head}{topic}{'是多少？' if MEASURED.search(topic) else ''}"
        if any(p.kind is Kind.FIGURE for p in pieces):
            return f"{head}{topic}，对吗？"
        can = yes_no["verb"].lower() in ("can", "could", "may")
        return f"{head}{'可以' if can else ''}{topic}吗？"
    if any(p.kind is Kind.CLAUSE for p in pieces) and ask in (
        "是什么",
        "有什么规定",
        "有哪些",
        "指什么",
    ):
        return f"{head}的内容是什么？"
    tensed = tense if re.search(r"多少|哪一年|什么时候", ask) else ""
    return f"{head}{tensed}{topic}{ask.replace('排名', f'{among}排名')}？"


def _head(pieces: Sequence[Piece]) -> str:
    """Document, clause, place and time, in the order of a Chinese question."""
    order = (Kind.DOCUMENT, Kind.CLAUSE, Kind.PLACE, Kind.TIME)
    said = [[p.chinese for p in pieces if p.kind is kind] for kind in order]
    return "".join("".join(dict.fromkeys(group)) for group in said)


def _sides(pieces: Sequence[Piece]) -> str:
    """Places, documents and times as the question has them; what begins a side is set off."""
    said = ""
    before: Kind | None = None
    for piece in pieces:
        if piece.kind not in (Kind.PLACE, Kind.TIME, Kind.DOCUMENT) or piece.chinese == "每年":
            continue
        opens = before is not None and not (
            piece.kind is Kind.TIME or (piece.kind is Kind.DOCUMENT and before is Kind.PLACE)
        )
        if opens or (piece.kind is Kind.TIME and before is Kind.TIME):
            said += "、"
        said += piece.chinese
        before = piece.kind
    return said


def _topic(pieces: Sequence[Piece]) -> str:
    said = ""
    # 「share of national patents」: what has the share comes before it (专利占全国比重).
    pieces = sorted(pieces, key=lambda piece: piece.chinese.startswith("占全"))
    for place, piece in enumerate(pieces):
        if piece.kind is Kind.AND:
            joins = 0 < place < len(pieces) - 1 and not said.endswith("和")
            said += "和" if joins else ""
        elif piece.kind is Kind.UNKNOWN:
            said += f" {piece.chinese} "
        else:
            said += piece.chinese
    return re.sub(r"\s+", " ", said).strip().removesuffix("和")


def _chosen(asks: Sequence[str], topic: str) -> str:
    """The ask that says most of what is wanted; 「是什么」 of a quantity asks how much."""
    if not asks:
        return ""
    vague = ("是什么", "在哪里", "有哪些", "有什么规定", "怎么做")
    clear = tuple(dict.fromkeys(a for a in asks if a not in vague))
    figures = [a for a in clear if _FIGURED.search(a)]
    if len(figures) == _SECOND_ASKS:
        return "，".join(figures)
    if clear == ("排名第几",) and "是什么" in asks and MEASURED.search(topic):
        return "是多少，排名第几"
    ask = next(iter(clear), asks[0])
    tail = topic.rsplit(" ", 1)[-1]
    if ask == "是什么" and MEASURED.search(tail):
        return "是多少"
    if ask == "是多少" and _MONEY.search(topic) and not _SHARE.search(topic):
        return "是多少钱"
    if ask == "比例是多少" and re.search(r"(?:比例|比重|占比|率)$", tail):
        return "是多少"
    return ask
