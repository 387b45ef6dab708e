"""The widget that a portal puts on its own pages; served as one script by GET /widget.js."""
