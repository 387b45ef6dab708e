"""Support that a clause states: for whom, on what conditions, what, how much, how firmly."""
