"""`ask` and `search`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.output import console, note, print_json
from assistant.errors import ProfileError

if TYPE_CHECKING:
    from assistant.models import Answer, Citation
    from index.models import Hit

SHOWN_CHARS = 160


def ask(
    question: Annotated[str, typer.Argument(help="想问的政策问题。", metavar="问题")],
    profile: Annotated[
        Path | None, typer.Option(help="企业画像，JSON 文件。", metavar="文件")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(help="按这一天的情况回答。", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """提问，得到带条款出处的答复。"""
    from assistant.cli.progress import shown_progress
    from assistant.export import answer_to_json
    from assistant.settings import Settings
    from assistant.wiring import build_service

    settings = Settings.load()
    known = read_profile(profile) if profile else None
    with shown_progress() as progress:
        service = build_service(settings, progress, note, question=question)
    answer = service.answer(question, profile=known, as_of=_day(as_of))
    if as_json:
        print_json(answer_to_json(answer))
    else:
        _print_answer(answer)


def search(
    query: Annotated[str, typer.Argument(help="查询词或问题。", metavar="查询")],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="最多列出多少段。")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """检索条款，不作答。"""
    from assistant.cli.progress import shown_progress
    from assistant.export import search_to_json
    from assistant.settings import Settings
    from assistant.wiring import build_service

    with shown_progress() as progress:
        service = build_service(Settings.load(), progress, note, question=query)
    result = service.search(query, k)
    if as_json:
        print_json(search_to_json(result))
        return
    if not result.hits:
        console().print("没有找到相关的条款。")
    for rank, hit in enumerate(result.hits, 1):
        _print_hit(rank, hit)


def read_profile(file: Path) -> dict[str, Any]:
    """A profile file; raises ProfileError that says what is wrong with it."""
    try:
        profile = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ProfileError(f"没有找到企业画像文件 {file}，请检查路径。") from error
    except (ValueError, OSError, RecursionError) as error:
        raise ProfileError(f"企业画像文件 {file} 不是可读的 UTF-8 JSON，请检查内容。") from error
    if not isinstance(profile, dict):
        raise ProfileError(f'企业画像文件 {file} 应是一个 JSON 对象，例如 {{"规模": "小微企业"}}。')
    return profile


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _print_answer(answer: Answer) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from assistant.messages import ORIGINAL_PREVAILS

    out = console()
    out.print(Text(answer.answer), soft_wrap=True)
    for address, group in _by_clause(answer.citations).items():
        marks = "".join(f"[{citation.marker}]" for citation in group)
        passage = Text(group[0].passage.strip())
        passage.highlight_words([citation.quote for citation in group], style="black on yellow")
        out.print()
        out.print(Text.assemble((f"{marks} ", "bold red"), (address, "bold")), soft_wrap=True)
        out.print(Padding(passage, (0, 0, 0, 4)))
    for notice in answer.notices:
        out.print()
        out.print(Text(f"说明：{notice}", style="cyan"), soft_wrap=True)
    if answer.nearest:
        out.print()
        out.print(Text("最接近的条款，仅供参考：", style="bold"))
        for nearest in answer.nearest:
            out.print(Text(nearest.address, style="bold"), soft_wrap=True)
            out.print(Padding(Text(nearest.text), (0, 0, 0, 4)))
    if answer.suggestions:
        out.print()
        out.print(Text("可以接着问：", style="dim"))
        for suggestion in answer.suggestions:
            out.print(Text(f"  {suggestion}", style="dim"), soft_wrap=True)
    out.print()
    out.print(Text(f"AI 生成 · {ORIGINAL_PREVAILS}", style="dim"))


def _by_clause(citations: Sequence[Citation]) -> dict[str, list[Citation]]:
    """Citations of one clause together: its text is shown once."""
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.address, []).append(citation)
    return groups


def _print_hit(rank: int, hit: Hit) -> None:
    from rich.padding import Padding
    from rich.text import Text

    text = " ".join(hit.passage.text.split())
    if len(text) > SHOWN_CHARS:
        text = text[:SHOWN_CHARS] + "……"
    score = f"  {hit.score:.3f}（语义 {hit.dense:.3f}，字词 {hit.lexical:.2f}）"
    console().print(
        Text.assemble((f"{rank}. ", "bold red"), (hit.passage.address, "bold"), (score, "dim")),
        soft_wrap=True,
    )
    console().print(Padding(Text(text), (0, 0, 1, 4)))
