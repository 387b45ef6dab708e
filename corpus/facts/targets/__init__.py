"""Figures that a document sets or reports."""
