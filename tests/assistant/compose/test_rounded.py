"""What somebody says of a figure, roughly or exactly, is held against the one that is stated."""

from __future__ import annotations

import pytest

from assistant.compose.rounded import holds, is_alike
from assistant.understanding.figures import find_figures


@pytest.mark.parametrize(
    ("said", "stated", "true"),
    [
        ("入库的6500多家", "6532家", True),
        ("入库的6500多家", "6732家", False),
        ("两千多家企业", "2155家", True),
        ("两千多家企业", "3155家", False),
        ("近200家企业", "188家", True),
        ("近200家企业", "210家", False),
        ("200家左右", "205家", True),
        ("大概200家", "260家", False),
        ("200家", "205家", False),
        ("200家", "200家", True),
        ("数十家", "205家", True),
    ],
)
def test_a_rough_figure_holds_of_an_exact_one(said: str, stated: str, true: bool) -> None:
    assert holds(find_figures(said)[0], find_figures(stated)[0], said) is true


def test_units_that_are_used_for_each_other_are_alike() -> None:
    assert [is_alike("个", "项"), is_alike("名", "人"), is_alike("家", "人")] == [True, True, False]
