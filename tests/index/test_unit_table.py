from __future__ import annotations

from pathlib import Path

from index.unit_table import UnitTable, tabulate
from index.units import Unit


def unit(start: int, text: str, whole: bool = False) -> Unit:
    return Unit(start, start + len(text), text, whole)


def test_a_passages_rows_lie_one_behind_the_other(tmp_path: Path) -> None:
    units = [[unit(0, "甲乙"), unit(0, "甲乙丙", True)], [unit(5, "丁", True)]]
    tabulate(units).save(tmp_path / "units.npz")
    table = UnitTable.load(tmp_path / "units.npz")
    assert table.first.tolist() == [0, 2, 3]
    assert table.owners().tolist() == [0, 0, 1]
    assert table.start.tolist() == [0, 0, 5]
    assert table.end.tolist() == [2, 3, 6]
    assert table.whole.tolist() == [False, True, True]
    assert [digest.tobytes() for digest in table.digests] == [
        u.digest for passage in units for u in passage
    ]


def test_no_units_make_an_empty_table() -> None:
    table = tabulate([])
    assert (table.first.tolist(), table.owners().tolist(), len(table.digests)) == ([0], [], 0)
