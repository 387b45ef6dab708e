"""The secret of an installation, from which tokens and pseudonyms are made."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from assistant.errors import SettingsError

FILE = "secret.key"
_BYTES = 32


def read_or_make_secret(folder: Path) -> bytes:
    """The secret kept in a folder, made at the first time, readable by its owner alone.

    Raises SettingsError where it cannot be read or kept.
    """
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            _write(path)
        secret = path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"读写不了密钥文件 {path}（{error.strerror}）。请检查 data 目录的权限与磁盘空间。"
        ) from error
    if len(secret) != _BYTES:
        raise SettingsError(f"密钥文件 {path} 已损坏。请删除它后重新启动；已发出的令牌随之失效。")
    return secret


def derived(secret: bytes, purpose: str) -> bytes:
    """A secret for one purpose alone, so that what one leaks tells nothing of the others."""
    return hmac.digest(secret, purpose.encode(), hashlib.sha256)


def _write(path: Path) -> None:
    """Whole or not at all, also when two processes start at once or one is killed meanwhile."""
    made = path.with_name(f"{FILE}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.link(made, path)
    finally:
        made.unlink(missing_ok=True)
