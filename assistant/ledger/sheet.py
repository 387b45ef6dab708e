"""A ledger as a civil servant files it: Chinese columns, one row a fact, with address and source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.ledger.records import FactKind, Record, renamed
from corpus.naming.document_names import is_copy
from corpus.outline.labels import document_name

NAMES: dict[FactKind, str] = {
    "responsibilities": "责任分工台账",
    "targets": "目标台账",
    "measures": "支持措施台账",
}
NOTE = (
    "本台账由政问程序从所列文件的条款中自动提取（人工智能生成合成内容），逐项附原文和条款号；"
    "“说明”“现机构”两栏是程序的提示，不是文件内容。请以文件原文为准。"
)
_WORDS = {"target": "目标", "progress": "已完成", "annual": "每年", "cumulative": "累计"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ledger: its heading, what stands in it, and its width in characters."""

    name: str
    value: Callable[[Record], Any]
    width: int = 14
    wide: bool = False
    """Too wide for a terminal: only in files."""


def columns(kind: FactKind) -> tuple[Column, ...]:
    """The columns of a kind of ledger, from left to right."""
    return (*_WHERE, *_OWN[kind], *_SOURCE)


def cells(record: Record, kind: FactKind) -> list[str]:
    """A record as a person reads it, one text a column; 序号 is not among them."""
    return [cell(column.value(record)) for column in columns(kind)]


def cell(value: Any) -> str:
    """A field as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(str(part) for part in value)
    return _WORDS.get(str(value), str(value))


def task(record: Record) -> str:
    """What a responsibility is for: the clause's title, or its first sentence."""
    clause = record.clause
    if clause.parent is not None and clause.title:
        return clause.title
    words = record.parsed.text[clause.body : clause.end]
    return words.replace("\n", "").partition("。")[0][:80]


def place(record: Record) -> str:
    """The address without the document's name."""
    name = document_name(record.parsed.document)
    return record.fact.address.removeprefix(name) or "全文"


def _field(name: str) -> Callable[[Record], Any]:
    return lambda record: getattr(record.fact, name, None)


def _source(record: Record) -> str:
    document = record.parsed.document
    return f"文件{document.id}（{document.file}）第{record.fact.start + 1}字起"


def _notes(record: Record) -> str:
    relation = record.parsed.document.relation
    copied = relation is not None and is_copy(record.parsed)
    copy = (f"本文件是文件{relation.document_id}的副本或节选",) if relation and copied else ()
    return "；".join((*record.fact.notes, *copy))


def _quote(record: Record) -> str:
    return record.fact.quote.replace("\n", "")


_WHERE = (
    Column("文件", lambda r: r.parsed.document.title, 26),
    Column("文号", lambda r: r.parsed.document.number, 16),
    Column("条款号", place, 12),
)
_SOURCE = (
    Column("说明", _notes, 20, wide=True),
    Column("原文", _quote, 50),
    Column("来源", _source, 18, wide=True),
)
_OWN: dict[FactKind, tuple[Column, ...]] = {
    "responsibilities": (
        Column("任务", task, 28),
        Column("牵头单位", _field("lead"), 18),
        Column("配合单位", _field("join"), 18),
        Column("按职责分工负责单位", _field("shared"), 28),
        Column("负责单位", _field("single"), 18),
        Column("现机构", lambda r: "；".join(renamed(r)), 34, wide=True),
    ),
    "targets": (
        Column("主体", _field("subject"), 10),
        Column("指标", _field("indicator"), 28),
        Column("要求", _field("comparator"), 10),
        Column("数值", _field("value"), 9),
        Column("单位", _field("unit"), 8),
        Column("时限", _field("deadline"), 12),
        Column("基数", _field("baseline"), 12, wide=True),
        Column("口径", _field("period"), 8, wide=True),
        Column("性质", _field("kind"), 8),
    ),
    "measures": (
        Column("支持对象", _field("beneficiary"), 20),
        Column("条件", _field("conditions"), 26),
        Column("力度", _field("strength"), 10),
        Column("支持内容", _field("benefit"), 36),
        Column("金额或比例", _field("amount"), 18),
        Column("不予支持的情形", _field("exclusions"), 24, wide=True),
        Column("申报去向", _field("apply_to"), 18, wide=True),
    ),
}
