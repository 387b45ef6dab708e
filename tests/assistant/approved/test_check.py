from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.approved.check import Checked, check_approved
from assistant.approved.load import read_approved
from assistant.library import Library
from assistant.models import Statement
from assistant.settings import PROJECT
from index.search import Index
from tests.assistant.approved.entries import SOUND, UNBORNE, entries
from tests.assistant.engine import support

DAY = date(2024, 6, 1)
QUOTE = "对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务"


def checked(folder: Path, library: Library, text: str, day: date = DAY) -> Checked:
    return check_approved(entries(folder, text), library, day)


def fault(folder: Path, library: Library, text: str) -> str:
    found = checked(folder, library, text)
    assert found.ready == ()
    (only,) = found.faults
    return str(only)


@pytest.mark.parametrize(
    "clause",
    [
        "（一）",
        "(一)",
        "一、",
        "《湖南省支持科技型企业发展若干措施》（湘政发〔2023〕8号）（一）",
    ],
)
@pytest.mark.parametrize(
    "document", ["measures", "湖南省支持科技型企业发展若干措施", "湘政发[2023]8号"]
)
def test_a_quote_that_stands_is_a_span_of_its_clause(
    tmp_path: Path, library: Library, document: str, clause: str
) -> None:
    text = SOUND.replace("document: measures", f'document: "{document}"')
    found = checked(tmp_path, library, text.replace("clause: （一）", f'clause: "{clause}"'))
    assert found.faults == ()
    assert found.ready[0].draft.statements == (
        Statement(
            "注册在本省的科技型小微企业，每年发放不超过5万元的创新券。",
            (support(library, "measures", QUOTE),),
        ),
    )


def test_layout_and_width_of_a_quote_do_not_matter(tmp_path: Path, library: Library) -> None:
    found = checked(
        tmp_path,
        library,
        SOUND.replace(
            "每年发放不超过5万元的创新券，用于购买", "每年 发放不超过５万元的创新券,用于购买"
        ),
    )
    assert found.faults == ()


def test_a_quote_that_is_gone_is_told_with_the_sentence_most_like_it(
    tmp_path: Path, library: Library
) -> None:
    text = SOUND.replace("不超过5万元的创新券，用于", "不超过8万元的创新券，用于")
    assert fault(tmp_path, library, text) == (
        "审定答复 voucher：《湖南省支持科技型企业发展若干措施》中已没有"
        "“对注册在本省的科技型小微企业，每年发放不超过8万元的创新券，用于购买检测服务”这段话。"
        "请对照原文修改 text 与 quote，或删除这个条目。"
        "最接近的原文：“对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务，不得用于购置设备。”"
    )


def test_a_document_that_is_not_held_is_told(tmp_path: Path, library: Library) -> None:
    assert fault(tmp_path, library, SOUND.replace("document: measures", "document: gone")) == (
        "审定答复 voucher：没有编号、标题或文号为“gone”的文件。"
        "请改正 document；文件已移除的，请删除这个条目或改引别的文件。"
    )


@pytest.mark.parametrize(
    ("clause", "why"), [("（二）", "不在这一条款"), ("第九十条", "没有这一条款")]
)
def test_a_quote_that_stands_in_another_clause_is_told_with_its_place(
    tmp_path: Path, library: Library, clause: str, why: str
) -> None:
    assert fault(tmp_path, library, SOUND.replace("clause: （一）", f"clause: {clause}")) == (
        f"审定答复 voucher：“{QUOTE}”的条款写作“{clause}”，"
        f"《湖南省支持科技型企业发展若干措施》{why}；"
        "引文现在《湖南省支持科技型企业发展若干措施》（湘政发〔2023〕8号）（一）。请核对后改正 clause。"
    )


@pytest.mark.parametrize(
    "text",
    [
        UNBORNE,
        SOUND.replace("每年发放不超过5万元的创新券。", "省财政厅每年发放不超过5万元的创新券。"),
        SOUND.replace("每年发放不超过5万元的创新券。", "每年发放5万元的创新券。"),
    ],
)
def test_a_sentence_that_its_quote_does_not_bear_is_told(
    tmp_path: Path, library: Library, text: str
) -> None:
    assert "与引文不符。请照引文改写这句话，或换一处能支持它的引文。" in fault(
        tmp_path, library, text
    )


def test_an_expired_entry_is_told_but_may_still_be_asked_for_of_an_earlier_day(
    tmp_path: Path, library: Library
) -> None:
    text = SOUND + "  expires_on: 2024-05-31\n"
    found = checked(tmp_path, library, text)
    assert [str(f) for f in found.faults] == [
        "审定答复 voucher：已于2024-05-31到期，不再使用。请复核后改 expires_on，或删除。"
    ]
    assert [answer.entry.id for answer in found.ready] == ["voucher"]
    assert checked(tmp_path, library, text, date(2024, 5, 31)).faults == ()


def test_the_example_of_the_guide_stands_in_the_projects_documents(
    tmp_path: Path, project_index: Index
) -> None:
    guide = (PROJECT / "docs" / "approved-answers.md").read_text(encoding="utf-8")
    path = tmp_path / "approved.yaml"
    path.write_text(guide.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    found = check_approved(read_approved(path), Library(project_index), date(2025, 4, 1))
    assert found.faults == ()
    assert [answer.entry.id for answer in found.ready] == ["voucher-amount"]
