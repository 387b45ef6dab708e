"""A chat model that lies, and what becomes of the answers behind it."""
