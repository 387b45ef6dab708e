"""`eligibility`."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.asking import read_profile
from assistant.cli.output import console, note, print_json
from assistant.errors import LedgerError, ProfileError

if TYPE_CHECKING:
    from assistant.eligibility.check import Checklist


_MOST_GUIDANCE = 10


class Format(StrEnum):
    """How a checklist is given out."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"


def eligibility(
    profile: Annotated[
        Path | None, typer.Option(help="企业画像，JSON 文件。", metavar="文件")
    ] = None,
    text: Annotated[
        str | None, typer.Option(help="用自己的话说明情况，一段文字。", metavar="文字")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(help="按这一天核对。", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
    form: Annotated[
        Format,
        typer.Option("--format", help="table、json、html、docx 或 xlsx。", metavar="格式"),
    ] = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="写入这个文件。", metavar="文件")
    ] = None,
) -> None:
    """资格匹配：逐条核对各项支持措施的条件，给出清单。"""
    from assistant.documents import load_documents
    from assistant.eligibility.check import check
    from assistant.eligibility.describe import merged
    from assistant.eligibility.export import checklist_to_json
    from assistant.ledger.files import write_file
    from assistant.settings import Settings

    if profile is None and not (text or "").strip():
        raise ProfileError(
            "请用 --text 说明情况，或用 --profile 指定画像文件，"
            "例如 --text 我们是太原的一家科技型小微企业，能享受什么支持？"
        )
    given = read_profile(profile) if profile else None
    day = as_of.date() if as_of else date.today()
    known = merged([text] if text else [], given, day)
    checklist = check(load_documents(Settings.load()), known, day)
    wanted = Format.JSON if as_json else form
    if wanted is Format.TABLE:
        _print(checklist)
        return
    if wanted is Format.JSON and output is None:
        print_json(checklist_to_json(checklist))
        return
    if output is None:
        raise LedgerError(f"请用 -o 指定文件，例如 -o 清单.{wanted.value}。")
    write_file(output, _content(checklist, wanted))
    note(f"已写入 {output}。")


def _content(checklist: Checklist, form: Format) -> bytes:
    from assistant.eligibility.export import checklist_to_json
    from assistant.eligibility.files import to_docx, to_html, to_xlsx

    match form:
        case Format.JSON:
            made = json.dumps(checklist_to_json(checklist), ensure_ascii=False, indent=2)
            return f"{made}\n".encode()
        case Format.HTML:
            return to_html(checklist).encode()
        case Format.DOCX:
            return to_docx(checklist)
        case Format.XLSX:
            return to_xlsx(checklist)
        case Format.TABLE:
            raise LedgerError("写入文件请同时指定 --format json、html、docx 或 xlsx。")


def _print(checklist: Checklist) -> None:
    from rich.text import Text

    from assistant.eligibility.export import NOTE, measure_name, profile_lines, reason
    from assistant.eligibility.files import SHOWN
    from assistant.eligibility.verdict import VERDICT_NAMES, Verdict

    out = console()
    known = "，".join(f"{name}：{value}" for name, value in profile_lines(checklist))
    out.print(Text(f"所填情况：{known or '没有读出具体情况'}", style="bold"), soft_wrap=True)
    for verdict in SHOWN:
        items = checklist.of(verdict)
        if not items:
            continue
        out.print(Text(f"\n{VERDICT_NAMES[verdict]}（{len(items)}项）", style="bold red"))
        shown = items[:_MOST_GUIDANCE] if verdict is Verdict.GUIDANCE else items
        for number, item in enumerate(shown, 1):
            out.print(Text(f"{number}. {measure_name(item)}"), soft_wrap=True)
            if verdict is Verdict.GUIDANCE:
                continue
            quote = item.measure.quote.replace("\n", "")
            out.print(Text(f"   {item.measure.address}：“{quote}”", style="dim"), soft_wrap=True)
            out.print(Text(f"   {reason(item)}"), soft_wrap=True)
            if item.departments:
                out.print(Text(f"   负责部门：{'、'.join(item.departments)}"), soft_wrap=True)
            for hint in item.notes:
                out.print(Text(f"   提示：{hint}"), soft_wrap=True)
        if len(items) > len(shown):
            out.print(Text(f"其余{len(items) - len(shown)}项见 --format xlsx、docx 或 html。"))
    left_out = len(checklist.of(Verdict.NOT_APPLICABLE))
    out.print(Text(f"\n另有{left_out}项措施的支持对象或地区与所填情况不符。", style="dim"))
    if checklist.next_question:
        out.print(Text(f"为了进一步判断，请补充：{checklist.next_question.text}", style="bold"))
    out.print(Text(NOTE, style="dim"), soft_wrap=True)
