"""`approved check`."""

from __future__ import annotations

import typer

from assistant.cli.chinese import Command, Group
from assistant.cli.output import console, note

approved = typer.Typer(
    name="approved",
    help="审定答复：由编辑人员写定、优先使用的答复。",
    cls=Group,
    no_args_is_help=True,
)


@approved.command(cls=Command)
def check() -> None:
    """核对审定答复的每处引文；有不成立的，逐条说明怎么改。"""
    from assistant.cli.progress import shown_progress
    from assistant.settings import Settings
    from assistant.wiring import check_approved_answers, current_index

    settings = Settings.load()
    with shown_progress() as progress:
        index = current_index(settings, progress, note)
    checked = check_approved_answers(settings, index)
    for fault in checked.faults:
        console().print(str(fault), style="red", markup=False, soft_wrap=True)
    if checked.faults:
        raise typer.Exit(1)
    if checked.ready:
        note(f"{settings.approved_answers}：{len(checked.ready)} 个审定答复，引文全部成立。")
    else:
        note(
            f"没有审定答复。写在 {settings.approved_answers} 里，格式见 docs/approved-answers.md。"
        )


@approved.callback()
def _group() -> None:
    """Keeps `check` a command of its own while there is only one."""
