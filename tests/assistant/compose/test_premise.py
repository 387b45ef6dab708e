"""What the asker takes for granted and the clause puts otherwise."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.premise import contradicted
from assistant.models import Status
from tests.assistant.engine import says, understood

VOUCHER = "每年发放不超过5万元的创新券"
DUTY = "（省科技厅、省财政厅负责）"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("创新券每年是10万元吧？", "10万元"),
        ("听说创新券每年发十万块？", "十万块"),
        ("创新券每年是5万元吧？", None),
        ("创新券每年是五万元，对吗？", None),
        ("创新券每年是50000元吧？", None),
        ("创新券每年是10万元？", None),
        ("创新券有15%的比例吧？", None),
    ],
)
def test_a_figure_is_contradicted_by_another_of_its_kind(
    engine: Assistant, question: str, said: str | None
) -> None:
    lead = says(engine.library, "measures", VOUCHER)
    assert contradicted(lead, understood(engine, question), engine.library) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("首次认定奖励是省教育厅负责的吧？", "省教育厅"),
        ("首次认定奖励是省科技厅负责的吧？", None),
        ("首次认定奖励由哪个部门负责？", None),
    ],
)
def test_a_body_is_contradicted_where_the_duties_name_others(
    engine: Assistant, question: str, said: str | None
) -> None:
    lead = says(engine.library, "measures", DUTY)
    assert contradicted(lead, understood(engine, question), engine.library) == said


def test_one_of_a_thing_is_no_count_to_be_put_right(engine: Assistant) -> None:
    answer = engine.answer("听说株洲要建一个科技城，是真的吗？")
    assert answer.status is not Status.ANSWERED_CORRECTED
