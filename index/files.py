"""Writing folders so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import ZhengwenError

# numpy's short write carries no number.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, None}


@contextmanager
def new_folder(target: Path, error: type[ZhengwenError]) -> Iterator[Path]:
    """A temporary folder beside target that becomes target when the block ends well.

    Every file is on disk before the rename. What stood at target is moved aside first and removed
    last. When the block fails, target is as it was and the temporary folder is gone; an OSError is
    raised again as error, with a message for the user.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as problem:
        raise error(explain(problem, target.parent)) from problem
    try:
        yield made
        made.chmod(0o755)  # mkdtemp and safetensors keep their files from everybody else
        for path in sorted(made.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
            _sync(path)
        _sync(made)
        _swap(made, target)
    except OSError as problem:
        raise error(explain(problem, target.parent)) from problem
    finally:
        shutil.rmtree(made, ignore_errors=True)


def explain(problem: OSError, target: Path) -> str:
    """What to do about an operating system's error, in Chinese."""
    if problem.errno in _FULL:
        return f"磁盘空间不足，无法写入 {target}。原有内容未改动；请清理磁盘后重试。"
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有写入 {target} 的权限。请检查目录权限，或改用可写的目录。"
    return f"无法写入 {target}（{problem.strerror or problem}）。原有内容未改动；请检查磁盘后重试。"


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _swap(made: Path, target: Path) -> None:
    aside = made.with_name(made.name + ".old")
    if target.exists():
        target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    _sync(target.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
