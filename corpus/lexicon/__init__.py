"""Dictionaries of the corpus: general knowledge in TSV files, none of it about one document."""
