"""The command `zhengwen`. Commands are thin: heavy parts are imported inside them."""

from __future__ import annotations

import sys

from assistant.telemetry import switch_off_telemetry


def main() -> None:
    """Run the command line; the process ends with 0, 1 (an error that is named) or 2 (usage)."""
    switch_off_telemetry()
    from assistant.cli.app import run

    sys.exit(run(sys.argv[1:]))
