"""English sentences that ask for two things are two questions."""

from __future__ import annotations

import pytest

from assistant.english.asks_apart import asks_apart


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Incubators in Hunan: how many were recognised in 2021 and how many are planned for 2022?",
            (
                "Incubators in Hunan: how many were recognised in 2021",
                "Incubators in Hunan: how many are planned for 2022?",
            ),
        ),
        (
            "How many incubators did Zhuzhou have in 2020, and how many does it want by 2025?",
            (
                "How many incubators did Zhuzhou have in 2020",
                "how many incubators does Zhuzhou want by 2025?",
            ),
        ),
        (
            "Which department leads patent protection, and who is responsible for vouchers?",
            ("Which department leads patent protection", "who is responsible for vouchers?"),
        ),
        (
            "How much is a voucher worth; who can get one?",
            ("How much is a voucher worth", "who can get one?"),
        ),
    ],
)
def test_two_asks_are_two_questions(text: str, questions: tuple[str, ...]) -> None:
    assert asks_apart(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "How many laboratories were approved and how many stations?",
        "What support is there for people who return and who start a business?",
        "How many incubators and maker spaces are planned?",
        "Which industries are named as pillars?",
    ],
)
def test_one_ask_is_one_question(text: str) -> None:
    assert asks_apart(text) == ()
