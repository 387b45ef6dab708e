"""Where each vector comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.units import Unit


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Units by row; a passage's units lie one behind the other."""

    first: NDArray[np.int64]
    """(passages + 1,): passage p owns the rows first[p] to first[p + 1]."""
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    """(rows,): spans in the clean text."""
    whole: NDArray[np.bool_]
    """(rows,): the passage as a whole rather than a sentence of it."""
    digests: NDArray[np.void]
    """(rows,): digests of the encoded texts, 16 bytes each."""

    def owners(self) -> NDArray[np.int64]:
        """(rows,): the passage of every row."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def save(self, path: Path) -> None:
        """Write an .npz file."""
        np.savez(
            path,
            first=self.first,
            start=self.start,
            end=self.end,
            whole=self.whole,
            digests=self.digests,
        )

    @classmethod
    def load(cls, path: Path) -> UnitTable:
        """Read what save wrote."""
        with np.load(path) as arrays:
            return cls(**{name: arrays[name] for name in cls.__dataclass_fields__})


def tabulate(units: Sequence[Sequence[Unit]]) -> UnitTable:
    """The table of every passage's units."""
    rows = [unit for passage in units for unit in passage]
    counts = [len(passage) for passage in units]
    return UnitTable(
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        start=np.array([unit.start for unit in rows], dtype=np.int32),
        end=np.array([unit.end for unit in rows], dtype=np.int32),
        whole=np.array([unit.whole for unit in rows], dtype=np.bool_),
        digests=np.frombuffer(b"".join(unit.digest for unit in rows), dtype="V16"),
    )
