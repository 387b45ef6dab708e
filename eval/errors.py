"""What can go wrong when an evaluation is run."""

from __future__ import annotations

from corpus.errors import ZhengwenError


class EvalError(ZhengwenError):
    """A file of cases, predictions or expectations cannot be used."""
