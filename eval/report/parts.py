"""Every set measured: each function writes results/{set}.json and gives the figures with bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.service import Service
from assistant.settings import Settings
from assistant.wiring import build_completion
from eval.ablation import ablate, ablation_content, variants
from eval.answers import Progress, eligibility_check, predict_all
from eval.cases import read_cases
from eval.corpora import source_texts
from eval.eligibility import (
    check_all,
    confusion,
    eligibility_figures,
    judge_profile,
    originals,
    read_profiles,
)
from eval.metrics import Figures
from eval.paraphrases import agree, consistency, read_paraphrases
from eval.report.configuration import configuration
from eval.report.splits import split_content, split_figures, split_markdown
from eval.results import RESULTS, figures_to_json, write_result, write_text
from eval.retrieval import compare
from eval.score import score
from eval.sets import files_of
from index.encode import Encoder

SHOWN = "dev"
"""The set whose wrong answers may be read; what is read is no longer blind."""


@dataclass(frozen=True)
class Run:
    """What is measured, and where its cases and results stand."""

    settings: Settings
    service: Service
    encoder: Encoder
    progress: Progress
    results: Path = RESULTS
    files: Callable[[str], list[Path]] = files_of
    """Name of a set → its files."""
    chat: Settings | None = None
    """Settings that name a chat model, for the ablation."""

    def write(self, name: str, files: list[Path], content: Mapping[str, Any]) -> None:
        """Write a result with what produced it."""
        produced = configuration(self.settings, self.encoder, self.service.corpus, files)
        write_result(name, {"configuration": produced, **content}, self.results)


def measure_split(run: Run, split: str) -> tuple[str, Figures]:
    """The Markdown, and the figures. Wrong answers are written down of SHOWN alone."""
    files = run.files(split)
    cases = read_cases(files)
    predictions = {p.id: p for p in predict_all(run.service, cases, run.progress)}
    result = score(cases, predictions)
    texts = list(source_texts(run.settings.documents).values())
    sought = [c for c in cases if c.answerable and c.evidence]
    recalls = compare(sought, predictions, texts, run.encoder) if sought else {}
    shown = split == SHOWN
    run.write(split, files, split_content(cases, predictions, result, recalls, show_cases=shown))
    produced = configuration(run.settings, run.encoder, run.service.corpus, files)
    text = split_markdown(split, produced, result, recalls)
    write_text(run.results / f"{split}.md", text)
    return text, split_figures(result, recalls)


def measure_paraphrases(run: Run) -> Figures:
    """Whether five wordings of a question are answered alike."""
    files = run.files("paraphrases")
    groups = read_paraphrases(files)
    cases = [case for group in groups for case in group.cases]
    predictions = {p.id: p for p in predict_all(run.service, cases, run.progress)}
    agreements = [agree(group, predictions) for group in groups]
    figures = consistency(agreements)
    right = [sum(a.right) for a in agreements]
    histogram = {n: right.count(n) for n in range(max(map(len, (a.right for a in agreements))) + 1)}
    content = {"figures": figures_to_json(figures), "right_of_wordings": histogram}
    run.write("paraphrases", files, content)
    return figures


def measure_eligibility(run: Run) -> Figures:
    """Whether profiles are offered what they may get, and nothing else."""
    files = run.files("eligibility")
    profiles = read_profiles(files)
    checked = check_all(profiles, eligibility_check(run.service))
    original = originals(run.service.corpus)
    judged = [judge_profile(p, c, original) for p, c in zip(profiles, checked, strict=True)]
    figures = eligibility_figures(judged)
    content = {
        "profiles": len(profiles),
        "figures": figures_to_json(figures),
        "confusion": confusion(judged),
    }
    run.write("eligibility", files, content)
    return figures


def measure_ablation(run: Run) -> None:
    """What each part earns on the development cases; it has no bounds."""
    files = run.files("dev")
    complete = build_completion(run.chat) if run.chat else None
    builders = variants(run.service.assistant.index, complete)
    compared = ablate(read_cases(files), builders, run.settings, run.progress)
    run.write("ablation", files, ablation_content(compared))
