"""One tree of clauses from marker type and sequence, with titles, paths and addresses."""
