"""Faithful rewordings by rule, as a chat model makes them: another frame, order or word, no other claim."""

from __future__ import annotations

import re
from random import Random

_FRAME = re.compile(r"^根据《.+?[，,]|^《[^：\n]+：\n?")
_LEAD_AND_JOIN = re.compile(
    r"(?<![由将])(?P<lead>[^（），。：；由将]+?)牵头，(?P<join>[^（），。：；]+?)配合"
)
_SAME = (
    (r"(?:最高)?不超过(?=\d)", "最高"),
    (r"不低于(?=\d)", "至少"),
    (r"不少于(?=\d)", "至少"),
    (r"(\d[\d.]*(?:家|个|件|项|亿元|万元|%))以上", r"至少\1"),
    (r"不得", "不能"),
    (r"给予", "提供"),
    (r"力争", "争取"),
    (r"每年", "每年都"),
    (r"用于", "用来"),
    (r"(?<=[，。])达到(?=\d)", "增至"),
    (r"对于?(?=[^，。]{2,12}的?企业)", "针对"),
    (r"百分之十", "10%"),
)
_OPENINGS = ("", "文件明确，", "按照文件，", "简单说：", "条款写明：")


def reworded(text: str, rng: Random) -> str:
    """The text in other words; the same random numbers do the same to a right and a wrong text."""
    keeps_frame, opening = rng.random() < 0.3, rng.choice(_OPENINGS)
    chosen = [rng.random() < 0.6 for _ in _SAME]
    turns, leads = rng.random() < 0.5, rng.random() < 0.5
    frame = _FRAME.match(text)
    body = text[frame.end() :] if frame and not keeps_frame else text
    if leads:
        body = _LEAD_AND_JOIN.sub(r"牵头单位是\g<lead>，配合单位是\g<join>", body)
    for (pattern, words), used in zip(_SAME, chosen, strict=True):
        if used:
            body = re.sub(pattern, words, body)
    parts = body.rstrip("。；").split("；")
    if turns and len(parts) == 2 and not keeps_frame:
        body = f"{parts[1]}；{parts[0]}。"
    return body if keeps_frame else opening + body.strip()
