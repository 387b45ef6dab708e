"""`documents`, `outline`, `add` and `remove`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.output import console, note, print_json

if TYPE_CHECKING:
    from corpus.copies import Conflict
    from corpus.models import ParsedDocument

TITLE_CHARS = 40


def documents(
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            help="按这一天判断效力，缺省为今天。", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD"
        ),
    ] = None,
) -> None:
    """列出文件库中的文件、效力状态，以及副本之间不一致的地方。"""
    from assistant.documents import describe_documents, load_documents
    from assistant.settings import Settings
    from corpus.copies import find_conflicts
    from corpus.models import Corpus

    day = as_of.date() if as_of else date.today()
    loaded = load_documents(Settings.load())
    described = describe_documents(loaded, day)
    conflicts = find_conflicts(Corpus(tuple(loaded)))
    if as_json:
        print_json({"items": described, "conflicts": [asdict(c) for c in conflicts]})
        return
    _print_documents(described)
    _print_conflicts(conflicts)


def _print_documents(described: list[dict[str, Any]]) -> None:
    from rich.text import Text

    out = console()
    for row in described:
        stands, relation = row["standing"], row["relation"]
        number = f"（{row['number']}）" if row["number"] else ""
        out.print(Text.assemble((row["id"], "bold red"), f" 《{row['title']}》{number}"))
        known = (
            f"{name}：{row[key] or '未写明'}"
            for name, key in (("种类", "kind"), ("发文机关", "issuer"), ("日期", "date"))
        )
        out.print(Text("    " + "　".join((*known, f"地区：{row['region'] or '未写明'}"))))
        out.print(Text(f"    效力：{stands['state']}。{stands['reason']}"))
        if stands["quote"]:
            out.print(Text(f"    依据：{stands['address']}“{stands['quote']}”", style="dim"))
        if relation:
            told = _RELATIONS[relation["kind"]].format(relation["document_id"])
            out.print(Text(f"    {told}"))


def _print_conflicts(conflicts: Sequence[Conflict]) -> None:
    from rich.text import Text

    out = console()
    for c in conflicts:
        told = (
            f"注意：{c.document_id} {c.address} 写作“{c.printed}”，"
            f"{c.copy_id} 写作“{c.copy_printed}”。{c.hint or ''}"
        )
        out.print(Text(told, style="yellow"))


_RELATIONS = {
    "copy_of": "是文件 {} 的副本",
    "part_copy_of": "是文件 {} 的节选副本",
    "version_of": "是文件 {} 的另一版本",
    "implements": "落实文件 {}",
    "forwards": "转发文件 {}",
    "replaces": "代替文件 {}",
}


def outline(
    name: Annotated[str, typer.Argument(help="文件路径，或文件库中的编号。", metavar="文件或编号")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，含段落与台账。")] = False,
) -> None:
    """列出一份文件的条款结构；文件不必在文件库中，也不需要模型。"""
    from assistant.documents import load_any
    from assistant.settings import Settings
    from corpus.export import export_document

    parsed = load_any(Settings.load(), name)
    if as_json:
        print_json(export_document(parsed))
    else:
        _print_outline(parsed)


def add(
    given: Annotated[Path, typer.Argument(help="文件或文件夹。", metavar="文件或文件夹")],
) -> None:
    """把文件加入文件库并更新索引。"""
    from assistant.cli.progress import shown_progress
    from assistant.cli.rebuilt import Rebuilt
    from assistant.collection import add_documents
    from assistant.settings import Settings

    settings = Settings.load()
    built = Rebuilt(settings)
    with shown_progress() as progress:
        added = add_documents(settings.documents, given, lambda: built.build(progress))
    for document in added.documents:
        note(f"已加入：{document.title}（编号 {document.id}）")
    for skipped in added.skipped:
        note(f"未加入 {skipped.path}：{skipped.reason}")
    built.report_approved()


def remove(
    document_id: Annotated[str, typer.Argument(help="文件编号。", metavar="编号")],
) -> None:
    """把文件移出文件库并更新索引；文件本身另行保存，不会删除。"""
    from assistant.cli.progress import shown_progress
    from assistant.cli.rebuilt import Rebuilt
    from assistant.collection import remove_document
    from assistant.settings import Settings
    from assistant.wiring import removed_folder

    settings = Settings.load()
    built = Rebuilt(settings)
    with shown_progress() as progress:
        kept = remove_document(
            settings.documents,
            document_id,
            removed_folder(settings),
            lambda: built.build(progress),
        )
    note(f"已移出编号 {document_id} 的文件，原文件保存在 {kept}。")
    built.report_approved()


def _print_outline(parsed: ParsedDocument) -> None:
    from rich.text import Text
    from rich.tree import Tree

    document = parsed.document
    root = Tree(Text(f"{document.title}{f'（{document.number}）' if document.number else ''}"))
    branches = {0: root}
    for clause in parsed.clauses[1:]:
        title = clause.title or " ".join(parsed.clause_text(clause).split())
        short = title if len(title) <= TITLE_CHARS else title[:TITLE_CHARS] + "……"
        if short.startswith(clause.marker):
            short = short.removeprefix(clause.marker)
        assert clause.parent is not None
        line = Text.assemble((clause.marker, "bold red"), short)
        branches[clause.ordinal] = branches[clause.parent].add(line)
    out = console()
    out.print(root)
    for warning in parsed.warnings:
        out.print(Text(f"注意：{warning.message}", style="yellow"))
    facts = parsed.facts
    out.print(
        Text(
            f"{len(parsed.clauses) - 1} 个条款，{len(parsed.passages)} 个段落；台账："
            f"责任分工 {len(facts.responsibilities)}，目标指标 {len(facts.targets)}，"
            f"支持措施 {len(facts.measures)}。",
            style="dim",
        )
    )
