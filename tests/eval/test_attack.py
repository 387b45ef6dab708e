"""The attack on verification, over four invented policies: nothing wrong gets through."""

from __future__ import annotations

from collections import Counter
from random import Random

from assistant.library import Library
from eval.attack import Escape, Mode, Rate, Result, attack, mutants
from eval.attack_report import attack_table, to_json
from eval.drafts import ledger_drafts
from eval.mutations import Change, Kind, Stock, changed_words, changes
from eval.rewordings import reworded
from tests.assistant.engine import engine_index

COUNT = 150


def invented() -> Library:
    return Library(engine_index())


def run(library: Library) -> Result:
    drafts = list(ledger_drafts(library))
    return attack(mutants(drafts, library, COUNT, seed=5), drafts, library)


def test_no_mutation_gets_through_and_no_right_statement_falls() -> None:
    result = run(invented())
    assert result.escapes == ()
    assert result.fallen == ()
    assert result.drops == ()
    assert result.rate(Mode.QUOTED) == Rate(0, COUNT)
    assert result.rate(Mode.COPIED).of >= 0.9 * COUNT
    assert {kind for kind, count in result.tried[Mode.QUOTED].items() if count} >= {
        Kind.DIGIT,
        Kind.UNIT,
        Kind.YEAR,
        Kind.COMPARATOR,
        Kind.BODY,
        Kind.ROLE,
        Kind.REGION,
        Kind.DOCUMENT_NUMBER,
        Kind.ADDRESS,
        Kind.SCOPE,
    }


def test_more_than_one_escape_in_a_hundred_is_a_drop() -> None:
    tried = {mode: Counter({Kind.DIGIT: 100}) for mode in Mode}
    escape = Escape(Mode.COPIED, Kind.DIGIT, "a", "5家", "6家")
    kept = {mode: Rate(1, 1) for mode in Mode}
    assert Result((escape,), tried, kept, ()).drops == ()
    assert Result((escape, escape), tried, kept, ((Mode.QUOTED, "5家", "why"),)).drops == (
        "模型照抄：漏过 2/100，多于 1%",
        "正确的被删：5家（why）",
    )


def test_one_seed_gives_the_same_attack() -> None:
    library = invented()
    drafts = list(ledger_drafts(library))
    assert mutants(drafts, library, 40, seed=1) == mutants(drafts, library, 40, seed=1)
    assert mutants(drafts, library, 40, seed=1) != mutants(drafts, library, 40, seed=2)


def test_every_change_changes_the_text() -> None:
    library = invented()
    text = "到2025年，全省给予不超过5万元奖励，由省科技厅牵头，鼓励企业参与“领航计划”。"
    found = list(changes(text, Stock(library.corpus), Random(1)))
    assert {c.kind for c in found} >= {
        Kind.YEAR,
        Kind.DIGIT,
        Kind.UNIT,
        Kind.COMPARATOR,
        Kind.BODY,
        Kind.ROLE,
        Kind.NEGATION,
        Kind.REGION,
        Kind.PROGRAMME,
        Kind.FORCE,
    }
    assert all(change.of(text) != text for change in found)


def test_the_changed_segment_is_what_may_not_stand_in_the_source() -> None:
    text = "到2025年，达到400家；2020年为180家。"
    change = Change(Kind.DIGIT, text.index("400"), text.index("400") + 3, "180")
    assert change.of(text) == "到2025年，达到180家；2020年为180家。"
    assert changed_words(text, change) == "达到180家"


def test_the_interval_is_wilsons() -> None:
    low, high = Rate(0, 1000).interval
    assert (round(low, 9), round(high, 4)) == (0.0, 0.0038)
    assert [round(bound, 4) for bound in Rate(10, 100).interval] == [0.0552, 0.1744]
    assert Rate(0, 0).interval == (0.0, 1.0)


def test_a_rewording_keeps_the_claims() -> None:
    text = "根据《某市措施》（一），对企业给予不超过5万元补贴，不得重复申领。"
    said = {reworded(text, Random(seed)) for seed in range(20)}
    assert len(said) > 5
    assert all("5万元" in one and "重复申领" in one for one in said)


def test_the_figures_are_written_with_their_escapes() -> None:
    result = run(invented())
    content = to_json(result)
    assert content["modes"]["原文摘录"]["mutations"] == COUNT
    assert content["modes"]["原文摘录"]["escaped"] == 0
    assert content["escapes"] == []
    table = attack_table(result)
    assert "| 漏过合计" in table and "| 正确的保留" in table
