"""What the people who run the service need: metrics, logs, an orderly end, an index kept fresh."""
