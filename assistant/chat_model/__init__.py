"""How a chat model is asked: within limits, and never so that an answer waits or falls with it."""
