"""`python -m eval …`: one command a question about quality."""

from __future__ import annotations

import sys

from corpus.errors import ZhengwenError
from eval.commands import parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it holds, 1 when it does not, 2 for what cannot be used."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except ZhengwenError as error:
        sys.stderr.write(f"{error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
