"""The steps of corpus.clean, each a module with one idea."""
