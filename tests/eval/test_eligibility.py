from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.models import Corpus, Relation
from eval.eligibility import (
    Checked,
    Expected,
    Item,
    ProfileCase,
    Unoffered,
    Verdict,
    Verdicts,
    check_all,
    confusion,
    eligibility_figures,
    eligibility_table,
    is_right,
    judge_profile,
    originals,
    profile_quotes,
    read_profiles,
)
from eval.jsonl import write_jsonl
from index.search import Index

QUOTE = "对首次认定的企业，给予20万元奖励"


def wants(verdict: Verdict, quote: str = QUOTE, doc: str = "000") -> Expected:
    return Expected(doc=doc, quote=quote, verdict=verdict, why="")


def profile(*expected: Expected, not_offered: tuple[Unoffered, ...] = ()) -> ProfileCase:
    return ProfileCase(
        id="p", text="我们刚评上高企", expected=list(expected), not_offered=list(not_offered)
    )


def item(verdict: Verdict, quote: str = QUOTE, doc: str = "000", address: str = "一") -> Item:
    return Item(document_id=doc, address=address, quote=quote, verdict=verdict)


def judged(case: ProfileCase, *items: Item) -> Verdicts:
    return judge_profile(case, Checked(id="p", items=list(items)), {"002": "000"})


def test_a_measure_is_found_when_one_quote_lies_in_the_other() -> None:
    longer = f"（一）奖励。{QUOTE}；其他给予10万元。"
    for quote in (QUOTE, longer, "给予 20 万元奖励"):
        assert judged(profile(wants("met")), item("met", quote)) == Verdicts(
            "p", (("met", "met"),), 1, (), ()
        )
    other = judged(profile(wants("met")), item("met", "对首次认定的企业，给予30万元奖励"))
    assert (other.pairs, other.wrong_met) == ((("met", "absent"),), ("一",))


def test_a_document_and_its_copy_are_one_and_other_documents_are_not() -> None:
    assert judged(profile(wants("met")), item("met", doc="002")).pairs == (("met", "met"),)
    assert judged(profile(wants("met", doc="002")), item("met")).pairs == (("met", "met"),)
    assert judged(profile(wants("met")), item("met", doc="003")).pairs == (("met", "absent"),)


def test_of_several_items_the_one_that_shares_most_of_the_quote_counts() -> None:
    items = (item("unknown", "奖励"), item("unmet"), item("met"))
    assert judged(profile(wants("met")), *items).pairs == (("met", "unmet"),)


def test_met_is_wrong_wherever_the_key_does_not_say_met() -> None:
    elsewhere = "对无人认领的措施"
    barred = "仅限科研院所"
    found = judged(
        profile(wants("unmet"), not_offered=(Unoffered(doc="000", quote=barred),)),
        item("met", address="一"),
        item("met", elsewhere, address="二"),
        item("met", barred, address="三"),
    )
    assert (found.met, found.wrong_met, found.violations) == (3, ("一", "二", "三"), ("三",))


def test_what_must_not_be_offered_may_stand_as_unmet_but_not_as_unknown() -> None:
    barred = profile(not_offered=(Unoffered(doc="000", quote=QUOTE),))
    assert judged(barred, item("unmet")).violations == ()
    assert judged(barred, item("not_applicable")).violations == ()
    assert judged(barred, item("unknown")).violations == ("一",)


def test_what_does_not_apply_may_go_unmentioned_and_guidance_must_be_given() -> None:
    assert is_right("not_applicable", "absent")
    assert is_right("not_applicable", "not_applicable")
    assert not is_right("guidance", "absent")
    assert is_right("guidance", "guidance")
    assert not is_right("met", "unknown")


def test_figures_count_measures_over_all_profiles() -> None:
    figures = eligibility_figures(
        [
            Verdicts("a", (("met", "met"), ("not_applicable", "absent")), 2, ("二",), ()),
            Verdicts("b", (("unmet", "absent"), ("unknown", "met")), 1, ("三",), ("三",)),
        ]
    )
    assert {key: (f.value, f.n) for key, f in figures.items()} == {
        "found": (2 / 3, 3),
        "right_verdict": (0.5, 4),
        "met_is_right": (1 / 3, 3),
        "wrong_met": (2.0, 2),
        "violations": (1.0, 2),
    }


def test_the_confusion_table_holds_every_pair() -> None:
    counted = confusion([Verdicts("a", (("met", "met"), ("met", "absent")), 1, (), ())])
    assert {due: {g: n for g, n in row.items() if n} for due, row in counted.items()} == {
        "met": {"met": 1, "absent": 1},
        "unmet": {},
        "unknown": {},
        "not_applicable": {},
        "guidance": {},
    }


def test_the_table_names_what_is_wrong() -> None:
    case = profile(wants("met"))
    table = eligibility_table([case], [judged(case, item("met", "别的措施", address="《某》三"))])
    assert table.split("\n\n")[-1] == (
        f"p 000“{QUOTE}”：应为符合，答未列出\np 误判为符合：《某》三"
    )


def test_the_engine_sees_the_text_alone_and_its_further_fields_are_left_aside() -> None:
    seen: list[str] = []

    def check(text: str) -> Mapping[str, Any]:
        seen.append(text)
        listed = {**item("met").model_dump(), "conditions": [], "departments": ["省科技厅"]}
        return {"profile": {}, "items": [listed], "next_question": None}

    assert check_all([profile(wants("met"))], check) == [Checked(id="p", items=[item("met")])]
    assert seen == ["我们刚评上高企"]


def test_copies_come_from_the_relations_of_the_corpus(engine_index: Index) -> None:
    assert originals(engine_index.corpus) == {"web": "measures"}
    plan = engine_index.corpus.by_id["plan"]
    related = replace(plan.document, relation=Relation("version_of", "measures"))
    assert originals(Corpus((replace(plan, document=related),))) == {}


def test_profiles_come_from_disk_with_their_quotes(tmp_path: Path) -> None:
    case = profile(wants("met"), not_offered=(Unoffered(doc="003", quote="别的"),))
    write_jsonl(tmp_path / "e.jsonl", [case])
    assert read_profiles([tmp_path / "e.jsonl"]) == [case]
    assert list(profile_quotes([case])) == [("p", "000", QUOTE), ("p", "003", "别的")]
