"""Complete lists of what favours somebody (哪些条款向民营企业倾斜), never from top-k."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Status, Turn
from assistant.steps.planted import may_be_said
from assistant.steps.scope import documents_in_scope
from assistant.steps.suspects import asked_words
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.normalise import fold

_UNIT = r"(?:个|些|几)?(?:条款|条文|地方|部分|资金|经费|基金|扶持资金|专项资金|措施|政策|条|款|处|项|笔)"
_WHOM = r"(?:向|对|给|往|朝|照顾|偏向)(?:咱们?|我们)?(?P<whom>[^，,。?？；;往向给对]{2,14}?)(?:这边|这头|一边|那边|上|方面|身上)?"
_ASKED = (
    re.compile(
        rf"哪{_UNIT}[^，,。?？]{{0,16}}?{_WHOM}(?:的)?(?:适当|重点|明确|更多|给予)*"
        r"(?:倾斜|照顾|优待|偏|侧重|的?(?:支持|倾斜|或者?|和|与|、)*(?:比例|比重|份额))"
    ),
    re.compile(
        rf"{_WHOM}(?:适当|重点|明确|给予)*(?:倾斜|照顾|优待|侧重)的?{_UNIT}(?:有|都|是|列|[，,。?？]|$)"
    ),
)
_FAVOURS = re.compile(r"倾斜|优先|重点(?:支持|关注|保障|扶持)|(?:支持|倾斜)比例|照顾|不[少低]于")
_SORT = re.compile(r"(?:企业|机构|公司|单位|团队|项目|人才|人员|老板|厂子?)$")
_AND = re.compile(r"[、，和或与及/()（）]|以及")
_SHARE = re.compile(r"比例|比重|份额|百分之几|几成")


@dataclass(frozen=True)
class ListFavours:
    """Drafts every sentence that favours those asked about; leaves the turn where none does."""

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        whom = favoured(understanding.text) if not turn.draft else ()
        if not whom or understanding.addresses.clauses:
            return turn
        shares = {f.value for f in understanding.figures if f.kind is FigureKind.PERCENT}
        share_asked = bool(_SHARE.search(understanding.text))
        asked = asked_words(understanding)
        writer = Writer(self.library)
        statements: list[Statement] = []
        for parsed in documents_in_scope(turn, self.library):
            for clause in parsed.clauses:
                key = (parsed.document.id, clause.ordinal)
                for span in self._spans(key, whom, asked):
                    text = self.library.text(key[0], *span)
                    told = {f.value for f in find_figures(text) if f.kind is FigureKind.PERCENT}
                    if (share_asked and not told) or (shares and not shares & told):
                        continue
                    statements.append(writer.framed(Evidence(key, 0.0, 0.0, 0.0, ()), *span))
        if len(statements) < 2:
            return turn  # one sentence is no list: the search tells more around it
        count = f"{messages.list_count(len(statements))}：\n"
        statements[0] = replace(statements[0], text=count + statements[0].text)
        draft = Draft(Status.ANSWERED, tuple(statements), composer="list_favours")
        return replace(turn, draft=draft).noting("list_favours", whom=whom, count=len(statements))

    def _spans(self, key: ClauseKey, whom: Sequence[str], asked: str) -> list[tuple[int, int]]:
        return [
            span
            for span in self.library.sentences(key)
            if _FAVOURS.search(text := fold(self.library.text(key[0], *span)))
            and any(word in text for word in whom)
            and may_be_said(self.library.text(key[0], *span), asked)
        ]


def favoured(question: str) -> tuple[str, ...]:
    """Those whom the sentences asked for are to favour (民营, 民办), folded; empty if none are."""
    for pattern in _ASKED:
        match = pattern.search(question)
        if match:
            names = (_SORT.sub("", part.strip("“”\"' ")) for part in _AND.split(match["whom"]))
            return tuple(fold(name) for name in names if len(name) > 1)
    return ()
