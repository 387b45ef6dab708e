"""Where two versions of one document differ (网页版和正式版哪些不一致), sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import plain_answer
from assistant.library import Library
from assistant.models import Answer, Draft, Statement, Status, Support, Turn
from assistant.understanding.concepts import bigrams, content_runs
from corpus.copies import Conflict, is_compared

_DIFFER = re.compile(
    r"一样不|一不一样|一样[么嘛没]|(?:是否|是不是)相?(?:同|一样)|对得上|不一致|不一样|不同|差异|区别|出入|差别|对不上|不符|冲突|矛盾|改动|是否一致|一致吗|一样吗|differ",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"网页|网络版|网上|网站|转载|节选|摘录|副本|复制件|抄本|版本|正式版|正式文本|印发版|pdf|两个文本|两份文本|两版|copy|version",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"正式|原文|原件|文本|文件|印发|节选|版本|版|哪些?|地方|处|之间|数字|数据|内容|意见|规划|办法|方案|通知|指导|有|和|与|跟|存在|两|份|个|写的?|是否|吗|问题|表述"
)
MOST = 10
_COVER = 0.5


@dataclass(frozen=True)
class CompareCopies:
    """Drafts every sentence that a copy prints with other figures than its original."""

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        current = turn.asked
        if turn.draft or not _DIFFER.search(current) or not _VERSION.search(current):
            return turn
        pairs = self._pairs(turn, current)
        if not pairs:
            return turn
        conflicts = [c for c in self.library.conflicts if (c.document_id, c.copy_id) in pairs]
        conflicts = self._about(current, conflicts)
        if not conflicts:
            titles = dict.fromkeys(self.library.document(original).title for original, _ in pairs)
            return plain_answer(
                turn.noting("compare_copies", count=0),
                Status.NOT_STATED,
                messages.no_conflicts("、".join(f"《{t}》" for t in titles)),
            )
        statements = [s for conflict in conflicts[:MOST] for s in self._statements(conflict)]
        draft = Draft(
            Status.ANSWERED,
            tuple(statements),
            notices=(
                messages.conflicts(len(conflicts), min(MOST, len(conflicts))),
                *dict.fromkeys(c.hint for c in conflicts[:MOST] if c.hint),
            ),
            composer="compare_copies",
        )
        return replace(turn, draft=draft).noting("compare_copies", count=len(conflicts))

    def _pairs(self, turn: Turn, current: str) -> set[tuple[str, str]]:
        """Original and copy: those named, else the only pair that the corpus holds."""
        pairs = {
            (parsed.document.relation.document_id, parsed.document.id)
            for parsed in self.library.corpus.documents
            if parsed.document.relation and is_compared(parsed.document)
            if parsed.document.relation.document_id in self.library.corpus.by_id
            if turn.documents is None or parsed.document.id in turn.documents
        }
        understanding = turn.understanding
        assert understanding is not None
        named = understanding.documents or {i for i, _ in turn.prior}
        chosen = {pair for pair in pairs if named.intersection(pair)}
        if chosen or understanding.documents:
            return chosen
        return pairs if len(pairs) == 1 else set()

    def _about(self, current: str, conflicts: list[Conflict]) -> list[Conflict]:
        """Those about the asked matter; all where it names none, or none is about it."""
        rest = current
        for start, end in reversed(self.library.addresses.resolve(current).spans):
            rest = rest[:start] + " " + rest[end:]
        for pattern in (_DIFFER, _VERSION, _GENERIC):
            rest = pattern.sub(" ", rest)
        runs = content_runs(rest, (), self.library.words.is_word)
        pairs = {p for run in runs if len(run) > 1 for p in bigrams(run)}
        if not pairs:
            return conflicts
        close = [
            c
            for c in conflicts
            if sum(p in self._original(c) for p in pairs) >= _COVER * len(pairs)
        ]
        return close or conflicts

    def _original(self, conflict: Conflict) -> str:
        return self.library.text(conflict.document_id, conflict.start, conflict.end)

    def _statements(self, conflict: Conflict) -> list[Statement]:
        statements = [
            self._statement(
                conflict.document_id, conflict.start, conflict.end, messages.ORIGINAL_SAYS
            )
        ]
        statements.append(
            self._statement(
                conflict.copy_id, conflict.copy_start, conflict.copy_end, messages.COPY_SAYS
            )
        )
        return statements

    def _statement(self, document_id: str, start: int, end: int, head: str) -> Statement:
        clause = self.library.smallest_clause(document_id, start, end)
        quote = self.library.text(document_id, start, end).strip()
        return Statement(
            f"{head}（{clause.address}）：{quote}",
            (Support(document_id, clause.ordinal, start, end),),
        )
