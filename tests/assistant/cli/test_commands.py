from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.app import run
from assistant.cli.serving import listen
from assistant.settings import Settings
from tests.assistant.policy import NUMBER, SECOND, SECOND_TITLE, TITLE

ADDRESS = f"《{TITLE}》（{NUMBER}）"


def test_ask_prints_the_answer_the_clause_and_the_label(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ask", "首次认定高新技术企业奖励多少？"]) == 0
    printed = capsys.readouterr().out
    assert "20万元" in printed
    assert f"[1][2] {ADDRESS}（二）" in printed
    assert "AI 生成" in printed


def test_what_somebody_asks_at_his_own_terminal_is_not_recorded(own_settings: Settings) -> None:
    assert run(["ask", "首次认定高新技术企业奖励多少？"]) == 0
    assert run(["eligibility", "--text", "我们是一家小型科技企业"]) == 0
    assert not own_settings.data.exists()


def test_ask_as_json_is_the_answer_of_the_api(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ask", "首次认定高新技术企业奖励多少？", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["refused"]) == ("answered", False)
    assert answer["citations"][0]["address"] == f"{ADDRESS}（二）"


def test_a_missing_index_is_built_before_the_first_answer(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not own_settings.index_folder.exists()
    assert run(["search", "创新券", "--json", "-k", "1"]) == 0
    caught = capsys.readouterr()
    assert json.loads(caught.out)["hits"][0]["address"] == f"{ADDRESS}（一）"
    assert "编码文本" in caught.err
    assert run(["search", "创新券", "--json", "-k", "1"]) == 0
    assert capsys.readouterr().err == ""


def test_index_says_what_is_in_it(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index"]) == 0
    assert "索引就绪：1 份文件" in capsys.readouterr().err


def test_a_document_is_added_found_and_removed(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "apartment.txt"
    given.write_text(SECOND, encoding="utf-8")
    assert run(["add", str(given)]) == 0
    assert f"已加入：{SECOND_TITLE}（编号 apartment）" in capsys.readouterr().err
    assert run(["ask", "博士能申请多大的人才公寓？", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "90平方米" in answer["answer"]
    assert answer["citations"][0]["document_id"] == "apartment"
    assert run(["remove", "apartment"]) == 0
    kept = own_settings.data / "removed" / "apartment.txt"
    assert kept.read_text(encoding="utf-8") == SECOND
    capsys.readouterr()
    assert run(["documents", "--json"]) == 0
    assert [d["id"] for d in json.loads(capsys.readouterr().out)["items"]] == ["p1"]


def test_when_a_document_was_changed_the_last_index_answers_and_the_user_is_told(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index"]) == 0
    (own_settings.documents / "p1.txt").write_text("一、改了\n", encoding="utf-8")
    assert run(["index"]) == 1
    assert "内容与登记时不一致" in capsys.readouterr().err
    assert run(["ask", "首次认定高新技术企业奖励多少？"]) == 0
    caught = capsys.readouterr()
    assert "20万元" in caught.out
    assert "文件库有问题，暂用上次建立的索引" in caught.err


def test_a_missing_file_is_named_with_what_to_do(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_settings.documents / "p1.txt").unlink()
    assert run(["ask", "创新券"]) == 1
    assert "“p1.txt”（编号 p1）不见了" in capsys.readouterr().err


def test_a_damaged_index_is_rebuilt(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index"]) == 0
    for file in own_settings.index_folder.glob("v-*/*"):
        file.write_bytes(b"broken")
    capsys.readouterr()
    assert run(["search", "创新券", "--json"]) == 0
    caught = capsys.readouterr()
    assert json.loads(caught.out)["hits"]
    assert "损坏" in caught.err


def test_an_index_of_another_encoder_is_refused(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index"]) == 0
    manifest = own_settings.index_folder / "index.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["fingerprint"] = "sentence-transformers:another"
    manifest.write_text(json.dumps(content), encoding="utf-8")
    capsys.readouterr()
    assert run(["ask", "创新券"]) == 1
    assert "由另一个向量模型" in capsys.readouterr().err


def test_outline_works_on_any_file_and_gives_the_interface(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (elsewhere / "a.txt").write_text(SECOND, encoding="utf-8")
    assert run(["outline", "a.txt", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert sorted(made) == ["clauses", "document", "facts", "passages", "text", "warnings"]
    assert [(c["marker"], c["address"]) for c in made["clauses"]] == [
        ("第一条", f"《{SECOND_TITLE}》第一条"),
        ("第二条", f"《{SECOND_TITLE}》第二条"),
        ("第三条", f"《{SECOND_TITLE}》第三条"),
    ]
    for clause in made["clauses"]:
        assert made["text"][clause["start"] : clause["end"]] == clause["text"]


def test_outline_for_a_person_shows_the_tree(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["outline", "p1"]) == 0
    printed = capsys.readouterr().out
    assert "├── 一、加大资金支持" in printed
    assert "8 个条款" in printed


def test_documents_are_listed_with_how_they_stand_on_a_day(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["documents", "--as-of", "2025-12-31"]) == 0
    printed = capsys.readouterr().out
    assert f"p1 《{TITLE}》（{NUMBER}）" in printed.replace("\n", "")
    assert "效力：现行。所定目标到2025年，尚在目标期内" in printed
    assert run(["documents", "--json", "--as-of", "2026-01-01"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["conflicts"] == []
    (item,) = made["items"]
    assert (item["kind"], item["standing"]["state"]) == ("措施", "目标期已过")
    assert item["standing"]["quote"].startswith("到2025年，全市建成众创空间12家")


def test_facts_are_narrowed_by_body_and_role(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["facts", "responsibilities", "--body", "市科技局", "--role", "牵头"]
    assert run([*asked, "--format", "json"]) == 0
    (item,) = json.loads(capsys.readouterr().out)["items"]
    assert (item["lead"], item["join"]) == (["市科技局"], ["市财政局"])


def test_facts_are_given_in_every_format(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["facts", "targets"]) == 0
    assert "目标台账，共" in capsys.readouterr().out
    assert run(["facts", "targets", "--format", "json", "--document", "p1"]) == 0
    assert json.loads(capsys.readouterr().out)["items"][0]["indicator"] == "众创空间"
    for form in ("csv", "xlsx", "json", "svg"):
        file = tmp_path / f"facts.{form}"
        assert run(["facts", "responsibilities", "--format", form, "-o", str(file)]) == 0
        assert file.stat().st_size > 100
    capsys.readouterr()
    assert run(["facts", "targets", "--format", "xlsx"]) == 1
    assert "请用 -o 指定文件" in capsys.readouterr().err
    assert run(["facts", "targets", "--document", "zz"]) == 1
    assert "没有编号为“zz”的文件。现有文件编号：p1。" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ask", ""], 1, "请输入要咨询的政策问题"),
        (["ask", "问" * 10_000], 1, "问题太长了（10000字，上限2000字）"),
        (["ask", "\udcff\udcfe"], 2, "参数不是合法的 UTF-8 文字"),
        (["ask"], 2, "缺少参数 问题。"),
        (["ask", "问", "--profile", "none.json"], 1, "没有找到企业画像文件 none.json"),
        (["ask", "问", "--as-of", "tomorrow"], 2, "“tomorrow”应为 YYYY-MM-DD 形式的日期"),
        (["search", "问", "-k", "0"], 2, "-k 的值不对：应不小于 1。"),
        (["facts", "wishes"], 2, "“wishes”不是可选的值"),
        (["facts", "targets", "--region", "火星"], 1, "不认识地区“火星”"),
        (["facts", "responsibilities", "--role", "观众"], 1, "没有“观众”这种角色"),
        (["documents", "--as-of", "明天"], 2, "“明天”应为 YYYY-MM-DD 形式的日期"),
        (["outline", "none.txt"], 1, "none.txt"),
        (["outline", "099"], 1, "没有编号为“099”的文件"),
        (["add", "none"], 1, "没有找到“none”"),
        (["remove", "099"], 1, "没有编号为“099”的文件"),
        (["dance"], 2, "没有“dance”这个命令。"),
        (["ask", "问", "--loud"], 2, "没有 --loud 这个选项。"),
        (["serve", "--host", "no such host"], 1, "请检查 --host"),
    ],
)
def test_what_cannot_be_done_is_said_in_chinese_with_an_exit_code(
    own_settings: Settings,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    assert run(arguments) == code
    caught = capsys.readouterr()
    assert message in caught.err
    assert caught.out == ""


def test_a_taken_port_is_said_before_anything_is_loaded(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 1
    assert f"无法监听 127.0.0.1:{port}" in capsys.readouterr().err
    assert not own_settings.index_folder.exists()


def test_connections_send_at_once() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_a_wrong_setting_stops_every_command(
    own_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHENGWEN_PROT", "1")
    assert run(["documents"]) == 1
    assert "不认识的环境变量：ZHENGWEN_PROT" in capsys.readouterr().err


def test_doctor_says_what_is_missing_and_what_to_do(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "✗ 索引" in printed
    assert "→ 请运行 zhengwen index。" in printed
    assert "✓ 编码器" in printed


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--help"]) == 0
    printed = capsys.readouterr().out
    assert "提问，得到带条款出处的答复。" in printed
    assert "显示用法。" in printed


def test_asking_loads_neither_page_nor_server_nor_torch(own_settings: Settings) -> None:
    code = (
        "import sys; from assistant.cli.app import run; run(['ask', '创新券']);"
        "print(*sorted(set(sys.modules) & {'gradio', 'fastapi', 'uvicorn', 'torch', 'pandas',"
        " 'langchain', 'langchain_core', 'sentence_transformers', 'transformers', 'onnx'}),"
        " file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1].strip() == ""


APPROVED = """\
- id: reward
  questions: [首次认定奖励多少]
  answer:
    - text: 对首次通过高新技术企业认定的企业，给予20万元一次性奖励。
      document: p1
      clause: （二）
      quote: 对首次通过高新技术企业认定的企业，给予20万元一次性奖励。
  approved_by: 政策科
  approved_on: 2024-05-01
"""


def test_approved_answers_are_checked_and_a_broken_one_fails_with_what_to_do(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["approved", "check"]) == 0
    assert "没有审定答复。写在 approved.yaml 里" in capsys.readouterr().err
    (tmp_path / "approved.yaml").write_text(APPROVED, encoding="utf-8")
    assert run(["approved", "check"]) == 0
    assert "approved.yaml：1 个审定答复，引文全部成立。" in capsys.readouterr().err
    broken = APPROVED.replace("quote: 对首次通过", "quote: 对再次通过")
    (tmp_path / "approved.yaml").write_text(broken, encoding="utf-8")
    assert run(["approved", "check"]) == 1
    assert capsys.readouterr().out.startswith(
        f"审定答复 reward：《{TITLE}》中已没有“对再次通过高新技术企业认定的企业，给予20万元一次性奖励。”这段话。"
    )


def test_doctor_names_approved_answers_that_do_not_stand(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index"]) == 0
    (tmp_path / "approved.yaml").write_text(
        APPROVED.replace("document: p1", "document: p9"), encoding="utf-8"
    )
    assert run(["doctor"]) == 1
    assert "审定答复：1 处不成立\n    审定答复 reward：没有编号、标题或文号为“p9”的文件" in (
        capsys.readouterr().out
    )


def test_a_change_of_documents_reports_the_approved_answers_it_breaks(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "approved.yaml").write_text(APPROVED, encoding="utf-8")
    given = tmp_path / "apartment.txt"
    given.write_text(SECOND, encoding="utf-8")
    assert run(["add", str(given)]) == 0
    assert "审定答复" not in capsys.readouterr().err
    assert run(["remove", "p1"]) == 0
    assert "审定答复 reward：没有编号、标题或文号为“p1”的文件" in capsys.readouterr().err


def test_a_broken_file_of_approved_answers_does_not_keep_others_from_being_answered(
    own_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "approved.yaml").write_text("- id: [", encoding="utf-8")
    assert run(["ask", "首次认定高新技术企业奖励多少？"]) == 0
    caught = capsys.readouterr()
    assert "20万元" in caught.out
    assert "不是合法的 YAML" in caught.err
    assert "在此之前不使用审定答复" in caught.err
    assert run(["doctor"]) == 1
    assert "不是合法的 YAML" in capsys.readouterr().out


def test_a_file_of_approved_answers_that_was_named_must_be_there(
    own_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHENGWEN_APPROVED_ANSWERS", "elsewhere.yaml")
    assert run(["approved", "check"]) == 1
    assert "没有找到审定答复文件 elsewhere.yaml" in capsys.readouterr().err
