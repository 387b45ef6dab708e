"""Who may do what, and what of what they say may be kept: pure, without HTTP."""
