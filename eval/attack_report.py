"""The attack from documents to figures: runs it, prints the table, writes the JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from eval.attack import Mode, Rate, Result, attack, mutants
from eval.cases import Case
from eval.corpora import open_service
from eval.drafts import ledger_drafts, right_drafts
from eval.errors import EvalError
from eval.mutations import Kind
from eval.tables import table


def run_attack(
    folder: Path | None, cases: Sequence[Case], count: int, seed: int, out: Path | None
) -> Result:
    """Attack the answers to the cases and the ledgers of a folder's documents, ours by default.

    Writes the figures to `out` if given; raises EvalError where that cannot be done.
    """
    library = open_service(Settings.load(), folder).assistant.library
    drafts = [*right_drafts(cases, library), *ledger_drafts(library)]
    wrong = mutants(drafts, library, count, seed)
    result = attack(wrong, drafts, library)
    if out is not None:
        texts = "\0".join(p.text for p in library.corpus.documents)
        content = {
            "configuration": {
                "seed": seed,
                "mutations": len(wrong),
                "statements": sum(len(d.draft.statements) for d in drafts),
                "cases": len(cases),
                "documents": len(library.corpus.documents),
                "documents_sha256": hashlib.sha256(texts.encode()).hexdigest(),
            },
            **to_json(result),
        }
        try:
            text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
            out.write_text(text, encoding="utf-8")
        except OSError as error:
            raise EvalError(f"写不了 {out.name}（{error.strerror}）。请检查目录与磁盘。") from error
    return result


def attack_table(result: Result) -> str:
    """Markdown: what got through by kind and mode, and the right statements kept."""
    rows = [
        [kind.value, *(_cell(result.rate(mode, kind)) for mode in Mode)]
        for kind in Kind
        if any(result.tried[mode][kind] for mode in Mode)
    ]
    rows.append(["漏过合计", *(_cell(result.rate(mode), True) for mode in Mode)])
    rows.append(["正确的保留", *(_cell(result.kept[mode], True) for mode in Mode)])
    return table(("改动", *(mode.value for mode in Mode)), rows)


def to_json(result: Result) -> dict[str, Any]:
    """The figures of a result, and every escape word for word."""
    return {
        "modes": {
            mode.value: {
                "mutations": result.rate(mode).of,
                "escaped": result.rate(mode).count,
                "interval_95": [round(b, 4) for b in result.rate(mode).interval],
                "right": result.kept[mode].of,
                "right_kept": result.kept[mode].count,
                "by_kind": {
                    kind.value: {
                        "mutations": result.rate(mode, kind).of,
                        "escaped": result.rate(mode, kind).count,
                    }
                    for kind in Kind
                },
            }
            for mode in Mode
        },
        "escapes": [
            {
                "mode": e.mode.value,
                "kind": e.kind.value,
                "from": e.origin,
                "right": e.right,
                "wrong": e.wrong,
            }
            for e in result.escapes
        ],
    }


def _cell(rate: Rate, interval: bool = False) -> str:
    text = f"{rate.count}/{rate.of}"
    if interval:
        low, high = rate.interval
        text += f"（{low:.1%}–{high:.1%}）"
    return text
