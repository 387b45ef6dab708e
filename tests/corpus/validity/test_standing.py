"""How a document stands on a day, and the words that say so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.manifest import load_corpus
from corpus.models import Corpus, ParsedDocument
from corpus.validity.held import Held
from corpus.validity.standing import standing

RULES = "临江市数据管理办法\n临政发〔2023〕8号\n第一条　为规范管理，制定本办法。\n第二条　数据应当归集。\n第三条　{end}\n"


def parsed_from(tmp_path: Path, **texts: str) -> Corpus:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return load_corpus(tmp_path)


def rules(tmp_path: Path, end: str) -> ParsedDocument:
    return parsed_from(tmp_path, rules=RULES.format(end=end)).by_id["rules"]


@pytest.mark.parametrize(
    ("end", "day", "state", "reason"),
    [
        (
            "本办法自2023年5月1日起施行，有效期5年。",
            date(2028, 4, 30),
            "现行",
            "有效期至2028年4月30日，尚未届满。",
        ),
        (
            "本办法自2023年5月1日起施行，有效期5年。",
            date(2028, 5, 1),
            "已过有效期",
            "有效期至2028年4月30日，已经届满。",
        ),
        (
            "本办法自2023年5月1日起施行，有效期至2025年12月31日。",
            date(2026, 1, 1),
            "已过有效期",
            "有效期至2025年12月31日，已经届满。",
        ),
        (
            "本办法自二〇二三年五月一日起施行。",
            date(2023, 4, 30),
            "尚未施行",
            "自2023年5月1日起施行，尚未到施行日期。",
        ),
        (
            "本办法自2023年5月1日起施行。",
            date(2024, 1, 1),
            "现行",
            "自2023年5月1日起施行，文本没有写明有效期，现有文件也未见废止。",
        ),
        (
            "本办法自发布之日起施行，有效期三年。",
            date(2024, 1, 1),
            "不明",
            "写明了有效期的长短，但没有写明起算的日期，无法推算是否届满。",
        ),
        (
            "数据应当保密。",
            date(2024, 1, 1),
            "不明",
            "文本没有写明施行日期和有效期。",
        ),
    ],
)
def test_the_closing_clause_decides_on_the_day(
    tmp_path: Path, end: str, day: date, state: str, reason: str
) -> None:
    found = standing(rules(tmp_path, end), day)
    assert (found.state, found.reason) == (state, reason)
    if state != "不明":
        assert (found.address, found.quote) == (
            "《临江市数据管理办法》（临政发〔2023〕8号）第三条",
            end,
        )


def test_days_after_issue_count_from_the_date_that_the_text_bears(tmp_path: Path) -> None:
    text = RULES.format(end="本办法自发布之日起30日后施行。") + "临江市人民政府\n2023年4月1日\n"
    parsed = parsed_from(tmp_path, rules=text).by_id["rules"]
    assert standing(parsed, date(2023, 4, 30)).state == "尚未施行"
    assert standing(parsed, date(2023, 5, 1)).state == "现行"


def test_another_document_that_ends_it_is_named_with_its_clause(tmp_path: Path) -> None:
    corpus = parsed_from(
        tmp_path,
        old=RULES.format(end="本办法自2019年5月1日起施行。"),
        new="临江市公共数据条例\n第一条　为了规范，制定本条例。\n第二条　本条例自2024年1月1日起施行，"
        "《临江市数据管理办法》（临政发〔2023〕8号）同时废止。\n",
    )
    old = corpus.by_id["old"]
    before = standing(old, date(2023, 12, 31), Held.of(corpus.documents))
    after = standing(old, date(2024, 1, 1), Held.of(corpus.documents))
    assert before.state == "现行"
    assert (after.state, after.document_id, after.address, after.quote) == (
        "已废止",
        "new",
        "《临江市公共数据条例》第二条",
        "《临江市数据管理办法》",
    )


def test_a_plan_outlives_its_years_and_a_rule_does_not(tmp_path: Path) -> None:
    corpus = parsed_from(
        tmp_path,
        plan="临江市“十四五”数据规划\n一、目标\n到2025年，数据中心达到10个。\n二、任务\n推进。\n",
        rule="临江市奖励办法\n第一条　到2020年，奖励企业达到10家。\n第二条　奖励。\n",
    )
    plan = corpus.by_id["plan"]
    assert standing(plan, date(2025, 12, 31)).state == "现行"
    assert standing(plan, date(2026, 1, 1)).reason == (
        "所定目标到2025年为止，目标期已过；文本没有写明是否废止。"
    )
    assert standing(corpus.by_id["rule"], date(2026, 1, 1)).state == "不明"


def test_a_draft_is_a_draft_whatever_else_it_says(tmp_path: Path) -> None:
    text = (
        "临江市数据管理办法（征求意见稿）\n第一条　总则。\n第二条　本办法自2020年1月1日起施行。\n"
    )
    found = standing(parsed_from(tmp_path, d=text).by_id["d"], date(2026, 1, 1))
    assert (found.state, found.quote) == ("征求意见稿", "征求意见稿")


def test_a_header_that_says_ended_is_believed(tmp_path: Path) -> None:
    text = "【时效性】已废止\n" + RULES.format(end="本办法自2023年5月1日起施行。")
    found = standing(parsed_from(tmp_path, d=text).by_id["d"], date(2026, 1, 1))
    assert found.state == "已废止"


@pytest.mark.parametrize(
    ("document_id", "state", "quote"),
    [
        ("001", "征求意见稿", "征求意见稿"),
        (
            "003",
            "目标期已过",
            "到2020年，全省高新技术企业达到1500家以上，科技型中小微企业达到10000家，"
            "高新技术企业销售收入占规模以上工业企业销售收入的比重达到15%以上",
        ),
        ("004", "目标期已过", "运城市“十四五”打造一流创新生态 实施创新驱动、科教兴市战略规划"),
    ],
)
def test_the_five_documents_today(
    five_documents: Corpus, document_id: str, state: str, quote: str
) -> None:
    found = standing(
        five_documents.by_id[document_id],
        date(2026, 11, 22),
        Held.of(five_documents.documents),
    )
    assert (found.state, found.quote) == (state, quote)


def test_a_plan_goes_on_to_the_last_year_that_it_names(tmp_path: Path) -> None:
    text = (
        "临江市未来产业实施意见\n一、目标\n到2025年，培育企业100家。到2027年，综合实力显著提升。\n"
        "二、任务\n推进。\n"
    )
    parsed = parsed_from(tmp_path, d=text).by_id["d"]
    assert standing(parsed, date(2027, 12, 31)).state == "现行"
    assert standing(parsed, date(2028, 1, 1)).quote == "到2027年，综合实力显著提升"


def test_years_of_a_notice_s_subject_are_no_target_years(tmp_path: Path) -> None:
    text = "关于2018-2019年度科技奖推荐工作的通知\n一、条件\n到2017年，成果应用满三年。\n二、材料\n申报书。\n"
    assert standing(parsed_from(tmp_path, d=text).by_id["d"], date(2026, 1, 1)).state == "不明"
