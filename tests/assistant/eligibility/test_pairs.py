"""Hundreds of invented measures and self-descriptions: what is not plainly said is never 符合."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assistant.eligibility.policies import verdict

PAIRS = Path(__file__).parent / "pairs.txt"


def _measures() -> list[tuple[str, list[tuple[str, str]]]]:
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "=":
            found.append((text, []))
        elif mark in ("+", "-"):
            found[-1][1].append((mark, text))
    return found


@pytest.mark.parametrize(
    ("measure", "pairs"), [pytest.param(m, p, id=m[:20]) for m, p in _measures()]
)
def test_what_is_plainly_said_is_met_and_nothing_else(
    measure: str, pairs: list[tuple[str, str]]
) -> None:
    found = {said: verdict(measure, said) for _, said in pairs}
    assert {said: found[said] for mark, said in pairs if mark == "-" and found[said] == "met"} == {}
    assert {said: found[said] for mark, said in pairs if mark == "+" and found[said] != "met"} == {}
