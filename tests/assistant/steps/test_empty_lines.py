"""Lines that answer nothing are no sentences to quote."""

from __future__ import annotations

import pytest

from assistant.steps.empty_lines import says_nothing
from assistant.understanding.normalise import fold


@pytest.mark.parametrize(
    ("line", "in_head", "empty"),
    [
        ("（湘发〔2017〕51号）", False, True),
        ("高企培育工作思路：", False, True),
        ("湖南省人民政府", True, True),
        ("近年来，全省创新蓬勃兴起。", True, False),
        ("湖南省人民政府", False, False),
    ],
)
def test_titles_numbers_and_leads_say_nothing(line: str, in_head: bool, empty: bool) -> None:
    assert says_nothing(fold(line), "", "", in_head=in_head) is empty
