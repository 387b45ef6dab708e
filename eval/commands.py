"""The commands of `python -m eval`. What loads the assistant is imported where it is used."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from eval.cases import read_cases
from eval.predictions import read_predictions
from eval.score import failures, score, score_table

DATA = Path(__file__).parent / "data"


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

    add = commands.add_parser("prove", help="证明每条引文都在其文件中，并统计问题集")
    add.set_defaults(run=_prove)
    _cases(add, required=False)

    add = commands.add_parser("lying", help="让说谎的模型改写答复，与不用模型时比较")
    add.set_defaults(run=_lying)
    _cases(add)
    add.add_argument("--kinds", nargs="+", metavar="种类", help="只说这些谎（默认轮流说全部）")
    add.add_argument("--rephrase", action="store_true", help="检索用语也由模型提出")
    add.add_argument("--accepted", type=Path, help="被采用的谎话写到这个 JSONL 文件")
    _corpus(add)

    add = commands.add_parser("bench", help="速度与内存，写入 bench/results.json")
    add.set_defaults(run=_bench)
    return top


def split_files(split: str) -> list[Path]:
    """The project's own case files of a split (dev or test)."""
    return sorted(DATA.glob(f"{split}_*.jsonl"))


def _cases(add: ArgumentParser, required: bool = True) -> None:
    add.add_argument("--cases", type=Path, nargs="+", required=required, help="问题集 JSONL 文件")


def _corpus(add: ArgumentParser) -> None:
    add.add_argument("--corpus", type=Path, help="文件目录（有无清单均可）；默认为自带文件")


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
    _say(score_table(result))
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
    from eval.report import report

    text, dropped = report(chosen.split, split_files(chosen.split), _progress)
    _say(text)
    for line in dropped:
        sys.stderr.write(f"{line}\n")
    return 1 if dropped else 0


def _prove(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.corpora import clause_texts, source_texts
    from eval.prove import proof_table, prove

    documents = Settings.load().documents
    cases = read_cases(chosen.cases or split_files("*"))
    proof = prove(cases, source_texts(documents), clause_texts(documents))
    _say(proof_table(proof))
    for fault in proof.faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if proof.faults else 0


def _lying(chosen: Namespace) -> int:
    from assistant.settings import Settings
    from eval.jsonl import write_jsonl
    from eval.lying.compare import compare, comparison_table, write
    from eval.lying.speaker import known_kinds

    result = compare(
        read_cases(chosen.cases),
        known_kinds(chosen.kinds),
        settings=Settings.load(),
        rephrase=chosen.rephrase,
        corpus=chosen.corpus,
        progress=_progress,
    )
    _say(comparison_table(result))
    write(result)
    if chosen.accepted:
        write_jsonl(chosen.accepted, result.lies)
    for fault in result.faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if result.faults else 0


def _bench(chosen: Namespace) -> int:
    from eval.bench.run import bench

    _say(bench(read_cases(split_files("dev"))))
    return 0
