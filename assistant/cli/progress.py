"""Long work shown as it goes: a bar on a terminal, one line a stage elsewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.cli.output import note

Progress = Callable[[str, float], None]
"""What is being done, in Chinese, and how much of the whole is done (0 to 1)."""

_COUNT = re.compile(r"\s*\d+/\d+")


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A progress function; nothing is shown before it is first called."""
    if sys.stderr.isatty():
        with _bars() as progress:
            yield progress
    else:
        yield _Lines()


class _Lines:
    """For logs: a line when a new stage begins."""

    def __init__(self) -> None:
        self._stage = ""

    def __call__(self, stage: str, done: float) -> None:
        name = _COUNT.sub("", stage)
        if name != self._stage:
            self._stage = name
            note(f"{name}……")


@contextmanager
def _bars() -> Iterator[Progress]:
    from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    from assistant.cli.output import console

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console(stderr=True)) as bars:
        task: TaskID | None = None

        def progress(stage: str, done: float) -> None:
            nonlocal task
            if task is None or done < (bars.tasks[-1].completed or 0.0):
                task = bars.add_task(stage, total=1.0)
            bars.update(task, description=stage, completed=done)

        yield progress
