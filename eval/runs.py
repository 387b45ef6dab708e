"""What every command of `python -m eval` does. What loads the assistant is imported where it is used.

Every function takes the parsed options and gives the exit code.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from eval.cases import read_cases
from eval.predictions import read_predictions
from eval.score import failures, interval_table, score, score_table
from eval.sets import CASE_SETS, files_of

if TYPE_CHECKING:
    from assistant.settings import Settings


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _progress(done: int, of: int) -> None:
    if done % 25 == 0 or done == of:
        sys.stderr.write(f"已回答 {done}/{of}\n")


def run_answers(chosen: Namespace) -> int:
    """Answer the cases and write the predictions."""
    from assistant.settings import Settings
    from eval.answers import predict_all
    from eval.cases import read_asked
    from eval.corpora import open_service
    from eval.jsonl import write_jsonl

    asked = read_asked(chosen.cases)
    service = open_service(Settings.load(), chosen.corpus)
    write_jsonl(chosen.out, predict_all(service, asked, _progress))
    return 0


def run_score(chosen: Namespace) -> int:
    """Print the tables, and the failures where asked for."""
    cases, predictions = read_cases(chosen.cases), read_predictions(chosen.predictions)
    result = score(cases, predictions)
    if chosen.failures:
        _say(failures(cases, predictions, result))
    _say(f"{interval_table(result.total)}\n\n{score_table(result)}")
    if result.missing:
        sys.stderr.write(f"{len(result.missing)} 个问题没有预测，按答错计。\n")
    return 1 if result.missing else 0


def run_retrieval(chosen: Namespace) -> int:
    """Print the recall of evidence beside the baselines."""
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


def run_report(chosen: Namespace) -> int:
    """Measure everything, write results and page; 1 on a drop."""
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


def run_paraphrases(chosen: Namespace) -> int:
    """Print how alike the wordings of one question are answered."""
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


def run_eligibility(chosen: Namespace) -> int:
    """Print how profiles were judged."""
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


def run_ablation(chosen: Namespace) -> int:
    """Print what every part contributes."""
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


def run_prove(chosen: Namespace) -> int:
    """Prove every quote of the sets; 1 where one does not stand."""
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


def run_mutations(chosen: Namespace) -> int:
    """Attack verification; 1 where too much gets through."""
    from eval.attack_report import attack_table, run_attack

    cases = [] if chosen.corpus else read_cases(files_of("dev"))
    result = run_attack(chosen.corpus, cases, chosen.count, chosen.seed, chosen.out)
    _say(attack_table(result))
    for line in result.drops:
        sys.stderr.write(f"{line}\n")
    return 1 if result.drops else 0


def run_lying(chosen: Namespace) -> int:
    """Put the lying model in front; 1 where it does harm."""
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


def run_injections(chosen: Namespace) -> int:
    """Make every attempt; 1 where one succeeds."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from assistant.settings import Settings
    from eval.injections.attempts import read_attempts
    from eval.injections.run import with_obedient_model, without_model

    attempts, settings = read_attempts(), Settings.load()
    with TemporaryDirectory() as folder:
        if chosen.model:
            outcomes, asked = with_obedient_model(attempts, settings, Path(folder) / "corpus")
            _say(f"对话模型被问了{asked}次。")
        else:
            outcomes = without_model(attempts, settings, Path(folder) / "corpus")
    wrong = [outcome for outcome in outcomes if outcome.found]
    inside = sum(attempt.place == "document" for attempt in attempts)
    _say(f"{len(attempts)}次攻击（{inside}次在文件里），得逞{len(wrong)}次。")
    for outcome in wrong:
        _say(f"{outcome.attempt.id} {outcome.attempt.note}：{'；'.join(outcome.found)}")
    return 1 if wrong else 0


def run_personal(chosen: Namespace) -> int:
    """Mask the labelled texts; 1 where something is missed or taken wrongly."""
    from eval.personal import read_personal, score_personal

    cases = read_personal()
    score = score_personal(cases)
    _say(
        f"{len(cases)}段文字，个人信息{score.found + len(score.missed)}处："
        f"查准率{score.precision:.3f}，查全率{score.recall:.3f}。"
    )
    for line in (*score.missed, *score.wrong):
        _say(line)
    return 1 if score.missed or score.wrong else 0


def run_bench(chosen: Namespace) -> int:
    """Measure speed and memory."""
    from eval.bench.run import bench

    _say(bench(read_cases(files_of("dev"))))
    return 0


def run_load(chosen: Namespace) -> int:
    """Ask a server as many at once; 1 when a request did not end with an answer."""
    from eval.load import measure, report

    questions = [case.turns[0] for case in read_cases(files_of("dev"))]
    load = measure(questions, chosen.users, chosen.seconds)
    _say(report(load))
    return int(set(load.statuses) != {"200"})
