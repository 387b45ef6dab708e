"""Everything measured, written down and shown: `run.py` is read first."""
