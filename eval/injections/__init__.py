"""Attempts to make the assistant do something else, in questions and inside documents."""
