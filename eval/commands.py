"""The commands of `python -m eval`. What loads the assistant is imported where it is used."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from eval.cases import read_cases
from eval.predictions import read_predictions
from eval.score import failures, interval_table, score, score_table
from eval.sets import CASE_SETS, files_of

if TYPE_CHECKING:
    from assistant.settings import Settings


def parser() -> ArgumentParser:
    """Every command with its options; `run` holds the function to call."""
    top = ArgumentParser(prog="python -m eval", description="政问的评测")
    commands = top.add_subparsers(required=True, metavar="命令")

    add = commands.add_parser("answers", help="用助手回答问题集，一行一个预测")
    add.set_defaults(run=_answers)
    _cases(add)
    add.add_argument("--out", type=Path, required=True, help="预测写到这个 JSONL 文件")
    _corpus(add)

    add = commands.add_parser("score", help="按类别与总计打分")
    add.set_defaults(run=_score)
    _cases(add)
    add.add_argument("--predictions", type=Path, required=True, help="answers 写出的文件")
    add.add_argument("--failures", action="store_true", help="逐条列出未答对的问题与原因")

    add = commands.add_parser("retrieval", help="依据召回率，与基线并列")
    add.set_defaults(run=_retrieval)
    _cases(add)
    add.add_argument("--predictions", type=Path, help="已有的预测；省去再跑一遍助手")
    _corpus(add)

    add = commands.add_parser("report", help="全部评测，写入 eval/results，并与最低分比较")
    add.set_defaults(run=_report)
    add.add_argument("--split", choices=("dev", "test"), default="dev", help="问题集（默认 dev）")
    add.add_argument("--quick", action="store_true", help="只评这个问题集，不做其余各项")
    _chat(add)

    add = commands.add_parser("paraphrases", help="同一问题五种问法，答复是否一致")
    add.set_defaults(run=_paraphrases)
    _cases(add, required=False)

    add = commands.add_parser("eligibility", help="企业画像：该列的措施与结论是否正确")
    add.set_defaults(run=_eligibility)
    _cases(add, required=False)
    add.add_argument("--out", type=Path, help="各画像的结果写到这个 JSONL 文件")

    add = commands.add_parser("ablation", help="去掉一个部件后还剩多少")
    add.set_defaults(run=_ablation)
    _cases(add, required=False)
    _chat(add)

    add = commands.add_parser("prove", help="证明每条引文都在其文件中，并统计问题集")
    add.set_defaults(run=_prove)
    _cases(add, required=False)

    add = commands.add_parser("mutations", help="用改错一处的语句攻击核验，统计漏过多少")
    add.set_defaults(run=_mutations)
    _corpus(add)
    add.add_argument("--count", type=int, default=1400, help="改错的语句数（默认 1400）")
    add.add_argument("--seed", type=int, default=1, help="随机种子（默认 1）")
    add.add_argument("--out", type=Path, help="结果写到这个 JSON 文件")

    add = commands.add_parser("bench", help="速度与内存，写入 bench/results.json")
    add.set_defaults(run=_bench)
    return top


def _cases(add: ArgumentParser, required: bool = True) -> None:
    add.add_argument("--cases", type=Path, nargs="+", required=required, help="问题集 JSONL 文件")


def _corpus(add: ArgumentParser) -> None:
    add.add_argument("--corpus", type=Path, help="文件目录（有无清单均可）；默认为自带文件")


def _chat(add: ArgumentParser) -> None:
    add.add_argument("--chat-url", help="消融时所用对话模型的地址（OpenAI 兼容）")
    add.add_argument("--chat-model", default="openai:chat", help="该模型的名称")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _progress(done: int, of: int) -> None:
    if done % 25 == 0 or done == of:
        sys.stderr.write(f"已回答 {done}/{of}\n")


def _answers(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.answers import predict_all
    from eval.cases import read_asked
    from eval.corpora import open_service
    from eval.jsonl import write_jsonl

    asked = read_asked(chosen.cases)
    service = open_service(Settings.load(), chosen.corpus)
    write_jsonl(chosen.out, predict_all(service, asked, _progress))
    return 0


def _score(chosen: Namespace) -> int:
    cases, predictions = read_cases(chosen.cases), read_predictions(chosen.predictions)
    result = score(cases, predictions)
    if chosen.failures:
        _say(failures(cases, predictions, result))
    _say(f"{interval_table(result.total)}\n\n{score_table(result)}")
    if result.missing:
        sys.stderr.write(f"{len(result.missing)} 个问题没有预测，按答错计。\n")
    return 1 if result.missing else 0


def _retrieval(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.answers import predict_all
    from eval.corpora import open_service, source_texts
    from eval.retrieval import compare, recall_table
    from index.encode import build_encoder

    settings = Settings.load()
    cases = [c for c in read_cases(chosen.cases) if c.answerable]
    if chosen.predictions:
        predictions = read_predictions(chosen.predictions)
    else:
        service = open_service(settings, chosen.corpus)
        predictions = {p.id: p for p in predict_all(service, cases, _progress)}
    texts = list(source_texts(chosen.corpus or settings.documents).values())
    encoder = build_encoder(settings.encoder, settings.model_folder)
    _say(recall_table(compare(cases, predictions, texts, encoder)))
    return 0


def _report(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.corpora import open_service
    from eval.report.parts import Run
    from eval.report.run import report
    from index.encode import build_encoder

    settings = Settings.load()
    run = Run(
        settings,
        open_service(settings),
        build_encoder(settings.encoder, settings.model_folder),
        _progress,
        chat=_chat_settings(settings, chosen),
    )
    text, dropped = report(run, chosen.split, quick=chosen.quick)
    _say(text)
    for line in dropped:
        sys.stderr.write(f"{line}\n")
    return 1 if dropped else 0


def _paraphrases(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.answers import predict_all
    from eval.corpora import open_service
    from eval.paraphrases import agree, agreement_table, read_paraphrases

    groups = read_paraphrases(chosen.cases or files_of("paraphrases"))
    service = open_service(Settings.load())
    cases = [case for group in groups for case in group.cases]
    predictions = {p.id: p for p in predict_all(service, cases, _progress)}
    _say(agreement_table([agree(group, predictions) for group in groups]))
    return 0


def _eligibility(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.answers import eligibility_check
    from eval.corpora import open_service
    from eval.eligibility import (
        check_all,
        eligibility_table,
        judge_profile,
        originals,
        read_profiles,
    )
    from eval.jsonl import write_jsonl

    profiles = read_profiles(chosen.cases or files_of("eligibility"))
    service = open_service(Settings.load())
    checked = check_all(profiles, eligibility_check(service))
    if chosen.out:
        write_jsonl(chosen.out, checked)
    original = originals(service.corpus)
    judged = [judge_profile(p, c, original) for p, c in zip(profiles, checked, strict=True)]
    _say(eligibility_table(profiles, judged))
    return 0


def _ablation(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from assistant.wiring import build_completion
    from eval.ablation import ablate, ablation_table, variants
    from eval.corpora import open_service

    settings = Settings.load()
    cases = read_cases(chosen.cases or files_of("dev"))
    chat = _chat_settings(settings, chosen)
    index = open_service(settings).assistant.index
    builders = variants(index, build_completion(chat) if chat else None)
    _say(ablation_table(ablate(cases, builders, settings, _progress)))
    return 0


def _chat_settings(settings: Settings, chosen: Namespace) -> Settings | None:
    """The settings with the chat model of the options; None where they name none."""
    if not chosen.chat_url:
        return None
    from pydantic import SecretStr

    changed = {
        "chat_model": chosen.chat_model,
        "chat_base_url": chosen.chat_url,
        "chat_api_key": settings.chat_api_key or SecretStr("none"),
    }
    return settings.model_copy(update=changed)


def _prove(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.corpora import clause_texts, source_texts
    from eval.eligibility import profile_quotes, read_profiles
    from eval.paraphrases import paraphrase_quotes, read_paraphrases
    from eval.prove import absent_quotes, proof_table, prove

    documents = Settings.load().documents
    sources = source_texts(documents)
    own = [file for name in CASE_SETS for file in files_of(name)]
    proof = prove(read_cases(chosen.cases or own), sources, clause_texts(documents))
    faults = list(proof.faults)
    if not chosen.cases:
        groups = read_paraphrases(files_of("paraphrases"))
        profiles = read_profiles(files_of("eligibility"))
        quotes = (*paraphrase_quotes(groups), *profile_quotes(profiles))
        faults += absent_quotes(quotes, sources)
        _say(f"同义问法 {len(groups)} 组；企业画像 {len(profiles)} 个")
    _say(proof_table(proof))
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def _mutations(chosen: Namespace) -> int:
    from eval.attack_report import attack_table, run_attack

    cases = [] if chosen.corpus else read_cases(files_of("dev"))
    result = run_attack(chosen.corpus, cases, chosen.count, chosen.seed, chosen.out)
    _say(attack_table(result))
    for line in result.drops:
        sys.stderr.write(f"{line}\n")
    return 1 if result.drops else 0


def _bench(chosen: Namespace) -> int:
    from eval.bench.run import bench

    _say(bench(read_cases(files_of("dev"))))
    return 0
