"""The Gradio page: questions on the left, the cited clauses on the right."""
