"""Where records wait in order while the database is away: a file whose room is taken beforehand.

A line is a checksum and JSON; a NUL ends the last one. The room is taken when the service starts,
so that a full disk leaves a place for what is said on it. Nothing is ever kept in memory alone: a
process that is killed has then written down all that it answered.
"""

from __future__ import annotations

import errno
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from assistant.errors import RecordsError
from assistant.records import messages
from assistant.records.database import dumps
from assistant.records.entries import Kept, kept_from_json, kept_to_json

_PIECE = 1 << 16


class Spool:
    """One process's file, locked for as long as the process lives. Not safe for several threads."""

    def __init__(self, path: Path, lock: FileLock, room: int) -> None:
        """`claim` makes one. room: size of the file in bytes."""
        self._path = path
        self._lock = lock
        self._room = room
        self._file = _open(path, room)
        self._start = 0
        lengths = [length for _, length in _lines(self._file, 0)]
        self._end = sum(lengths)
        self.waiting = len(lengths)
        """How many records wait."""

    @classmethod
    def claim(cls, path: Path, room: int) -> Self | None:
        """The spool in this file, with what a process before left in it; None if another has it.

        Raises RecordsError where no file can be made.
        """
        lock = FileLock(path.with_suffix(".lock"), thread_local=False)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
            return cls(path, lock, room)
        except Timeout:
            return None
        except OSError as error:
            raise RecordsError(messages.no_folder(path.parent, messages.why(error))) from error

    def add(self, items: Sequence[Kept]) -> None:
        """Write all of them or none; raises RecordsError where there is no room or no file."""
        data = b"".join(_line(item) for item in items)
        if self._end + len(data) + 1 > self._room:
            raise RecordsError(messages.NOT_KEPT)
        try:
            self._stay()
            if os.pwrite(self._file, data + b"\0", self._end) != len(data) + 1:
                os.pwrite(self._file, b"\0", self._end)
                raise RecordsError(messages.NOT_KEPT)
            os.fsync(self._file)
        except OSError as error:
            raise RecordsError(messages.NOT_KEPT) from error
        self._end += len(data)
        self.waiting += len(items)

    def first(self, limit: int) -> tuple[list[Kept], int]:
        """The records that wait longest, and how many bytes they take here."""
        items: list[Kept] = []
        taken = 0
        for item, length in _lines(self._file, self._start) if limit else ():
            items.append(item)
            taken += length
            if len(items) == limit or self._start + taken >= self._end:
                break
        return items, taken

    def done(self, count: int, taken: int) -> None:
        """The first `count` records are in the database."""
        self._start += taken
        self.waiting -= count
        if not self.waiting:
            self._start = self._end = 0
            os.pwrite(self._file, b"\0", 0)

    def __iter__(self) -> Iterator[Kept]:
        """All that waits, oldest first."""
        return iter(self.first(self.waiting)[0])

    def close(self) -> None:
        """Let another process have the file."""
        os.close(self._file)
        self._lock.release()

    def _stay(self) -> None:
        """Keep to the file that has the name: what is written into one removed would be lost."""
        try:
            there = os.path.samestat(self._path.stat(), os.fstat(self._file))
        except FileNotFoundError:
            there = False
        if there:
            return
        waiting = os.pread(self._file, self._end - self._start, self._start)
        fresh = _open(self._path, self._room)
        os.pwrite(fresh, waiting + b"\0", 0)
        os.close(self._file)
        self._file, self._start, self._end = fresh, 0, len(waiting)


def count_waiting(path: Path) -> int:
    """How many records wait in a file that may be another process's."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return 0
    try:
        return sum(1 for _ in _lines(file, 0))
    finally:
        os.close(file)


def _open(path: Path, room: int) -> int:
    """The file, with all its room taken; raises OSError, and then leaves it as long as it was."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    size = os.fstat(file).st_size
    try:
        for at in range(size, room, _PIECE):
            zeros = bytes(min(_PIECE, room - at))
            if os.pwrite(file, zeros, at) != len(zeros):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError:
        os.ftruncate(file, size)
        os.close(file)
        raise
    return file


def _line(item: Kept) -> bytes:
    body = dumps(kept_to_json(item)).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _lines(file: int, at: int) -> Iterator[tuple[Kept, int]]:
    """The records from an offset on, each with its length; a torn line ends them."""
    buffer = b""
    while piece := os.pread(file, _PIECE, at + len(buffer)):
        buffer += piece
        *whole, rest = buffer.split(b"\n")
        for line in whole:
            checksum, _, body = line.partition(b" ")
            if checksum != b"%08x" % zlib.crc32(body):
                return
            yield kept_from_json(json.loads(body)), len(line) + 1
            at += len(line) + 1
        buffer = rest
        if rest.startswith(b"\0"):
            return
