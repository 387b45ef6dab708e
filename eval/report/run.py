"""The whole evaluation: every set measured, written to results/ and compared with its bounds.

The page is made from the results on disk, so that a set which was not run now still stands in it.
"""

from __future__ import annotations

from pathlib import Path

from eval.expectations import EXPECTED, drops, expected
from eval.report.page import render_page
from eval.report.parts import (
    Run,
    measure_ablation,
    measure_eligibility,
    measure_paraphrases,
    measure_split,
)
from eval.results import write_text

PAGE = "report.html"


def report(
    run: Run, split: str, *, quick: bool = False, bounds: Path = EXPECTED
) -> tuple[str, list[str]]:
    """Measure a split, and unless quick with dev all other sets; write results and page.

    Gives the split's Markdown and the drops of all that was measured, a line each.
    """
    text, figures = measure_split(run, split)
    measured = {split: figures}
    if split == "dev" and not quick:
        if run.files("hostile"):
            measured["hostile"] = measure_split(run, "hostile")[1]
        if run.files("paraphrases"):
            measured["paraphrases"] = measure_paraphrases(run)
        if run.files("eligibility"):
            measured["eligibility"] = measure_eligibility(run)
        measure_ablation(run)
    write_text(run.results / PAGE, render_page(run.results, bounds))
    dropped = [
        line
        for name, found in measured.items()
        for line in drops(name, found, expected(name, bounds))
    ]
    return text, dropped
