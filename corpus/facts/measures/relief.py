"""容错: who acts in good faith and fails is not blamed."""

from __future__ import annotations

import re

from corpus.facts.measures.beneficiaries import Beneficiary, in_dui
from corpus.facts.measures.beneficiary_words import WHO
from corpus.facts.measures.promise import Promise
from corpus.facts.measures.words import DUI

_ANYBODY = re.compile(
    rf"(?:^|[，,])(?P<who>[^，,。；]{{2,40}}?(?:{WHO}|部门))(?=在[^，,]{{2,30}}[，,]|的[，,]|[，,])"
)


def relief(piece: str, verb: re.Match[str]) -> Promise:
    """「对A履职中…的，只要…，免除责任」"""
    opening = DUI.match(piece)
    whom = in_dui(piece, opening.end()) if opening else None
    parts = re.split(r"[，,]", piece[: verb.start()])
    if whom is not None and whom.name and parts[0].endswith("的"):
        conditions = (*whom.conditions, *(p for p in parts[1:] if p and not p.startswith("依法")))
        return Promise(Beneficiary(whom.name, conditions, 0), (0, len(piece)), verb["verb"])
    names = list(_ANYBODY.finditer(piece, 0, verb.start()))
    if not names:
        return Promise(Beneficiary(None, (), 0), (0, len(piece)), verb["verb"])
    last = names[-1]
    conditions = tuple(p for p in re.split(r"[，,]", piece[: last.start()]) if p)
    return Promise(Beneficiary(last["who"], conditions, 0), (0, len(piece)), verb["verb"])
