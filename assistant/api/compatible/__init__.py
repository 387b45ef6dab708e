"""What OpenAI clients expect: /v1/chat/completions and /v1/models, so that they work unchanged."""
