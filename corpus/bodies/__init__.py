"""Government bodies: which a text names, under one name for all spellings, and who took over."""
