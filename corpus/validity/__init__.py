"""What a text says about its own force and about other documents, and what follows for a day."""
