"""How we know that it works: cases, metrics, baselines, reports. See `python -m eval --help`."""
