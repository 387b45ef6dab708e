"""One module a tab: it builds its panels inside the page and returns what the page fills."""
