"""What the service keeps of its use: conversations, the audit log, feedback and API keys."""
