"""Who leads, joins and answers."""
