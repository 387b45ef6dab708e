"""Which of the documents held another one means, and which it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.manifest import load_corpus
from corpus.validity.held import Held
from corpus.validity.references import Reference
from corpus.validity.standing import standing

TEXTS = {
    "notice": "临江市人民政府关于印发《临江市数据管理办法》的通知\n临政发〔2019〕3号\n第一条 总则。\n第二条 附则。\n",
    "plan": "临江市人民政府关于加快数据产业发展的意见\n临政发〔2021〕7号\n一、总则\n内容。\n二、任务\n内容。\n",
    "new": "临江市数据条例\n第一条 总则。\n第二条 本条例自2024年1月1日起施行，《临江市数据管理办法》同时废止。\n",
}


@pytest.fixture
def held(tmp_path: Path) -> Held:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return Held.of(load_corpus(tmp_path).documents)


@pytest.mark.parametrize(
    ("title", "number", "document_id"),
    [
        ("临江市数据管理办法", None, "notice"),
        ("临江市数据管理办法（试行）", None, "notice"),
        ("关于加快数据产业发展的意见", "临政发〔2021〕7号", "plan"),
        ("关于加快数据产业发展的意见", "临政发〔2020〕7号", None),
        (None, "临政发〔2019〕3号", "notice"),
        ("临江市档案条例", None, None),
    ],
)
def test_a_document_is_known_by_number_title_or_what_it_forwards(
    held: Held, title: str | None, number: str | None, document_id: str | None
) -> None:
    found = held.find(Reference("cites", title, number, "", 0, 0))
    assert (found.document.id if found else None) == document_id


def test_what_a_notice_forwarded_is_ended_by_its_title(held: Held) -> None:
    notice = next(p for p in held.documents if p.document.id == "notice")
    ended = standing(notice, date(2024, 1, 1), held)
    assert (ended.state, ended.document_id, ended.reason) == (
        "已废止",
        "new",
        "《临江市数据条例》写明废止本文件。",
    )
