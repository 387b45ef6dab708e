"""How people name documents and clauses, and which ones they mean."""
