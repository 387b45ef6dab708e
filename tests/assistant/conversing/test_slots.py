from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversing.slots import Slot, Slots


@pytest.fixture(scope="module")
def slots(engine: Assistant) -> Slots:
    return Slots(engine.library)


def test_documents_places_times_bodies_roles_and_measures_are_slots(slots: Slots) -> None:
    text = "株洲市2025年由市科技局牵头给63岁的人发多少"
    assert [(p.slot, text[p.start : p.end]) for p in slots.find(text)] == [
        (Slot.WHERE, "株洲市"),
        (Slot.WHEN, "2025年"),
        (Slot.BODY, "市科技局"),
        (Slot.ROLE, "牵头"),
        (Slot.MEASURE, "63岁"),
    ]


def test_a_text_with_a_matter_of_its_own_is_more_than_slots(slots: Slots) -> None:
    assert [p.slot for p in slots.only("到2025年的")] == [Slot.WHEN]
    assert [p.slot for p in slots.only("整个十四五加一块儿")] == [Slot.WHEN]
    assert slots.only("2025年的孵化器") == ()
    assert slots.only("孵化器") == ()


def test_a_slot_that_the_question_lacks_is_put_in_front_or_cannot_be_put(slots: Slots) -> None:
    before = "高新技术企业有多少家?"
    assert slots.put("株洲市", slots.find("株洲市"), before) == "株洲市高新技术企业有多少家?"
    assert slots.put("省科技厅", slots.find("省科技厅"), before) is None


def test_a_measure_takes_the_place_of_one_in_its_unit(slots: Slots) -> None:
    before = "55岁、年薪50万元的人给多少?"
    assert slots.put("63岁", slots.find("63岁"), before) == "63岁、年薪50万元的人给多少?"
    assert slots.put("3吨", slots.find("3吨"), before) is None


def test_places_and_documents_are_one_slot(slots: Slots) -> None:
    before = "株洲市规划里高企有多少家?"
    assert slots.without(before, {Slot.WHERE}).endswith("里高企有多少家?")
    assert slots.put("湖南省", slots.find("湖南省"), before) == "湖南省里高企有多少家?"
