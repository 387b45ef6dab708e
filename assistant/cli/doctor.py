"""`doctor`."""

from __future__ import annotations

import typer

from assistant.cli.output import console


def doctor() -> None:
    """列出生效的设置，检查运行环境，逐项说明怎么办。"""
    from rich.text import Text

    from assistant.diagnosis import diagnose
    from assistant.effective import DEFAULT, effective
    from assistant.settings import Settings

    settings = Settings.load()
    out = console()
    for setting in effective(settings):
        shown = f"  {setting.name} = {setting.value}（{setting.source}）"
        out.print(Text(shown, style="dim" if setting.source == DEFAULT else ""), soft_wrap=True)
    failed = False
    for finding in diagnose(settings):
        failed = failed or not finding.fine
        sign = ("✓ ", "green") if finding.fine else ("✗ ", "bold red")
        line = Text.assemble(sign, (finding.subject, "bold"), f"：{finding.detail}")
        out.print(line, soft_wrap=True)
        if finding.remedy:
            out.print(Text(f"    → {finding.remedy}", style="cyan"))
    if failed:
        raise typer.Exit(1)
