"""Brings withdrawn files from where older versions kept them to where they are safe."""

from __future__ import annotations

import filecmp
import logging
from pathlib import Path

from assistant.collection import unique_name
from assistant.pending import ARRIVING, copy_in

logger = logging.getLogger(__name__)


def bring_over(before: Path, now: Path) -> None:
    """Move every file, whole and under its name, which is numbered where another file has it.

    What cannot be moved stays where it is, and that is logged: the next time it is tried again.
    """
    try:
        for path in sorted(p for p in before.rglob("*") if p.is_file()):
            _move(path, path.relative_to(before), now)
        for folder in sorted((p for p in before.rglob("*") if p.is_dir()), reverse=True):
            folder.rmdir()
        if before.is_dir():
            before.rmdir()
    except OSError as error:
        logger.warning("withdrawn files stay in %s: %s", before, error.strerror)


def _move(path: Path, name: Path, now: Path) -> None:
    target = now / name
    target.parent.mkdir(parents=True, exist_ok=True)
    # What a process that was killed had begun to copy.
    target.with_name(ARRIVING + target.name).unlink(missing_ok=True)
    if not (target.is_file() and filecmp.cmp(path, target, shallow=False)):
        copy_in(path, now / unique_name(name.as_posix(), now))
    path.unlink()
