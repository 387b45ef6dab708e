"""The whole bench: measures, prints and writes bench/results.json."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from assistant.settings import Settings
from eval.bench.processes import measure_processes
from eval.bench.reading import measure_reading
from eval.cases import Case
from eval.errors import EvalError
from eval.tables import table

RESULTS = Path(__file__).resolve().parent.parent.parent / "bench" / "results.json"
PASSAGES = 128
ASKED_OF_SERVER = 10


def bench(cases: list[Case]) -> str:
    """Measure with the cases' first questions; gives the table that it prints.

    Takes about three minutes on two cores. Raises EvalError when nothing is indexed yet.
    """
    settings = Settings.load()
    questions = list(dict.fromkeys(case.turns[0] for case in cases))
    # Processes first: see measure_processes.
    processes = measure_processes(settings, questions[:ASKED_OF_SERVER])
    read = measure_reading(settings.documents)

    from eval.bench.inside import measure_answers, measure_building, measure_encoding
    from eval.corpora import open_service
    from index.encode import EMBEDDED, build_encoder

    encoder = build_encoder(settings.encoder, settings.model_folder)
    assistant = open_service(settings).assistant
    answering = measure_answers(assistant, encoder, questions)
    building = measure_building(encoder, settings.documents)
    texts = [p.embedded_text for p in assistant.index.passages]
    spread = texts[:: max(1, len(texts) // PASSAGES)][:PASSAGES]
    fp32 = str(settings.model_folder) if settings.encoder == EMBEDDED else settings.encoder
    encoding = measure_encoding(encoder, fp32, spread)
    reading = {f"{name}_per_100k": value for name, value in asdict(read).items()}
    figures = {
        **asdict(answering),
        **asdict(encoding),
        "build_x_encode": building,
        **reading,
        **asdict(processes),
    }
    rounded = {name: float(f"{value:.4g}") for name, value in figures.items()}
    _write(rounded)
    return table(("指标", "数值"), [(name, f"{value:g}") for name, value in rounded.items()])


def _write(figures: dict[str, float]) -> None:
    try:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise EvalError(f"写不了 bench/results.json（{error.strerror}）。请检查目录。") from error
