"""Pages about the whole meeting."""
