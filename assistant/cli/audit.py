"""`audit export`, `audit check` and `audit purge`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.chinese import Command, Group
from assistant.cli.output import console, note

if TYPE_CHECKING:
    from assistant.records.sql import SqlRecords
    from assistant.settings import Settings

audit = typer.Typer(
    name="audit",
    help="审计日志：导出、核对、清理到期记录。",
    cls=Group,
    no_args_is_help=True,
)
_DAY = ["%Y-%m-%d"]


@audit.command(cls=Command)
def export(
    out: Annotated[
        Path, typer.Option("-o", "--out", help="写到哪里：.jsonl、.csv 或 .xlsx。", metavar="文件")
    ],
    since: Annotated[
        datetime | None, typer.Option(help="从这一天起。", formats=_DAY, metavar="YYYY-MM-DD")
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(help="到这一天为止，含当天。", formats=_DAY, metavar="YYYY-MM-DD"),
    ] = None,
) -> None:
    """导出审计日志，含 AI 生成标识与摘要链；服务运行时也可以导出。"""
    from assistant.records import messages
    from assistant.records.export import write_audit

    start = since.astimezone() if since else None
    end = (until + timedelta(days=1)).astimezone() if until else None
    with _opened() as (records, _):
        count = write_audit(records.links(since=start, until=end), out)
    note(messages.exported(count, out))


@audit.command(cls=Command)
def check() -> None:
    """核对摘要链，看日志有没有被改动。"""
    from assistant.records import messages
    from assistant.records.chain import check_chain

    with _opened() as (records, _):
        checked = check_chain(records)
    if checked.broken:
        told = messages.broken_chain(checked.count, checked.broken)
    elif checked.cut:
        told = messages.cut_chain(checked.count)
    else:
        note(messages.whole_chain(checked.count))
        return
    console().print(told, style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1)


@audit.command(cls=Command)
def purge() -> None:
    """清理超过留存期限的记录；期限见设置项 audit_days 等。服务运行时会自动清理。"""
    from assistant.records import messages
    from assistant.wiring import retention

    with _opened() as (records, settings):
        purged = records.purge(retention(settings), datetime.now(UTC))
    note(messages.purged(purged.audit, purged.feedback, purged.exchanges))


@contextmanager
def _opened() -> Iterator[tuple[SqlRecords, Settings]]:
    from assistant.records import messages
    from assistant.records.build import waiting_in
    from assistant.settings import Settings
    from assistant.wiring import open_records

    settings = Settings.load()
    records = open_records(settings)
    try:
        if waiting := waiting_in(settings.data):
            note(messages.spooled(waiting))
        yield records, settings
    finally:
        records.close()
