"""A figure that a question is about has to stand in the clause that answers."""

from __future__ import annotations

import pytest

from assistant.compose.spoken_figure import lacks_spoken_figure


@pytest.mark.parametrize(
    ("asked", "own", "lacks"),
    [
        ("1986万元是省财政还是中央出的?", "根据服务数量给予财政补助.", True),
        ("1986万元是省财政还是中央出的?", "安排资金1986万元,由省财政承担.", False),
        ("3家企业是怎么选的?", "选择企业开展试点.", False),
        ("我们去年投入1986万元,归谁管?", "由科技局负责.", False),
        ("2025年是怎么规定的?", "加强统筹.", False),
    ],
)
def test_what_a_figure_is_about_is_told_where_it_stands(asked: str, own: str, lacks: bool) -> None:
    assert lacks_spoken_figure(asked, own) is lacks
